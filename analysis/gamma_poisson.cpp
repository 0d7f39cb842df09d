#include "analysis/gamma_poisson.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace marchland::analysis {
namespace {

constexpr int spread_steps = 30;
constexpr int mean_steps = 21;
constexpr double smallest_spread = 0.03;  // communes that differ by 3 % are alike to a planner
constexpr double largest_spread = 3.0;
constexpr double mean_reach = 1.2;        // of the logarithm of the mean, to either side

/// The exponential prior with P(s > 2) = 0.1: communes may well differ several-fold, and where counts
/// are too few to say, intervals must not be narrow by assumption.
double const prior_rate = -std::log(0.1) / 2.0;

/// The same commune profile often repeats (no case, same expectation is rare, but no case is common):
/// ln Gamma(a + y) - ln Gamma(a) for whole y is a short sum, much cheaper than two lgammas.
double log_rising(double a, double cases)
{
    if (cases < 30.0 && cases == std::floor(cases)) {
        double sum = 0.0;
        for (double k = 0.0; k < cases; k += 1.0) {
            sum += std::log(a + k);
        }
        return sum;
    }
    return std::lgamma(a + cases) - std::lgamma(a);
}

/// Log of the negative binomial likelihood, without what does not depend on shape and mean.
double log_likelihood(std::span<Observed const> observed, double shape, double mean)
{
    double sum = 0.0;
    for (auto const& one : observed) {
        double const scaled = one.expected * mean / shape;
        sum += log_rising(shape, one.cases) - shape * std::log1p(scaled) +
               one.cases * (std::log(scaled) - std::log1p(scaled));
    }
    return sum;
}

double log_prior(double spread)
{
    return -prior_rate * spread + std::log(spread);  // the grid is even in the logarithm of s
}

}  // namespace

std::vector<PriorPoint> prior_posterior(std::span<Observed const> observed)
{
    std::vector<PriorPoint> grid;
    std::vector<double> logs;
    for (int i = 0; i < spread_steps; ++i) {
        double const spread = smallest_spread * std::pow(largest_spread / smallest_spread,
                                                         i / (spread_steps - 1.0));
        double const shape = 1.0 / (spread * spread);
        for (int j = 0; j < mean_steps; ++j) {
            double const log_mean = mean_reach * (2.0 * j / (mean_steps - 1.0) - 1.0);
            grid.push_back({shape, std::exp(log_mean), 0.0});
            // A weak prior on the mean keeps the answer finite where nothing was seen at all.
            logs.push_back(log_likelihood(observed, shape, grid.back().mean) + log_prior(spread) -
                           0.5 * log_mean * log_mean);
        }
    }
    double const top = *std::ranges::max_element(logs);
    double sum = 0.0;
    for (std::size_t i = 0; i < grid.size(); ++i) {
        grid[i].weight = std::exp(logs[i] - top);
        sum += grid[i].weight;
    }
    std::erase_if(grid, [sum](PriorPoint const& point) { return point.weight < 1e-6 * sum; });
    double kept = 0.0;
    for (auto const& point : grid) {
        kept += point.weight;
    }
    for (auto& point : grid) {
        point.weight /= kept;
    }
    return grid;
}

}  // namespace marchland::analysis
