/// \file likely_recipe.hpp
/// The recipe that a table of an office suggests, to be shown and corrected before it is used.
#pragma once

#include "geo/files/import_recipe.hpp"
#include "geo/files/read.hpp"
#include "geo/files/table.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace marchland::geo {

/// Sums, merged groups, figures across and the period, as the cells suggest.
/// \param source      how the table was read; its header stays.
/// \param measure     what the layer calls the column of figures; empty: the layer has none.
/// \param has_period  the table has a column of periods.
ImportRecipe likely_recipe(Table const& table, LayerSource const& source, std::string_view measure,
                           bool has_period);

/// The sheets of a workbook that share their columns, of the layout that most have; those with a name like "Tổng hợp"
/// are sums of the others and left out. Empty where the source is no workbook.
std::vector<std::string> like_sheets(LayerSource const& source);

}  // namespace marchland::geo
