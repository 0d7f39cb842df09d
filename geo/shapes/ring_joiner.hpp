// Arcs joined end to end into closed rings. Private.
#pragma once

#include "geo/shapes/boundaries.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace marchland::geo {

/// One end of an arc, where others may meet it.
struct ArcEnd {
    Point at;
    double angle = 0.0;  ///< in which direction the arc leaves
    std::uint32_t arc = 0;
    bool is_last = false;
};

/// Ends by place, and around each place counter-clockwise.
std::vector<ArcEnd> ends_of(std::vector<Arc> const& arcs, std::span<std::uint32_t const> which);

/// Rings that use each of the arcs once. Every end must be met by an even number of ends, as is so
/// for the arcs of a commune and for those around a group. Rings pass a point once and do not
/// cross.
std::vector<ArcRing> joined(std::vector<Arc> const& arcs, std::span<std::uint32_t const> which);

/// The closed line of a ring, of the points that are at least of this level.
Ring line_of(std::vector<Arc> const& arcs, ArcRing const& ring, std::uint8_t level);

/// Puts shells before their holes, shells counter-clockwise and holes clockwise: whoever owns the
/// rings is then on the left of each. Returns for each ring the place of its shell.
std::vector<std::uint32_t> nest(std::vector<Arc> const& arcs, std::vector<ArcRing>& rings);

}  // namespace marchland::geo
