/// \file corridors.hpp
/// Corridors: the ways from a commune to a crossing, and what would flow along them. Transit, not origin.
#pragma once

#include "analysis/flows/bands.hpp"
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

/// What flows from a commune over a crossing.
struct PairFlow {
    geo::CommuneId from{};
    geo::CrossingId crossing{};
    double flow = 0.0;  ///< persons a year
};

/// The pairs that are followed as corridors: those with at least `smallest_share` of their commune's people,
/// and the largest of a crossing that has none such. Their flows are scaled so that those over a crossing sum
/// to the mean flow of the crossing. By commune and crossing.
std::vector<PairFlow> followed_pairs(FlowBands const& bands, double smallest_share);

/// Corridors of every pair; their flows sum to the pair's: shares exp(-theta hours) over the alternatives,
/// which are those of routes/alternatives.hpp (plateaus).
/// \param pairs  by commune and crossing; a commune without a way to the crossing has no corridor.
/// \throws Cancelled
/// \par Source  Abraham, Delling, Goldberg and Werneck (2013) ACM J. Experimental Algorithmics 18, 1.3.
/// \par Cost  a tree of the network for each commune; those to the crossings are in `exposure`.
std::vector<Corridor> find_corridors(routes::RouteGraph const& graph,
                                     network::Network const& network, geo::Ways const& ways,
                                     routes::Anchors const& anchors,
                                     routes::Exposure const& exposure,
                                     std::vector<PairFlow> const& pairs,
                                     CorridorOptions const& options = {}, geo::Job const& job = {});

/// The line of a corridor, in the order of travel.
geo::Line line_of(Corridor const& corridor, routes::RouteGraph const& graph,
                  network::Network const& network);

}  // namespace marchland::analysis::flows
