// Numbers by hand: docs/methods/border-profile.md.
#include "analysis/border/profile.hpp"

#include "analysis/routes/exposure.hpp"
#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/numbers.hpp"
#include "study/input/region.hpp"
#include "tests/support/drawn_ways.hpp"
#include "tests/support/study_folder.hpp"
#include "tests/support/surface_twin.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace marchland::analysis::border {
namespace {

/// Communes at these centres.
geo::Communes communes_at(std::vector<geo::Point> const& centres)
{
    geo::Communes communes;
    for (auto const at : centres) {
        communes.code.push_back("9000" + std::to_string(communes.code.size() + 1));
        communes.name.push_back("Xã " + std::to_string(communes.name.size() + 1));
        geo::Ring const ring{{at.x - 1.0, at.y - 1.0},
                             {at.x + 1.0, at.y - 1.0},
                             {at.x, at.y + 1.0},
                             {at.x - 1.0, at.y - 1.0}};
        communes.shape.push_back({{ring}});
        communes.centre.push_back(at);
    }
    return communes;
}

/// A little land: 21 x 11 cells of 100 m, communes, ways, a border.
struct Land {
    terrain::Surface ground = test::flat(21, 11);
    geo::Communes communes = communes_at({{50.0, 550.0}});
    geo::Ways ways;
    network::Network network;
    geo::MultiLine border{{{2050.0, 50.0}, {2050.0, 1050.0}}};
    geo::PerCommune<std::optional<network::Anchor>> anchors;

