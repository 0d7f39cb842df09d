// Ways to choose the communes that teams visit, each as a score: the list is the communes with the
// most.
#pragma once

#include "analysis/neighbours/neighbours.hpp"
#include "analysis/simulation/simulate.hpp"
#include "bench/decisions/border.hpp"

#include <functional>
#include <string>
#include <vector>

namespace marchland::decisions {

using Score = geo::PerCommune<double>;

/// What a planner sees of a world: never its truth.
struct Seen {
    Border const& border;
    geo::PerCommune<double> cases;  ///< of all years
    geo::PerCommune<double> effort;
    geo::PerCommune<double> indicator;
    double years = 1.0;
    std::uint64_t seed = 1;
};

Seen seen_in(Border const& border, analysis::simulation::World const& world, std::uint64_t seed);

struct Rule {
    std::string name;
    std::function<Score(Seen const&)> score;
};

/// Ours first: by expected persons under BYM2 with effort and neighbours, without the indicator.
std::vector<Rule> rules();

/// Ours with the indicator as covariate.
Rule with_indicator();

}  // namespace marchland::decisions
