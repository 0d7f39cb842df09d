// Numbers by hand: docs/methods/local-moran.md.
#include "analysis/hotspots/local_moran.hpp"

#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/random.hpp"
#include "tests/support/distance_to_uniform.hpp"
#include "tests/support/drawn_maps.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace marchland::analysis::hotspots {
namespace {

using Numbers = geo::PerCommune<double>;

LocalMoranOptions with(int permutations, std::uint64_t seed = 1)
{
    return {permutations, seed};
}

geo::Job on_threads(unsigned threads)
{
    return geo::Job{{}, {}, threads};
}

auto const hot_corner = test::drawn({"9991111", "9991111", "9991111", "1111111", "1111111"});

Numbers uniform_values(std::size_t n, std::uint64_t seed)
{
    Numbers values;
    geo::Draws draws{geo::Random{seed, "test-values"}};
    for (std::size_t i = 0; i < n; ++i) {
        values.push_back(draws.normal());
    }
    return values;
}

TEST(LocalMoran, ThreeInARowByHand)
{
    // z = -2, -1, 3; m2 = 14/3.
    auto const found =
        local_moran(Numbers{std::vector{1.0, 2.0, 6.0}}, test::path_neighbours(3), with(9999));
    EXPECT_NEAR(found.moran[test::commune(0)], 3.0 / 7.0, 1e-14);
    EXPECT_NEAR(found.moran[test::commune(1)], -3.0 / 28.0, 1e-14);
    EXPECT_NEAR(found.moran[test::commune(2)], -9.0 / 14.0, 1e-14);
    EXPECT_NEAR(found.lag[test::commune(1)], 3.5, 1e-14);
    EXPECT_NEAR(found.gi_star[test::commune(0)], -1.388730, 1e-6);
    EXPECT_NEAR(found.p_greater[test::commune(0)], 0.5, 0.02);  // a neighbour of 2 or of 6
    EXPECT_EQ(found.p_less[test::commune(0)], 1.0);
    EXPECT_EQ(found.p_value[test::commune(1)], 1.0);  // it has everybody for neighbour
}

TEST(LocalMoran, FindsThePlantedCorner)
{
    auto const found = local_moran(hot_corner.rate, hot_corner.near);
    EXPECT_EQ(found.pattern[hot_corner.at(1, 1)], Pattern::high_high);
    EXPECT_LT(found.p_value[hot_corner.at(1, 1)], 0.01);
    EXPECT_EQ(found.pattern[hot_corner.at(4, 6)], Pattern::low_low);
    EXPECT_EQ(found.pattern[hot_corner.at(3, 1)], Pattern::low_high);
}

TEST(LocalMoran, CheckerboardHasAMoranOfMinusOneThird)
{
    // Of three neighbours two are of the other colour.
    auto const board = test::drawn({"01", "10"});
    for (double const moran : local_moran(board.rate, board.near).moran) {
        EXPECT_NEAR(moran, -1.0 / 3.0, 1e-15);
    }
}

TEST(LocalMoran, SumIsNTimesTheGlobalMoran)
{
    auto const values = uniform_values(63, 5);
    auto const near = test::grid_neighbours(7, 9);
    auto const found = local_moran(values, near, with(99));
    double mean = 0.0;
    for (double const value : values) {
        mean += value / 63.0;
    }
    double cross = 0.0;
    double squares = 0.0;
    for (auto const i : values.ids()) {
        squares += (values[i] - mean) * (values[i] - mean);
        for (auto const j : near[i]) {
            cross += (values[i] - mean) * (values[j] - mean) / static_cast<double>(near[i].size());
        }
    }
    double sum = 0.0;
    for (double const moran : found.moran) {
        sum += moran;
    }
    EXPECT_NEAR(sum, 63.0 * cross / squares, 1e-10);
}

TEST(LocalMoran, ThreadsDoNotChangeTheAnswer)
{
    auto const values = uniform_values(400, 3);
    auto const near = test::grid_neighbours(20, 20);
    auto const one = local_moran(values, near, with(1999), on_threads(1));
    for (unsigned const threads : {2U, 7U}) {
        auto const many = local_moran(values, near, with(1999), on_threads(threads));
        EXPECT_EQ(one.moran, many.moran);
        EXPECT_EQ(one.gi_star, many.gi_star);
        EXPECT_EQ(one.p_greater, many.p_greater);
        EXPECT_EQ(one.p_less, many.p_less);
        EXPECT_EQ(one.pattern, many.pattern);
    }
}

TEST(LocalMoran, SeedChangesPAndNothingElse)
{
    auto const one = local_moran(hot_corner.rate, hot_corner.near, with(999, 1));
    auto const other = local_moran(hot_corner.rate, hot_corner.near, with(999, 2));
    EXPECT_EQ(one.moran, other.moran);
    EXPECT_NE(one.p_greater, other.p_greater);
}

TEST(LocalMoran, OrderOfRowsDoesNotMatter)
{
    // Draws go by row, so that p moves within its Monte Carlo error; readers put communes in the order of
    // their codes, and so the order of a file changes nothing at all.
    auto const values = uniform_values(49, 8);
    auto const near = test::grid_neighbours(7, 7);
    auto const place = test::shuffled(49, 1);
    auto const one = local_moran(values, near, with(9999));
    auto const other =
        local_moran(test::moved(values, place), test::moved(near, place), with(9999));
    for (std::size_t i = 0; i < 49; ++i) {
        auto const here = test::commune(i);
        auto const there = test::commune(place[i]);
        EXPECT_NEAR(one.moran[here], other.moran[there], 1e-13);
        EXPECT_NEAR(one.gi_star[here], other.gi_star[there], 1e-12);
        EXPECT_EQ(one.pattern[here], other.pattern[there]);
        double const p = one.p_greater[here];
        EXPECT_NEAR(p, other.p_greater[there],
                    4.0 * std::sqrt(2.0 * p * (1.0 - p) / 9999.0) + 2e-4);
    }
}

TEST(LocalMoran, ScaleAndOriginDoNotMatter)
{
    auto const values = uniform_values(49, 9);
    auto scaled = values;
    for (double& value : scaled) {
        value = 8.0 * value;
    }
    auto const near = test::grid_neighbours(7, 7);
    auto const one = local_moran(values, near, with(999));
    EXPECT_EQ(one.p_greater, local_moran(scaled, near, with(999)).p_greater);
    for (double& value : scaled) {
        value += 1000.0;
    }
    auto const shifted = local_moran(scaled, near, with(999));
    for (auto const id : values.ids()) {
        EXPECT_NEAR(one.moran[id], shifted.moran[id], 1e-11);
        EXPECT_NEAR(one.p_greater[id], shifted.p_greater[id], 1e-3);
    }
}

TEST(LocalMoran, TurnedOverIsTheSame)
{
    auto const values = uniform_values(49, 10);
    auto turned = values;
    for (double& value : turned) {
        value = -value;
    }
    auto const near = test::grid_neighbours(7, 7);
    auto const one = local_moran(values, near, with(999));
    auto const other = local_moran(turned, near, with(999));
    EXPECT_EQ(one.moran, other.moran);
    EXPECT_EQ(one.p_greater, other.p_greater);
    EXPECT_EQ(one.p_less, other.p_less);
}

TEST(LocalMoran, IslandsAndUnknownHaveNoP)
{
    auto map = test::drawn({"19?", "919", "??4"});
    auto const island = map.at(2, 2);
    for (auto& list : map.near) {
        std::erase(list, island);
    }
    map.near[island].clear();
    auto const found = local_moran(map.rate, map.near, with(99));
    EXPECT_EQ(found.compared, 6U);  // the island has a value: it is part of what is normal here
    for (auto const id : {island, map.at(0, 2), map.at(2, 0)}) {
        EXPECT_TRUE(std::isnan(found.moran[id]));
        EXPECT_TRUE(std::isnan(found.p_value[id]));
        EXPECT_TRUE(std::isnan(found.gi_star[id]));
        EXPECT_EQ(found.pattern[id], Pattern::none);
    }
    EXPECT_FALSE(std::isnan(found.p_value[map.at(1, 1)]));
}

TEST(LocalMoran, UnknownCommunesAreAsIfTheyWereNotThere)
{
    auto const with_holes = test::drawn({"193?", "241?", "????"});
    auto const without = test::drawn({"193", "241"});
    auto const one = local_moran(with_holes.rate, with_holes.near, with(999));
    auto const other = local_moran(without.rate, without.near, with(999));
    for (std::size_t row = 0; row < 2; ++row) {
        for (std::size_t column = 0; column < 3; ++column) {
            EXPECT_EQ(one.moran[with_holes.at(row, column)], other.moran[without.at(row, column)]);
            EXPECT_EQ(one.p_greater[with_holes.at(row, column)],
                      other.p_greater[without.at(row, column)]);
        }
    }
}

TEST(LocalMoran, EqualValuesStandOutNowhere)
{
    // The mean of 49 times 0.1 is not 0.1 in binary.
    auto const found = local_moran(Numbers{49, 0.1}, test::grid_neighbours(7, 7), with(99));
    for (auto const id : found.moran.ids()) {
        EXPECT_TRUE(std::isnan(found.moran[id]));
        EXPECT_TRUE(std::isnan(found.p_value[id]));
        EXPECT_EQ(found.pattern[id], Pattern::none);
    }
}

TEST(LocalMoran, SmallestMaps)
{
    EXPECT_EQ(local_moran(Numbers{}, neighbours::Neighbours{}).compared, 0U);
    auto const one = local_moran(Numbers{std::vector{3.0}}, neighbours::Neighbours{1});
    EXPECT_TRUE(std::isnan(one.p_value[test::commune(0)]));
    auto const two =
        local_moran(Numbers{std::vector{1.0, 2.0}}, test::path_neighbours(2), with(99));
    for (std::size_t i = 0; i < 2; ++i) {
        EXPECT_DOUBLE_EQ(two.moran[test::commune(i)], -1.0);
        EXPECT_EQ(two.p_value[test::commune(i)], 1.0);  // there is only one way to arrange them
    }
}

TEST(LocalMoran, WrongUseIsSaid)
{
    EXPECT_THROW(local_moran(Numbers{3}, neighbours::Neighbours{2}), geo::Error);
    EXPECT_THROW(local_moran(Numbers{3}, neighbours::Neighbours{3}, with(0)), geo::Error);
}

TEST(LocalMoran, StopsWhenAsked)
{
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW(local_moran(hot_corner.rate, hot_corner.near, {}, geo::Job{stop.get_token()}),
                 geo::Cancelled);
}

// ---- twin: every way to choose k of the others

struct ExactMoran {
    double greater_or_equal = 0.0;
    double less_or_equal = 0.0;
};

ExactMoran enumerated(std::size_t i, Numbers const& values, neighbours::Neighbours const& near)
{
    double mean = 0.0;
    for (double const value : values) {
        mean += value / static_cast<double>(values.size());
    }
    std::vector<double> others;
    for (std::size_t j = 0; j < values.size(); ++j) {
        if (j != i) {
            others.push_back(values[test::commune(j)] - mean);
        }
    }
    double seen = 0.0;
    for (auto const j : near[test::commune(i)]) {
        seen += values[j] - mean;
    }
    auto const k = static_cast<int>(near[test::commune(i)].size());
    double const z = values[test::commune(i)] - mean;
    ExactMoran exact;
    double all = 0.0;
    for (unsigned chosen = 0; chosen < (1U << others.size()); ++chosen) {
        if (__builtin_popcount(chosen) != k) {
            continue;
        }
        double sum = 0.0;
        for (std::size_t j = 0; j < others.size(); ++j) {
            sum += (chosen >> j & 1U) != 0U ? others[j] : 0.0;
        }
        all += 1.0;
        exact.greater_or_equal += z * sum >= z * seen - 1e-9 ? 1.0 : 0.0;
        exact.less_or_equal += z * sum <= z * seen + 1e-9 ? 1.0 : 0.0;
    }
    return {exact.greater_or_equal / all, exact.less_or_equal / all};
}

class EveryArrangement : public testing::TestWithParam<std::vector<std::string>> {};

TEST_P(EveryArrangement, HasTheSamePAsTheDraws)
{
    auto const map = test::drawn(GetParam());
    constexpr int draws = 99999;
    auto const found = local_moran(map.rate, map.near, with(draws));
    for (std::size_t i = 0; i < map.rate.size(); ++i) {
        auto const exact = enumerated(i, map.rate, map.near);
        auto const allowed = [](double p) {
            return 4.0 * std::sqrt(p * (1.0 - p) / draws) + 1.0 / draws;
        };
        EXPECT_NEAR(found.p_greater[test::commune(i)], exact.greater_or_equal,
                    allowed(exact.greater_or_equal));
        EXPECT_NEAR(found.p_less[test::commune(i)], exact.less_or_equal,
                    allowed(exact.less_or_equal));
    }
}

INSTANTIATE_TEST_SUITE_P(LocalMoran, EveryArrangement,
                         testing::Values(std::vector<std::string>{"914", "273", "650"},
                                         std::vector<std::string>{"110", "100", "000"},  // ties
                                         std::vector<std::string>{"5219", "3387"},
                                         std::vector<std::string>{"901", "555"},  // a z of 0
                                         std::vector<std::string>{"12345678"}));

// ---- calibration: where there is nothing to find, p is uniform

TEST(LocalMoran, PIsUniformWhereThereIsNoPattern)
{
    constexpr std::size_t maps = 300;
    auto const near = test::grid_neighbours(10, 10);
    std::vector<double> inside;
    std::vector<double> corner;
    for (std::size_t map = 0; map < maps; ++map) {
        auto const found = local_moran(uniform_values(100, 1000 + map), near, with(999, map));
        inside.push_back(found.p_greater[test::commune(44)]);
        corner.push_back(found.p_greater[test::commune(0)]);
    }
    double const limit = 1.63 / std::sqrt(static_cast<double>(maps));  // Kolmogorov-Smirnov at 1 %
    std::printf("    Kolmogorov-Smirnov distance: inside %.4f, corner %.4f, limit %.4f\n",
                test::distance_to_uniform(inside), test::distance_to_uniform(corner), limit);
    EXPECT_LT(test::distance_to_uniform(inside), limit);
    EXPECT_LT(test::distance_to_uniform(corner), limit);
}

}  // namespace
}  // namespace marchland::analysis::hotspots
