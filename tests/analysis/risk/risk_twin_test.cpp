// The posterior by plain numerical integration, and what intervals are worth in made-up worlds.
#include "analysis/risk/risk.hpp"

#include "analysis/risk/gamma_poisson_grid.hpp"
#include "geo/vocabulary/random.hpp"
#include "tests/support/drawn_maps.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace marchland::analysis::risk {
namespace {

using Numbers = geo::PerCommune<double>;

// ---- Simpson over theta, sums over the two numbers behind it

struct Moments {
    double zeroth = 0.0;  ///< integral of Poisson(y | e theta) x Gamma(theta)
    double first = 0.0;   ///< the same times theta
};

/// Simpson's rule in the logarithm of theta.
Moments integrated(double cases, double expected, double spread, double mean)
{
    constexpr int steps = 1200;
    double const shape = 1.0 / (spread * spread);
    // Where the integrand is largest; it falls as a power to the left and much faster to the right.
    double const power = shape + cases;
    double const top = std::log(power / (shape / mean + expected));
    double const from = top - 12.0 / std::sqrt(power) - 24.0 / power;
    double const to = top + std::min(12.0 / std::sqrt(power), 5.0);
    double const width = (to - from) / steps;
    double const constant =
        shape * std::log(shape / mean) - std::lgamma(shape) - std::lgamma(cases + 1.0);
    Moments sum;
    for (int i = 0; i <= steps; ++i) {
        double const u = from + i * width;
        double const theta = std::exp(u);
        double const log_density = cases * (std::log(expected) + u) - expected * theta + shape * u -
                                   shape / mean * theta + constant;
        double const weight = i == 0 || i == steps ? 1.0 : i % 2 == 1 ? 4.0 : 2.0;
        double const value = weight * std::exp(log_density) * width / 3.0;
        sum.zeroth += value;
        sum.first += value * theta;
    }
    return sum;
}

struct Counted {
    std::vector<double> cases;
    std::vector<double> people;

    double rate() const
    {
        return std::accumulate(cases.begin(), cases.end(), 0.0) /
               std::accumulate(people.begin(), people.end(), 0.0);
    }
};

std::vector<Counted> const regions{{{1.0, 4.0, 0.0, 15.0}, {1000.0, 2000.0, 3000.0, 4000.0}},
                                   {{0.0, 0.0, 1.0, 0.0}, {1000.0, 2000.0, 3000.0, 4000.0}},
                                   {{50.0, 61.0, 20.0, 400.0}, {1000.0, 2000.0, 3000.0, 4000.0}}};

struct Pair {
    double spread;
    double log_mean;
};

struct Twin {
    std::vector<double> risk;
    std::vector<double> weight;  ///< of the pairs, sums to 1
};

/// Relative risks as docs/methods/risk.md says, term by term, over the given pairs.
Twin twin(Counted const& region, std::vector<Pair> const& pairs)
{
    auto const n = region.cases.size();
    Twin made{std::vector<double>(n), {}};
    std::vector<std::vector<double>> means;
    double all = 0.0;
    for (auto const& [spread, log_mean] : pairs) {
        double weight =
            std::exp(-std::log(10.0) / 2.0 * spread - 0.5 * log_mean * log_mean) * spread;
        auto& mean = means.emplace_back();
        for (std::size_t i = 0; i < n; ++i) {
            auto const moments = integrated(region.cases[i], region.rate() * region.people[i],
                                            spread, std::exp(log_mean));
            weight *= moments.zeroth;
            mean.push_back(moments.first / moments.zeroth);
        }
        made.weight.push_back(weight);
        all += weight;
    }
    double sum = 0.0;
    for (std::size_t p = 0; p < pairs.size(); ++p) {
        made.weight[p] /= all;
        for (std::size_t i = 0; i < n; ++i) {
            made.risk[i] += made.weight[p] * means[p][i];
        }
    }
    for (std::size_t i = 0; i < n; ++i) {
        sum += made.risk[i] * region.people[i];
    }
    for (double& risk : made.risk) {
        risk *= std::accumulate(region.people.begin(), region.people.end(), 0.0) / sum;
    }
    return made;
}

double worst_difference(Counted const& region, std::vector<double> const& wanted)
{
    auto const risk = risk_of({.cases = Numbers{region.cases}, .at_risk = Numbers{region.people}},
                              {.draws = 100});
    double worst = 0.0;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        worst = std::max(worst, std::abs(risk.relative_risk[test::commune(i)] / wanted[i] - 1.0));
    }
    return worst;
}

TEST(RiskTwin, PosteriorMeanIsTheIntegral)
{
    for (auto const& region : regions) {
        std::vector<Observed> observed;
        for (std::size_t i = 0; i < region.cases.size(); ++i) {
            observed.push_back({region.cases[i], region.rate() * region.people[i]});
        }
        std::vector<Pair> pairs;
        auto const grid = prior_posterior(observed);
        for (auto const& point : grid) {
            pairs.push_back({1.0 / std::sqrt(point.shape), std::log(point.mean)});
        }
        auto const wanted = twin(region, pairs);
        double worst_weight = 0.0;
        for (std::size_t p = 0; p < grid.size(); ++p) {
            worst_weight = std::max(worst_weight, std::abs(grid[p].weight - wanted.weight[p]));
        }
        double const off = worst_difference(region, wanted.risk);
        std::printf("    same points: weights differ by %.1e, relative risks by %.1e\n",
                    worst_weight, off);
        EXPECT_LT(worst_weight, 1e-7);
        EXPECT_LT(off, 1e-6);
    }
}

