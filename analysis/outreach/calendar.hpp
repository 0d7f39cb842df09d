/// \file calendar.hpp
/// On which days teams are at work.
#pragma once

#include "geo/vocabulary/calendar.hpp"

#include <optional>
#include <vector>

namespace marchland::analysis::outreach {

/// A week, Monday to Sunday, that is planned already.
struct WeekOff {
    geo::Day day;  ///< any day of it
    int team = 0;  ///< from 1; 0: every team is away
    bool operator==(WeekOff const&) const = default;
};

struct Calendar {
    std::optional<geo::Day> start;  ///< the first day that may be worked; nothing: no dates
    geo::Recurring work_days = *geo::Recurring::parse("mon tue wed thu fri");
    std::vector<WeekOff> weeks_off;
};

}  // namespace marchland::analysis::outreach
