/// \file global_statistics.hpp
/// Global spatial autocorrelation, one figure for the whole map: do like values lie together at all?
#pragma once

#include "analysis/neighbours/neighbours.hpp"
#include "geo/vocabulary/column.hpp"
#include "geo/vocabulary/job.hpp"

#include <cstdint>

namespace marchland::analysis::hotspots {

enum class GlobalStatistic : std::uint8_t {
    moran,       ///< I = n / S0 x sum w z z / sum z^2; above its mean: like lies by like
    geary,       ///< C = (n - 1) / (2 S0) x sum w (x - x)^2 / sum z^2; below 1: like lies by like
    getis_ord,   ///< G = sum w x x / sum of all products; high by high, values not negative
    join_count,  ///< pairs of neighbours that are both 1; x is 0 or 1
};

struct GlobalOptions {
    int permutations = 999;  ///< 0: closed forms only
    std::uint64_t seed = 1;
};

/// NaN where there is no answer.
struct GlobalTest {
    double value = 0.0;
    double expected = 0.0;  ///< under randomisation: all orders of the values equally likely
    double variance = 0.0;
    double z = 0.0;          ///< (value - expected) / sqrt(variance)
    double p_greater = 0.0;  ///< by permutation of the whole map, (r + 1) / (permutations + 1)
    double p_less = 0.0;
    double p_value = 0.0;  ///< two-sided: min(1, 2 min)
};

/// Communes without a value are left out. Those without neighbours count in the mean and the deviation
/// but not in n, as in spdep.
///
/// \throws Error{usage} as local_test; Getis-Ord with a negative value; Cancelled.
/// \par Source  Cliff and Ord (1981) Spatial Processes, chapters 1 and 2; Getis and Ord (1992)
///      Geographical Analysis 24, 189-206.
/// \par Cost    O(permutations x links).
GlobalTest global_test(GlobalStatistic statistic, geo::PerCommune<double> const& x,
                       neighbours::Weights const& weights, GlobalOptions const& options = {},
                       geo::Job const& job = {});

}  // namespace marchland::analysis::hotspots
