// The neighbours that a study asks for. Private to analysis.
#pragma once

#include "analysis/neighbours/neighbours.hpp"
#include "analysis/routes/routes.hpp"
#include "study/input/region.hpp"
#include "study/settings/study_file.hpp"

namespace marchland::study {

/// Share of each commune's outline that no other commune of the region shares.
geo::PerCommune<double> outer_shares(geo::Boundaries const& boundaries);

/// Hours between communes on the network, from one to all others; infinite where there is no way.
analysis::neighbours::HoursFrom hours_between(analysis::routes::Routes const& routes,
                                              analysis::travel::TravelModel const& travel);

/// Row-standardised, or less beside the region's edge where the study asks for it.
/// \param routes  needed for travel_time only; nullptr: the study has no network, nobody is near.
analysis::neighbours::Weights weights_of(StudyFile const& study, Region const& region,
                                         analysis::routes::Routes const* routes,
                                         geo::Job const& job);

}  // namespace marchland::study
