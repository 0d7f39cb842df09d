/// \file id_grid.hpp
/// A raster that stores which commune lies at each pixel. Colours come later, by look-up.
#pragma once

#include "geo/shapes/geometry.hpp"
#include "geo/vocabulary/ids.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

namespace marchland::cartography {

/// Row by row from the north-west corner. Cells hold id + 1, so that 0 is "no commune".
/// Two bytes a cell where the communes fit, else four.
class IdGrid {
public:
    /// \param top_left  ground position of the outer corner of cell (0, 0).
    IdGrid(int width, int height, geo::Point top_left, double metres_per_cell,
           std::size_t communes);

    int width() const noexcept { return width_; }
    int height() const noexcept { return height_; }
    double metres_per_cell() const noexcept { return metres_; }
    geo::Box box() const;

    /// \pre 0 <= x < width and 0 <= y < height
    std::optional<geo::CommuneId> at(int x, int y) const;

    /// Gives `id` to every cell whose centre lies inside the rings, by the even-odd rule: holes,
    /// islands and rings in any direction come out right. Later fills lie over earlier ones.
    void fill(geo::CommuneId id, std::vector<geo::Line> const& rings);

    /// Calls visit with the cells, std::vector<std::uint16_t> or std::vector<std::uint32_t>.
    template <class Visit>
    auto visit(Visit const& visit) const
    {
        return std::visit(visit, cells_);
    }

    bool operator==(IdGrid const&) const = default;

private:
    int width_;
    int height_;
    geo::Point top_left_;
    double metres_;
    std::variant<std::vector<std::uint16_t>, std::vector<std::uint32_t>> cells_;
};

}  // namespace marchland::cartography
