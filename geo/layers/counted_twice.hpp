// Rows that count the same persons or hours twice. Private to geo.
#pragma once

#include "geo/files/layer_reader.hpp"

#include <vector>

namespace marchland::geo {

/// Warns of rows that say the same as an earlier one in every column, and of a year beside its quarters: periods of one thing
/// that overlap without being the same. Both may be meant, so the rows count as they stand.
/// \param period  nullptr: there is no such column.
/// \param what    the columns that say what a row counts, but for the period; nullptr among them: there is none such.
void say_counted_twice(LayerReader& reader, Field const* period,
                       std::vector<Field const*> const& what);

}  // namespace marchland::geo
