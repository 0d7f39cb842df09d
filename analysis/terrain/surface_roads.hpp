/// \file surface_roads.hpp
/// Roads laid on a terrain, so that one search covers both.
#pragma once

#include "analysis/network/network.hpp"
#include "analysis/travel/foot_speed.hpp"
#include "analysis/travel/travel_model.hpp"
#include "geo/files/raster.hpp"
#include "geo/layers/ways.hpp"
#include "geo/shapes/geometry.hpp"
#include "geo/vocabulary/job.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace marchland::analysis::terrain {

struct Surface;

/// A place on a road where people can enter and leave it.
struct RoadNode {
    geo::Point at;
    /// that it lies in; nothing: off the map, or no way off the road
    std::optional<std::size_t> cell;
    double access = 0.0;  ///< between it and the middle of its cell, either way
};

struct RoadArc {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    double cost = 0.0;
};

/// The first nodes are the junctions of the network, in their order.
struct SurfaceRoads {
    std::vector<RoadNode> nodes;
    std::vector<RoadArc> arcs;
};

/// Lays the ways that a profile uses on a ground with heights; costs are seconds in the model's
/// season and by its time of day. A way over a barrier, a river say, is a way across it, left on
/// its banks.
///
/// A node lies in the middle of each stretch that a way runs through a cell (stretches below a
/// quarter of a cell are passed by). From it to the middle of the cell people walk straight, as on
/// the flat and with the cell's friction. Bridges, tunnels and ferries are left at their ends only.
/// Along the way it takes what the model takes; on foot also what the slope adds (not on bridges,
/// tunnels, ferries), for motors what weigh_slopes found for the whole piece.
///
/// \param sure  ways that exist with a lower chance (Ways::p_exists) are left out.
SurfaceRoads lay_on(Surface const& ground, network::Network const& network, geo::Ways const& ways,
                    travel::TravelModel const& travel, double sure = 0.0, geo::Job const& job = {});

}  // namespace marchland::analysis::terrain
