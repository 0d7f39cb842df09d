/// \file personal.hpp
/// Files that could name a person are turned away at the door.
#pragma once

#include "geo/files/table.hpp"
#include "geo/layers/place_names.hpp"
#include "geo/vocabulary/finding.hpp"

#include <set>
#include <string>

namespace marchland::geo {

/// The columns that a study asked for, by their names in the file.
struct ExpectedColumns {
    std::set<std::string> known;  ///< that the layer reads
    /// Of these, those with a figure: their headers may speak of what was counted ("victims", "health"), not of
    /// what singles out ("CCCD", "phone").
    std::set<std::string> figures = {};
    std::string measured = {};  ///< the one with a measured figure, which may have many decimals
    std::string vintage = {};   ///< the one with the day from which the codes hold
    std::string code =
        {};  ///< the one with codes, which may be long numbers: they must be known ones
    std::set<std::string> days = {};    ///< others that may hold days
    std::set<std::string> places = {};  ///< with codes or names of communes, districts, provinces
    PlaceNames const* names =
        nullptr;  ///< that these may hold, whoever else is called so; nullptr: none
};

/// Errors for every column of a table of counts whose header or whose values look like those of a person
/// (geo/gate): also of the columns that the study reads or leaves aside. Values are never repeated.
/// \par Cost  O(cells) and the judging of each different value.
Findings personal_data(Table const& table, std::string const& layer,
                       ExpectedColumns const& expected);

/// The same for a register of places, in which names, hamlets, days and coordinates are no persons'.
/// \param read    columns whose cells are judged; of the others the headers are.
Findings personal_data_of_places(Table const& table, std::string const& layer,
                                 std::set<std::string> const& read);

}  // namespace marchland::geo
