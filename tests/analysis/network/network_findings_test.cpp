// What a planner is told of a network, one drawing for each kind of trouble; and repairs by name.
#include "analysis/network/network_findings.hpp"

#include "geo/vocabulary/error.hpp"
#include "tests/support/drawn_ways.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace marchland::analysis::network {
namespace {

using Drawn = std::vector<test::DrawnWay>;

std::vector<std::string> rules_of(geo::Findings const& findings)
{
    std::vector<std::string> rules;
    for (auto const& finding : findings) {
        rules.push_back(finding.rule);
    }
    return rules;
}

geo::Findings told(Drawn const& drawn, double snap_m = 0.0)
{
    auto const ways = test::ways_of(drawn);
    return network_findings(network_of(ways, {}, snap_m), ways);
}

using Rules = std::vector<std::string>;

TEST(NetworkFindings, SoundNetworkIsNotSpokenOf)
{
    EXPECT_TRUE(told({{.line = {{0, 0}, {1000, 0}}}, {.line = {{500, 0}, {500, 900}}}}).empty());
    EXPECT_TRUE(network_findings({}, {}).empty());
}

TEST(NetworkFindings, PiecesAndTheirShare)
{
    auto const findings = told({{.line = {{0, 0}, {3000, 0}}}, {.line = {{0, 900}, {1000, 900}}}});
    ASSERT_EQ(rules_of(findings), Rules{"network-fragments"});
    EXPECT_NE(findings[0].message.find("2 separate pieces"), std::string::npos);
    EXPECT_NE(findings[0].message.find("75.0 %"), std::string::npos);
    EXPECT_EQ(findings[0].severity, geo::Severity::warning);
}

TEST(NetworkFindings, APathIsNamedAndPlacedInALayerThatNoReportShows)
{
    auto const findings = told({{.line = {{0, 0}, {3000, 0}}},
                                {.line = {{0, 900}, {1000, 900}}, .kind = geo::WayKind::path},
                                {.line = {{2000, 30}, {2000, 500}}, .kind = geo::WayKind::path}});
    std::size_t placed = 0;
    for (auto const& finding : findings) {
        bool const places = finding.message.find(" at x ") != std::string::npos;
        placed += places ? 1U : 0U;
        EXPECT_TRUE(!places || finding.layer == "paths") << finding.message;
        EXPECT_TRUE(finding.feature.empty() || finding.layer == "paths") << finding.feature;
    }
    EXPECT_EQ(placed, 1U);
}

TEST(NetworkFindings, DeadEndBesideAWay)
{
    test::DrawnWay const road{.line = {{0, 0}, {1000, 0}}};
    auto const ends_at = [&](double y) {
        return rules_of(told({road, {.line = {{300, 0}, {300, 200}, {500, 200}, {500, y}}}}));
    };
    EXPECT_EQ(ends_at(20.0), Rules{"dead-end-near-way"});
    EXPECT_EQ(ends_at(60.0), Rules{});
    EXPECT_EQ(ends_at(4.0), Rules{});
}

TEST(NetworkFindings, BridgeThatSharesACornerWithWhatItCrosses)
{
    test::DrawnWay const before{.line = {{0, 0}, {100, 0}}};
    test::DrawnWay const bridge{.line = {{100, 0}, {150, 0}, {200, 0}}, .bridge = true};
    test::DrawnWay const after{.line = {{200, 0}, {300, 0}}};
    test::DrawnWay const below{.line = {{150, -300}, {150, 0}, {150, 300}}};
    test::DrawnWay const round{.line = {{0, 0}, {0, 300}, {150, 300}}};
    auto const findings = told({before, bridge, after, below, round});
    ASSERT_EQ(rules_of(findings), Rules{"level-conflict"});
    EXPECT_EQ(findings[0].feature, "w1 and w3");
}

TEST(NetworkFindings, BridgeInTheAir)
{
    test::DrawnWay const before{.line = {{0, 0}, {100, 0}}};
    test::DrawnWay const bridge{.line = {{100, 0}, {200, 0}}, .bridge = true};
    EXPECT_EQ(rules_of(told({before, bridge})), Rules{"bridge-in-the-air"});
}

TEST(NetworkFindings, DuplicatesAndLoops)
{
    test::DrawnWay const road{.line = {{0, 0}, {1000, 0}}};
    test::DrawnWay const again{.line = {{1000, 0}, {0, 0}}};
    EXPECT_EQ(rules_of(told({road, again})), Rules{"duplicate-way"});
    test::DrawnWay const twin{.line = {{0, 0}, {500, 400}, {1000, 0}}};
    EXPECT_TRUE(told({road, twin}).empty());
    test::DrawnWay const loop{.line = {{1000, 0}, {1200, 200}, {1200, -200}, {1000, 0}}};
    EXPECT_EQ(rules_of(told({road, loop})), Rules{"self-loop"});
}

TEST(NetworkFindings, OneWayIntoNowhere)
{
    test::DrawnWay const road{.line = {{0, 0}, {1000, 0}}};
    test::DrawnWay const into{.line = {{500, 0}, {500, 400}}, .oneway = geo::Oneway::forward};
    EXPECT_EQ(rules_of(told({road, into})), Rules{"one-way-dead-end"});
    test::DrawnWay const out{.line = {{500, 0}, {500, 400}}, .oneway = geo::Oneway::backward};
    EXPECT_EQ(rules_of(told({road, out})), Rules{"one-way-dead-end"});
    test::DrawnWay const back{.line = {{500, 400}, {900, 400}, {900, 0}},
                              .oneway = geo::Oneway::forward};
    EXPECT_TRUE(told({road, into, back}).empty());
}

TEST(NetworkFindings, ManyAreToldAtOnce)
{
    Drawn drawn{{.line = {{0, 0}, {10000, 0}}}};
    for (int i = 1; i < 9; ++i) {
        drawn.push_back(
            {.line = {{1000.0 * i, 0}, {1000.0 * i, 400}}, .oneway = geo::Oneway::forward});
    }
    auto const findings = told(drawn);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].feature, "w1, w2, w3, w4, w5, ...");
    EXPECT_NE(findings[0].message.find("8 ends"), std::string::npos);
}

