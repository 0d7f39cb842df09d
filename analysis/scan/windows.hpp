/// \file windows.hpp
/// Windows (zones) of a scan: for each centre the communes in order of how far they are, however that is
/// measured.
#pragma once

#include "geo/shapes/geometry.hpp"
#include "geo/vocabulary/column.hpp"
#include "geo/vocabulary/units.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace marchland::analysis::scan {

/// What the size of a window is counted in.
enum class WindowMeasure : std::uint8_t { metres, hours };

/// One sequence of growing windows around a centre.
struct WindowRow {
    geo::CommuneId centre{};
    double shape = 1.0;    ///< long axis over short axis; 1: circle
    double angle = 0.0;    ///< of the long axis, radians counter-clockwise from east
    double penalty = 1.0;  ///< the likelihood ratio is multiplied by this, in (0, 1]
};

/// All windows that a scan looks at. A window is everything within some distance of a centre, so
/// communes that are equally far enter together: distances of a row that differ by less than 2^-32
/// of the largest are equal.
struct WindowFamily {
    std::size_t communes = 0;
    std::vector<WindowRow> rows;
    /// Writes how far each commune is from the centre of a row: at least 0, infinite where it never
    /// belongs. Called by several threads at once.
    std::function<void(std::size_t row, std::span<double> distance)> distances;
    WindowMeasure measure = WindowMeasure::metres;
};

/// Circles around each commune's place, Euclidean.
/// \throws Error{usage} a coordinate is not finite.
WindowFamily circular_windows(geo::PerCommune<geo::Point> const& places);

struct EllipseOptions {
    std::vector<double> shapes{1.0, 1.5, 2.0, 3.0, 4.0, 5.0};  ///< each at least 1
    std::vector<int> angles{1, 4, 6, 9, 12, 15};  ///< directions of each shape, over half a turn
    double non_compactness = 0.0;  ///< a >= 0 in (4 s / (s + 1)^2)^a: 0 none, 0.5 medium, 1 strong
};

/// Ellipses around each commune's place; sizes are half the long axis.
/// \throws Error{usage} a coordinate is not finite or an option is out of range.
/// \par Source Kulldorff, Huang, Pickle, Duczmal (2006) Statistics in Medicine 25, 3929-3943.
WindowFamily elliptic_windows(geo::PerCommune<geo::Point> const& places,
                              EllipseOptions const& options = {});

/// Windows by travel time, or by any other way to say how far: `hours` writes the row of a centre,
/// infinite where there is no way. It need not be symmetric, and is called by several threads at
/// once.
WindowFamily
travel_windows(std::size_t communes,
               std::function<void(geo::CommuneId centre, std::span<double> hours)> hours);

/// Stretches of the border: communes within reach of it, by their place along it.
/// Nothing: not near the border, in no window.
/// \throws Error{usage} a place is not finite.
WindowFamily border_windows(geo::PerCommune<std::optional<geo::Metres>> const& along);

}  // namespace marchland::analysis::scan
