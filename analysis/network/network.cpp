#include "analysis/network/network.hpp"

#include "analysis/network/gap_repairs.hpp"
#include "analysis/network/groups.hpp"
#include "analysis/network/nearby_ways.hpp"
#include "analysis/network/repaired_ways.hpp"
#include "geo/vocabulary/numbers.hpp"

#include <algorithm>
#include <span>
#include <unordered_set>

namespace marchland::analysis::network {
namespace {

using geo::index_of;
using geo::JunctionId;
using geo::Point;

Groups groups_of(std::vector<Piece> const& pieces, std::size_t junctions)
{
    Groups groups{junctions};
    for (auto const& piece : pieces) {
        groups.join(static_cast<std::uint32_t>(piece.from), static_cast<std::uint32_t>(piece.to));
    }
    return groups;
}

/// Numbers the components by their length, the longest first.
void number_components(Network& network)
{
    auto groups = groups_of(network.pieces, network.junctions.size());
    std::vector<double> metres(network.junctions.size());
    for (auto const& piece : network.pieces) {
        metres[groups.of(static_cast<std::uint32_t>(piece.from))] += piece.metres;
    }
    std::vector<std::uint32_t> roots;
    for (std::uint32_t i = 0; i < metres.size(); ++i) {
        if (groups.of(i) == i) {
            roots.push_back(i);
        }
    }
    std::ranges::stable_sort(roots, [&](auto a, auto b) { return metres[a] > metres[b]; });
    std::vector<std::uint32_t> number(metres.size());
    for (std::uint32_t i = 0; i < roots.size(); ++i) {
        number[roots[i]] = i;
        network.component_m.push_back(metres[roots[i]]);
    }
    for (std::uint32_t i = 0; i < metres.size(); ++i) {
        network.component.push_back(number[groups.of(i)]);
    }
    network.components = roots.size();
}

/// Nobody steps onto an expressway or into a tunnel from beside it; a gate may stand on a bridge.
std::vector<std::optional<NearestPoint>> tie_places(geo::Ways const& ways,
                                                    std::vector<Place> const& places,
                                                    SegmentIndex const& index, geo::Job const& job)
{
    std::vector<std::optional<NearestPoint>> ties;
    auto const open_to_the_side = [&](std::size_t s) {
        auto const way = index.segments()[s].way;
        return ways.klass[way] != geo::WayClass::expressway && ways.tunnel[way] == 0;
    };
    for (auto const& place : places) {
        job.at(0.0);
        ties.push_back(index.nearest(place.at, place.reach_m, open_to_the_side));
    }
    return ties;
}

/// One more way that a place is tied to.
struct GateTie {
    std::size_t place = 0;
    NearestPoint foot;
};

/// The piece of a way that is nearest to a point.
Piece const* piece_at(std::vector<Piece> const& pieces, geo::WayId way, Point at)
{
    Piece const* nearest = nullptr;
    double best = geo::infinite;
    for (auto const& piece : pieces) {
        for (std::size_t i = 1; piece.way == way && i < piece.line.size(); ++i) {
            double const metres =
                geo::foot_on_segment(at, piece.line[i - 1], piece.line[i]).distance;
            if (metres < best) {
                best = metres;
                nearest = &piece;
            }
        }
    }
    return nearest;
}

/// The ways near gates that are far by road from those they are tied to, the nearest first.
std::vector<GateTie> gate_ties(geo::Ways const& ways, std::vector<Place> const& places,
                               std::vector<std::optional<NearestPoint>> const& ties,
                               SegmentIndex const& index, NodedWays const& made,
                               geo::Job const& job)
{
    std::vector<GateTie> more;
    NearbyWays nearby{made.pieces, made.junctions.size()};
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (!ties[i] || !(places[i].gate_m > 0.0)) {
            continue;
        }
        std::unordered_set<geo::WayId> reached;
        for (auto foot = ties[i]; foot;) {
            job.at(0.0);
            auto const way = index.segments()[foot->segment].way;
            reached.insert(way);
            if (auto const* const piece = piece_at(made.pieces, way, foot->foot.at)) {
                for (auto const junction : {piece->from, piece->to}) {
                    auto const& there =
                        nearby.within(junction, detour_times_gap * places[i].gate_m);
                    reached.insert(there.begin(), there.end());
                }
            }
            foot = index.nearest(places[i].at, places[i].gate_m, [&](std::size_t s) {
                auto const other = index.segments()[s].way;
                return ways.tunnel[other] == 0 && !reached.contains(other);
            });
            if (foot) {
                more.push_back({i, *foot});
            }
        }
    }
    return more;
}

/// A gate tied to several ways becomes a junction that all of them lead to.
void add_gates(std::vector<Place> const& places, std::vector<GateTie> const& more,
               std::span<JunctionId const> feet, Network& network)
{
    auto const lead_to = [&](JunctionId gate, JunctionId foot, Point at, double metres) {
        network.pieces.push_back({.from = foot,
                                  .to = gate,
                                  .way = std::nullopt,
                                  .line = {network.junctions[foot], at},
                                  .metres = metres,
                                  .into_gate = true});
    };
    for (std::size_t k = 0; k < more.size(); ++k) {
        auto const at = places[more[k].place].at;
        auto& anchor = *network.anchors[more[k].place];
        if (!anchor.leave) {
            auto const gate = static_cast<JunctionId>(network.junctions.size());
            auto const component = network.component[anchor.junction];
            network.junctions.push_back(at);
            network.component.push_back(component);
            lead_to(gate, anchor.junction, at, anchor.metres);
            anchor = {gate, 0.0, anchor.junction};
        }
        lead_to(anchor.junction, feet[k], at, more[k].foot.foot.distance);
    }
}

}  // namespace

