// Gates between ways that have nothing to do with one another: tied to each of them.
#include "geo/vocabulary/error.hpp"
#include "tests/support/drawn_region.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace marchland::analysis::routes {
namespace {

using test::DrawnWay;

geo::CrossingId const gate = test::crossing(0);
geo::CommuneId const commune{0};

/// The gate stands at (0, 0); a road ends 290 m south of it, another runs 264 m north.
DrawnWay const own_road{.line = {{0, -290}, {0, -9000}}, .klass = geo::WayClass::national};
DrawnWay const beyond{.line = {{-9000, 264}, {9000, 264}}};

std::size_t ways_into(network::Network const& network)
{
    std::size_t count = 0;
    for (auto const& piece : network.pieces) {
        count += piece.into_gate ? 1U : 0U;
    }
    return count;
}

TEST(GateTies, ToEveryPieceWithinItsAccuracy)
{
    auto const region = test::region_of({own_road, beyond}, {{0, -9000}}, {{.at = {0, 0}}});
    EXPECT_EQ(region.network.components, 2U);
    EXPECT_EQ(ways_into(region.network), 2U);
    double const hours = region.exposure.to_crossing[commune][0];
    EXPECT_NEAR(hours, 8.71 / 45.0 + 0.29 / 10.0 + 20.0 / 60.0, 1e-3);
}

TEST(GateTies, AnExpresswayIsNoneForAMotorbikeAndOneForACar)
{
    auto expressway = beyond;
    expressway.klass = geo::WayClass::expressway;
    auto const region = test::region_of({own_road, expressway}, {{0, -9000}}, {{.at = {0, 0}}});
    EXPECT_TRUE(std::isfinite(region.exposure.to_crossing[commune][0]));
    EXPECT_EQ(ways_into(region.network), 2U);
}

TEST(GateTies, OnlyWithinItsAccuracy)
{
    auto const region =
        test::region_of({own_road, beyond}, {{0, -9000}}, {{.at = {0, 0}, .accuracy_m = 280.0}});
    EXPECT_EQ(ways_into(region.network), 0U);  // the nearest alone
    EXPECT_FALSE(std::isfinite(region.exposure.to_crossing[commune][0]));
    EXPECT_FALSE(region.anchors.crossings[gate]->leave);
}

TEST(GateTies, ToTheRoadsOfBothBanks)
{
    // One piece, but a long way round over the next bridge.
    DrawnWay const round{.line = {{0, -9000}, {20000, -9000}, {20000, 264}, {9000, 264}}};
    auto const region = test::region_of({own_road, beyond, round}, {{0, -9000}}, {{.at = {0, 0}}});
    EXPECT_EQ(region.network.components, 1U);
    EXPECT_EQ(ways_into(region.network), 2U);
    // A short way round is none: the gate is tied as before.
    DrawnWay const bridge{.line = {{0, -290}, {-3000, -290}, {-3000, 264}}};
    auto const near = test::region_of({own_road, beyond, bridge}, {{0, -9000}}, {{.at = {0, 0}}});
    EXPECT_EQ(ways_into(near.network), 0U);
}

TEST(GateTies, NobodyGetsThroughAGateFromOnePieceToAnother)
{
    auto const region =
        test::region_of({own_road, beyond}, {{0, -9000}, {9000, 264}}, {{.at = {0, 0}}});
    auto const tree =
        region.graph.tree(region.anchors.communes[commune]->junction, Direction::from_root);
    auto const& anchor = *region.anchors.crossings[gate];
    EXPECT_NE(tree.ticks[anchor.junction], unreachable);
    EXPECT_EQ(tree.ticks[region.anchors.communes[geo::CommuneId{1}]->junction], unreachable);
    ASSERT_TRUE(anchor.leave);  // who starts at the gate takes the nearest way
    EXPECT_NE(region.graph.tree(*anchor.leave, Direction::from_root)
                  .ticks[region.anchors.communes[geo::CommuneId{1}]->junction],
              unreachable);
}

TEST(GateTies, StopBetweenOneGateAndTheNext)
{
    // Ten gates between two roads each; whoever asks while ties are sought gets no further than one of them.
    std::vector<test::DrawnWay> roads;
    std::vector<test::DrawnCrossing> gates;
    for (int i = 0; i < 10; ++i) {
        double const x = 10000.0 * i;
        roads.push_back({.line = {{x, 0}, {x + 2000, 0}}});
        roads.push_back({.line = {{x, 400}, {x + 2000, 400}}});
        gates.push_back({.at = {x + 1000, 200}});
    }
    constexpr double ties = 0.9;  // of the work, while ties are sought
    int told = 0;
    auto const make = [&](int stop_at) {
        std::stop_source stop;
        told = 0;
        network::network_of(
            test::ways_of(roads),
            places_of(test::communes_at({}), test::crossings_at(gates), test::markets_at({})),
            network::GapRules{}, geo::Job{stop.get_token(), [&](double done) {
                                              told += std::abs(done - ties) < 1e-9 ? 1 : 0;
                                              if (told == stop_at) {
                                                  stop.request_stop();
                                              }
                                          }});
    };
    make(-1);
    EXPECT_GE(told, 20);  // two looks for each gate
    EXPECT_THROW(make(5), geo::Cancelled);
    EXPECT_EQ(told, 5);
}

TEST(GateTies, TrainsAreNotBoarded)
{
    auto const region = test::region_of({own_road}, {{0, -9000}},
                                        {{.at = {0, 0}, .klass = geo::CrossingClass::rail}});
    EXPECT_FALSE(region.anchors.crossings[gate]);
    EXPECT_FALSE(std::isfinite(region.exposure.to_crossing[commune][0]));
}

}  // namespace
}  // namespace marchland::analysis::routes
