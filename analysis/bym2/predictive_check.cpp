#include "analysis/bym2/posterior.hpp"

#include "geo/vocabulary/parallel.hpp"
#include "geo/vocabulary/random.hpp"

#include <algorithm>
#include <cmath>

namespace marchland::analysis::bym2 {
namespace {

/// \par Source  Hormann (1993), transformed rejection, for large means; waiting times for small
/// ones.
double poisson(geo::Draws& draws, double mean)
{
    if (mean < 30.0) {
        return static_cast<double>(draws.poisson(mean));
    }
    double const b = 0.931 + 2.53 * std::sqrt(mean);
    double const a = -0.059 + 0.02483 * b;
    double const v_r = 0.9277 - 3.6224 / (b - 2.0);
    double const inverse_alpha = 1.1239 + 1.1328 / (b - 3.4);
    for (;;) {
        double const u = draws.uniform() - 0.5;
        double const v = draws.uniform();
        double const us = 0.5 - std::abs(u);
        double const k = std::floor((2.0 * a / us + b) * u + mean + 0.43);
        if (us >= 0.07 && v <= v_r) {
            return k;
        }
        if (k < 0.0 || (us < 0.013 && v > us)) {
            continue;
        }
        if (std::log(v * inverse_alpha / (a / (us * us) + b)) <=
            k * std::log(mean) - mean - log_rising(1.0, k)) {
            return k;
        }
    }
}

double replicate(geo::Draws& draws, CountFamily family, double size, double mean)
{
    return poisson(draws, family == CountFamily::poisson ? mean : mean * draws.gamma(size) / size);
}

/// Of the counts seen and of one replicate, at the same risk.
struct Compared {
    double seen_chi = 0.0;
    double made_chi = 0.0;
    double seen_zeros = 0.0;
    double made_zeros = 0.0;
};

Compared compare(Bym2Problem const& problem, Bym2Theta const& theta,
                 std::span<float const> log_risk, geo::Draws draws)
{
    CountLikelihood const likelihood{problem.family, theta.size};
    Compared sum;
    for (std::size_t row = 0; row < problem.seen.size(); ++row) {
        auto const& seen = problem.seen[row];
        if (seen.expected == 0.0 || seen.hidden > 0.0) {
            continue;
        }
        double const mean =
            seen.expected *
            std::exp(std::min(static_cast<double>(log_risk[problem.icar.order[row]]), 300.0));
        double const made = replicate(draws, problem.family, theta.size, mean);
        double const variance = likelihood.variance(mean);
        sum.seen_chi += (seen.cases - mean) * (seen.cases - mean) / variance;
        sum.made_chi += (made - mean) * (made - mean) / variance;
        sum.seen_zeros += seen.cases == 0.0 ? 1.0 : 0.0;
        sum.made_zeros += made == 0.0 ? 1.0 : 0.0;
    }
    return sum;
}

}  // namespace

PredictiveCheck predictive_check(std::shared_ptr<Bym2Posterior::Impl const> const& impl,
                                 Bym2Options const& options, geo::Job const& job)
{
    auto const count = static_cast<std::size_t>(options.check_draws);
    auto const table = Bym2Posterior{impl}.draw(options.seed, 0, count, job);
    std::vector<Compared> compared(count);
    geo::for_each_index(count, job.threads(), [&](std::size_t draw) {
        job.at(1.0);
        auto const& point = impl->points[impl->point_of(options.seed, draw)];
        compared[draw] = compare(impl->problem, point.theta, table.of(draw),
                                 geo::Draws{geo::Random{options.seed, "bym2-replicate", draw}});
    });
    PredictiveCheck check{0.0, 0.0, 0.0, 0.0};
    for (auto const& one : compared) {
        check.dispersion_p += one.made_chi >= one.seen_chi ? 1.0 / static_cast<double>(count) : 0.0;
        check.zeros_p += one.made_zeros >= one.seen_zeros ? 1.0 / static_cast<double>(count) : 0.0;
        check.zeros_seen = one.seen_zeros;
        check.zeros_expected += one.made_zeros / static_cast<double>(count);
    }
    return count == 0 ? PredictiveCheck{} : check;
}

}  // namespace marchland::analysis::bym2
