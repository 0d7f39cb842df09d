/// \file study.hpp
/// From a study to its results: the only place that knows the order of the steps.
#pragma once

#include "geo/vocabulary/job.hpp"
#include "results/results.hpp"
#include "study/input/region.hpp"
#include "study/settings/study_file.hpp"

#include <functional>
#include <string>

namespace marchland::study {

/// The steps in their order; one needs those before it that feed it.
enum class Step : std::uint8_t { graph, risk, hotspots, plan, corridors };
std::string_view name_of(Step step);

/// Tells whoever watches which step begins.
using StepWatch = std::function<void(std::string_view step)>;

/// Carries the work up to and including `last` (all of it: Step::corridors). The plan is made if it is
/// `last`, or where the study has a section [plan]. Columns of steps that were
/// not carried out, or whose layers are absent, stay empty.
/// \pre !stops_work(region.findings)
/// \throws Cancelled; Error{failed}.
results::Results run_steps(StudyFile const& study, Region const& region, Step last,
                           geo::Job const& job = {}, StepWatch const& watch = {});

}  // namespace marchland::study
