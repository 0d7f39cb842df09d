// Effort as the study says what it is: one unit for all kinds, for each person at risk.
#pragma once

#include "geo/layers/cases.hpp"
#include "geo/layers/communes.hpp"
#include "geo/vocabulary/finding.hpp"
#include "study/settings/study_file.hpp"

namespace marchland::study {

/// Amounts times what their kind counts, so that they may be added; where the study does not say it, each of several
/// kinds has as large a say as any other over the whole region, and a warning says so. Amounts in all are brought
/// to 1,000 persons at risk. A kind in the table that the study does not weigh is an error.
void weigh_effort(EffortSettings const& settings, geo::Communes const& communes,
                  std::vector<geo::EffortEntry>& effort, geo::Findings& findings);

}  // namespace marchland::study
