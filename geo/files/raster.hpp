/// \file raster.hpp
/// Heights and land cover as square cells in the working system. GDAL stays behind raster.cpp.
#pragma once

#include "geo/files/read.hpp"
#include "geo/shapes/crs.hpp"
#include "geo/shapes/geometry.hpp"
#include "geo/vocabulary/finding.hpp"
#include "geo/vocabulary/job.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace marchland::geo {

/// Square cells, numbered row by row from the north-west corner.
struct Cells {
    Point corner;         ///< north-west, of the first cell's outline
    double metres = 1.0;  ///< side of a cell
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
    std::vector<double> values;  ///< one for each cell; NaN where not known
};

/// The value at a point, from the four nearest centres weighed by nearness; NaN where one of them
/// is not known. Beyond the outermost centres the nearest ones count. \pre values.size() ==
/// cells.size()
double between_centres(Cells const& cells, std::span<double const> values, Point p);

/// What a raster holds, and so how it is brought to other cells.
enum class RasterKind : std::uint8_t {
    height,  ///< a smooth quantity: in between is the mean
    classes  ///< codes: the nearest one
};

/// Most cells that are read at once: 1 GB of heights and as much for the search.
inline constexpr std::size_t most_raster_cells = 64'000'000;

/// What to read of a raster.
struct RasterExtent {
    Box study;                     ///< working system: warned of where the file does not reach
    double margin_m = 0.0;         ///< around it, as far as the file reaches
    std::optional<double> cell_m;  ///< side of a cell; nothing: about as fine as the file
    std::optional<Cells> onto;     ///< these very cells; margin and cell_m then do not count
};

/// Reads the part of a raster that covers a study. A raster of square cells in the working system
/// is read as it stands; any other, or one for which other cells are asked, is warped. The cells
/// cover study and margin wholly.
///
/// \returns nothing where an error finding stops the work: no raster, no reference system, cells
/// that
///     cannot lie in the declared one, outside the study, too many cells.
/// \par Findings  also warnings: so much of the study is not covered; so many cells have no value.
/// \throws Error{usage}  the study is empty. \throws Cancelled
std::optional<Raster> read_raster(LayerSource const& source, RasterKind kind,
                                  RasterExtent const& extent, Crs const& working,
                                  Findings& findings, Job const& job = {});

}  // namespace marchland::geo
