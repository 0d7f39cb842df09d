#include "analysis/outreach/passing_places.hpp"

#include "analysis/flows/contracted_network.hpp"
#include "analysis/graph/chokepoints.hpp"
#include "analysis/outreach/posts.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace marchland::analysis::outreach {
namespace {

using flows::Corridor;
using geo::CommuneId;
using geo::CrossingId;
using geo::index_of;
using geo::JunctionId;
using geo::WayId;

constexpr int most_junctions = 12;

/// Communes whose corridors pass each junction.
std::map<JunctionId, std::set<CommuneId>> meetings_of(routes::Routes const& routes,
                                                      std::vector<Corridor> const& corridors)
{
    std::map<JunctionId, std::set<CommuneId>> meetings;
    for (auto const& corridor : corridors) {
        if (corridor.flow <= 0.0) {
            continue;
        }
        auto const pass = [&](JunctionId junction) { meetings[junction].insert(corridor.from); };
        for (auto const a : corridor.arcs) {
            pass(routes.graph.arcs()[a].from);
        }
        if (!corridor.arcs.empty()) {
            pass(routes.graph.arcs()[corridor.arcs.back()].to);
        }
    }
    return meetings;
}

std::map<JunctionId, std::set<WayId>> ways_at(network::Network const& network)
{
    std::map<JunctionId, std::set<WayId>> ways;
    for (auto const& piece : network.pieces) {
        if (piece.way) {
            ways[piece.from].insert(*piece.way);
            ways[piece.to].insert(*piece.way);
        }
    }
    return ways;
}

/// What must not be used.
struct Lost {
    std::optional<JunctionId> junction;
    std::set<std::uint32_t> pieces;
    std::optional<CrossingId> crossing;
};

/// Persons a year who reach a crossing without what is lost.
class Reach {
public:
    Reach(routes::Routes const& routes, flows::Ground const& ground)
        : routes_{routes}, ground_{ground}, all_{without({})}
    {
    }

    double cut_off_by(Lost const& lost) const { return std::max(0.0, all_ - without(lost)); }

private:
    double without(Lost const& lost) const
    {
        auto const reached = reached_without(lost);
        double people = 0.0;
        for (auto const id : ground_.demand.ids()) {
            auto const& anchor = ground_.anchors.communes[id];
            if (anchor && reached[index_of(anchor->junction)] &&
                ground_.demand[id].expected > 0.0) {
                people += ground_.demand[id].expected;
            }
        }
        return people;
    }

    /// Junctions from which a crossing can be reached.
    std::vector<bool> reached_without(Lost const& lost) const
    {
        auto const& graph = routes_.graph.digraph();
        std::vector<bool> reached(graph.nodes());
        std::vector<std::uint32_t> front;
        auto const reach = [&](std::uint32_t node) {
            if (!reached[node] && lost.junction != static_cast<JunctionId>(node)) {
                reached[node] = true;
                front.push_back(node);
            }
        };
        for (auto const id : ground_.crossings.id.ids()) {
            auto const& anchor = ground_.anchors.crossings[id];
            bool const open = ground_.crossings.status[id] != geo::CrossingStatus::closed &&
                              ground_.chance[id] > 0.0;
            if (anchor && open && lost.crossing != id) {
                reach(static_cast<std::uint32_t>(index_of(anchor->junction)));
            }
        }
        while (!front.empty()) {
            auto const node = front.back();
            front.pop_back();
            for (std::size_t i = 0; i < graph.in(node).size(); ++i) {
                if (!lost.pieces.contains(routes_.graph.arcs()[graph.in_edges(node)[i]].piece)) {
                    reach(graph.in(node)[i].node);
                }
            }
        }
        return reached;
    }

