// Finding the commune that a row of another table means. Private to geo.
#pragma once

#include "geo/files/layer_reader.hpp"
#include "geo/layers/communes.hpp"
#include "geo/vocabulary/period.hpp"

#include <optional>

namespace marchland::geo {

/// Who a row speaks of.
struct Meant {
    bool sound = false;                ///< false: an error was said, leave the row out
    std::optional<CommuneId> commune;  ///< nothing although sound: the record says "unknown"
};

/// The commune of a row, with its vintage checked; says what is wrong.
Meant commune_of(LayerReader& reader, Communes const& communes, Field const* code,
                 Field const* vintage, std::size_t row);

/// The period of a row; `fallback` where there is no column. Nothing where it cannot be read.
std::optional<Period> period_of(LayerReader& reader, Field const* field, std::size_t row,
                                Period const& fallback);

}  // namespace marchland::geo
