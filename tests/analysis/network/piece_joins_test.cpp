// Pieces that stand apart, joined where they come nearest: one drawing for each way to come near.
#include "analysis/network/network.hpp"

#include "geo/vocabulary/random.hpp"
#include "tests/support/drawn_ways.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace marchland::analysis::network {
namespace {

using geo::WayClass;
using test::DrawnWay;
using Drawn = std::vector<DrawnWay>;

Network joined(Drawn const& drawn, double snap_m, std::vector<std::string> const& undo = {})
{
    return network_of(test::ways_of(drawn), {}, {.snap_m = snap_m, .undo = undo});
}

std::vector<double> widths(std::vector<Repair> const& repairs)
{
    std::vector<double> metres;
    for (auto const& repair : repairs) {
        metres.push_back(repair.metres);
    }
    return metres;
}

/// Of one piece, by one repair of a kind and width.
void expect_one(Network const& made, RepairKind kind, double metres)
{
    ASSERT_EQ(made.repairs.size(), 1U);
    EXPECT_EQ(made.repairs[0].kind, kind);
    EXPECT_NEAR(made.repairs[0].metres, metres, 1e-9);
    EXPECT_EQ(made.components, 1U);
}

DrawnWay const road{.line = {{0, 0}, {3000, 0}}};

TEST(PieceJoins, EndToEnd)
{
    expect_one(joined({road, {.line = {{3040, 0}, {5000, 0}}}}, 50.0), RepairKind::end_to_end,
               40.0);
}

TEST(PieceJoins, EndToLine)
{
    expect_one(joined({road, {.line = {{1500, 40}, {1500, 2000}}}}, 50.0), RepairKind::end_to_way,
               40.0);
}

TEST(PieceJoins, JunctionToLine)
{
    // Two ways of one piece meet 40 m from the road; no end of theirs is loose there.
    DrawnWay const left{.line = {{500, 900}, {1500, 40}}};
    DrawnWay const right{.line = {{1500, 40}, {2500, 900}}};
    auto const made = joined({road, left, right}, 50.0);
    expect_one(made, RepairKind::way_to_way, 40.0);
    EXPECT_EQ(made.repairs[0].from, (geo::Point{1500, 40}));
    EXPECT_EQ(made.repairs[0].to, (geo::Point{1500, 0}));
    EXPECT_EQ(joined({road, left, right}, 39.9).components, 2U);
}

TEST(PieceJoins, JunctionToJunction)
{
    //  \ /
    //   |  30 m
    //  / \.
    Drawn const drawn{{.line = {{-900, 900}, {0, 30}}},
                      {.line = {{0, 30}, {900, 900}}},
                      {.line = {{-900, -900}, {0, 0}}},
                      {.line = {{0, 0}, {900, -900}}}};
    auto const made = joined(drawn, 50.0);
    expect_one(made, RepairKind::way_to_way, 30.0);
    EXPECT_EQ(made.junctions.size(), 6U);  // the repair goes from junction to junction
}

TEST(PieceJoins, LineToLine)
{
    // A bend comes near the middle of a straight road.
    DrawnWay const bend{.line = {{200, 900}, {1100, 45}, {2500, 900}}};
    expect_one(joined({road, bend}, 50.0), RepairKind::way_to_way, 45.0);
}

TEST(PieceJoins, ParallelRoadsAreJoinedOnce)
{
    auto const made = joined({road, {.line = {{-500, 25}, {3500, 25}}}}, 50.0);
    ASSERT_EQ(made.components, 1U);
    EXPECT_EQ(made.components_before, 2U);
    EXPECT_DOUBLE_EQ(made.repairs[0].metres, 25.0);
    EXPECT_EQ(made.repairs[0].kind, RepairKind::end_to_way);
}

TEST(PieceJoins, FeedersAreTiedToTheRoadAndNotToOneAnother)
{
    //  |  25 m  |
    //  | 15     | 15
    // -+--------+---
    DrawnWay const one{.line = {{1000, 15}, {1000, 900}}};
    DrawnWay const other{.line = {{1025, 15}, {1625, 900}}};
    auto const made = joined({road, one, other}, 50.0);
    EXPECT_EQ(made.components, 1U);
    EXPECT_EQ(widths(made.repairs), (std::vector{15.0, 15.0}));
    for (auto const& repair : made.repairs) {
        EXPECT_EQ(repair.other, static_cast<geo::WayId>(0));
    }
}

TEST(PieceJoins, FeedersOfOnePieceToo)
{
    // The same where both hang together far away: a long way round is no reason to miss the road.
    DrawnWay const both{.line = {{1000, 15}, {1000, 9000}, {1025, 9000}, {1025, 15}}};
    auto const made = joined({road, both}, 50.0);
    ASSERT_EQ(made.repairs.size(), 2U);
    EXPECT_EQ(widths(made.repairs), (std::vector{15.0, 15.0}));
}

TEST(PieceJoins, GoOnUntilNoPieceIsApart)
{
    // A row of short roads: each is near the next only.
    Drawn drawn;
    for (int i = 0; i < 30; ++i) {
        drawn.push_back({.line = {{140.0 * i, 0}, {140.0 * i + 100.0, 0}}});
    }
    auto const made = joined(drawn, 40.0);
    EXPECT_EQ(made.components_before, 30U);
    EXPECT_EQ(made.components, 1U);
    EXPECT_EQ(made.repairs.size(), 29U);
    EXPECT_EQ(joined(drawn, 39.9).components, 30U);
}

TEST(PieceJoins, WhoMayNotUseExpresswaysDoesNotDependOnThem)
{
    // The expressway joins both roads; the 40 m between these are closed all the same.
    DrawnWay const expressway{.line = {{3000, 0}, {3020, 20}, {3040, 0}},
                              .klass = WayClass::expressway};
    auto const made = joined({road, expressway, {.line = {{3040, 0}, {5000, 0}}}}, 50.0);
    EXPECT_EQ(made.components_before, 1U);
    ASSERT_EQ(made.repairs.size(), 1U);
    EXPECT_DOUBLE_EQ(made.repairs[0].metres, 40.0);
}

TEST(PieceJoins, ExpresswaysAreEnteredMidwayFromLargeRoadsOnly)
{
    DrawnWay const expressway{.line = {{0, 0}, {3000, 0}}, .klass = WayClass::expressway};
    for (auto const klass : {WayClass::national, WayClass::expressway, WayClass::local}) {
        DrawnWay const ramp{.line = {{1500, 40}, {1500, 900}}, .klass = klass};
        EXPECT_EQ(joined({expressway, ramp}, 50.0).components, klass == WayClass::local ? 2U : 1U);
    }
}

TEST(PieceJoins, WhatPassesAboveIsJoinedAtItsEndsOnly)
{
    DrawnWay const above{.line = {{100, 900}, {1500, 20}, {2900, 900}}, .level = 1};
    EXPECT_EQ(joined({road, above}, 50.0).components, 2U);
    DrawnWay const down{.line = {{100, 900}, {1500, 20}}, .level = 1};
    EXPECT_EQ(joined({road, down}, 50.0).components, 1U);
}

TEST(PieceJoins, UndoneRepairIsAProposal)
{
    Drawn const drawn{road, {.line = {{1500, 40}, {1500, 2000}}}};
    auto const made = joined(drawn, 50.0);
    ASSERT_EQ(made.repairs.size(), 1U);
    auto const undone = joined(drawn, 50.0, {made.repairs[0].id});
    EXPECT_TRUE(undone.repairs.empty());
    EXPECT_EQ(undone.components, 2U);
    ASSERT_EQ(undone.proposals.size(), 1U);
    EXPECT_EQ(undone.proposals[0].id, made.repairs[0].id);
    EXPECT_FALSE(undone.proposals[0].applied);
}

TEST(PieceJoins, WiderGapsAreProposed)
{
    auto const made = joined({road, {.line = {{1500, 120}, {1500, 2000}}}}, 50.0);
    EXPECT_EQ(made.components, 2U);
    EXPECT_EQ(widths(made.proposals), std::vector{120.0});
}

Drawn scattered(std::uint64_t seed)
{
    geo::Draws draws{geo::Random{seed, "test-pieces"}};
    Drawn drawn;
    for (int way = 0; way < 120; ++way) {
        geo::Point const from{6000.0 * draws.uniform(), 6000.0 * draws.uniform()};
        drawn.push_back(
            {.line = {from,
                      {from.x + 200.0 * draws.normal(), from.y + 200.0 * draws.normal()},
                      {from.x + 200.0 * draws.normal(), from.y + 200.0 * draws.normal()}}});
    }
    return drawn;
}

/// The least distance between two ways, by the slow and obvious way.
double between(geo::Line const& a, geo::Line const& b)
{
    double least = geo::distance(a.front(), b.front());
    for (auto const& [one, other] : {std::pair{a, b}, std::pair{b, a}}) {
        for (auto const corner : one) {
            for (std::size_t i = 1; i < other.size(); ++i) {
                least =
                    std::min(least, geo::foot_on_segment(corner, other[i - 1], other[i]).distance);
            }
        }
    }
    return least;
}

TEST(PieceJoins, NoTwoPiecesAreLeftWithinReach)
{
    constexpr double snap_m = 120.0;
    for (std::uint64_t seed = 0; seed < 5; ++seed) {
        auto const ways = test::ways_of(scattered(seed));
        auto const made = network_of(ways, {}, snap_m);
        EXPECT_LT(made.components, made.components_before);
        EXPECT_GT(made.components, 1U);
        geo::Column<geo::WayId, std::uint32_t> piece_of{ways.size()};
        for (auto const& piece : made.pieces) {
            if (piece.way) {
                piece_of[*piece.way] = made.component[piece.from];
            }
        }
        for (auto const a : piece_of.ids()) {
            for (auto const b : piece_of.ids()) {
                if (piece_of[a] != piece_of[b]) {
                    EXPECT_GT(between(ways.line[a], ways.line[b]), snap_m - 0.02);
                }
            }
        }
    }
}

TEST(PieceJoins, ThreadsDoNotChangeTheAnswer)
{
    auto const ways = test::ways_of(scattered(7));
    auto const one = network_of(ways, {}, 120.0, geo::Job{{}, {}, 1});
    auto const two = network_of(ways, {}, 120.0, geo::Job{{}, {}, 2});
    ASSERT_EQ(one.repairs.size(), two.repairs.size());
    for (std::size_t i = 0; i < one.repairs.size(); ++i) {
        EXPECT_EQ(one.repairs[i].id, two.repairs[i].id);
    }
    EXPECT_EQ(test::lengths_in(one), test::lengths_in(two));
}

}  // namespace
}  // namespace marchland::analysis::network
