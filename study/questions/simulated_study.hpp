/// \file simulated_study.hpp
/// A world with a known truth, written as a study of its own.
#pragma once

#include "analysis/simulation/simulate.hpp"
#include "study/input/region.hpp"
#include "study/settings/study_file.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace marchland::study {

/// Writes study.toml, cases.csv, effort.csv, truth.csv and, where it was asked for, indicator.csv into a
/// folder. The geography stays where it is: the new study names the files of the old one, relative to
/// itself. The new one is marked synthetic, covers whole years up to the end of the old one, and has
/// none of its counts.
///
/// truth.csv: code, relative_risk, persons a year, reporting, planted.
/// \returns the names of the files.
/// \throws Error{usage}  the folder is that of the study, or holds a study.toml and `replace` is not set.
std::vector<std::string> write_simulated(StudyFile const& study, Region const& region,
                                         analysis::simulation::World const& world,
                                         analysis::simulation::WorldOptions const& options,
                                         std::filesystem::path const& folder, bool replace = false);

}  // namespace marchland::study
