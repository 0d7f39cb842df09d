// The cost model: seasons, nights and slopes.
#include "analysis/routes/slopes.hpp"
#include "analysis/travel/travel_model.hpp"

#include "tests/support/hand_graphs.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace marchland::analysis::travel {
namespace {

TEST(TravelModel, WetAndDarkOnlyEverSlow)
{
    for (auto const profile : {Profile::motorbike, Profile::foot, Profile::car}) {
        TravelModel wet{profile};
        wet.season = Season::wet;
        TravelModel dark{profile};
        dark.night = true;
        for (std::size_t k = 0; k < 10; ++k) {
            auto const klass = static_cast<geo::WayClass>(k);
            EXPECT_LE(speed_kmh(wet, klass), speed_kmh(profile, klass));
            EXPECT_LE(speed_kmh(dark, klass), speed_kmh(profile, klass));
        }
        EXPECT_EQ(speed_kmh(wet, geo::WayClass::national),
                  speed_kmh(profile, geo::WayClass::national));
        EXPECT_LT(access_speed_kmh(wet), access_speed_kmh(profile));
        EXPECT_LT(access_speed_kmh(dark), access_speed_kmh(profile));
    }
}

TEST(TravelModel, ExpresswaysAreForCarsUnlessSaidOtherwise)
{
    EXPECT_EQ(speed_kmh(Profile::motorbike, geo::WayClass::expressway), 0.0);
    EXPECT_EQ(speed_kmh(Profile::foot, geo::WayClass::expressway), 0.0);
    EXPECT_GT(speed_kmh(Profile::car, geo::WayClass::expressway), 0.0);
    TravelModel told{Profile::motorbike};
    told.kmh[0] = 50.0;  // expressway_kmh in [travel]
    EXPECT_EQ(speed_kmh(told, geo::WayClass::expressway), 50.0);
}

TEST(TravelModel, ByHand)
{
    TravelModel model{Profile::motorbike};
    model.season = Season::wet;
    model.night = true;
    EXPECT_NEAR(speed_kmh(model, geo::WayClass::track), 12.0 / (1.4 * 1.3),
                1e-12);                                    // 6.6 instead of 12
    EXPECT_NEAR(slope_factor(model, 0.10), 1.24, 1e-12);   // 4 x (10 % - 4 %) more
    EXPECT_NEAR(slope_factor(model, -0.10), 1.12, 1e-12);  // half of it downhill
    EXPECT_EQ(slope_factor(model, 0.03), 1.0);
    EXPECT_NEAR(slope_factor(Profile::foot, 0.1), std::exp(3.5 * 0.1),
                1e-12);  // Tobler: uphill 1.42
    EXPECT_NEAR(slope_factor(Profile::foot, -0.05), std::exp(-3.5 * 0.05), 1e-12);
    EXPECT_EQ(geo::Hours{crossing_delay(model, geo::CrossingClass::ford)}.count(), 10.0 / 60.0);
}

/// Ground that rises to the east by `slope`.
geo::Raster ramp(double slope)
{
    geo::Raster raster{
        .cells = {.corner = {-1000.0, 1000.0}, .metres = 100.0, .columns = 60, .rows = 20},
        .values = {}};
    for (std::size_t cell = 0; cell < raster.cells.size(); ++cell) {
        raster.values.push_back(slope * raster.cells.centre(cell).x);
    }
    return raster;
}

network::Network one_piece(geo::Line line)
{
    network::Network network;
    network.junctions.push_back(line.front());
    network.junctions.push_back(line.back());
    double const metres = geo::length_of(line);
    network.pieces.push_back({static_cast<geo::JunctionId>(0), static_cast<geo::JunctionId>(1),
                              static_cast<geo::WayId>(0), std::move(line), metres});
    return network;
}

TEST(Slopes, UphillIsTheDirectionOfTravel)
{
    auto const ways = test::ways_of({{{{0.0, 0.0}, {4000.0, 0.0}}}});
    auto network = one_piece(ways.line[static_cast<geo::WayId>(0)]);
    routes::weigh_slopes(ramp(0.1), ways, Profile::foot, network);
    EXPECT_NEAR(network.pieces[0].slower_there, std::exp(3.5 * 0.1), 1e-9);
    EXPECT_NEAR(network.pieces[0].slower_back, std::exp(3.5 * (0.05 - 0.05)),
                1e-9);  // -10 % is as far from -5 % as 0 is
    routes::weigh_slopes(ramp(0.0), ways, Profile::foot, network);
    EXPECT_EQ(network.pieces[0].slower_there, 1.0);
}

TEST(Slopes, AcrossTheSlopeAndOnBridgesItIsFlat)
{
    auto const across = test::ways_of({{{{500.0, -500.0}, {500.0, 500.0}}}});
    auto network = one_piece(across.line[static_cast<geo::WayId>(0)]);
    routes::weigh_slopes(ramp(0.3), across, Profile::motorbike, network);
    EXPECT_NEAR(network.pieces[0].slower_there, 1.0, 1e-9);
    auto const bridge = test::ways_of({{.line = {{0.0, 0.0}, {2000.0, 0.0}}, .bridge = true}});
    auto over = one_piece(bridge.line[static_cast<geo::WayId>(0)]);
    routes::weigh_slopes(ramp(0.3), bridge, Profile::motorbike, over);
    EXPECT_EQ(over.pieces[0].slower_there, 1.0);
}

TEST(Slopes, WhereNoHeightIsKnownAWayIsFlat)
{
    auto const ways = test::ways_of({{{{0.0, 0.0}, {2000.0, 0.0}}}});
    auto network = one_piece(ways.line[static_cast<geo::WayId>(0)]);
    auto holes = ramp(0.2);
    std::ranges::fill(holes.values, std::nan(""));
    routes::weigh_slopes(holes, ways, Profile::foot, network);
    EXPECT_EQ(network.pieces[0].slower_there, 1.0);
}

TEST(Slopes, ReachTheTimesOfTheGraph)
{
    auto const ways =
        test::ways_of({{.line = {{0.0, 0.0}, {4000.0, 0.0}}, .klass = geo::WayClass::path}});
    auto network = one_piece(ways.line[static_cast<geo::WayId>(0)]);
    routes::weigh_slopes(ramp(0.1), ways, Profile::foot, network);
    routes::RouteGraph const graph{network, ways, Profile::foot};
    auto const up = graph.tree(static_cast<geo::JunctionId>(0), routes::Direction::from_root)
                        .ticks[static_cast<geo::JunctionId>(1)];
    auto const down = graph.tree(static_cast<geo::JunctionId>(1), routes::Direction::from_root)
                          .ticks[static_cast<geo::JunctionId>(0)];
    EXPECT_NEAR(routes::hours_of(up), std::exp(0.35), 1e-5);  // 4 km at 4 km/h, 1.42 times as long
    EXPECT_NEAR(routes::hours_of(down), 1.0, 1e-5);
}

}  // namespace
}  // namespace marchland::analysis::travel
