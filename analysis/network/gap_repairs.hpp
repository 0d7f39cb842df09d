// Gaps between loose ends and what they face: which are closed, which are only proposed. Private.
#pragma once

#include "analysis/network/network.hpp"
#include "analysis/network/noding.hpp"
#include "analysis/network/segment_index.hpp"

#include <vector>

namespace marchland::analysis::network {

struct Gaps {
    std::vector<Repair> closed;    ///< by length
    std::vector<Repair> proposed;  ///< by length
};

/// \throws Error{usage}, Cancelled  as network_of
Gaps find_gaps(geo::Ways const& ways, std::vector<Stretch> const& stretches, NodedWays const& noded,
               SegmentIndex const& index, GapRules const& rules, geo::Job const& job);

}  // namespace marchland::analysis::network
