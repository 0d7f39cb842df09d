// Numbers by hand: docs/methods/risk.md and evidence-and-ranks.md.
#include "analysis/risk/risk.hpp"

#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/numbers.hpp"
#include "geo/vocabulary/random.hpp"
#include "tests/support/drawn_maps.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace marchland::analysis::risk {
namespace {

using Numbers = geo::PerCommune<double>;

Numbers numbers(std::vector<double> values)
{
    return Numbers{std::move(values)};
}

/// A region of n communes with people, effort and cases of all sizes.
RiskInput region(std::size_t n, std::uint64_t seed)
{
    geo::Draws draws{geo::Random{seed, "test-region"}};
    RiskInput input{.years = 3.0};
    for (std::size_t i = 0; i < n; ++i) {
        double const people = std::floor(std::exp(8.0 + 0.7 * draws.normal()));
        double const effort = i % 7 == 3 ? 0.0 : 10.0 + std::floor(90.0 * draws.uniform());
        double const mean = people * effort * 2e-5 * std::exp(0.6 * draws.normal());
        input.at_risk.push_back(people);
        input.effort.push_back(effort);
        input.cases.push_back(static_cast<double>(draws.poisson(mean)));
    }
    return input;
}

double weighted_mean(RiskInput const& input, Risk const& risk)
{
    double people = 0.0;
    double sum = 0.0;
    for (auto const id : input.cases.ids()) {
        if (!std::isnan(risk.relative_risk[id])) {
            people += input.at_risk[id];
            sum += input.at_risk[id] * risk.relative_risk[id];
        }
    }
    return sum / people;
}

RiskOptions few_draws(std::uint64_t seed = 1)
{
    return {.draws = 500, .seed = seed};
}

TEST(Risk, ExposureByHand)
{
    // Mean effort over people: (1000 x 10 + 3000 x 30) / 4000 = 25; shares 0.4 and 1.2; 2 years.
    auto const risk = risk_of({.cases = numbers({4.0, 36.0}),
                               .at_risk = numbers({1000.0, 3000.0}),
                               .effort = numbers({10.0, 30.0}),
                               .years = 2.0});
    EXPECT_DOUBLE_EQ(risk.exposure[test::commune(0)], 800.0);
    EXPECT_DOUBLE_EQ(risk.exposure[test::commune(1)], 7200.0);
    EXPECT_DOUBLE_EQ(risk.region_rate, 0.005);
    // Both were found at 0.005 per person, year and average effort: nothing tells them apart.
    EXPECT_NEAR(risk.relative_risk[test::commune(0)], 1.0, 0.05);
    EXPECT_NEAR(risk.expected[test::commune(0)] + risk.expected[test::commune(1)], 0.005 * 4000.0,
                1e-9);
}

TEST(Risk, WeightedMeanIsOne)
{
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        auto const input = region(40, seed);
        auto const risk = risk_of(input, few_draws());
        EXPECT_NEAR(weighted_mean(input, risk), 1.0, 1e-12);
        double expected = 0.0;
        double people = 0.0;
        for (auto const id : input.cases.ids()) {
            expected += risk.expected[id];
            people += input.at_risk[id];
        }
        EXPECT_NEAR(expected, people * risk.region_rate, 1e-9 * expected);
    }
}

/// Equal to the bit; NaN, the mark of communes without a rank, equals itself.
void expect_same(geo::PerCommune<double> const& a, geo::PerCommune<double> const& b)
{
    ASSERT_EQ(a.size(), b.size());
    for (auto const id : a.ids()) {
        EXPECT_TRUE(a[id] == b[id] || (std::isnan(a[id]) && std::isnan(b[id])));
    }
}

TEST(Risk, ThreadsDoNotChangeTheAnswer)
{
    auto const input = region(60, 4);
    auto const one = risk_of(input, few_draws(), geo::Job{{}, {}, 1});
    for (unsigned const threads : {2U, 7U}) {
        auto const many = risk_of(input, few_draws(), geo::Job{{}, {}, threads});
        EXPECT_EQ(one.relative_risk, many.relative_risk);
        EXPECT_EQ(one.lower, many.lower);
        EXPECT_EQ(one.upper, many.upper);
        EXPECT_EQ(one.exceedance, many.exceedance);
        EXPECT_EQ(one.rank, many.rank);
        expect_same(one.expected_rank, many.expected_rank);
        expect_same(one.rank_lower, many.rank_lower);
        expect_same(one.rank_upper, many.rank_upper);
    }
}