TEST(RiskTwin, GridIsFineEnough)
{
    for (auto const& region : regions) {
        std::vector<Pair> pairs;
        for (int a = 0; a <= 90; ++a) {
            for (int b = -30; b <= 30; ++b) {
                pairs.push_back({0.03 * std::pow(100.0, a / 90.0), 1.2 * b / 30.0});
            }
        }
        double const off = worst_difference(region, twin(region, pairs).risk);
        std::printf("    grid three times as fine: relative risks differ by %.1e\n", off);
        EXPECT_LT(off, 0.005);
    }
}

TEST(RiskTwin, LooksCloserWhereThousandsOfCommunesSayMore)
{
    // A whole country narrows spread and mean so much that an even grid over all that is possible had
    // three points left, and relative risks were off by up to 9 %.
    geo::Draws draws{geo::Random{3, "test-country"}};
    std::vector<Observed> observed;
    for (int i = 0; i < 3321; ++i) {
        double const expected = std::exp(0.7 * draws.normal());
        observed.push_back(
            {static_cast<double>(draws.poisson(expected * draws.gamma(1.0))), expected});
    }
    auto const grid = prior_posterior(observed);
    double heaviest = 0.0;
    for (auto const& point : grid) {
        heaviest = std::max(heaviest, point.weight);
    }
    EXPECT_GT(grid.size(), 100U);
    EXPECT_LT(heaviest, 0.1);
}

TEST(RiskTwin, FourCommunesByHand)
{
    auto const risk =
        risk_of({.cases = Numbers{regions[0].cases}, .at_risk = Numbers{regions[0].people}});
    std::vector<double> const wanted{0.66, 0.98, 0.17, 1.72};
    std::vector<std::int64_t> const ranks{3, 2, 4, 1};
    for (auto const id : risk.rank.ids()) {
        EXPECT_NEAR(risk.relative_risk[id], wanted[geo::index_of(id)], 0.01);
        EXPECT_EQ(risk.rank[id], ranks[geo::index_of(id)]);
        std::printf("    %.2f [%.2f, %.2f] P(>1) %.2f rank %d [%.0f, %.0f] expected %.1f %s\n",
                    risk.relative_risk[id], risk.lower[id], risk.upper[id], risk.exceedance[id],
                    static_cast<int>(risk.rank[id]), risk.rank_lower[id], risk.rank_upper[id],
                    risk.expected[id], std::string{name_of(risk.evidence[id])}.c_str());
    }
}

// ---- worlds

struct World {
    RiskInput input;
    std::vector<double> truth;  ///< relative risks, at-risk-weighted mean 1
};

/// \param theta  a risk of relative spread s around 1.
World made(std::uint64_t seed, std::size_t n,
           std::function<double(geo::Draws&, double spread)> const& theta)
{
    geo::Draws draws{geo::Random{seed, "test-world"}};
    double const spread = std::clamp(-std::log(draws.uniform()) * 2.0 / std::log(10.0), 0.03, 3.0);
    World world;
    double people = 0.0;
    double sum = 0.0;
    for (std::size_t i = 0; i < n; ++i) {
        world.input.at_risk.push_back(std::exp(8.0 + 0.7 * draws.normal()));
        world.truth.push_back(theta(draws, spread));
        people += world.input.at_risk[test::commune(i)];
        sum += world.input.at_risk[test::commune(i)] * world.truth.back();
    }
    // 0.5 to 4.5 each
    double const rate = (0.5 + 4.0 * draws.uniform()) * static_cast<double>(n) / people;
    for (std::size_t i = 0; i < n; ++i) {
        double const mean =
            std::min(5000.0, rate * world.input.at_risk[test::commune(i)] * world.truth[i]);
        world.input.cases.push_back(static_cast<double>(draws.poisson(mean)));
        world.truth[i] *= people / sum;
    }
    return world;
}

double coverage(std::size_t worlds, std::function<double(geo::Draws&, double)> const& theta)
{
    constexpr std::size_t communes = 50;
    double inside = 0.0;
    for (std::size_t w = 0; w < worlds; ++w) {
        auto const world = made(w, communes, theta);
        auto const risk = risk_of(world.input, {.draws = 1000, .coverage = 0.90, .seed = w});
        for (std::size_t i = 0; i < communes; ++i) {
            auto const id = test::commune(i);
            inside +=
                risk.lower[id] <= world.truth[i] && world.truth[i] <= risk.upper[id] ? 1.0 : 0.0;
        }
    }
    return inside / static_cast<double>(worlds * communes);
}

TEST(RiskCoverage, NinetyPercentIntervalsCoverNinetyPercent)
{
    double const share = coverage(120, [](geo::Draws& draws, double spread) {
        double const shape = 1.0 / (spread * spread);
        return draws.gamma(shape) / shape;
    });
    std::printf("    gamma worlds: 90 %% intervals cover %.1f %%\n", 100.0 * share);
    EXPECT_GE(share, 0.85);
    EXPECT_LE(share, 0.95);
}

TEST(RiskCoverage, LogNormalWorldsAreCoveredNearlyAsWell)
{
    double const share = coverage(120, [](geo::Draws& draws, double spread) {
        double const sigma = std::sqrt(std::log1p(spread * spread));
        return std::exp(sigma * draws.normal() - 0.5 * sigma * sigma);
    });
    std::printf("    log-normal worlds: 90 %% intervals cover %.1f %%\n", 100.0 * share);
    EXPECT_GE(share, 0.80);
    EXPECT_LE(share, 0.97);
}

}  // namespace
}  // namespace marchland::analysis::risk
