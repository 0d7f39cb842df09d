/// \file team_visits.hpp
/// Where the teams have been: days of visits to communes, of the teams' own diary and of nobody else.
#pragma once

#include "geo/files/read.hpp"
#include "geo/layers/communes.hpp"
#include "geo/vocabulary/calendar.hpp"
#include "geo/vocabulary/finding.hpp"

#include <vector>

namespace marchland::geo {

struct TeamVisit {
    CommuneId commune{};
    Day day;  ///< of a month or a quarter the last one
};

/// Columns commune and date are required ("2025-11-20", "2025-11" or "2025-Q4"); vintage may be absent. Columns that
/// look like data of persons are refused (see personal.hpp).
std::vector<TeamVisit> read_team_visits(LayerSource const& source, Communes const& communes,
                                        Findings& findings);

}  // namespace marchland::geo
