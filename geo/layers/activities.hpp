/// \file activities.hpp
/// What agencies planned and did, counted: one line of a programme's report, and nothing of persons.
#pragma once

#include "geo/files/read.hpp"
#include "geo/layers/communes.hpp"
#include "geo/layers/dated.hpp"
#include "geo/vocabulary/finding.hpp"
#include "geo/vocabulary/numbers.hpp"
#include "geo/vocabulary/period.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace marchland::geo {

/// What is counted; figures of different units are never added.
enum class ActivityUnit : std::uint8_t {
    person,
    household,
    copy,  ///< of a leaflet, a poster
    session,
    course,
    place,  ///< clubs, stations, desks that were set up
    case_,
    call,
    hour,
    day,
    usd,
    vnd,
    cny
};
std::string_view name_of(ActivityUnit unit);

struct Activity {
    std::optional<CommuneId> commune;  ///< nothing: of the whole region, or not known where
    bool everywhere = false;           ///< of the whole region
    std::string kind;                  ///< a value of the list activity_kind
    std::string actor;                 ///< of the list actor
    Period period;                     ///< in or out of the study
    ActivityUnit unit{};
    double planned = unknown;
    double done = unknown;
    double reached = unknown;  ///< persons, as the agency says: not necessarily different ones
    /// Who is counted, values of the list population_counted in their order; several: the row mixes them, and can be
    /// added to none of them. Never empty.
    std::vector<std::string> populations;
    Dated dated;
};

/// Whether an activity of this kind takes a team to where people are; a loudspeaker does not, nor does a loan.
bool meets_people(std::string_view kind);

/// Other places that a row may name: id of a market, crossing or service, and the commune that it lies in, if any.
using KnownPlaces = std::map<std::string, std::optional<CommuneId>, std::less<>>;

/// Columns kind, actor, period and unit are required, and commune (a code, "unknown", or a word of the list area) or
/// place; planned, done, reached, population, vintage, as_of and expires may be absent. Words on no list are errors.
///
/// The rows come in an order that does not depend on that of the file. A row that mixes populations is a warning.
std::vector<Activity> read_activities(LayerSource const& source, Communes const& communes,
                                      KnownPlaces const& places, Findings& findings);

}  // namespace marchland::geo
