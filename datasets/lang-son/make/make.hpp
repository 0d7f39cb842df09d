// Makes the training region of Lạng Sơn from facts and dice.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace marchland::lang_son {

/// Writes every file of the region into a folder, the same bytes every time.
/// \throws geo::Error  a fact is missing or a file cannot be written.
/// \return the names of the files, SHA256SUMS last.
std::vector<std::string> make(std::filesystem::path const& facts_folder,
                              std::filesystem::path const& out);

}  // namespace marchland::lang_son
