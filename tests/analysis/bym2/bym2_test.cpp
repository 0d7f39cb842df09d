// What the risk model promises: laws, explanation, and data that are not as they should be.
#include "analysis/bym2/bym2.hpp"

#include "geo/vocabulary/numbers.hpp"
#include "geo/vocabulary/random.hpp"
#include "tests/support/drawn_maps.hpp"
#include "tests/support/patience.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <cmath>
#include <thread>

namespace marchland::analysis::bym2 {
namespace {

using Numbers = geo::PerCommune<double>;

/// Counts around a hill in the middle of a grid, with two covariates.
Bym2Data hill(std::size_t rows, std::size_t columns)
{
    Bym2Data data{.near = test::grid_neighbours(rows, columns)};
    geo::Draws draws{geo::Random{11, "test-hill"}};
    Covariate far{"hours to a crossing", {}};
    Covariate poor{"poverty", {}};
    for (std::size_t i = 0; i < rows * columns; ++i) {
        double const y = static_cast<double>(i / columns) / static_cast<double>(rows) - 0.5;
        double const x = static_cast<double>(i % columns) / static_cast<double>(columns) - 0.5;
        far.values.push_back(10.0 + 3.0 * draws.normal());
        poor.values.push_back(draws.uniform());
        double const eta = 1.5 * std::exp(-8.0 * (x * x + y * y)) - 0.7 + 0.2 * draws.normal() -
                           0.08 * (far.values[test::commune(i)] - 10.0);
        data.expected.push_back(1.0 + 3.0 * draws.uniform());
        data.cases.push_back(
            static_cast<double>(draws.poisson(data.expected[test::commune(i)] * std::exp(eta))));
    }
    data.covariates = {far, poor};
    return data;
}

Bym2Data flat(std::size_t n, double cases, double expected)
{
    return {.cases = Numbers{n, cases},
            .expected = Numbers{n, expected},
            .near = test::path_neighbours(n)};
}

bool has(Bym2Fit const& fit, std::string const& rule)
{
    return std::ranges::any_of(fit.findings,
                               [&](auto const& finding) { return finding.rule == rule; });
}

void expect_sound(Bym2Fit const& fit)
{
    for (auto const id : fit.log_mean.ids()) {
        EXPECT_TRUE(std::isfinite(fit.log_mean[id]));
        EXPECT_GT(fit.log_sd[id], 0.0);
        EXPECT_TRUE(std::isfinite(fit.relative_risk[id]));
        EXPECT_LT(fit.lower[id], fit.upper[id]);
        EXPECT_GE(fit.exceedance[id], 0.0);
        EXPECT_LE(fit.exceedance[id], 1.0);
    }
    EXPECT_GT(fit.sigma.mean, 0.0);
    EXPECT_LE(fit.sigma.lower, fit.sigma.median);
    EXPECT_LE(fit.sigma.median, fit.sigma.upper);
}

/// \returns the words of the refusal.
std::string refusal(Bym2Data const& data, Bym2Options const& options = {})
{
    try {
        fit_bym2(data, options);
    } catch (geo::Error const& error) {
        EXPECT_EQ(error.kind(), geo::Trouble::usage);
        return error.what();
    }
    return "";
}

// ---- laws

TEST(Bym2, ContributionsSumToTheScore)
{
    auto const fit = fit_bym2(hill(8, 9));
    ASSERT_EQ(fit.by_covariate.size(), 2U);
    double worst = 0.0;
    for (auto const id : fit.log_mean.ids()) {
        double sum = fit.mean_log + fit.spatial[id] + fit.unstructured[id];
        for (auto const& part : fit.by_covariate) {
            sum += part[id];
        }
        worst = std::max(worst, std::abs(sum - fit.log_mean[id]));
    }
    EXPECT_LT(worst, 1e-9);
}

TEST(Bym2, ThreadsDoNotChangeTheAnswer)
{
    auto const data = hill(9, 9);
    auto const one = fit_bym2(data, {}, geo::Job{{}, {}, 1});
    auto const first = one.posterior.draw(3, 0, 300, geo::Job{{}, {}, 1});
    for (unsigned const threads : {2U, 8U}) {
        geo::Job const job{{}, {}, threads};
        auto const many = fit_bym2(data, {}, job);
        EXPECT_EQ(one.log_mean, many.log_mean);
        EXPECT_EQ(one.upper, many.upper);
        EXPECT_EQ(one.exceedance, many.exceedance);
        EXPECT_EQ(one.check.dispersion_p, many.check.dispersion_p);
        EXPECT_EQ(one.sigma.upper, many.sigma.upper);
        EXPECT_EQ(first.log_risk, many.posterior.draw(3, 0, 300, job).log_risk);
    }
}

TEST(Bym2, DrawsDoNotDependOnWhichOthersAreAskedFor)
{
    auto const fit = fit_bym2(hill(6, 6));
    auto const all = fit.posterior.draw(5, 0, 40);
    auto const some = fit.posterior.draw(5, 13, 9);
    for (std::size_t draw = 0; draw < some.size(); ++draw) {
        EXPECT_TRUE(std::ranges::equal(some.of(draw), all.of(13 + draw)));
    }
    EXPECT_NE(all.log_risk, fit.posterior.draw(6, 0, 40).log_risk);
}

TEST(Bym2, DrawsHaveTheMomentsOfTheMap)
{
    auto const fit = fit_bym2(hill(7, 7));
    constexpr std::size_t count = 20000;
    auto const draws = fit.posterior.draw(1, 0, count);
    double worst_mean = 0.0;
    double worst_sd = 0.0;
    double worst_chance = 0.0;
    for (auto const id : fit.log_mean.ids()) {
        double sum = 0.0;
        double square = 0.0;
        double above = 0.0;
        for (std::size_t draw = 0; draw < count; ++draw) {
            double const off =
                static_cast<double>(draws.of(draw)[geo::index_of(id)]) - fit.log_mean[id];
            sum += off / static_cast<double>(count);
            square += off * off / static_cast<double>(count);
            above += off + fit.log_mean[id] > 0.0 ? 1.0 / static_cast<double>(count) : 0.0;
        }
        worst_mean = std::max(worst_mean, std::abs(sum) / fit.log_sd[id]);
        worst_sd = std::max(worst_sd, std::abs(std::sqrt(square) / fit.log_sd[id] - 1.0));
        worst_chance = std::max(worst_chance, std::abs(above - fit.exceedance[id]));
    }
    // Four standard errors of a mean, of a standard deviation and of a share, over 49 communes.
    EXPECT_LT(worst_mean, 4.0 / std::sqrt(static_cast<double>(count)));
    EXPECT_LT(worst_sd, 4.0 / std::sqrt(2.0 * static_cast<double>(count)));
    EXPECT_LT(worst_chance, 4.0 * 0.5 / std::sqrt(static_cast<double>(count)));
}

TEST(Bym2, OrderOfCommunesDoesNotMatter)
{
    auto const data = hill(6, 7);
    auto const place = test::shuffled(data.cases.size(), 4);
    Bym2Data const other{.cases = test::moved(data.cases, place),
                         .expected = test::moved(data.expected, place),
                         .covariates = {{"a", test::moved(data.covariates[0].values, place)},
                                        {"b", test::moved(data.covariates[1].values, place)}},
                         .near = test::moved(data.near, place)};
    auto const fit = fit_bym2(data);
    auto const turned = fit_bym2(other);
    for (auto const id : fit.log_mean.ids()) {
        auto const there = test::commune(place[geo::index_of(id)]);
        EXPECT_NEAR(turned.log_mean[there], fit.log_mean[id], 1e-6);
        EXPECT_NEAR(turned.log_sd[there], fit.log_sd[id], 1e-6);
    }
}

TEST(Bym2, UnitOfACovariateDoesNotMatter)
{
    auto data = hill(6, 6);
    auto const hours = fit_bym2(data);
    for (double& value : data.covariates[0].values) {
        value = 60.0 * value + 1000.0;
    }
    auto const minutes = fit_bym2(data);
    EXPECT_NEAR(minutes.coefficients[0].scale, 60.0 * hours.coefficients[0].scale, 1e-9);
    EXPECT_NEAR(minutes.coefficients[0].estimate.mean, hours.coefficients[0].estimate.mean, 1e-7);
    EXPECT_NEAR(minutes.log_mean[test::commune(7)], hours.log_mean[test::commune(7)], 1e-7);
}

TEST(Bym2, FindsTheHillAndTheCovariateThatMatters)
{
    auto const fit = fit_bym2(hill(15, 15));
    auto const middle = test::commune(7 * 15 + 7);
    EXPECT_GT(fit.spatial[middle], 0.3);
    EXPECT_LT(fit.spatial[test::commune(0)], 0.0);
    EXPECT_LT(fit.coefficients[0].estimate.upper, 0.0);
    EXPECT_LT(fit.coefficients[1].estimate.lower, 0.0);
    EXPECT_GT(fit.coefficients[1].estimate.upper, 0.0);
    EXPECT_GT(fit.phi.mean, 0.5);
}

// ---- what is not known

TEST(Bym2, WhereNobodyLookedTheNeighboursSpeak)
{
    auto data = hill(9, 9);
    auto const middle = test::commune(40);
    auto const seen = fit_bym2(data);
    data.expected[middle] = geo::unknown;
    data.cases[middle] = 0.0;
    auto const unseen = fit_bym2(data);
    EXPECT_GT(unseen.log_sd[middle], seen.log_sd[middle]);
    EXPECT_GT(unseen.log_mean[middle], unseen.mean_log);  // on the hill all the same
    EXPECT_NEAR(unseen.unstructured[middle], 0.0, 0.02);
}

TEST(Bym2, HiddenCellsLieBetweenTheirBounds)
{
    auto data = hill(8, 8);
    auto const one = test::commune(27);
    data.expected[one] = 2.0;
    auto const at = [&](double cases, double hidden) {
        data.cases[one] = cases;
        data.hidden = Numbers{data.cases.size(), geo::unknown};
        data.hidden[one] = hidden;
        return fit_bym2(data);
    };
    auto const none = at(0.0, 0.0);
    auto const less_than_five = at(0.0, 4.0);
    auto const four = at(4.0, geo::unknown);
    EXPECT_LT(none.log_mean[one], less_than_five.log_mean[one]);
    EXPECT_LT(less_than_five.log_mean[one], four.log_mean[one]);
    EXPECT_GT(less_than_five.log_sd[one], four.log_sd[one]);
}

TEST(Bym2, AWideRangeSaysNothing)
{
    auto data = hill(6, 6);
    auto const one = test::commune(14);
    data.cases[one] = 0.0;
    data.hidden = Numbers{data.cases.size(), 0.0};
    data.hidden[one] = 10000.0;
    auto const wide = fit_bym2(data);
    data.expected[one] = 0.0;
    data.hidden[one] = 0.0;
    auto const unknown = fit_bym2(data);
    EXPECT_NEAR(wide.log_mean[one], unknown.log_mean[one], 1e-6);
    EXPECT_NEAR(wide.log_sd[one], unknown.log_sd[one], 1e-6);
}

TEST(Bym2, CasesWhereNobodyLivesAreSaidAndNotUsed)
{
    auto data = hill(5, 5);
    data.cases[test::commune(3)] = 0.0;
    data.expected[test::commune(3)] = 0.0;
    auto const without = fit_bym2(data);
    data.cases[test::commune(3)] = 7.0;
    auto const with = fit_bym2(data);
    EXPECT_TRUE(has(with, "cases-without-expectation"));
    EXPECT_FALSE(has(without, "cases-without-expectation"));
    EXPECT_EQ(with.log_mean, without.log_mean);
}

// ---- the predictive check

TEST(Bym2, CheckSeesCountsThatAreTooEven)
{
    auto const even = fit_bym2(flat(100, 9.0, 9.0));  // Poisson counts of mean 9 would vary
    EXPECT_GT(even.check.dispersion_p, 0.99);
    auto const fair = fit_bym2(hill(10, 10));
    EXPECT_GT(fair.check.dispersion_p, 0.02);
    EXPECT_LT(fair.check.dispersion_p, 0.98);
    EXPECT_NEAR(fair.check.zeros_expected, fair.check.zeros_seen, 12.0);
}

// ---- odd maps

TEST(Bym2, OneCommune)
{
    auto const fit = fit_bym2(flat(1, 3.0, 2.0));
    expect_sound(fit);
    EXPECT_TRUE(has(fit, "no-neighbours"));
    EXPECT_EQ(fit.phi.mean, 0.0);
    EXPECT_NEAR(fit.log_mean[test::commune(0)], std::log(1.5), 0.25);
}

TEST(Bym2, TwoCommunes)
{
    expect_sound(fit_bym2(flat(2, 3.0, 2.0)));
}

TEST(Bym2, AllZero)
{
    auto const fit = fit_bym2(flat(30, 0.0, 1.0));
    expect_sound(fit);
    EXPECT_LT(fit.upper[test::commune(9)], 0.6);
    expect_sound(fit_bym2(flat(30, 0.0, 0.0)));
    EXPECT_TRUE(has(fit_bym2(flat(30, 0.0, 0.0)), "no-expectation"));
}

TEST(Bym2, AllEqual)
{
    auto const fit = fit_bym2(flat(40, 20.0, 20.0));
    expect_sound(fit);
    EXPECT_NEAR(fit.relative_risk[test::commune(20)], 1.0, 0.03);
    EXPECT_LT(fit.sigma.mean, 0.1);
}

TEST(Bym2, OnlyIslands)
{
    auto data = hill(5, 5);
    data.near = neighbours::Neighbours{25};
    auto const fit = fit_bym2(data);
    expect_sound(fit);
    EXPECT_TRUE(has(fit, "no-neighbours"));
    EXPECT_EQ(fit.spatial, (Numbers{25, 0.0}));
}

TEST(Bym2, ManyParts)
{
    // 200 pairs and 100 communes alone.
    Bym2Data data{.cases = Numbers{500, 1.0},
                  .expected = Numbers{500, 2.0},
                  .near = neighbours::Neighbours{500}};
    for (std::size_t i = 0; i < 400; i += 2) {
        data.near[test::commune(i)] = {test::commune(i + 1)};
        data.near[test::commune(i + 1)] = {test::commune(i)};
        data.cases[test::commune(i)] = i % 4 == 0 ? 6.0 : 0.0;
    }
    expect_sound(fit_bym2(data));
}

TEST(Bym2, LargeCountsAndTinyExpectations)
{
    auto data = flat(12, 40000.0, 30000.0);
    data.cases[test::commune(5)] = 3.0;
    data.expected[test::commune(5)] = 1e-6;
    data.cases[test::commune(6)] = 0.0;
    data.expected[test::commune(6)] = 1e6;
    expect_sound(fit_bym2(data));
    expect_sound(fit_bym2(data, {.family = CountFamily::negative_binomial}));
}

// ---- covariates

TEST(Bym2, ConstantAndCollinearCovariatesAreDropped)
{
    auto data = hill(6, 6);
    auto const before = fit_bym2(data);
    Covariate both{"sum", Numbers{36}};
    for (auto const id : both.values.ids()) {
        both.values[id] = 2.0 * data.covariates[0].values[id] - data.covariates[1].values[id] + 1e3;
    }
    data.covariates.push_back({"constant", Numbers{36, 4.0}});
    data.covariates.push_back(both);
    data.covariates.push_back({"unknown", Numbers{36, geo::unknown}});
    auto const fit = fit_bym2(data);
    EXPECT_EQ(fit.coefficients.size(), 2U);
    EXPECT_EQ(std::ranges::count(fit.findings, "covariate-dropped", &geo::Finding::rule), 3);
    EXPECT_EQ(fit.log_mean, before.log_mean);
}

TEST(Bym2, MissingCovariatesAreFilledFromTheNeighbours)
{
    auto data = hill(6, 6);
    auto& values = data.covariates[0].values;
    values[test::commune(0)] = geo::unknown;
    values[test::commune(20)] = geo::infinite;
    auto const fit = fit_bym2(data);
    EXPECT_TRUE(has(fit, "covariate-filled"));
    values[test::commune(0)] =
        (values[test::commune(1)] + values[test::commune(6)] + values[test::commune(7)]) / 3.0;
    double around = 0.0;
    for (auto const other : data.near[test::commune(20)]) {
        around += values[other] / 8.0;
    }
    values[test::commune(20)] = around;
    EXPECT_NEAR(fit_bym2(data).log_mean[test::commune(20)], fit.log_mean[test::commune(20)], 1e-9);
}

// ---- refusals

TEST(Bym2, RefusesWhatMakesNoSense)
{
    auto const sound = hill(4, 4);
    auto data = sound;
    data.near[test::commune(0)].erase(data.near[test::commune(0)].begin());
    EXPECT_NE(refusal(data).find("other way round"), std::string::npos);
    data = sound;
    data.near[test::commune(2)].push_back(test::commune(2));
    EXPECT_NE(refusal(data).find("its own neighbour"), std::string::npos);
    data = sound;
    data.near[test::commune(2)].push_back(test::commune(99));
    EXPECT_NE(refusal(data).find("of only 16"), std::string::npos);
    data = sound;
    data.near[test::commune(2)].push_back(data.near[test::commune(2)].front());
    EXPECT_NE(refusal(data).find("twice"), std::string::npos);
    data = sound;
    data.cases[test::commune(1)] = -1.0;
    EXPECT_NE(refusal(data).find("commune 2"), std::string::npos);
    data.cases[test::commune(1)] = geo::unknown;
    EXPECT_NE(refusal(data), "");
    data = sound;
    data.expected[test::commune(1)] = -1.0;
    EXPECT_NE(refusal(data), "");
    data = sound;
    data.hidden = Numbers{3, 0.0};
    EXPECT_NE(refusal(data), "");
    EXPECT_NE(refusal({}), "");
    EXPECT_NE(refusal(sound, {.coverage = 1.0}), "");
    EXPECT_NE(refusal(sound, {.sigma_above = 0.0}), "");
    EXPECT_NE(refusal(sound, {.check_draws = -1}), "");
}

TEST(Bym2, StopsWithinASecond)
{
    using Clock = std::chrono::steady_clock;
    auto const data = hill(100, 100);
    for (double const after : {0.0, 0.3, 0.8}) {
        std::stop_source source;
        Clock::time_point asked;
        std::jthread const impatient{[&] {
            std::this_thread::sleep_for(std::chrono::duration<double>{after});
            asked = Clock::now();
            source.request_stop();
        }};
        EXPECT_THROW(fit_bym2(data, {}, geo::Job{source.get_token()}), geo::Cancelled);
        EXPECT_LT(Clock::now() - asked, test::patience);
    }
}

}  // namespace
}  // namespace marchland::analysis::bym2
