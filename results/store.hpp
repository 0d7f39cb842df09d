/// \file store.hpp
/// Results to a folder and back: study.gpkg, the CSV files beside it, run.json.
#pragma once

#include "geo/files/write.hpp"
#include "results/results.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace marchland::results {

/// Names of every file that a run may leave in its folder, the report first.
std::vector<std::string> const& result_files();

/// Writes study.gpkg, *.csv and run.json into `folder`, each to a temporary name and then renamed;
/// study.gpkg last, so that a folder with one is complete. What stood there before is replaced; its map
/// and report, which told of other figures, are removed.
/// \param styles  how QGIS draws the layers.
/// \throws Error{failed}  the folder cannot be written or the disk is full; nothing half is left.
/// \throws Cancelled: the folder then holds no result, not even the one before.
void write_results(Results const& results, std::filesystem::path const& folder,
                   geo::LayerStyles const& styles = {}, geo::Job const& job = {});

/// Takes every file that a run may leave out of a folder.
void remove_results(std::filesystem::path const& folder);

/// The files of a result that are in a folder, the report first.
std::vector<std::string> files_in(std::filesystem::path const& folder);

/// \throws Error{usage}   the folder holds no study.gpkg, or one that Marchland did not write.
Results read_results(std::filesystem::path const& folder);

/// \namespace marchland::results
/// \par Example
/// \code
/// results::Results made;
/// made.about.crs = "EPSG:9215";
/// made.communes.push_back({.code = "05977", .name = "Made up", .expected = 3.5});
/// results::write_results(made, "made-up");
/// assert(results::read_results("made-up").communes.front().expected == 3.5);
/// \endcode
/// \par Threads  functions of their arguments alone; two may not write into one folder at once.

}  // namespace marchland::results
