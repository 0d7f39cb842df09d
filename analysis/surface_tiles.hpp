// Cells of a raster in tiles of 8 x 8, with a ring of barriers around: what a wave front touches lies
// close together whichever way it runs, and no step asks whether it leaves the map. Private.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace marchland::analysis {

class SurfaceTiles {
public:
    static constexpr unsigned bits = 3;
    static constexpr std::uint32_t side = 1U << bits;
    static constexpr std::uint32_t last = side - 1;
    static constexpr std::uint32_t in_tile = side * side;
    static constexpr std::size_t moves = 8;  ///< west, east, north, south, then the four corners

    SurfaceTiles(std::uint32_t columns, std::uint32_t rows)
        : columns_{columns}, rows_{rows}, across_{(columns + 1 + side) / side},
          down_{(rows + 1 + side) / side}
    {
        constexpr std::array east{-1, 1, 0, 0, -1, 1, -1, 1};
        constexpr std::array south{0, 0, -1, 1, -1, -1, 1, 1};
        for (std::uint32_t at = 0; at < in_tile; ++at) {
            auto const row = static_cast<int>(side + (at >> bits));
            auto const column = static_cast<int>(side + (at & last));
            for (std::size_t m = 0; m < moves; ++m) {
                steps_[at][m] = static_cast<std::int32_t>(
                    static_cast<std::int64_t>(padded(static_cast<std::uint32_t>(row + south[m]),
                                                     static_cast<std::uint32_t>(column + east[m]))) -
                    static_cast<std::int64_t>(padded(side + (at >> bits), side + (at & last))));
            }
        }
    }

    std::size_t size() const { return std::size_t{across_} * down_ * in_tile; }

    std::uint32_t of(std::uint32_t row, std::uint32_t column) const
    {
        return static_cast<std::uint32_t>(padded(row + 1, column + 1));
    }
    std::uint32_t of_cell(std::size_t cell) const
    {
        return of(static_cast<std::uint32_t>(cell / columns_), static_cast<std::uint32_t>(cell % columns_));
    }

    /// How far off the neighbours are.
    std::array<std::int32_t, moves> const& steps(std::uint32_t at) const { return steps_[at % in_tile]; }

    /// Calls visit(tile index, cell) for every cell, tile by tile along the rows.
    template <class Visit>
    void each(Visit const& visit) const
    {
        for (std::uint32_t row = 0; row < rows_; ++row) {
            for (std::uint32_t column = 0; column < columns_; ++column) {
                visit(of(row, column), std::size_t{row} * columns_ + column);
            }
        }
    }

private:
    std::size_t padded(std::uint32_t row, std::uint32_t column) const
    {
        std::size_t const tile = std::size_t{row >> bits} * across_ + (column >> bits);
        return (tile << (2 * bits)) | ((row & last) << bits) | (column & last);
    }

    std::uint32_t columns_;
    std::uint32_t rows_;
    std::uint32_t across_;
    std::uint32_t down_;
    std::array<std::array<std::int32_t, moves>, in_tile> steps_{};
};

}  // namespace marchland::analysis
