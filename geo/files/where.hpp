// Rows of a table that meet a condition. Private to geo.
#pragma once

#include "geo/files/table.hpp"

#include <string>

namespace marchland::geo {

/// Leaves only the rows that meet a condition of SQL (WHERE), in the dialect of GDAL: tinh = 'Lang Son' AND n > 0. Columns
/// that the file stores as numbers are compared as numbers, all others as text.
/// \throws Error{findings}  the condition cannot be read, or names a column that is not there.
void keep_where(Table& table, std::string const& condition);

}  // namespace marchland::geo
