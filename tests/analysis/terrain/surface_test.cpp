// Numbers by hand: docs/methods/surface.md.
#include "analysis/terrain/surface.hpp"

#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/numbers.hpp"
#include "tests/support/surface_twin.hpp"

#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <numeric>
#include <thread>

namespace marchland::analysis::terrain {
namespace {

Spread from(Surface const& ground, std::vector<SurfaceStart> const& starts)
{
    return accumulated_cost(ground, starts, Travel::from_starts);
}
Spread towards(Surface const& ground, std::vector<SurfaceStart> const& starts)
{
    return accumulated_cost(ground, starts, Travel::to_starts);
}

void expect_near(std::vector<double> const& found, std::vector<double> const& wanted)
{
    ASSERT_EQ(found.size(), wanted.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (std::isinf(wanted[i])) {
            EXPECT_TRUE(std::isinf(found[i])) << i;
        } else {
            EXPECT_NEAR(found[i], wanted[i], 1e-9 * wanted[i]) << i;
        }
    }
}

TEST(Surface, FrictionByHand)
{
    // Frictions 1 2 / 4 10, cells of 10 m: along the row 15, down 25, across either 55 or 15 + 60
    // or 25 + 70.
    Surface const ground{.cells = {{0.0, 20.0}, 10.0, 2, 2}, .friction = {1.0, 2.0, 4.0, 10.0}};
    auto const cost = from(ground, {{0}}).cost;
    EXPECT_DOUBLE_EQ(cost[0], 0.0);
    EXPECT_DOUBLE_EQ(cost[1], 15.0);
    EXPECT_DOUBLE_EQ(cost[2], 25.0);
    EXPECT_DOUBLE_EQ(cost[3], 15.0 + 60.0);  // across: 14.1 m x 5.5 = 77.8
}

TEST(Surface, ToblerByHand)
{
    // 100 m east and 15 m up at 2.98 km/h: 120.8 s; back down, slope -0.15, at 6 exp(-0.35)
    // = 4.23: 85.1 s.
    Surface ground{.cells = {{0.0, 100.0}, 100.0, 2, 1}, .height = {0.0, 15.0}};
    EXPECT_NEAR(from(ground, {{0}}).cost[1], 360.0 / (6.0 * std::exp(-0.7)), 1e-9);
    EXPECT_NEAR(from(ground, {{1}}).cost[0], 360.0 / (6.0 * std::exp(-0.35)), 1e-9);
    EXPECT_NEAR(towards(ground, {{0}}).cost[1], 360.0 / (6.0 * std::exp(-0.35)), 1e-9);
    ground.underfoot = travel::Underfoot::off_path;
    EXPECT_NEAR(from(ground, {{0}}).cost[1], 360.0 / (3.6 * std::exp(-0.7)), 1e-9);
}

TEST(Surface, TwinFindsTheSameForEveryRule)
{
    for (std::uint64_t seed = 0; seed < 6; ++seed) {
        auto ground = test::rough(23, 31, seed);
        std::vector<SurfaceStart> const starts{{100}, {350, 200.0}, {700}};
        for (auto const rule : {travel::FootSpeed::tobler, travel::FootSpeed::irmischer_clarke,
                                travel::FootSpeed::langmuir}) {
            ground.foot = rule;
            for (auto const travel : {Travel::from_starts, Travel::to_starts}) {
                expect_near(accumulated_cost(ground, starts, travel).cost,
                            test::twin_spread(ground, starts, travel).cost);
            }
        }
        ground.height.clear();
        expect_near(from(ground, starts).cost,
                    test::twin_spread(ground, starts, Travel::from_starts).cost);
    }
}

TEST(Surface, TwinFindsTheSameForFrictionsFarApart)
{
    // The cheapest step is a millionth of the dearest: buckets are wider than it, and far too few.
    auto ground = test::rough(40, 40, 7);
    ground.height.clear();
    for (auto& friction : ground.friction) {
        friction = std::isinf(friction) ? friction : std::pow(10.0, 0.9 * friction - 5.0);
    }
    expect_near(from(ground, {{820}}).cost,
                test::twin_spread(ground, {{820}}, Travel::from_starts).cost);
}

TEST(Surface, CliffsTakeForeverAndAreStillExact)
{
    auto ground = test::flat(30, 1);
    for (std::size_t i = 0; i < 30; i += 7) {
        ground.height[i] = 1000.0;  // slope 10: 1e15 times as slow
    }
    auto const cost = from(ground, {{3}}).cost;
    expect_near(cost, test::twin_spread(ground, {{3}}, Travel::from_starts).cost);
    EXPECT_GT(cost[29], 1e15);
}

TEST(Surface, EveryCellKnowsTheStartThatIsLeastAway)
{
    auto const ground = test::rough(20, 20, 3);
    std::vector<SurfaceStart> const starts{{5}, {210, 100.0}, {390}};
    auto const all = from(ground, starts);
    std::vector<std::vector<double>> alone;
    for (auto const& start : starts) {
        alone.push_back(from(ground, {start}).cost);
    }
    for (std::size_t cell = 0; cell < all.cost.size(); ++cell) {
        double const least = std::min({alone[0][cell], alone[1][cell], alone[2][cell]});
        EXPECT_EQ(all.cost[cell], least);
        if (std::isinf(least)) {
            EXPECT_EQ(all.start[cell], Spread::nobody);
        } else {
            EXPECT_EQ(alone.at(all.start[cell])[cell], least);
        }
    }
}

TEST(Surface, BackIsThereInTheOtherDirection)
{
    auto const ground = test::rough(15, 15, 5);
    auto const there = from(ground, {{20}}).cost;
    for (std::size_t cell : {0U, 77U, 130U, 224U}) {
        double const back = towards(ground, {{cell}}).cost[20];
        if (std::isinf(there[cell])) {
            EXPECT_TRUE(std::isinf(back));
        } else {
            EXPECT_NEAR(back, there[cell], 1e-9 * there[cell]);
        }
    }
}

TEST(Surface, HolesAndRiversAreGoneRound)
{
    // A wall with one gap: 5 columns, the middle one shut but for its last cell.
    auto ground = test::flat(5, 3, 10.0);
    ground.friction.assign(15, 1.0);
    ground.height[2] = geo::unknown;
    ground.friction[7] = geo::infinite;
    double const pace = 3.6 / travel::foot_speed_kmh(travel::FootSpeed::tobler, 0.0);
    auto const cost = from(ground, {{0}}).cost;
    EXPECT_TRUE(std::isinf(cost[2]));
    EXPECT_TRUE(std::isinf(cost[7]));
    EXPECT_NEAR(cost[4], 4.0 * 10.0 * std::sqrt(2.0) * pace, 1e-9);  // down two, up two, all across
    ground.friction[12] = geo::unknown;
    EXPECT_TRUE(std::isinf(from(ground, {{0}}).cost[4]));
    EXPECT_TRUE(std::isinf(from(ground, {{2}}).cost[0]));  // nobody starts in a hole
}

TEST(Surface, HigherFrictionShortensNothing)
{
    auto ground = test::rough(20, 20, 8);
    auto const before = from(ground, {{200}}).cost;
    for (std::size_t i = 0; i < ground.friction.size(); i += 3) {
        ground.friction[i] *= 1.5;
    }
    auto const after = from(ground, {{200}}).cost;
    for (std::size_t i = 0; i < before.size(); ++i) {
        EXPECT_GE(after[i], before[i]);
    }
}

TEST(Surface, CorridorAtItsBestCostsTheShortestWay)
{
    for (std::uint64_t seed = 0; seed < 10; ++seed) {
        auto const ground = test::rough(25, 18, seed);
        std::vector<SurfaceStart> const a{{30}};
        std::vector<SurfaceStart> const b{{400}};
        auto const there = from(ground, a).cost[400];
        auto const corridor = least_cost_corridor(ground, a, b);
        if (std::isinf(there)) {
            EXPECT_TRUE(std::isinf(corridor.least));
            continue;
        }
        EXPECT_NEAR(corridor.least, there, 1e-9 * there);
        std::array const percents{0.0, 5.0, 1e9};
        auto const bands = bands_of(corridor, percents);
        EXPECT_GE(bands[0].cells, 2U);  // at least the way itself
        EXPECT_GE(bands[1].cells, bands[0].cells);
        EXPECT_EQ(bands[2].share, 1.0);
    }
}

TEST(Surface, NoWayMakesNoBand)
{
    auto ground = test::flat(3, 1);
    ground.height[1] = geo::unknown;
    std::vector<SurfaceStart> const a{{0}};
    std::vector<SurfaceStart> const b{{2}};
    auto const corridor = least_cost_corridor(ground, a, b);
    EXPECT_TRUE(std::isinf(corridor.least));
    std::array const percents{5.0};
    EXPECT_EQ(bands_of(corridor, percents)[0].cells, 0U);
    EXPECT_EQ(bands_of(corridor, percents)[0].share, 0.0);
}

TEST(Surface, ThreadsDoNotChangeACorridor)
{
    auto const ground = test::rough(60, 60, 4);
    std::vector<SurfaceStart> const a{{30}};
    std::vector<SurfaceStart> const b{{3000}};
    EXPECT_EQ(least_cost_corridor(ground, a, b, nullptr, geo::Job{{}, {}, 1}).cost,
              least_cost_corridor(ground, a, b, nullptr, geo::Job{{}, {}, 5}).cost);
}

TEST(Surface, RefusesWhatMakesNoSense)
{
    auto ground = test::flat(4, 4);
    EXPECT_THROW(from(ground, {{16}}), geo::Error);
    EXPECT_THROW(from(ground, {{3, -1.0}}), geo::Error);
    EXPECT_THROW(from(ground, {{3, geo::unknown}}), geo::Error);
    EXPECT_THROW(from(ground, {{0, 0.0, true}}), geo::Error);  // no roads
    ground.friction.assign(15, 1.0);
    EXPECT_THROW(from(ground, {{0}}), geo::Error);
    ground.friction.clear();
    ground.height.assign(17, 1.0);
    EXPECT_THROW(from(ground, {{0}}), geo::Error);
    EXPECT_TRUE(std::isinf(from(test::flat(2, 2), {}).cost[0]));  // no start, no way
}

TEST(Surface, CancelStopsWithinASecond)
{
    auto const ground = test::flat(1500, 1500);
    std::stop_source stop;
    double seen = 0.0;
    geo::Job const job{stop.get_token(), [&](double fraction) {
                           seen = fraction;
                           if (fraction > 0.1) {
                               stop.request_stop();
                           }
                       }};
    std::vector<SurfaceStart> const starts{{0}};
    EXPECT_THROW(accumulated_cost(ground, starts, Travel::from_starts, nullptr, job),
                 geo::Cancelled);
    EXPECT_LT(seen, 0.2);  // it asks again long before the next tenth
}

}  // namespace
}  // namespace marchland::analysis::terrain
