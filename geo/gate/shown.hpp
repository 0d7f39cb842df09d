/// \file shown.hpp
/// What a message may show of a cell or a header.
#pragma once

#include "geo/gate/personal_values.hpp"

#include <string>
#include <string_view>

namespace marchland::geo {

/// A cell as a message may show it: short codes, figures and periods in quotes; of words and long numbers, which could
/// be a person's, only what they are: "a text of 3 words (not shown here)".
/// In registers of places days may be shown, too.
std::string without_names(std::string_view cell, CellOf where = CellOf::counts);

/// The name of a column, or "column 3" where the name itself could be a person's: a table without a header.
/// \param index  of the column, from 0.
std::string shown_header(std::string_view header, std::size_t index);

/// A file as messages and results call it: without the folders of this machine where the path is absolute, a
/// database without its password.
std::string shown_source(std::string_view source);

/// Whether a message may call a row by this id.
bool may_be_shown(std::string_view id);

}  // namespace marchland::geo
