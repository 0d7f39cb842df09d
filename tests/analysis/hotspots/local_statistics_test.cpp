// Every local statistic against spdep, against every possible draw, and against its own contract.
#include "analysis/hotspots/local_statistics.hpp"

#include "analysis/hotspots/max_t.hpp"
#include "analysis/numerics/multiple_testing.hpp"
#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/numbers.hpp"
#include "geo/vocabulary/random.hpp"
#include "tests/support/distance_to_uniform.hpp"
#include "tests/support/drawn_maps.hpp"
#include "tests/support/patience.hpp"
#include "tests/support/reference.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <chrono>
#include <cmath>

namespace marchland::analysis::hotspots {
namespace {

using Numbers = geo::PerCommune<double>;

constexpr std::array all_statistics{LocalStatistic::moran, LocalStatistic::median_moran,
                                    LocalStatistic::gi,    LocalStatistic::gi_star,
                                    LocalStatistic::geary, LocalStatistic::join_count};

Numbers random_values(std::size_t n, std::uint64_t seed)
{
    Numbers values;
    geo::Draws draws{geo::Random{seed, "test-values"}};
    for (std::size_t i = 0; i < n; ++i) {
        values.push_back(draws.normal());
    }
    return values;
}

/// Weights that differ within a row.
neighbours::Weights uneven(neighbours::Neighbours const& near, std::uint64_t seed)
{
    auto weights = neighbours::binary(near);
    geo::Draws draws{geo::Random{seed, "test-weights"}};
    for (auto& links : weights) {
        for (auto& link : links) {
            link.weight = 0.2 + draws.uniform();
        }
    }
    return weights;
}

// ---- closed forms: spdep 1.2-7

struct LocalCase {
    std::string folder;
    std::string variable;
    std::string list;
};

class SpdepLocal : public testing::TestWithParam<LocalCase> {};

TEST_P(SpdepLocal, ClosedFormsAreTheSame)
{
    auto const& [folder, variable, list] = GetParam();
    auto const home = test::shared / "reference/stats" / folder;
    MARCHLAND_NEEDS(home);
    auto const wanted =
        test::numbers_in(home / ("expected_local_" + variable + "_" + list + ".csv"));
    Numbers const x{wanted.at("x")};
    auto const near = test::neighbours_in(home / ("neighbours_" + list + ".csv"), x.size());
    auto const ones = neighbours::binary(near);
    auto const shares = neighbours::row_standardised(ones);
    LocalTestOptions const few{.permutations = 9};
    auto const moran = local_test(LocalStatistic::moran, x, shares, few);
    auto const gi = local_test(LocalStatistic::gi, x, ones, few);
    auto const gi_star = local_test(LocalStatistic::gi_star, x, ones, few);
    auto const geary = local_test(LocalStatistic::geary, x, shares, few);
    double worst = 0.0;
    auto const compare = [&](double found, double expected, char const* what, std::size_t i) {
        double const off = std::abs(found - expected) / std::max(1.0, std::abs(expected));
        worst = std::max(worst, off);
        EXPECT_LT(off, 1e-9) << what << " of unit " << i;
    };
    for (std::size_t i = 0; i < x.size(); ++i) {
        auto const id = test::commune(i);
        if (wanted.at("card")[i] == 0.0) {
            EXPECT_TRUE(std::isnan(moran.value[id]));
            continue;
        }
        compare(moran.value[id], wanted.at("Ii")[i], "I", i);
        compare(moran.expected[id], wanted.at("EIi_cond")[i], "E(I)", i);
        compare(moran.variance[id], wanted.at("VIi_cond")[i], "Var(I)", i);
        compare(gi.value[id], wanted.at("G_z")[i], "Gi", i);
        compare(gi_star.value[id], wanted.at("Gstar_z")[i], "Gi*", i);
        compare(geary.value[id], wanted.at("geary_c")[i], "c", i);
    }
    std::printf("    largest difference: %.1e\n", worst);
}

INSTANTIATE_TEST_SUITE_P(Files, SpdepLocal,
                         testing::Values(LocalCase{"nc_sids", "SID74", "queen"},
                                         LocalCase{"nc_sids", "SID74", "cressie_chan_1989"},
                                         LocalCase{"nc_sids", "SID79", "queen"},
                                         LocalCase{"nc_sids", "EBz_SID74", "queen"},
                                         LocalCase{"nc_sids", "EBz_SID79", "queen"},
                                         LocalCase{"columbus", "CRIME", "queen"},
                                         LocalCase{"columbus", "CRIME", "gal"},
                                         LocalCase{"columbus", "HOVAL", "gal"},
                                         LocalCase{"ny8_leukaemia", "TRACTCAS", "queen"},
                                         LocalCase{"ny8_leukaemia", "EBz_TRACTCAS", "queen"},
                                         LocalCase{"scotland_lip", "cases", "queen"},
                                         LocalCase{"scotland_lip", "EBz_cases", "queen"}),
                         [](auto const& one) {
                             return one.param.folder + "_" + one.param.variable + "_" +
                                    one.param.list;
                         });

// ---- twin: every way to draw the neighbours in order, for weights of any kind

/// Slow and plain: the statistic of commune i on a map where its neighbours have the given values.
double plain(LocalStatistic statistic, Numbers const& x, std::size_t i,
             std::vector<double> const& around, std::vector<neighbours::Link> const& links)
{
    auto const n = static_cast<double>(x.size());
    double mean = 0.0;
    for (double const value : x) {
        mean += value / n;
    }
    double m2 = 0.0;
    for (double const value : x) {
        m2 += (value - mean) * (value - mean) / n;
    }
    double const own = x[test::commune(i)];
    double lag = 0.0;
    double squares = 0.0;
    for (std::size_t m = 0; m < links.size(); ++m) {
        lag += links[m].weight * around[m];
        squares += links[m].weight * (own - around[m]) * (own - around[m]);
    }
    double weights = 0.0;
    for (auto const& link : links) {
        weights += link.weight;
    }
    switch (statistic) {
    case LocalStatistic::moran:
        return (own - mean) * (lag - weights * mean) / m2;
    case LocalStatistic::median_moran: {
        auto sorted = around;
        std::ranges::sort(sorted);
        auto const half = sorted.size() / 2;
        double const median =
            sorted.size() % 2 == 1 ? sorted[half] : (sorted[half] + sorted[half - 1]) / 2.0;
        return (own - mean) * (median - mean) / m2;
    }
    case LocalStatistic::geary:
        return squares / (m2 * n / (n - 1.0));
    default:
        return lag;  // Gi, Gi* and join counts grow with the lag
    }
}

struct Exact {
    double greater = 0.0;
    double less = 0.0;
    double mean = 0.0;
    double variance = 0.0;
};

/// Goes through every ordered choice of neighbours from the others.
Exact enumerated(LocalStatistic statistic, Numbers const& x, std::size_t i,
                 std::vector<neighbours::Link> const& links)
{
    std::vector<double> seen;
    for (auto const& link : links) {
        seen.push_back(x[link.to]);
    }
    double const value = plain(statistic, x, i, seen, links);
    std::vector<double> figures;
    std::vector<double> around;
    std::vector<bool> used(x.size(), false);
    used[i] = true;
    auto const choose = [&](auto const& self) -> void {
        if (around.size() == links.size()) {
            figures.push_back(plain(statistic, x, i, around, links));
            return;
        }
        for (std::size_t j = 0; j < x.size(); ++j) {
            if (!used[j]) {
                used[j] = true;
                around.push_back(x[test::commune(j)]);
                self(self);
                around.pop_back();
                used[j] = false;
            }
        }
    };
    choose(choose);
    Exact exact;
    auto const all = static_cast<double>(figures.size());
    for (double const figure : figures) {
        exact.greater += figure >= value - 1e-9 ? 1.0 / all : 0.0;
        exact.less += figure <= value + 1e-9 ? 1.0 / all : 0.0;
        exact.mean += figure / all;
    }
    for (double const figure : figures) {
        exact.variance += (figure - exact.mean) * (figure - exact.mean) / all;
    }
    return exact;
}

struct SmallMap {
    std::string name;
    Numbers x;
    neighbours::Weights weights;
};

std::vector<SmallMap> small_maps()
{
    auto const grid = test::grid_neighbours(2, 5);
    auto const path = test::path_neighbours(9);
    Numbers const counts{std::vector{0.0, 1.0, 0.0, 3.0, 1.0, 0.0, 0.0, 2.0, 1.0}};
    Numbers const yes_no{std::vector{0.0, 1.0, 1.0, 0.0, 1.0, 0.0, 0.0, 1.0, 1.0, 0.0}};
    return {{"counts_on_a_path", counts, neighbours::binary(path)},
            {"counts_with_uneven_weights", counts, uneven(path, 4)},
            {"normal_on_a_grid", random_values(10, 3),
             neighbours::row_standardised(neighbours::binary(grid))},
            {"yes_or_no_on_a_grid", yes_no, neighbours::binary(grid)},
            {"yes_or_no_with_uneven_weights", yes_no, uneven(grid, 5)},
            {"normal_with_uneven_weights", random_values(10, 8), uneven(grid, 9)}};
}

class EveryDraw : public testing::TestWithParam<SmallMap> {};

TEST_P(EveryDraw, HasTheMomentsAndThePOfTheTest)
{
    auto const& [name, x, weights] = GetParam();
    constexpr int draws = 50000;
    for (auto const statistic : all_statistics) {
        auto const test = local_test(statistic, x, weights, {.permutations = draws});
        for (std::size_t i = 0; i < x.size(); ++i) {
            auto const id = test::commune(i);
            if (weights[id].size() > 4 || std::isnan(test.p_greater[id])) {
                continue;  // more than 15,000 choices: too slow for a test
            }
            auto const exact = enumerated(statistic, x, i, weights[id]);
            auto const allowed = [](double p) {
                return 4.5 * std::sqrt(p * std::max(0.0, 1.0 - p) / draws) + 1.0 / draws;
            };
            EXPECT_NEAR(test.p_greater[id], exact.greater, allowed(exact.greater))
                << name_of(statistic) << i;
            EXPECT_NEAR(test.p_less[id], exact.less, allowed(exact.less))
                << name_of(statistic) << i;
            bool const comparable = statistic == LocalStatistic::moran ||
                                    statistic == LocalStatistic::geary ||
                                    statistic == LocalStatistic::join_count;
            if (comparable) {
                EXPECT_NEAR(test.expected[id], exact.mean, 1e-10) << name_of(statistic) << i;
                EXPECT_NEAR(test.variance[id], exact.variance, 1e-10) << name_of(statistic) << i;
            }
        }
    }
}

INSTANTIATE_TEST_SUITE_P(LocalStatistics, EveryDraw, testing::ValuesIn(small_maps()),
                         [](auto const& one) { return one.param.name; });

TEST(LocalStatistics, BivariateOfAVariableWithItselfIsMoran)
{
    auto const x = random_values(40, 2);
    auto const weights =
        neighbours::row_standardised(neighbours::binary(test::grid_neighbours(5, 8)));
    auto const one = local_test(LocalStatistic::moran, x, weights, {.permutations = 499});
    auto const two = local_test(x, x, weights, {.permutations = 499});
    EXPECT_EQ(one.value, two.value);
    EXPECT_EQ(one.p_greater, two.p_greater);
    EXPECT_EQ(one.variance, two.variance);
}

TEST(LocalStatistics, ScaleOfWeightsDoesNotMoveP)
{
    auto const x = random_values(40, 2);
    auto const near = test::grid_neighbours(5, 8);
    for (auto const statistic : all_statistics) {
        auto const ones = local_test(statistic, x, neighbours::binary(near), {.permutations = 999});
        auto const shares =
            local_test(statistic, x, neighbours::row_standardised(neighbours::binary(near)),
                       {.permutations = 999});
        for (auto const id : x.ids()) {
            if (!std::isnan(ones.p_value[id])) {
                EXPECT_EQ(ones.p_greater[id], shares.p_greater[id]) << name_of(statistic);
            }
        }
    }
}

TEST(LocalStatistics, WeightedPathAgreesWithTheSearch)
{
    // A weight that differs by next to nothing takes the other road to the same p.
    auto const x = random_values(120, 6);
    auto const near = test::grid_neighbours(10, 12);
    auto almost = neighbours::binary(near);
    for (auto& links : almost) {
        links.front().weight = 1.0 + 1e-13;
    }
    auto const search =
        local_test(LocalStatistic::moran, x, neighbours::binary(near), {.permutations = 2999});
    auto const product = local_test(LocalStatistic::moran, x, almost, {.permutations = 2999});
    EXPECT_EQ(search.p_greater, product.p_greater);
    EXPECT_EQ(search.p_less, product.p_less);
}

TEST(LocalStatistics, ThreadsDoNotChangeTheAnswer)
{
    auto const x = random_values(300, 11);
    auto const near = test::grid_neighbours(15, 20);
    for (auto const& weights : {neighbours::binary(near), uneven(near, 3)}) {
        for (auto const statistic : all_statistics) {
            auto const one = local_test(statistic, x, weights, {.permutations = 30000 / 20},
                                        geo::Job{{}, {}, 1});
            for (unsigned const threads : {2U, 8U}) {
                auto const many = local_test(statistic, x, weights, {.permutations = 30000 / 20},
                                             geo::Job{{}, {}, threads});
                EXPECT_TRUE(std::ranges::equal(
                    one.p_greater, many.p_greater,
                    [](double a, double b) { return a == b || (a != a && b != b); }))
                    << name_of(statistic);
            }
        }
    }
}

// ---- tails, early stopping

TEST(LocalStatistics, SaddlepointTailsAreThoseOfEveryDraw)
{
    // 20 communes, 5 neighbours each: 11,628 choices can be gone through.
    constexpr std::size_t n = 20;
    constexpr std::size_t k = 5;
    neighbours::Neighbours ring{n};
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t step = 1; step <= k; ++step) {
            ring[test::commune(i)].push_back(test::commune((i + step) % n));
        }
        std::ranges::sort(ring[test::commune(i)]);
    }
    std::size_t compared = 0;
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        auto x = random_values(n, seed);
        for (std::size_t i = 0; i < 7; ++i) {
            x[test::commune(i)] += 2.0;  // a cluster, so that tails are met
        }
        auto const test = local_test(LocalStatistic::gi, x, neighbours::binary(ring),
                                     {.permutations = 199, .tails = true});
        for (std::size_t i = 0; i < n; ++i) {
            if (std::isnan(test.tail[test::commune(i)])) {
                continue;
            }
            double seen = 0.0;
            for (auto const j : ring[test::commune(i)]) {
                seen += x[j];
            }
            double greater = 0.0;
            double less = 0.0;
            double all = 0.0;
            for (unsigned chosen = 0; chosen < (1U << n); ++chosen) {
                if (std::popcount(chosen) != static_cast<int>(k) || (chosen >> i & 1U) != 0U) {
                    continue;
                }
                double sum = 0.0;
                for (unsigned rest = chosen; rest != 0; rest &= rest - 1) {
                    sum += x[test::commune(static_cast<std::size_t>(std::countr_zero(rest)))];
                }
                all += 1.0;
                greater += sum >= seen - 1e-9 ? 1.0 : 0.0;
                less += sum <= seen + 1e-9 ? 1.0 : 0.0;
            }
            double const exact = 2.0 * std::min(greater, less) / all;
            if (exact * all >= 40.0 && exact < 0.05) {  // enough choices beyond to be smooth
                EXPECT_NEAR(test.tail[test::commune(i)] / exact, 1.0, 0.25)
                    << "seed " << seed << " commune " << i;
                ++compared;
            }
        }
        if (seed >= 3 && compared >= 8) {
            break;
        }
    }
    EXPECT_GE(compared, 5U);
}

