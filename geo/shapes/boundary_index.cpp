#include "geo/shapes/boundary_index.hpp"

#include <algorithm>
#include <map>

namespace marchland::geo {
namespace {

/// Far above the rounding of coordinates in metres, far below anything that is drawn.
constexpr double rounding_m = 1e-6;

bool is_on(Point p, Point a, Point b)
{
    return p.x >= std::min(a.x, b.x) && p.x <= std::max(a.x, b.x) && p.y >= std::min(a.y, b.y) &&
           p.y <= std::max(a.y, b.y) && (b.x - a.x) * (p.y - a.y) == (b.y - a.y) * (p.x - a.x);
}

/// In or out: who is passed twice is not there.
void toggle(std::vector<CommuneId> const& sides, std::vector<CommuneId>& inside)
{
    for (auto const id : sides) {
        if (auto const at = std::ranges::find(inside, id); at != inside.end()) {
            inside.erase(at);
        } else {
            inside.push_back(id);
        }
    }
}

/// Where the segment from a to b crosses the one from c to d or comes within rounding of it, in shares of
/// its length. Too many do no harm: each only asks once more where the line is.
void add_meetings(Point a, Point b, Point c, Point d, std::vector<double>& met)
{
    for (auto const end : {c, d}) {
        if (auto const foot = foot_on_segment(end, a, b); foot.distance <= rounding_m) {
            met.push_back(foot.along);
        }
    }
    if (foot_on_segment(a, c, d).distance <= rounding_m) {
        met.push_back(0.0);
    }
    if (foot_on_segment(b, c, d).distance <= rounding_m) {
        met.push_back(1.0);
    }
    auto const side = [](Point p, Point from, Point to) {
        return (to.x - from.x) * (p.y - from.y) - (to.y - from.y) * (p.x - from.x);
    };
    double const from = side(a, c, d);
    double const to = side(b, c, d);
    if ((from < 0.0) != (to < 0.0) && (side(c, a, b) < 0.0) != (side(d, a, b) < 0.0)) {
        met.push_back(std::clamp(from / (from - to), 0.0, 1.0));
    }
}

/// A part of a line between two borders, as it grows.
struct Stay {
    double longest_m = 0.0;
    Point middle;  ///< of its longest straight part: as far from both borders as may be

    void add(Point a, Point b)
    {
        if (double const metres = distance(a, b); metres > longest_m) {
            longest_m = metres;
            middle = {0.5 * (a.x + b.x), 0.5 * (a.y + b.y)};
        }
    }
};

Point between(Point a, Point b, double share)
{
    return share >= 1.0 ? b : Point{a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)};
}

}  // namespace

std::vector<BoundaryIndex::Stretch> BoundaryIndex::stretches_of(std::vector<Arc> const& arcs)
{
    std::vector<Stretch> all;
    for (std::uint32_t arc = 0; arc < arcs.size(); ++arc) {
        for (std::uint32_t end = 1; end < arcs[arc].points.size(); ++end) {
            all.push_back({arc, end});
        }
    }
    return all;
}

BoundaryIndex::BoundaryIndex(std::vector<Arc> const& arcs, Box const& box)
    : box_{box}, stretches_{stretches_of(arcs)}, grid_{box, 0.0, stretches_.size()},
      cells_{grid_.size(),
             [&](auto const& put) {
                 for (std::uint32_t i = 0; i < stretches_.size(); ++i) {
                     auto const& points = arcs[stretches_[i].arc].points;
                     // A little wide, so that a point of a stretch finds it in its own cell.
                     grid_.along(points[stretches_[i].end - 1], points[stretches_[i].end],
                                 rounding_m, [&](std::size_t cell) { put(cell, i); });
                 }
             }},
      groups_(1), owners_(grid_.size(), crossed)
{
    find_owners(arcs);
}

