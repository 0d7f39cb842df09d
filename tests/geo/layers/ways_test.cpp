// Roads, paths and the border line: each row a file, what is said of it and what comes out.
#include "geo/layers/ways.hpp"

#include "geo/layers/osm_tags.hpp"
#include "geo/layers/osm_twins.hpp"
#include "geo/vocabulary/text.hpp"
#include "tests/support/layer_file.hpp"

#include <gtest/gtest.h>

namespace marchland::geo {
namespace {

using test::LayerFile;
using test::Words;
using test::working;

constexpr WayId only_way{};

std::string const drawn_line = "\"LINESTRING(106.70 21.90,106.71 21.90)\"";

Ways ways_in(std::string const& text, Findings& findings, WayKind kind = WayKind::road,
             std::string const& name = "layer.csv")
{
    LayerFile const file{text, name};
    return read_ways(file.source({}, name == "layer.csv" ? "EPSG:4326" : ""), kind, working,
                     findings);
}

TEST(Ways, Classes)
{
    std::vector<std::pair<char const*, WayClass>> const table{{"expressway", WayClass::expressway},
                                                              {"motorway", WayClass::expressway},
                                                              {"national", WayClass::national},
                                                              {"trunk", WayClass::national},
                                                              {"Primary_link", WayClass::national},
                                                              {"quốc lộ", WayClass::national},
                                                              {"secondary", WayClass::provincial},
                                                              {"tỉnh lộ", WayClass::provincial},
                                                              {"tertiary", WayClass::local},
                                                              {"unclassified", WayClass::local},
                                                              {"residential", WayClass::urban},
                                                              {"service", WayClass::service},
                                                              {"track", WayClass::track},
                                                              {"footway", WayClass::path},
                                                              {"steps", WayClass::path},
                                                              {"ferry", WayClass::ferry},
                                                              {"unknown", WayClass::unknown},
                                                              {"", WayClass::local}};
    for (auto const& [word, klass] : table) {
        Findings findings;
        auto const got =
            ways_in("id,class,wkt\nw1," + std::string{word} + "," + drawn_line + "\n", findings);
        ASSERT_EQ(got.size(), 1U) << word;
        EXPECT_EQ(got.klass[only_way], klass) << word;
        EXPECT_TRUE(test::said(findings).empty()) << word;
    }
    for (auto const* const word : {"rail", "railway", "main_line", "proposed", "construction",
                                   "raceway", "abandoned", "rail_station"}) {
        Findings findings;
        auto const got =
            ways_in("id,class,wkt\nw1," + std::string{word} + "," + drawn_line + "\n", findings);
        EXPECT_EQ(got.size(), 0U) << word;
        EXPECT_EQ(test::said(findings), (Words{"note not-a-way"})) << word;
    }
    for (auto const kind : {WayKind::road, WayKind::path}) {
        Findings findings;
        auto const got =
            ways_in("id,class,wkt\nw1,boulevard of dreams," + drawn_line + "\n", findings, kind);
        EXPECT_EQ(got.klass[only_way], kind == WayKind::path ? WayClass::path : WayClass::unknown);
        EXPECT_EQ(test::said(findings), (Words{"warning unknown-class, row 1, class"}));
    }
}

TEST(Ways, WhatNobodyUsesIsCountedByKind)
{
    std::string rows = "id,class,status,wkt\n";
    for (auto const* const row :
         {"trunk,unknown", "trunk,planned", "trunk,under_construction", "primary,Quy hoạch",
          "main_line,unknown", "industrial_line,unknown", "rail_spur,disused", "disused,", "razed,",
          "secondary,ngừng sử dụng", "tertiary,open", "construction,"}) {
        rows += "w," + std::string{row} + "," + drawn_line + "\n";
    }
    Findings findings;
    auto const got = ways_in(rows, findings);
    EXPECT_EQ(got.size(), 2U);  // the first and the one that is open
    ASSERT_EQ(test::said(findings), (Words{"note not-a-way"}));
    EXPECT_EQ(std::ranges::find(findings, "not-a-way", &Finding::rule)->message,
              "10 lines are left out, nobody walks or drives along them: 1 railways, 2 railway "
              "sidings, yards and industrial lines, 2 planned, 2 under construction, 3 out of use");
}

TEST(Ways, AStatusOnNoListIsSaidAndNotEchoed)
{
    Findings findings;
    auto const got = ways_in("id,class,status,wkt\nw1,tertiary,chưa xây dựng," + drawn_line +
                                 "\nw2,tertiary,mở," + drawn_line + "\nw3,tertiary,planned ahead," +
                                 drawn_line + "\nw4,tertiary,plannedness," + drawn_line + "\n",
                             findings);
    EXPECT_EQ(got.size(), 3U);
    ASSERT_EQ(test::said(findings), (Words{"note not-a-way", "warning unknown-status"}));
    auto const& message = std::ranges::find(findings, "unknown-status", &Finding::rule)->message;
    EXPECT_TRUE(message.starts_with("2 lines")) << message;
    EXPECT_EQ(message.find("xây"), std::string::npos);
}

TEST(Ways, FlagsLevelsAndChances)
{
    struct Row {
        char const* column;
        char const* cell;
        Words said;
        int value;  ///< bridge, tunnel, level, oneway, or p_exists in per cent
    };
    std::vector<Row> const table{
        {"bridge", "yes", {}, 1},
        {"bridge", "viaduct", {}, 1},
        {"bridge", "no", {}, 0},
        {"bridge", "0", {}, 0},
        {"bridge", "F", {}, 0},
        {"bridge", "", {}, 0},
        {"tunnel", "T", {}, 1},
        {"tunnel", "false", {}, 0},
        {"level", "2", {}, 2},
        {"level", "-1", {}, -1},
        {"level", "x", {}, 0},
        {"level", "1e9", {}, 100},
        {"oneway", "yes", {}, 1},
        {"oneway", "-1", {}, -1},
        {"oneway", "reverse", {}, -1},
        {"oneway", "B", {}, 0},
        {"oneway", "F", {}, 0},
        {"oneway", "no", {}, 0},
        {"oneway", "T", {}, 1},
        {"p_exists", "0.7", {}, 70},
        {"p_exists", "", {}, 100},
        {"p_exists", "1.5", {"error bad-probability, row 1, p_exists"}, 100},
        {"p_exists", "likely", {"error bad-probability, row 1, p_exists"}, 100}};
    for (auto const& row : table) {
        Findings findings;
        auto const got = ways_in("id," + std::string{row.column} + ",wkt\nw1," + row.cell + "," +
                                     drawn_line + "\n",
                                 findings);
        ASSERT_EQ(got.size(), 1U) << row.cell;
        std::string_view const column = row.column;
        int const value = column == "bridge"   ? got.bridge[only_way]
                          : column == "tunnel" ? got.tunnel[only_way]
                          : column == "level"  ? got.level[only_way]
                          : column == "oneway"
                              ? static_cast<int>(got.oneway[only_way])
                              : static_cast<int>(100.0 * got.p_exists[only_way] + 0.5);
        EXPECT_EQ(value, row.value) << row.column << ' ' << row.cell;
        EXPECT_EQ(test::said(findings), row.said) << row.column << ' ' << row.cell;
    }
}

TEST(Ways, DirectionsInTheLettersOfGeofabrikAndHere)
{
    auto const along = [](std::string const& header, std::string const& rows) {
        Findings findings;
        auto const got = ways_in(header + rows, findings);
        std::vector<int> found;
        for (auto const oneway : got.oneway) {
            found.push_back(static_cast<int>(oneway));
        }
        EXPECT_EQ(test::said(findings), Words{});
        return found;
    };
    auto const row = [](char const* word) { return std::string{word} + "," + drawn_line + "\n"; };
    EXPECT_EQ(along("oneway,wkt\n", row("F") + row("T") + row("B")), (std::vector{1, -1, 0}));
    EXPECT_EQ(along("oneway,wkt\n", row("T") + row("F")), (std::vector{1, 0}));  // true, false
    EXPECT_EQ(along("fclass,oneway,wkt\n", "primary," + row("T")), (std::vector{-1}));
    EXPECT_EQ(along("oneway,wkt\n", row("một chiều") + row("2 chiều") + row("ngược chiều")),
              (std::vector{1, 0, -1}));
}

TEST(Ways, AFlagOnNoListIsCountedAndSaysNothing)
{
    Findings findings;
    auto const got = ways_in("oneway,bridge,wkt\nperhaps,no," + std::string{drawn_line} +
                                 "\nno,wobbly," + drawn_line + "\n",
                             findings);
    ASSERT_EQ(got.size(), 2U);
    EXPECT_EQ(got.oneway[only_way], Oneway::both);
    EXPECT_EQ(test::said(findings), (Words{"warning unknown-flag", "warning unknown-flag"}));
    for (auto const& finding : findings) {
        EXPECT_EQ(finding.message.find("perhaps"), std::string::npos);
        EXPECT_EQ(finding.message.find("wobbly"), std::string::npos);
    }
}

TEST(Ways, Shapes)
{
    struct Row {
        char const* what;
        std::string file;
        Words said;
        Words ids;
    };
    std::vector<Row> const table{
        {"a line", "id,wkt\nw1," + drawn_line + "\n", {}, {"w1"}},
        {"without id its row", "n,wkt\n1," + drawn_line + "\n", {}, {"1"}},
        {"each part of its own",
         "id,wkt\nw1,\"MULTILINESTRING((106.70 21.90,106.71 21.90),(106.8 21.9,106.81 21.9))\"\n",
         {},
         {"w1", "w1.2"}},
        {"a line of one point",
         "id,wkt\nw1,\"LINESTRING(106.7 21.9,106.7 21.9)\"\n",
         {"note zero-length, row 1"},
         {}},
        {"a point", "id,wkt\nw1,POINT(106.7 21.9)\n", {"warning not-a-line, row 1"}, {}},
        {"no shape", "id,wkt\nw1,\nw2," + drawn_line + "\n", {"warning not-a-line, row 1"}, {"w2"}},
        {"no shapes at all", "id,class\nw1,track\n", {"error not-spatial"}, {}}};
    for (auto const& row : table) {
        Findings findings;
        auto const got = ways_in(row.file, findings);
        EXPECT_EQ(Words(got.id.begin(), got.id.end()), row.ids) << row.what;
        EXPECT_EQ(test::said(findings), row.said) << row.what;
    }
}

TEST(WaySources, SayWhereAWayComesFromAndWhoMaySeeIt)
{
    struct Row {
        char const* what;
        WayKind kind;
        char const* head;
        char const* cells;
        Provenance made_from;
        Words said;
    };
    std::vector<Row> const table{
        {"nothing said of a road", WayKind::road, "n", "1", {.source = "layer.csv"}, {}},
        {"nothing said of a path",
         WayKind::path,
         "n",
         "1",
         {.source = "layer.csv", .sensitivity = Sensitivity::restricted},
         {}},
        {"everything",
         WayKind::road,
         "source,as_of,licence,confidence,sensitivity",
         "survey,2025-07-01,ODbL,medium,Partner",
         {"survey", "2025-07-01", "ODbL", 0.6, Sensitivity::partner},
         {}},
        {"a path may be public",
         WayKind::path,
         "sensitivity",
         "public",
         {.source = "layer.csv"},
         {}},
        {"what nobody understands is kept back",
         WayKind::road,
         "sensitivity",
         "friends",
         {.source = "layer.csv", .sensitivity = Sensitivity::restricted},
         {"warning bad-sensitivity, row 1, sensitivity"}},
        {"not a day",
         WayKind::road,
         "as_of",
         "2025",
         {.source = "layer.csv"},
         {"warning bad-date, row 1, as_of"}},
        {"no confidence",
         WayKind::road,
         "confidence",
         "1.2",
         {.source = "layer.csv"},
         {"warning bad-confidence, row 1, confidence"}}};
    for (auto const& row : table) {
        Findings findings;
        auto const got = ways_in("id," + std::string{row.head} + ",wkt\nw1," + row.cells + "," +
                                     drawn_line + "\n",
                                 findings, row.kind);
        EXPECT_EQ(got.provenance(only_way), row.made_from) << row.what;
        EXPECT_EQ(test::said(findings), row.said) << row.what;
    }
}

TEST(WaySources, RowsThatSayTheSameShareOneAndTheLayerSpeaksForTheRest)
{
    LayerFile const file{"id,source,wkt\na,x," + drawn_line + "\nb,y," + drawn_line + "\nc,x," +
                         drawn_line + "\nd,," + drawn_line + "\n"};
    auto source = file.source();
    source.stated = {{"source", "layer"}, {"licence", "ODbL"}, {"confidence", "low"}};
    Findings findings;
    auto const got = read_ways(source, WayKind::road, working, findings);
    EXPECT_EQ(got.provenances.size(), 3U);
    EXPECT_EQ(got.made_from, (Column<WayId, std::uint32_t>{std::vector{0U, 1U, 0U, 2U}}));
    EXPECT_EQ(got.provenances[2],
              (Provenance{.source = "layer", .licence = "ODbL", .confidence = 0.3}));
}

TEST(Ways, OfOpenStreetMapByTheirTags)
{
    std::string text =
        "<?xml version='1.0'?><osm version='0.6'>"
        "<node id='1' lat='21.90' lon='106.70'/><node id='2' lat='21.90' lon='106.71'/>";
    auto const way = [](int id, std::string const& tags) {
        return "<way id='" + std::to_string(id) + "'><nd ref='1'/><nd ref='2'/>" + tags + "</way>";
    };
    auto const tag = [](std::string const& key, std::string const& value) {
        return "<tag k='" + key + "' v='" + value + "'/>";
    };
    text += way(11, tag("highway", "secondary") + tag("bridge", "yes") + tag("layer", "1"));
    text += way(12, tag("highway", "primary") + tag("junction", "roundabout"));
    text += way(13, tag("waterway", "river"));
    text += way(14, tag("route", "ferry"));
    text += way(15, tag("highway", "track") + tag("oneway", "-1") + tag("source", "Bing"));
    text += "</osm>";
    Findings findings;
    auto const got = ways_in(text, findings, WayKind::road, "roads.osm");
    ASSERT_EQ(Words(got.id.begin(), got.id.end()), (Words{"11", "12", "14", "15"}));
    EXPECT_EQ(test::said(findings), (Words{"note not-a-way"}));
    auto const at = [](std::size_t i) { return static_cast<WayId>(i); };
    EXPECT_EQ(got.klass[at(0)], WayClass::provincial);
    EXPECT_EQ(got.bridge[at(0)], 1);
    EXPECT_EQ(got.level[at(0)], 1);
    EXPECT_EQ(got.oneway[at(1)], Oneway::forward);
    EXPECT_EQ(got.klass[at(2)], WayClass::ferry);
    EXPECT_EQ(got.oneway[at(3)], Oneway::backward);
    EXPECT_NE(got.provenance(at(3)).source, "Bing");  // a tag of that name means something else
    EXPECT_TRUE(got.has_shared_nodes(at(0)));
}

TEST(OsmTags, AreReadFromTheTextOfTheDriver)
{
    struct Row {
        char const* tags;
        char const* key;
        std::optional<std::string> value;
    };
    std::vector<Row> const table{{R"("bridge"=>"yes","layer"=>"1")", "layer", "1"},
                                 {R"("bridge"=>"yes","layer"=>"1")", "bridge", "yes"},
                                 {R"("bridge"=>"yes")", "yes", std::nullopt},  // a value is no key
                                 {R"("name"=>"a \"b\" c","layer"=>"1")", "name", R"(a "b" c)"},
                                 {R"("name"=>"a \"layer\"=>\"9\"","layer"=>"1")", "layer", "1"},
                                 {R"("name"=>"","layer"=>"1")", "name", ""},
                                 {R"("name"=>"Đồng Đăng")", "name", "Đồng Đăng"},
                                 {R"("name)", "name", std::nullopt},
                                 {"", "name", std::nullopt}};
    for (auto const& row : table) {
        EXPECT_EQ(tag_in(row.tags, row.key), row.value) << row.tags;
    }
    Field const field{.name = "other_tags", .cells = {R"("a"=>"1")", {}}};
    EXPECT_EQ(osm_tag(&field, 0, "a"), "1");
    EXPECT_EQ(osm_tag(&field, 1, "a"), std::nullopt);
    EXPECT_EQ(osm_tag(nullptr, 0, "a"), std::nullopt);
}

TEST(OsmTags, TheLayerOfLinesIsTakenUnlessAnotherIsNamed)
{
    EXPECT_EQ(with_lines_of_osm({.source = "x.osm.pbf"}).table, "lines");
    EXPECT_EQ(with_lines_of_osm({.source = "X.OSM"}).table, "lines");
    EXPECT_EQ(with_lines_of_osm({.source = "x.gpkg"}).table, "");
    EXPECT_EQ(with_lines_of_osm({.source = "x.pbf", .table = "multilinestrings"}).table,
              "multilinestrings");
}

TEST(OsmTwins, OfAFileThatIsNoPbfThereAreNone)
{
    test::StudyFolder const folder;
    EXPECT_TRUE(osm_twins(folder.path() / "absent.pbf").empty());
    EXPECT_TRUE(osm_twins(folder.write("letter.pbf", "this is a letter")).empty());
    EXPECT_TRUE(osm_twins(folder.write("roads.osm", "<osm version='0.6'/>")).empty());
}

TEST(Border, LinesInTheOrderOfTheFile)
{
    LayerFile const file{
        "n,wkt\n1," + drawn_line + "\n2,POINT(106.7 21.9)\n" +
        "3,\"LINESTRING(106.7 21.9,106.7 21.9)\"\n"
        "4,\"MULTILINESTRING((106.8 21.9,106.81 21.9),(106.9 21.9,106.91 21.9))\"\n"};
    Findings findings;
    EXPECT_EQ(read_border(file.source(), working, findings).size(), 3U);
    EXPECT_EQ(test::said(findings), (Words{"warning not-a-line, row 2"}));
}

}  // namespace
}  // namespace marchland::geo
