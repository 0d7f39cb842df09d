// One figure for a map, against spdep and against every order of the values.
#include "analysis/hotspots/global_statistics.hpp"

#include "analysis/hotspots/max_t.hpp"
#include "geo/vocabulary/error.hpp"
#include "tests/support/drawn_maps.hpp"
#include "tests/support/reference.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace marchland::analysis::hotspots {
namespace {

using Numbers = geo::PerCommune<double>;

void expect_same(double found, double wanted, std::string const& what)
{
    EXPECT_LT(std::abs(found - wanted) / std::max(std::abs(wanted), 1e-300), 1e-9)
        << what << ": " << found << " " << wanted;
}

struct GlobalCase {
    std::string folder;
    std::string variable;
    std::string list;
};

class SpdepGlobal : public testing::TestWithParam<GlobalCase> {};

TEST_P(SpdepGlobal, ClosedFormsAreTheSame)
{
    auto const& [folder, variable, list] = GetParam();
    auto const home = test::shared / "reference/stats" / folder;
    MARCHLAND_NEEDS(home);
    auto const wanted = nlohmann::json::parse(test::text_in(home / "expected_global.json"))
                            .at(variable + "_" + list);
    Numbers const x{
        test::numbers_in(home / ("expected_local_" + variable + "_" + list + ".csv")).at("x")};
    auto const near = test::neighbours_in(home / ("neighbours_" + list + ".csv"), x.size());
    auto const ones = neighbours::binary(near);
    auto const shares = neighbours::row_standardised(ones);
    GlobalOptions const closed{.permutations = 0};
    auto const check = [&](GlobalTest const& found, char const* key, char const* value,
                           char const* mean, char const* variance) {
        if (wanted.contains(key)) {
            expect_same(found.value, wanted[key][value], std::string{key} + " value");
            expect_same(found.expected, wanted[key][mean], std::string{key} + " mean");
            expect_same(found.variance, wanted[key][variance], std::string{key} + " variance");
        }
    };
    check(global_test(GlobalStatistic::moran, x, shares, closed), "moran_W_randomisation", "I",
          "EI", "VI");
    check(global_test(GlobalStatistic::moran, x, ones, closed), "moran_B_randomisation", "I", "EI",
          "VI");
    check(global_test(GlobalStatistic::geary, x, shares, closed), "geary_W_randomisation", "C",
          "EC", "VC");
    if (wanted.contains("globalG_B")) {
        check(global_test(GlobalStatistic::getis_ord, x, ones, closed), "globalG_B", "G", "EG",
              "VG");
    }
    // High is what lies above the median.
    auto sorted = std::vector<double>(x.begin(), x.end());
    std::ranges::sort(sorted);
    auto const half = sorted.size() / 2;
    double const median =
        sorted.size() % 2 == 1 ? sorted[half] : (sorted[half] + sorted[half - 1]) / 2.0;
    Numbers high{x.size()};
    for (auto const id : x.ids()) {
        high[id] = x[id] > median ? 1.0 : 0.0;
    }
    auto const joins = global_test(GlobalStatistic::join_count, high, ones, closed);
    auto const& expected = wanted["joincount_B_high_vs_median"]["high"];
    expect_same(joins.value, expected["JC"], "joins");
    expect_same(joins.expected, expected["E"], "joins mean");
    expect_same(joins.variance, expected["V"], "joins variance");
}

INSTANTIATE_TEST_SUITE_P(Files, SpdepGlobal,
                         testing::Values(GlobalCase{"nc_sids", "SID74", "queen"},
                                         GlobalCase{"nc_sids", "SID79", "queen"},
                                         GlobalCase{"nc_sids", "EBz_SID74", "queen"},
                                         GlobalCase{"nc_sids", "SID74", "cressie_chan_1989"},
                                         GlobalCase{"columbus", "CRIME", "queen"},
                                         GlobalCase{"columbus", "CRIME", "gal"},
                                         GlobalCase{"columbus", "HOVAL", "gal"},
                                         GlobalCase{"ny8_leukaemia", "TRACTCAS", "queen"},
                                         GlobalCase{"scotland_lip", "cases", "queen"}),
                         [](auto const& one) {
                             return one.param.folder + "_" + one.param.variable + "_" +
                                    one.param.list;
                         });

TEST(GlobalStatistics, ThreeInARowByHand)
{
    // docs/methods/local-statistics.md: 1, 2 and 6 in a row.
    Numbers const x{std::vector{1.0, 2.0, 6.0}};
    auto const weights = neighbours::binary(test::path_neighbours(3));
    auto const of = [&](GlobalStatistic statistic) {
        return global_test(statistic, x, weights, {.permutations = 0});
    };
    EXPECT_NEAR(of(GlobalStatistic::moran).value, -3.0 / 28.0, 1e-12);
    EXPECT_NEAR(of(GlobalStatistic::moran).expected, -0.5, 1e-12);
    EXPECT_NEAR(of(GlobalStatistic::geary).value, 17.0 / 28.0, 1e-12);
    EXPECT_NEAR(of(GlobalStatistic::getis_ord).value, 14.0 / 20.0, 1e-12);
}

TEST(GlobalStatistics, MomentsAndPAreThoseOfEveryOrder)
{
    Numbers const x{std::vector{1.0, 5.0, 2.0, 0.0, 7.0, 3.0, 3.0}};
    auto const weights = neighbours::binary(test::path_neighbours(7));
    Numbers yes_no{7};
    yes_no[test::commune(0)] = yes_no[test::commune(1)] = yes_no[test::commune(4)] =
        yes_no[test::commune(5)] = 1.0;
    for (auto const statistic : {GlobalStatistic::moran, GlobalStatistic::geary,
                                 GlobalStatistic::getis_ord, GlobalStatistic::join_count}) {
        auto const& values = statistic == GlobalStatistic::join_count ? yes_no : x;
        auto const test = global_test(statistic, values, weights, {.permutations = 20000});
        std::vector<std::size_t> order(7);
        std::iota(order.begin(), order.end(), 0U);
        double sum = 0.0;
        double squares = 0.0;
        double greater = 0.0;
        double all = 0.0;
        do {
            Numbers shuffled{7};
            for (std::size_t i = 0; i < 7; ++i) {
                shuffled[test::commune(i)] = values[test::commune(order[i])];
            }
            double const one = global_test(statistic, shuffled, weights, {.permutations = 0}).value;
            sum += one;
            squares += one * one;
            greater += one >= test.value - 1e-9 ? 1.0 : 0.0;
            all += 1.0;
        } while (std::ranges::next_permutation(order).found);
        EXPECT_NEAR(test.expected, sum / all, 1e-9);
        EXPECT_NEAR(test.variance, squares / all - sum / all * sum / all, 1e-9);
        double const p = greater / all;
        EXPECT_NEAR(test.p_greater, p, 4.0 * std::sqrt(p * (1.0 - p) / 20000.0) + 1e-4);
    }
}

TEST(GlobalStatistics, SmallAndFlatMapsHaveNoAnswer)
{
    EXPECT_TRUE(
        std::isnan(global_test(GlobalStatistic::moran, Numbers{}, neighbours::Weights{}).value));
    EXPECT_TRUE(std::isnan(global_test(GlobalStatistic::moran, Numbers{9, 2.0},
                                       neighbours::binary(test::grid_neighbours(3, 3)))
                               .value));
    EXPECT_TRUE(std::isnan(
        global_test(GlobalStatistic::geary, Numbers{std::vector{1.0, 2.0}}, neighbours::Weights{2})
            .value));
    EXPECT_THROW(global_test(GlobalStatistic::getis_ord, Numbers{std::vector{-1.0, 2.0, 3.0}},
                             neighbours::binary(test::path_neighbours(3))),
                 geo::Error);
    EXPECT_THROW(global_test(GlobalStatistic::moran, Numbers{3}, neighbours::Weights{3},
                             {.permutations = 100'000'000}),
                 geo::Error);
}

TEST(MaxT, IsThatOfEveryOrder)
{
    // The largest score over all orders of six values on a path, gone through one by one.
    Numbers const x{std::vector{9.0, 8.5, 1.0, 2.0, 0.5, 3.0}};
    auto const weights = neighbours::binary(test::path_neighbours(6));
    auto const scores = [&](Numbers const& values) {
        std::vector<double> all;
        for (std::size_t i = 0; i < 6; ++i) {
            double mean = 0.0;
            double squares = 0.0;
            for (std::size_t j = 0; j < 6; ++j) {
                mean += j == i ? 0.0 : values[test::commune(j)] / 5.0;
            }
            for (std::size_t j = 0; j < 6; ++j) {
                squares += j == i ? 0.0 : std::pow(values[test::commune(j)] - mean, 2) / 5.0;
            }
            auto const k = static_cast<double>(weights[test::commune(i)].size());
            double lag = 0.0;
            for (auto const& link : weights[test::commune(i)]) {
                lag += values[link.to];
            }
            all.push_back(std::abs(lag - k * mean) / std::sqrt(squares * k * (5.0 - k) / 4.0));
        }
        return all;
    };
    auto const seen = scores(x);
    std::vector<double> exact(6, 0.0);
    std::vector<std::size_t> order{0, 1, 2, 3, 4, 5};
    do {
        Numbers shuffled{6};
        for (std::size_t i = 0; i < 6; ++i) {
            shuffled[test::commune(i)] = x[test::commune(order[i])];
        }
        double const largest = std::ranges::max(scores(shuffled));
        for (std::size_t i = 0; i < 6; ++i) {
            exact[i] += largest >= seen[i] - 1e-9 ? 1.0 / 720.0 : 0.0;
        }
    } while (std::ranges::next_permutation(order).found);
    auto const p = max_t(x, weights, {.permutations = 20000});
    for (std::size_t i = 0; i < 6; ++i) {
        EXPECT_NEAR(p[test::commune(i)], exact[i],
                    4.0 * std::sqrt(exact[i] * (1.0 - exact[i]) / 20000.0) + 1e-4);
    }
    auto const threads = max_t(x, weights, {.permutations = 20000}, geo::Job{{}, {}, 5});
    EXPECT_EQ(p, threads);
}

}  // namespace
}  // namespace marchland::analysis::hotspots
