// Tango's and Knox's tests. Numbers by hand: docs/methods/clustering-tests.md.
#include "analysis/scan/knox.hpp"
#include "analysis/scan/tango.hpp"

#include "analysis/scan/replicates.hpp"
#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/random.hpp"
#include "tests/support/drawn_maps.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>

namespace marchland::analysis::scan {
namespace {

using Counts = geo::PerCommune<std::uint32_t>;
using Numbers = geo::PerCommune<double>;
using Places = geo::PerCommune<geo::Point>;

using test::commune;

Places line(std::size_t n)
{
    Places places;
    for (std::size_t i = 0; i < n; ++i) {
        places.push_back({1000.0 * static_cast<double>(i), 0.0});
    }
    return places;
}

template <class Work>
void expect_refusal(Work const& work, std::string const& part)
{
    try {
        work();
        ADD_FAILURE() << "nothing was said about " << part;
    } catch (geo::Error const& error) {
        EXPECT_NE(std::string{error.what()}.find(part), std::string::npos) << error.what();
    }
}

TEST(Tango, TwoCommunesByHand)
{
    // r = (3/4, 1/4), p = (1/2, 1/2): r - p = (1/4, -1/4); at scale 2 km a_12 = exp(-4 x 1/4) =
    // 1/e.
    auto const found = tango_test(Counts{std::vector<std::uint32_t>{3, 1}}, Numbers{2, 50.0},
                                  line(2), {.scales = {2000.0}, .replicates = 9999});
    EXPECT_NEAR(found.statistic.at(0), 0.125 * (1.0 - std::exp(-1.0)), 1e-12);
    // As uneven or more: 10 of 16 ways to deal four cases.
    EXPECT_NEAR(found.p_value, 10.0 / 16.0, 0.02);
    EXPECT_EQ(found.p_value, found.p_at_scale.at(0));
}

TEST(Tango, PIsThatOfEveryWayToDealFiveCases)
{
    Places const places{std::vector<geo::Point>{{0, 0}, {1000, 0}, {1000, 2000}, {3000, 500}}};
    Numbers const expected{std::vector{1.0, 2.0, 3.0, 2.0}};
    std::vector<double> const scales{500.0, 1500.0, 4000.0};
    std::vector<std::uint32_t> const seen{3, 1, 0, 1};
    struct Outcome {
        double chance = 1.0;
        std::vector<double> c;
        double smallest = 1.0;
    };
    auto const outcome = [&](std::vector<std::uint32_t> const& counts, double chance) {
        Outcome made{chance, {}, 1.0};
        for (double const scale : scales) {
            double sum = 0.0;
            for (std::size_t i = 0; i < 4; ++i) {
                for (std::size_t j = 0; j < 4; ++j) {
                    double const apart =
                        geo::distance(places[commune(i)], places[commune(j)]) / scale;
                    sum += std::exp(-4.0 * apart * apart) *
                           (counts[i] / 5.0 - expected[commune(i)] / 8.0) *
                           (counts[j] / 5.0 - expected[commune(j)] / 8.0);
                }
            }
            made.c.push_back(sum);
        }
        return made;
    };
    std::vector<Outcome> all;
    for (std::size_t way = 0; way < 1024; ++way) {
        std::vector<std::uint32_t> counts(4, 0);
        double chance = 1.0;
        for (std::size_t c = 0, left = way; c < 5; ++c, left /= 4) {
            ++counts[left % 4];
            chance *= expected[commune(left % 4)] / 8.0;
        }
        all.push_back(outcome(counts, chance));
    }
    auto const smallest = [&](Outcome const& one) {
        double p = 1.0;
        for (std::size_t s = 0; s < scales.size(); ++s) {
            double as_large = 0.0;
            for (auto const& other : all) {
                as_large += other.c[s] >= one.c[s] - 1e-12 ? other.chance : 0.0;
            }
            p = std::min(p, as_large);
        }
        return p;
    };
    double const ours = smallest(outcome(seen, 1.0));
    double exact = 0.0;
    for (auto const& one : all) {
        exact += smallest(one) <= ours + 1e-12 ? one.chance : 0.0;
    }
    auto const found =
        tango_test(Counts{seen}, expected, places, {.scales = scales, .replicates = 19'999});
    EXPECT_NEAR(found.p_value, exact, 4.0 * std::sqrt(exact * (1.0 - exact) / 19'999.0) + 0.001);
}

TEST(Tango, FindsAWideClusterAndNamesItsScale)
{
    Counts cases{30, 2};
    for (std::size_t i = 10; i < 16; ++i) {
        cases[commune(i)] = 9;
    }
    auto const found = tango_test(cases, Numbers{30, 1.0}, line(30));
    EXPECT_LE(found.p_value, 0.005);
    EXPECT_EQ(found.scales.size(), 10U);
    auto const two = tango_test(cases, Numbers{30, 1.0}, line(30), {}, geo::Job{{}, {}, 2});
    auto const one = tango_test(cases, Numbers{30, 1.0}, line(30), {}, geo::Job{{}, {}, 1});
    EXPECT_EQ(two.p_at_scale, one.p_at_scale);
    EXPECT_EQ(two.p_value, one.p_value);
}

TEST(Tango, PIsUniformWhereNothingIsGoingOn)
{
    constexpr std::size_t maps = 300;
    Numbers const expected{25, 4.0};
    ScanProblem problem{.model = ScanModel::poisson,
                        .communes = 25,
                        .weight = whole_weights(expected.span()),
                        .total_cases = 60};
    problem.total_weight =
        std::accumulate(problem.weight.begin(), problem.weight.end(), std::uint64_t{0});
    problem.options.seed = 77;
    ReplicateDraws const worlds{problem};
    std::vector<double> ps;
    for (std::size_t map = 0; map < maps; ++map) {
        std::vector<std::uint32_t> cases(25);
        worlds(map, cases);
        ps.push_back(tango_test(Counts{cases}, expected, line(25),
                                {.replicates = 199, .seed = 10 + map}, geo::Job{{}, {}, 1})
                         .p_value);
    }
    std::ranges::sort(ps);
    double worst = 0.0;
    for (std::size_t i = 0; i < maps; ++i) {
        worst = std::max(worst, std::abs(ps[i] - (static_cast<double>(i) + 0.5) / maps));
    }
    EXPECT_LT(worst, 1.63 / std::sqrt(300.0) + 0.5 / 200.0);
}

TEST(Tango, SaysWhatItCannotDo)
{
    EXPECT_EQ(tango_test(Counts{3}, Numbers{3, 1.0}, line(3)).note, "there are no cases to test");
    EXPECT_EQ(tango_test(Counts{1, 4}, Numbers{1, 1.0}, line(1)).note,
              "all communes are at one place");
    expect_refusal(
        [] {
            tango_test(Counts{2, 1}, Numbers{std::vector{1.0, 0.0}}, line(2));
        },
        "commune number 2");
    expect_refusal(
        [] {
            tango_test(Counts{2, 1}, Numbers{2, 1.0}, line(2), {.replicates = 0});
        },
        "not 0");
    expect_refusal(
        [] {
            tango_test(Counts{2, 1}, Numbers{2, 1.0}, line(2), {.scales = {-1.0}});
        },
        "scales");
    expect_refusal(
        [] {
            tango_test(Counts{5001, 1}, Numbers{5001, 1.0}, line(5001));
        },
        "up to 5000 communes");
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW(tango_test(Counts{9, 1}, Numbers{9, 1.0}, line(9), {}, geo::Job{stop.get_token()}),
                 geo::Cancelled);
}

std::vector<geo::Point> const four_places{{0, 0}, {0, 0}, {9000, 0}, {9000, 0}};

TEST(Knox, FourCasesByHand)
{
    // Two pairs share a place; the dates 1, 1, 8, 8 pair off the same way. Of the three ways to
    // pair four dates only one gives both: p = 1/3. Expected 2 x 2 / 6.
    auto const found = knox_test(four_places, std::vector{1.0, 1.0, 8.0, 8.0},
                                 {.near = geo::Metres{100.0}, .soon = 1.0, .replicates = 9999});
    EXPECT_EQ(found.both, 2U);
    EXPECT_EQ(found.near, 2U);
    EXPECT_EQ(found.soon, 2U);
    EXPECT_NEAR(found.expected, 4.0 / 6.0, 1e-12);
    EXPECT_NEAR(found.p_value, 1.0 / 3.0, 0.02);
}

TEST(Knox, PIsThatOfEveryOrderOfSevenDates)
{
    std::vector<geo::Point> const places{{0, 0}, {1, 0}, {2, 0}, {2, 1}, {5, 5}, {6, 5}, {0, 9}};
    std::vector<double> times{1, 2, 2, 4, 7, 7, 3};
    auto const both = [&](std::vector<double> const& dates) {
        int count = 0;
        for (std::size_t i = 0; i < 7; ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                count += geo::distance(places[i], places[j]) <= 1.5 &&
                         std::abs(dates[i] - dates[j]) <= 1.0;
            }
        }
        return count;
    };
    auto const found =
        knox_test(places, times, {.near = geo::Metres{1.5}, .soon = 1.0, .replicates = 99'999});
    ASSERT_EQ(static_cast<int>(found.both), both(times));
    std::vector<std::size_t> order(7);
    std::iota(order.begin(), order.end(), std::size_t{0});
    double as_many = 0.0;
    double mean = 0.0;
    do {
        std::vector<double> dates;
        for (auto const i : order) {
            dates.push_back(times[i]);
        }
        as_many += both(dates) >= static_cast<int>(found.both) ? 1.0 / 5040.0 : 0.0;
        mean += both(dates) / 5040.0;
    } while (std::ranges::next_permutation(order).found);
    EXPECT_NEAR(found.p_value, as_many,
                4.0 * std::sqrt(as_many * (1.0 - as_many) / 99'999.0) + 1e-5);
    EXPECT_NEAR(found.expected, mean, 1e-9);
}

TEST(Knox, ThreadsDoNotChangeTheAnswer)
{
    geo::Draws draws{geo::Random{1, "test-knox"}};
    std::vector<geo::Point> places;
    std::vector<double> times;
    for (int i = 0; i < 300; ++i) {
        places.push_back({50000.0 * draws.uniform(), 50000.0 * draws.uniform()});
        times.push_back(365.0 * draws.uniform());
    }
    auto const one = knox_test(places, times, {.soon = 30.0}, geo::Job{{}, {}, 1});
    auto const many = knox_test(places, times, {.soon = 30.0}, geo::Job{{}, {}, 8});
    EXPECT_EQ(one.p_value, many.p_value);
    EXPECT_GT(one.p_value, 0.001);
    EXPECT_NEAR(static_cast<double>(one.both), one.expected, 5.0 * std::sqrt(one.expected));
}

TEST(Knox, SaysWhatItCannotDo)
{
    EXPECT_EQ(knox_test({}, {}).note, "the Knox test needs two cases or more");
    std::vector<double> const times{1, 2, 3, 4};
    expect_refusal([&] { knox_test(four_places, std::vector{1.0}); }, "4 places and 1 times");
    expect_refusal([&] { knox_test(four_places, times, {.replicates = 100'000'000}); },
                   "not 100000000");
    expect_refusal([&] { knox_test(four_places, times, {.soon = -1.0}); }, "0 or more");
    expect_refusal(
        [&] {
            knox_test(four_places, std::vector{1.0, 2.0, std::nan(""), 4.0});
        },
        "case number 3");
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW(knox_test(four_places, times, {}, geo::Job{stop.get_token()}), geo::Cancelled);
}

}  // namespace
}  // namespace marchland::analysis::scan
