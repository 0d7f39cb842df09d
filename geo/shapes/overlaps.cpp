#include "geo/shapes/contacts.hpp"

#include "geo/shapes/buckets.hpp"
#include "geo/shapes/cell_grid.hpp"
#include "geo/shapes/ring_joiner.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <tuple>

namespace marchland::geo {
namespace {

struct Stretch {
    Point a;
    Point b;
    std::uint32_t arc = 0;
};

/// Positive where p lies left of the way from a to b.
double side_of(Point p, Point a, Point b)
{
    return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
}

/// Where two stretches cross; not where they only touch, for there noding has put a common point.
std::optional<Point> crossing(Stretch const& one, Stretch const& two)
{
    auto const apart = [](double a, double b, double c, double d) {
        return std::max(a, b) < std::min(c, d) || std::max(c, d) < std::min(a, b);
    };
    if (apart(one.a.x, one.b.x, two.a.x, two.b.x) || apart(one.a.y, one.b.y, two.a.y, two.b.y) ||
        one.a == two.a || one.a == two.b || one.b == two.a || one.b == two.b) {
        return {};
    }
    double const from = side_of(two.a, one.a, one.b);
    double const to = side_of(two.b, one.a, one.b);
    if (!(from < 0.0 && to > 0.0) && !(from > 0.0 && to < 0.0)) {
        return {};
    }
    double const left = side_of(one.a, two.a, two.b);
    double const right = side_of(one.b, two.a, two.b);
    if (!(left < 0.0 && right > 0.0) && !(left > 0.0 && right < 0.0)) {
        return {};
    }
    double const along = from / (from - to);
    return Point{two.a.x + along * (two.b.x - two.a.x), two.a.y + along * (two.b.y - two.a.y)};
}

void add_pairs(std::vector<CommuneId> const& one, std::vector<CommuneId> const& two, Point at,
               std::vector<Overlap>& overlaps)
{
    for (auto const a : one) {
        for (auto const b : two) {
            if (a != b) {
                overlaps.push_back({std::min(a, b), std::max(a, b), at});
            }
        }
    }
}

std::vector<Stretch> stretches_of(std::vector<Arc> const& arcs)
{
    std::vector<Stretch> all;
    for (std::uint32_t arc = 0; arc < arcs.size(); ++arc) {
        auto const& points = arcs[arc].points;
        for (std::size_t i = 1; i < points.size(); ++i) {
            all.push_back({points[i - 1], points[i], arc});
        }
    }
    return all;
}

void add_crossings(std::vector<Arc> const& arcs, std::vector<Overlap>& overlaps, Job const& job)
{
    Box box;
    for (auto const& arc : arcs) {
        box.add(arc.box);
    }
    auto const all = stretches_of(arcs);
    CellGrid const grid{box, 0.0, all.size()};
    Buckets const cells{grid.size(), [&](auto const& put) {
                            for (std::uint32_t i = 0; i < all.size(); ++i) {
                                grid.along(all[i].a, all[i].b, 0.0,
                                           [&](std::size_t cell) { put(cell, i); });
                            }
                        }};
    for (std::size_t cell = 0; cell < cells.size(); ++cell) {
        if (cell % 65536 == 0) {
            job.at(static_cast<double>(cell) / static_cast<double>(cells.size()));
        }
        auto const here = cells[cell];
        for (std::size_t i = 0; i < here.size(); ++i) {
            auto const& one = all[here[i]];
            for (auto const other : here.subspan(i + 1)) {
                if (auto const at = crossing(one, all[other])) {
                    add_pairs(arcs[one.arc].sides, arcs[all[other].arc].sides, *at, overlaps);
                }
            }
        }
    }
}

/// A commune that walks an arc, and whether it does so from the last point to the first.
struct Walker {
    CommuneId commune{};
    bool backwards = false;
};

std::vector<std::vector<Walker>> walkers_of(ArcMap const& map)
{
    std::vector<std::vector<Walker>> walkers(map.arcs.size());
    for (auto const id : map.rings.ids()) {
        for (auto const& ring : map.rings[id]) {
            for (auto const& use : ring) {
                walkers[use.arc].push_back({id, use.backwards});
            }
        }
    }
    return walkers;
}

/// Two communes that walk an arc the same way have their ground on the same side of it.
void add_same_sides(ArcMap const& map, std::vector<std::vector<Walker>> const& walkers,
                    std::vector<Overlap>& overlaps)
{
    for (std::size_t arc = 0; arc < map.arcs.size(); ++arc) {
        for (auto const& one : walkers[arc]) {
            for (auto const& two : walkers[arc]) {
                if (one.commune < two.commune && one.backwards == two.backwards) {
                    overlaps.push_back({one.commune, two.commune, map.arcs[arc].points.front()});
                }
            }
        }
    }
}

/// Which of the sectors between the ends that meet in a point are ground of a commune.
struct Sectors {
    CommuneId commune{};
    std::vector<bool> has;
};

/// From an end on, counter-clockwise, as far as the next end of the same commune.
void fill(Sectors& sectors, std::span<ArcEnd const> ends, std::size_t from, ArcMap const& map)
{
    auto const count = ends.size();
    for (std::size_t k = from; !sectors.has[k % count]; ++k) {
        sectors.has[k % count] = true;
        auto const& sides = map.arcs[ends[(k + 1) % count].arc].sides;
        if (std::ranges::binary_search(sides, sectors.commune)) {
            return;
        }
    }
}

std::vector<Sectors> sectors_around(std::span<ArcEnd const> ends, ArcMap const& map,
                                    std::vector<std::vector<Walker>> const& walkers)
{
    std::vector<Sectors> all;
    for (std::size_t i = 0; i < ends.size(); ++i) {
        for (auto const& walker : walkers[ends[i].arc]) {
            if (walker.backwards != ends[i].is_last) {
                continue;  // comes in by this end: its ground is clockwise of it
            }
            auto known = std::ranges::find(all, walker.commune, &Sectors::commune);
            if (known == all.end()) {
                known = all.insert(known, {walker.commune, std::vector<bool>(ends.size(), false)});
            }
            fill(*known, ends, i, map);
        }
    }
    return all;
}

bool share(Sectors const& one, Sectors const& two)
{
    for (std::size_t k = 0; k < one.has.size(); ++k) {
        if (one.has[k] && two.has[k]) {
            return true;
        }
    }
    return false;
}

/// Where boundaries cross in a common point, two communes have the same sector around it.
void add_shared_sectors(ArcMap const& map, std::vector<std::vector<Walker>> const& walkers,
                        std::vector<Overlap>& overlaps)
{
    std::vector<std::uint32_t> every(map.arcs.size());
    std::iota(every.begin(), every.end(), 0U);
    auto const ends = ends_of(map.arcs, every);
    for (auto begin = ends.begin(); begin != ends.end();) {
        auto const end = std::find_if(
            begin, ends.end(), [at = begin->at](ArcEnd const& next) { return next.at != at; });
        auto const sectors = sectors_around({begin, end}, map, walkers);
        for (auto const& one : sectors) {
            for (auto const& two : sectors) {
                if (one.commune < two.commune && share(one, two)) {
                    overlaps.push_back({one.commune, two.commune, begin->at});
                }
            }
        }
        begin = end;
    }
}

bool lies_inside(ArcMap const& map, CommuneId id, Point p)
{
    bool inside = false;
    for (auto const& ring : map.rings[id]) {
        for (auto const& use : ring) {
            auto const& points = map.arcs[use.arc].points;
            for (std::size_t i = 1; i < points.size(); ++i) {
                auto const a = points[i - 1];
                auto const b = points[i];
                if ((a.y <= p.y) != (b.y <= p.y) &&
                    p.x < a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x)) {
                    inside = !inside;
                }
            }
        }
    }
    return inside;
}

PerCommune<Box> boxes_of(ArcMap const& map)
{
    PerCommune<Box> boxes{map.rings.size()};
    for (auto const& arc : map.arcs) {
        for (auto const id : arc.sides) {
            boxes[id].add(arc.box);
        }
    }
    return boxes;
}

/// A whole ring of one commune that meets no other line may still lie in the middle of somebody
/// else.
void add_free_rings(ArcMap const& map, std::vector<Overlap>& overlaps)
{
    auto const boxes = boxes_of(map);
    for (auto const& arc : map.arcs) {
        if (arc.sides.size() != 1 || arc.points.front() != arc.points.back()) {
            continue;
        }
        auto const at = arc.points.front();
        for (auto const id : map.rings.ids()) {
            if (id != arc.sides.front() && boxes[id].touches(arc.box) && lies_inside(map, id, at)) {
                add_pairs(arc.sides, {id}, at, overlaps);
            }
        }
    }
}

}  // namespace

std::vector<Overlap> overlaps_of(ArcMap const& map, Job const& job)
{
    std::vector<Overlap> overlaps;
    add_crossings(map.arcs, overlaps, job.part(0.0, 0.8));
    auto const walkers = walkers_of(map);
    add_same_sides(map, walkers, overlaps);
    add_shared_sectors(map, walkers, overlaps);
    add_free_rings(map, overlaps);
    std::ranges::sort(overlaps, {}, [](Overlap const& one) {
        return std::tuple{one.a, one.b, one.at.x, one.at.y};
    });
    auto const repeated = std::ranges::unique(overlaps);  // cells share the stretches across them
    overlaps.erase(repeated.begin(), repeated.end());
    return overlaps;
}

}  // namespace marchland::geo
