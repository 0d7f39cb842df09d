// Cells of a raster in tiles of 8 x 8 and within them in blocks of 2 x 2, one cache line each: a
// cell and all its neighbours lie on four lines, and what a wave front touches lies close together
// whichever way it runs. A ring of barriers around: no step asks whether it leaves the map.
// Private.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace marchland::analysis::terrain {

class SurfaceTiles {
public:
    static constexpr unsigned bits = 3;
    static constexpr std::uint32_t side = 1U << bits;
    static constexpr std::uint32_t last = side - 1;
    static constexpr std::uint32_t in_tile = side * side;
    static constexpr std::size_t moves = 8;  ///< west, east, north, south, then the four corners

    SurfaceTiles(std::uint32_t columns, std::uint32_t rows)
        : columns_{columns}, rows_{rows}, across_{(columns + 1 + side) / side}, down_{(rows + 1 +
                                                                                       side) /
                                                                                      side}
    {
        constexpr std::array east{-1, 1, 0, 0, -1, 1, -1, 1};
        constexpr std::array south{0, 0, -1, 1, -1, -1, 1, 1};
        for (std::uint32_t row = side; row < 2 * side; ++row) {
            for (std::uint32_t column = side; column < 2 * side; ++column) {
                auto const at = static_cast<std::int64_t>(padded(row, column));
                for (std::size_t m = 0; m < moves; ++m) {
                    auto const far = padded(row + static_cast<std::uint32_t>(south[m]),
                                            column + static_cast<std::uint32_t>(east[m]));
                    steps_[static_cast<std::size_t>(at) % in_tile][m] =
                        static_cast<std::int32_t>(static_cast<std::int64_t>(far) - at);
                }
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
        return of(static_cast<std::uint32_t>(cell / columns_),
                  static_cast<std::uint32_t>(cell % columns_));
    }

    /// How far off the neighbours are.
    std::array<std::int32_t, moves> const& steps(std::uint32_t at) const
    {
        return steps_[at % in_tile];
    }

    /// Calls visit(tile index, cell) for every cell, in the order of the cells.
    template <class Visit>
    void each(Visit const& visit) const
    {
        std::size_t cell = 0;
        for (std::uint32_t row = 1; row <= rows_; ++row) {
            std::size_t const first = padded(row, 0);
            for (std::uint32_t column = 1; column <= columns_; ++column) {
                visit(static_cast<std::uint32_t>(first + along(column)), cell++);
            }
        }
    }

private:
    std::size_t padded(std::uint32_t row, std::uint32_t column) const
    {
        auto const within = ((row & last) >> 1U << (bits + 1)) | ((row & 1U) << 1U);
        return (std::size_t{row >> bits} * across_ << (2 * bits)) + within + along(column);
    }

    /// What a column adds to the index.
    static std::size_t along(std::uint32_t column)
    {
        return (std::size_t{column >> bits} << (2 * bits)) | ((column & last) >> 1U << 2U) |
               (column & 1U);
    }

    std::uint32_t columns_;
    std::uint32_t rows_;
    std::uint32_t across_;
    std::uint32_t down_;
    std::array<std::array<std::int32_t, moves>, in_tile> steps_{};
};

}  // namespace marchland::analysis::terrain
