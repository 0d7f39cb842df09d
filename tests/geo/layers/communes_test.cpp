// The communes: each row a file, what is said of it and what comes out.
#include "geo/layers/communes.hpp"

#include "geo/vocabulary/text.hpp"
#include "tests/support/layer_file.hpp"

#include <gtest/gtest.h>

namespace marchland::geo {
namespace {

using test::Words;
using test::working;

/// About a square kilometre near Đồng Đăng, as well-known text in quotes.
std::string square(double west)
{
    auto const at = [west](double x, double y) {
        return fixed(west + x, 3) + " " + fixed(21.9 + y, 3);
    };
    return "\"POLYGON((" + at(0, 0) + "," + at(0.01, 0) + "," + at(0.01, 0.01) + "," + at(0, 0.01) +
           "," + at(0, 0) + "))\"";
}

struct CommunesFile {
    char const* what;
    std::string file;
    Words said;
    Words values;  ///< code, name, people, at risk, district, and whether there is a shape
    std::map<std::string, std::string> columns = {};
};

void expect_communes(std::vector<CommunesFile> const& table)
{
    for (auto const& row : table) {
        test::LayerFile const file{row.file};
        Findings findings;
        auto const read = read_communes(file.source(row.columns), "2025-07-01", working, findings);
        Words values;
        for (auto const id : read.code.ids()) {
            values.push_back(read.code[id] + " " + read.name[id] + " " +
                             shortest(read.population[id]) + " " + shortest(read.at_risk[id]) +
                             " " + read.district[id] + (read.has_shape(id) ? " shape" : ""));
            EXPECT_EQ(read.find(read.code[id]), id);
            EXPECT_EQ(read.has_shape(id), contains(read.shape[id], read.centre[id])) << row.what;
        }
        EXPECT_EQ(values, row.values) << row.what;
        EXPECT_EQ(test::said(findings), row.said) << row.what;
    }
}

TEST(Communes, Rows)
{
    std::string const head = "id,name,population,wkt\n";
    expect_communes(
        {{"in the order of their codes",
          head + "06002,B,200," + square(106.71) + "\n06001,A,100," + square(106.70) + "\n",
          {},
          {"06001 A 100 100  shape", "06002 B 200 200  shape"}},
         {"a name is not needed",
          "id,population,wkt\n06001,100," + square(106.7) + "\n",
          {},
          {"06001 06001 100 100  shape"}},
         {"at risk and district by other names",
          "ma,dan,phu_nu,huyen,wkt\n06001,100,40,Cao Lộc," + square(106.7) + "\n",
          {},
          {"06001 06001 100 40 Cao Lộc shape"},
          {{"id", "ma"}, {"population", "dan"}, {"at_risk", "phu_nu"}, {"district", "huyen"}}},
         {"no shape",
          head + "06001,A,100,\n06002,B,100," + square(106.7) + "\n",
          {"warning shape-missing, row 1 (06001)"},
          {"06001 A 100 100 ", "06002 B 100 100  shape"}},
         {"a point is no polygon",
          head + "06001,A,100,POINT(106.7 21.9)\n06002,B,100," + square(106.7) + "\n",
          {"error not-a-polygon, row 1 (06001)"},
          {"06001 A 100 100 ", "06002 B 100 100  shape"}},
         {"a bow tie is mended",
          head + "06001,A,100,\"POLYGON((106.7 21.9,106.71 21.91,106.71 21.9,106.7 21.91,106.7 "
                 "21.9))\"\n",
          {"warning shape-mended, row 1 (06001)"},
          {"06001 A 100 100  shape"}},
         {"a polygon without ground",
          head + "06001,A,100,\"POLYGON((106.7 21.9,106.71 21.91,106.7 21.9,106.7 21.9))\"\n",
          {"warning shape-empty, row 1 (06001)"},
          {"06001 A 100 100 "}},
         {"no code",
          head + ",A,100," + square(106.7) + "\n06002,B,100," + square(106.71) + "\n",
          {"error code-missing, row 1, id"},
          {"06002 B 100 100  shape"}},
         {"one code twice",
          head + "06001,A,100," + square(106.7) + "\n06001,B,100," + square(106.71) + "\n",
          {"error duplicate-code, row 2 (06001), id"},
          {"06001 A 100 100  shape"}},
         {"no shapes at all", "id,name,population\n06001,A,100\n", {"error not-spatial"}, {}},
         {"no codes at all",
          "name,population,wkt\nA,100," + square(106.7) + "\n",
          {"error missing-column, id"},
          {}}});
}

TEST(Communes, Populations)
{
    auto const with = [](std::string const& people) {
        return "id,population,wkt\n06001,\"" + people + "\"," + square(106.7) + "\n";
    };
    auto const value = [](std::string const& people) {
        return Words{"06001 06001 " + people + " " + people + "  shape"};
    };
    auto const said = [](std::string const& rule) {
        return Words{rule + ", row 1 (06001), population"};
    };
    expect_communes(
        {{"a figure", with("1234"), {}, value("1234")},
         {"none", with(""), said("warning population-missing"), value("")},
         {"words", with("about 1000"), said("warning population-text"), value("")},
         {"dots that group", with("1.234"), Words{"warning separators, population"}, value("1234")},
         {"0", with("0"), said("warning population-zero"), value("0")},
         {"below 0", with("-5"), said("error population-negative"), value("")}});
}

TEST(Communes, CodesThatAreStoredAsNumbersHaveLostTheirZeros)
{
    test::LayerFile const file{
        R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":6001,"population":100},)"
        R"("geometry":{"type":"Polygon","coordinates":[[[106.7,21.9],[106.71,21.9],[106.71,21.91],[106.7,21.9]]]}}]})",
        "layer.geojson"};
    Findings findings;
    read_communes(file.source({}, ""), "2025-07-01", working, findings);
    EXPECT_EQ(test::said(findings), (Words{"error code-as-number, row 1, id"}));
}

TEST(Communes, AFittingSystemIsChosenWhereTheStudyNamesNone)
{
    test::LayerFile const file{"id,population,wkt\n06001,100," + square(106.7) + "\n"};
    Findings findings;
    auto const read = read_communes(file.source(), "2025-07-01", std::nullopt, findings);
    EXPECT_FALSE(read.crs.in_degrees());
    EXPECT_NEAR(area_of(read.shape[static_cast<CommuneId>(0)]), 1.14e6, 0.02e6);
    EXPECT_EQ(read.vintage, "2025-07-01");
}

}  // namespace
}  // namespace marchland::geo
