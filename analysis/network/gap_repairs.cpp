#include "analysis/network/gap_repairs.hpp"

#include "analysis/network/loose_ends.hpp"
#include "analysis/network/nearby_ways.hpp"
#include "analysis/network/piece_joins.hpp"
#include "analysis/network/repaired_ways.hpp"
#include "geo/shapes/buckets.hpp"
#include "geo/shapes/cell_grid.hpp"
#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/text.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <tuple>
#include <unordered_map>

namespace marchland::analysis::network {
namespace {

using geo::JunctionId;
using geo::Point;
using geo::WayId;

constexpr double least_proposed_m = 50.0;
constexpr double most_proposed_m = 250.0;

bool shorter(Repair const& a, Repair const& b)
{
    return std::tie(a.metres, a.from.x, a.from.y, a.to.x, a.to.y) <
           std::tie(b.metres, b.from.x, b.from.y, b.to.x, b.to.y);
}

/// Seven letters out of two places and a kind: FNV-1a, written without letters that look alike.
std::string id_of(Repair const& repair)
{
    auto const from = on_grid(repair.from);
    auto const to = on_grid(repair.to);
    auto const [low, high] = std::minmax(from, to);
    std::uint64_t hash = 14695981039346656037ULL;
    for (std::int64_t const word : {std::int64_t{low.x}, std::int64_t{low.y}, std::int64_t{high.x},
                                    std::int64_t{high.y}, static_cast<std::int64_t>(repair.kind)}) {
        for (unsigned shift = 0; shift < 64; shift += 8) {
            hash = (hash ^ (static_cast<std::uint64_t>(word) >> shift & 0xFFU)) * 1099511628211ULL;
        }
    }
    hash ^= hash >> 32U;
    std::string id{"R"};
    for (int i = 0; i < 7; ++i, hash >>= 5U) {
        id += std::string_view{"0123456789ABCDEFGHJKMNPQRSTVWXYZ"}[hash & 31U];
    }
    return id;
}

/// Finds gaps at loose ends of one piece; ends used in one round are not used in the next.
class EndSearch {
public:
    EndSearch(geo::Ways const& ways, NodedWays const& noded, SegmentIndex const& index,
              geo::Job const& job)
        : ways_{ways}, noded_{noded}, index_{index}, job_{job}, ends_{loose_ends(noded)},
          used_(ends_.size()), nearby_{noded.pieces, noded.junctions.size()}
    {
    }

    /// Ends of these are not loose.
    void use(std::vector<Repair> const& repairs)
    {
        std::set<GridPoint> taken;
        for (auto const& repair : repairs) {
            taken.insert({on_grid(repair.from), on_grid(repair.to)});
        }
        for (std::size_t i = 0; i < ends_.size(); ++i) {
            used_[i] = taken.contains(on_grid(ends_[i].at)) ? 1 : used_[i];
        }
    }

    /// The shortest gaps first, each end once: to an end that faces it, or to the nearest way that
    /// it cannot reach by a short detour.
    std::vector<Repair> up_to(JoinRules const& rules)
    {
        auto const before = made_.size();
        auto wanted = facing(rules);
        add_ways_before(rules, wanted);
        std::ranges::sort(wanted, [](Gap const& a, Gap const& b) {
            return a.repair.metres != b.repair.metres ? a.repair.metres < b.repair.metres
                   : a.repair.kind != b.repair.kind   ? a.repair.kind < b.repair.kind
                                                      : shorter(a.repair, b.repair);
        });
        for (auto& [repair, one, other] : wanted) {
            if (used_[one] == 0 && used_[other] == 0 && !is_closed_beside(repair, rules)) {
                used_[one] = used_[other] = 1;
                made_.push_back(std::move(repair));
            }
        }
        return {made_.begin() + static_cast<std::ptrdiff_t>(before), made_.end()};
    }

private:
    struct Gap {
        Repair repair;
        std::size_t one = 0;
        std::size_t other = 0;  ///< the same as one where it is no end
    };

    bool allowed(WayId a, WayId b, JoinRules const& rules) const
    {
        return rules.between_shared || !ways_.has_shared_nodes(a) || !ways_.has_shared_nodes(b);
    }

    /// The two ends of a short way are near each other, but only those of one that turns back leave
    /// a gap.
    bool is_a_gap(LooseEnd const& a, LooseEnd const& b, double metres) const
    {
        return a.piece != b.piece || metres < 0.5 * noded_.pieces[a.piece].metres;
    }

