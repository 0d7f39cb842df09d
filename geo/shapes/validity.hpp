// Polygons that cross themselves, found and mended. GEOS stays behind validity.cpp. Private to geo.
#pragma once

#include "geo/shapes/geometry.hpp"

#include <optional>
#include <string>

namespace marchland::geo {

/// Why an area is not valid, e.g. "Self-intersection near 106.71 21.95"; nothing where it is.
std::optional<std::string> defect_of(Area const& area);

/// The valid area that covers the same ground; empty where nothing is left.
Area mended(Area const& area);

}  // namespace marchland::geo