Network network_of(geo::Ways const& ways, std::vector<Place> const& places, double snap_m,
                   geo::Job const& job)
{
    return network_of(ways, places, GapRules{.snap_m = snap_m}, job);
}

Network network_of(geo::Ways const& ways, std::vector<Place> const& places, GapRules const& rules,
                   geo::Job const& job)
{
    Network network;
    network.anchors.resize(places.size());
    if (ways.size() == 0) {
        return network;
    }
    SegmentIndex const index{ways};
    auto const stretches = stretches_of(ways, index, job.part(0.0, 0.2));
    {
        auto const first = noded_ways(ways, stretches, {}, job.part(0.2, 0.4));
        network.components_before = groups_of(first.pieces, first.junctions.size()).count();
        auto gaps = find_gaps(ways, stretches, first, index, rules, job.part(0.4, 0.7));
        network.repairs = std::move(gaps.closed);
        network.proposals = std::move(gaps.proposed);
    }
    auto const ties = tie_places(ways, places, index, job.part(0.7, 0.7));
    std::vector<NearestPoint> feet;
    for (auto const& tie : ties) {
        if (tie) {
            feet.push_back(*tie);
        }
    }
    auto made = repaired_ways(ways, stretches, index, network.repairs, feet, job.part(0.7, 0.9));
    auto const more = gate_ties(ways, places, ties, index, made, job.part(0.9, 0.9));
    if (!more.empty()) {
        for (auto const& tie : more) {
            feet.push_back(tie.foot);
        }
        made = repaired_ways(ways, stretches, index, network.repairs, feet, job.part(0.9, 0.95));
    }
    auto next = made.pinned.begin();
    for (std::size_t i = 0; i < ties.size(); ++i) {
        if (ties[i]) {
            network.anchors[i] = Anchor{*next++, ties[i]->foot.distance};
        }
    }
    network.junctions = std::move(made.junctions);
    network.pieces = std::move(made.pieces);
    number_components(network);
    add_gates(places, more, {next, made.pinned.end()}, network);
    job.at(1.0);
    return network;
}

}  // namespace marchland::analysis::network
