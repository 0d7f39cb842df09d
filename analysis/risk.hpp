/// \file risk.hpp
/// Relative risk of the communes after population and effort, with everything that follows from its
/// posterior: intervals, ranks, evidence.
#pragma once

#include "geo/column.hpp"
#include "geo/job.hpp"

#include <cstdint>
#include <string_view>

namespace marchland::analysis {

/// What orders the communes.
enum class RankBy : std::uint8_t { expected, relative_risk, exceedance };
std::string_view name_of(RankBy rank_by);

enum class Evidence : std::uint8_t { none, weak, moderate, strong };
std::string_view name_of(Evidence evidence);

struct RiskInput {
    geo::PerCommune<double> cases;    ///< in the window
    geo::PerCommune<double> at_risk;  ///< persons; NaN or 0: no figures for this commune
    geo::PerCommune<double> effort;   ///< any unit; empty: the study has no effort
    double years = 1.0;
};

struct RiskOptions {
    RankBy rank_by = RankBy::expected;
    int draws = 4000;        ///< from the posterior, for intervals and ranks
    double coverage = 0.90;
    std::uint64_t seed = 1;
};

struct Risk {
    double region_rate = 0.0;               ///< detected per person at risk and year
    double spread = 0.0;                    ///< posterior mean of the sd between communes, relative
    geo::PerCommune<double> exposure;       ///< at risk x years x effort share; 0: nobody looked; NaN: unknown
    geo::PerCommune<double> relative_risk;  ///< posterior mean; at-risk-weighted mean is 1
    geo::PerCommune<double> lower;
    geo::PerCommune<double> upper;
    geo::PerCommune<double> exceedance;     ///< P(relative risk > 1)
    geo::PerCommune<double> expected;       ///< persons a year at the region's average effort
    geo::PerCommune<std::int64_t> rank;     ///< 1 = first; 0: not ranked (no figures, evidence none, or no case in the region)
    geo::PerCommune<double> expected_rank;
    geo::PerCommune<double> rank_lower;     ///< of the ranks over draws, wide enough to hold `rank`
    geo::PerCommune<double> rank_upper;
    geo::PerCommune<Evidence> evidence;
};

/// The gamma-Poisson model: cases_i ~ Poisson(exposure_i x rate x theta_i), theta_i ~ Gamma with mean
/// m and relative variance s^2. Both are not known either: they are averaged over a grid, so that
/// intervals stay wide where counts are too few to tell whether communes differ at all.
///
/// Where nobody looked and nobody was found there is no likelihood: theta_i keeps its prior and the
/// evidence is none. The answer does not depend on the number of threads.
///
/// \throws Error{usage} sizes differ, no draws, or coverage outside (0, 1); Cancelled.
/// \par Source  Clayton and Kaldor (1987) Biometrics 43, 671-681; prior of s: Simpson and others (2017)
///      Statistical Science 32, 1-28, P(s > 2) = 0.1.
/// \par Cost    O(communes x draws x log communes).
Risk risk_of(RiskInput const& input, RiskOptions const& options = {}, geo::Job const& job = {});

}  // namespace marchland::analysis
