// From tables to the problem that is solved: checks, what is filled, dropped. Private to analysis.
#pragma once

#include "analysis/bym2/bym2.hpp"
#include "analysis/bym2/model.hpp"

#include <string>
#include <vector>

namespace marchland::analysis::bym2 {

/// A covariate that was kept: value = centre + scale x column of the design.
struct KeptCovariate {
    std::string name;
    double centre = 0.0;
    double scale = 1.0;
};

struct Bym2Prepared {
    Bym2Problem problem;
    std::vector<KeptCovariate> covariates;
    geo::Findings findings;
};

/// \throws geo::Error{usage}  as fit_bym2 says.
Bym2Prepared prepare(Bym2Data const& data, Bym2Options const& options, geo::Job const& job);

}  // namespace marchland::analysis::bym2