/// From the right to the left of each row, so that a cell can ask the one beside it.
void BoundaryIndex::find_owners(std::vector<Arc> const& arcs)
{
    std::map<std::vector<CommuneId>, std::uint32_t> number{{{}, 0U}};
    for (auto cell = owners_.size(); cell-- > 0;) {
        if (!cells_[cell].empty()) {
            continue;
        }
        bool const last = (cell + 1) % grid_.columns() == 0;
        if (last) {
            owners_[cell] = 0;  // beyond is nobody, and no stretch between
        } else if (owners_[cell + 1] != crossed) {
            owners_[cell] = owners_[cell + 1];
        } else {
            auto const [at, is_new] = number.emplace(all_at(arcs, grid_.centre(cell)),
                                                     static_cast<std::uint32_t>(groups_.size()));
            if (is_new) {
                groups_.push_back(at->first);
            }
            owners_[cell] = at->second;
        }
    }
}

std::vector<CommuneId> BoundaryIndex::all_at(std::vector<Arc> const& arcs, Point p) const
{
    if (!box_.touches({p.x, p.y, p.x, p.y})) {
        return {};
    }
    std::vector<CommuneId> inside;
    std::vector<CommuneId> border;
    auto const home = grid_.cell_of(p);
    auto const last = grid_.cell_of({box_.max_x, p.y});
    for (auto cell = home; cell <= last; ++cell) {
        if (owners_[cell] != crossed) {
            toggle(groups_[owners_[cell]], inside);
            break;
        }
        for (auto const i : cells_[cell]) {
            auto const& arc = arcs[stretches_[i].arc];
            auto const a = arc.points[stretches_[i].end - 1];
            auto const b = arc.points[stretches_[i].end];
            if (cell == home && is_on(p, a, b)) {
                border.insert(border.end(), arc.sides.begin(), arc.sides.end());
            }
            if ((a.y <= p.y) == (b.y <= p.y)) {
                continue;
            }
            double const x = a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x);
            // A stretch lies in several cells of the row; it counts where the ray meets it.
            if (p.x < x && grid_.cell_of({x, p.y}) == cell) {
                toggle(arc.sides, inside);
            }
        }
    }
    inside.insert(inside.end(), border.begin(), border.end());
    std::ranges::sort(inside);
    auto const repeated = std::ranges::unique(inside);
    inside.erase(repeated.begin(), repeated.end());
    return inside;
}

std::vector<double> BoundaryIndex::borders_met(std::vector<Arc> const& arcs, Point a, Point b) const
{
    std::vector<double> met;
    Box box;
    box.add(a);
    box.add(b);
    box = box.grown(rounding_m);
    grid_.along(a, b, rounding_m, [&](std::size_t cell) {
        for (auto const i : cells_[cell]) {
            auto const& points = arcs[stretches_[i].arc].points;
            auto const c = points[stretches_[i].end - 1];
            auto const d = points[stretches_[i].end];
            if (box.touches({std::min(c.x, d.x), std::min(c.y, d.y), std::max(c.x, d.x),
                             std::max(c.y, d.y)})) {
                add_meetings(a, b, c, d, met);
            }
        }
    });
    std::ranges::sort(met);
    return met;
}

std::vector<CommuneId> BoundaryIndex::along(std::vector<Arc> const& arcs, Line const& line) const
{
    std::vector<CommuneId> passed;
    auto const add = [&](Stay& stay) {
        auto const here = stay.longest_m > 10.0 * rounding_m ? all_at(arcs, stay.middle)
                                                             : std::vector<CommuneId>{};
        if (!here.empty() && (passed.empty() || passed.back() != here.front())) {
            passed.push_back(here.front());
        }
        stay = {};
    };
    Stay stay;
    for (std::size_t i = 1; i < line.size(); ++i) {
        auto from = line[i - 1];
        for (double const share : borders_met(arcs, line[i - 1], line[i])) {
            auto const to = between(line[i - 1], line[i], share);
            stay.add(from, to);
            add(stay);
            from = to;
        }
        stay.add(from, line[i]);
    }
    add(stay);
    return passed;
}

}  // namespace marchland::geo