TEST(Risk, UnitOfEffortDoesNotMatter)
{
    auto const input = region(60, 5);
    auto const hours = risk_of(input, few_draws());
    auto scaled = input;
    for (double& effort : scaled.effort) {
        effort *= 64.0;
    }
    EXPECT_EQ(hours.relative_risk, risk_of(scaled, few_draws()).relative_risk);
    for (double& effort : scaled.effort) {
        effort /= 47.0;
    }
    auto const other = risk_of(scaled, few_draws());
    for (auto const id : input.cases.ids()) {
        EXPECT_NEAR(hours.relative_risk[id], other.relative_risk[id], 1e-12);
        if (hours.rank[id] > 0) {
            EXPECT_NEAR(hours.rank_lower[id], other.rank_lower[id], 1.0);
        }
    }
}

TEST(Risk, EvenEffortIsAsNoEffort)
{
    auto input = region(30, 6);
    input.effort = Numbers{30, 12.5};
    auto const even = risk_of(input, few_draws());
    input.effort = {};
    EXPECT_EQ(even.relative_risk, risk_of(input, few_draws()).relative_risk);
}

TEST(Risk, OrderOfRowsMovesOnlyTheDraws)
{
    auto const input = region(30, 7);
    auto const place = test::shuffled(30, 2);
    auto const one = risk_of(input, {.draws = 4000});
    auto const other = risk_of({test::moved(input.cases, place), test::moved(input.at_risk, place),
                                test::moved(input.effort, place), input.years},
                               {.draws = 4000});
    for (std::size_t i = 0; i < 30; ++i) {
        auto const here = test::commune(i);
        auto const there = test::commune(place[i]);
        EXPECT_NEAR(one.relative_risk[here], other.relative_risk[there], 1e-12);
        EXPECT_EQ(one.rank[here], other.rank[there]);
        EXPECT_NEAR(one.exceedance[here], other.exceedance[there], 0.05);
    }
}

TEST(Risk, IntervalsHoldTheirPoint)
{
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        for (auto const by : {RankBy::expected, RankBy::relative_risk, RankBy::exceedance}) {
            auto const risk = risk_of(region(40, 100 + seed), {.rank_by = by, .draws = 500});
            for (auto const id : risk.rank.ids()) {
                EXPECT_LE(risk.lower[id], risk.relative_risk[id]);
                EXPECT_GE(risk.upper[id], risk.relative_risk[id]);
                if (risk.rank[id] == 0) {
                    EXPECT_EQ(risk.evidence[id], Evidence::none);
                    continue;
                }
                EXPECT_LE(risk.rank_lower[id], static_cast<double>(risk.rank[id]));
                EXPECT_GE(risk.rank_upper[id], static_cast<double>(risk.rank[id]));
                EXPECT_GE(risk.rank_lower[id], 1.0);
                EXPECT_LE(risk.rank_upper[id], 40.0);
            }
        }
    }
}

TEST(Risk, RanksAreEachOnceAndFollowTheirColumn)
{
    auto const input = region(40, 8);
    for (auto const by : {RankBy::expected, RankBy::relative_risk, RankBy::exceedance}) {
        auto const risk = risk_of(input, {.rank_by = by, .draws = 500});
        auto const& column = by == RankBy::expected        ? risk.expected
                             : by == RankBy::relative_risk ? risk.relative_risk
                                                           : risk.exceedance;
        std::vector<double> in_order(40, geo::unknown);
        std::size_t ranked = 0;
        for (auto const id : risk.rank.ids()) {
            if (risk.rank[id] > 0) {
                in_order.at(static_cast<std::size_t>(risk.rank[id]) - 1) = column[id];
                ++ranked;
            }
        }
        EXPECT_GT(ranked, 20U);
        for (std::size_t place = 1; place < ranked; ++place) {
            EXPECT_GE(in_order[place - 1], in_order[place]);
        }
    }
}

TEST(Risk, TwinsTieAndTheFirstComesFirst)
{
    auto const risk = risk_of({.cases = numbers({3.0, 9.0, 3.0, 1.0}),
                               .at_risk = numbers({5000.0, 6000.0, 5000.0, 7000.0})});
    EXPECT_EQ(risk.relative_risk[test::commune(0)], risk.relative_risk[test::commune(2)]);
    EXPECT_EQ(risk.rank[test::commune(0)] + 1, risk.rank[test::commune(2)]);
    EXPECT_NEAR(risk.expected_rank[test::commune(0)], risk.expected_rank[test::commune(2)], 0.1);
}