    /// Two ends that pass each other are one gap, not two.
    bool is_closed_beside(Repair const& wanted, JoinRules const& rules) const
    {
        return wanted.kind == RepairKind::end_to_way &&
               std::ranges::any_of(made_, [&](Repair const& repair) {
                   return repair.way == wanted.other && repair.other == wanted.way &&
                          geo::distance(repair.to, wanted.from) <= rules.metres;
               });
    }

    std::vector<Gap> facing(JoinRules const& rules) const
    {
        geo::Box box;
        for (auto const& end : ends_) {
            box.add(end.at);
        }
        geo::CellGrid const grid{box, std::max(rules.metres, 1.0), ends_.size()};
        geo::Buckets const cells{grid.size(), [&](auto const& put) {
                                     for (std::size_t i = 0; i < ends_.size(); ++i) {
                                         put(grid.cell_of(ends_[i].at),
                                             static_cast<std::uint32_t>(i));
                                     }
                                 }};
        std::vector<Gap> found;
        for (std::size_t i = 0; i < ends_.size(); ++i) {
            if (i % 16384 == 0) {
                job_.at(0.0);
            }
            auto const& end = ends_[i];
            grid.along(end.at, end.at, rules.metres, [&](std::size_t cell) {
                for (auto const j : cells[cell]) {
                    auto const& other = ends_[j];
                    double const gap = geo::distance(end.at, other.at);
                    if (j > i && used_[i] == 0 && used_[j] == 0 && gap <= rules.metres &&
                        is_a_gap(end, other, gap) && allowed(end.way, other.way, rules)) {
                        found.push_back(
                            {{RepairKind::end_to_end, end.at, other.at, end.way, other.way, gap},
                             i,
                             j});
                    }
                }
            });
        }
        return found;
    }

    /// A road that stops forty metres before the next one is broken, a lane that ends beside its
    /// own street is not.
    void add_ways_before(JoinRules const& rules, std::vector<Gap>& found)
    {
        for (std::size_t i = 0; i < ends_.size(); ++i) {
            if (i % 256 == 0) {
                job_.at(static_cast<double>(i) / static_cast<double>(ends_.size()));
            }
            auto const& end = ends_[i];
            if (used_[i] != 0) {
                continue;
            }
            // asked for only where a way is near
            std::unordered_set<WayId> const* reached = nullptr;
            auto const near = index_.nearest(end.at, rules.metres, [&](std::size_t s) {
                auto const way = index_.segments()[s].way;
                if (way == end.way || !leads_onto(ways_, end.way, way) ||
                    !allowed(end.way, way, rules)) {
                    return false;
                }
                if (reached == nullptr) {
                    reached = &nearby_.within(end.junction, detour_times_gap * rules.metres);
                }
                return !reached->contains(way);
            });
            if (near) {
                found.push_back({{RepairKind::end_to_way, end.at, near->foot.at, end.way,
                                  index_.segments()[near->segment].way, near->foot.distance},
                                 i,
                                 i});
            }
        }
    }

