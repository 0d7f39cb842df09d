// The risk model against a Markov chain of its own, and what its intervals are worth.
#include "analysis/bym2/bym2.hpp"

#include "geo/vocabulary/random.hpp"
#include "tests/support/bym2_chain.hpp"
#include "tests/support/drawn_maps.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>

namespace marchland::analysis::bym2 {
namespace {

using Numbers = geo::PerCommune<double>;

/// A grid with an island pair and a commune alone behind it.
neighbours::Neighbours with_islands(std::size_t rows, std::size_t columns)
{
    auto near = test::grid_neighbours(rows, columns);
    auto const n = near.size();
    near.push_back({test::commune(n + 1)});
    near.push_back({test::commune(n)});
    near.push_back({});
    return near;
}

/// 19 communes with everything that a real map has: islands, "<5", one where nobody looked.
Bym2Data small_map()
{
    Bym2Data data{.near = with_islands(4, 4)};
    geo::Draws draws{geo::Random{5, "test-small"}};
    Covariate covariate{"x", {}};
    for (std::size_t i = 0; i < data.near.size(); ++i) {
        double const x = draws.normal();
        double const expected = 4.0 + 6.0 * draws.uniform();
        double const field =
            0.5 * std::sin(0.8 * static_cast<double>(i / 4)) + 0.3 * draws.normal();
        covariate.values.push_back(x);
        data.expected.push_back(expected);
        data.cases.push_back(
            static_cast<double>(draws.poisson(expected * std::exp(0.3 * x + field))));
        data.hidden.push_back(0.0);
    }
    data.covariates.push_back(covariate);
    data.cases[test::commune(3)] = 1.0;
    data.hidden[test::commune(3)] = 4.0;
    data.cases[test::commune(10)] = 0.0;
    data.hidden[test::commune(10)] = 4.0;
    data.cases[test::commune(6)] = 0.0;
    data.expected[test::commune(6)] = 0.0;
    return data;
}

/// Means within 0.1 posterior sd and sds within 5 %, beyond four and three errors of the chain.
struct Agreement {
    double mean = 0.0;  ///< largest difference beyond the chain's error, in posterior sd
    double sd = 0.0;    ///< the same, as a share of it

    void add(double mean_found, double sd_found, test::ChainFigure const& wanted)
    {
        double const beyond = std::abs(mean_found - wanted.mean) - 4.0 * wanted.error;
        mean = std::max(mean, beyond / wanted.sd);
        sd = std::max(sd, (std::abs(sd_found - wanted.sd) - 3.0 * wanted.sd_error) / wanted.sd);
    }
};

void compare(CountFamily family, std::size_t steps)
{
    auto const data = small_map();
    Bym2Options const options{
        .family = family, .intercept_sd = 2.0, .coefficient_sd = 1.0, .standardise = false};
    auto const fit = fit_bym2(data, options);
    auto const chain = test::run_chain(data, options, steps, 7);
    auto const say = [](char const* name, Estimate const& found, test::ChainFigure const& wanted) {
        std::printf("    %-6s %7.4f (%.4f), chain %7.4f (%.4f) +- %.4f\n", name, found.mean,
                    found.sd, wanted.mean, wanted.sd, wanted.error);
    };
    Agreement theta;
    auto const judge = [&](char const* name, Estimate const& found,
                           test::ChainFigure const& wanted) {
        say(name, found, wanted);
        theta.add(found.mean, found.sd, wanted);
    };
    judge("beta0", fit.intercept, chain.beta[0]);
    judge("beta1", fit.coefficients[0].estimate, chain.beta[1]);
    judge("sigma", fit.sigma, chain.sigma);
    judge("phi", fit.phi, chain.phi);
    if (family == CountFamily::negative_binomial) {
        judge("spread", fit.spread, chain.spread);
    }
    Agreement eta;
    double exceedance = 0.0;
    for (auto const id : fit.log_mean.ids()) {
        auto const i = geo::index_of(id);
        eta.add(fit.log_mean[id], fit.log_sd[id], chain.eta[i]);
        exceedance = std::max(exceedance, std::abs(fit.exceedance[id] - chain.exceedance[i]));
    }
    std::printf(
        "    theta: %.3f sd, %.1f %%; log risks: %.3f sd, %.1f %%; exceedance %.3f, points %d\n",
        theta.mean, 100.0 * theta.sd, eta.mean, 100.0 * eta.sd, exceedance, fit.points);
    EXPECT_LT(theta.mean, 0.1);
    EXPECT_LT(theta.sd, 0.05);
    EXPECT_LT(eta.mean, 0.1);
    EXPECT_LT(eta.sd, 0.05);
    EXPECT_LT(exceedance, 0.03);
}

TEST(Bym2Twin, IsThatOfTheChain)
{
    compare(CountFamily::poisson, 200000);
}
TEST(Bym2Twin, IsThatOfTheChainWithExtraSpread)
{
    compare(CountFamily::negative_binomial, 150000);
}

// ---- worlds

struct World {
    Bym2Data data;
    Numbers truth;  ///< log relative risk
    Bym2Options options;
};

struct Ground {
    neighbours::Neighbours near;
    test::DenseIcar icar;

