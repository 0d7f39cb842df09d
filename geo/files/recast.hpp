// Applies a recipe to a table. Private to geo.
#pragma once

#include "geo/files/read.hpp"
#include "geo/files/table.hpp"
#include "geo/gate/word_lists.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace marchland::geo {

/// One row a figure: blanks filled, sums set aside and compared, columns across made rows, the period added. What was
/// done is counted in Table::recast.
/// \throws Error{findings}  a column, a period or a figure that the recipe tells of is not there.
Table recast(Table table, LayerSource const& source);

/// Leaves only the rows that are marked; those that stay keep their numbers in the file, the others are set aside.
/// \pre one mark a row
void keep_rows(Table& table, std::vector<bool> const& kept);

/// What the part of a header says as one kind of `across`: "Nam" as sex is "M", "Quý I/2024" as period "2024-Q1".
std::optional<std::string> said_across(std::string_view kind, std::string_view part,
                                       OwnWords const& words);

/// "2024 / Nam" in its parts.
std::vector<std::string> header_parts(std::string const& header);

/// What the header of a column says across.
struct Across {
    std::map<std::string, std::string> said;  ///< kind, value
    bool total = false;                       ///< a column of sums
    std::vector<std::string> other;           ///< parts that say nothing of it
};
Across across_of(std::string const& header, std::vector<std::string> const& kinds,
                 std::vector<std::string> const& totals, OwnWords const& words);

/// The rows of sums: one of the words begins a cell.
std::vector<bool> rows_of_totals(Table const& table, std::vector<std::string> const& words);

/// Takes the rows of sums out, counts them and those that do not add up.
void set_totals_aside(Table& table, std::vector<std::string> const& words);

}  // namespace marchland::geo
