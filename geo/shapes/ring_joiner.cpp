#include "geo/shapes/ring_joiner.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <tuple>

namespace marchland::geo {
namespace {

constexpr auto unvisited = static_cast<std::size_t>(-1);

ArcEnd end_of(Arc const& arc, std::uint32_t number, bool is_last)
{
    auto const at = is_last ? arc.points.back() : arc.points.front();
    auto const next = is_last ? arc.points[arc.points.size() - 2] : arc.points[1];
    return {at, std::atan2(next.y - at.y, next.x - at.x), number, is_last};
}

class Joiner {
public:
    Joiner(std::vector<Arc> const& arcs, std::span<std::uint32_t const> which)
        : ends_{ends_of(arcs, which)}
    {
        find_meetings();
        find_other_ends();
        used_.assign(ends_.size(), false);
        visited_.assign(meetings_.size(), unvisited);
    }

    std::vector<ArcRing> join(std::span<std::uint32_t const> which)
    {
        for (auto const arc : which) {
            auto const start = place_.at({arc, false});
            if (!used_[start]) {
                walk(start);
            }
        }
        return std::move(rings_);
    }

private:
    struct Meeting {
        std::size_t first = 0;
        std::size_t count = 0;
    };

    void find_meetings()
    {
        meeting_of_.resize(ends_.size());
        for (std::size_t i = 0; i < ends_.size(); ++i) {
            if (i == 0 || ends_[i].at != ends_[i - 1].at) {
                meetings_.push_back({i, 0});
            }
            ++meetings_.back().count;
            meeting_of_[i] = meetings_.size() - 1;
        }
    }

    void find_other_ends()
    {
        for (std::size_t i = 0; i < ends_.size(); ++i) {
            place_[{ends_[i].arc, ends_[i].is_last}] = i;
        }
        other_.resize(ends_.size());
        for (std::size_t i = 0; i < ends_.size(); ++i) {
            other_[i] = place_.at({ends_[i].arc, !ends_[i].is_last});
        }
    }

    /// The next end around the meeting: neighbours in the rotation are joined, so rings never
    /// cross.
    std::size_t turn(std::size_t arrived) const
    {
        auto const& [first, count] = meetings_[meeting_of_[arrived]];
        for (std::size_t step = 1; step < count; ++step) {
            auto const next = first + (arrived - first + step) % count;
            if (!used_[next]) {
                return next;
            }
        }
        return unvisited;
    }

    void walk(std::size_t leave)
    {
        std::vector<std::size_t> left;  // ends by which the path left its meetings
        while (leave != unvisited) {
            auto const arrived = other_[leave];
            visited_[meeting_of_[leave]] = left.size();
            left.push_back(leave);
            used_[leave] = used_[arrived] = true;
            auto const back = visited_[meeting_of_[arrived]];
            if (back != unvisited) {
                close(left, back);
                if (left.empty()) {
                    return;
                }
            }
            leave = turn(arrived);
        }
        for (auto const end : left) {  // only where an odd number of ends met
            visited_[meeting_of_[end]] = unvisited;
        }
    }

    void close(std::vector<std::size_t>& left, std::size_t from)
    {
        ArcRing ring;
        for (std::size_t i = from; i < left.size(); ++i) {
            ring.push_back({ends_[left[i]].arc, ends_[left[i]].is_last});
            visited_[meeting_of_[left[i]]] = unvisited;
        }
        left.resize(from);
        rings_.push_back(std::move(ring));
    }

