/// \file last_seen.hpp
/// When each commune was last visited, as far as diary and activities tell, and which were not for a year.
#pragma once

#include "geo/layers/activities.hpp"
#include "geo/layers/team_visits.hpp"
#include "geo/vocabulary/calendar.hpp"
#include "geo/vocabulary/column.hpp"

#include <cstdint>
#include <optional>
#include <span>

namespace marchland::analysis::programmes {

/// perhaps: an activity of the right months may have been before or after the line; never: nothing is on record, which
/// does not say that nobody came.
enum class Visited : std::uint8_t { yes, perhaps, no, never };

struct LastSeen {
    std::optional<geo::Days>
        last;  ///< the last visit was on one of these days; nothing: none is on record
    Visited visited = Visited::never;
};

/// \param today   visits and activities that begin on it or later are not counted.
/// \param months  yes: the last visit lies within so many months before today.
geo::PerCommune<LastSeen> last_seen(std::span<geo::TeamVisit const> visits,
                                    std::span<geo::Activity const> activities, std::size_t communes,
                                    geo::Day today, int months = 12);

}  // namespace marchland::analysis::programmes
