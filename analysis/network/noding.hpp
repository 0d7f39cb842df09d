// Noding: ways cut into pieces where they meet. Private to analysis.
#pragma once

#include "analysis/network/network.hpp"
#include "analysis/network/segment_index.hpp"
#include "analysis/network/snap_rounding.hpp"

#include <vector>

namespace marchland::analysis::network {

/// Bridges, tunnels and expressways are entered where they end or have a corner, not midway.
bool entered_midway(geo::Ways const& ways, geo::WayId way);

/// The segments of the ways on the grid, with the same numbers; ends within a centimetre of a
/// vertex or of another way are moved onto it.
std::vector<Stretch> stretches_of(geo::Ways const& ways, SegmentIndex const& index,
                                  geo::Job const& job);

struct NodedWays {
    geo::Column<geo::JunctionId, geo::Point> junctions;
    std::vector<Piece> pieces;
    std::vector<geo::JunctionId> pinned;  ///< of the pins, in their order
};

/// \param pins  places on ways that become junctions.
NodedWays noded_ways(geo::Ways const& ways, std::vector<Stretch> const& stretches,
                     std::vector<Pin> const& pins, geo::Job const& job);

}  // namespace marchland::analysis::network
