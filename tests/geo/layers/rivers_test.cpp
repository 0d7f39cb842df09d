// Rivers: each row a file, what is said of it and what comes out.
#include "geo/layers/rivers.hpp"

#include "geo/vocabulary/text.hpp"
#include "tests/support/layer_file.hpp"

#include <gtest/gtest.h>

namespace marchland::geo {
namespace {

using test::Words;
using test::working;

Box const everywhere{-1e9, -1e9, 1e9, 1e9};

Words rivers_in(test::LayerFile const& file, std::string const& crs, Findings& findings,
                Box const& study = everywhere)
{
    Words values;
    for (auto const& river : read_rivers(file.source({}, crs), study, working, findings)) {
        values.push_back(river.id + " " + shortest(river.width_m) + (river.ford ? " ford" : ""));
    }
    return values;
}

TEST(Rivers, Rows)
{
    struct Row {
        char const* what;
        std::string file;
        Words said;
        Words values;
    };
    std::string const line = "\"LINESTRING(106.70 21.90,106.71 21.90)\"";
    auto const with = [&line](std::string const& column, std::string const& cell) {
        return "id," + column + ",wkt\nr1," + cell + "," + line + "\n";
    };
    Words const plain{"r1 0"};
    Words const none_left{"note not-a-river", "warning not-covering"};
    std::vector<Row> const table{
        {"a line", "id,wkt\nr1," + line + "\n", {}, plain},
        {"a river", with("class", "river"), {}, plain},
        {"a class of the user's own", with("class", "sông"), {}, plain},
        {"a stream", with("class", "stream"), none_left, {}},
        {"suối", with("class", "Suối"), none_left, {}},
        {"mương", with("class", "mương"), none_left, {}},
        {"a ford", with("ford", "yes"), {}, {"r1 0 ford"}},
        {"có", with("ford", "Có"), {}, {"r1 0 ford"}},
        {"no ford", with("ford", "không"), {}, plain},
        {"perhaps a ford", with("ford", "sometimes"), {"warning bad-ford, row 1, ford"}, plain},
        {"a width", with("width_m", "40"), {}, {"r1 40"}},
        {"a width in words", with("width_m", "wide"), {"warning bad-width, row 1, width_m"}, plain},
        {"a width below 0", with("width_m", "-1"), {"warning bad-width, row 1, width_m"}, plain},
        {"a width of a sea",
         with("width_m", "20000"),
         {"warning bad-width, row 1, width_m"},
         plain},
        {"parts are rivers of one id",
         "id,wkt\nr1,\"MULTILINESTRING((106.70 21.90,106.71 21.90),(106.8 21.9,106.81 21.9))\"\n",
         {},
         {"r1 0", "r1 0"}},
        {"a lake is no line",
         "id,wkt\nr1,\"POLYGON((106 21,107 21,107 22,106 21))\"\nr2," + line + "\n",
         {"warning not-a-line, row 1"},
         {"r2 0"}},
        {"no shapes at all", "id,class\nr1,river\n", {"error not-spatial"}, {}}};
    for (auto const& row : table) {
        Findings findings;
        EXPECT_EQ(rivers_in(test::LayerFile{row.file}, "EPSG:4326", findings), row.values)
            << row.what;
        EXPECT_EQ(test::said(findings), row.said) << row.what;
    }
}

TEST(Rivers, OfAnotherPlaceAreSaid)
{
    test::LayerFile const file{"id,wkt\nr1,\"LINESTRING(106.70 21.90,106.71 21.90)\"\n"};
    Findings findings;
    rivers_in(file, "EPSG:4326", findings, {0.0, 0.0, 1.0, 1.0});
    EXPECT_EQ(test::said(findings), (Words{"warning not-covering"}));
}

TEST(Rivers, OfOpenStreetMapByTheirTags)
{
    auto const way = [](int id, std::string const& tags) {
        return "<way id='" + std::to_string(id) + "'><nd ref='1'/><nd ref='2'/>" + tags + "</way>";
    };
    auto const tag = [](std::string const& key, std::string const& value) {
        return "<tag k='" + key + "' v='" + value + "'/>";
    };
    test::LayerFile const file{
        "<?xml version='1.0'?><osm version='0.6'><node id='1' lat='21.90' lon='106.70'/>"
        "<node id='2' lat='21.90' lon='106.71'/>" +
            way(11, tag("waterway", "river") + tag("width", "30")) +
            way(12, tag("waterway", "canal") + tag("ford", "yes")) +
            way(13, tag("waterway", "stream")) + way(14, tag("highway", "track")) +
            way(15, tag("waterway", "river") + tag("tunnel", "culvert")) + "</osm>",
        "rivers.osm"};
    Findings findings;
    EXPECT_EQ(rivers_in(file, "", findings), (Words{"11 30", "12 0 ford"}));
    EXPECT_EQ(test::said(findings), (Words{"note not-a-river"}));
}

}  // namespace
}  // namespace marchland::geo
