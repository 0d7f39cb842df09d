// Places beside the network, against the same places as the network's own.
#include "analysis/routes/places_beside.hpp"

#include "tests/support/drawn_region.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace marchland::analysis::routes {
namespace {

using Spots = std::vector<std::optional<geo::Point>>;

/// A cross of two roads, a way of one direction beyond, and an expressway.
std::vector<test::DrawnWay> const ways_drawn{
    {.line = {{0.0, 0.0}, {10000.0, 0.0}}},
    {.line = {{5000.0, 0.0}, {5000.0, 8000.0}}},
    {.line = {{10000.0, 0.0}, {20000.0, 0.0}}, .oneway = geo::Oneway::forward},
    {.line = {{0.0, -3000.0}, {10000.0, -3000.0}}, .klass = geo::WayClass::expressway}};
std::vector<geo::Point> const centres{{0.0, 100.0}, {5000.0, 8000.0}, {20000.0, 0.0}};
Spots const spots{geo::Point{2500.0, 300.0}, geo::Point{5200.0, 4000.0},
                  geo::Point{15000.0, -200.0}, geo::Point{5000.0, -2900.0}};

TEST(PlacesBeside, HoursAreThoseOfTheNetworksOwnPlaces)
{
    std::vector<geo::Point> markets;
    for (auto const& spot : spots) {
        markets.push_back(*spot);
    }
    auto const own = test::region_of(ways_drawn, centres, {}, markets);
    auto const beside = test::region_of(ways_drawn, centres, {});
    auto const places = places_beside(beside.network, beside.ways, spots);
    auto const hours = hours_to_places(beside.network, beside.graph, beside.anchors, places,
                                       travel::Profile::motorbike);
    for (auto const id : hours.ids()) {
        for (std::size_t i = 0; i < spots.size(); ++i) {
            if (std::isinf(own.exposure.to_market[id][i])) {
                EXPECT_TRUE(std::isinf(hours[id][i])) << i;
            } else {
                EXPECT_NEAR(hours[id][i], own.exposure.to_market[id][i], 1e-4) << i;
            }
        }
    }
    EXPECT_TRUE(std::isfinite(hours[geo::CommuneId{0}][2]));
    EXPECT_TRUE(std::isinf(hours[geo::CommuneId{2}][2]));  // against the one direction
}

TEST(PlacesBeside, FarAndUnknownPlacesAreNotTied)
{
    auto const region = test::region_of(ways_drawn, centres, {});
    auto const places =
        places_beside(region.network, region.ways, Spots{std::nullopt, geo::Point{0.0, 90000.0}});
    EXPECT_FALSE(places[0] || places[1]);
    auto const hours = hours_to_places(region.network, region.graph, region.anchors, places,
                                       travel::Profile::motorbike);
    EXPECT_TRUE(std::isinf(hours[geo::CommuneId{0}][0]));
}

TEST(PlacesBeside, ThreadsDoNotChangeTheAnswer)
{
    auto const region = test::region_of(ways_drawn, centres, {});
    auto const places = places_beside(region.network, region.ways, spots);
    auto const with = [&](unsigned threads) {
        return hours_to_places(region.network, region.graph, region.anchors, places,
                               travel::Profile::motorbike, geo::Job{{}, {}, threads});
    };
    EXPECT_EQ(with(1), with(7));
}

}  // namespace
}  // namespace marchland::analysis::routes
