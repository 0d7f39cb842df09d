// Rings that agree, cut into arcs. Private.
#pragma once

#include "geo/shapes/boundaries.hpp"
#include "geo/shapes/noding.hpp"

#include <vector>

namespace marchland::geo {

/// Maximal chains of stretches with the same communes, in an order of place. A stretch that a
/// commune walks twice (a spike, or two of its own parts side by side) is no boundary of it and
/// falls out. Levels are left empty.
std::vector<Arc> arcs_of(Noded const& map);

}  // namespace marchland::geo