TEST(LocalStatistics, StoppingEarlyKeepsPAndSavesDraws)
{
    auto const x = random_values(100, 21);
    auto const weights = neighbours::binary(test::grid_neighbours(10, 10));
    auto const full = local_test(LocalStatistic::gi, x, weights, {.permutations = 99999});
    auto const stopped =
        local_test(LocalStatistic::gi, x, weights, {.permutations = 99999, .enough = 100});
    for (auto const id : x.ids()) {
        double const p = full.p_value[id];
        EXPECT_NEAR(stopped.p_value[id], p,
                    4.0 * p / std::sqrt(100.0) + 1e-4);  // relative error 1 / sqrt(h)
    }
    auto const again = local_test(LocalStatistic::gi, x, weights,
                                  {.permutations = 99999, .enough = 100}, geo::Job{{}, {}, 3});
    EXPECT_EQ(stopped.p_value, again.p_value);
}

// ---- calibration

TEST(LocalStatistics, AThousandNullMapsHaveUniformPAndFewFalseClusters)
{
    constexpr std::size_t maps = 1000;
    auto const near = test::grid_neighbours(8, 8);
    auto const weights = neighbours::binary(near);
    std::vector<double> moran;
    std::vector<double> geary;
    double with_find = 0.0;
    double with_max_t_find = 0.0;
    for (std::size_t map = 0; map < maps; ++map) {
        auto const x = random_values(64, 5000 + map);
        auto const test =
            local_test(LocalStatistic::moran, x, weights, {.permutations = 999, .seed = map});
        moran.push_back(test.p_greater[test::commune(27)]);
        geary.push_back(
            local_test(LocalStatistic::geary, x, weights, {.permutations = 199, .seed = map})
                .p_less[test::commune(0)]);
        auto const q =
            numerics::adjusted(test.p_value.span(), numerics::Correction::benjamini_hochberg);
        with_find += std::ranges::any_of(q, [](double one) { return one <= 0.05; }) ? 1.0 : 0.0;
        auto const p = max_t(x, weights, {.permutations = 199, .seed = map});
        with_max_t_find +=
            std::ranges::any_of(p, [](double one) { return one <= 0.05; }) ? 1.0 : 0.0;
    }
    double const limit = 1.63 / std::sqrt(static_cast<double>(maps));  // Kolmogorov-Smirnov at 1 %
    double const nominal = 0.05 + 3.0 * std::sqrt(0.05 * 0.95 / maps);
    std::printf("    distance: Moran %.4f, Geary %.4f, limit %.4f; maps with a false find: BH "
                "%.3f, max-T %.3f\n",
                test::distance_to_uniform(moran), test::distance_to_uniform(geary), limit,
                with_find / maps, with_max_t_find / maps);
    EXPECT_LT(test::distance_to_uniform(moran), limit);
    EXPECT_LT(test::distance_to_uniform(geary), limit);
    EXPECT_LE(with_find / maps, nominal);
    EXPECT_LE(with_max_t_find / maps, nominal);
}

