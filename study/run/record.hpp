// What a result says of how it was made. Private to study/run.
#pragma once

#include "results/results.hpp"
#include "study/input/region.hpp"
#include "study/run/step.hpp"
#include "study/settings/study_file.hpp"

#include <string>

namespace marchland::study {

/// What the results of a study are about.
results::About about_of(StudyFile const& study, Region const& region);

/// Settings of a step, as the table runs has them.
std::string parameters_of(StudyFile const& study, Step step);

std::string now_utc();

}  // namespace marchland::study
