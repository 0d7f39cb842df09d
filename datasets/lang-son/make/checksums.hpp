// What was made, by SHA-256.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace marchland::lang_son {

/// As sha256sum writes and checks it: one line per file, in the order given.
void write_checksums(std::filesystem::path const& folder, std::vector<std::string> const& files);

}  // namespace marchland::lang_son
