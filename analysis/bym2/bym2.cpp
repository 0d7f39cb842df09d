#include "analysis/bym2/bym2.hpp"

#include "analysis/bym2/input.hpp"
#include "analysis/bym2/posterior.hpp"
#include "analysis/numerics/distributions.hpp"
#include "geo/vocabulary/numbers.hpp"
#include "geo/vocabulary/parallel.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace marchland::analysis::bym2 {
namespace {

using geo::CommuneId;
using geo::PerCommune;
using Index = Eigen::Index;

/// One normal distribution of a mixture.
struct Part {
    double weight;
    double mean;
    double sd;
};

using Parts = std::vector<Part>;

double below(Parts const& parts, double x)
{
    double sum = 0.0;
    for (auto const& part : parts) {
        sum += part.weight * numerics::normal_cdf(x, part.mean, part.sd);
    }
    return sum;
}

double density(Parts const& parts, double x)
{
    double sum = 0.0;
    for (auto const& part : parts) {
        double const z = (x - part.mean) / part.sd;
        sum += part.weight * std::exp(-0.5 * z * z) / part.sd;
    }
    return sum * std::numbers::inv_sqrtpi / std::numbers::sqrt2;
}

/// Safeguarded Newton's method: its steps are kept between bounds that close in.
double quantile(Parts const& parts, double share, double guess)
{
    double from = geo::infinite;
    double to = -from;
    for (auto const& part : parts) {
        from = std::min(from, part.mean - 9.0 * part.sd);
        to = std::max(to, part.mean + 9.0 * part.sd);
    }
    double x = std::clamp(guess, from, to);
    for (int step = 0; step < 100; ++step) {
        double const over = below(parts, x) - share;
        (over > 0.0 ? to : from) = x;
        double const moved = x - over / density(parts, x);
        double const next = moved > from && moved < to ? moved : 0.5 * (from + to);
        bool const there = std::abs(next - x) < 1e-9 * (1.0 + std::abs(x));
        x = next;
        if (there) {
            break;
        }
    }
    return x;
}

/// Mean and standard deviation.
Estimate moments_of(Parts const& parts)
{
    Estimate found;
    double square = 0.0;
    for (auto const& part : parts) {
        found.mean += part.weight * part.mean;
        square += part.weight * part.sd * part.sd;
    }
    for (auto const& part : parts) {
        square += part.weight * (part.mean - found.mean) * (part.mean - found.mean);
    }
    found.sd = std::sqrt(square);
    return found;
}

Estimate estimate_of(Parts const& parts, double coverage)
{
    constexpr double tail_of_ninety = 1.645;
    auto found = moments_of(parts);
    double const tail = 0.5 * (1.0 - coverage);
    found.median = quantile(parts, 0.5, found.mean);
    found.lower = quantile(parts, tail, found.mean - tail_of_ninety * found.sd);
    found.upper = quantile(parts, 1.0 - tail, found.mean + tail_of_ninety * found.sd);
    return found;
}

/// Of a coordinate of theta: moments over the grid, quantiles of the spread-out density.
template <class Value, class At>
Estimate estimate_of_theta(ThetaGrid const& grid, Index axis, double coverage, Value const& value,
                           At const& at)
{
    Estimate found;
    double square = 0.0;
    for (auto const& point : grid.points) {
        found.mean += point.weight * value(point.theta);
    }
    for (auto const& point : grid.points) {
        double const off = value(point.theta) - found.mean;
        square += point.weight * off * off;
    }
    found.sd = std::sqrt(square);
    double const tail = 0.5 * (1.0 - coverage);
    auto const places = quantiles(grid, axis, {tail, 0.5, 1.0 - tail});
    found.lower = at(places[0]);
    found.median = at(places[1]);
    found.upper = at(places[2]);
    return found;
}

void describe_theta(ThetaGrid const& grid, ThetaSpace const& space, Bym2Fit& fit)
{
    double const coverage = fit.options.coverage;
    fit.sigma = estimate_of_theta(
        grid, 0, coverage, [](auto const& theta) { return theta.sigma; },
        [&](double x) { return space.sigma_at(x); });
    if (auto const axis = space.phi_axis()) {
        fit.phi = estimate_of_theta(
            grid, *axis, coverage, [](auto const& theta) { return theta.phi; },
            [&](double x) { return space.phi_at(x); });
    }
    if (auto const axis = space.spread_axis()) {
        fit.spread = estimate_of_theta(
            grid, *axis, coverage, [](auto const& theta) { return 1.0 / std::sqrt(theta.size); },
            [&](double x) { return space.spread_at(x); });
    }
    fit.log_evidence = grid.log_evidence;
    fit.points = static_cast<int>(grid.points.size());
}

void describe_coefficients(Bym2Posterior::Impl const& impl, std::vector<KeptCovariate> const& kept,
                           Bym2Fit& fit)
{
    auto const of = [&](Index k) {
        Parts parts;
        for (auto const& point : impl.points) {
            parts.push_back({point.weight, point.beta[k], std::sqrt(point.covariance(k, k))});
        }
        return estimate_of(parts, fit.options.coverage);
    };
    fit.intercept = of(0);
    for (std::size_t k = 0; k < kept.size(); ++k) {
        fit.coefficients.push_back(
            {kept[k].name, of(static_cast<Index>(k) + 1), kept[k].centre, kept[k].scale});
    }
}

void describe_communes(Bym2Posterior::Impl const& impl, Bym2Fit& fit, geo::Job const& job)
{
    auto const n = impl.problem.icar.order.size();
    for (auto* const column : {&fit.log_mean, &fit.log_sd, &fit.relative_risk, &fit.lower,
                               &fit.upper, &fit.exceedance}) {
        *column = PerCommune<double>{n};
    }
    double const threshold = std::log(fit.options.exceeding);
    geo::for_each_index(n, job.threads(), [&](std::size_t row) {
        if (row % 256 == 0) {
            job.at(static_cast<double>(row) / static_cast<double>(n));
        }
        auto const i = static_cast<Index>(row);
        auto const id = static_cast<CommuneId>(impl.problem.icar.order[row]);
        Parts parts;
        for (auto const& point : impl.points) {
            parts.push_back({point.weight, point.mean[i], std::sqrt(point.variance[i])});
            fit.relative_risk[id] +=
                point.weight * std::exp(point.mean[i] + 0.5 * point.variance[i]);
        }
        bool const whole = fit.options.intervals;
        auto const eta = whole ? estimate_of(parts, fit.options.coverage) : moments_of(parts);
        fit.log_mean[id] = eta.mean;
        fit.log_sd[id] = eta.sd;
        fit.lower[id] = whole ? std::exp(eta.lower) : geo::unknown;
        fit.upper[id] = whole ? std::exp(eta.upper) : geo::unknown;
        fit.exceedance[id] =
            whole ? std::clamp(1.0 - below(parts, threshold), 0.0, 1.0) : geo::unknown;
    });
}

/// The mean of a vector over the mixture, less its mean over communes, in the order of communes.
template <class Of>
PerCommune<double> centred_mean(Bym2Posterior::Impl const& impl, Of const& of)
{
    Vector sum = Vector::Zero(impl.problem.size());
    for (auto const& point : impl.points) {
        sum += point.weight * of(point);
    }
    sum.array() -= sum.mean();
    PerCommune<double> found{impl.problem.icar.order.size()};
    for (Index i = 0; i < sum.size(); ++i) {
        found[static_cast<CommuneId>(impl.problem.icar.order[static_cast<std::size_t>(i)])] =
            sum[i];
    }
    return found;
}

void explain(Bym2Posterior::Impl const& impl, Bym2Fit& fit)
{
    auto const& design = impl.problem.design;
    for (Index k = 1; k < design.cols(); ++k) {
        fit.by_covariate.push_back(centred_mean(
            impl, [&](auto const& point) -> Vector { return point.beta[k] * design.col(k); }));
    }
    fit.spatial = centred_mean(impl, [](auto const& point) -> Vector { return point.spatial; });
    fit.unstructured = centred_mean(impl, [&](auto const& point) -> Vector {
        return point.mean - design * point.beta - point.spatial;
    });
    for (double const mean : fit.log_mean) {
        fit.mean_log += mean / static_cast<double>(fit.log_mean.size());
    }
}

/// The density of theta, with solvers borrowed for each call.
ThetaDensity density_of(Bym2Problem const& problem, ThetaSpace const& space, Workbench& bench,
                        geo::Job const& job)
{
    return [&](Vector const& x, Vector const& eta) {
        auto conditional = bench.borrow();
        auto const theta = space.theta(x);
        auto mode = find_mode(problem, *conditional, theta, eta, job);
        bench.give_back(std::move(conditional));
        double const log_density = mode.log_likelihood + ThetaSpace::log_prior(x);
        return ThetaPoint{
            x, theta, log_density, 0.0, std::move(mode.state.eta), std::move(mode.curvature)};
    };
}

}  // namespace

Bym2Fit fit_bym2(Bym2Data const& data, Bym2Options const& options, geo::Job const& job)
{
    auto prepared = prepare(data, options, job.part(0.0, 0.05));
    auto impl = std::make_shared<Bym2Posterior::Impl>();
    impl->problem = std::move(prepared.problem);
    Workbench bench{impl->problem};
    ThetaSpace const space{impl->problem, options, job.part(0.05, 0.1)};
    auto grid = explore(density_of(impl->problem, space, bench, job), space.start(),
                        first_guess(impl->problem), job.part(0.1, 0.6));
    impl->points = marginals(impl->problem, bench, grid, job.part(0.6, 0.9));

    Bym2Fit fit;
    fit.options = options;
    fit.findings = std::move(prepared.findings);
    describe_theta(grid, space, fit);
    describe_coefficients(*impl, prepared.covariates, fit);
    describe_communes(*impl, fit, job.part(0.9, 0.95));
    explain(*impl, fit);
    fit.check = predictive_check(impl, options, job.part(0.95, 1.0));
    fit.posterior = Bym2Posterior{std::move(impl)};
    return fit;
}

}  // namespace marchland::analysis::bym2