TEST(Risk, MoreCasesIsMoreRisk)
{
    auto input = region(30, 9);
    auto const place = test::commune(5);
    double before = 0.0;
    for (double const cases : {0.0, 1.0, 2.0, 5.0, 12.0, 40.0}) {
        input.cases[place] = cases;
        double const now = risk_of(input, few_draws()).relative_risk[place];
        EXPECT_GT(now, before);
        before = now;
    }
}

TEST(Risk, WhereNobodyLookedThereIsNoEvidence)
{
    // Same people; in communes 3 and 4 nobody looked and nobody was found, in 5 many looked in vain.
    RiskInput const input{.cases = numbers({6.0, 4.0, 8.0, 0.0, 0.0, 0.0, 5.0, 7.0}),
                          .at_risk = Numbers{8, 9000.0},
                          .effort = numbers({50.0, 50.0, 50.0, 0.0, 0.0, 150.0, 50.0, 50.0}),
                          .years = 3.0};
    auto const risk = risk_of(input);
    auto const unseen = test::commune(3);
    auto const clean = test::commune(5);
    EXPECT_EQ(risk.evidence[unseen], Evidence::none);
    EXPECT_NE(risk.evidence[clean], Evidence::none);
    EXPECT_GT(risk.relative_risk[unseen], 2.0 * risk.relative_risk[clean]);
    EXPECT_GT(risk.relative_risk[unseen], 0.7);
    EXPECT_GT(risk.upper[unseen], risk.upper[clean]);
    EXPECT_EQ(risk.exposure[unseen], 0.0);
}

TEST(Risk, WhereNobodyLookedAnywhereThereIsNoEvidenceAtAll)
{
    RiskInput input{.cases = Numbers{5}, .at_risk = Numbers{5, 4000.0}, .effort = Numbers{5}};
    for (auto const evidence : risk_of(input, few_draws()).evidence) {
        EXPECT_EQ(evidence, Evidence::none);
    }
    // found all the same: the average effort is the fairest guess
    input.cases[test::commune(2)] = 3.0;
    auto const risk = risk_of(input, few_draws());
    EXPECT_NE(risk.evidence[test::commune(2)], Evidence::none);
    EXPECT_EQ(risk.evidence[test::commune(1)], Evidence::none);
    EXPECT_GT(risk.relative_risk[test::commune(1)], 0.5);
}

TEST(Risk, FoundWithoutEffortOnRecordCountsAsAverage)
{
    RiskInput const input{.cases = numbers({5.0, 5.0, 5.0}),
                          .at_risk = Numbers{3, 1000.0},
                          .effort = numbers({0.0, 30.0, 30.0})};
    auto const risk = risk_of(input, few_draws());
    EXPECT_DOUBLE_EQ(risk.exposure[test::commune(0)], 1000.0);
    EXPECT_NE(risk.evidence[test::commune(0)], Evidence::none);
}

TEST(Risk, EvidenceByHand)
{
    // Half the cases of the region in ten alike communes: 40 each. One more had 4, one 0.4 expected.
    RiskInput input{.cases = Numbers{12, 40.0}, .at_risk = Numbers{12, 40000.0}};
    input.cases[test::commune(10)] = 4.0;
    input.at_risk[test::commune(10)] = 4000.0;
    input.cases[test::commune(11)] = 0.0;
    input.at_risk[test::commune(11)] = 400.0;
    auto const risk = risk_of(input);
    EXPECT_EQ(risk.evidence[test::commune(0)], Evidence::strong);
    EXPECT_EQ(risk.evidence[test::commune(10)],
              Evidence::moderate);  // narrow by its likeness, but 4 persons
    EXPECT_EQ(risk.evidence[test::commune(11)], Evidence::weak);
    EXPECT_EQ(name_of(Evidence::strong), "strong");
}

TEST(Risk, NoCasesAtAll)
{
    auto const risk = risk_of({.cases = Numbers{6}, .at_risk = Numbers{6, 2000.0}}, few_draws());
    EXPECT_EQ(risk.region_rate, 0.0);
    for (auto const id : risk.rank.ids()) {
        EXPECT_DOUBLE_EQ(risk.relative_risk[id], 1.0);
        EXPECT_EQ(risk.expected[id], 0.0);
        EXPECT_EQ(risk.evidence[id], Evidence::weak);
        EXPECT_GT(risk.upper[id] / std::max(risk.lower[id], 1e-9), 6.0);  // nothing is known
    }
}

