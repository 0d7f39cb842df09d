/// \file run.hpp
/// From a study to its results: a session used once.
#pragma once

#include "study/run/session.hpp"

namespace marchland::study {

/// As Session::results. \pre !stops_work(region.findings); the region was read from the study.
results::Results run_steps(StudyFile const& study, Region const& region, Step last,
                           geo::Job const& job = {}, StepWatch const& watch = {});

}  // namespace marchland::study
