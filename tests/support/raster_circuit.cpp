#include "tests/support/raster_circuit.hpp"

#include "tests/support/reference.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <numbers>
#include <sstream>
#include <string>

namespace marchland::test {

Grid grid_in(std::filesystem::path const& file)
{
    std::istringstream text{text_in(file)};
    std::map<std::string, double> head;
    std::string word;
    for (int i = 0; i < 6; ++i) {
        text >> word;
        std::ranges::transform(word, word.begin(), [](unsigned char letter) {
            return static_cast<char>(std::tolower(letter));
        });
        text >> head[word];
    }
    Grid grid{static_cast<std::size_t>(head["ncols"]), static_cast<std::size_t>(head["nrows"]),
              head["xllcorner"], head["yllcorner"], head["cellsize"]};
    for (double value = 0.0; text >> value;) {
        grid.cell.push_back(value == head["nodata_value"] ? std::nan("") : value);
    }
    return grid;
}

std::map<int, std::vector<std::uint32_t>> regions_in(std::filesystem::path const& file,
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
    double number = 0.0;
    double x = 0.0;
    double y = 0.0;
    while (text >> number >> x >> y) {
        auto const column = static_cast<std::size_t>((x - like.west) / like.side);
        auto const from_south = static_cast<std::size_t>((y - like.south) / like.side);
        regions[static_cast<int>(number)].push_back(
            static_cast<std::uint32_t>((like.rows - 1 - from_south) * like.columns + column));
    }
    return regions;
}

std::vector<analysis::circuits::Conductor> conductors_of(Grid const& grid, RasterRules const& rules)
{
    std::vector<analysis::circuits::Conductor> conductors;
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
                join(here, here + grid.columns + 1, std::numbers::sqrt2);
                join(here + 1, here + grid.columns, std::numbers::sqrt2);
            }
        }
    }
    return conductors;
}

}  // namespace marchland::test
