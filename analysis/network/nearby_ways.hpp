// Bounded shortest-path search: which ways can be reached along the network without going far. Private to
// analysis.
#pragma once

#include "analysis/network/network.hpp"
#include "geo/shapes/buckets.hpp"

#include <cstdint>
#include <span>
#include <unordered_set>
#include <utility>
#include <vector>

namespace marchland::analysis::network {

/// A way within so many times the widest gap, along the network, is near enough as it is.
constexpr double detour_times_gap = 20.0;

class NearbyWays {
public:
    /// \param pieces  must outlive this.
    NearbyWays(std::span<Piece const> pieces, std::size_t junctions);

    /// The ways with a piece that begins within `metres` of travel from a junction.
    /// \par Cost O(k log k) for the k pieces within reach.
    std::unordered_set<geo::WayId> const& within(geo::JunctionId from, double metres);

private:
    using Step = std::pair<double, geo::JunctionId>;

    std::span<Piece const> pieces_;
    geo::Buckets at_;           ///< pieces that end at a junction
    std::vector<double> best_;  ///< metres to a junction; infinite between two questions
    std::vector<geo::JunctionId> touched_;
    std::vector<Step> next_;  ///< a heap
    std::unordered_set<geo::WayId> ways_;
};

}  // namespace marchland::analysis::network
