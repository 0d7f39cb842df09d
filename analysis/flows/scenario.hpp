/// \file scenario.hpp
/// A change that a question asks about: what is closed, opened or watched.
#pragma once

#include "analysis/flows/crossing_choice.hpp"
#include "geo/vocabulary/ids.hpp"

#include <vector>

namespace marchland::analysis::flows {

/// A crossing that is watched costs those who would use it `watch_hours` more in their choice, and no time.
struct Scenario {
    std::vector<geo::CrossingId> closed;
    std::vector<geo::CrossingId> opened;
    std::vector<geo::CrossingId> watched;
    std::vector<geo::WayId> closed_ways;
    double watch_hours = watched_hours;
};

}  // namespace marchland::analysis::flows
