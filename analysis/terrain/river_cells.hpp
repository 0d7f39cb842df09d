// Rasterisation: rivers as cells of a grid. Private to analysis.
#pragma once

#include "analysis/terrain/open_country.hpp"
#include "geo/files/raster.hpp"
#include "geo/layers/rivers.hpp"
#include "geo/shapes/geometry.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace marchland::analysis::terrain {

/// The cells of a grid that a line passes, in its order, each sharing a side with the one before
/// (where both are on the grid): nobody who steps to one of eight neighbours slips through between
/// two of them. A line through a corner takes one of the two cells beside it too.
std::vector<std::size_t> cells_along(geo::Line const& line, geo::Cells const& cells);

struct RiverCells {
    std::vector<Water> water;  ///< of each cell; empty where there is no river on the grid
    /// of the river in each cell, at least a cell; 0 where there is none
    std::vector<double> width_m;
    std::vector<std::size_t> dry_fords;  ///< numbers of the given fords that lie at no river
};

/// A place where a river can be waded through, and how far from the river it may be drawn.
struct FordPlace {
    geo::Point at;
    double accuracy_m = 0.0;
};

/// Rivers by their lines and widths. What a river without a ford covers is shut, also where one
/// with a ford meets it. A ford opens the river from bank to bank at the cell of a river that is
/// nearest to it.
RiverCells river_cells(std::span<geo::River const> rivers, std::span<FordPlace const> fords,
                       geo::Cells const& cells, geo::Job const& job = {});

}  // namespace marchland::analysis::terrain
