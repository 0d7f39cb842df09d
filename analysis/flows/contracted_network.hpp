// Contraction of the route graph for flows, with what is uncertain about it. Private to analysis.
#pragma once

#include "analysis/flows/flow_input.hpp"
#include "analysis/graph/contraction.hpp"

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace marchland::analysis::flows {

/// A commune or crossing on the contracted network.
struct Tied {
    std::uint32_t node = 0;
    double access_hours = 0.0;  ///< across country
    double delay_hours = 0.0;   ///< at a crossing itself
};

struct FlowNetwork {
    std::vector<geo::JunctionId> junctions;          ///< of each node
    std::vector<graph::Chain> chains;                ///< edges are arcs of the route graph
    std::vector<std::array<double, 10>> ticks;       ///< of each chain, by geo::WayClass
    std::vector<std::vector<geo::WayId>> ways;       ///< that each chain runs over, each once
    std::vector<std::vector<geo::WayId>> unsure;     ///< those of them that may not exist
    std::vector<std::vector<std::uint32_t>> gaps;    ///< of each chain: repairs that may be none
    std::size_t all_ways = 0;                        ///< of the network
    std::vector<std::optional<std::uint32_t>> back;  ///< of each chain: the one the other way
    geo::PerCommune<std::optional<Tied>> communes;
    /// with a way, open or closed
    geo::Column<geo::CrossingId, std::optional<Tied>> crossings;
};

/// \param keep  junctions that must stay, besides those of communes and crossings.
FlowNetwork flow_network_of(routes::RouteGraph const& graph, Ground const& ground,
                            std::span<geo::JunctionId const> keep = {});

/// The flow over each way from those of the chains: the most on any piece, both ways together.
geo::Column<geo::WayId, double> flow_on_ways(FlowNetwork const& network,
                                             std::vector<double> const& on_chain);

}  // namespace marchland::analysis::flows
