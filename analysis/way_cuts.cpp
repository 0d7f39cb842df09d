#include "analysis/way_cuts.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace marchland::analysis {
namespace {

using geo::Point;
using geo::WayId;

/// Corners this near are the same point.
constexpr double same_point_m = 0.01;

bool same(Point a, Point b) { return geo::distance(a, b) <= same_point_m; }

/// Bridges and tunnels pass over and under what they cross.
bool on_the_ground(geo::Ways const& ways, WayId way)
{
    return ways.bridge[way] == 0 && ways.tunnel[way] == 0;
}

bool may_cross(geo::Ways const& ways, WayId a, WayId b)
{
    return entered_midway(ways, a) && entered_midway(ways, b) && ways.level[a] == ways.level[b];
}

bool is_end(geo::Ways const& ways, WayId way, Point p)
{
    return same(ways.line[way].front(), p) || same(ways.line[way].back(), p);
}

/// A corner shared by two ways joins them, but a bridge only where it ends.
bool may_join(geo::Ways const& ways, WayId a, WayId b, Point p)
{
    bool const a_can = on_the_ground(ways, a) || is_end(ways, a, p);
    bool const b_can = on_the_ground(ways, b) || is_end(ways, b, p);
    return a_can && b_can;
}

/// Where two straight stretches cross, as the share of the way along each.
std::optional<std::pair<double, double>> crossing(Point a, Point b, Point c, Point d)
{
    double const rx = b.x - a.x;
    double const ry = b.y - a.y;
    double const sx = d.x - c.x;
    double const sy = d.y - c.y;
    double const cross = rx * sy - ry * sx;
    if (cross == 0.0) {
        return std::nullopt;
    }
    double const t = ((c.x - a.x) * sy - (c.y - a.y) * sx) / cross;
    double const u = ((c.x - a.x) * ry - (c.y - a.y) * rx) / cross;
    if (t < 0.0 || t > 1.0 || u < 0.0 || u > 1.0) {
        return std::nullopt;
    }
    return std::pair{t, u};
}

class Meeting {
public:
    Meeting(geo::Ways const& ways, SegmentIndex const& index)
        : ways_{ways}, index_{index}, cuts_{ways.size()}
    {
    }

    void look_at(std::size_t s, std::size_t t)
    {
        auto const& one = index_.segments()[s];
        auto const& other = index_.segments()[t];
        bool const next_on_same_way =
            one.way == other.way && (one.corner + 1 == other.corner || other.corner + 1 == one.corner);
        if (next_on_same_way) {
            return;
        }
        bool const joined = join_corners(s, t);
        if (!joined && may_cross(ways_, one.way, other.way)) {
            cross(s, t);
        }
    }

    Cuts take() { return std::move(cuts_); }

private:
    void cut(std::size_t s, double along, Point at)
    {
        auto const& segment = index_.segments()[s];
        cuts_[segment.way].push_back({segment.corner, along, at});
    }

    /// Corners of one that lie on the other join both.
    bool join_corners(std::size_t s, std::size_t t)
    {
        bool joined = false;
        for (auto const& [from, to] : {std::pair{s, t}, std::pair{t, s}}) {
            for (double const along : {0.0, 1.0}) {
                auto const p = along == 0.0 ? index_.start(from) : index_.end(from);
                auto const foot = geo::foot_on_segment(p, index_.start(to), index_.end(to));
                if (foot.distance > same_point_m || !joins(from, to, p)) {
                    continue;
                }
                cut(from, along, p);
                cut(to, foot.along, p);
                joined = true;
            }
        }
        return joined;
    }

    /// A corner midway on the other without a corner there is a crossing, unless a way ends in it.
    bool joins(std::size_t from, std::size_t to, Point p) const
    {
        auto const a = index_.segments()[from].way;
        auto const b = index_.segments()[to].way;
        bool const corner_of_both = same(p, index_.start(to)) || same(p, index_.end(to));
        return may_join(ways_, a, b, p) &&
               (corner_of_both || is_end(ways_, a, p) || may_cross(ways_, a, b));
    }

    void cross(std::size_t s, std::size_t t)
    {
        auto const a = index_.start(s);
        auto const b = index_.end(s);
        if (auto const at = crossing(a, b, index_.start(t), index_.end(t))) {
            Point const p{a.x + at->first * (b.x - a.x), a.y + at->first * (b.y - a.y)};
            cut(s, at->first, p);
            cut(t, at->second, p);
        }
    }

    geo::Ways const& ways_;
    SegmentIndex const& index_;
    Cuts cuts_;
};

}  // namespace

bool entered_midway(geo::Ways const& ways, WayId way)
{
    return on_the_ground(ways, way) && ways.klass[way] != geo::WayClass::expressway;
}

Cuts meeting_cuts(geo::Ways const& ways, SegmentIndex const& index, geo::Job const& job)
{
    Meeting meeting{ways, index};
    std::size_t looked = 0;
    index.each_close_pair([&](std::size_t s, std::size_t t) {
        if (++looked % 65536 == 0) {
            job.at(0.5);
        }
        meeting.look_at(s, t);
    });
    return meeting.take();
}

std::vector<geo::Line> cut_line(geo::Line const& line, std::vector<Cut> cuts)
{
    std::ranges::sort(cuts, [](Cut const& a, Cut const& b) {
        return a.corner != b.corner ? a.corner < b.corner : a.along < b.along;
    });
    std::vector<geo::Line> pieces{{line.front()}};
    auto const close = [&pieces](Point at) {
        auto& piece = pieces.back();
        if (piece.size() == 1 && same(piece.front(), at)) {
            return;  // nothing lies between this cut and the one before
        }
        if (same(piece.back(), at)) {
            piece.back() = at;
        } else {
            piece.push_back(at);
        }
        pieces.push_back({at});
    };
    auto next = cuts.begin();
    for (std::uint32_t corner = 0; corner + 1 < line.size(); ++corner) {
        for (; next != cuts.end() && next->corner == corner; ++next) {
            close(next->at);
        }
        auto& piece = pieces.back();
        if (!same(piece.back(), line[corner + 1]) || corner + 2 == line.size()) {
            piece.push_back(line[corner + 1]);
        }
    }
    auto& last = pieces.back();
    if (pieces.size() > 1 && geo::length_of(last) <= same_point_m) {
        pieces.pop_back();
    }
    return pieces;
}

}  // namespace marchland::analysis
