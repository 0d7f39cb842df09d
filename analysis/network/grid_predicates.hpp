// Exact geometric predicates (which side, what crosses, what passes a pixel) in whole numbers, so never
// nearly. Private to analysis.
#pragma once

#include "analysis/network/snap_rounding.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>

namespace marchland::analysis::network {

/// Products of three differences of coordinates need 100 bits.
__extension__ typedef __int128 Wide;

/// How far c lies to the left of a to b, times the length: positive, zero or negative.
inline Wide side_of(GridPoint a, GridPoint b, GridPoint c)
{
    auto const dx = std::int64_t{b.x} - a.x;
    auto const dy = std::int64_t{b.y} - a.y;
    return Wide{dx} * (std::int64_t{c.y} - a.y) - Wide{dy} * (std::int64_t{c.x} - a.x);
}

inline bool in_box(GridPoint p, GridPoint a, GridPoint b)
{
    return p.x >= std::min(a.x, b.x) && p.x <= std::max(a.x, b.x) && p.y >= std::min(a.y, b.y) &&
           p.y <= std::max(a.y, b.y);
}

/// numerator / denominator to the nearest whole number, halves up. \pre denominator > 0
inline std::int64_t rounded(Wide numerator, Wide denominator)
{
    auto const twice = 2 * numerator + denominator;
    auto const down = twice / (2 * denominator);
    return static_cast<std::int64_t>(twice < 0 && down * 2 * denominator != twice ? down - 1
                                                                                  : down);
}

/// start + step x part / whole, rounded: by floating point unless that is too near to a half to
/// tell.
inline std::int32_t along_by(std::int32_t start, std::int64_t step, Wide part, Wide whole)
{
    double const moved =
        static_cast<double>(step) * (static_cast<double>(part) / static_cast<double>(whole));
    double const up = std::floor(moved + 0.5);
    if (std::abs(moved + 0.5 - std::nearbyint(moved + 0.5)) > 1e-3) {
        return static_cast<std::int32_t>(start + static_cast<std::int64_t>(up));
    }
    return static_cast<std::int32_t>(start + rounded(step * part, whole));
}

/// The pixel where the insides of two stretches cross.
inline std::optional<GridPoint> crossing_pixel(GridPoint a, GridPoint b, GridPoint c, GridPoint d)
{
    auto const c_side = side_of(a, b, c);
    auto const d_side = side_of(a, b, d);
    if ((c_side >= 0 && d_side >= 0) || (c_side <= 0 && d_side <= 0)) {
        return std::nullopt;
    }
    auto a_side = side_of(c, d, a);
    auto const b_side = side_of(c, d, b);
    if ((a_side >= 0 && b_side >= 0) || (a_side <= 0 && b_side <= 0)) {
        return std::nullopt;
    }
    auto whole = a_side - b_side;
    if (whole < 0) {
        whole = -whole;
        a_side = -a_side;
    }
    return GridPoint{along_by(a.x, std::int64_t{b.x} - a.x, a_side, whole),
                     along_by(a.y, std::int64_t{b.y} - a.y, a_side, whole)};
}

enum class Passing : std::uint8_t {
    away,
    near,  ///< not through the pixel, but an edge between two pixels that it passes may be
    through
};

/// How a stretch passes the pixel of a node. Both are centres of pixels, so a pixel whose centre is
/// outside the box of the stretch is not met, and the line through both ends says the rest.
inline Passing passing(GridPoint a, GridPoint b, GridPoint node)
{
    if (!in_box(node, a, b)) {
        return Passing::away;
    }
    auto const dx = std::int64_t{b.x} - a.x;
    auto const dy = std::int64_t{b.y} - a.y;
    auto const twice = 2 * side_of(a, b, node);
    auto const width = std::abs(dx) + std::abs(dy);  // of the pixel as the line sees it
    auto const off = twice < 0 ? -twice : twice;
    if (off < width || node == a || node == b) {
        return Passing::through;
    }
    // A corner of the pixel is on the line: only that in the south-west belongs to it.
    if (off == width && twice == dx - dy) {
        return Passing::through;
    }
    return off <= 2 * width ? Passing::near : Passing::away;
}

/// Whether p comes before q on the way along a stretch: columns of pixels first, then within a
/// column.
inline bool earlier(GridPoint a, GridPoint b, GridPoint p, GridPoint q)
{
    if (p.x != q.x) {
        return (p.x < q.x) == (a.x <= b.x);
    }
    return p.y != q.y && (p.y < q.y) == (a.y <= b.y);
}

}  // namespace marchland::analysis::network
