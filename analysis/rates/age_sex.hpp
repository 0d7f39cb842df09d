// Sex and age of the people, as what they make to be expected. Private to analysis.
#pragma once

#include "study/input/region.hpp"

namespace marchland::analysis {

/// Cases expected for the sex and age of a commune's people over those expected for their number alone;
/// NaN where the study does not say who lives there. Groups of the cases that the table of people does
/// not have are left out and said. Empty where the study has no such table or no case of a known group.
geo::PerCommune<double> structure_of(Region const& region, geo::Period const& window,
                                     geo::Findings& findings);

}  // namespace marchland::analysis
