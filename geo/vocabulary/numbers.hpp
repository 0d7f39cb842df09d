/// \file numbers.hpp
/// The two doubles that are no figures.
#pragma once

#include <limits>

namespace marchland::geo {
// Inline, for geo also has classes of ways and crossings named unknown, and GCC 12 would say that they shadow it.
inline namespace numbers {

/// No figure is known. Written as NULL or an empty cell, shown as a dash.
inline constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

/// No bound, or no way there.
inline constexpr double infinite = std::numeric_limits<double>::infinity();

}  // namespace numbers
}  // namespace marchland::geo