    void draw(std::vector<test::DrawnWay> const& drawn)
    {
        ways = test::ways_of(drawn);
        network = network::network_of(ways, {}, 0.0);
    }
    BorderProfile profile(BorderProfileOptions const& options = {}, geo::Job const& job = {}) const
    {
        return border_profile({communes, border, ground, network, ways, anchors}, options, job);
    }
};

double const walk = travel::foot_speed_kmh(travel::FootSpeed::tobler, 0.0);

TEST(BorderProfile, OneRoadByHand)
{
    Land land;
    land.draw({{.line = {{50.0, 550.0}, {2050.0, 550.0}}}});
    auto const profile = land.profile();
    ASSERT_EQ(profile.stretches.size(), 1U);
    auto const& stretch = profile.stretches[0];
    EXPECT_EQ(stretch.part, 1U);
    EXPECT_EQ(stretch.from_km, 0.0);
    EXPECT_EQ(stretch.to_km, 1.0);
    EXPECT_NEAR(stretch.hours, 2.0 / 28.0, 1e-9);
    EXPECT_NEAR(stretch.hours_low, 2.0 / 28.0 / 1.25, 1e-9);
    EXPECT_NEAR(stretch.hours_high, 2.0 / 28.0 / 0.8, 1e-9);
    EXPECT_EQ(stretch.commune, geo::CommuneId{0});
    EXPECT_EQ(stretch.slow_share, 0.0);
    EXPECT_EQ(stretch.known_share, 1.0);
    EXPECT_TRUE(profile.findings.empty());
}

TEST(BorderProfile, StretchesAreReachedAtTheirQuickestPoint)
{
    Land land;
    land.draw({{.line = {{50.0, 550.0}, {2050.0, 550.0}}}});
    auto const rows = land.profile({.stretch_m = 200.0}).stretches;
    ASSERT_EQ(rows.size(), 5U);
    // y 50-250, 250-450, 450-650 (the road), ...: rows of cells 3, 1 and 0 away from it.
    EXPECT_NEAR(rows[0].hours, 2.0 / 28.0 + 0.3 / walk, 1e-9);
    EXPECT_NEAR(rows[1].hours, 2.0 / 28.0 + 0.1 / walk, 1e-9);
    EXPECT_NEAR(rows[2].hours, 2.0 / 28.0, 1e-9);
    EXPECT_NEAR(rows[4].to_km, 1.0, 1e-12);
}

TEST(BorderProfile, UnsurePathsWidenTheBand)
{
    Land land;
    auto const profile_if = [&land](double p_exists) {
        land.draw({{.line = {{50.0, 550.0}, {2050.0, 550.0}},
                    .klass = geo::WayClass::path,
                    .kind = geo::WayKind::path,
                    .p_exists = p_exists}});
        return land.profile().stretches[0];
    };
    auto const likely = profile_if(0.7);
    EXPECT_NEAR(likely.hours, 2.0 / 8.0, 1e-9);
    EXPECT_NEAR(likely.hours_low, 2.0 / 8.0 / 1.25, 1e-9);
    EXPECT_NEAR(likely.hours_high, 2.0 / walk / 0.8, 1e-9);
    auto const unlikely = profile_if(0.2);
    EXPECT_NEAR(unlikely.hours, 2.0 / walk, 1e-9);
    EXPECT_NEAR(unlikely.hours_low, 2.0 / 8.0 / 1.25, 1e-9);
}

TEST(BorderProfile, TheNearestCommuneIsNamed)
{
    Land land;
    land.communes = communes_at({{50.0, 50.0}, {1850.0, 950.0}});
    auto const rows = land.profile({.stretch_m = 500.0}).stretches;
    ASSERT_EQ(rows.size(), 2U);
    for (auto const& row : rows) {
        EXPECT_EQ(row.commune, geo::CommuneId{1});
    }
    EXPECT_NEAR(rows[1].hours, 0.2 / walk, 1e-9);
}

TEST(BorderProfile, ACommuneAlsoStartsFromItsAnchor)
{
    Land land;
    land.communes = communes_at({{-5000.0, 550.0}});  // off the terrain
    land.draw({{.line = {{50.0, 550.0}, {2050.0, 550.0}}}});
    EXPECT_TRUE(std::isnan(land.profile().stretches[0].hours));
    std::size_t west = land.network.junctions[geo::JunctionId{0}].x < 1000.0 ? 0 : 1;
    land.anchors.push_back(network::Anchor{static_cast<geo::JunctionId>(west), 500.0});
    EXPECT_NEAR(land.profile().stretches[0].hours, 0.5 / 10.0 + 2.0 / 28.0, 1e-9);
    EXPECT_EQ(land.profile().stretches[0].commune, geo::CommuneId{0});
}

TEST(BorderProfile, ATerrainThatCoversAPartLeavesTheRestUnknown)
{
    Land land;
    land.border = {{{2050.0, 50.0}, {2050.0, 3050.0}}};
    auto const profile = land.profile();
    ASSERT_EQ(profile.stretches.size(), 3U);
    EXPECT_NEAR(profile.stretches[0].hours, 2.0 / walk, 1e-9);
    EXPECT_NEAR(profile.stretches[1].known_share, 0.05, 1e-9);  // y 1050 to 1100
    EXPECT_TRUE(std::isnan(profile.stretches[2].hours));
    EXPECT_TRUE(std::isnan(profile.stretches[2].hours_low));
    EXPECT_TRUE(std::isnan(profile.stretches[2].slow_share));
    EXPECT_EQ(profile.stretches[2].known_share, 0.0);
    EXPECT_FALSE(profile.stretches[2].commune);
    ASSERT_EQ(profile.findings.size(), 1U);
    EXPECT_EQ(profile.findings[0].rule, "no-figure");
    EXPECT_TRUE(profile.findings[0].message.starts_with("1 of 3"));
}

TEST(BorderProfile, SteepAndShutGroundIsSlow)
{
    Land land;
    for (std::size_t row = 0; row < 11; ++row) {
        for (std::size_t column = 0; column < 21; ++column) {
            land.ground.height[row * 21 + column] = 80.0 * static_cast<double>(column % 2) *
                                                    (row < 5 ? 1.0 : 0.0);  // ridges in the north
        }
    }
    auto const rows = land.profile({.stretch_m = 300.0}).stretches;
    EXPECT_EQ(rows.front().slow_share, 0.0);
    EXPECT_EQ(rows.back().slow_share, 1.0);
    land.ground.friction.assign(land.ground.cells.size(), 1.0);
    for (std::size_t row = 8; row < 11; ++row) {
        land.ground.friction[row * 21 + 20] = geo::infinite;  // a river
    }
    auto const shut = land.profile({.stretch_m = 200.0});
    EXPECT_EQ(shut.stretches[0].slow_share, 1.0);
    EXPECT_TRUE(std::isnan(shut.stretches[0].hours));
    EXPECT_EQ(shut.stretches[0].known_share, 1.0);  // the ground is known; nobody crosses it
}

TEST(BorderProfile, PartsAreToldAndCountedApart)
{
    Land land;
    land.border = {{{1500.0, 500.0}, {1500.0, 1000.0}}, {{900.0, 100.0}, {200.0, 100.0}}};
    auto const profile = land.profile();
    ASSERT_EQ(profile.stretches.size(), 2U);
    EXPECT_EQ(profile.stretches[0].part, 1U);
    EXPECT_NEAR(profile.stretches[0].to_km, 0.7, 1e-12);  // the western one first
    EXPECT_EQ(profile.stretches[1].part, 2U);
    EXPECT_EQ(profile.stretches[1].from_km, 0.0);
    ASSERT_EQ(profile.findings.size(), 1U);
    EXPECT_EQ(profile.findings[0].rule, "border-in-parts");
    EXPECT_NE(profile.findings[0].message.find("721 m"), std::string::npos);  // 600 and 400
}

TEST(BorderProfile, CoarseTerrainIsSaid)
{
    Land land;
    land.ground.cells.metres = 100.1;
    EXPECT_EQ(land.profile().findings.at(0).rule, "coarse-terrain");
}

TEST(BorderProfile, NoBorderMakesNoProfile)
{
    Land land;
    land.border.clear();
    EXPECT_TRUE(land.profile().stretches.empty());
    EXPECT_EQ(land.profile().findings.at(0).rule, "no-border");
}

TEST(BorderProfile, NeedsTerrainAndSense)
{
    Land land;
    EXPECT_THROW(land.profile({.stretch_m = 0.0}), geo::Error);
    EXPECT_THROW(land.profile({.quickest = 0.5}), geo::Error);
    land.ground.height.clear();
    EXPECT_THROW(land.profile(), geo::Error);
}

TEST(BorderProfile, JoinedWhateverTheOrderAndDirection)
{
    geo::Line const whole{{0.0, 0.0}, {10.0, 5.0}, {20.0, 0.0}, {30.0, 8.0}, {40.0, 0.0}};
    geo::MultiLine pieces{
        {whole[0], whole[1]}, {whole[1], whole[2]}, {whole[2], whole[3], whole[4]}};
    std::vector<std::size_t> order{0, 1, 2};
    do {
        for (unsigned flips = 0; flips < 8; ++flips) {
            geo::MultiLine mixed;
            for (auto const i : order) {
                mixed.push_back(pieces[i]);
                if ((flips >> i & 1U) != 0) {
                    std::ranges::reverse(mixed.back());
                }
            }
            EXPECT_EQ(joined_border(mixed, 1.0), geo::MultiLine{whole});
        }
    } while (std::ranges::next_permutation(order).found);
}

TEST(BorderProfile, SmallGapsCloseAndWideOnesStay)
{
    geo::MultiLine const gap{{{0.0, 0.0}, {10.0, 0.0}}, {{10.5, 0.0}, {20.0, 0.0}}};
    EXPECT_EQ(joined_border(gap, 1.0).size(), 1U);
    EXPECT_EQ(joined_border(gap, 0.4).size(), 2U);
}

TEST(BorderProfile, ARingStartsInTheWest)
{
    geo::Line const ring{{5.0, 5.0}, {10.0, 0.0}, {5.0, -5.0}, {0.0, 0.0}, {5.0, 5.0}};
    geo::Line const wanted{{0.0, 0.0}, {5.0, 5.0}, {10.0, 0.0}, {5.0, -5.0}, {0.0, 0.0}};
    EXPECT_EQ(joined_border({ring}, 1.0), geo::MultiLine{wanted});
    EXPECT_EQ(joined_border({{ring.rbegin(), ring.rend()}}, 1.0), geo::MultiLine{wanted});
}

TEST(BorderProfile, CancelStopsIt)
{
    Land land;
    land.ground = test::flat(1200, 1200);
    land.border = {{{600.0, 50.0}, {600.0, 100000.0}}};
    std::stop_source stop;
    geo::Job const job{stop.get_token(), [&stop](double fraction) {
                           if (fraction > 0.05) {
                               stop.request_stop();
                           }
                       }};
    EXPECT_THROW(land.profile({}, job), geo::Cancelled);
}

TEST(BorderProfile, ABadTerrainIsToldWithTheStudy)
{
    test::StudyFolder const folder;
    auto const file = test::write_study(folder);
    std::ofstream{file, std::ios::app} << "\n[terrain]\nsource = \"dem.asc\"\n";
    folder.write("dem.asc", "ncols 2\nnrows 2\nxllcorner 0\nyllcorner 0\ncellsize 9\n1 2\n3 4\n");
    auto const region = study::read_region(study::read_study_file(file));
    EXPECT_FALSE(region.terrain);
    auto const told = std::ranges::find(region.findings, "no-crs", &geo::Finding::rule);
    ASSERT_NE(told, region.findings.end());
    EXPECT_EQ(told->layer, "terrain");
    EXPECT_EQ(told->file, "dem.asc");
    EXPECT_EQ(told->severity, geo::Severity::error);
}

/// The bundled region: synthetic terrain, true places.
struct TrainingRegion {
    study::Region region;
    network::Network network;
    routes::Anchors anchors;
    terrain::Surface ground;

