// How sure it is that each crossing can be reached. Shared.
#pragma once

#include "analysis/network/network.hpp"
#include "analysis/routes/exposure.hpp"
#include "analysis/travel/travel_model.hpp"

namespace marchland::analysis::flows {

/// The chance that each crossing can be used at all: of an informal one that a way to it exists, the surest
/// that ends at it (0 where none does, 1 where it is not on the network); of a ford also that it can be
/// waded in this season; of all others 1.
geo::Column<geo::CrossingId, double> chances(network::Network const& network, geo::Ways const& ways,
                                             geo::Crossings const& crossings,
                                             routes::Anchors const& anchors,
                                             travel::TravelModel const& travel);

}  // namespace marchland::analysis::flows
