// The posterior of the two numbers behind the gamma-Poisson model, on a grid. Private to analysis.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace marchland::analysis::risk {

/// One commune with a likelihood: a count, and how many were expected at relative risk 1.
struct Observed {
    double cases = 0.0;
    double expected = 0.0;
};

/// A possible pair of mean and shape of the gamma prior, with its posterior weight.
struct PriorPoint {
    double shape = 1.0;  ///< 1 / s^2
    double mean = 1.0;
    double weight = 0.0;  ///< sums to 1 over the grid
};

/// An even grid over the part of the plane that has weight; only points that matter are kept.
std::vector<PriorPoint> prior_posterior(std::span<Observed const> observed);

}  // namespace marchland::analysis::risk