    TrainingRegion()
    {
        auto const study = study::read_study_file(std::filesystem::path{MARCHLAND_SOURCE} /
                                                  "datasets/lang-son/study.toml");
        region = study::read_region(study);
        network = network::network_of(
            region.ways, routes::places_of(region.communes, region.crossings, region.markets),
            study.snap_m);
        anchors = routes::anchors_of(network, region.communes, region.crossings, region.markets);
        ground = {.cells = region.terrain->cells,
                  .height = region.terrain->values,
                  .foot = study.foot_speed,
                  .underfoot = travel::Underfoot::off_path};
    }
    BorderProfile profile(geo::Job const& job = {}) const
    {
        return border_profile(
            {region.communes, region.border, ground, network, region.ways, anchors.communes}, {},
            job);
    }
};

TEST(BorderProfile, TrainingRegion)
{
    TrainingRegion const training;
    auto const profile = training.profile(geo::Job{{}, {}, 1});
    double length = 0.0;
    for (auto const& line : training.region.border) {
        length += geo::length_of(line) / 1000.0;
    }
    ASSERT_GT(profile.stretches.size(), 100U);
    EXPECT_NEAR(profile.stretches.back().to_km, length, 1e-6);
    double before = 0.0;
    for (auto const& stretch : profile.stretches) {
        EXPECT_EQ(stretch.from_km, before);
        before = stretch.to_km;
        EXPECT_GT(stretch.hours, 0.0);
        EXPECT_LT(stretch.hours, 12.0);
        EXPECT_LT(stretch.hours_low, stretch.hours);
        EXPECT_GT(stretch.hours_high, stretch.hours);
        EXPECT_TRUE(stretch.commune);
    }
    auto const again = training.profile(geo::Job{{}, {}, 3});
    ASSERT_EQ(again.stretches.size(), profile.stretches.size());
    for (std::size_t i = 0; i < again.stretches.size(); ++i) {
        EXPECT_EQ(again.stretches[i].hours, profile.stretches[i].hours);
        EXPECT_EQ(again.stretches[i].hours_high, profile.stretches[i].hours_high);
        EXPECT_EQ(again.stretches[i].commune, profile.stretches[i].commune);
    }
}

}  // namespace
}  // namespace marchland::analysis::border