// ---- by hand

TEST(LocalStatistics, ThreeInARowByHand)
{
    // docs/methods/local-statistics.md: 1, 2 and 6 in a row.
    Numbers const x{std::vector{1.0, 2.0, 6.0}};
    auto const shares = neighbours::row_standardised(neighbours::binary(test::path_neighbours(3)));
    auto const moran = local_test(LocalStatistic::moran, x, shares, {.permutations = 9999});
    EXPECT_NEAR(moran.value[test::commune(0)], 3.0 / 7.0, 1e-12);
    EXPECT_NEAR(moran.expected[test::commune(0)], -3.0 / 7.0, 1e-12);
    EXPECT_NEAR(moran.variance[test::commune(0)], 36.0 / 49.0, 1e-12);
    EXPECT_NEAR(moran.p_greater[test::commune(0)], 0.5, 0.02);
    EXPECT_EQ(moran.p_less[test::commune(0)], 1.0);
    auto const geary = local_test(LocalStatistic::geary, x, shares, {.permutations = 99});
    EXPECT_NEAR(geary.value[test::commune(0)], 1.0 / 7.0, 1e-12);
    EXPECT_NEAR(geary.value[test::commune(1)], 8.5 / 7.0, 1e-12);
    EXPECT_NEAR(geary.value[test::commune(2)], 16.0 / 7.0, 1e-12);
    auto const gi = local_test(LocalStatistic::gi, x, neighbours::binary(test::path_neighbours(3)),
                               {.permutations = 99});
    EXPECT_NEAR(gi.value[test::commune(0)], -1.0, 1e-12);
    auto const joins =
        local_test(LocalStatistic::join_count, Numbers{std::vector{1.0, 1.0, 0.0}},
                   neighbours::binary(test::path_neighbours(3)), {.permutations = 9999});
    EXPECT_EQ(joins.value[test::commune(0)], 1.0);
    EXPECT_NEAR(joins.expected[test::commune(0)], 0.5, 1e-12);
    EXPECT_NEAR(joins.p_greater[test::commune(0)], 0.5, 0.02);
}

