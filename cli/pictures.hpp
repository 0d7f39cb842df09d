// Map and report, where the program was built with pictures; words in their place where it was not.
#pragma once

#include "analysis/results.hpp"
#include "geo/store.hpp"

#include <filesystem>
#include <string>

namespace marchland::cli {

/// QGIS styles of the layers; none without pictures.
geo::LayerStyles layer_styles(analysis::Results const& results);

/// Whether this program can draw.
bool has_pictures();

/// \throws Error{usage} without pictures.
void write_map(analysis::Results const& results, std::filesystem::path const& file, std::string const& lang);
void write_report(analysis::Results const& results, std::filesystem::path const& file, std::string const& lang);

}  // namespace marchland::cli
