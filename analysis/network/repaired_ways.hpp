// Noding with repairs: ways cut also where gaps are closed and places are tied on. Private to analysis.
#pragma once

#include "analysis/network/network.hpp"
#include "analysis/network/noding.hpp"
#include "analysis/network/segment_index.hpp"

#include <span>
#include <vector>

namespace marchland::analysis::network {

/// \param repairs  each becomes a piece without a way, in their order, behind those of the ways; one whose
///                 points are on no way is taken out.
/// \param places   points of ways that become junctions: `pinned` of the answer, in their order.
NodedWays repaired_ways(geo::Ways const& ways, std::vector<Stretch> const& stretches,
                        SegmentIndex const& index, std::vector<Repair>& repairs,
                        std::span<NearestPoint const> places, geo::Job const& job);

}  // namespace marchland::analysis::network
