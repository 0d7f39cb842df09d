/// \file units.hpp
/// Lengths and times that cannot be mixed up.
#pragma once

#include <chrono>
#include <compare>

namespace marchland::geo {

/// A length on the ground. Lengths out of degrees do not exist: transform first.
struct Metres {
    double value = 0.0;
    auto operator<=>(Metres const&) const = default;
};

using Seconds = std::chrono::duration<double>;
using Hours = std::chrono::duration<double, std::ratio<3600>>;

/// A reference system by its number in the EPSG register.
struct Epsg {
    int code = 0;
    auto operator<=>(Epsg const&) const = default;
};

}  // namespace marchland::geo