// ---- what comes in badly

TEST(LocalStatistics, SmallAndFlatMapsHaveNoAnswerAndDoNotCrash)
{
    LocalTestOptions const few{.permutations = 99};
    for (auto const statistic : all_statistics) {
        EXPECT_EQ(local_test(statistic, Numbers{}, neighbours::Weights{}, few).compared, 0U);
        auto const one =
            local_test(statistic, Numbers{std::vector{3.0}}, neighbours::Weights{1}, few);
        EXPECT_TRUE(std::isnan(one.p_value[test::commune(0)]));
        auto const two = local_test(statistic, Numbers{std::vector{0.0, 1.0}},
                                    neighbours::binary(test::path_neighbours(2)), few);
        EXPECT_EQ(two.compared, 2U);
        auto const flat = local_test(statistic, Numbers{25, 0.3},
                                     neighbours::binary(test::grid_neighbours(5, 5)), few);
        EXPECT_TRUE(std::ranges::all_of(flat.p_value, [](double p) { return std::isnan(p); }));
        auto const zero = local_test(statistic, Numbers{25, 0.0},
                                     neighbours::binary(test::grid_neighbours(5, 5)), few);
        EXPECT_TRUE(std::ranges::all_of(zero.p_value, [](double p) { return std::isnan(p); }));
    }
}

