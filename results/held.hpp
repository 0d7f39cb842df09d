/// \file held.hpp
/// Results held against what their columns can be.
#pragma once

#include "geo/files/write.hpp"
#include "geo/vocabulary/numbers.hpp"
#include "results/results.hpp"

#include <span>
#include <string_view>

namespace marchland::results {

/// Every figure against the schema: shares lie in 0 to 1, persons, hours and ratios are not negative, bounds hold
/// their figure, parts sum to the whole, and persons expected at even effort to those found. Figures that are not known
/// pass. Rounding of a millionth is none.
///
/// \throws Error{failed}  a figure breaks what its column can be: a mistake of a method, never of the data. The words
///         name method, table, row and column.
/// \par Cost  O(figures).
void hold(Results const& results);

/// What a column of figures of a table made for a question can be.
struct HeldColumn {
    std::string_view name;
    double lowest = -geo::infinite;
    double highest = geo::infinite;
    std::string_view lower_of = {};  ///< the column that this must not exceed
    std::string_view upper_of = {};  ///< the column that this must not fall below
};

/// The same for such a table: every column of real numbers has an entry, and its figures are as that says.
/// \throws Error{failed}  as above, also where a column has no entry.
void hold(std::string_view method, geo::StoreTable const& table,
          std::span<HeldColumn const> columns);

}  // namespace marchland::results
