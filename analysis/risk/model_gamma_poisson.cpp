#include "analysis/numerics/distributions.hpp"
#include "analysis/risk/posterior.hpp"

#include "geo/vocabulary/numbers.hpp"
#include "geo/vocabulary/parallel.hpp"
#include "geo/vocabulary/random.hpp"

#include <cmath>
#include <memory>

namespace marchland::analysis::risk {
namespace {

/// How many numbers a gamma draw may use; rejections beyond a few dozen do not happen.
constexpr std::uint64_t numbers_a_draw = 1U << 10U;

std::vector<PriorPoint> prior_of(std::vector<Part> const& parts)
{
    std::vector<Observed> observed;
    for (auto const& part : parts) {
        if (part.looked && part.observed.expected > 0.0) {
            observed.push_back(part.observed);
        }
    }
    return prior_posterior(observed);
}

/// The gamma law of theta of one commune, given the prior's two numbers.
struct Gamma {
    double shape;
    double rate;
};

Gamma law_of(Part const& part, PriorPoint const& prior)
{
    double const cases = part.looked ? part.observed.cases : 0.0;
    double const expected = part.looked ? part.observed.expected : 0.0;
    return {prior.shape + cases, prior.shape / prior.mean + expected};
}

PriorPoint const& drawn(std::vector<PriorPoint> const& prior, double uniform)
{
    double sum = 0.0;
    for (auto const& point : prior) {
        sum += point.weight;
        if (uniform < sum) {
            return point;
        }
    }
    return prior.back();
}

/// The parts and their prior, shared by all draws.
struct Model {
    std::vector<Part> parts;
    std::vector<PriorPoint> prior;
    std::uint64_t seed;

    void draw(std::uint64_t number, double* theta) const
    {
        auto const& point = drawn(prior, geo::Random{seed, "risk-prior"}.uniform(number));
        for (auto const& part : parts) {
            auto const law = law_of(part, point);
            geo::Draws draws{geo::Random{seed, "risk", geo::index_of(part.id)},
                             number * numbers_a_draw};
            *theta++ = draws.gamma(law.shape) / law.rate;
        }
    }
};

}  // namespace

RiskPosterior gamma_poisson_posterior(std::vector<Part> const& parts, RiskOptions const& options)
{
    auto const model = std::make_shared<Model const>(Model{parts, prior_of(parts), options.seed});
    RiskPosterior posterior;
    for (auto const& point : model->prior) {
        posterior.spread += point.weight / std::sqrt(point.shape);
    }
    for (auto const& part : parts) {
        double mean = 0.0;
        double log_mean = 0.0;
        for (auto const& point : model->prior) {
            auto const law = law_of(part, point);
            mean += point.weight * law.shape / law.rate;
            log_mean += point.weight * (numerics::digamma(law.shape) - std::log(law.rate));
        }
        posterior.mean.push_back(mean);
        posterior.log_mean.push_back(log_mean);
    }
    std::vector<double> const nothing(parts.size(), 0.0);
    posterior.indicators = posterior.exposure = posterior.neighbours = nothing;
    posterior.itself = posterior.log_mean;
    posterior.hour_farther.assign(parts.size(), geo::unknown);
    posterior.draws = [model](std::size_t first, std::size_t count, geo::Job const& job) {
        std::vector<double> theta(count * model->parts.size());
        geo::for_each_index(count, job.threads(), [&](std::size_t d) {
            model->draw(first + d, &theta[d * model->parts.size()]);
        });
        return theta;
    };
    return posterior;
}

}  // namespace marchland::analysis::risk