TEST(LocalStatistics, IslandsAndUnknownsStay)
{
    auto near = test::grid_neighbours(4, 4);
    for (auto& list : near) {
        std::erase(list, test::commune(5));
    }
    near[test::commune(5)].clear();  // an island
    auto x = random_values(16, 1);
    x[test::commune(9)] = geo::unknown;
    for (auto const statistic : all_statistics) {
        if (statistic == LocalStatistic::join_count) {
            continue;
        }
        auto const test = local_test(statistic, x, neighbours::binary(near), {.permutations = 99});
        EXPECT_EQ(test.compared, 15U);
        EXPECT_TRUE(std::isnan(test.p_value[test::commune(5)]));
        EXPECT_TRUE(std::isnan(test.p_value[test::commune(9)]));
        EXPECT_FALSE(std::isnan(test.p_value[test::commune(8)]));
    }
}

TEST(LocalStatistics, NonsenseIsRefusedInWords)
{
    auto const x = random_values(9, 1);
    auto const weights = neighbours::binary(test::grid_neighbours(3, 3));
    auto const refused = [&](Numbers const& values, neighbours::Weights const& w,
                             LocalTestOptions const& options) {
        try {
            local_test(LocalStatistic::moran, values, w, options);
        } catch (geo::Error const& error) {
            return std::string{error.what()};
        }
        return std::string{};
    };
    EXPECT_NE(refused(x, weights, {.permutations = 0}).find("expected 1 to 10000000"),
              std::string::npos);
    EXPECT_NE(refused(x, weights, {.permutations = 100'000'000}).find("expected 1 to"),
              std::string::npos);
    EXPECT_NE(refused(x, neighbours::Weights{4}, {}).find("9 values and 4"), std::string::npos);
    auto own = weights;
    own[test::commune(2)].push_back({test::commune(2), 1.0});
    EXPECT_NE(refused(x, own, {}).find("row 3 is its own neighbour"), std::string::npos);
    auto negative = weights;
    negative[test::commune(1)].front().weight = -1.0;
    EXPECT_NE(refused(x, negative, {}).find("row 2 has a weight"), std::string::npos);
    auto nobody = weights;
    nobody[test::commune(0)].push_back({test::commune(99), 1.0});
    EXPECT_NE(refused(x, nobody, {}).find("does not exist"), std::string::npos);
    auto infinite = x;
    infinite[test::commune(4)] = geo::infinite;
    EXPECT_NE(refused(infinite, weights, {}).find("row 5 has an infinite value"),
              std::string::npos);
}

