// Numbers by hand: docs/methods/surface.md, docs/methods/border-profile.md.
#include "analysis/terrain/open_country.hpp"

#include "analysis/border/profile.hpp"
#include "geo/vocabulary/error.hpp"
#include "tests/support/drawn_ways.hpp"
#include "tests/support/surface_twin.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace marchland::analysis::terrain {
namespace {

travel::LandClasses const classes{{1, travel::Cover::open},
                                  {2, travel::Cover::low},
                                  {3, travel::Cover::medium},
                                  {4, travel::Cover::dense},
                                  {5, travel::Cover::water}};

/// 21 x 11 flat cells of 100 m; a commune in the west, the border in the east.
struct Plain {
    geo::Raster terrain{{{0.0, 1100.0}, 100.0, 21, 11}, std::vector<double>(231, 0.0)};
    std::optional<geo::Raster> cover;
    std::vector<geo::River> rivers;
    geo::Crossings crossings;
    geo::Communes communes;
    geo::MultiLine border{{{2050.0, 50.0}, {2050.0, 1050.0}}};
    std::vector<test::DrawnWay> drawn;

    Plain()
    {
        communes.code.push_back("90001");
        communes.name.push_back("Xã 1");
        communes.shape.push_back({{{{0.0, 500.0}, {100.0, 500.0}, {50.0, 600.0}, {0.0, 500.0}}}});
        communes.centre.push_back({50.0, 550.0});
    }

    void cover_all(double code) { cover = {terrain.cells, std::vector<double>(231, code)}; }

    /// From the south to the north at 1000 m, in column 10.
    void add_river(bool ford = false, double width_m = 0.0)
    {
        rivers.push_back({"r", {{1050.0, -100.0}, {1050.0, 1200.0}}, width_m, ford});
    }

    void add_ford(geo::Point at, geo::CrossingStatus status = geo::CrossingStatus::open)
    {
        crossings.id.push_back("F" + std::to_string(crossings.id.size()));
        crossings.name.push_back("");
        crossings.klass.push_back(geo::CrossingClass::ford);
        crossings.status.push_back(status);
        crossings.at.push_back(at);
        crossings.accuracy_m.push_back(std::nan(""));
    }

    OpenCountry country(travel::TravelModel const& travel) const
    {
        return open_country({terrain, cover ? &*cover : nullptr, classes, rivers, crossings},
                            travel);
    }

    border::BorderStretch stretch(travel::TravelModel const& travel) const
    {
        auto const ways = test::ways_of(drawn);
        auto const network = network::network_of(ways, {}, 0.0);
        auto const on = country(travel);
        return border::border_profile({communes, border, on.ground, network, ways, {}, on.water},
                                      {.travel = travel})
            .stretches.at(0);
    }

