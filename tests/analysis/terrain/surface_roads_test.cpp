// Numbers by hand: docs/methods/surface.md.
#include "analysis/terrain/surface_roads.hpp"

#include "analysis/terrain/surface.hpp"
#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/numbers.hpp"
#include "tests/support/drawn_ways.hpp"
#include "tests/support/surface_twin.hpp"

#include <gtest/gtest.h>

namespace marchland::analysis::terrain {
namespace {

SurfaceRoads laid(Surface const& ground, std::vector<test::DrawnWay> const& drawn,
                  travel::Profile profile = travel::Profile::motorbike, double sure = 0.0)
{
    auto const ways = test::ways_of(drawn);
    return lay_on(ground, network::network_of(ways, {}, 0.0), ways, profile, sure);
}

std::vector<double> hours(Surface const& ground, SurfaceRoads const* roads, std::size_t start)
{
    std::vector<SurfaceStart> const starts{{start}};
    auto cost = accumulated_cost(ground, starts, Travel::from_starts, roads).cost;
    for (auto& one : cost) {
        one /= 3600.0;
    }
    return cost;
}

/// Ways by dice over a ground.
std::vector<test::DrawnWay> some_ways(Surface const& ground, std::uint64_t seed)
{
    geo::Draws draws{geo::Random{seed, "test-ways"}};
    auto const box = ground.cells.box();
    auto const point = [&] {
        double const x = box.min_x + box.width() * draws.uniform();
        return geo::Point{x, box.min_y + box.height() * draws.uniform()};
    };
    std::vector<test::DrawnWay> ways;
    for (int i = 0; i < 6; ++i) {
        ways.push_back({.line = {point(), point(), point()},
                        .klass = i % 2 == 0 ? geo::WayClass::local : geo::WayClass::path,
                        .bridge = i == 4,
                        .oneway = i == 5 ? geo::Oneway::forward : geo::Oneway::both});
    }
    return ways;
}

TEST(RoadsOnSurface, RideAndThenWalkByHand)
{
    // 21 x 11 cells of 100 m, a local road (28 km/h) through the middles of row 5.
    auto const ground = test::flat(21, 11);
    auto const roads = laid(ground, {{.line = {{50.0, 550.0}, {2050.0, 550.0}}}});
    auto const found = hours(ground, &roads, 5 * 21);
    double const walk = travel::foot_speed_kmh(travel::FootSpeed::tobler, 0.0);
    EXPECT_NEAR(found[5 * 21 + 20], 2.0 / 28.0, 1e-9);
    EXPECT_NEAR(found[5 * 21 + 10], 1.0 / 28.0, 1e-9);  // left midway
    EXPECT_NEAR(found[0 * 21 + 0], 0.5 / walk, 1e-9);   // straight off the road
    EXPECT_NEAR(found[2 * 21 + 20], 2.0 / 28.0 + 0.3 / walk,
                1e-9);  // a corner is 0.04 km longer on foot
}

TEST(RoadsOnSurface, BesideTheMiddleOfItsCellTheRoadIsReachedOnFoot)
{
    auto const ground = test::flat(3, 3);
    auto const roads = laid(ground, {{.line = {{50.0, 170.0}, {250.0, 170.0}}}});
    double const walk = travel::foot_speed_kmh(travel::FootSpeed::tobler, 0.0);
    EXPECT_NEAR(hours(ground, &roads, 3)[5], 2 * 0.02 / walk + 0.2 / 28.0, 1e-9);
}

TEST(RoadsOnSurface, NoRoadsAreThePlainSurface)
{
    auto const ground = test::rough(30, 20, 1);
    auto const none = laid(ground, {});
    EXPECT_EQ(hours(ground, &none, 33), hours(ground, nullptr, 33));
}

TEST(RoadsOnSurface, ARoadIsNeverSlower)
{
    for (std::uint64_t seed = 0; seed < 10; ++seed) {
        auto const ground = test::rough(30, 20, seed);
        auto const roads = laid(ground, some_ways(ground, seed));
        auto const with = hours(ground, &roads, 310);
        auto const without = hours(ground, nullptr, 310);
        for (std::size_t i = 0; i < with.size(); ++i) {
            EXPECT_LE(with[i], without[i]);
        }
    }
}

TEST(RoadsOnSurface, TwinFindsTheSameOverCellsAndRoads)
{
    for (std::uint64_t seed = 0; seed < 6; ++seed) {
        auto const ground = test::rough(20, 15, seed);
        for (auto const profile : {travel::Profile::motorbike, travel::Profile::foot}) {
            auto const roads = laid(ground, some_ways(ground, seed), profile);
            std::vector<SurfaceStart> const starts{{10}, {0, 50.0, true}, {250, 20.0}};
            for (auto const travel : {Travel::from_starts, Travel::to_starts}) {
                auto const found = accumulated_cost(ground, starts, travel, &roads);
                auto const wanted = test::twin_spread(ground, starts, travel, roads);
                for (std::size_t i = 0; i < found.cost.size(); ++i) {
                    if (std::isfinite(wanted.cost[i])) {
                        EXPECT_NEAR(found.cost[i], wanted.cost[i], 1e-9 * wanted.cost[i]);
                    } else {
                        EXPECT_TRUE(std::isinf(found.cost[i]));
                    }
                }
                ASSERT_EQ(found.node_cost.size(), wanted.node_cost.size());
                for (std::size_t i = 0; i < found.node_cost.size(); ++i) {
                    if (std::isfinite(wanted.node_cost[i])) {
                        EXPECT_NEAR(found.node_cost[i], wanted.node_cost[i],
                                    1e-9 * wanted.node_cost[i]);
                    }
                }
            }
        }
    }
}

TEST(RoadsOnSurface, CorridorKeepsItsLawWithRoads)
{
    for (std::uint64_t seed = 0; seed < 6; ++seed) {
        auto const ground = test::rough(30, 20, seed + 20);
        auto const roads = laid(ground, some_ways(ground, seed));
        std::vector<SurfaceStart> const a{{0, 0.0, true}};
        std::vector<SurfaceStart> const b{{1, 0.0, true}};
        double const way = accumulated_cost(ground, a, Travel::from_starts, &roads).node_cost[1];
        EXPECT_NEAR(least_cost_corridor(ground, a, b, &roads).least, way, 1e-9 * way);
    }
}

TEST(RoadsOnSurface, ABridgeIsLeftAtItsEndsOnly)
{
    auto ground = test::flat(11, 3);
    for (std::size_t row = 0; row < 3; ++row) {
        ground.height[row * 11 + 5] = geo::unknown;  // a river
    }
    test::DrawnWay way{.line = {{50.0, 150.0}, {1050.0, 150.0}}};
    EXPECT_TRUE(std::isinf(hours(ground, nullptr, 11)[21]));
    auto const road = laid(ground, {way});
    EXPECT_NEAR(hours(ground, &road, 11)[21], 1.0 / 28.0, 1e-9);
    EXPECT_NEAR(hours(ground, &road, 11)[13], 0.2 / 28.0, 1e-9);
    way.bridge = true;
    auto const bridge = laid(ground, {way});
    EXPECT_NEAR(hours(ground, &bridge, 11)[21], 1.0 / 28.0, 1e-9);
    EXPECT_GT(hours(ground, &bridge, 11)[13],
              0.2 / travel::foot_speed_kmh(travel::FootSpeed::tobler, 0.0) - 1e-9);
}

TEST(RoadsOnSurface, OneWayAndUnsureWaysAreHeld)
{
    auto const ground = test::flat(21, 1);
    test::DrawnWay way{
        .line = {{50.0, 50.0}, {2050.0, 50.0}}, .oneway = geo::Oneway::forward, .p_exists = 0.3};
    auto const roads = laid(ground, {way});
    double const walk = 2.0 / travel::foot_speed_kmh(travel::FootSpeed::tobler, 0.0);
    EXPECT_NEAR(hours(ground, &roads, 0)[20], 2.0 / 28.0, 1e-9);
    EXPECT_NEAR(hours(ground, &roads, 20)[0], walk, 1e-9);
    auto const sure = laid(ground, {way}, travel::Profile::motorbike, 0.5);
    EXPECT_NEAR(hours(ground, &sure, 0)[20], walk, 1e-9);
}

TEST(RoadsOnSurface, OnFootARoadIsSteepToo)
{
    auto ground = test::flat(11, 1);
    for (std::size_t i = 0; i < 11; ++i) {
        ground.height[i] = 10.0 * static_cast<double>(i);  // slope 0.1
    }
    // else a path across country beats the road's 4.8 km/h
    ground.underfoot = travel::Underfoot::off_path;
    auto const roads =
        laid(ground, {{.line = {{50.0, 50.0}, {1050.0, 50.0}}}}, travel::Profile::foot);
    // From the first middle to the last, 1 km at 4.8 km/h, times exp(-0.175) / exp(-0.525) up.
    std::vector<SurfaceStart> const first{{0, 0.0, true}};
    auto const up = accumulated_cost(ground, first, Travel::from_starts, &roads).node_cost[1];
    auto const down = accumulated_cost(ground, first, Travel::to_starts, &roads).node_cost[1];
    EXPECT_NEAR(up, 3600.0 / 4.8 * std::exp(0.35), 1e-6);
    EXPECT_NEAR(down, 3600.0 / 4.8, 1e-6);  // slope -0.1 is as quick as the flat
}

TEST(RoadsOnSurface, ARoadOffTheMapGoesOnThere)
{
    // The road swings outside and comes back; a wall without a gap lies between.
    auto ground = test::flat(11, 3);
    for (std::size_t row = 0; row < 3; ++row) {
        ground.height[row * 11 + 5] = geo::unknown;
    }
    auto const roads =
        laid(ground, {{.line = {{50.0, 150.0}, {50.0, 450.0}, {1050.0, 450.0}, {1050.0, 150.0}}}});
    EXPECT_NEAR(hours(ground, &roads, 11)[21], 1.6 / 28.0, 1e-9);
}

TEST(RoadsOnSurface, NeedsHeights)
{
    Surface const ground{.cells = {{0.0, 300.0}, 100.0, 3, 3}};
    EXPECT_THROW(laid(ground, {}), geo::Error);
}

}  // namespace
}  // namespace marchland::analysis::terrain
