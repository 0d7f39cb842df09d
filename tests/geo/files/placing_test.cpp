// Whether shapes can be where they claim to be: each row a file, what is said of it, where a point lands.
#include "geo/files/placing.hpp"

#include "tests/support/layer_file.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace marchland::geo {
namespace {

using test::LayerFile;
using test::Words;
using test::working;

struct PlacedFile {
    char const* what;
    std::string file;
    std::string crs;
    Words said;
    std::optional<Point> first;  ///< of the first row, to a metre
};

void expect_places(std::vector<PlacedFile> const& table)
{
    for (auto const& row : table) {
        LayerFile const file{row.file};
        Findings findings;
        auto reader = LayerReader::open(file.source({}, row.crs), findings);
        ASSERT_TRUE(reader) << row.what;
        auto const points = placed_points(*reader, working);
        reader->finish();
        EXPECT_EQ(test::said(findings), row.said) << row.what;
        ASSERT_EQ(points.front().has_value(), row.first.has_value()) << row.what;
        if (row.first) {
            EXPECT_LT(distance(*points.front(), *row.first), 1.0)
                << row.what << ": " << points.front()->x << ' ' << points.front()->y;
        }
    }
}

/// Near Hữu Nghị, in the working system; crs_test.cpp holds the transformation against others.
Point const gate{446277.0, 2430817.0};

TEST(Placing, APointLandsWhereItIs)
{
    Transform const back{working, Crs::wgs84()};
    std::vector<Point> degrees{gate};
    back.apply(degrees);
    auto const x = std::to_string(degrees[0].x);
    auto const y = std::to_string(degrees[0].y);
    expect_places(
        {{"columns x and y are degrees", "x,y\n" + x + "," + y + "\n", "", {}, gate},
         {"well-known text in a system that is stated",
          "n,wkt\n1,POINT(" + x + " " + y + ")\n",
          "EPSG:4326",
          {},
          gate},
         {"already in the working system",
          "n,wkt\n1,POINT(446277 2430817)\n",
          "EPSG:9215",
          {},
          gate},
         {"columns of metres, stated so", "x,y\n446277,2430817\n", "EPSG:9215", {}, gate}});
}

TEST(Placing, WhatCannotBeThereIsSaid)
{
    expect_places(
        {{"no system", "n,wkt\n1,POINT(106.7 21.9)\n", "", {"error no-crs"}, {}},
         {"a system that does not exist",
          "n,wkt\n1,POINT(106.7 21.9)\n",
          "EPSG:1",
          {"error unknown-crs"},
          {}},
         {"swapped axes", "x,y\n21.9,106.7\n", "", {"error lat-lon-swapped"}, {}},
         {"metres taken for degrees", "x,y\n446277,2430817\n", "", {"error wrong-crs"}, {}},
         {"degrees taken for metres", "x,y\n106.7,21.9\n", "EPSG:9215", {"error wrong-crs"}, {}},
         {"words", "x,y\nhere,21.9\n", "", {"error bad-coordinate, row 1, x"}, {}},
         {"one of two", "x,y\n106.7,\n", "", {"error bad-coordinate, row 1, y"}, {}},
         {"none of two", "n,x,y\n1,,\n2,106.7,21.9\n", "", {}, {}},
         {"no position found",
          "x,y\n0,0\n106.7,21.9\n106.8,21.9\n",
          "",
          {"warning place-astray, row 1"},
          {}},
         {"one row swapped",
          "x,y\n21.9,106.7\n106.7,21.9\n106.8,21.9\n",
          "",
          {"warning place-astray, row 1"},
          {}},
         {"a digit lost", "x,y\n10.67,21.9\n106.7,21.9\n", "", {"warning place-astray, row 1"}, {}},
         {"words with commas",
          "x;y\n106,7;about 21,9\n",
          "",
          {"error bad-coordinate, row 1, y"},
          {}},
         {"no columns",
          "a,b\n1,2\n",
          "",
          {"error missing-column, x", "error missing-column, y"},
          {}},
         {"a line",
          "n,wkt\n1,\"LINESTRING(106.7 21.9,106.8 21.9)\"\n",
          "EPSG:4326",
          {"error not-a-point, row 1"},
          {}}});
}

TEST(Placing, EveryMoveSaysHowExactItIs)
{
    struct Move {
        char const* crs;
        char const* rule;
    };
    for (auto const& [crs, rule] :
         {Move{"EPSG:4326", "crs-moved"}, Move{"EPSG:4490", "ballpark"}}) {
        LayerFile const file{"n,wkt\n1,POINT(106.7 21.9)\n"};
        Findings findings;
        auto reader = LayerReader::open(file.source({}, crs), findings);
        ASSERT_TRUE(place_shapes(*reader, working));
        ASSERT_EQ(findings.size(), 1U) << crs;
        EXPECT_EQ(findings.front().rule, rule) << crs;
    }
}

}  // namespace
}  // namespace marchland::geo
