// Whether a shape is one that others accept. GEOS stays behind the .cpp.
#pragma once

#include "geo/shapes/geometry.hpp"

namespace marchland::lang_son {

/// As the Simple Features standard has it: no ring crosses itself or another.
bool is_valid(geo::Area const& area);

}  // namespace marchland::lang_son
