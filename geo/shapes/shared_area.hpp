// How much ground two shapes share. GEOS stays behind the .cpp. Private.
#pragma once

#include "geo/shapes/geometry.hpp"

#include <optional>

namespace marchland::geo {

/// In the unit of the coordinates, squared; nothing where GEOS cannot say, as for a shape that
/// crosses itself.
std::optional<double> shared_area(Area const& one, Area const& two);

}  // namespace marchland::geo