    double hours(travel::TravelModel const& travel = {}) const { return stretch(travel).hours; }
};

double const walk = travel::foot_speed_kmh(travel::FootSpeed::tobler, 0.0);

travel::TravelModel with(void (*change)(travel::TravelModel&))
{
    travel::TravelModel travel;
    change(travel);
    return travel;
}

travel::TravelModel const dry;
travel::TravelModel const wet =
    with([](travel::TravelModel& travel) { travel.season = travel::Season::wet; });
travel::TravelModel const dark = with([](travel::TravelModel& travel) { travel.night = true; });

TEST(OpenCountry, SeasonNightAndOffPathByHand)
{
    Plain const plain;
    EXPECT_NEAR(plain.hours(), 2.0 / (0.6 * walk), 1e-9);  // 2 km at 3.02 km/h
    EXPECT_NEAR(plain.hours(wet), 2.0 * 2.0 / (0.6 * walk), 1e-9);
    EXPECT_NEAR(plain.hours(dark), 1.3 * 2.0 / (0.6 * walk), 1e-9);
    EXPECT_NEAR(plain.hours(with([](auto& travel) { travel.off_path = 0.5; })), 2.0 / (0.5 * walk),
                1e-9);
    EXPECT_NEAR(plain.hours(with([](auto& travel) { travel.off_path = 1.0; })), 2.0 / walk, 1e-9);
    auto const clarke =
        with([](auto& travel) { travel.foot = travel::FootSpeed::irmischer_clarke; });
    EXPECT_NEAR(plain.hours(clarke),
                2.0 / travel::foot_speed_kmh(travel::FootSpeed::irmischer_clarke, 0.0,
                                             travel::Underfoot::off_path),
                1e-9);
}

TEST(OpenCountry, LandCoverByHand)
{
    Plain plain;
    double const speeds[]{5.0, 4.0, 3.0, 2.0};
    for (auto const rule : {travel::FootSpeed::tobler, travel::FootSpeed::irmischer_clarke,
                            travel::FootSpeed::langmuir}) {
        travel::TravelModel travel;
        travel.foot = rule;
        for (std::size_t i = 0; i < 4; ++i) {
            plain.cover_all(static_cast<double>(i + 1));
            EXPECT_NEAR(plain.hours(travel), 2.0 / speeds[i], 1e-9);
        }
        for (double const strange : {17.0, std::nan("")}) {  // a code without meaning, a hole
            plain.cover_all(strange);
            EXPECT_NEAR(plain.hours(travel),
                        2.0 / travel::foot_speed_kmh(rule, 0.0, travel::Underfoot::off_path), 1e-9);
        }
    }
    plain.cover_all(4.0);
    EXPECT_NEAR(plain.hours(with([](auto& travel) { travel.cover_kmh[3] = 1.0; })), 2.0, 1e-9);
}

TEST(OpenCountry, WhatGrowsDenserIsNeverQuicker)
{
    Plain plain;
    geo::Draws draws{geo::Random{5, "test-country"}};
    for (int trial = 0; trial < 20; ++trial) {
        plain.cover_all(2.0);
        for (auto& height : plain.terrain.values) {
            height = 40.0 * draws.uniform();
        }
        double before = plain.hours();
        for (int more = 0; more < 4; ++more) {  // low to dense, cell by cell
            for (auto& code : plain.cover->values) {
                code = draws.uniform() < 0.3 ? 4.0 : code;
            }
            double const after = plain.hours();
            EXPECT_GE(after, before - 1e-12);
            before = after;
        }
    }
}

TEST(OpenCountry, ARiverWithoutABridgeCuts)
{
    Plain plain;
    plain.add_river();
    EXPECT_TRUE(std::isnan(plain.hours()));
    plain.drawn = {{.line = {{850.0, 550.0}, {1250.0, 550.0}}}};  // a way over it is a bridge
    EXPECT_NEAR(plain.hours(), 1.6 / (0.6 * walk) + 0.4 / 28.0, 1e-9);
    plain.drawn[0].bridge = true;
    EXPECT_NEAR(plain.hours(), 1.6 / (0.6 * walk) + 0.4 / 28.0, 1e-9);
    plain.drawn[0] = {.line = plain.drawn[0].line, .klass = geo::WayClass::ferry};
    EXPECT_NEAR(plain.hours(), 1.6 / (0.6 * walk) + 0.4 / 6.0, 1e-9);
    plain.drawn[0] = {.line = {{850.0, 550.0}, {950.0, 550.0}}};  // ends at the bank
    EXPECT_TRUE(std::isnan(plain.hours()));
}

TEST(OpenCountry, ABridgeNeverLengthensAndARiverNeverShortens)
{
    geo::Draws draws{geo::Random{6, "test-country"}};
    for (int trial = 0; trial < 30; ++trial) {
        Plain plain;
        for (auto& height : plain.terrain.values) {
            height = 60.0 * draws.uniform();
        }
        double const free = plain.hours();
        plain.rivers.push_back({"r", {}, 250.0 * draws.uniform(), trial % 3 == 0});
        for (double y = -100.0; y <= 900.0;
             y += 200.0) {  // it ends before the north: there is a way round
            plain.rivers[0].line.push_back({700.0 + 600.0 * draws.uniform(), y});
        }
        double const round = plain.hours();
        EXPECT_GE(round, free - 1e-12);
        double before = round;
        for (int bridges = 0; bridges < 3; ++bridges) {
            double const y = 1000.0 * draws.uniform();
            plain.drawn.push_back({.line = {{400.0, y}, {1600.0, y + 50.0}}, .bridge = true});
            double const after = plain.hours();
            EXPECT_LE(after, before + 1e-12);
            before = after;
        }
    }
}

TEST(OpenCountry, FordsBySeasonByHand)
{
    Plain plain;
    plain.add_river(true);
    auto const summer = plain.stretch(dry);
    double const ground = 2.0 / (0.6 * walk);
    EXPECT_NEAR(summer.hours, ground + 10.0 / 60.0, 1e-9);  // 40 minutes of ground, 10 of water
    EXPECT_NEAR(summer.hours_low, summer.hours / 1.25, 1e-9);
    EXPECT_NEAR(summer.hours_high, summer.hours / 0.8, 1e-9);
    auto const rains = plain.stretch(wet);  // a chance of 0.3: for the best case only
    EXPECT_TRUE(std::isnan(rains.hours));
    EXPECT_NEAR(rains.hours_low, (2.0 * ground + 10.0 / 60.0) / 1.25, 1e-9);
    EXPECT_TRUE(std::isnan(rains.hours_high));
    auto shallow = wet;
    shallow.wet_ford = 0.6;
    EXPECT_NEAR(plain.stretch(shallow).hours, 2.0 * ground + 10.0 / 60.0, 1e-9);
    EXPECT_TRUE(std::isnan(plain.stretch(shallow).hours_high));
    shallow.wet_ford = 0.0;
    EXPECT_TRUE(std::isnan(plain.stretch(shallow).hours_low));
}

TEST(OpenCountry, AFordOfTheRegisterOpensARiver)
{
    Plain plain;
    plain.add_river();
    plain.add_ford({1080.0, 550.0}, geo::CrossingStatus::closed);
    EXPECT_TRUE(std::isnan(plain.hours()));
    plain.add_ford({1080.0, 550.0});
    EXPECT_NEAR(plain.hours(), 2.0 / (0.6 * walk) + 10.0 / 60.0, 1e-9);
    EXPECT_TRUE(std::isnan(plain.hours(wet)));
    EXPECT_TRUE(plain.country(dry).findings.empty());
    plain.add_ford({1800.0, 550.0});
    auto const told = plain.country(dry).findings;
    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(told[0].rule, "ford-at-no-river");
    EXPECT_EQ(told[0].feature, "F2");
}

TEST(OpenCountry, AWideFordTakesItsMinutesOnce)
{
    for (double const width : {0.0, 300.0, 500.0}) {
        Plain plain;
        plain.add_river(true, width);
        EXPECT_NEAR(plain.hours(), 2.0 / (0.6 * walk) + 10.0 / 60.0, 1e-9) << width;
    }
}

TEST(OpenCountry, WetAndDarkAreNeverQuicker)
{
    geo::Draws draws{geo::Random{7, "test-country"}};
    for (int trial = 0; trial < 30; ++trial) {
        Plain plain;
        plain.cover_all(3.0);
        for (std::size_t cell = 0; cell < plain.terrain.values.size(); ++cell) {
            plain.terrain.values[cell] = 50.0 * draws.uniform();
            plain.cover->values[cell] = 1.0 + std::floor(4.0 * draws.uniform());
        }
        plain.add_river(trial % 2 == 0);
        plain.drawn = {{.line = {{50.0, 50.0}, {1600.0, 1000.0 * draws.uniform()}},
                        .klass = trial % 3 == 0 ? geo::WayClass::path : geo::WayClass::local,
                        .p_exists = draws.uniform()}};
        auto const never_quicker = [](double slow, double quick) {
            return std::isnan(slow) || slow >= quick - 1e-12;
        };
        auto const base = plain.stretch(dry);
        for (auto const* const travel : {&wet, &dark}) {
            auto const slower = plain.stretch(*travel);
            EXPECT_TRUE(never_quicker(slower.hours, base.hours));
            EXPECT_TRUE(never_quicker(slower.hours_low, base.hours_low));
            EXPECT_TRUE(never_quicker(slower.hours_high, base.hours_high));
        }
    }
}

TEST(OpenCountry, WhereTheBorderIsTheRiverTheBankIsTheBorder)
{
    Plain plain;
    plain.border = {{{1050.0, 50.0}, {1050.0, 1050.0}}};
    double const without = plain.hours();
    EXPECT_NEAR(without, 1.0 / (0.6 * walk), 1e-9);
    plain.add_river();
    auto const stretch = plain.stretch(dry);
    EXPECT_NEAR(stretch.hours, 0.9 / (0.6 * walk), 1e-9);  // the cell before the river
    EXPECT_EQ(stretch.slow_share, 1.0);
    EXPECT_EQ(stretch.commune, geo::CommuneId{0});
    plain.rivers.clear();
    plain.add_river(false, 500.0);  // columns 8 to 12
    EXPECT_NEAR(plain.hours(), 0.7 / (0.6 * walk), 1e-9);
    plain.rivers.clear();
    plain.add_river(true);
    EXPECT_NEAR(plain.hours(), 0.9 / (0.6 * walk), 1e-9);
}

TEST(OpenCountry, WaterInTheLandCoverIsABarrierToo)
{
    Plain plain;
    plain.cover_all(1.0);
    for (std::size_t row = 0; row < 11; ++row) {
        plain.cover->values[row * 21 + 10] = 5.0;
    }
    EXPECT_TRUE(std::isnan(plain.hours()));
    plain.add_river(true);  // that water can be waded through
    EXPECT_NEAR(plain.hours(), 1.9 / 5.0 + 0.1 / (0.6 * walk) + 10.0 / 60.0, 1e-9);
}

TEST(OpenCountry, SlopesCanBeTurnedOff)
{
    Plain plain;
    for (std::size_t cell = 0; cell < plain.terrain.values.size(); ++cell) {
        plain.terrain.values[cell] = 30.0 * static_cast<double>(cell % 2);
    }
    plain.terrain.values[3] = std::nan("");
    auto const flat = with([](auto& travel) { travel.slope = false; });
    EXPECT_GT(plain.hours(), 1.1 * plain.hours(flat));
    EXPECT_NEAR(plain.hours(flat), 2.0 / (0.6 * walk), 1e-9);
    EXPECT_TRUE(std::isnan(plain.country(flat).ground.height[3]));  // a hole stays one
}

TEST(OpenCountry, TheModelOfTheStudyCountsAlongWaysToo)
{
    Plain plain;
    plain.drawn = {{.line = {{50.0, 550.0}, {2050.0, 550.0}}, .klass = geo::WayClass::track}};
    EXPECT_NEAR(plain.hours(dry), 2.0 / 12.0, 1e-9);
    EXPECT_NEAR(plain.hours(wet), 1.4 * 2.0 / 12.0, 1e-9);
    EXPECT_NEAR(plain.hours(dark), 1.3 * 2.0 / 12.0, 1e-9);
    EXPECT_NEAR(plain.hours(with([](auto& travel) { travel.kmh[6] = 20.0; })), 2.0 / 20.0, 1e-9);
}

TEST(OpenCountry, MotorsClimbAsOnTheRouteGraph)
{
    auto const ground = test::flat(21, 3);
    auto const ways = test::ways_of({{.line = {{50.0, 150.0}, {2050.0, 150.0}}}});
    auto network = network::network_of(ways, {}, 0.0);
    network.pieces[0].slower_there = 1.5;
    network.pieces[0].slower_back = 1.2;
    auto const laid = lay_on(ground, network, ways, travel::Profile::motorbike);
    double there = 0.0;
    double back = 0.0;
    for (auto const& arc : laid.arcs) {
        bool const east = laid.nodes[arc.to].at.x > laid.nodes[arc.from].at.x;
        (east ? there : back) += arc.cost / 3600.0;
    }
    bool const drawn_east = ways.line[geo::WayId{0}].front().x < 100.0 &&
                            network.junctions[network.pieces[0].from].x < 100.0;
    EXPECT_NEAR(drawn_east ? there : back, 1.5 * 2.0 / 28.0, 1e-9);
    EXPECT_NEAR(drawn_east ? back : there, 1.2 * 2.0 / 28.0, 1e-9);
}

TEST(OpenCountry, CancelStopsIt)
{
    Plain plain;
    plain.cover_all(1.0);
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW(
        open_country({plain.terrain, &*plain.cover, classes, plain.rivers, plain.crossings}, dry,
                     geo::Job{stop.get_token()}),
        geo::Cancelled);
}

TEST(OpenCountry, NeedsOneGridForAll)
{
    Plain plain;
    plain.cover_all(1.0);
    plain.cover->cells.metres = 90.0;
    EXPECT_THROW(plain.country(dry), geo::Error);
}

}  // namespace
}  // namespace marchland::analysis::terrain
