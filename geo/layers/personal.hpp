/// \file personal.hpp
/// Files that could name a person are turned away at the door.
#pragma once

#include "geo/files/table.hpp"
#include "geo/vocabulary/finding.hpp"

#include <set>
#include <string>

namespace marchland::geo {

/// The columns that a study asked for, by their names in the file.
struct ExpectedColumns {
    std::set<std::string> known;  ///< their headers need no look, their values do
    std::string measured = {};    ///< the one with a measured figure, which may have many decimals
    std::string vintage = {};     ///< the one with the day from which the codes hold
    std::string day =
        {};  ///< the one with days on which teams, and no persons found, were somewhere
};

/// Errors for every column of a table of counts whose header or whose values look like those of a
/// person: names, numbers of identity cards, telephones, addresses, days, coordinates, texts of more
/// than 40 letters. Vietnamese, English and Chinese, with and without marks. Values are never repeated.
Findings personal_data(Table const& table, std::string const& layer,
                       ExpectedColumns const& expected);

/// A cell of a table of counts as a message may show it: in quotes, or, where two words or more of
/// letters could be the name of a person, what it is without its letters.
std::string without_names(std::string const& cell);

}  // namespace marchland::geo
