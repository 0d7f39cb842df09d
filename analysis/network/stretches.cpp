#include "analysis/network/grid_predicates.hpp"
#include "analysis/network/noding.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace marchland::analysis::network {
namespace {

using geo::Point;
using geo::WayId;

/// Corners this near are the same point.
constexpr double same_point_m = 0.01 + 1e-9;

bool is_closed(geo::Ways const& ways, WayId way)
{
    return ways.bridge[way] != 0 || ways.tunnel[way] != 0;
}

bool before(Point a, Point b)
{
    return std::tie(a.x, a.y) < std::tie(b.x, b.y);
}

/// A plane for each level that has ways on the ground.
std::map<int, std::int16_t> planes_of(geo::Ways const& ways)
{
    std::set<int> const levels{ways.level.begin(), ways.level.end()};
    std::map<int, std::int16_t> planes;
    for (auto const level : levels) {
        planes.emplace(level, static_cast<std::int16_t>(planes.size()));
    }
    return planes;
}

/// Moves loose ends onto what they nearly touch.
class EndWelder {
public:
    EndWelder(geo::Ways const& ways, SegmentIndex const& index, std::vector<Stretch>& stretches)
        : ways_{ways}, index_{index}, stretches_{stretches}
    {
    }

    /// The end of a way at its first (or last) segment s.
    void weld(std::size_t s, bool at_start)
    {
        auto const p = at_start ? index_.start(s) : index_.end(s);
        auto const vertex = nearby_vertex(p);
        auto& end = at_start ? stretches_[s].a : stretches_[s].b;
        if (vertex) {
            end = on_grid(final_place(*vertex));
        } else if (auto const foot = foot_nearby(s, p)) {
            moved_.push_back({s, at_start, *foot});
        }
    }

    /// Feet are put in place when all are known, so that none depends on another.
    void finish()
    {
        for (auto const& [s, at_start, to] : moved_) {
            (at_start ? stretches_[s].a : stretches_[s].b) = to;
        }
    }

private:
    struct Move {
        std::size_t stretch;
        bool at_start;
        GridPoint to;
    };

    /// The vertex that an end goes to: a corner that stays, else the westernmost end; nothing:
    /// itself.
    std::optional<Point> nearby_vertex(Point p) const
    {
        std::optional<Point> corner;
        auto first = p;
        index_.each_near(p, same_point_m, [&](std::size_t t) {
            auto const way = index_.segments()[t].way;
            auto const& line = ways_.line[way];
            for (std::size_t const c : {std::size_t{index_.segments()[t].corner},
                                        std::size_t{index_.segments()[t].corner} + 1}) {
                auto const q = line[c];
                if (geo::distance(p, q) > same_point_m) {
                    continue;
                }
                bool const is_end = c == 0 || c + 1 == line.size();
                bool const stays = !is_end || ways_.has_shared_nodes(way);
                if (stays && (!is_closed(ways_, way) || is_end || ways_.has_shared_nodes(way))) {
                    corner = corner && before(*corner, q) ? *corner : q;
                } else if (is_end && before(q, first)) {
                    first = q;
                }
            }
        });
        if (corner) {
            return corner;
        }
        return first == p ? std::nullopt : std::optional{first};
    }

    /// Where a row of ends each a centimetre from the next leads to. Each step goes west.
    Point final_place(Point p) const
    {
        for (auto next = nearby_vertex(p); next && before(*next, p); next = nearby_vertex(p)) {
            p = *next;
        }
        return p;
    }

    /// The pixel of a way beside the end that does not pass the end's own.
    std::optional<GridPoint> foot_nearby(std::size_t s, Point p) const
    {
        auto const own = on_grid(p);
        auto const way = index_.segments()[s].way;
        std::optional<GridPoint> best;
        bool met = false;
        index_.each_near(p, same_point_m, [&](std::size_t t) {
            auto const& other = stretches_[t];
            bool const beside =
                index_.segments()[t].way == way && (t == s || t + 1 == s || s + 1 == t);
            if (beside || other.closed || other.a == own || other.b == own) {
                return;
            }
            if (passing(other.a, other.b, own) == Passing::through) {
                met = true;
                return;
            }
            auto const foot = geo::foot_on_segment(p, in_metres(other.a), in_metres(other.b));
            auto const pixel = on_grid(foot.at);
            best = best ? std::min(*best, pixel) : pixel;
        });
        return met ? std::nullopt : best;
    }

    geo::Ways const& ways_;
    SegmentIndex const& index_;
    std::vector<Stretch>& stretches_;
    std::vector<Move> moved_;
};

}  // namespace

bool entered_midway(geo::Ways const& ways, WayId way)
{
    return !is_closed(ways, way) && ways.klass[way] != geo::WayClass::expressway;
}

std::vector<Stretch> stretches_of(geo::Ways const& ways, SegmentIndex const& index,
                                  geo::Job const& job)
{
    auto const planes = planes_of(ways);
    std::vector<Stretch> stretches;
    stretches.reserve(index.segments().size());
    for (auto const& [way, corner] : index.segments()) {
        auto const& line = ways.line[way];
        stretches.push_back(
            {.a = on_grid(line[corner]),
             .b = on_grid(line[corner + 1]),
             .plane = entered_midway(ways, way) ? planes.at(ways.level[way]) : std::int16_t{-1},
             .closed = is_closed(ways, way),
             .shared = ways.has_shared_nodes(way),
             .ends_at_a = corner == 0,
             .ends_at_b = corner + 2 == line.size()});
    }
    EndWelder welder{ways, index, stretches};
    for (std::size_t s = 0; s < stretches.size(); ++s) {
        if (s % 16384 == 0) {
            job.at(static_cast<double>(s) / static_cast<double>(stretches.size()));
        }
        if (stretches[s].shared) {
            continue;
        }
        if (stretches[s].ends_at_a) {
            welder.weld(s, true);
        }
        if (stretches[s].ends_at_b) {
            welder.weld(s, false);
        }
    }
    welder.finish();
    return stretches;
}

}  // namespace marchland::analysis::network
