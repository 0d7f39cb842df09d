/// \file inputs.hpp
/// Every file that a study reads, in one list: what a result rests on, and what it must not replace.
#pragma once

#include "study/settings/study_file.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace marchland::study {

struct Input {
    std::string section;  ///< of study.toml that names it: roads, indicators, neighbours
    std::string source;   ///< as study.toml names it
    /// the file and those read with it (a Shapefile's parts); none: no file on disk, or none there
    std::vector<std::filesystem::path> files;
};

/// In the order of study.toml's sections by name; indicators and weights after the layers.
std::vector<Input> inputs(StudyFile const& study);

/// A line for each file, its section and SHA-256; what is no file on disk stands by its name.
/// \throws Error{failed}  a file cannot be read.
std::string hash_of(std::vector<Input> const& inputs);

}  // namespace marchland::study
