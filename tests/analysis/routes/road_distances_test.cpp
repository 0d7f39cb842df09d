// The main roads of OpenStreetMap, as careless as they come, against distances that are known by road.
#include "analysis/routes/route_graph.hpp"

#include "geo/files/read.hpp"
#include "geo/layers/ways.hpp"
#include "tests/support/reference.hpp"

#include <gtest/gtest.h>

#include <cstdlib>

namespace marchland::analysis::routes {
namespace {

constexpr double reach_m = 10000.0;  // the layer begins 5 km from the centre of Hà Nội

/// From place to place, and how many kilometres it may be.
struct KnownDistance {
    std::string name;
    geo::Point from;
    geo::Point to;
    double low = 0.0;
    double high = 0.0;
};

std::vector<KnownDistance> known_distances(std::filesystem::path const& file,
                                           geo::Crs const& working)
{
    auto const table = geo::read_table({.layer = "distances", .source = file.string()});
    geo::Transform const place{geo::Crs::wgs84(), working};
    std::vector<KnownDistance> all;
    for (std::size_t row = 0; row < table.rows; ++row) {
        auto const text = [&](char const* field) {
            return table.field(field)->cells[row].value_or("");
        };
        auto const number = [&](char const* field) { return std::stod(text(field)); };
        all.push_back({text("from") + " - " + text("to"),
                       place(geo::Point{number("from_lon"), number("from_lat")}),
                       place(geo::Point{number("to_lon"), number("to_lat")}), number("km_low"),
                       number("km_high")});
    }
    return all;
}

geo::Ways main_roads(geo::Crs const& working)
{
    geo::Findings findings;
    return geo::read_ways({.layer = "roads",
                           .source = (test::shared / "data/vn-osm-infrastructure-2026/"
                                                     "osm_main_roads_rail_border.gpkg")
                                         .string(),
                           .table = "lines",
                           .columns = {{"class", "infrastructure_type"}}},
                          geo::WayKind::road, working, findings);
}

/// Along the quickest way; 0 where there is none.
double km_between(RouteGraph const& graph, network::Network const& network,
                  network::Anchor const& from, network::Anchor const& to)
{
    double metres = 0.0;
    auto const tree = graph.tree(from.junction, Direction::from_root);
    for (auto const arc : graph.path(tree, to.junction)) {
        metres += network.pieces[graph.arcs()[arc].piece].metres;
    }
    return metres / 1000.0;
}

TEST(RoadDistances, OfTheMainRoadsAreThoseThatAreKnown)
{
    auto const file = test::shared / "facts/road_distances.csv";
    MARCHLAND_NEEDS(file);
    MARCHLAND_NEEDS(test::shared / "data/vn-osm-infrastructure-2026");
    auto const working = geo::Crs::parse("EPSG:3405");
    auto const distances = known_distances(file, working);
    ASSERT_EQ(distances.size(), 9U);
    std::vector<network::Place> places;
    for (auto const& known : distances) {
        places.push_back({known.from, reach_m});
        places.push_back({known.to, reach_m});
    }
    auto const ways = main_roads(working);
    auto const network = network::network_of(ways, places, 200.0);
    double all = 0.0;
    for (double const metres : network.component_m) {
        all += metres;
    }
    double const largest = network.component_m.front() / all;
    std::printf("    %zu ways, %.0f km: %zu pieces before, %zu after %zu repairs, %.1f %% in one\n",
                ways.size(), all / 1000.0, network.components_before, network.components,
                network.repairs.size(), 100.0 * largest);
    EXPECT_NEAR(static_cast<double>(network.components), 27.0, 5.0);
    EXPECT_GE(largest, 0.975);
    RouteGraph const by_car{network, ways, travel::Profile::car};
    RouteGraph const by_motorbike{network, ways, travel::Profile::motorbike};
    for (std::size_t i = 0; i < distances.size(); ++i) {
        auto const& known = distances[i];
        auto const& from = network.anchors[2 * i];
        auto const& to = network.anchors[2 * i + 1];
        ASSERT_TRUE(from && to) << known.name;
        double const km = km_between(by_car, network, *from, *to);
        double const slow = km_between(by_motorbike, network, *from, *to);
        std::printf("    %6.1f km by car, %6.1f by motorbike (%3.0f to %3.0f) %s\n", km, slow,
                    known.low, known.high, known.name.c_str());
        EXPECT_GE(km, known.low) << known.name;
        EXPECT_LE(km, known.high) << known.name;
        // Between Hà Nội and Bắc Giang the layer has the expressway alone.
        EXPECT_TRUE(known.name.starts_with("Hà Nội") || slow <= known.high) << known.name;
    }
}

TEST(RoadDistances, MongCaiHangsOnAGapThatOneLineCloses)
{
    MARCHLAND_NEEDS(test::shared / "data/vn-osm-infrastructure-2026");
    auto const working = geo::Crs::parse("EPSG:3405");
    geo::Transform const place{geo::Crs::wgs84(), working};
    auto const ways = main_roads(working);
    std::vector<network::Place> const places{
        {place(geo::Point{107.9693994, 21.5362616}), 3000.0},  // the gate
        {place(geo::Point{107.3630, 21.3300}), reach_m}};      // Tiên Yên
    auto const joined = [&](std::vector<std::string> const& accept) {
        return network::network_of(ways, places, {.snap_m = 200.0, .accept = accept});
    };
    auto const cut = joined({});
    auto const piece = [](network::Network const& network, std::size_t i) {
        return network.component[network.anchors[i]->junction];
    };
    ASSERT_TRUE(cut.anchors[0] && cut.anchors[1]);
    ASSERT_NE(piece(cut, 0), piece(cut, 1));
    std::vector<std::string> closing;
    for (auto const& gap : cut.proposals) {
        if (gap.metres > 200.0 && gap.metres <= 300.0 &&
            geo::distance(gap.from, places[0].at) < 7000.0) {
            auto const with = joined({gap.id});
            if (piece(with, 0) == piece(with, 1)) {
                std::printf("    %s closes it, %.0f m\n", gap.id.c_str(), gap.metres);
                closing.push_back(gap.id);
            }
        }
    }
    EXPECT_EQ(closing.size(), 1U);
}

}  // namespace
}  // namespace marchland::analysis::routes
