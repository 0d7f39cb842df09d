// What survey and reporting tools write into an export of themselves. Private to geo.
#pragma once

#include "geo/files/read.hpp"
#include "geo/files/table.hpp"

namespace marchland::geo {

/// Takes out the columns that KoboToolbox, ODK or DHIS2 add to the answers: keys, times of sending, versions; and,
/// where they are blank, those with who sent and stored them. Only where the headers show that the table is such an
/// export, and never a column that the study maps. Those with words in them stay, for the gate to refuse.
/// Their number is noted in Table::tool_columns.
void drop_tool_columns(Table& table, LayerSource const& source);

}  // namespace marchland::geo
