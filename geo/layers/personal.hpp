/// \file personal.hpp
/// Files that could name a person are turned away at the door.
#pragma once

#include "geo/files/table.hpp"
#include "geo/vocabulary/finding.hpp"

#include <set>
#include <string>

namespace marchland::geo {

/// Errors for every column of a table of counts whose header or whose values look like those of a
/// person: names, numbers of identity cards, telephones, addresses, days of birth, coordinates, free
/// text. Vietnamese, English and Chinese, with and without marks. Values are never repeated.
///
/// \param known     columns the study asked for, by their name in the file: only their values are looked at.
/// \param measured  the one among them that holds a measured figure, which may have many decimals.
Findings personal_data(Table const& table, std::string const& layer,
                       std::set<std::string> const& known, std::string const& measured = {});

/// A cell of a table of counts as a message may show it: in quotes, or, where two words or more of
/// letters could be the name of a person, what it is without its letters.
std::string without_names(std::string const& cell);

}  // namespace marchland::geo
