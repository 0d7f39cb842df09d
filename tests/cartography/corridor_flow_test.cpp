#include "cartography/map/corridor_flow.hpp"

#include "tests/support/fake_results.hpp"

#include <gtest/gtest.h>

using namespace marchland;
using namespace marchland::cartography;
using support::Hidden;

namespace {

results::CorridorRow corridor(std::string const& crossing, double flow, geo::Line line)
{
    results::CorridorRow row;
    row.crossing = crossing;
    row.flow = flow;
    row.informal_share = 0.0;
    row.line = {std::move(line)};
    return row;
}

/// A road west to east, shared; the branch at its end belongs to one corridor alone.
results::Results shared_road()
{
    results::Results results;
    results.crossings.push_back({"G", "Gate", results::CrossingClass::international});
    results.corridors = {corridor("G", 3.0, {{0, 0}, {1, 0}, {2, 0}}),
                         corridor("G", 1.0, {{2, 1}, {2, 0}, {1, 0}, {0, 0}})};
    return results;
}

}  // namespace

TEST(CorridorFlow, FlowsOfASharedRoadAddUp)
{
    auto const results = shared_road();
    auto const lines = corridor_lines(discreet(results));
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[0].points, (geo::Line{{2, 1}, {2, 0}}));
    EXPECT_FLOAT_EQ(lines[0].weight, 0.5F);  // the root of 1 in 4
    EXPECT_EQ(lines[1].points, (geo::Line{{0, 0}, {1, 0}, {2, 0}}));
    EXPECT_FLOAT_EQ(lines[1].weight, 1.0F);
}

TEST(CorridorFlow, FaintStretchesAreLeftOut)
{
    auto results = shared_road();
    results.corridors[1].flow = 0.001;
    EXPECT_EQ(corridor_lines(discreet(results)).size(), 1U);
}

TEST(CorridorFlow, InformalCorridorsAddNothing)
{
    auto results = shared_road();
    results.crossings.push_back({Hidden::id, Hidden::name, results::CrossingClass::informal,
                                 results::CrossingStatus::open, true});
    auto const before = corridor_lines(discreet(results));
    results.corridors.push_back(corridor(Hidden::id, 50.0, {{0, 0}, {1, 0}, {9, 9}}));
    auto partly = corridor("G", 50.0, {{0, 0}, {1, 0}, {9, 9}});
    partly.informal_share = 0.01;
    results.corridors.push_back(partly);
    auto const after = corridor_lines(discreet(results));
    ASSERT_EQ(before.size(), after.size());
    for (std::size_t i = 0; i < before.size(); ++i) {
        EXPECT_EQ(before[i].points, after[i].points);
        EXPECT_EQ(before[i].weight, after[i].weight);
    }
}
