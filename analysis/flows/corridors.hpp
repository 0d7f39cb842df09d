/// \file corridors.hpp
/// Corridors: the ways from a commune to a crossing, and what would flow along them. Transit, not origin.
#pragma once

#include "analysis/flows/crossing_choice.hpp"
#include "analysis/routes/alternatives.hpp"
#include "analysis/routes/exposure.hpp"

#include <array>
#include <vector>

namespace marchland::analysis::flows {

struct Corridor {
    geo::CommuneId from{};
    geo::CrossingId crossing{};
    int alternative = 1;                       ///< 1 = quickest
    double hours = 0.0;                        ///< with access at both ends and the crossing itself
    double metres = 0.0;                       ///< on the network
    std::array<double, 10> metres_by_class{};  ///< by geo::WayClass; repairs count as unknown
    double informal_metres = 0.0;              ///< on ways of the paths layer
    double flow = 0.0;                         ///< persons a year
    double overlap = 0.0;
    std::vector<std::uint32_t> arcs;
};

struct CorridorOptions {
    routes::AlternativeLimits limits;
    double theta = 1.0;  ///< also shares a crossing's flow among its alternatives
};

struct Corridors {
    std::vector<Corridor> corridors;  ///< by commune, crossing, alternative
    /// the most on any piece of the way, persons a year
    geo::Column<geo::WayId, double> flow_on_way;
};

/// Corridors for every pair of commune and crossing with a share in `choice`. The flows of the
/// corridors over a crossing sum to the flow of the crossing.
Corridors find_corridors(routes::RouteGraph const& graph, network::Network const& network,
                         geo::Ways const& ways, routes::Anchors const& anchors,
                         routes::Exposure const& exposure, Choice const& choice,
                         geo::PerCommune<Demand> const& demand, CorridorOptions const& options = {},
                         geo::Job const& job = {});

/// The line of a corridor, in the order of travel.
geo::Line line_of(Corridor const& corridor, routes::RouteGraph const& graph,
                  network::Network const& network);

}  // namespace marchland::analysis::flows
