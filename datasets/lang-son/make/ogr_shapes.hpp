// Our shapes as those of GDAL.
#pragma once

#include "geo/shapes/geometry.hpp"

#include <ogr_geometry.h>

namespace marchland::lang_son {

OGRGeometryUniquePtr ogr_shape(geo::Line const& line);
OGRGeometryUniquePtr ogr_shape(geo::Area const& area);

}  // namespace marchland::lang_son
