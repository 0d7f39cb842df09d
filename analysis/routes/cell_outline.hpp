// Contours traced: cells of a grid as areas. Private to the project: it does not install.
#pragma once

#include "geo/shapes/geometry.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace marchland::analysis::routes {

struct Cells {
    double size = 0.0;
    std::int64_t first_x = 0;  ///< the cell at the corner covers [first_x, first_x + 1] x size
    std::int64_t first_y = 0;
    std::size_t width = 0;
    std::size_t height = 0;
    std::vector<std::uint8_t> marked;  ///< rows from the south

    bool at(std::int64_t x, std::int64_t y) const
    {
        auto const inside = x >= 0 && y >= 0 && x < static_cast<std::int64_t>(width) &&
                            y < static_cast<std::int64_t>(height);
        return inside &&
               marked[static_cast<std::size_t>(y) * width + static_cast<std::size_t>(x)] != 0;
    }
};

/// One polygon for each group of cells that share sides, with its holes; corners where it turns
/// only.
geo::Area outline_of(Cells const& cells);

}  // namespace marchland::analysis::routes
