#include "analysis/network/piece_joins.hpp"

#include "analysis/network/groups.hpp"
#include "analysis/network/loose_ends.hpp"
#include "analysis/network/snap_rounding.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <unordered_map>

namespace marchland::analysis::network {
namespace {

using geo::index_of;
using geo::Point;
using geo::WayId;

std::uint32_t number_of(WayId way)
{
    return static_cast<std::uint32_t>(way);
}

/// The nearest two points of two ways: `from` is a corner or an end, `to` anywhere.
struct Meeting {
    Point from;
    Point to;
    WayId way{};
    WayId other{};
    double metres = 0.0;
};

bool nearer(Meeting const& a, Meeting const& b)
{
    return std::tie(a.metres, a.from.x, a.from.y, a.to.x, a.to.y, a.way, a.other) <
           std::tie(b.metres, b.from.x, b.from.y, b.to.x, b.to.y, b.way, b.other);
}

class JoinSearch {
public:
    JoinSearch(geo::Ways const& ways, NodedWays const& noded, SegmentIndex const& index,
               JoinRules const& rules, geo::Job const& job)
        : ways_{ways}, noded_{noded}, index_{index}, rules_{rules}, job_{job}, has_pieces_{
                                                                                   ways.size(), 0}
    {
        for (auto const& end : loose_ends(noded)) {
            loose_.insert({end.way, on_grid(end.at)});
        }
        for (auto const& piece : noded.pieces) {
            has_pieces_[*piece.way] = 1;
        }
    }

    /// \param everybodys  only over the ways that everybody may use.
    void join(std::vector<Repair>& made, bool everybodys)
    {
        auto groups = groups_of(made, everybodys);
        auto meetings = nearest_of_groups(groups, everybodys);
        std::ranges::sort(meetings, nearer);
        for (auto const& meeting : meetings) {
            if (groups.join(number_of(meeting.way), number_of(meeting.other))) {
                made.push_back(repair_of(meeting));
            }
        }
    }

    /// Ends that repairs use are loose no longer.
    void use(Repair const& repair)
    {
        loose_.erase({repair.way, on_grid(repair.from)});
        loose_.erase({repair.other, on_grid(repair.to)});
    }

private:
    bool is_everybodys(WayId way) const { return ways_.klass[way] != geo::WayClass::expressway; }

    /// Ways of no length are in no group.
    bool takes_part(WayId way, bool everybodys) const
    {
        return has_pieces_[way] != 0 && (!everybodys || is_everybodys(way));
    }

    /// Groups of ways that hang together.
    Groups groups_of(std::vector<Repair> const& made, bool everybodys) const
    {
        Groups groups{ways_.size()};
        geo::Column<geo::JunctionId, std::optional<WayId>> there{noded_.junctions.size()};
        for (auto const& piece : noded_.pieces) {
            if (!piece.way || (everybodys && !is_everybodys(*piece.way))) {
                continue;
            }
            for (auto const junction : {piece.from, piece.to}) {
                auto& way = there[junction];
                way = way.value_or(*piece.way);
                groups.join(number_of(*way), number_of(*piece.way));
            }
        }
        for (auto const& repair : made) {
            if (!everybodys || (is_everybodys(repair.way) && is_everybodys(repair.other))) {
                groups.join(number_of(repair.way), number_of(repair.other));
            }
        }
        return groups;
    }

    /// Of every two groups within reach the nearest two points: no other can be in the forest.
    std::vector<Meeting> nearest_of_groups(Groups& groups, bool everybodys) const
    {
        auto const& segments = index_.segments();
        std::vector<std::uint32_t> group(ways_.size());
        std::vector<std::size_t> size(ways_.size());
        for (auto const& segment : segments) {
            auto const g = groups.of(number_of(segment.way));
            group[index_of(segment.way)] = g;
            ++size[g];
        }
        auto const largest =
            static_cast<std::uint32_t>(std::ranges::max_element(size) - size.begin());
        std::unordered_map<std::uint64_t, Meeting> best;
        for (std::size_t s = 0; s < segments.size(); ++s) {
            if (s % 1024 == 0) {
                job_.at(static_cast<double>(s) / static_cast<double>(segments.size()));
            }
            auto const way = segments[s].way;
            auto const own = group[index_of(way)];
            if (own == largest || !takes_part(way, everybodys)) {
                continue;
            }
            index_.each_beside(s, rules_.metres, [&](std::size_t t) {
                auto const other = segments[t].way;
                auto const theirs = group[index_of(other)];
                if (theirs == own || !takes_part(other, everybodys) || !allowed(way, other)) {
                    return;
                }
                auto const key =
                    (std::uint64_t{std::min(own, theirs)} << 32U) | std::max(own, theirs);
                for (auto const& meeting : meetings_of(s, t)) {
                    if (meeting.metres <= rules_.metres) {
                        auto const [at, is_new] = best.emplace(key, meeting);
                        at->second = is_new ? meeting : std::min(at->second, meeting, nearer);
                    }
                }
            });
        }
        std::vector<Meeting> meetings;
        for (auto const& [key, meeting] : best) {
            meetings.push_back(meeting);
        }
        return meetings;
    }

