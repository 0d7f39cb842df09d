// Cells that count persons: whole, hidden ("<5") or without information. Private to geo.
#pragma once

#include "geo/files/layer_reader.hpp"

#include <optional>
#include <string>

namespace marchland::geo {

struct Counted {
    double count = 0.0;
    bool censored = false;
    double most = 0.0;  ///< where censored, the largest count that may be hidden
};

/// "..", "-", "n/a": no information, not zero.
bool is_nothing(std::string const& text);

/// How many persons; nothing where the row counts nothing or is wrong, which is said.
std::optional<Counted> count_of(LayerReader& reader, Field const* field, std::size_t row);

}  // namespace marchland::geo
