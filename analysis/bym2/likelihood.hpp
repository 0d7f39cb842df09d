// What one count says about the log relative risk behind it. Private to analysis.
#pragma once

#include "analysis/bym2/bym2.hpp"

namespace marchland::analysis::bym2 {

/// A count, or a range it lies in, and how many were expected at relative risk 1.
struct SeenCount {
    double cases = 0.0;
    double hidden = 0.0;    ///< the count is one of cases, cases + 1, ... cases + hidden
    double expected = 0.0;  ///< 0: nothing is known
};

/// Log likelihood at a log relative risk, its slope, and its curvature with the sign turned (>= 0).
struct Evidenced {
    double log = 0.0;
    double slope = 0.0;
    double curvature = 0.0;
};

/// ln Gamma(from + by) - ln Gamma(from), without cancellation where from is huge; from 1 it is the
/// logarithm of by!. Unlike std::lgamma it writes to no global.
/// \pre from > 0, by >= 0. \par Source  Stirling's series, from 10 upwards.
double log_rising(double from, double by);

/// \par Source  Poisson and negative binomial with mean expected x exp(eta); size as in variance =
///              mean + mean^2 / size. A range has the sum of its probabilities.
class CountLikelihood {
public:
    CountLikelihood(CountFamily family, double size) : family_{family}, size_{size} {}

    Evidenced at(SeenCount const& seen, double eta) const;

    /// The same averaged over a normal eta, the log up to a constant of the count; exact for a
    /// Poisson count, else nine points.
    Evidenced averaged(SeenCount const& seen, double mean, double variance) const;

    /// Variance of a count of this mean.
    double variance(double mean) const;

private:
    Evidenced of_count(double cases, double mean) const;
    Evidenced of_range(SeenCount const& seen, double mean) const;

    CountFamily family_;
    double size_;
};

}  // namespace marchland::analysis::bym2
