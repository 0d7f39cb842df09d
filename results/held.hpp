/// \file held.hpp
/// Results held against what their columns can be.
#pragma once

#include "results/results.hpp"

namespace marchland::results {

/// Every figure against the schema: shares lie in 0 to 1, persons, hours and ratios are not negative, bounds hold
/// their figure, parts sum to the whole, and persons expected at even effort to those found. Figures that are not known
/// pass. Rounding of a millionth is none.
///
/// \throws Error{failed}  a figure breaks what its column can be: a mistake of a method, never of the data. The words
///         name method, table, row and column.
/// \par Cost  O(figures).
void hold(Results const& results);

}  // namespace marchland::results
