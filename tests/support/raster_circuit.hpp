// A raster of conductances read as a circuit, as the pairwise mode of Circuitscape does: cells are
// nodes, each joined to its four or eight neighbours; cells of one polygon, or of one focal region,
// are one node.
#pragma once

#include "analysis/current_flow.hpp"
#include "tests/support/reference.hpp"

#include <cmath>
#include <map>
#include <numeric>
#include <sstream>
#include <string>
#include <vector>

namespace marchland::analysis::test {

struct Grid {
    std::size_t columns = 0;
    std::size_t rows = 0;
    double west = 0.0;
    double south = 0.0;
    double side = 1.0;
    std::vector<double> cell; ///< from the north-west, row by row; 0 where there is none
};

inline Grid grid_in(std::filesystem::path const& file)
{
    std::istringstream text{text_in(file)};
    std::map<std::string, double> head;
    std::string word;
    for (int i = 0; i < 6; ++i) {
        text >> word;
        for (auto& letter : word) {
            letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
        }
        text >> head[word];
    }
    Grid grid{static_cast<std::size_t>(head["ncols"]), static_cast<std::size_t>(head["nrows"]),
              head["xllcorner"], head["yllcorner"], head["cellsize"]};
    for (double value = 0.0; text >> value;) {
        grid.cell.push_back(value == head["nodata_value"] ? 0.0 : value);
    }
    return grid;
}

/// Points as a grid of ids, or as lines "id x y".
inline std::map<int, std::vector<std::uint32_t>> regions_in(std::filesystem::path const& file,
                                                            Grid const& like)
{
    std::map<int, std::vector<std::uint32_t>> regions;
    if (file.extension() == ".asc") {
        auto const grid = grid_in(file);
        for (std::uint32_t i = 0; i < grid.cell.size(); ++i) {
            if (grid.cell[i] > 0.0) {
                regions[static_cast<int>(grid.cell[i])].push_back(i);
            }
        }
        return regions;
    }
    std::istringstream text{text_in(file)};
    double id = 0.0;
    double x = 0.0;
    double y = 0.0;
    while (text >> id >> x >> y) {
        auto const column = static_cast<std::size_t>((x - like.west) / like.side);
        auto const from_south = static_cast<std::size_t>((y - like.south) / like.side);
        regions[static_cast<int>(id)].push_back(
            static_cast<std::uint32_t>((like.rows - 1 - from_south) * like.columns + column));
    }
    return regions;
}

struct RasterRules {
    bool resistances = true; ///< what the cells hold
    bool four_neighbours = true;
    bool mean_resistance = true; ///< between neighbours; else mean conductance
};

inline std::vector<Conductor> conductors_of(Grid const& grid, RasterRules const& rules)
{
    std::vector<Conductor> conductors;
    auto const join = [&](std::size_t a, std::size_t b, double apart) {
        if (grid.cell[a] > 0.0 && grid.cell[b] > 0.0) {
            double const one = rules.resistances ? 1.0 / grid.cell[a] : grid.cell[a];
            double const other = rules.resistances ? 1.0 / grid.cell[b] : grid.cell[b];
            double const joined =
                rules.mean_resistance ? 2.0 / (1.0 / one + 1.0 / other) : 0.5 * (one + other);
            conductors.push_back(
                {static_cast<std::uint32_t>(a), static_cast<std::uint32_t>(b), joined / apart});
        }
    };
    for (std::size_t row = 0; row < grid.rows; ++row) {
        for (std::size_t column = 0; column < grid.columns; ++column) {
            auto const here = row * grid.columns + column;
            bool const east = column + 1 < grid.columns;
            bool const south = row + 1 < grid.rows;
            if (east) {
                join(here, here + 1, 1.0);
            }
            if (south) {
                join(here, here + grid.columns, 1.0);
            }
            if (!rules.four_neighbours && south && east) {
                join(here, here + grid.columns + 1, std::sqrt(2.0));
                join(here + 1, here + grid.columns, std::sqrt(2.0));
            }
        }
    }
    return conductors;
}

/// Cells that are one node: each gets the number of the first of its node.
class OneNode {
public:
    explicit OneNode(std::size_t cells) : first_(cells)
    {
        std::iota(first_.begin(), first_.end(), 0U);
    }

    std::uint32_t of(std::uint32_t cell) const
    {
        while (first_[cell] != cell) {
            cell = first_[cell];
        }
        return cell;
    }
    /// Cells without conductance too: a polygon conducts over them.
    void join(std::vector<std::uint32_t> const& cells)
    {
        for (auto const cell : cells) {
            auto const one = of(cell);
            auto const other = of(cells.front());
            first_[std::max(one, other)] = std::min(one, other);
        }
    }

private:
    std::vector<std::uint32_t> first_;
};

} // namespace marchland::analysis::test
