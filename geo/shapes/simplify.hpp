// How much each point of a line matters, as one byte. Private.
#pragma once

#include "geo/shapes/geometry.hpp"

#include <cstdint>
#include <vector>

namespace marchland::geo {

/// Levels as Boundaries::level_for promises them: ends have 255, the others the highest level at
/// which a Douglas-Peucker line still needs them. A closed line keeps three corners until the
/// promise reaches at least half its length, so that small islands stay rings.
/// \par Source  Douglas, Peucker (1973), Cartographica 10(2), 112-122.
std::vector<std::uint8_t> levels_of(Line const& line);

std::uint8_t level_within(double metres);
double metres_within(std::uint8_t level);

}  // namespace marchland::geo