    explicit Ground(neighbours::Neighbours lists) : near{std::move(lists)}, icar{near} {}
};

/// A world drawn from the prior itself.
/// \param level  cases expected in a typical commune.
World from_the_prior(std::uint64_t seed, Ground const& ground, double level, CountFamily family)
{
    auto const& [near, icar] = ground;
    geo::Draws draws{geo::Random{seed, "test-bym2-world"}};
    World world{.data = {.near = near}, .options = {.family = family, .intercept_sd = 0.5}};
    double const sigma = -std::log(draws.uniform()) / -std::log(0.01);
    double const phi = 1.0 / (1.0 + std::exp(-icar.logit_at(draws.uniform())));
    double const spread = -std::log(draws.uniform()) / -std::log(0.1);
    double const intercept = 0.5 * draws.normal();
    double const slope = 0.5 * draws.normal();
    auto const n = static_cast<Eigen::Index>(near.size());
    Eigen::VectorXd noise{n};
    for (double& one : noise) {
        one = draws.normal();
    }
    Eigen::VectorXd const u = icar.root() * noise;
    Covariate covariate{"x", {}};
    for (Eigen::Index i = 0; i < n; ++i) {
        double const x = i % 2 == 0 ? 1.0 : -1.0;  // of mean 0 and standard deviation 1
        double const eta = intercept + slope * x +
                           sigma * (std::sqrt(phi) * u[i] + std::sqrt(1.0 - phi) * draws.normal());
        double const expected = level * std::exp(0.7 * draws.normal());
        bool const extra = family == CountFamily::negative_binomial && spread > 0.01;
        double const shape = 1.0 / (spread * spread);
        double const own = extra ? draws.gamma(shape) / shape : 1.0;
        covariate.values.push_back(x);
        world.truth.push_back(eta);
        world.data.expected.push_back(expected);
        world.data.cases.push_back(
            static_cast<double>(draws.poisson(expected * own * std::exp(eta))));
    }
    world.data.covariates.push_back(covariate);
    return world;
}

/// Share of communes whose true risk lies within its interval.
double coverage(std::size_t worlds, std::function<World(std::uint64_t)> const& make)
{
    double inside = 0.0;
    double all = 0.0;
    for (std::size_t w = 0; w < worlds; ++w) {
        auto world = make(w);
        world.options.check_draws = 0;
        auto const fit = fit_bym2(world.data, world.options, geo::Job{{}, {}, 1});
        for (auto const id : world.truth.ids()) {
            double const truth = std::exp(world.truth[id]);
            inside += fit.lower[id] <= truth && truth <= fit.upper[id] ? 1.0 : 0.0;
            all += 1.0;
        }
    }
    return inside / all;
}

/// Worlds differ much from one another: over 200 of them chance moves the share by about a point.
void expect_coverage(char const* name, neighbours::Neighbours near, double level,
                     CountFamily family)
{
    Ground const ground{std::move(near)};
    double const share = coverage(
        200, [&](std::uint64_t seed) { return from_the_prior(seed, ground, level, family); });
    std::printf("    %s: 90 %% intervals cover %.1f %%\n", name, 100.0 * share);
    EXPECT_GE(share, 0.88);
    EXPECT_LE(share, 0.92);
}

TEST(Bym2Coverage, NinetyPercentIntervalsCoverNinetyPercent)
{
    expect_coverage("two cases a commune", test::grid_neighbours(8, 8), 2.0, CountFamily::poisson);
}

TEST(Bym2Coverage, AlsoWhereMostCommunesHaveNoCase)
{
    expect_coverage("a case in five communes", test::grid_neighbours(8, 8), 0.2,
                    CountFamily::poisson);
}

TEST(Bym2Coverage, AlsoWithExtraSpread)
{
    expect_coverage("extra spread", test::grid_neighbours(4, 4), 4.0,
                    CountFamily::negative_binomial);
}

}  // namespace
}  // namespace marchland::analysis::bym2
