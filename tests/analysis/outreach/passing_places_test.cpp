// Where many pass, on networks small enough to see the answer.
#include "analysis/outreach/passing_places.hpp"

#include "tests/support/drawn_maps.hpp"
#include "tests/support/drawn_movement.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace marchland::analysis::outreach {
namespace {

using geo::index_of;

/// Three villages, a fork, and one road from it to the only gate:
///   a ---+
///   b ---F---- gate
///   c ---+
test::DrawnMovement funnel(std::vector<double> const& people)
{
    return test::movement_over(test::region_of({{.line = {{0, 5000}, {5000, 0}}},
                                                {.line = {{0, 0}, {5000, 0}}},
                                                {.line = {{0, -5000}, {5000, 0}}},
                                                {.line = {{5000, 0}, {10000, 0}}}},
                                               {{0, 5000}, {0, 0}, {0, -5000}},
                                               {{.at = {10000, 0}}}),
                               people);
}

TEST(PassingPlaces, AFunnelHasItsForkAndItsGate)
{
    auto const place = funnel({1.0, 2.0, 4.0});
    auto const found = passing_places(place.routes, place.ground(), place.movement);
    ASSERT_EQ(found.junctions.size(), 1U);
    auto const& fork = found.junctions.front();
    EXPECT_EQ(place.routes.network.junctions[fork.junction], (geo::Point{5000, 0}));
    EXPECT_NEAR(fork.flow.mean, 7.0, 1e-6);
    EXPECT_LE(fork.flow.lower, fork.flow.mean);
    EXPECT_GE(fork.flow.upper, fork.flow.mean);
    EXPECT_EQ(fork.communes, 3U);
    EXPECT_EQ(fork.ways.size(), 4U);
    EXPECT_TRUE(fork.articulation);
    EXPECT_DOUBLE_EQ(fork.cut_off, 7.0);

    ASSERT_EQ(found.crossings.size(), 1U);  // nearer to the border than the road to it
    EXPECT_TRUE(found.ways.empty());
    EXPECT_EQ(index_of(found.crossings.front().crossing), 0U);
    EXPECT_EQ(found.crossings.front().communes, 3U);
    EXPECT_DOUBLE_EQ(found.crossings.front().cut_off, 7.0);
}

TEST(PassingPlaces, NobodyPassesWhereNobodyGoes)
{
    auto const place = funnel({0.0, 0.0, 0.0});
    auto const found = passing_places(place.routes, place.ground(), place.movement);
    EXPECT_TRUE(found.junctions.empty() && found.crossings.empty() && found.ways.empty());
}

/// Two villages, one road between two rings, and two gates beyond it: the road is the cut.
///   a --+        +-- gate 0
///       F ------ G
///   b --+        +-- gate 1
TEST(PassingPlaces, TheOneRoadToTwoGatesIsTheCut)
{
    auto const place = test::movement_over(
        test::region_of({{.line = {{0, 3000}, {3000, 0}}},
                         {.line = {{0, -3000}, {3000, 0}}},
                         {.line = {{3000, 0}, {9000, 0}}},
                         {.line = {{9000, 0}, {12000, 3000}}},
                         {.line = {{9000, 0}, {12000, -3000}}}},
                        {{0, 3000}, {0, -3000}}, {{.at = {12000, 3000}}, {.at = {12000, -3000}}}),
        {3.0, 5.0});
    auto const found = passing_places(place.routes, place.ground(), place.movement);
    EXPECT_TRUE(found.crossings.empty());
    ASSERT_EQ(found.ways.size(), 1U);
    auto const& road = found.ways.front();
    EXPECT_EQ(road.ways, (std::vector{static_cast<geo::WayId>(2)}));
    EXPECT_NEAR(road.flow.mean, 8.0, 1e-6);
    EXPECT_LE(road.flow.lower, road.flow.mean);
    EXPECT_GE(road.flow.upper, road.flow.mean);
    EXPECT_EQ(road.communes, 2U);
    EXPECT_NEAR(road.cut_off, 8.0, 1e-9);
    // One fork sees everybody: the other adds nothing and is not named.
    ASSERT_EQ(found.junctions.size(), 1U);
    EXPECT_NEAR(found.junctions.front().cut_off, 8.0, 1e-9);
}

TEST(PassingPlaces, ARingHasNoArticulationPoint)
{
    auto const place =
        test::movement_over(test::region_of({{.line = {{0, 0}, {5000, 2000}}},
                                             {.line = {{5000, 2000}, {10000, 0}}},
                                             {.line = {{0, 0}, {5000, -2000}}},
                                             {.line = {{5000, -2000}, {10000, 0}}},
                                             {.line = {{5000, 2000}, {5000, -2000}}}},
                                            {{0, 0}}, {{.at = {10000, 0}}}),
                            {1.0});
    auto const found = passing_places(place.routes, place.ground(), place.movement);
    ASSERT_FALSE(found.junctions.empty());
    for (auto const& junction : found.junctions) {
        EXPECT_FALSE(junction.articulation);
        EXPECT_EQ(junction.cut_off, 0.0);
    }
}

}  // namespace
}  // namespace marchland::analysis::outreach
