/// \file results_store.hpp
/// Results to a folder and back: study.gpkg, the CSV files beside it, run.json.
#pragma once

#include "analysis/results.hpp"

#include <filesystem>

namespace marchland::analysis {

/// Writes study.gpkg, *.csv and run.json into `folder`, each to a temporary name and then renamed.
/// \throws Error{usage}   a result is there already and `overwrite` is false.
/// \throws Error{failed}  the folder cannot be written or the disk is full; nothing half is left.
void write_results(Results const& results, std::filesystem::path const& folder, bool overwrite);

/// \throws Error{usage}   the folder holds no study.gpkg, or one that Marchland did not write.
Results read_results(std::filesystem::path const& folder);

}  // namespace marchland::analysis
