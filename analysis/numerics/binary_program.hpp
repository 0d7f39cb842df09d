// Integer programs of yes-or-no variables: choosing some of many things under linear limits, by GLPK.
// Private to analysis.
#pragma once

#include "geo/vocabulary/job.hpp"
#include "geo/vocabulary/numbers.hpp"

#include <cstddef>
#include <utility>
#include <vector>

namespace marchland::analysis::numerics {

/// Maximise the worth of the things chosen.
struct BinaryProgram {
    struct Limit {
        std::vector<std::pair<std::size_t, double>> uses;  ///< thing, how much of it
        double least = -geo::infinite;
        double most = geo::infinite;
    };
    std::vector<double> worth;  ///< of each thing
    std::vector<Limit> limits;
};

struct BinaryChoice {
    bool feasible = false;
    std::vector<bool> chosen;
    double worth = 0.0;
    /// no choice is worth more; equal to worth (to 1e-9) where the choice is exact
    double bound = 0.0;
};

/// Branch and cut, up to a number of nodes and not of seconds, so that the answer is the same everywhere.
/// \throws Cancelled; Error{failed} the solver gave up.
BinaryChoice best_choice(BinaryProgram const& program, geo::Job const& job = {});

}  // namespace marchland::analysis::numerics
