/// \file companions.hpp
/// Which files on disk a source consists of: a Shapefile is four or five, a raster has its sidecars.
#pragma once

#include <filesystem>
#include <vector>

namespace marchland::geo {

/// The file itself first, then those beside it that GDAL reads with it, by name; only regular files.
/// Nothing for what is no file on disk: a database connection, a folder, a path that is not there.
/// \par Cost  the file is opened once, and read through where its format has no index (GeoJSON).
std::vector<std::filesystem::path> files_of_source(std::filesystem::path const& source);

}  // namespace marchland::geo