    std::vector<ArcEnd> ends_;
    std::vector<std::size_t> meeting_of_;
    std::vector<Meeting> meetings_;
    std::map<std::pair<std::uint32_t, bool>, std::size_t> place_;
    std::vector<std::size_t> other_;
    std::vector<bool> used_;
    std::vector<std::size_t> visited_;  ///< for each meeting, where the path left it
    std::vector<ArcRing> rings_;
};

void turn_round(ArcRing& ring)
{
    std::ranges::reverse(ring);
    for (auto& use : ring) {
        use.backwards = !use.backwards;
    }
}

struct Outlined {
    ArcRing ring;
    Area area;
    Box box;
    double size = 0.0;  ///< signed
    std::size_t depth = 0;
    std::uint32_t parent = 0;
};

std::vector<Outlined> outlined(std::vector<Arc> const& arcs, std::vector<ArcRing>& rings)
{
    std::vector<Outlined> all;
    for (auto& ring : rings) {
        auto line = line_of(arcs, ring, 0);
        auto const box = box_of(line);
        double const size = signed_area(line);
        all.push_back({std::move(ring), {{std::move(line)}}, box, size, 0, 0});
    }
    std::ranges::stable_sort(all, std::ranges::greater{},
                             [](Outlined const& one) { return std::abs(one.size); });
    return all;
}

bool lies_in(Outlined const& inner, Outlined const& outer, Point inside)
{
    return outer.box.grown(1e-9).touches(inner.box) && contains(outer.area, inside);
}

}  // namespace

std::vector<ArcEnd> ends_of(std::vector<Arc> const& arcs, std::span<std::uint32_t const> which)
{
    std::vector<ArcEnd> ends;
    ends.reserve(2 * which.size());
    for (auto const arc : which) {
        ends.push_back(end_of(arcs[arc], arc, false));
        ends.push_back(end_of(arcs[arc], arc, true));
    }
    std::ranges::sort(ends, {}, [](ArcEnd const& end) {
        return std::tuple{end.at.x, end.at.y, end.angle, end.arc, end.is_last};
    });
    return ends;
}

std::vector<ArcRing> joined(std::vector<Arc> const& arcs, std::span<std::uint32_t const> which)
{
    return Joiner{arcs, which}.join(which);
}

Ring line_of(std::vector<Arc> const& arcs, ArcRing const& ring, std::uint8_t level)
{
    Ring line;
    for (auto const& use : ring) {
        auto const& arc = arcs[use.arc];
        auto const count = arc.points.size();
        for (std::size_t i = 0; i + 1 < count; ++i) {  // the next arc brings the last point
            auto const at = use.backwards ? count - 1 - i : i;
            if (level == 0 || arc.level[at] >= level) {
                line.push_back(arc.points[at]);
            }
        }
    }
    if (!line.empty()) {
        line.push_back(line.front());
    }
    return line;
}

std::vector<std::uint32_t> nest(std::vector<Arc> const& arcs, std::vector<ArcRing>& rings)
{
    auto all = outlined(arcs, rings);
    for (std::size_t i = 0; i < all.size(); ++i) {
        auto& one = all[i];
        one.parent = static_cast<std::uint32_t>(i);
        std::optional<Point> inside;
        for (std::size_t j = 0; j < i; ++j) {
            if (!all[j].box.touches(one.box)) {
                continue;
            }
            if (!inside) {
                inside = point_inside(one.area);
            }
            if (lies_in(one, all[j], *inside)) {
                ++one.depth;
                one.parent = static_cast<std::uint32_t>(j);  // the smallest around comes last
            }
        }
        bool const is_hole = one.depth % 2 == 1;
        if (!is_hole) {
            one.parent = static_cast<std::uint32_t>(i);
        }
        if ((one.size < 0.0) != is_hole) {
            turn_round(one.ring);
        }
    }

    std::vector<std::uint32_t> order(all.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, {}, [&all](std::uint32_t i) {
        return std::pair{all[i].parent, all[i].parent != i};
    });
    std::vector<std::uint32_t> place(all.size());
    std::vector<std::uint32_t> shell_of;
    rings.clear();
    for (auto const i : order) {
        place[i] = static_cast<std::uint32_t>(rings.size());
        shell_of.push_back(place[all[i].parent]);
        rings.push_back(std::move(all[i].ring));
    }
    return shell_of;
}

}  // namespace marchland::geo
