// What a file of OpenStreetMap says of a line beside its columns. Private to geo.
#pragma once

#include "geo/files/read.hpp"
#include "geo/files/table.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace marchland::geo {

/// The value of a key in text like "bridge"=>"yes","layer"=>"1".
std::optional<std::string> tag_in(std::string_view tags, std::string_view key);

/// The same for a cell; nothing where there is no such column.
std::optional<std::string> osm_tag(Field const* tags, std::size_t row, std::string_view key);

/// The layer of lines where a file of OpenStreetMap is given without one.
LayerSource with_lines_of_osm(LayerSource source);

}  // namespace marchland::geo