// ---- gaps by name

Drawn three_gaps()
{
    // 4 m, 30 m and 120 m, far from one another.
    return {{.line = {{0, 0}, {1000, 0}}},       {.line = {{1004, 0}, {2000, 0}}},
            {.line = {{0, 5000}, {1000, 5000}}}, {.line = {{1030, 5000}, {2000, 5000}}},
            {.line = {{0, 9000}, {1000, 9000}}}, {.line = {{500, 9120}, {500, 9900}}}};
}

Network repaired(GapRules const& rules, Drawn const& drawn = three_gaps())
{
    return network_of(test::ways_of(drawn), {}, rules);
}

TEST(NetworkGaps, WideOnesWantReviewAndWiderOnesAreProposed)
{
    auto const made = repaired({.snap_m = 50.0});
    ASSERT_EQ(made.repairs.size(), 2U);
    EXPECT_FALSE(wants_review(made.repairs[0]));
    EXPECT_TRUE(wants_review(made.repairs[1]));
    ASSERT_EQ(made.proposals.size(), 1U);
    EXPECT_TRUE(wants_review(made.proposals[0]));
    EXPECT_FALSE(made.proposals[0].applied);
    EXPECT_DOUBLE_EQ(made.proposals[0].metres, 120.0);
    EXPECT_EQ(made.proposals[0].kind, RepairKind::end_to_way);
    EXPECT_EQ(made.components, 4U);
}