TEST(Risk, OneCommuneIsTheRegion)
{
    auto const risk =
        risk_of({.cases = numbers({11.0}), .at_risk = numbers({2000.0})}, few_draws());
    EXPECT_DOUBLE_EQ(risk.relative_risk[test::commune(0)], 1.0);
    EXPECT_DOUBLE_EQ(risk.lower[test::commune(0)], 1.0);
    EXPECT_DOUBLE_EQ(risk.upper[test::commune(0)], 1.0);
    EXPECT_EQ(risk.rank[test::commune(0)], 0);  // there is nothing to be first of
    EXPECT_EQ(risk.evidence[test::commune(0)], Evidence::weak);
}

TEST(Risk, NoPeopleNoFigures)
{
    RiskInput input = region(20, 11);
    auto const without = risk_of(input, few_draws());
    for (double const people : {geo::unknown, 0.0}) {
        auto more = input;
        more.cases.push_back(5.0);
        more.at_risk.push_back(people);
        more.effort.push_back(40.0);
        auto const risk = risk_of(more, few_draws());
        auto const last = test::commune(20);
        EXPECT_TRUE(std::isnan(risk.relative_risk[last]));
        EXPECT_TRUE(std::isnan(risk.expected[last]));
        EXPECT_TRUE(std::isnan(risk.rank_lower[last]));
        EXPECT_EQ(risk.rank[last], 0);
        EXPECT_EQ(risk.evidence[last], Evidence::none);
        for (std::size_t i = 0; i < 20; ++i) {  // and nobody else notices
            EXPECT_EQ(risk.relative_risk[test::commune(i)],
                      without.relative_risk[test::commune(i)]);
            EXPECT_EQ(risk.rank[test::commune(i)], without.rank[test::commune(i)]);
        }
    }
    EXPECT_EQ(risk_of({}).rank.size(), 0U);
    EXPECT_EQ(risk_of({.cases = Numbers{2}, .at_risk = Numbers{2}}).rank[test::commune(1)], 0);
}

TEST(Risk, LookingHarderDoesNotMakeAPlaceDangerous)
{
    // Pingxiang's lesson: 47 times the patrols find 47 times the persons. Only certainty may change.
    std::int64_t farthest = 0;
    double changed = 0.0;
    for (std::uint64_t seed = 0; seed < 10; ++seed) {
        auto input = region(40, 200 + seed);
        auto const place = test::commune(7);
        input.at_risk[place] = 12000.0;
        input.effort[place] = 25.0;
        input.cases[place] = 1.0;
        auto const typical = risk_of(input, few_draws());
        input.cases[place] = std::round(typical.region_rate * typical.exposure[place]);
        auto harder = input;
        harder.effort[place] *= 47.0;
        harder.cases[place] *= 47.0;
        auto const before = risk_of(input, {.rank_by = RankBy::expected, .draws = 500});
        auto const after = risk_of(harder, {.rank_by = RankBy::expected, .draws = 500});
        farthest = std::max(farthest, std::abs(before.rank[place] - after.rank[place]));
        changed = std::max(
            changed, std::abs(after.relative_risk[place] / before.relative_risk[place] - 1.0));
        EXPECT_LE(std::abs(before.rank[place] - after.rank[place]), 2) << "region " << seed;
        EXPECT_LT(after.upper[place] / after.lower[place],
                  before.upper[place] / before.lower[place]);
    }
    EXPECT_LT(changed, 0.2);
    std::printf("    47 times the effort: rank moved by %d, relative risk by %.0f %% at most\n",
                static_cast<int>(farthest), 100.0 * changed);
}

TEST(Risk, WrongUseIsSaid)
{
    EXPECT_THROW(risk_of({.cases = Numbers{3}, .at_risk = Numbers{2, 1.0}}), geo::Error);
    EXPECT_THROW(risk_of({.cases = Numbers{3}, .at_risk = Numbers{3, 1.0}, .effort = Numbers{1}}),
                 geo::Error);
    RiskInput const fine{.cases = Numbers{3}, .at_risk = Numbers{3, 1.0}};
    EXPECT_THROW(risk_of(fine, {.draws = 0}), geo::Error);
    EXPECT_THROW(risk_of(fine, {.coverage = 1.0}), geo::Error);
}

TEST(Risk, StopsWhenAsked)
{
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW(risk_of(region(20, 1), {}, geo::Job{stop.get_token()}), geo::Cancelled);
}

}  // namespace
}  // namespace marchland::analysis::risk
