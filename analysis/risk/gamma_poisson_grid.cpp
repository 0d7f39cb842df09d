#include "analysis/risk/gamma_poisson_grid.hpp"

#include "analysis/numerics/distributions.hpp"
#include "geo/vocabulary/numbers.hpp"

#include <algorithm>
#include <cmath>

namespace marchland::analysis::risk {
namespace {

constexpr int spread_steps = 30;
constexpr int mean_steps = 21;
constexpr double smallest_spread = 0.03;  // communes that differ by 3 % are alike to a planner
constexpr double largest_spread = 3.0;
constexpr double mean_reach = 1.2;  // of the logarithm of the mean, to either side

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
    return numerics::log_gamma(a + cases) - numerics::log_gamma(a);
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

/// The corner of the plane that a grid covers, both ways in the logarithm.
struct Window {
    double spread_from = std::log(smallest_spread);
    double spread_to = std::log(largest_spread);
    double mean_from = -mean_reach;
    double mean_to = mean_reach;
};

double at_step(double from, double to, int step, int steps)
{
    return from + (to - from) * step / (steps - 1.0);
}

/// The posterior on an even grid over the window; the largest weight is 1.
std::vector<PriorPoint> weighed(std::span<Observed const> observed, Window const& window)
{
    std::vector<PriorPoint> grid;
    double top = -geo::infinite;
    for (int i = 0; i < spread_steps; ++i) {
        double const spread =
            std::exp(at_step(window.spread_from, window.spread_to, i, spread_steps));
        double const shape = 1.0 / (spread * spread);
        for (int j = 0; j < mean_steps; ++j) {
            double const log_mean = at_step(window.mean_from, window.mean_to, j, mean_steps);
            double const mean = std::exp(log_mean);
            // A weak prior on the mean keeps the answer finite where nothing was seen at all.
            grid.push_back({shape, mean,
                            log_likelihood(observed, shape, mean) + log_prior(spread) -
                                0.5 * log_mean * log_mean});
            top = std::max(top, grid.back().weight);
        }
    }
    for (auto& point : grid) {
        point.weight = std::exp(point.weight - top);
    }
    return grid;
}

/// The part of a window that matters, with one step around it.
Window narrowed(std::vector<PriorPoint> const& grid, Window const& window)
{
    constexpr double matters = 1e-6;
    int first_spread = spread_steps;
    int last_spread = 0;
    int first_mean = mean_steps;
    int last_mean = 0;
    for (int at = 0; at < spread_steps * mean_steps; ++at) {
        if (grid[static_cast<std::size_t>(at)].weight >= matters) {
            first_spread = std::min(first_spread, at / mean_steps);
            last_spread = std::max(last_spread, at / mean_steps);
            first_mean = std::min(first_mean, at % mean_steps);
            last_mean = std::max(last_mean, at % mean_steps);
        }
    }
    auto const spread = [&window](int step) {
        return at_step(window.spread_from, window.spread_to, std::clamp(step, 0, spread_steps - 1),
                       spread_steps);
    };
    auto const mean = [&window](int step) {
        return at_step(window.mean_from, window.mean_to, std::clamp(step, 0, mean_steps - 1),
                       mean_steps);
    };
    return {spread(first_spread - 1), spread(last_spread + 1), mean(first_mean - 1),
            mean(last_mean + 1)};
}

void keep_what_matters(std::vector<PriorPoint>& grid)
{
    std::erase_if(grid, [](PriorPoint const& point) { return point.weight < 1e-9; });
    double kept = 0.0;
    for (auto const& point : grid) {
        kept += point.weight;
    }
    for (auto& point : grid) {
        point.weight /= kept;
    }
}

}  // namespace

std::vector<PriorPoint> prior_posterior(std::span<Observed const> observed)
{
    // Thousands of communes leave a few points of the first grid: a second one looks closer.
    Window const all;
    auto grid = weighed(observed, all);
    grid = weighed(observed, narrowed(grid, all));
    keep_what_matters(grid);
    return grid;
}

}  // namespace marchland::analysis::risk
