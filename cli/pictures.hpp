// Map and report, where the program was built with pictures; words in their place where it was not.
#pragma once

#include "geo/files/write.hpp"
#include "geo/shapes/boundaries.hpp"
#include "geo/vocabulary/job.hpp"
#include "results/results.hpp"

#include <filesystem>
#include <string>

namespace marchland::cli {

/// QGIS styles of the layers; none without pictures.
geo::LayerStyles layer_styles(results::Results const& results);

/// Whether this program can draw.
bool has_pictures();

/// The boundaries of results that were read back from a folder.
geo::Boundaries boundaries_of(results::Results const& results);

/// \throws Error{usage} without pictures; Cancelled.
void write_report(results::Results const& results, geo::Boundaries const& boundaries,
                  std::filesystem::path const& file, std::string const& lang,
                  geo::Job const& job = {});

/// map.png and report.html, at once.
void write_pictures(results::Results const& results, geo::Boundaries const& boundaries,
                    std::filesystem::path const& folder, std::string const& lang,
                    geo::Job const& job = {});

}  // namespace marchland::cli
