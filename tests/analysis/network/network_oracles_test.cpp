// Thousands of crossings against GEOS, and the main roads of Viet Nam as OpenStreetMap has them.
#include "analysis/network/network.hpp"

#include "geo/layers/ways.hpp"
#include "tests/support/drawn_ways.hpp"
#include "tests/support/reference.hpp"

#include <gtest/gtest.h>

#include <fstream>

namespace marchland::analysis::network {
namespace {

/// The reference segments, drawn `scale` times as large.
geo::Ways segments(std::filesystem::path const& file, double scale)
{
    std::ifstream in{file};
    std::vector<test::DrawnWay> drawn;
    char comma = 0;
    geo::Point a;
    geo::Point b;
    while (in >> a.x >> comma >> a.y >> comma >> b.x >> comma >> b.y) {
        drawn.push_back({.line = {{scale * a.x, scale * a.y}, {scale * b.x, scale * b.y}}});
    }
    return test::ways_of(drawn);
}

TEST(NetworkOracle, FiveThousandSegmentsAsGeosCutsThem)
{
    auto const file = test::shared / "reference/routes/noding/segments_x1_y1_x2_y2.csv";
    MARCHLAND_NEEDS(file);
    // GEOS holds every two points apart, we those of another centimetre: drawn large it is the same.
    for (double const scale : {1000.0, 1.0}) {
        auto const ways = segments(file, scale);
        ASSERT_EQ(ways.size(), 5000U);
        auto const made = network_of(ways, {}, 0.0);
        std::printf(
            "    %4.0f to 1: pieces %zu (GEOS 19858), junctions %zu (GEOS 17429), length %.6f\n",
            scale, made.pieces.size(), made.junctions.size(), test::length_of_ways(made) / scale);
        double const allowed = scale > 1.0 ? 0.0 : 4.0;
        EXPECT_NEAR(static_cast<double>(made.pieces.size()), 19858.0, allowed);
        EXPECT_NEAR(static_cast<double>(made.junctions.size()), 17429.0, allowed);
        // On whole centimetres each of 19 858 edges may be some millimetres longer or shorter.
        EXPECT_NEAR(test::length_of_ways(made) / scale, 2425000.003832045,
                    scale > 1.0 ? 1e-3 : 1.0);
    }
}

geo::Ways main_roads(geo::Findings& findings)
{
    return geo::read_ways({.layer = "roads",
                           .source = (test::shared / "data/vn-osm-infrastructure-2026/"
                                                     "osm_main_roads_rail_border.gpkg")
                                         .string(),
                           .table = "lines",
                           .columns = {{"class", "infrastructure_type"}}},
                          geo::WayKind::road, geo::Crs::parse("EPSG:3405"), findings);
}

TEST(NetworkOracle, MainRoadsOfVietNamBecomeOneNetwork)
{
    MARCHLAND_NEEDS(test::shared / "data/vn-osm-infrastructure-2026");
    geo::Findings findings;
    auto const ways = main_roads(findings);
    ASSERT_GT(ways.size(), 8000U);
    double before = 0.0;
    for (auto const& line : ways.line) {
        before += geo::length_of(line);
    }
    constexpr double snap_m = 50.0;
    auto const made = network_of(ways, {}, snap_m);
    std::printf("    %zu ways, %.0f km: %zu pieces, components %zu before, %zu after %zu repairs\n",
                ways.size(), before / 1000.0, made.pieces.size(), made.components_before,
                made.components, made.repairs.size());
    EXPECT_LT(made.components, made.components_before);
    EXPECT_NEAR(test::length_of_ways(made), before, 1e-5 * before);
    double last = 0.0;
    for (auto const& repair : made.repairs) {
        EXPECT_LE(repair.metres, snap_m);
        EXPECT_GE(repair.metres, last);  // in the order of their length
        EXPECT_NEAR(repair.metres, geo::distance(repair.from, repair.to), 1e-9);
        last = repair.metres;
    }
    std::size_t without_way = 0;
    for (auto const& piece : made.pieces) {
        without_way += piece.way ? 0U : 1U;
    }
    EXPECT_EQ(without_way, made.repairs.size());  // every invented stretch is in the log
}

}  // namespace
}  // namespace marchland::analysis::network
