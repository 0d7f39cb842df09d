// The BYM2 model as a posterior of risk.
#include "analysis/risk/posterior.hpp"
#include "geo/vocabulary/numbers.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace marchland::analysis::risk {
namespace {

using geo::CommuneId;

/// P(sigma > 1). That risk differs by a factor of e between communes is nothing strange along a
/// border; a prior that thinks so makes intervals too narrow (docs/methods/worlds.md).
constexpr double wide_spread_chance = 0.3;

/// Communes that take no part have no likelihood, but still join their neighbours.
bym2::Bym2Data data_of(std::vector<Part> const& parts, RiskInput const& input)
{
    auto const n = input.cases.size();
    bym2::Bym2Data data{.cases = geo::PerCommune<double>{n, 0.0},
                        .hidden = geo::PerCommune<double>{n, 0.0},
                        .expected = geo::PerCommune<double>{n, geo::unknown},
                        .covariates = {},
                        .near = input.near.empty() ? neighbours::Neighbours{n} : input.near};
    for (auto const& part : parts) {
        if (part.looked) {
            data.cases[part.id] = part.observed.cases - part.hidden;
            data.hidden[part.id] = part.hidden_most;
            data.expected[part.id] = part.observed.expected;
        }
    }
    for (auto const& one : input.covariates) {
        data.covariates.push_back(one.covariate);
    }
    return data;
}

Layer layer_of(std::string const& covariate, RiskInput const& input)
{
    for (auto const& one : input.covariates) {
        if (one.covariate.name == covariate) {
            return one.layer;
        }
    }
    return Layer::vulnerability;
}

void explain(RiskPosterior& posterior, bym2::Bym2Fit const& fit, std::vector<Part> const& parts,
             RiskInput const& input)
{
    for (auto const& part : parts) {
        double indicators = 0.0;
        double exposure = 0.0;
        double farther = geo::unknown;
        for (std::size_t k = 0; k < fit.coefficients.size(); ++k) {
            auto const& coefficient = fit.coefficients[k];
            if (layer_of(coefficient.name, input) == Layer::vulnerability) {
                indicators += fit.by_covariate[k][part.id];
                continue;
            }
            exposure += fit.by_covariate[k][part.id];
            auto const covariate =
                std::ranges::find(input.covariates, coefficient.name,
                                  [](auto const& one) { return one.covariate.name; });
            double const now = covariate->covariate.values[part.id];
            double const step = exposure_scale(std::expm1(now) + 1.0) - now;
            farther = std::exp(coefficient.estimate.mean * step / coefficient.scale);
        }
        posterior.log_mean.push_back(fit.log_mean[part.id]);
        posterior.indicators.push_back(indicators);
        posterior.exposure.push_back(exposure);
        posterior.neighbours.push_back(fit.spatial[part.id]);
        posterior.itself.push_back(fit.unstructured[part.id]);
        posterior.hour_farther.push_back(farther);
    }
}

std::vector<ModelFigure> figures_of(bym2::Bym2Fit const& fit, bool negative_binomial)
{
    std::vector<ModelFigure> figures{{"intercept", fit.intercept}};
    for (auto const& coefficient : fit.coefficients) {
        figures.push_back({"coefficient of " + coefficient.name, coefficient.estimate});
    }
    figures.push_back({"sigma: deviation between communes, logarithmic", fit.sigma});
    figures.push_back({"phi: share of it that neighbours have in common", fit.phi});
    if (negative_binomial) {
        figures.push_back({"spread within a commune beyond chance", fit.spread});
    }
    return figures;
}

}  // namespace

double exposure_scale(double hours)
{
    return std::log1p(hours);
}

RiskPosterior bym2_posterior(std::vector<Part> const& parts, RiskInput const& input,
                             RiskOptions const& options, geo::Job const& job)
{
    bool const negative_binomial = options.model == RiskModel::bym2_negbin;
    auto const fit =
        bym2::fit_bym2(data_of(parts, input),
                       {.family = negative_binomial ? bym2::CountFamily::negative_binomial
                                                    : bym2::CountFamily::poisson,
                        .sigma_above = 1.0,
                        .sigma_chance = wide_spread_chance,
                        .coverage = options.coverage,
                        .check_draws = options.check ? bym2::Bym2Options{}.check_draws : 0,
                        .intervals = false,  // those of relative risk come from the draws
                        .seed = options.seed},
                       job);
    RiskPosterior posterior;
    for (auto const& part : parts) {
        posterior.mean.push_back(fit.relative_risk[part.id]);
    }
    posterior.spread = fit.sigma.mean;
    posterior.figures = figures_of(fit, negative_binomial);
    posterior.check = fit.check;
    posterior.checked = options.check && std::ranges::any_of(parts, [](Part const& part) {
                            return part.observed.expected > 0.0;
                        });
    posterior.findings = fit.findings;
    explain(posterior, fit, parts, input);
    std::vector<std::size_t> places;
    for (auto const& part : parts) {
        places.push_back(geo::index_of(part.id));
    }
    posterior.draws = [draws = fit.posterior, places, seed = options.seed](
                          std::size_t first, std::size_t count, geo::Job const& drawing) {
        auto const drawn = draws.draw(seed, first, count, drawing);
        std::vector<double> theta;
        theta.reserve(count * places.size());
        for (std::size_t d = 0; d < count; ++d) {
            auto const log_risk = drawn.of(d);
            for (auto const place : places) {
                theta.push_back(std::exp(static_cast<double>(log_risk[place])));
            }
        }
        return theta;
    };
    return posterior;
}

}  // namespace marchland::analysis::risk
