// Numbers by hand: docs/methods/demand.md.
#include "analysis/flows/given_demand.hpp"

#include "geo/vocabulary/numbers.hpp"
#include "geo/vocabulary/random.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace marchland::analysis::flows {
namespace {

using Hours = geo::PerCommune<std::vector<double>>;
using Chances = geo::Column<geo::CrossingId, double>;

geo::GivenFlow flow(std::uint32_t commune, std::uint32_t crossing, double amount)
{
    return {static_cast<geo::CommuneId>(commune), static_cast<geo::CrossingId>(crossing), amount};
}

struct GivenScene {
    Hours hours;
    geo::PerCommune<Demand> demand;
    Chances chance;
};

GivenScene scene(std::vector<std::vector<double>> const& rows, std::vector<double> const& people)
{
    GivenScene made{Hours{}, {}, Chances{rows.front().size(), 1.0}};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        made.hours.push_back(rows[i]);
        made.demand.push_back({.expected = people[i], .lower = people[i], .upper = people[i]});
    }
    return made;
}

GivenScene drawn_scene(std::size_t communes, std::size_t crossings, std::uint64_t seed)
{
    geo::Draws draws{geo::Random{seed, "test-demand"}};
    std::vector<std::vector<double>> rows;
    std::vector<double> people;
    for (std::size_t i = 0; i < communes; ++i) {
        std::vector<double> row;
        for (std::size_t c = 0; c < crossings; ++c) {
            row.push_back(c > 0 && draws.uniform() < 0.2 ? geo::infinite
                                                         : 0.5 + 6.0 * draws.uniform());
        }
        rows.push_back(row);
        people.push_back(0.1 + draws.uniform());
    }
    return scene(rows, people);
}

std::vector<double> shares(GivenScene const& made, std::uint32_t commune, double theta = 1.0)
{
    auto const id = static_cast<geo::CommuneId>(commune);
    return logit_shares(made.hours[id], theta, 0.0, made.demand[id].pull);
}

std::vector<double> flows(GivenScene const& made, double theta = 1.0)
{
    std::vector<double> sums(made.chance.size());
    for (std::uint32_t i = 0; i < made.hours.size(); ++i) {
        auto const row = shares(made, i, theta);
        for (std::size_t c = 0; c < row.size(); ++c) {
            sums[c] += row[c] * made.demand[static_cast<geo::CommuneId>(i)].expected;
        }
    }
    return sums;
}

TEST(GivenTable, SharesOfTodayAreThoseOfTheTable)
{
    auto made = scene({{1.0, 2.0, 4.0}, {2.0, 2.0, 3.0}}, {3.0, 1.0});
    auto const fit = pull_by({.by_commune = true, .flows = {flow(0, 0, 1.0), flow(0, 1, 3.0)}},
                             made.hours, made.chance, 1.0, made.demand);
    EXPECT_EQ(fit.unreached, 0.0);
    EXPECT_NEAR(shares(made, 0)[0], 0.25, 1e-12);
    EXPECT_NEAR(shares(made, 0)[1], 0.75, 1e-12);
    EXPECT_EQ(shares(made, 0)[2], 0.0);
    EXPECT_NEAR(shares(made, 0, 0.3)[0], 0.25, 1e-12);  // whatever theta: hours have not changed
    EXPECT_EQ(shares(made, 1),
              logit_shares(made.hours[static_cast<geo::CommuneId>(1)], 1.0, 0.0));  // has no row
}

TEST(GivenTable, MovesAsALogitWhenHoursChange)
{
    auto made = scene({{1.0, 2.0, 4.0}}, {4.0});
    pull_by({.by_commune = true, .flows = {flow(0, 0, 1.0), flow(0, 1, 3.0)}}, made.hours,
            made.chance, 1.0, made.demand);
    // an hour more to the second: 1 to 3 exp(-1) = 1 to 1.103638
    auto const later = logit_shares({1.0, 3.0, 4.0}, 1.0, 0.0, made.demand.begin()->pull);
    EXPECT_NEAR(later[0], 0.475367, 1e-6);
    EXPECT_NEAR(later[1], 0.524633, 1e-6);
    // both shut: by hours alone to what is left
    EXPECT_EQ(
        logit_shares({geo::infinite, geo::infinite, 4.0}, 1.0, 0.0, made.demand.begin()->pull),
        (std::vector{0.0, 0.0, 1.0}));
}

TEST(GivenTable, CrossingThatOpensDrawsAsANewAlternative)
{
    auto made = scene({{1.0, 2.0, geo::infinite}}, {4.0});
    pull_by({.by_commune = true, .flows = {flow(0, 0, 1.0), flow(0, 1, 3.0)}}, made.hours,
            made.chance, 1.0, made.demand);
    auto const open = logit_shares({1.0, 2.0, 2.0}, 1.0, 0.0, made.demand.begin()->pull);
    auto const plain = logit_shares({1.0, 2.0, 2.0}, 1.0, 0.0);
    EXPECT_NEAR(open[2], plain[2], 1e-12);  // as much as hours alone would give it
    EXPECT_NEAR(open[1] / open[0], 3.0, 1e-12);
}

