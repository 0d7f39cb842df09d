// The words of the closed lists. Private to geo.
#pragma once

#include <string_view>

namespace marchland::geo {

/// "# list", then a line for each value: "value | English; words | Vietnamese | Chinese".
extern std::string_view const word_lists_data;

}  // namespace marchland::geo
