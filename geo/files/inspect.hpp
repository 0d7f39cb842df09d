/// \file inspect.hpp
/// What a layer has against it, whatever it is meant for.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace marchland::geo {

/// One sentence for each kind of defect, with how many rows have it: rows without shape, polygons that
/// cross themselves, texts that are not NFC or hold \u escapes, codes that
/// repeat.
/// \throws Error{findings} the file or the layer cannot be read.
std::vector<std::string> defects_of(std::filesystem::path const& file, std::string const& layer);

}  // namespace marchland::geo
