// Shapes of a file into the working system, with a look at whether they can be where they claim to be.
// Private to geo.
#pragma once

#include "geo/files/layer_reader.hpp"
#include "geo/shapes/crs.hpp"
#include "geo/vocabulary/job.hpp"

#include <optional>

namespace marchland::geo {

/// Where Marchland has been tried: Viet Nam, China and what lies around, in WGS 84 degrees. Elsewhere it says so.
inline constexpr Box region_of_work{73.0, 3.0, 136.0, 54.0};

inline bool within(Box const& inner, Box const& outer)
{
    return inner.min_x >= outer.min_x && inner.max_x <= outer.max_x && inner.min_y >= outer.min_y &&
           inner.max_y <= outer.max_y;
}

/// The reference system of the layer; an error finding and nothing where there is none to be had.
std::optional<Crs> layer_crs(LayerReader& reader);

/// The box of all shapes in WGS 84; an error finding and nothing where the shapes cannot lie there:
/// coordinates swapped, or a system declared that they are not in. A warning where they lie outside the region of work.
std::optional<Box> believable_box(LayerReader& reader, Crs const& crs);

/// Moves the shapes of the layer; warns where the way is only a guess, notes its accuracy. Shapes that the other system
/// does not reach are told and taken away; false where that are most, which is an error.
bool move_shapes(LayerReader& reader, Crs const& from, Crs const& to, Job const& job);

/// layer_crs, believable_box and move_shapes in one: false where a finding stops the work.
bool place_shapes(LayerReader& reader, Crs const& working);

/// The point of each row: from the shapes, or from columns x and y. Nothing where the row has none.
std::vector<std::optional<Point>> placed_points(LayerReader& reader, Crs const& working);

}  // namespace marchland::geo
