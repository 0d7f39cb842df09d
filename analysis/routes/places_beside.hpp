// Hours to places that the network was not cut for, such as services: whether they are there changes no other figure.
// Shared.
#pragma once

#include "analysis/routes/exposure.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace marchland::analysis::routes {

/// Where a place is reached: along a piece of the network, from either end.
struct PlaceBeside {
    std::uint32_t piece = 0;
    double share =
        0.0;  ///< of its length from its `from` to the point that is nearest to the place
    double metres = 0.0;  ///< from there to the place
};

/// Ties places to the nearest way within reach that is neither an expressway nor a tunnel, as network_of ties its own.
/// \param at  nothing: the place is not known, and is not tied. \par CRS the working system, metres.
/// \par Cost  an index over the ways; for each place, the pieces of one way.
std::vector<std::optional<PlaceBeside>> places_beside(network::Network const& network,
                                                      geo::Ways const& ways,
                                                      std::span<std::optional<geo::Point> const> at,
                                                      double reach_m = 5000.0);

/// Hours from each commune to each place, one way; infinite where there is no way. The time along a piece is shared out
/// by its length.
/// \par Cost one or two trees for each place. \throws Cancelled
geo::PerCommune<std::vector<double>>
hours_to_places(network::Network const& network, RouteGraph const& graph, Anchors const& anchors,
                std::span<std::optional<PlaceBeside> const> places,
                travel::TravelModel const& travel, geo::Job const& job = {});

}  // namespace marchland::analysis::routes
