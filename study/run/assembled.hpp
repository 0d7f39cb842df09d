// The tables of a result, out of what the tasks made. Private to study/run.
#pragma once

#include "study/run/step.hpp"
#include "study/run/work.hpp"

namespace marchland::study {

/// Of the steps up to `last`; of the plan only if `plan`. Without the runs. \pre their tasks are done.
results::Results assembled(Work const& work, Step last, bool plan);

}  // namespace marchland::study