TEST(NetworkGaps, ProposalsReachFiveTimesAsFarWithinBounds)
{
    EXPECT_DOUBLE_EQ(proposed_up_to_m(0.0), 50.0);
    EXPECT_DOUBLE_EQ(proposed_up_to_m(5.0), 50.0);
    EXPECT_DOUBLE_EQ(proposed_up_to_m(20.0), 100.0);
    EXPECT_DOUBLE_EQ(proposed_up_to_m(125.0), 250.0);
    EXPECT_DOUBLE_EQ(proposed_up_to_m(200.0), 400.0);
    EXPECT_DOUBLE_EQ(proposed_up_to_m(1000.0), 2000.0);
    EXPECT_EQ(repaired({.snap_m = 20.0}).proposals.size(), 1U);  // 30 m, and 120 m is beyond
}

TEST(NetworkGaps, IdsDoNotDependOnOrderOrOtherWays)
{
    auto drawn = three_gaps();
    std::ranges::reverse(drawn);
    drawn.push_back({.line = {{-9000, 0}, {-9000, 500}}});
    auto const once = repaired({});
    auto const again = repaired({}, drawn);
    ASSERT_EQ(again.repairs.size(), 2U);
    for (std::size_t i = 0; i < 2; ++i) {
        EXPECT_EQ(once.repairs[i].id, again.repairs[i].id);
        EXPECT_EQ(once.repairs[i].id.size(), 8U);
    }
    EXPECT_EQ(once.proposals[0].id, again.proposals[0].id);
    EXPECT_NE(once.repairs[0].id, once.repairs[1].id);
}

TEST(NetworkGaps, UndoneAndAccepted)
{
    auto const plain = repaired({});
    auto const asked = repaired({.undo = {plain.repairs[1].id}, .accept = {plain.proposals[0].id}});
    ASSERT_EQ(asked.repairs.size(), 2U);
    EXPECT_EQ(asked.repairs[0].id, plain.repairs[0].id);
    EXPECT_EQ(asked.repairs[1].id, plain.proposals[0].id);
    EXPECT_TRUE(asked.repairs[1].applied);
    ASSERT_EQ(asked.proposals.size(), 1U);
    EXPECT_EQ(asked.proposals[0].id, plain.repairs[1].id);
    EXPECT_NE(asked.proposals[0].reason.find("undone"), std::string::npos);
    EXPECT_EQ(asked.components, plain.components);  // one more gap, one less
}

TEST(NetworkGaps, UnknownIdsAreRefusedWithTheNearest)
{
    auto id = repaired({}).repairs[0].id;
    auto const right = id;
    id.back() = id.back() == 'X' ? 'Y' : 'X';
    try {
        repaired({.undo = {id}});
        FAIL();
    } catch (geo::Error const& error) {
        EXPECT_EQ(error.kind(), geo::Trouble::usage);
        EXPECT_NE(std::string{error.what()}.find("did you mean \"" + right), std::string::npos)
            << error.what();
    }
    EXPECT_THROW(repaired({.accept = {"R0000000"}}), geo::Error);
}

TEST(NetworkGaps, WaysThatShareNodesAreOnlyJoinedWhenAccepted)
{
    auto ways = test::ways_of({{.line = {{0, 0}, {1000, 0}}}, {.line = {{1004, 0}, {2000, 0}}}});
    ways.shared_nodes = geo::Column<geo::WayId, std::uint8_t>{2, 1};
    auto const made = network_of(ways, {}, 50.0);
    EXPECT_TRUE(made.repairs.empty());
    ASSERT_EQ(made.proposals.size(), 1U);
    EXPECT_NE(made.proposals[0].reason.find("OpenStreetMap"), std::string::npos);
    auto const accepted = network_of(ways, {}, {.snap_m = 50.0, .accept = {made.proposals[0].id}});
    EXPECT_EQ(accepted.components, 1U);
}

TEST(NetworkGaps, ComponentsAreNumberedByLength)
{
    auto const made = repaired({.snap_m = 0.0});
    ASSERT_EQ(made.component_m.size(), made.components);
    EXPECT_TRUE(std::ranges::is_sorted(made.component_m, std::greater{}));
    EXPECT_EQ(made.component.size(), made.junctions.size());
}

}  // namespace
}  // namespace marchland::analysis::network
