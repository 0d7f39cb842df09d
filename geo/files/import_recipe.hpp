/// \file import_recipe.hpp
/// How the table of an office becomes one row a figure: kept in the study, applied again to the next file.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace marchland::geo {

struct ImportRecipe {
    std::size_t header = 0;  ///< row of the sheet, from 1, that holds the header; 0: the first
    /// Of one layout, read one below the other; empty: one sheet. "*": all of the layout that most sheets have.
    std::vector<std::string> sheets;
    std::vector<std::string> fill_down;  ///< columns in which a blank cell means "as above"
    std::vector<std::string> totals;     ///< words that begin a row, or name a column, of sums
    /// What the headers of figures tell, in any order: period or a list of words (sex, age, form, role, kind). A
    /// column "2024 / Nam" then becomes a row for each cell, with period 2024 and sex M.
    std::vector<std::string> across;
    std::string figures;  ///< what else stands in the headers of these figures: "Số người"
    std::string measure;  ///< what the layer calls the column of figures: count, amount
    /// Of all rows: a period; "title", the one that the rows above the header tell of; "sheet", that of the sheet's name
    std::string period;

    bool operator==(ImportRecipe const&) const = default;
};

/// Words that sums go by where nobody says otherwise.
std::vector<std::string> const& usual_totals();

/// The keys of a recipe that may stand in `across`, with the list of words each is read by; period has none.
struct AcrossKind {
    std::string_view name;
    std::string_view list;
};
std::vector<AcrossKind> const& across_kinds();

}  // namespace marchland::geo
