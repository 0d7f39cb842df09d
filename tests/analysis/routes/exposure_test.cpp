// Numbers by hand: docs/methods/exposure.md.
#include "analysis/routes/exposure.hpp"

#include "geo/vocabulary/numbers.hpp"
#include "tests/support/drawn_maps.hpp"
#include "tests/support/drawn_region.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace marchland::analysis::routes {
namespace {

using geo::CrossingClass;
using geo::CrossingStatus;

// 28 km of local road, an hour on a motorbike.
test::DrawnWay const road{.line = {{0, 0}, {28000, 0}}};

double hours(test::DrawnRegion const& region, std::size_t id, std::size_t gate)
{
    return region.exposure.to_crossing[test::commune(id)][gate];
}

TEST(Exposure, OneRoadByHand)
{
    // 0.5 km to the road at 10 km/h, 1 h along it, 0.1 km to the gate, 20 minutes at the gate.
    auto const region =
        test::region_of({road}, {{0, 500}}, {{.at = {28000, 100}}}, {{14000, -1000}});
    EXPECT_NEAR(hours(region, 0, 0), 0.05 + 1.0 + 0.01 + 1.0 / 3.0, 1e-6);
    EXPECT_NEAR(region.exposure.to_market[test::commune(0)][0], 0.05 + 0.5 + 0.1, 1e-6);
}

TEST(Exposure, NobodyChecksAtInformalPoints)
{
    auto const region = test::region_of({road}, {{0, 500}},
                                        {{.at = {28000, 100}, .klass = CrossingClass::informal}});
    EXPECT_NEAR(hours(region, 0, 0), 0.05 + 1.0 + 0.01, 1e-6);
}

TEST(Exposure, ClosedIsInfinitelyFar)
{
    auto const region = test::region_of({road}, {{0, 500}},
                                        {{.at = {28000, 100}, .status = CrossingStatus::closed},
                                         {.at = {28000, 100}, .status = CrossingStatus::unknown}});
    EXPECT_TRUE(std::isinf(hours(region, 0, 0)));
    EXPECT_FALSE(region.exposure.trees[test::crossing(0)]);
    EXPECT_TRUE(std::isfinite(hours(region, 0, 1)));  // not known to be closed
}

TEST(Exposure, ReachIsWhatTheRegisterIsSureOf)
{
    auto const region = test::region_of(
        {road}, {{0, 19000}, {0, 21000}},
        {{.at = {28000, 2900}}, {.at = {28000, 3100}}, {.at = {28000, 3100}, .accuracy_m = 4000.0}},
        {{0, 4900}, {0, 5100}});
    EXPECT_TRUE(std::isfinite(hours(region, 0, 0)));
    EXPECT_TRUE(std::isinf(hours(region, 0, 1)));
    EXPECT_TRUE(std::isfinite(hours(region, 0, 2)));
    EXPECT_TRUE(std::isinf(hours(region, 1, 0)));  // 20 km is too far to be called near a road
    EXPECT_TRUE(std::isfinite(region.exposure.to_market[test::commune(0)][0]));
    EXPECT_TRUE(std::isinf(region.exposure.to_market[test::commune(0)][1]));
}

TEST(Exposure, PlacesWithoutCoordinatesStayOff)
{
    auto communes = test::communes_at({{0, 0}});
    communes.shape[test::commune(0)].clear();
    auto crossings = test::crossings_at({{.at = {0, 0}}});
    crossings.at[test::crossing(0)].reset();
    for (auto const& place : places_of(communes, crossings, {})) {
        EXPECT_LT(place.reach_m, 0.0);
    }
}

TEST(Exposure, NearestIsTheFirstOfTheLeast)
{
    double const far = geo::infinite;
    EXPECT_EQ(nearest_of({3.0, 1.0, 1.0}), 1U);
    EXPECT_EQ(nearest_of({far, 2.0}), 1U);
    EXPECT_FALSE(nearest_of({far, far}));
    EXPECT_FALSE(nearest_of({}));
}

TEST(Exposure, NoRoadsNoHours)
{
    auto const region = test::region_of({}, {{0, 500}}, {{.at = {28000, 100}}}, {{0, 0}});
    EXPECT_TRUE(std::isinf(hours(region, 0, 0)));
    EXPECT_TRUE(std::isinf(region.exposure.to_market[test::commune(0)][0]));
}

TEST(Exposure, ThreadsDoNotChangeTheAnswer)
{
    std::vector<test::DrawnWay> grid;
    std::vector<geo::Point> centres;
    std::vector<test::DrawnCrossing> gates;
    for (int i = 0; i < 8; ++i) {
        grid.push_back({.line = {{0, 1000.0 * i}, {7000, 1000.0 * i}}});
        grid.push_back({.line = {{1000.0 * i, 0}, {1000.0 * i, 7000}}});
        centres.push_back({900.0 * i, 330.0 * i});
        gates.push_back({.at = {700.0 * i, 7000.0}});
    }
    auto const one = test::region_of(grid, centres, gates, centres, geo::Job{{}, {}, 1});
    for (unsigned const threads : {2U, 7U}) {
        auto const many = test::region_of(grid, centres, gates, centres, geo::Job{{}, {}, threads});
        EXPECT_EQ(one.exposure.to_crossing, many.exposure.to_crossing);
        EXPECT_EQ(one.exposure.to_market, many.exposure.to_market);
    }
}

}  // namespace
}  // namespace marchland::analysis::routes
