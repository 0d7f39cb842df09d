#include "study/run/run.hpp"

namespace marchland::study {

results::Results run_steps(StudyFile const& study, Region const& region, Step last,
                           geo::Job const& job, StepWatch const& watch)
{
    return Session{study, region}.results(last, job, watch);
}

}  // namespace marchland::study