    bool allowed(WayId a, WayId b) const
    {
        return rules_.between_shared || !ways_.has_shared_nodes(a) || !ways_.has_shared_nodes(b);
    }

    bool is_loose(WayId way, Point at) const { return loose_.contains({way, on_grid(at)}); }

    bool is_end(WayId way, Point at) const
    {
        return at == ways_.line[way].front() || at == ways_.line[way].back();
    }

    /// Where one may get from a way onto another: anywhere, at its ends if the other passes above or
    /// below, or only at its loose ends.
    bool open_at(WayId way, Point at, WayId other) const
    {
        return leads_onto(ways_, other, way)
                   ? ways_.level[way] == ways_.level[other] || is_end(way, at)
                   : is_loose(way, at);
    }

    /// From each corner of one segment to the other. Segments that cross, one above the other, come
    /// nearest at their corners too.
    std::vector<Meeting> meetings_of(std::size_t s, std::size_t t) const
    {
        std::vector<Meeting> found;
        add_corners(s, t, found);
        add_corners(t, s, found);
        return found;
    }

    void add_corners(std::size_t s, std::size_t t, std::vector<Meeting>& found) const
    {
        auto const way = index_.segments()[s].way;
        auto const other = index_.segments()[t].way;
        for (auto const from : {index_.start(s), index_.end(s)}) {
            if (!open_at(way, from, other)) {
                continue;
            }
            auto const foot = geo::foot_on_segment(from, index_.start(t), index_.end(t));
            if (leads_onto(ways_, way, other)) {
                found.push_back({from, foot.at, way, other, foot.distance});
                continue;
            }
            for (auto const to : {index_.start(t), index_.end(t)}) {
                if (is_loose(other, to)) {
                    found.push_back({from, to, way, other, geo::distance(from, to)});
                }
            }
        }
    }

    /// Told from the loose end, where there is one.
    Repair repair_of(Meeting const& meeting)
    {
        bool const from_loose = is_loose(meeting.way, meeting.from);
        bool const to_loose = is_loose(meeting.other, meeting.to);
        Repair repair{RepairKind::way_to_way, meeting.from,  meeting.to, meeting.way,
                      meeting.other,          meeting.metres};
        if (from_loose || to_loose) {
            repair.kind = from_loose && to_loose ? RepairKind::end_to_end : RepairKind::end_to_way;
        }
        if (to_loose && !from_loose) {
            std::swap(repair.from, repair.to);
            std::swap(repair.way, repair.other);
        }
        use(repair);
        return repair;
    }

    geo::Ways const& ways_;
    NodedWays const& noded_;
    SegmentIndex const& index_;
    JoinRules const& rules_;
    geo::Job const& job_;
    std::set<std::pair<WayId, GridPoint>> loose_;
    geo::Column<WayId, char> has_pieces_;
};

}  // namespace

std::vector<Repair> joins_between_pieces(geo::Ways const& ways, NodedWays const& noded,
                                         SegmentIndex const& index, JoinRules const& rules,
                                         std::span<Repair const> made, geo::Job const& job)
{
    JoinSearch search{ways, noded, index, rules, job};
    std::vector<Repair> all{made.begin(), made.end()};
    for (auto const& repair : all) {
        search.use(repair);
    }
    if (rules.metres > 0.0) {
        search.join(all, true);
        search.join(all, false);
    }
    all.erase(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(made.size()));
    return all;
}

}  // namespace marchland::analysis::network
