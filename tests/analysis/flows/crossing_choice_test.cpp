// Numbers by hand: docs/methods/corridors.md.
#include "analysis/flows/crossing_choice.hpp"

#include "geo/vocabulary/numbers.hpp"
#include "geo/vocabulary/random.hpp"
#include "tests/support/drawn_maps.hpp"
#include "tests/support/drawn_region.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

namespace marchland::analysis::flows {
namespace {

using Hours = geo::PerCommune<std::vector<double>>;
using Chances = geo::Column<geo::CrossingId, double>;

constexpr double far = geo::infinite;

double sum_of(std::vector<double> const& values)
{
    return std::accumulate(values.begin(), values.end(), 0.0);
}

TEST(LogitShares, ThreeByHand)
{
    // exp(0), exp(-1), exp(-3): 1, 0.367879, 0.049787 of 1.417667.
    auto const shares = logit_shares({1.0, 2.0, 4.0}, 1.0, 0.02);
    EXPECT_NEAR(shares[0], 0.705385, 1e-6);
    EXPECT_NEAR(shares[1], 0.259496, 1e-6);
    EXPECT_NEAR(shares[2], 0.035119, 1e-6);
    auto const two = logit_shares({1.0, 2.0, 4.0}, 1.0, 0.05);  // the third is not followed
    EXPECT_NEAR(two[0], 0.731059, 1e-6);
    EXPECT_NEAR(two[1], 0.268941, 1e-6);
    EXPECT_EQ(two[2], 0.0);
}

TEST(LogitShares, OnlyDifferencesOfHoursCount)
{
    auto const near = logit_shares({1.0, 2.0, 4.0}, 0.7, 0.0);
    auto const late = logit_shares({901.0, 902.0, 904.0}, 0.7, 0.0);
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_NEAR(near[i], late[i], 1e-12);
    }
}

TEST(LogitShares, SumToOneOrToNothing)
{
    EXPECT_NEAR(sum_of(logit_shares({3.0, far, 3.5, 9.0}, 1.3, 0.02)), 1.0, 1e-15);
    EXPECT_EQ(logit_shares({3.0, far, 3.5}, 1.3, 0.02)[1], 0.0);
    EXPECT_EQ(logit_shares({far, far}, 1.0, 0.02), (std::vector{0.0, 0.0}));
    EXPECT_TRUE(logit_shares({}, 1.0, 0.02).empty());
}

TEST(LogitShares, ThetaSharpens)
{
    double last = 0.5;
    for (double const theta : {0.01, 0.5, 1.0, 4.0}) {
        double const first = logit_shares({1.0, 2.0}, theta, 0.0)[0];
        EXPECT_GT(first, last);
        last = first;
    }
}

struct Scene {
    Hours hours;
    geo::PerCommune<Demand> demand;
    Chances chance;
};

Scene scene(std::size_t communes, std::size_t crossings, std::uint64_t seed)
{
    geo::Draws draws{geo::Random{seed, "test-choice"}};
    Scene made{Hours{}, {}, Chances{crossings, 1.0}};
    for (std::size_t i = 0; i < communes; ++i) {
        std::vector<double> row;
        for (std::size_t c = 0; c < crossings; ++c) {
            row.push_back(i % 9 == 4 || draws.uniform() < 0.1 ? far : 0.5 + 6.0 * draws.uniform());
        }
        made.hours.push_back(row);
        double const people = draws.gamma(2.0);
        made.demand.push_back(i % 11 == 7 ? Demand{geo::unknown, geo::unknown, geo::unknown}
                                          : Demand{people, 0.4 * people, 2.2 * people});
    }
    return made;
}

TEST(CrossingChoice, NobodyIsLostOnTheWay)
{
    for (std::uint64_t seed = 0; seed < 10; ++seed) {
        auto const made = scene(50, 6, seed);
        auto const choice = choose_crossings(made.hours, made.demand, made.chance);
        double flow = 0.0;
        double shares = 0.0;
        for (auto const& one : choice.crossings) {
            flow += one.flow;
            shares += one.share;
        }
        double people = 0.0;
        for (auto const& demand : made.demand) {
            people += std::isnan(demand.expected) ? 0.0 : demand.expected;
        }
        EXPECT_NEAR(flow, choice.demand, 1e-9);
        EXPECT_NEAR(shares, 1.0, 1e-12);
        EXPECT_NEAR(choice.demand + choice.out_of_reach, people, 1e-9);
        EXPECT_GT(choice.out_of_reach, 0.0);
    }
}

TEST(CrossingChoice, MeanHoursAreWeightedByFlow)
{
    Hours const hours{std::vector<std::vector<double>>{{1.0}, {4.0}}};
    geo::PerCommune<Demand> const demand{std::vector{Demand{3.0, 2.0, 4.0}, Demand{1.0, 0.5, 2.0}}};
    auto const choice = choose_crossings(hours, demand, Chances{1, 1.0});
    EXPECT_DOUBLE_EQ(choice.crossings[test::crossing(0)].flow, 4.0);
    EXPECT_DOUBLE_EQ(choice.crossings[test::crossing(0)].hours_mean, 1.75);
}

TEST(CrossingChoice, WhatIsOutOfReachGetsNothing)
{
    Hours const hours{std::vector<std::vector<double>>{{1.0, far}, {2.0, far}}};
    geo::PerCommune<Demand> const demand{2, Demand{1.0, 0.5, 2.0}};
    auto const closed =
        choose_crossings(hours, demand, Chances{2, 1.0}).crossings[test::crossing(1)];
    EXPECT_EQ(closed.flow, 0.0);
    EXPECT_TRUE(std::isnan(closed.hours_mean));
}

TEST(CrossingChoice, PathsThatDoNotExistCarryNobody)
{
    Hours const hours{std::vector<std::vector<double>>{{1.0, 1.2}, {far, 1.0}}};
    geo::PerCommune<Demand> const demand{2, Demand{1.0, 0.9, 1.1}};
    Chances chance{2, 1.0};
    chance[test::crossing(1)] = 0.0;
    auto const choice = choose_crossings(hours, demand, chance);
    EXPECT_EQ(choice.crossings[test::crossing(1)].flow, 0.0);
    EXPECT_DOUBLE_EQ(choice.crossings[test::crossing(0)].share, 1.0);
    EXPECT_DOUBLE_EQ(choice.out_of_reach, 1.0);
    EXPECT_EQ(choice.share[test::commune(1)], (std::vector{0.0, 0.0}));
}

TEST(CrossingChoice, NoDemandNoShares)
{
    auto const choice =
        choose_crossings(Hours{3, {1.0, 2.0}}, geo::PerCommune<Demand>{3}, Chances{2, 1.0});
    EXPECT_EQ(choice.demand, 0.0);
    EXPECT_EQ(choice.crossings[test::crossing(0)].share, 0.0);
    EXPECT_TRUE(choose_crossings({}, {}, {}).crossings.empty());
}

}  // namespace
}  // namespace marchland::analysis::flows
