/// \file freshness.hpp
/// How long an entry of a register may be relied on.
#pragma once

#include "geo/layers/activities.hpp"
#include "geo/layers/dated.hpp"
#include "geo/vocabulary/calendar.hpp"

#include <cstdint>
#include <optional>

namespace marchland::analysis::programmes {

/// undated: nobody says when it was true. The later value is the worse one.
enum class Freshness : std::uint8_t { fresh, undated, stale };

/// What is judged on which day, and by how many months an entry without an end of its own grows stale.
struct FreshnessRule {
    geo::Day today;
    int months = 12;
};

/// The last day on which an entry may be relied on: as it says itself, else so many months after it was true; nothing
/// where it says neither.
std::optional<geo::Day> last_good_day(geo::Dated const& dated, int months);

/// Stale once the day lies behind that last one.
Freshness freshness_of(geo::Dated const& dated, FreshnessRule const& rule);

/// Figures of an activity taken once its period was over stay true: they grow stale by an end of their own alone.
Freshness freshness_of(geo::Activity const& activity, FreshnessRule const& rule);

}  // namespace marchland::analysis::programmes
