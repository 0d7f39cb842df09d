/// \file local_statistics.hpp
/// Local indicators of spatial association (LISA), all with one contract for their p-values.
///
/// The value of a commune stays; those of its neighbours are drawn without replacement from all other
/// communes with a value. p = (r + 1) / (draws + 1), ties counted on both sides; two-sided p is
/// min(1, 2 min(p_greater, p_less)). Communes without a value (NaN) are nobody's neighbour and not
/// drawn; communes without neighbours have no p. Where all values are equal there is no p at all.
#pragma once

#include "analysis/neighbours/neighbours.hpp"
#include "geo/vocabulary/column.hpp"
#include "geo/vocabulary/job.hpp"

#include <cstdint>
#include <string_view>

namespace marchland::analysis::hotspots {

enum class LocalStatistic : std::uint8_t {
    moran,            ///< I_i = z_i sum_j w_ij z_j / m2, m2 = sum z^2 / n
    bivariate_moran,  ///< z_i of x, neighbours' z of y, over the product of their deviations
    median_moran,     ///< z_i times the median of the neighbours' z, over m2; weights do not count
    gi,               ///< standard score of sum_j w_ij x_j over the others
    gi_star,          ///< the same with the commune itself (weight 1), over all
    geary,            ///< c_i = sum_j w_ij (x_i - x_j)^2 / (sum z^2 / (n - 1)); small: alike
    join_count,       ///< sum_j w_ij x_j where x_i = 1; x is 0 or 1. No p where x_i = 0
};
std::string_view name_of(LocalStatistic statistic);

struct LocalTestOptions {
    /// 1 to 10 million; the smallest one-sided p is 1 / (permutations + 1)
    int permutations = 9999;
    std::uint64_t seed = 1;
    int enough = 0;      ///< above 0 (equal weights only): stop asking for a commune after so many
                         ///< draws beyond on both sides; p is then that number over the draws made
    bool tails = false;  ///< also saddlepoint tails where fewer than 10 draws lay beyond
};

/// NaN where there is no answer.
struct LocalTest {
    geo::PerCommune<double> value;     ///< the statistic
    geo::PerCommune<double> expected;  ///< exact mean under conditional permutation; NaN: median
    geo::PerCommune<double> variance;  ///< exact variance under conditional permutation
    geo::PerCommune<double> p_greater;
    geo::PerCommune<double> p_less;
    geo::PerCommune<double> p_value;  ///< two-sided
    geo::PerCommune<double> tail;     ///< two-sided saddlepoint p below the floor of permutation
    std::size_t compared = 0;         ///< communes with a value
};

/// The answer depends on values, weights, order of communes and options, not on threads. A lag is
/// compared as a whole number (1/2^32 of a standard deviation) where the weights of a commune are
/// equal, and to 1e-9 of a deviation where they are not, so that equal sums are equal everywhere.
///
/// \param weights  as they shall count; their scale does not move p.
/// \throws Error{usage} sizes differ, permutations out of range, a value infinite, a weight negative or not
///         finite, a link to itself; Cancelled.
/// \par Source  Anselin (1995), (2019) Geographical Analysis 27, 93-115; 51, 133-150; Ord and Getis
///      (1995) same 27, 286-306; Sokal, Oden and Thomson (1998) same 30, 331-354.
/// \par Cost    equal weights: O(permutations x most neighbours + communes x log permutations), whatever
///      their product; Geary and general weights: O(links x permutations).
LocalTest local_test(LocalStatistic statistic, geo::PerCommune<double> const& x,
                     neighbours::Weights const& weights, LocalTestOptions const& options = {},
                     geo::Job const& job = {});

/// Bivariate Moran: x of the commune against y of its neighbours.
LocalTest local_test(geo::PerCommune<double> const& x, geo::PerCommune<double> const& y,
                     neighbours::Weights const& weights, LocalTestOptions const& options = {},
                     geo::Job const& job = {});

/// 1 where a value lies in [from, to] of the distribution (quantiles in [0, 1], linear between
/// values), else 0: with join_count, the quantile version of the local statistics.
geo::PerCommune<double> in_quantiles(geo::PerCommune<double> const& x, double from, double to);

}  // namespace marchland::analysis::hotspots