TEST(GivenTable, WhatCannotBeReachedIsTold)
{
    auto made = scene({{1.0, geo::infinite, 4.0}, {geo::infinite, geo::infinite, geo::infinite}},
                      {4.0, 1.0});
    auto const fit =
        pull_by({.by_commune = true, .flows = {flow(0, 0, 2.0), flow(0, 1, 1.0), flow(1, 0, 1.0)}},
                made.hours, made.chance, 1.0, made.demand);
    EXPECT_DOUBLE_EQ(fit.unreached, 0.5);
    EXPECT_EQ(shares(made, 0)[0], 1.0);
    EXPECT_EQ(shares(made, 1), (std::vector{0.0, 0.0, 0.0}));
}

TEST(Gravity, TwoByTwoByHand)
{
    // Weights 1 and w: 2 / (1 + w/e) + 2 / (1 + w e) = 1 wanted of 4 persons, three times as many at the second.
    auto made = scene({{1.0, 2.0}, {2.0, 1.0}}, {2.0, 2.0});
    auto const fit = pull_by({.flows = {flow(0, 0, 10.0), flow(0, 1, 30.0)}}, made.hours,
                             made.chance, 1.0, made.demand);
    EXPECT_LT(fit.largest_gap, 1e-9);
    auto const sums = flows(made);
    EXPECT_NEAR(sums[0], 1.0, 1e-9);
    EXPECT_NEAR(sums[1], 3.0, 1e-9);
    // w solves w^2 - (e + 1/e) w - 3 = 0: 3.863
    double const e = std::exp(1.0);
    double const w = ((e + 1.0 / e) + std::sqrt((e + 1.0 / e) * (e + 1.0 / e) + 12.0)) / 2.0;
    auto const& weight = made.demand.begin()->pull.weight;
    EXPECT_NEAR(weight[1] / weight[0], w, 1e-8);
}

TEST(Gravity, TotalsAndPeopleAreBothKept)
{
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        auto made = drawn_scene(40, 6, seed);
        geo::GivenFlows given;
        for (std::uint32_t c = 0; c < 5; ++c) {  // the sixth has no total
            given.flows.push_back(flow(0, c, 1.0 + c));
        }
        auto const fit = pull_by(given, made.hours, made.chance, 0.7, made.demand);
        EXPECT_LT(fit.largest_gap, 1e-9);
        auto const sums = flows(made, 0.7);
        double people = 0.0;
        double reached = 0.0;
        for (std::uint32_t c = 0; c < 6; ++c) {
            reached += sums[c];
            if (c < 5) {
                EXPECT_NEAR(sums[c] / sums[0], 1.0 + c, 1e-8) << seed;
            }
        }
        for (auto const& one : made.demand) {
            people += one.expected;
        }
        EXPECT_NEAR(reached, people, 1e-9);  // the first crossing can be reached from everywhere
        EXPECT_GT(sums[5], 0.0);
    }
}

TEST(Gravity, EqualOddsWithinACommuneFollowHours)
{
    auto made = drawn_scene(20, 4, 3);
    pull_by({.flows = {flow(0, 0, 1.0), flow(0, 1, 2.0), flow(0, 2, 3.0)}}, made.hours, made.chance,
            0.7, made.demand);
    auto const& weight = made.demand.begin()->pull.weight;
    for (std::uint32_t i = 0; i < 20; ++i) {
        auto const& row = made.hours[static_cast<geo::CommuneId>(i)];
        auto const share = shares(made, i, 0.7);
        for (std::size_t c = 1; c < 4; ++c) {
            if (std::isfinite(row[c])) {
                EXPECT_NEAR(std::log(share[c] / share[0]),
                            std::log(weight[c] / weight[0]) - 0.7 * (row[c] - row[0]), 1e-9);
            }
        }
    }
}

TEST(Gravity, WhatCannotBeMetIsTold)
{
    // Each commune reaches one crossing: flows are 3 to 1, whatever the totals say.
    auto made = scene({{1.0, geo::infinite}, {geo::infinite, 1.0}}, {3.0, 1.0});
    auto const fit = pull_by({.flows = {flow(0, 0, 1.0), flow(0, 1, 1.0)}}, made.hours, made.chance,
                             1.0, made.demand);
    EXPECT_NEAR(fit.largest_gap, 0.5, 1e-9);
    EXPECT_NEAR(flows(made)[0], 3.0, 1e-12);
}

TEST(Gravity, AZeroTotalTurnsPeopleAwayAndAnUnreachedOneIsTold)
{
    auto made = scene({{1.0, 1.0, geo::infinite}}, {3.0});
    auto const fit = pull_by({.flows = {flow(0, 0, 0.0), flow(0, 1, 1.0), flow(0, 2, 3.0)}},
                             made.hours, made.chance, 1.0, made.demand);
    EXPECT_DOUBLE_EQ(fit.unreached, 0.75);
    EXPECT_EQ(flows(made), (std::vector{0.0, 3.0, 0.0}));
}

TEST(Given, NothingGivenChangesNothing)
{
    auto made = drawn_scene(10, 3, 9);
    auto const before = flows(made);
    pull_by({}, made.hours, made.chance, 1.0, made.demand);
    EXPECT_EQ(flows(made), before);
}

}  // namespace
}  // namespace marchland::analysis::flows
