// Slopes of the network from terrain. Private to analysis.
#pragma once

#include "analysis/network/network.hpp"
#include "analysis/travel/travel_model.hpp"
#include "geo/files/raster.hpp"

namespace marchland::analysis::routes {

/// Fills slower_there and slower_back of every piece: heights between the cells' centres, about every cell
/// along the line. Where the terrain has no height, on bridges and in tunnels, a way is taken as flat.
void weigh_slopes(geo::Raster const& terrain, geo::Ways const& ways,
                  travel::TravelModel const& travel, network::Network& network);

}  // namespace marchland::analysis::routes
