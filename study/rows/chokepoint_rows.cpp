// Where ways must pass or many meet, as rows.
#include "analysis/flows/contracted_network.hpp"
#include "analysis/graph/chokepoints.hpp"
#include "analysis/outreach/posts.hpp"
#include "geo/vocabulary/text.hpp"
#include "study/rows/rows.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace marchland::study {
namespace {

using geo::CommuneId;
using geo::CrossingId;
using geo::index_of;
using geo::JunctionId;
using geo::WayId;

constexpr int most_junctions = 12;

/// What flows through a junction along the corridors.
struct Meeting {
    double flow = 0.0;
    std::set<CommuneId> communes;
};

std::map<JunctionId, Meeting> meetings_of(analysis::routes::Routes const& routes,
                                          analysis::flows::Corridors const& found)
{
    std::map<JunctionId, Meeting> meetings;
    for (auto const& corridor : found.corridors) {
        if (corridor.flow <= 0.0) {
            continue;
        }
        auto const pass = [&](JunctionId junction) {
            auto& meeting = meetings[junction];
            meeting.flow += corridor.flow;
            meeting.communes.insert(corridor.from);
        };
        for (auto const a : corridor.arcs) {
            pass(routes.graph.arcs()[a].from);
        }
        if (!corridor.arcs.empty()) {
            pass(routes.graph.arcs()[corridor.arcs.back()].to);
        }
    }
    return meetings;
}

/// Ways that meet at each junction.
std::map<JunctionId, std::set<WayId>> ways_at(analysis::network::Network const& network)
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
    Reach(analysis::routes::Routes const& routes, analysis::flows::Ground const& ground)
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

    analysis::routes::Routes const& routes_;
    analysis::flows::Ground const& ground_;
    double all_ = 0.0;
};

/// "r1, r2 and 3 more"; ways of the paths layer are not named.
std::string names_of(std::set<WayId> const& ways, Region const& region)
{
    std::string words;
    std::size_t named = 0;
    std::size_t more = 0;
    for (auto const way : ways) {
        if (region.ways.kind[way] == geo::WayKind::road && named < 3) {
            words += (named++ > 0 ? ", " : "") + region.ways.id[way];
        } else {
            ++more;
        }
    }
    return words + (more > 0 ? (named > 0 ? " and " : "") + std::to_string(more) +
                                   (named > 0 ? " more" : " ways")
                             : "");
}

bool any_path(std::set<WayId> const& ways, Region const& region)
{
    return std::ranges::any_of(
        ways, [&](WayId way) { return region.ways.kind[way] == geo::WayKind::path; });
}

std::set<JunctionId> articulation_of(analysis::network::Network const& network)
{
    std::vector<analysis::graph::DirectedEdge> edges;
    for (auto const& piece : network.pieces) {
        edges.push_back({static_cast<std::uint32_t>(index_of(piece.from)),
                         static_cast<std::uint32_t>(index_of(piece.to)), 1});
    }
    std::set<JunctionId> found;
    for (auto const node : analysis::graph::joints_of(network.junctions.size(), edges).nodes) {
        found.insert(static_cast<JunctionId>(node));
    }
    return found;
}

/// Junctions with at least three neighbours of which the flows are told.
std::vector<JunctionId> forks(analysis::network::Network const& network,
                              analysis::flows::FlowBands const& bands)
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

/// The forks that together see most, each counted for what those before it do not see: else all of them
/// would lie one after the other on the busiest road.
std::vector<JunctionId> busiest(analysis::routes::Routes const& routes,
                                analysis::flows::Movement const& movement)
{
    auto const candidates = forks(routes.network, movement.bands);
    std::map<JunctionId, std::uint32_t> site;
    for (std::uint32_t s = 0; s < candidates.size(); ++s) {
        site[candidates[s]] = s;
    }
    analysis::outreach::PostsInput input{.sites = candidates.size()};
    for (auto const& corridor : movement.found.corridors) {
        analysis::outreach::Reached passed{.weight = corridor.flow, .sites = {}};
        for (auto const a : corridor.arcs) {
            if (auto const at = site.find(routes.graph.arcs()[a].from); at != site.end()) {
                passed.sites.push_back(at->second);
            }
        }
        input.demand.push_back(std::move(passed));
    }
    std::vector<JunctionId> found;
    for (auto const& post : analysis::outreach::best_posts(input, most_junctions, 0).posts) {
        found.push_back(candidates[post.site]);
    }
    return found;
}

void add_junctions(analysis::routes::Routes const& routes, Region const& region,
                   analysis::flows::Movement const& movement, Reach const& reach,
                   results::Results& results)
{
    auto const meetings = meetings_of(routes, movement.found);
    auto const ways = ways_at(routes.network);
    auto const joints = articulation_of(routes.network);
    std::map<JunctionId, analysis::flows::Band> const bands{movement.bands.junctions.begin(),
                                                            movement.bands.junctions.end()};
    for (auto const junction : busiest(routes, movement)) {
        auto const& meeting = meetings.at(junction);
        auto const& band = bands.at(junction);
        auto const at = ways.find(junction);
        auto const meet = at != ways.end() ? at->second : std::set<WayId>{};
        results.chokepoints.push_back(
            {.kind = results::ChokepointKind::junction,
             .name = names_of(meet, region),
             .flow = meeting.flow,
             .flow_lower = std::min(meeting.flow, band.lower),
             .flow_upper = std::max(meeting.flow, band.upper),
             .share = meeting.flow / movement.choice.demand,
             .communes = static_cast<std::int64_t>(meeting.communes.size()),
             .alone = joints.contains(junction),
             .cut_off = reach.cut_off_by({.junction = junction}),
             .informal = any_path(meet, region),
             .at = routes.network.junctions[junction],
             .placed = true});
    }
}

