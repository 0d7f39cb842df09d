// Heights in metres out of what a raster of heights stores. Private to geo.
#pragma once

#include "geo/files/gdal_handle.hpp"

#include <string>

namespace marchland::geo {

/// The lowest and highest that ground can be, in metres: beyond them a cell is a hole whose mark was lost, as
/// -32768 of SRTM.
inline constexpr double lowest_ground_m = -500.0;
inline constexpr double highest_ground_m = 9000.0;

/// The first band of a raster as heights: its scale and offset applied, feet made metres, what is no ground
/// without a value. Nothing where GDAL cannot make it. Cells are computed as they are read.
/// \param file  must stay open as long.
Dataset heights_of(GDALDatasetH file);

/// What heights_of does to the numbers beside holes, in words; empty where it leaves them as they are.
std::string heights_changed(GDALDatasetH file);

}  // namespace marchland::geo