    routes::Routes const& routes_;
    flows::Ground const& ground_;
    double all_ = 0.0;
};

std::set<JunctionId> articulation_points(network::Network const& network)
{
    std::vector<graph::DirectedEdge> edges;
    for (auto const& piece : network.pieces) {
        edges.push_back({static_cast<std::uint32_t>(index_of(piece.from)),
                         static_cast<std::uint32_t>(index_of(piece.to)), 1});
    }
    std::set<JunctionId> found;
    for (auto const node : graph::joints_of(network.junctions.size(), edges).nodes) {
        found.insert(static_cast<JunctionId>(node));
    }
    return found;
}

/// Junctions with at least three neighbours of which the flows are told.
std::vector<JunctionId> forks(network::Network const& network, flows::FlowBands const& bands)
{
    std::map<JunctionId, std::set<JunctionId>> near;
    for (auto const& piece : network.pieces) {
        near[piece.from].insert(piece.to);
        near[piece.to].insert(piece.from);
    }
    std::vector<JunctionId> found;
    for (auto const& [junction, band] : bands.junctions) {
        if (near[junction].size() >= 3) {
            found.push_back(junction);
        }
    }
    return found;
}

/// The forks that together see most.
std::vector<JunctionId> busiest(routes::Routes const& routes, flows::Movement const& movement)
{
    auto const candidates = forks(routes.network, movement.bands);
    std::map<JunctionId, std::uint32_t> site;
    for (std::uint32_t s = 0; s < candidates.size(); ++s) {
        site[candidates[s]] = s;
    }
    PostsInput input{.sites = candidates.size()};
    for (auto const& corridor : movement.corridors) {
        Reached passed{.weight = corridor.flow, .sites = {}};
        for (auto const a : corridor.arcs) {
            if (auto const at = site.find(routes.graph.arcs()[a].from); at != site.end()) {
                passed.sites.push_back(at->second);
            }
        }
        input.demand.push_back(std::move(passed));
    }
    std::vector<JunctionId> found;
    for (auto const& post : best_posts(input, most_junctions, 0).posts) {
        found.push_back(candidates[post.site]);
    }
    return found;
}

std::vector<BusyJunction> busy_junctions(routes::Routes const& routes,
                                         flows::Movement const& movement, Reach const& reach)
{
    auto const meetings = meetings_of(routes, movement.corridors);
    auto const ways = ways_at(routes.network);
    auto const cuts = articulation_points(routes.network);
    std::map<JunctionId, flows::Band> const bands{movement.bands.junctions.begin(),
                                                  movement.bands.junctions.end()};
    std::vector<BusyJunction> found;
    for (auto const junction : busiest(routes, movement)) {
        auto const at = ways.find(junction);
        found.push_back({.junction = junction,
                         .flow = bands.at(junction),
                         .communes = meetings.at(junction).size(),
                         .ways = at == ways.end()
                                     ? std::vector<WayId>{}
                                     : std::vector<WayId>{at->second.begin(), at->second.end()},
                         .articulation = cuts.contains(junction),
                         .cut_off = reach.cut_off_by({.junction = junction})});
    }
    return found;
}

/// The minimum cut between communes and crossings. The network is walked backwards, so that of several
/// the one nearest to the border is found.
class MinimumCut {
public:
    MinimumCut(routes::Routes const& routes, flows::Ground const& ground)
        : network_{flows::flow_network_of(routes.graph, ground)}
    {
        auto const abroad = static_cast<std::uint32_t>(network_.junctions.size());
        std::vector<graph::DirectedEdge> edges;
        for (auto const& chain : network_.chains) {
            edges.push_back({chain.to, chain.from, 1});
        }
        for (auto const id : network_.crossings.ids()) {
            if (network_.crossings[id] && ground.chance[id] > 0.0) {
                edges.push_back({abroad, network_.crossings[id]->node, 1});
                crossing_.push_back(id);
            }
        }
        std::vector<std::uint32_t> homes;
        for (auto const id : network_.communes.ids()) {
            if (network_.communes[id] && ground.demand[id].expected > 0.0) {
                homes.push_back(network_.communes[id]->node);
            }
        }
        std::uint32_t const beyond[]{abroad};
        cut_ = graph::lightest_cut({abroad + 1U, edges}, beyond, homes,
                                   std::vector<std::uint32_t>(edges.size(), 1))
                   .edges;
    }

    std::vector<CrossingId> crossings() const
    {
        std::vector<CrossingId> found;
        for (auto const e : cut_) {
            if (e >= network_.chains.size()) {
                found.push_back(crossing_[e - network_.chains.size()]);
            }
        }
        return found;
    }

    std::vector<graph::Chain> chains() const
    {
        std::vector<graph::Chain> found;
        for (auto const e : cut_) {
            if (e < network_.chains.size()) {
                found.push_back(network_.chains[e]);
            }
        }
        return found;
    }

private:
    flows::FlowNetwork network_;
    std::vector<CrossingId> crossing_;
    std::vector<std::uint32_t> cut_;
};

std::size_t communes_over(std::vector<Corridor> const& corridors, auto const& passes)
{
    std::set<CommuneId> communes;
    for (auto const& corridor : corridors) {
        if (corridor.flow > 0.0 && passes(corridor)) {
            communes.insert(corridor.from);
        }
    }
    return communes.size();
}

CutCrossing cut_crossing(CrossingId id, std::vector<Corridor> const& corridors, Reach const& reach)
{
    auto const over = [id](Corridor const& corridor) { return corridor.crossing == id; };
    return {.crossing = id,
            .communes = communes_over(corridors, over),
            .cut_off = reach.cut_off_by({.crossing = id})};
}

/// No more passes a stretch than the way with the least flow that it runs over.
flows::Band least_of(std::set<WayId> const& ways, geo::Column<WayId, flows::Band> const& flow)
{
    std::optional<flows::Band> least;
    for (auto const way : ways) {
        if (!least || flow[way].mean < least->mean) {
            least = flow[way];
        }
    }
    return least.value_or(flows::Band{});
}

CutWay cut_way(graph::Chain const& chain, routes::Routes const& routes,
               flows::Movement const& movement, Reach const& reach)
{
    std::set<WayId> ways;
    std::set<std::uint32_t> pieces;
    for (auto const a : chain.edges) {
        pieces.insert(routes.graph.arcs()[a].piece);
        if (auto const& way = routes.network.pieces[routes.graph.arcs()[a].piece].way) {
            ways.insert(*way);
        }
    }
    auto const passes = [&](Corridor const& corridor) {
        return std::ranges::any_of(
            corridor.arcs, [&](auto a) { return pieces.contains(routes.graph.arcs()[a].piece); });
    };
    return {.middle = routes.graph.arcs()[chain.edges[chain.edges.size() / 2]].from,
            .flow = least_of(ways, movement.bands.ways),
            .communes = communes_over(movement.corridors, passes),
            .ways = {ways.begin(), ways.end()},
            .cut_off = reach.cut_off_by({.pieces = pieces})};
}

}  // namespace

PassingPlaces passing_places(routes::Routes const& routes, flows::Ground const& ground,
                             flows::Movement const& movement)
{
    PassingPlaces found;
    if (!(movement.bands.reached.mean > 0.0)) {
        return found;
    }
    Reach const reach{routes, ground};
    found.junctions = busy_junctions(routes, movement, reach);
    MinimumCut const cut{routes, ground};
    for (auto const id : cut.crossings()) {
        found.crossings.push_back(cut_crossing(id, movement.corridors, reach));
    }
    for (auto const& chain : cut.chains()) {
        found.ways.push_back(cut_way(chain, routes, movement, reach));
    }
    return found;
}

}  // namespace marchland::analysis::outreach
