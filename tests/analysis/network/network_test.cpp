// The rules of docs/methods/network.md, drawn.
#include "analysis/network/network.hpp"

#include "geo/vocabulary/random.hpp"
#include "tests/support/drawn_maps.hpp"
#include "tests/support/drawn_ways.hpp"
#include "tests/support/patience.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <ctime>
#include <numbers>

namespace marchland::analysis::network {
namespace {

using geo::WayClass;
using Drawn = std::vector<test::DrawnWay>;

Network network(Drawn const& drawn, double snap_m = 0.0, std::vector<Place> const& places = {})
{
    return network_of(test::ways_of(drawn), places, snap_m);
}

//        |
//   -----+-----
//        |
test::DrawnWay const west_east{.line = {{0, 100}, {200, 100}}};
test::DrawnWay const south_north{.line = {{100, 0}, {100, 200}}};

/// Pieces and components of two ways.
void expect_meeting(Drawn const& drawn, std::size_t pieces, std::size_t components)
{
    auto const made = network(drawn);
    EXPECT_EQ(made.pieces.size(), pieces);
    EXPECT_EQ(made.components, components);
    EXPECT_EQ(made.components_before, components);
    EXPECT_TRUE(made.repairs.empty());
}

TEST(Network, CrossingMakesAJunction)
{
    expect_meeting({west_east, south_north}, 4, 1);
    auto const made = network({west_east, south_north});
    EXPECT_EQ(made.junctions.size(), 5U);
    EXPECT_EQ(test::lengths_in(made), (std::vector{100.0, 100.0, 100.0, 100.0}));
}

TEST(Network, BridgeAndTunnelPass)
{
    auto bridge = south_north;
    bridge.bridge = true;
    expect_meeting({west_east, bridge}, 2, 2);
    auto tunnel = south_north;
    tunnel.tunnel = true;
    expect_meeting({west_east, tunnel}, 2, 2);
}

TEST(Network, BridgeMeetsOthersAtItsEnds)
{
    // A road, its bridge, the road again; another passes below the corner of the bridge.
    test::DrawnWay const before{.line = {{0, 0}, {100, 0}}};
    test::DrawnWay const bridge{.line = {{100, 0}, {150, 0}, {200, 0}}, .bridge = true};
    test::DrawnWay const after{.line = {{200, 0}, {300, 0}}};
    test::DrawnWay const below{.line = {{150, -50}, {150, 0}, {150, 50}}};
    expect_meeting({before, bridge, after, below}, 4, 2);
}

TEST(Network, OtherLevelPasses)
{
    auto above = south_north;
    above.level = 1;
    expect_meeting({west_east, above}, 2, 2);
}

TEST(Network, OtherLevelPassesAlsoWhereItsCornerLiesOnTheOther)
{
    test::DrawnWay const above{.line = {{100, 0}, {100, 100}, {150, 200}}, .level = 1};
    expect_meeting({west_east, above}, 2, 2);
    auto same_level = above;
    same_level.level = 0;
    expect_meeting({west_east, same_level}, 4, 1);
}

TEST(Network, ExpresswayDoesNotCross)
{
    auto expressway = west_east;
    expressway.klass = WayClass::expressway;
    expect_meeting({expressway, south_north}, 2, 2);
    test::DrawnWay const with_corner_on_it{.line = {{100, 0}, {100, 100}, {150, 200}}};
    expect_meeting({expressway, with_corner_on_it}, 2, 2);
}

TEST(Network, ExpresswayIsLeftAtCommonCorners)
{
    test::DrawnWay const expressway{.line = {{0, 100}, {100, 100}, {200, 100}},
                                    .klass = WayClass::expressway};
    test::DrawnWay const ramp{.line = {{100, 100}, {150, 50}}};
    expect_meeting({expressway, ramp}, 3, 1);
}

TEST(Network, CommonCornerJoins)
{
    test::DrawnWay const bend{.line = {{0, 0}, {100, 100}, {200, 0}}};
    test::DrawnWay const other{.line = {{0, 200}, {100, 100}, {200, 200}}};
    expect_meeting({bend, other}, 4, 1);
}

TEST(Network, EndOnAWayIsATJunction)
{
    test::DrawnWay const side{.line = {{100, 100}, {100, 200}}};
    expect_meeting({west_east, side}, 3, 1);
    auto nearly = side;
    nearly.line.front().y += 0.009;  // within the centimetre
    expect_meeting({west_east, nearly}, 3, 1);
    nearly.line.front().y += 0.05;
    expect_meeting({west_east, nearly}, 2, 2);
}

TEST(Network, WaysThatLieOnOneAnotherJoin)
{
    test::DrawnWay const one{.line = {{0, 0}, {200, 0}}};
    test::DrawnWay const other{.line = {{100, 0}, {300, 0}}};
    auto const made = network({one, other});
    EXPECT_EQ(made.components, 1U);
    EXPECT_EQ(made.junctions.size(), 4U);
    EXPECT_EQ(test::lengths_in(made), (std::vector{100.0, 100.0, 100.0, 100.0}));
}

TEST(Network, DuplicatesAreTwoPiecesOfOneStretch)
{
    auto const made = network({west_east, west_east});
    EXPECT_EQ(made.components, 1U);
    EXPECT_EQ(made.junctions.size(), 2U);
    EXPECT_EQ(made.pieces.size(), 2U);
}

TEST(Network, WaysOfNoLengthHarmNobody)
{
    test::DrawnWay const nothing{.line = {{50, 100}, {50, 100}}};
    test::DrawnWay const stutter{.line = {{0, 0}, {0, 0}, {80, 0}, {80, 0}, {80, 0}}};
    auto const made = network({west_east, nothing, stutter}, 20.0);
    EXPECT_DOUBLE_EQ(test::length_of_ways(made), 280.0);
    EXPECT_TRUE(made.repairs.empty());
}

TEST(Network, SelfCrossingIsAJunction)
{
    // A loop of string: the first and the last stretch cross.
    test::DrawnWay const string{.line = {{0, 0}, {200, 200}, {200, 0}, {0, 200}}};
    auto const made = network({string});
    EXPECT_EQ(made.junctions.size(), 3U);
    EXPECT_EQ(made.pieces.size(), 3U);
    EXPECT_NEAR(test::length_of_ways(made), 2.0 * std::hypot(200, 200) + 200.0, 1e-9);
    auto bridge = string;
    bridge.bridge = true;  // as ramps wind up
    EXPECT_EQ(network({bridge}).pieces.size(), 1U);
}

Drawn roundabout_with_three_roads()
{
    geo::Line circle;
    for (int i = 0; i <= 36; ++i) {
        double const turn = 2.0 * std::numbers::pi * (i % 36) / 36.0;
        circle.push_back({100.0 * std::cos(turn), 100.0 * std::sin(turn)});
    }
    return {{.line = circle},
            {.line = {circle[9], {0.0, 500.0}}},
            {.line = {circle[18], {-500.0, 0.0}}},
            {.line = {circle[27], {0.0, -500.0}}}};
}

TEST(Network, RoundaboutIsCutAtItsRoads)
{
    auto const made = network(roundabout_with_three_roads(), 50.0);
    EXPECT_EQ(made.components, 1U);
    EXPECT_EQ(made.pieces.size(), 7U);  // four quarters, one of them ends at the seam of the line
    EXPECT_TRUE(made.repairs.empty());
}

TEST(Network, CuttingLosesNoLength)
{
    geo::Draws draws{geo::Random{5, "test-ways"}};
    Drawn drawn;
    double before = 0.0;
    for (int way = 0; way < 60; ++way) {
        geo::Line line;
        for (int corner = 0; corner < 6; ++corner) {
            line.push_back({5000.0 * draws.uniform(), 5000.0 * draws.uniform()});
        }
        before += geo::length_of(line);
        drawn.push_back({.line = line});
    }
    auto const made = network(drawn, 50.0);
    EXPECT_NEAR(test::length_of_ways(made), before, 1e-6 * before);
    for (auto const& piece : made.pieces) {
        EXPECT_NEAR(piece.metres, geo::length_of(piece.line), 1e-9);
        EXPECT_LE(geo::distance(piece.line.front(), made.junctions[piece.from]), 0.03);
        EXPECT_LE(geo::distance(piece.line.back(), made.junctions[piece.to]), 0.03);
    }
}

/// No two stretches of the pieces of one level cross, whatever was pinned and repaired.
TEST(Network, PiecesOfALevelDoNotCross)
{
    geo::Draws draws{geo::Random{9, "test-ways"}};
    Drawn drawn;
    for (int way = 0; way < 50; ++way) {
        geo::Line line;
        for (int corner = 0; corner < 5; ++corner) {
            line.push_back({900.0 * draws.uniform(), 900.0 * draws.uniform()});
        }
        drawn.push_back({.line = line, .bridge = way % 10 == 0, .level = way % 3 == 0 ? 1 : 0});
    }
    std::vector<Place> places;
    for (int i = 0; i < 80; ++i) {
        places.push_back({{900.0 * draws.uniform(), 900.0 * draws.uniform()}, 100.0});
    }
    auto const ways = test::ways_of(drawn);
    auto const made = network_of(ways, places, 40.0);
    struct Part {
        geo::Point a;
        geo::Point b;
        int level;
    };
    std::vector<Part> parts;
    for (auto const& piece : made.pieces) {
        if (!piece.way || ways.bridge[*piece.way] != 0) {
            continue;
        }
        for (std::size_t i = 1; i < piece.line.size(); ++i) {
            parts.push_back({piece.line[i - 1], piece.line[i], ways.level[*piece.way]});
        }
    }
    ASSERT_GT(parts.size(), 1000U);
    auto const side = [](geo::Point a, geo::Point b, geo::Point c) {
        auto const whole = [](double metres) { return std::llround(100.0 * metres); };
        auto const turn = whole(b.x - a.x) * whole(c.y - a.y) - whole(b.y - a.y) * whole(c.x - a.x);
        return turn > 0 ? 1 : turn < 0 ? -1 : 0;
    };
    for (std::size_t i = 0; i < parts.size(); ++i) {
        for (std::size_t j = i + 1; j < parts.size(); ++j) {
            auto const& [a, b, level] = parts[i];
            auto const& [c, d, other_level] = parts[j];
            if (level == other_level) {
                ASSERT_FALSE(side(a, b, c) * side(a, b, d) < 0 &&
                             side(c, d, a) * side(c, d, b) < 0);
            }
        }
    }
}

TEST(Network, StopsWithinASecondWhereverItIsAsked)
{
    Drawn drawn;
    for (int i = 0; i < 150; ++i) {
        for (int j = 0; j < 150; ++j) {
            drawn.push_back(
                {.line = {{100.0 * i, 100.0 * j}, {100.0 * i + 70.0, 100.0 * j + 7.0}}});
            drawn.push_back(
                {.line = {{100.0 * i, 100.0 * j}, {100.0 * i - 7.0, 100.0 * j + 130.0}}});
        }
    }
    auto const ways = test::ways_of(drawn);
    auto last = std::clock();
    double longest = 0.0;
    std::stop_source stop;
    geo::Job const watched{stop.get_token(),
                           [&](double) {
                               auto const now = std::clock();
                               longest = std::max(longest,
                                                  static_cast<double>(now - last) / CLOCKS_PER_SEC);
                               last = now;
                           },
                           1};
    EXPECT_GT(network_of(ways, {}, 50.0, watched).pieces.size(), 45'000U);
    // Seconds of work between two questions whether to go on.
    EXPECT_LT(longest, 0.5 * std::chrono::duration<double>(test::patience).count());
    stop.request_stop();
    EXPECT_THROW(network_of(ways, {}, 50.0, watched), geo::Cancelled);
}

// ---- repairs

TEST(NetworkRepair, GapBetweenEndsIsClosedUpToSnap)
{
    test::DrawnWay const one{.line = {{0, 0}, {1000, 0}}};
    test::DrawnWay const other{.line = {{1050, 0}, {2000, 0}}};
    auto const made = network({one, other}, 50.0);
    ASSERT_EQ(made.repairs.size(), 1U);
    EXPECT_EQ(made.repairs[0].kind, RepairKind::end_to_end);
    EXPECT_DOUBLE_EQ(made.repairs[0].metres, 50.0);
    EXPECT_EQ(made.components_before, 2U);
    EXPECT_EQ(made.components, 1U);
    auto const beyond = network({one, other}, 49.99);
    EXPECT_TRUE(beyond.repairs.empty());
    EXPECT_EQ(beyond.components, 2U);
}

TEST(NetworkRepair, EndIsTiedToAWayUpToSnap)
{
    test::DrawnWay const main{.line = {{0, 0}, {1000, 0}}};
    test::DrawnWay const side{.line = {{400, 30}, {400, 900}}};
    auto const made = network({main, side}, 30.0);
    ASSERT_EQ(made.repairs.size(), 1U);
    EXPECT_EQ(made.repairs[0].kind, RepairKind::end_to_way);
    EXPECT_DOUBLE_EQ(made.repairs[0].metres, 30.0);
    EXPECT_EQ(made.repairs[0].to, (geo::Point{400, 0}));
    EXPECT_EQ(made.components, 1U);
    EXPECT_EQ(test::lengths_in(made), (std::vector{30.0, 400.0, 600.0, 870.0}));
    EXPECT_TRUE(network({main, side}, 29.99).repairs.empty());
}

/// A road that stops 40 m before the next one is broken also where a long way round joins the two; a lane
/// that ends 40 m beside its own street is not.
TEST(NetworkRepair, LongDetourMakesAGapShortOneDoesNot)
{
    test::DrawnWay const road{.line = {{0, 0}, {6000, 0}}};
    test::DrawnWay const round{.line = {{0, 0}, {0, 4000}, {3000, 4000}, {3000, 40}}};
    auto const broken = network({road, round}, 50.0);
    ASSERT_EQ(broken.repairs.size(), 1U);
    EXPECT_EQ(broken.repairs[0].kind, RepairKind::end_to_way);
    EXPECT_DOUBLE_EQ(broken.repairs[0].metres, 40.0);
    test::DrawnWay const lane{.line = {{3000, 0}, {3000, 100}, {3200, 100}, {3200, 40}}};
    EXPECT_TRUE(network({road, lane}, 50.0).repairs.empty());
}

TEST(NetworkRepair, ShortestGapsGoFirst)
{
    //  0 ----a   b---- 1     a-b is 40, b-c is 20: c takes b
    //             c
    test::DrawnWay const left{.line = {{0, 0}, {1000, 0}}};
    test::DrawnWay const right{.line = {{1040, 0}, {2000, 0}}};
    test::DrawnWay const below{.line = {{1040, -20}, {1040, -900}}};
    auto const made = network({left, right, below}, 50.0);
    ASSERT_EQ(made.repairs.size(), 2U);
    EXPECT_DOUBLE_EQ(made.repairs[0].metres, 20.0);
    EXPECT_EQ(made.repairs[1].kind, RepairKind::end_to_way);  // left is tied to what it faces
    EXPECT_EQ(made.components, 1U);
}

TEST(NetworkRepair, ShortWayIsNotTiedToItself)
{
    // Both ends of a way of 30 m are loose and near each other; what is missing is the 40 m to the road.
    test::DrawnWay const stub{.line = {{1000, 0}, {1030, 0}}};
    test::DrawnWay const road{.line = {{1070, 0}, {3000, 0}}};
    auto const made = network({stub, road}, 50.0);
    ASSERT_EQ(made.repairs.size(), 1U);
    EXPECT_DOUBLE_EQ(made.repairs[0].metres, 40.0);
    EXPECT_EQ(made.components, 1U);
}

TEST(NetworkRepair, OpenRoundaboutIsClosed)
{
    auto drawn = roundabout_with_three_roads();
    drawn[0].line.pop_back();  // 17 m are missing
    auto const made = network(drawn, 50.0);
    ASSERT_EQ(made.repairs.size(), 1U);
    EXPECT_NEAR(made.repairs[0].metres, 17.4, 0.1);
}

TEST(NetworkRepair, NeitherBridgesNorExpresswaysAreEnteredMidway)
{
    test::DrawnWay const path{.line = {{500, 40}, {500, 900}}};
    test::DrawnWay const road{.line = {{0, -5}, {1000, -5}}};
    for (auto const& above :
         {test::DrawnWay{.line = {{0, 0}, {1000, 0}}, .klass = WayClass::expressway},
          test::DrawnWay{.line = {{0, 0}, {1000, 0}}, .bridge = true},
          test::DrawnWay{.line = {{0, 0}, {1000, 0}}, .tunnel = true}}) {
        EXPECT_TRUE(network({path, above}, 42.0).repairs.empty());
        auto const made = network({path, above, road}, 46.0);
        ASSERT_GE(made.repairs.size(), 1U);
        EXPECT_TRUE(std::ranges::any_of(made.repairs, [](Repair const& repair) {
            return repair.metres == 45.0 && repair.other == static_cast<geo::WayId>(2);
        }));
    }
}

TEST(NetworkRepair, WithoutSnapNothingIsInvented)
{
    test::DrawnWay const one{.line = {{0, 0}, {1000, 0}}};
    test::DrawnWay const other{.line = {{1000.5, 0}, {2000, 0}}};
    EXPECT_TRUE(network({one, other}, 0.0).repairs.empty());
}

TEST(NetworkRepair, OrderOfWaysDoesNotMatter)
{
    geo::Draws draws{geo::Random{6, "test-ways"}};
    Drawn drawn;
    for (int way = 0; way < 80; ++way) {
        geo::Point const from{4000.0 * draws.uniform(), 4000.0 * draws.uniform()};
        drawn.push_back(
            {.line = {from,
                      {from.x + 600.0 * draws.normal(), from.y + 600.0 * draws.normal()},
                      {from.x + 600.0 * draws.normal(), from.y + 600.0 * draws.normal()}},
             .klass = way % 9 == 0 ? WayClass::expressway : WayClass::local,
             .bridge = way % 7 == 0,
             .level = way % 5 == 0 ? 1 : 0});
    }
    auto const one = network(drawn, 60.0);
    EXPECT_GT(one.repairs.size(), 5U);
    for (std::uint64_t seed = 0; seed < 3; ++seed) {
        Drawn other;
        for (auto const i : test::shuffled(drawn.size(), seed)) {
            other.push_back(drawn[i]);
        }
        auto const again = network(other, 60.0);
        EXPECT_EQ(one.components_before, again.components_before);
        EXPECT_EQ(one.components, again.components);
        auto const lengths = test::lengths_in(one);
        auto const lengths_again = test::lengths_in(again);
        ASSERT_EQ(lengths.size(), lengths_again.size());
        for (std::size_t i = 0; i < lengths.size(); ++i) {
            EXPECT_NEAR(lengths[i], lengths_again[i], 1e-6);
        }
        ASSERT_EQ(one.repairs.size(), again.repairs.size());
        for (std::size_t i = 0; i < one.repairs.size(); ++i) {
            EXPECT_EQ(one.repairs[i].metres, again.repairs[i].metres);
        }
    }
}

// ---- places

TEST(NetworkAnchor, PlaceIsTiedToTheNearestWayWithinReach)
{
    auto const made =
        network({west_east}, 0.0, {{{60, 130}, 30.0}, {{60, 130}, 29.9}, {{-40, 100}, 50.0}});
    ASSERT_TRUE(made.anchors[0]);
    EXPECT_DOUBLE_EQ(made.anchors[0]->metres, 30.0);
    EXPECT_EQ(made.junctions[made.anchors[0]->junction], (geo::Point{60, 100}));
    EXPECT_FALSE(made.anchors[1]);
    ASSERT_TRUE(made.anchors[2]);  // beyond the end: tied to the end
    EXPECT_EQ(made.junctions[made.anchors[2]->junction], (geo::Point{0, 100}));
    EXPECT_DOUBLE_EQ(test::length_of_ways(made), 200.0);
}

TEST(NetworkAnchor, NoReachNoTie)
{
    EXPECT_FALSE(network({west_east}, 0.0, {{{100, 100}, -1.0}}).anchors[0]);
    EXPECT_FALSE(network({}, 0.0, {{{100, 100}, 500.0}}).anchors[0]);
}

TEST(NetworkAnchor, NobodyLivesOnAnExpressway)
{
    auto expressway = west_east;
    expressway.klass = WayClass::expressway;
    test::DrawnWay const road{.line = {{0, 500}, {200, 500}}};
    auto const made = network({expressway, road}, 0.0, {{{100, 110}, 1000.0}});
    ASSERT_TRUE(made.anchors[0]);
    EXPECT_DOUBLE_EQ(made.anchors[0]->metres, 390.0);
}

TEST(NetworkAnchor, ManyPlacesMayShareAPoint)
{
    auto const made =
        network({west_east}, 0.0, {{{60, 130}, 99.0}, {{60, 70}, 99.0}, {{60, 100}, 99.0}});
    EXPECT_EQ(made.anchors[0]->junction, made.anchors[1]->junction);
    EXPECT_EQ(made.anchors[0]->junction, made.anchors[2]->junction);
    EXPECT_DOUBLE_EQ(made.anchors[2]->metres, 0.0);
    EXPECT_EQ(made.pieces.size(), 2U);
}

}  // namespace
}  // namespace marchland::analysis::network
