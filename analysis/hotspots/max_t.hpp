/// \file max_t.hpp
/// Single-step max-T (Westfall and Young): local clusters with a bound on the chance of any false one, exact
/// under dependence.
#pragma once

#include "analysis/neighbours/neighbours.hpp"
#include "geo/vocabulary/column.hpp"
#include "geo/vocabulary/job.hpp"

#include <cstdint>

namespace marchland::analysis::hotspots {

struct MaxTOptions {
    int permutations = 999;  ///< of the whole map, 1 to 10 million
    std::uint64_t seed = 1;
};

/// Two-sided p of the conditional score of each commune's lag (that of Gi) against the largest score
/// anywhere on a map whose values have been put in random order. NaN: no value or no neighbour.
/// \throws Error{usage} as local_test; Cancelled.
/// \par Source  Westfall and Young (1993) Resampling-Based Multiple Testing, single step max-T.
/// \par Cost    O(permutations x links).
geo::PerCommune<double> max_t(geo::PerCommune<double> const& x, neighbours::Weights const& weights,
                              MaxTOptions const& options = {}, geo::Job const& job = {});

}  // namespace marchland::analysis::hotspots
