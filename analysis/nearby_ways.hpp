// Which ways can be reached along the network without going far. Private to analysis.
#pragma once

#include "analysis/network.hpp"

#include <cstdint>
#include <set>
#include <span>
#include <vector>

namespace marchland::analysis {

class NearbyWays {
public:
    /// \param pieces  must outlive this.
    NearbyWays(std::span<Piece const> pieces, std::size_t junctions);

    /// The ways with a piece that begins within `metres` of travel from a junction.
    /// \par Cost O(k log k) for the k pieces within reach.
    std::set<geo::WayId> within(geo::JunctionId from, double metres) const;

private:
    std::span<Piece const> pieces_;
    geo::Column<geo::JunctionId, std::vector<std::uint32_t>> at_;  ///< pieces that end at a junction
};

}  // namespace marchland::analysis