    geo::Ways const& ways_;
    NodedWays const& noded_;
    SegmentIndex const& index_;
    geo::Job const& job_;
    std::vector<LooseEnd> ends_;
    std::vector<char> used_;
    std::vector<Repair> made_;  ///< in all rounds
    NearbyWays nearby_;
};

std::string reason_for(Repair const& repair, geo::Ways const& ways, double snap_m)
{
    std::string words = repair.kind == RepairKind::end_to_end ? "two loose ends face each other"
                        : repair.kind == RepairKind::end_to_way
                            ? "an end stops before a way it cannot reach"
                            : "a piece passes another without joining it";
    if (repair.applied) {
        return words +
               (repair.metres > review_beyond_m ? "; wide, look whether people can pass" : "");
    }
    bool const surveyed = ways.has_shared_nodes(repair.way) && ways.has_shared_nodes(repair.other);
    return words + (surveyed && repair.metres <= snap_m ? "; OpenStreetMap draws them apart"
                                                        : "; wider than snap_m");
}

/// Two gaps with the same letters get numbers behind them, in the order of their length.
void name_all(std::vector<Repair*> const& all)
{
    std::unordered_map<std::string, int> taken;
    for (auto* const repair : all) {
        repair->id = id_of(*repair);
        auto const same = ++taken[repair->id];
        repair->id += same > 1 ? "-" + std::to_string(same) : "";
    }
}

void check_known(std::vector<std::string> const& asked, std::vector<std::string> const& known,
                 std::string const& key)
{
    for (auto const& id : asked) {
        if (std::ranges::find(known, id) == known.end()) {
            auto const near = geo::nearest_name(id, known);
            throw geo::Error{geo::Trouble::usage,
                             "[graph] " + key + ": there is no gap \"" + id + "\"" +
                                 (near ? "; did you mean \"" + *near + "\"?" : "") +
                                 " (the layer repairs lists them)"};
        }
    }
}

/// Undone repairs go to the proposals, accepted proposals to the repairs.
void follow_wishes(Gaps& gaps, GapRules const& rules)
{
    std::vector<std::string> known;
    for (auto const* const list : {&gaps.closed, &gaps.proposed}) {
        for (auto const& gap : *list) {
            known.push_back(gap.id);
        }
    }
    check_known(rules.undo, known, "undo");
    check_known(rules.accept, known, "accept");
    Gaps sorted;
    auto const put = [&](Repair gap, bool was_closed) {
        bool const undone = std::ranges::find(rules.undo, gap.id) != rules.undo.end();
        bool const accepted = std::ranges::find(rules.accept, gap.id) != rules.accept.end();
        gap.applied = (was_closed || accepted) && !undone;
        gap.p_exists = accepted ? 1.0 : chance_of_gap(gap.metres, rules);
        gap.reason += undone ? "; undone in the study file" : "";
        gap.reason += accepted && !was_closed ? "; accepted in the study file" : "";
        (gap.applied ? sorted.closed : sorted.proposed).push_back(std::move(gap));
    };
    for (auto& gap : gaps.closed) {
        put(std::move(gap), true);
    }
    for (auto& gap : gaps.proposed) {
        put(std::move(gap), false);
    }
    std::ranges::sort(sorted.closed, shorter);
    std::ranges::sort(sorted.proposed, shorter);
    gaps = std::move(sorted);
}

}  // namespace

double chance_of_gap(double metres, GapRules const& rules)
{
    double const doubt = rules.doubt_m.value_or(5.0 * rules.snap_m);
    return doubt > 0.0 ? std::exp2(-(metres / doubt) * (metres / doubt)) : 0.0;
}

double proposed_up_to_m(double snap_m)
{
    return std::clamp(5.0 * snap_m, least_proposed_m, std::max(most_proposed_m, 2.0 * snap_m));
}

Gaps find_gaps(geo::Ways const& ways, std::vector<Stretch> const& stretches, NodedWays const& noded,
               SegmentIndex const& index, GapRules const& rules, geo::Job const& job)
{
    Gaps gaps;
    JoinRules const close{rules.snap_m, false};
    JoinRules const propose{proposed_up_to_m(rules.snap_m), true};
    gaps.closed = joins_between_pieces(ways, noded, index, close, {}, job.part(0.0, 0.2));
    gaps.proposed =
        joins_between_pieces(ways, noded, index, propose, gaps.closed, job.part(0.2, 0.4));
    // What an end can reach it may reach over what was joined.
    auto const joined = gaps.closed.empty() ? std::optional<NodedWays>{}
                                            : repaired_ways(ways, stretches, index, gaps.closed, {},
                                                            job.part(0.4, 0.6));
    auto const rest = job.part(0.6, 1.0);
    EndSearch ends{ways, joined ? *joined : noded, index, rest};
    for (auto& gap : ends.up_to(close)) {
        gaps.closed.push_back(std::move(gap));
    }
    ends.use(gaps.proposed);
    for (auto& gap : ends.up_to(propose)) {
        gaps.proposed.push_back(std::move(gap));
    }
    std::ranges::sort(gaps.closed, shorter);
    std::ranges::sort(gaps.proposed, shorter);
    std::vector<Repair*> all;
    for (auto* const list : {&gaps.closed, &gaps.proposed}) {
        for (auto& gap : *list) {
            gap.applied = list == &gaps.closed;
            gap.reason = reason_for(gap, ways, rules.snap_m);
            all.push_back(&gap);
        }
    }
    name_all(all);
    follow_wishes(gaps, rules);
    return gaps;
}

}  // namespace marchland::analysis::network
