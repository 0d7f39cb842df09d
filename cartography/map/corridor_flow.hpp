/// \file corridor_flow.hpp
/// Corridors that share a road, drawn once: as wide as what flows along it together.
#pragma once

#include "cartography/disclosure/shown.hpp"
#include "cartography/map/scene.hpp"

#include <vector>

namespace marchland::cartography {

/// Lines of the corridors, faint first. The weight is 1 where most flows.
/// Stretches with less than a hundredth of that are left out: the eye could not follow them.
/// \par Cost  O(vertices of all corridors).
std::vector<SceneLine> corridor_lines(Shown const& shown);

}  // namespace marchland::cartography
