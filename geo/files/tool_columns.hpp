// What survey and reporting tools write into an export of themselves. Private to geo.
#pragma once

#include "geo/files/table.hpp"

namespace marchland::geo {

/// Takes out the columns that KoboToolbox, ODK or DHIS2 add to the answers (keys, times of sending, versions, who
/// sent and stored them), where the headers show that the table is such an export. They are never looked at; their
/// number is noted in Table::tool_columns.
void drop_tool_columns(Table& table);

}  // namespace marchland::geo
