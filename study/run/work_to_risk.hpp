// What a run holds after its first two steps, for questions that go on from there. Private to analysis.
#pragma once

#include "study/rows/rows.hpp"

namespace marchland::study {

struct WorkToRisk {
    results::About about;
    geo::Findings findings;
    analysis::routes::Routes routes;
    analysis::risk::Risk risk;
};

/// Carries out graph and risk as run_steps does. \throws Cancelled
WorkToRisk work_to_risk(StudyFile const& study, Region const& region, geo::Job const& job);

}  // namespace marchland::study
