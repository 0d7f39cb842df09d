// Sex and age of the people, as what they make to be expected. Shared with study.
#pragma once

#include "geo/layers/cases.hpp"
#include "geo/layers/people.hpp"
#include "geo/vocabulary/column.hpp"
#include "geo/vocabulary/finding.hpp"
#include "geo/vocabulary/period.hpp"

#include <vector>

namespace marchland::analysis::rates {

/// Cases expected for the sex and age of a commune's people over those expected for their number alone;
/// NaN where the study does not say who lives there. Groups of the cases that the table of people does
/// not have are left out and said. Empty where the study has no such table or no case of a known group.
geo::PerCommune<double> structure_of(std::vector<geo::PeopleGroup> const& people,
                                     std::vector<geo::CaseCount> const& cases, std::size_t communes,
                                     geo::Period const& window, geo::Findings& findings);

}  // namespace marchland::analysis::rates
