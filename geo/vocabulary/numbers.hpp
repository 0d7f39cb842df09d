/// \file numbers.hpp
/// The two doubles that are no figures.
#pragma once

#include <limits>

namespace marchland::geo {

/// No figure is known. Written as NULL or an empty cell, shown as a dash.
inline constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

/// No bound, or no way there.
inline constexpr double infinite = std::numeric_limits<double>::infinity();

}  // namespace marchland::geo
