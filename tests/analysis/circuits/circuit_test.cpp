// Nodes that are one, and nodes that are source and ground at once.
#include "analysis/circuits/circuit.hpp"
#include "analysis/circuits/current_flow.hpp"
#include "geo/vocabulary/error.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

namespace marchland::analysis::circuits {
namespace {

using Node = std::uint32_t;

std::string words_of(auto&& work)
{
    try {
        work();
    } catch (geo::Error const& error) {
        EXPECT_EQ(error.kind(), geo::Trouble::usage);
        return error.what();
    }
    return "nothing was thrown";
}

TEST(ShortCircuit, JoinsRegionsThatMeet)
{
    ShortCircuit joined{8};
    joined.join(std::vector<Node>{6, 4});
    joined.join(std::vector<Node>{3, 7, 5});
    joined.join(std::vector<Node>{5, 6});
    joined.join(std::vector<Node>{1});
    joined.join(std::vector<Node>{});
    for (Node const one : {3U, 4U, 5U, 6U, 7U}) {
        EXPECT_EQ(joined.of(one), 3U) << one;
    }
    for (Node const alone : {0U, 1U, 2U}) {
        EXPECT_EQ(joined.of(alone), alone);
    }
}

TEST(ShortCircuit, RefusesAnUnknownNode)
{
    ShortCircuit joined{3};
    EXPECT_NE(words_of([&] {
                  joined.join(std::vector<Node>{0, 3});
              }).find("node 3; there are 3"),
              std::string::npos);
}

/// The square of docs/methods/current-flow.md with its far side walked for nothing.
TEST(ShortCircuit, MakesTheLongWayShorter)
{
    std::vector<Conductor> const square{{0, 1, 1.0}, {0, 2, 1.0}, {2, 3, 1.0}, {3, 1, 1.0}};
    ShortCircuit joined{4};
    joined.join(std::vector<Node>{3, 2});
    auto const flow =
        current_flow(square, {{1.0, 0.0, 0.0, 0.0}, {0.0, tied_to_ground, 0.0, 0.0}}, joined);
    EXPECT_NEAR(flow.voltage[0], 2.0 / 3.0, 1e-15);
    EXPECT_NEAR(flow.voltage[2], 1.0 / 3.0, 1e-15);
    EXPECT_EQ(flow.voltage[3], flow.voltage[2]);
    EXPECT_EQ(flow.edge_current[2], 0.0);
    EXPECT_NEAR(flow.node_current[3], 1.0 / 3.0, 1e-15) << "once, not for each of its nodes";
    EXPECT_EQ(flow.node_current[3], flow.node_current[2]);
}

TEST(ShortCircuit, SumsWhatLiesInARegion)
{
    std::vector<Conductor> const line{{0, 1, 2.0}};
    ShortCircuit joined{3};
    joined.join(std::vector<Node>{1, 2});
    auto const flow = current_flow(line, {{1.0, 0.0, 2.0}, {0.0, 0.5, 1.0}}, joined);
    EXPECT_NEAR(flow.voltage[1], 2.0, 1e-15) << "3 through 0.5 + 1.0";
    EXPECT_NEAR(flow.voltage[2], 2.0, 1e-15);
    EXPECT_NEAR(flow.voltage[0], 2.5, 1e-15);
}

struct Rule {
    Conflict conflict;
    double source;  ///< left of 2
    double ground;  ///< left of 0.5
    double tie;     ///< left of a tie
};

class Conflicts : public testing::TestWithParam<Rule> {};

TEST_P(Conflicts, AreSettledByTheRule)
{
    Terminals both{{2.0, 2.0, 1.0, 0.0}, {0.5, tied_to_ground, 0.0, 3.0}};
    resolve(both, GetParam().conflict);
    EXPECT_EQ(both.source, (std::vector{GetParam().source, GetParam().source, 1.0, 0.0}));
    EXPECT_EQ(both.ground, (std::vector{GetParam().ground, GetParam().tie, 0.0, 3.0}));
}

INSTANTIATE_TEST_SUITE_P(Each, Conflicts,
                         testing::Values(Rule{Conflict::keep_both, 2.0, 0.5, 0.0},
                                         Rule{Conflict::drop_source, 0.0, 0.5, tied_to_ground},
                                         Rule{Conflict::drop_ground, 2.0, 0.0, 0.0},
                                         Rule{Conflict::drop_both, 0.0, 0.0, 0.0}));

TEST(Conflicts, WhatIsTakenOutOfATiedNodeIsKept)
{
    Terminals both{{-1.0}, {tied_to_ground}};
    resolve(both, Conflict::keep_both);
    EXPECT_EQ(both.source[0], -1.0);
    EXPECT_EQ(both.ground[0], tied_to_ground);
}

TEST(Settled, MakesSourcesOneAndGroundsTies)
{
    ShortCircuit const apart{3};
    auto const found =
        settled({{5.0, -3.0, 0.0}, {0.0, 0.0, 0.25}}, {Conflict::keep_both, true, true}, apart);
    EXPECT_EQ(found.source, (std::vector{1.0, 1.0, 0.0}));
    EXPECT_EQ(found.ground, (std::vector{0.0, 0.0, tied_to_ground}));
}

TEST(Settled, SeesConflictsWithinARegion)
{
    ShortCircuit joined{4};
    joined.join(std::vector<Node>{0, 1});
    Terminals const given{{1.0, 0.0, 4.0, 0.0}, {0.0, 2.0, 0.0, 1.0}};
    auto const found = settled(given, {Conflict::drop_source}, joined);
    EXPECT_EQ(found.source, (std::vector{0.0, 0.0, 4.0, 0.0}));
    EXPECT_EQ(found.ground, (std::vector{2.0, 0.0, 0.0, 1.0}));
}

TEST(Settled, RefusesWhatCannotFlow)
{
    ShortCircuit const apart{2};
    EXPECT_NE(words_of([&] {
                  settled({{1.0, 0.0}, {0.0, 0.0}}, {}, apart);
              }).find("no ground"),
              std::string::npos);
    EXPECT_NE(words_of([&] {
                  settled({{0.0, 0.0}, {0.0, 1.0}}, {}, apart);
              }).find("no source"),
              std::string::npos);
    Terminals const conflict{{1.0, 0.0}, {2.0, 0.0}};
    EXPECT_NE(
        words_of([&] { settled(conflict, {Conflict::drop_source}, apart); }).find("no source"),
        std::string::npos);
    EXPECT_NE(
        words_of([&] { settled(conflict, {Conflict::drop_ground}, apart); }).find("no ground"),
        std::string::npos);
    EXPECT_NE(words_of([&] { settled(conflict, {Conflict::drop_both}, apart); }).find("no source"),
              std::string::npos);
    EXPECT_NO_THROW(settled(conflict, {Conflict::keep_both}, apart));
}

TEST(Settled, RefusesWhatIsNoNumber)
{
    ShortCircuit const apart{2};
    EXPECT_THROW(settled({{NAN, 1.0}, {1.0, 0.0}}, {}, apart), geo::Error);
    EXPECT_THROW(settled({{1.0, 1.0}, {-1.0, 0.0}}, {}, apart), geo::Error);
    EXPECT_THROW(settled({{1.0}, {1.0, 0.0}}, {}, apart), geo::Error);
    EXPECT_NE(words_of([&] {
                  settled({{1.0}, {1.0}}, {}, apart);
              }).find("of 1 nodes in a circuit of 2"),
              std::string::npos);
    EXPECT_THROW(current_flow(std::vector<Conductor>{{0, 2, 1.0}}, {{1.0, 0.0}, {0.0, 1.0}}, apart),
                 geo::Error);
}

}  // namespace
}  // namespace marchland::analysis::circuits
