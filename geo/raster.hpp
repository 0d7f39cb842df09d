/// \file raster.hpp
/// Heights and land cover as square cells in the working system. GDAL stays behind raster.cpp.
#pragma once

#include "geo/crs.hpp"
#include "geo/finding.hpp"
#include "geo/geometry.hpp"
#include "geo/read.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace marchland::geo {

/// Square cells, numbered row by row from the north-west corner.
struct Cells {
    Point corner;        ///< north-west, of the first cell's outline
    double metres = 1.0; ///< side of a cell
    std::uint32_t columns = 0;
    std::uint32_t rows = 0;

    std::size_t size() const { return std::size_t{columns} * rows; }
    /// The cell that holds a point; nothing outside.
    std::optional<std::size_t> at(Point p) const;
    Point centre(std::size_t cell) const;
    Box box() const;
    bool operator==(Cells const&) const = default;
};

struct Raster {
    Cells cells;
    std::vector<double> values; ///< one for each cell; NaN where not known
};

/// The value at a point, from the four nearest centres weighed by nearness; NaN where one of them
/// is not known. Beyond the outermost centres the nearest ones count. \pre values.size() ==
/// cells.size()
double between_centres(Cells const& cells, std::span<double const> values, Point p);

/// What a raster holds, and so how it is brought to other cells.
enum class RasterKind : std::uint8_t {
    height, ///< a smooth quantity: in between is the mean
    classes ///< codes: the nearest one
};

/// Most cells that are read at once: 1 GB of heights and as much for the search.
inline constexpr std::size_t most_raster_cells = 64'000'000;

/// Reads the part of a raster that covers a box. A raster of square cells in the working system is
/// read as it stands; any other, or one for which other cells are asked, is warped.
///
/// \param box     of the study, working system; the raster's cells cover it wholly, unknown where
/// the
///                file does not reach.
/// \param cell_m  side of a cell; nothing: about as fine as the file.
/// \returns nothing where an error finding stops the work: no raster, no reference system,
/// coordinates
///          that cannot lie in the declared one, outside the study, too many cells.
/// \par Findings  also warnings: so much of the study is not covered; so many cells have no value.
std::optional<Raster> read_raster(LayerSource const& source, RasterKind kind, Box const& box,
                                  Crs const& working, std::optional<double> cell_m,
                                  Findings& findings);

} // namespace marchland::geo