TEST(LocalStatistics, AHundredThousandCommunes)
{
    auto const x = random_values(100'000, 1);
    auto const weights = neighbours::binary(test::grid_neighbours(250, 400));
    auto const test = local_test(LocalStatistic::moran, x, weights, {.permutations = 99});
    EXPECT_EQ(test.compared, 100'000U);
    EXPECT_FALSE(std::isnan(test.p_value[test::commune(50'000)]));
}

TEST(LocalStatistics, StopWithinASecond)
{
    auto const x = random_values(2500, 1);
    auto const weights = uneven(test::grid_neighbours(50, 50), 1);
    for (auto const statistic : {LocalStatistic::moran, LocalStatistic::geary}) {
        std::stop_source stop;
        auto asked = std::chrono::steady_clock::now();
        geo::Job const job{stop.get_token(),
                           [&](double fraction) {
                               if (fraction > 0.0 && !stop.stop_requested()) {
                                   asked = std::chrono::steady_clock::now();
                                   stop.request_stop();
                               }
                           },
                           2};
        EXPECT_THROW(local_test(statistic, x, weights, {.permutations = 10'000'000}, job),
                     geo::Cancelled);
        EXPECT_LT(std::chrono::steady_clock::now() - asked, test::patience);
    }
}

TEST(Quantiles, MarkTheUpperFifth)
{
    Numbers const x{std::vector{5.0, 1.0, 4.0, 2.0, 3.0, geo::unknown}};
    auto const top = in_quantiles(x, 0.8, 1.0);
    EXPECT_EQ(top[test::commune(0)], 1.0);
    EXPECT_EQ(top[test::commune(2)], 0.0);
    EXPECT_TRUE(std::isnan(top[test::commune(5)]));
}

}  // namespace
}  // namespace marchland::analysis::hotspots
