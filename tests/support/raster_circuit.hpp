// A raster of conductances as a circuit, by the rules of Circuitscape: cells are nodes, each joined
// to its four or eight neighbours.
#pragma once

#include "analysis/circuits/circuit.hpp"

#include <filesystem>
#include <map>
#include <vector>

namespace marchland::test {

struct Grid {
    std::size_t columns = 0;
    std::size_t rows = 0;
    double west = 0.0;
    double south = 0.0;
    double side = 1.0;
    std::vector<double> cell{};  ///< from the north-west, row by row; NaN where there is none
};

/// From an Arc/Info ASCII grid.
Grid grid_in(std::filesystem::path const& file);

/// Cells of each number above 0: from a grid, or from lines "number x y".
std::map<int, std::vector<std::uint32_t>> regions_in(std::filesystem::path const& file,
                                                     Grid const& like);

struct RasterRules {
    bool resistances = true;  ///< what the cells hold
    bool four_neighbours = true;
    bool mean_resistance = true;  ///< between neighbours; else mean conductance
};

std::vector<analysis::circuits::Conductor> conductors_of(Grid const& grid,
                                                         RasterRules const& rules);

}  // namespace marchland::test
