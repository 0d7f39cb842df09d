#include "analysis/flows/contracted_network.hpp"

#include "analysis/travel/travel_model.hpp"

#include <algorithm>
#include <iterator>
#include <map>

namespace marchland::analysis::flows {
namespace {

using geo::index_of;

double access_hours(network::Anchor const& anchor, travel::TravelModel const& travel)
{
    return anchor.metres / 1000.0 / travel::access_speed_kmh(travel);
}

std::vector<bool> ends_of(routes::RouteGraph const& graph, Ground const& ground)
{
    std::vector<bool> stays(graph.junctions());
    for (auto const& anchor : ground.anchors.communes) {
        if (anchor) {
            stays[index_of(anchor->junction)] = true;
        }
    }
    for (auto const& anchor : ground.anchors.crossings) {
        if (anchor) {
            stays[index_of(anchor->junction)] = true;
        }
    }
    return stays;
}

void tie(Ground const& ground, graph::Contraction const& contraction, FlowNetwork& network)
{
    for (auto const id : ground.anchors.communes.ids()) {
        if (auto const& anchor = ground.anchors.communes[id]) {
            network.communes[id] = Tied{contraction.place[index_of(anchor->junction)],
                                        access_hours(*anchor, ground.travel), 0.0};
        }
    }
    for (auto const id : ground.anchors.crossings.ids()) {
        auto const& anchor = ground.anchors.crossings[id];
        if (anchor) {
            network.crossings[id] = Tied{
                contraction.place[index_of(anchor->junction)], access_hours(*anchor, ground.travel),
                geo::Hours{travel::crossing_delay(ground.travel, ground.crossings.klass[id])}
                    .count()};
        }
    }
}

void describe(routes::RouteGraph const& graph, Ground const& ground, FlowNetwork& network)
{
    for (std::uint32_t c = 0; c < network.chains.size(); ++c) {
        std::array<double, 10> ticks{};
        std::vector<geo::WayId> ways;
        std::vector<std::uint32_t> gaps;
        for (auto const a : network.chains[c].edges) {
            auto const& arc = graph.arcs()[a];
            auto const& piece = ground.network.pieces[arc.piece];
            auto const& way = piece.way;
            ticks.at(static_cast<std::size_t>(way ? ground.ways.klass[*way]
                                                  : geo::WayClass::unknown)) += arc.ticks;
            if (piece.repair && ground.network.repairs[*piece.repair].p_exists < 1.0) {
                gaps.push_back(*piece.repair);
            }
            if (way && std::ranges::find(ways, *way) == ways.end()) {
                ways.push_back(*way);
            }
        }
        network.ticks.push_back(ticks);
        auto& unsure = network.unsure.emplace_back();
        std::ranges::copy_if(ways, std::back_inserter(unsure),
                             [&](geo::WayId way) { return ground.ways.p_exists[way] < 1.0; });
        network.ways.push_back(std::move(ways));
        network.gaps.push_back(std::move(gaps));
    }
}

/// Chains over the same pieces the other way round.
void pair_up(routes::RouteGraph const& graph, FlowNetwork& network)
{
    using Key = std::pair<std::uint32_t, std::vector<std::uint32_t>>;  // node it starts at, pieces
    auto const pieces_of = [&graph](graph::Chain const& chain) {
        std::vector<std::uint32_t> pieces;
        for (auto const a : chain.edges) {
            pieces.push_back(graph.arcs()[a].piece);
        }
        return pieces;
    };
    std::map<Key, std::uint32_t> known;
    for (std::uint32_t c = 0; c < network.chains.size(); ++c) {
        known[{network.chains[c].from, pieces_of(network.chains[c])}] = c;
    }
    for (auto const& chain : network.chains) {
        auto pieces = pieces_of(chain);
        std::ranges::reverse(pieces);
        auto const found = known.find({chain.to, pieces});
        network.back.push_back(found == known.end() ? std::nullopt : std::optional{found->second});
    }
}

}  // namespace

FlowNetwork flow_network_of(routes::RouteGraph const& graph, Ground const& ground,
                            std::span<geo::JunctionId const> keep)
{
    auto stays = ends_of(graph, ground);
    for (auto const junction : keep) {
        stays[index_of(junction)] = true;
    }
    auto contraction = graph::contraction_of(graph.digraph(), stays);
    FlowNetwork network;
    for (auto const node : contraction.nodes) {
        network.junctions.push_back(static_cast<geo::JunctionId>(node));
    }
    network.chains = std::move(contraction.chains);
    network.all_ways = ground.ways.size();
    network.communes = geo::PerCommune<std::optional<Tied>>{ground.anchors.communes.size()};
    network.crossings = geo::Column<geo::CrossingId, std::optional<Tied>>{ground.crossings.size()};
    tie(ground, contraction, network);
    describe(graph, ground, network);
    pair_up(graph, network);
    return network;
}

geo::Column<geo::WayId, double> flow_on_ways(FlowNetwork const& network,
                                             std::vector<double> const& on_chain)
{
    geo::Column<geo::WayId, double> flows{network.all_ways};
    for (std::uint32_t c = 0; c < network.chains.size(); ++c) {
        auto const& back = network.back[c];
        double const both = on_chain[c] + (back ? on_chain[*back] : 0.0);
        for (auto const way : network.ways[c]) {
            flows[way] = std::max(flows[way], both);
        }
    }
    return flows;
}

}  // namespace marchland::analysis::flows
