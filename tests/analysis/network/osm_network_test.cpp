// Liechtenstein as OpenStreetMap has it: cut at shared nodes, as an independent reader of the file
// counted.
#include "analysis/network/network.hpp"

#include "geo/layers/ways.hpp"
#include "geo/shapes/crs.hpp"
#include "tests/support/drawn_ways.hpp"
#include "tests/support/reference.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <map>
#include <numbers>
#include <numeric>
#include <queue>
#include <set>

namespace marchland::analysis::network {
namespace {

auto const folder = test::shared / "reference/routes/osm_liechtenstein";
auto const wgs84 = geo::Crs::wgs84();
auto const working = geo::Crs::parse("EPSG:32632");

double haversine(geo::Point a, geo::Point b)
{
    constexpr double radius = 6371008.8;
    double const to_radians = std::numbers::pi / 180.0;
    double const up = std::sin((b.y - a.y) * to_radians / 2.0);
    double const east = std::sin((b.x - a.x) * to_radians / 2.0);
    double const h =
        up * up + std::cos(a.y * to_radians) * std::cos(b.y * to_radians) * east * east;
    return 2.0 * radius * std::asin(std::sqrt(h));
}

double metres_of(geo::Line line, geo::Transform const& to_degrees)
{
    to_degrees.apply(line);
    double sum = 0.0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        sum += haversine(line[i - 1], line[i]);
    }
    return sum;
}

/// The ways of the reference: highways of some tags, as the reader gives them, with their tags
/// beside.
struct Tagged {
    geo::Ways ways;
    std::map<std::string, std::string> tag;  ///< by id
};

Tagged tagged(std::set<std::string> const& kept)
{
    geo::LayerSource const source{
        .layer = "roads", .source = (folder / "liechtenstein.osm.pbf").string(), .table = "lines"};
    geo::Findings findings;
    auto const all = geo::read_ways(source, geo::WayKind::road, working, findings);
    auto const table = geo::read_table(source);
    Tagged made;
    for (std::size_t row = 0; row < table.rows; ++row) {
        auto const& highway = table.field("highway")->cells[row];
        if (highway && kept.contains(*highway)) {
            made.tag.emplace(*table.field("osm_id")->cells[row], *highway);
        }
    }
    for (auto const way : all.line.ids()) {
        if (!made.tag.contains(all.id[way])) {
            continue;
        }
        auto& ways = made.ways;
        for (std::uint32_t corner = 0; corner < all.line[way].size(); ++corner) {
            if (auto const number = all.twin_at(way, corner); number > 0) {
                ways.twins.push_back({static_cast<geo::WayId>(ways.size()), corner, number});
            }
        }
        ways.id.push_back(all.id[way]);
        ways.kind.push_back(all.kind[way]);
        ways.klass.push_back(all.klass[way]);
        ways.bridge.push_back(all.bridge[way]);
        ways.tunnel.push_back(all.tunnel[way]);
        ways.level.push_back(all.level[way]);
        ways.oneway.push_back(all.oneway[way]);
        ways.p_exists.push_back(all.p_exists[way]);
        ways.line.push_back(all.line[way]);
        ways.shared_nodes.push_back(all.shared_nodes[way]);
    }
    return made;
}

/// The nodes of the file, in degrees.
std::map<std::int64_t, geo::Point> all_nodes()
{
    auto const config = std::filesystem::temp_directory_path() / "marchland-all-nodes.ini";
    std::ofstream{config} << "report_all_nodes=yes\n[points]\nosm_id=yes\n[lines]\nosm_id=yes\n";
    setenv("OSM_CONFIG_FILE", config.c_str(), 1);
    auto const table = geo::read_table({.layer = "points",
                                        .source = (folder / "liechtenstein.osm.pbf").string(),
                                        .table = "points"});
    unsetenv("OSM_CONFIG_FILE");
    std::filesystem::remove(config);
    std::map<std::int64_t, geo::Point> nodes;
    for (std::size_t row = 0; row < table.rows; ++row) {
        nodes.emplace(std::stoll(*table.field("osm_id")->cells[row]),
                      std::get<geo::Point>(table.shapes[row]));
    }
    return nodes;
}

struct Arc {
    std::size_t to;
    double metres;
};

double shortest(std::vector<std::vector<Arc>> const& graph, std::size_t from, std::size_t to)
{
    std::vector<double> best(graph.size(), 1e300);
    std::priority_queue<std::pair<double, std::size_t>, std::vector<std::pair<double, std::size_t>>,
                        std::greater<>>
        next;
    next.emplace(best[from] = 0.0, from);
    while (!next.empty()) {
        auto const [gone, node] = next.top();
        next.pop();
        if (node == to) {
            return gone;
        }
        for (auto const& arc : graph[node]) {
            if (gone <= best[node] && gone + arc.metres < best[arc.to]) {
                next.emplace(best[arc.to] = gone + arc.metres, arc.to);
            }
        }
    }
    return -1.0;
}

void expect_as_counted(std::string const& which)
{
    auto const expected = nlohmann::json::parse(test::text_in(folder / "expected.json"));
    auto const& truth = expected.at(which);
    auto const material =
        tagged(expected.at("rules").at(which + "_classes").get<std::set<std::string>>());
    auto const& ways = material.ways;
    EXPECT_EQ(ways.size(), truth.at("kept_ways"));
    auto const made = network_of(ways, {}, 0.0);
    EXPECT_TRUE(made.repairs.empty());

    geo::Transform const to_degrees{working, wgs84};
    std::map<std::string, double> metres;
    std::map<std::string, std::size_t> edges;
    std::vector<std::vector<Arc>> graph(made.junctions.size());
    std::vector<std::size_t> degree(made.junctions.size());
    double total = 0.0;
    std::size_t loops = 0;
    for (auto const& piece : made.pieces) {
        double const length = metres_of(piece.line, to_degrees);
        auto const& tag = material.tag.at(ways.id[*piece.way]);
        metres[tag] += length;
        ++edges[tag];
        total += length;
        loops += piece.from == piece.to ? 1U : 0U;
        auto const from = index_of(piece.from);
        auto const to = index_of(piece.to);
        ++degree[from];
        ++degree[to];
        graph[from].push_back({to, length});
        graph[to].push_back({from, length});
    }
    std::map<std::string, std::size_t> histogram;
    for (auto const d : degree) {
        ++histogram[std::to_string(d)];
    }
    EXPECT_EQ(made.junctions.size(), truth.at("graph_nodes"));
    EXPECT_EQ(made.pieces.size(), truth.at("graph_edges_with_parallel_and_loops"));
    EXPECT_EQ(loops, truth.at("loops"));
    EXPECT_EQ(made.components, truth.at("components"));
    EXPECT_EQ(std::ranges::count(made.component, 0U), truth.at("largest_component_nodes"));
    EXPECT_EQ(edges, (truth.at("edges_by_class").get<std::map<std::string, std::size_t>>()));
    EXPECT_EQ(histogram, (truth.at("degree_histogram").get<std::map<std::string, std::size_t>>()));
    EXPECT_NEAR(total, truth.at("total_length_m").get<double>(), 0.01);
    for (auto const& [tag, length] :
         truth.at("length_by_class_m").get<std::map<std::string, double>>()) {
        EXPECT_NEAR(metres[tag], length, 0.002) << tag;
    }

    auto const nodes = all_nodes();
    geo::Transform const to_metres{wgs84, working};
    // At a place with two nodes the one that leads there is meant.
    auto const junctions_at = [&](std::int64_t node) {
        auto const at = to_metres(nodes.at(node));
        std::vector<std::size_t> found;
        for (auto const id : made.junctions.ids()) {
            if (geo::distance(made.junctions[id], at) < 0.001) {
                found.push_back(index_of(id));
            }
        }
        EXPECT_FALSE(found.empty()) << node;
        return found;
    };
    for (auto const& pair : truth.at("undirected_shortest_lengths_largest_component")) {
        double const expected_m = pair.at("shortest_length_m").get<double>();
        double nearest = 1e300;
        for (auto const from : junctions_at(pair.at("from_osm_node").get<std::int64_t>())) {
            for (auto const to : junctions_at(pair.at("to_osm_node").get<std::int64_t>())) {
                double const found = shortest(graph, from, to);
                nearest =
                    std::abs(found - expected_m) < std::abs(nearest - expected_m) ? found : nearest;
            }
        }
        EXPECT_NEAR(nearest, expected_m, 0.001);
    }
}

TEST(OsmNetwork, TwoNodesInOnePlaceStayTwo)
{
    auto const cross = [] {
        auto ways = test::ways_of({{.line = {{0.0, 0.0}, {100.0, 0.0}, {200.0, 0.0}}},
                                   {.line = {{100.0, -50.0}, {100.0, 0.0}, {100.0, 50.0}}}});
        ways.shared_nodes = geo::Column<geo::WayId, std::uint8_t>{2, 1};
        return ways;
    };
    EXPECT_EQ(network_of(cross(), {}, 0.0).pieces.size(), 4U);
    auto apart = cross();
    apart.twins = {{geo::WayId{1}, 1, 1}};
    EXPECT_EQ(network_of(apart, {}, 0.0).pieces.size(), 2U);
    EXPECT_EQ(network_of(apart, {}, 0.0).components, 2U);
    apart.twins = {{geo::WayId{0}, 1, 1}, {geo::WayId{1}, 1, 1}};  // both at the second node
    EXPECT_EQ(network_of(apart, {}, 0.0).pieces.size(), 4U);

    auto more = cross();
    more.twins = {{geo::WayId{1}, 1, 1}};
    auto both = cross();
    both.add(std::move(more));
    EXPECT_EQ(both.twin_at(geo::WayId{3}, 1), 1U);  // numbers move with their ways
    EXPECT_EQ(both.twin_at(geo::WayId{1}, 1), 0U);
    EXPECT_EQ(both.twin_at(geo::WayId{3}, 0), 0U);
}

TEST(OsmNetwork, AllWaysAreCutAtTheirSharedNodes)
{
    MARCHLAND_NEEDS(folder);
    expect_as_counted("all");
}

TEST(OsmNetwork, WaysForCarsAreCutAtTheirSharedNodes)
{
    MARCHLAND_NEEDS(folder);
    expect_as_counted("car");
}

/// 51 crossings of lines without a common node are not junctions; drawn by hand 9 of them would be.
TEST(OsmNetwork, CrossingsWithoutASharedNodeAreNoJunctions)
{
    MARCHLAND_NEEDS(folder);
    auto const expected = nlohmann::json::parse(test::text_in(folder / "expected.json"));
    auto material = tagged(expected.at("rules").at("all_classes").get<std::set<std::string>>());
    auto const shared_nodes = network_of(material.ways, {}, 0.0);
    material.ways.shared_nodes = {};
    auto const drawn = network_of(material.ways, {}, 0.0);
    std::map<std::string, std::size_t> here;
    for (auto const& piece : shared_nodes.pieces) {
        ++here[material.ways.id[*piece.way]];
    }
    std::map<std::string, std::size_t> there;
    for (auto const& piece : drawn.pieces) {
        ++there[material.ways.id[*piece.way]];
    }
    for (auto const& pair : expected.at("segment_crossings_without_shared_node")
                                .at("same_level_missing_node_way_pairs")) {
        for (auto const& id : pair) {
            auto const way = std::to_string(id.get<std::int64_t>());
            EXPECT_LT(here.at(way), there.at(way)) << way;
        }
    }
}

std::string tags_of(std::string const& name)
{
    return (test::shared / "data/osm-liechtenstein" / name).string();
}

TEST(OsmNetwork, BothVintagesAreReadAsTheyAre)
{
    MARCHLAND_NEEDS(test::shared / "data/osm-liechtenstein");
    std::size_t last = 0;
    for (auto const* const name :
         {"liechtenstein-2013-08-03.osm.pbf", "liechtenstein-2015-07-27.osm.pbf"}) {
        geo::Findings findings;
        auto const ways = geo::read_ways({.layer = "roads", .source = tags_of(name)},
                                         geo::WayKind::road, working, findings);
        EXPECT_FALSE(geo::stops_work(findings));
        auto const made = network_of(ways, {}, 50.0);
        std::printf("    %s: %zu ways, %zu pieces, %zu junctions, components %zu, largest %.1f %%, "
                    "%zu gaps closed, %zu proposed\n",
                    name, ways.size(), made.pieces.size(), made.junctions.size(), made.components,
                    100.0 * made.component_m[0] /
                        std::accumulate(made.component_m.begin(), made.component_m.end(), 0.0),
                    made.repairs.size(), made.proposals.size());
        EXPECT_GT(ways.size(), last);
        EXPECT_GT(std::ranges::count(ways.bridge, 1), 20);
        EXPECT_GT(std::ranges::count(ways.klass, geo::WayClass::track), 500);
        EXPECT_TRUE(std::ranges::all_of(ways.shared_nodes, [](auto one) { return one == 1; }));
        EXPECT_TRUE(made.repairs.empty());  // the mappers know where ways meet
        last = ways.size();
    }
}

}  // namespace
}  // namespace marchland::analysis::network
