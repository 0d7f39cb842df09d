#include "geo/shapes/seams.hpp"

#include "geo/shapes/buckets.hpp"
#include "geo/shapes/cell_grid.hpp"
#include "geo/vocabulary/numbers.hpp"
#include "geo/vocabulary/text.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>

namespace marchland::geo {
namespace {

using SeamPair = std::pair<CommuneId, CommuneId>;

constexpr std::size_t told_by_name = 12;

/// A piece of boundary that one commune alone has.
struct EdgeOfOne {
    CommuneId owner{};
    Point from;
    Point to;
};

/// Across a piece of boundary, not along it: within 60 degrees of square.
bool faces(EdgeOfOne const& edge, Point p, Point other)
{
    Point const along{edge.to.x - edge.from.x, edge.to.y - edge.from.y};
    Point const across{other.x - p.x, other.y - p.y};
    double const dot = along.x * across.x + along.y * across.y;
    return std::abs(dot) <= 0.866 * std::hypot(along.x, along.y) * std::hypot(across.x, across.y);
}

struct Near {
    CommuneId owner{};
    double distance = 0.0;
};

std::vector<EdgeOfOne> edges_of_one(std::vector<Arc> const& arcs)
{
    std::vector<EdgeOfOne> all;
    for (auto const& arc : arcs) {
        for (std::size_t i = 1; arc.sides.size() == 1 && i < arc.points.size(); ++i) {
            all.push_back({arc.sides.front(), arc.points[i - 1], arc.points[i]});
        }
    }
    return all;
}

class LooseBoundary {
public:
    explicit LooseBoundary(std::vector<EdgeOfOne> all)
        : all_{std::move(all)}, grid_{box_of(all_), widest_seam_m, all_.size()},
          near_{grid_.size(), [this](auto const& put) {
                    for (std::uint32_t i = 0; i < all_.size(); ++i) {
                        grid_.along(all_[i].from, all_[i].to, widest_seam_m,
                                    [&](std::size_t cell) { put(cell, i); });
                    }
                }}
    {
    }

    std::vector<EdgeOfOne> const& all() const { return all_; }

    /// The nearest one of another commune that a piece faces at a point of it; of several the one of the lower code.
    std::optional<Near> nearest(EdgeOfOne const& edge, Point p) const
    {
        std::optional<Near> found;
        for (auto const i : near_[grid_.cell_of(p)]) {
            auto const& one = all_[i];
            if (one.owner == edge.owner) {
                continue;
            }
            auto const foot = foot_on_segment(p, one.from, one.to);
            double const distance = foot.distance;
            if (distance <= widest_seam_m && faces(edge, p, foot.at) &&
                (!found || distance < found->distance ||
                 (distance == found->distance && one.owner < found->owner))) {
                found = Near{one.owner, distance};
            }
        }
        return found;
    }

private:
    static Box box_of(std::vector<EdgeOfOne> const& all)
    {
        Box box;
        for (auto const& one : all) {
            box.add(one.from);
            box.add(one.to);
        }
        return box.empty() ? Box{0.0, 0.0, 0.0, 0.0} : box;
    }

    std::vector<EdgeOfOne> all_;
    CellGrid grid_;
    Buckets near_;
};

std::string metres(double value)
{
    return value < 10.0 ? fixed(value, 1) : fixed(value, 0);
}

std::string told_length(double value)
{
    return value < 1000.0 ? fixed(value, 0) + " m" : fixed(value / 1000.0, 1) + " km";
}

std::string told_width(double narrowest, double widest)
{
    auto const from = metres(narrowest);
    auto const to = metres(widest);
    return from == to ? from + " m" : from + " to " + to + " m";
}

std::string told_pair(Seam const& seam)
{
    return "#" + std::to_string(index_of(seam.a)) + " / #" + std::to_string(index_of(seam.b));
}

}  // namespace

std::vector<Seam> seams_of(std::vector<Arc> const& arcs, std::vector<Contact> const& contacts)
{
    std::set<SeamPair> touching;
    for (auto const& contact : contacts) {
        touching.emplace(contact.a, contact.b);
    }
    LooseBoundary const edges{edges_of_one(arcs)};
    std::map<SeamPair, Seam> seams;
    for (auto const& one : edges.all()) {
        double const length = distance(one.from, one.to);
        auto const pieces = static_cast<int>(std::ceil(length / widest_seam_m));
        for (int piece = 0; piece < pieces; ++piece) {
            double const along = (piece + 0.5) / pieces;
            Point const p{one.from.x + along * (one.to.x - one.from.x),
                          one.from.y + along * (one.to.y - one.from.y)};
            auto const near = edges.nearest(one, p);
            if (!near) {
                continue;
            }
            auto const pair = std::minmax(one.owner, near->owner);
            if (touching.contains({pair.first, pair.second})) {
                continue;
            }
            auto& seam = seams.try_emplace({pair.first, pair.second}, Seam{pair.first, pair.second})
                             .first->second;
            double const share = 0.5 * length / pieces;  // the other one sees it too
            seam.length_m += share;
            seam.width_m += share * near->distance;
        }
    }
    std::vector<Seam> found;
    for (auto& [pair, seam] : seams) {
        if (seam.length_m >= widest_seam_m) {
            seam.width_m /= seam.length_m;
            found.push_back(seam);
        }
    }
    return found;
}

Findings findings_of(std::vector<Seam> seams)
{
    if (seams.empty()) {
        return {};
    }
    std::ranges::stable_sort(seams, std::greater{}, &Seam::length_m);
    double length = 0.0;
    double narrowest = geo::infinite;
    double widest = 0.0;
    for (auto const& seam : seams) {
        length += seam.length_m;
        narrowest = std::min(narrowest, seam.width_m);
        widest = std::max(widest, seam.width_m);
    }
    auto const n = seams.size();
    Findings findings{
        {.severity = Severity::warning,
         .rule = "gap",
         .layer = "communes",
         .message = std::to_string(n) +
                    (n == 1 ? " pair of communes faces" : " pairs of communes face") +
                    " each other across a gap of " + told_width(narrowest, widest) + " along " +
                    told_length(length) +
                    " without touching; such communes are no neighbours, so risk and hotspots "
                    "do not pass the gap",
         .action =
             "close the gap in the source where it is one; a river or strait that wide is right"}};
    for (std::size_t i = 0; i < std::min(n, told_by_name); ++i) {
        findings.push_back(
            {.severity = Severity::note,
             .rule = "gap",
             .layer = "communes",
             .feature = told_pair(seams[i]),
             .message = "they face each other along " + told_length(seams[i].length_m) + ", " +
                        metres(seams[i].width_m) + " m apart on average, and are no neighbours",
             .action = ""});
    }
    return findings;
}

}  // namespace marchland::geo
