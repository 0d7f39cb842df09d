/// \file guess.hpp
/// A first study.toml from the files somebody has.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace marchland::study {

struct GuessedStudy {
    std::string toml;
    /// what was guessed and why, a sentence each; what is still missing
    std::vector<std::string> said;
};

/// Looks into each file and guesses which column is which by its name, in Vietnamese or English.
///
/// \param files  section name (communes, cases, ...) to file.
/// \param folder where the study will stand; sources are written relative to it.
/// \throws Error{findings} a file cannot be read.
GuessedStudy guess_study(std::map<std::string, std::filesystem::path> const& files,
                         std::filesystem::path const& folder);

}  // namespace marchland::study