/// The fewest ways and crossings that everybody must pass; of equally few those nearest to the border, so
/// that a crossing is named before the way to it. For that the network is walked backwards.
class Fewest {
public:
    Fewest(analysis::routes::Routes const& routes, analysis::flows::Ground const& ground)
        : network_{analysis::flows::flow_network_of(routes.graph, ground)}
    {
        auto const abroad = static_cast<std::uint32_t>(network_.junctions.size());
        std::vector<analysis::graph::DirectedEdge> edges;
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
        cut_ = analysis::graph::lightest_cut({abroad + 1U, edges}, beyond, homes,
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

    std::vector<analysis::graph::Chain> chains() const
    {
        std::vector<analysis::graph::Chain> found;
        for (auto const e : cut_) {
            if (e < network_.chains.size()) {
                found.push_back(network_.chains[e]);
            }
        }
        return found;
    }

private:
    analysis::flows::FlowNetwork network_;
    std::vector<CrossingId> crossing_;
    std::vector<std::uint32_t> cut_;
};

std::size_t communes_over(analysis::flows::Corridors const& found, auto const& passes)
{
    std::set<CommuneId> communes;
    for (auto const& corridor : found.corridors) {
        if (corridor.flow > 0.0 && passes(corridor)) {
            communes.insert(corridor.from);
        }
    }
    return communes.size();
}

void add_cut_crossing(CrossingId id, Region const& region,
                      analysis::flows::Movement const& movement, Reach const& reach,
                      results::Results& results)
{
    auto const& row = results.crossings[index_of(id)];
    results.chokepoints.push_back(
        {.kind = results::ChokepointKind::crossing,
         .name = region.crossings.name[id].empty() ? region.crossings.id[id]
                                                   : region.crossings.name[id],
         .flow = row.flow,
         .flow_lower = row.flow_lower,
         .flow_upper = row.flow_upper,
         .share = row.share,
         .communes = static_cast<std::int64_t>(communes_over(
             movement.found,
             [id](analysis::flows::Corridor const& corridor) { return corridor.crossing == id; })),
         .cut_off = reach.cut_off_by({.crossing = id}),
         .in_cut = true,
         .informal = row.informal,
         .at = row.at,
         .placed = row.placed});
}

void add_cut_way(analysis::graph::Chain const& chain, analysis::routes::Routes const& routes,
                 Region const& region, analysis::flows::Movement const& movement,
                 Reach const& reach, results::Results& results)
{
    std::set<WayId> ways;
    std::set<std::uint32_t> pieces;
    for (auto const a : chain.edges) {
        pieces.insert(routes.graph.arcs()[a].piece);
        if (auto const& way = routes.network.pieces[routes.graph.arcs()[a].piece].way) {
            ways.insert(*way);
        }
    }
    auto const passes = [&](analysis::flows::Corridor const& corridor) {
        return std::ranges::any_of(
            corridor.arcs, [&](auto a) { return pieces.contains(routes.graph.arcs()[a].piece); });
    };
    double flow = 0.0;
    for (auto const& corridor : movement.found.corridors) {
        flow += passes(corridor) ? corridor.flow : 0.0;
    }
    analysis::flows::Band band{flow, flow, flow};
    for (auto const way : ways) {  // the piece has no band of its own: that of its ways holds it
        band.lower = std::min(band.lower, movement.bands.ways[way].lower);
        band.upper = std::max(band.upper, movement.bands.ways[way].upper);
    }
    auto const& middle = routes.graph.arcs()[chain.edges[chain.edges.size() / 2]];
    results.chokepoints.push_back(
        {.kind = results::ChokepointKind::way,
         .name = names_of(ways, region),
         .flow = flow,
         .flow_lower = band.lower,
         .flow_upper = band.upper,
         .share = flow / movement.choice.demand,
         .communes = static_cast<std::int64_t>(communes_over(movement.found, passes)),
         .cut_off = reach.cut_off_by({.pieces = pieces}),
         .in_cut = true,
         .informal = any_path(ways, region),
         .at = routes.network.junctions[middle.from],
         .placed = true});
}

}  // namespace

void fill_chokepoints(analysis::routes::Routes const& routes, analysis::flows::Ground const& ground,
                      Region const& region, analysis::flows::Movement const& movement,
                      results::Results& results)
{
    if (!(movement.choice.demand > 0.0)) {
        return;
    }
    Reach const reach{routes, ground};
    add_junctions(routes, region, movement, reach, results);
    Fewest const fewest{routes, ground};
    for (auto const id : fewest.crossings()) {
        add_cut_crossing(id, region, movement, reach, results);
    }
    for (auto const& chain : fewest.chains()) {
        add_cut_way(chain, routes, region, movement, reach, results);
    }
    for (std::size_t i = 0; i < results.chokepoints.size(); ++i) {
        results.chokepoints[i].id = "C" + std::to_string(i + 1);
    }
}

}  // namespace marchland::study
