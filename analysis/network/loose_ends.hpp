// Junctions where a single piece ends. Private to analysis.
#pragma once

#include "analysis/network/noding.hpp"

#include <cstddef>
#include <vector>

namespace marchland::analysis::network {

struct LooseEnd {
    geo::Point at;
    geo::WayId way{};
    geo::JunctionId junction{};
    std::size_t piece = 0;
};

/// In the order of their place, so that rows do not matter. An end that a repair reached is not loose.
std::vector<LooseEnd> loose_ends(NodedWays const& made);

/// Whether one way may lead onto another between the other's ends: no bridge or tunnel; an expressway only from
/// expressways and national roads, as what else ends beside it passes below.
bool leads_onto(geo::Ways const& ways, geo::WayId way, geo::WayId other);

}  // namespace marchland::analysis::network
