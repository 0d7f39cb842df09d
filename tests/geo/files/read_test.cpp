// Every kind of file that users send: the same communes and points come out of each.
#include "geo/files/read.hpp"

#include "geo/files/write.hpp"
#include "geo/vocabulary/error.hpp"
#include "tests/support/sample_study.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

namespace {

using namespace marchland::geo;
using marchland::tests::run_shell;
using marchland::tests::SampleStudy;
namespace fs = std::filesystem;

LayerSource source(SampleStudy const& study, std::string const& file, std::string const& table = "")
{
    return {.layer = "test", .source = file, .table = table, .folder = study.folder()};
}

class Format : public testing::TestWithParam<std::pair<char const*, char const*>> {};

TEST_P(Format, HoldsTheSameCommunes)
{
    auto const [driver, file] = GetParam();
    SampleStudy const study;
    auto const made = run_shell("cd '" + study.folder().string() + "' && ogr2ogr -f '" + driver +
                                "' " + file + " communes.geojson -nln communes");
    if (made.code != 0) {
        GTEST_SKIP() << "ogr2ogr (gdal-bin) is missing or lacks " << driver;
    }
    auto const table = read_table(source(study, file));
    EXPECT_EQ(table.rows, 9U);
    ASSERT_NE(table.field("code"), nullptr);
    // FlatGeobuf puts its rows in an order of its own
    auto const& codes = table.field("code")->cells;
    auto const third = std::ranges::find(codes, Cell{"06003"}) - codes.begin();
    ASSERT_LT(third, 9);
    EXPECT_EQ(table.field("name")->cells[static_cast<std::size_t>(third)], "Xã 3");
    if (table.spatial()) {
        ASSERT_TRUE(std::holds_alternative<Area>(table.shapes[0]));
        EXPECT_NEAR(area_of(std::get<Area>(table.shapes[0])), 0.01, 1e-9);
        EXPECT_EQ(table.crs->text(), "EPSG:4326");
    }
}

INSTANTIATE_TEST_SUITE_P(Drivers, Format,
                         testing::Values(std::pair{"GPKG", "c.gpkg"},
                                         std::pair{"ESRI Shapefile", "c.shp"},
                                         std::pair{"GeoJSON", "c.geojson"},
                                         std::pair{"FlatGeobuf", "c.fgb"},
                                         std::pair{"XLSX", "c.xlsx"}, std::pair{"ODS", "c.ods"},
                                         std::pair{"SQLite", "c.sqlite"}));

/// Formats that need no other program to be written: the same row of each.
struct TextFormat {
    char const* file;
    char const* text;
    char const* name_field;
    bool point;
};

class ReadTexts : public testing::TestWithParam<TextFormat> {};

TEST_P(ReadTexts, HoldTheSameRow)
{
    auto const& [file, text, name_field, point] = GetParam();
    SampleStudy const study;
    study.write(file, text);
    auto const table =
        read_table(source(study, file, std::string{file} == "c.gpx" ? "waypoints" : ""));
    ASSERT_EQ(table.rows, 1U);
    ASSERT_NE(table.field(name_field), nullptr);
    EXPECT_EQ(table.field(name_field)->cells[0], "Đồng Đăng");
    ASSERT_EQ(table.spatial(), point);
    if (point) {
        ASSERT_TRUE(std::holds_alternative<Point>(table.shapes[0]));
        EXPECT_EQ(std::get<Point>(table.shapes[0]), (Point{106.7, 21.9}));
    }
}

INSTANTIATE_TEST_SUITE_P(
    Formats, ReadTexts,
    testing::Values(
        TextFormat{"c.csv", "id,name\n06001,Đồng Đăng\n", "name", false},
        TextFormat{"semicolons.csv", "id;name\n06001;Đồng Đăng\n", "name", false},
        TextFormat{"c.tsv", "id\tname\n06001\tĐồng Đăng\n", "name", false},
        TextFormat{"wkt.csv", "name,wkt\nĐồng Đăng,POINT(106.7 21.9)\n", "name", true},
        TextFormat{
            "c.geojson",
            R"({"type":"Feature","properties":{"name":"Đồng Đăng"},"geometry":{"type":"Point","coordinates":[106.7,21.9]}})",
            "name", true},
        TextFormat{
            "c.kml",
            R"(<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>Đồng Đăng</name><Point><coordinates>106.7,21.9</coordinates></Point></Placemark></Document></kml>)",
            "Name", true},
        TextFormat{
            "c.gpx",
            R"(<?xml version="1.0" encoding="UTF-8"?><gpx version="1.1" creator="x" xmlns="http://www.topografix.com/GPX/1/1"><wpt lat="21.9" lon="106.7"><name>Đồng Đăng</name></wpt></gpx>)",
            "name", true}),
    [](auto const& format) {
        std::string name = format.param.file;
        std::ranges::replace(name, '.', '_');
        return name;
    });

TEST(Read, WhatIsNoTableIsSaid)
{
    SampleStudy const study;
    for (auto const& [file, text] :
         {std::pair{"letter.csv.gpkg", "dear colleague"}, std::pair{"empty.csv", ""},
          std::pair{"broken.geojson", R"({"type":"FeatureCollection")"},
          std::pair{"c.xlsx", "not a workbook"}}) {
        study.write(file, text);
        EXPECT_THROW(read_table(source(study, file)), Error) << file;
    }
    EXPECT_THROW(read_table(source(study, "absent.csv")), Error);
}

TEST(Table, AFieldIsFoundExactlyElseWithoutRegardToCaseAndMarks)
{
    Table const table{.fields = {{.name = "code"}, {.name = "Code"}, {.name = "Tên"}}};
    EXPECT_EQ(table.field("Code"), &table.fields[1]);
    EXPECT_EQ(table.field("CODE"), &table.fields[0]);
    EXPECT_EQ(table.field("ten"), &table.fields[2]);
    EXPECT_EQ(table.field("tenth"), nullptr);
}

TEST(Table, AColumnIsAsMappedElseUsualElseItself)
{
    LayerSource const source{.columns = {{"id", "ma"}}, .usual = {{"id", "code"}, {"name", "ten"}}};
    EXPECT_EQ(source.column("id"), "ma");
    EXPECT_EQ(source.column("name"), "ten");
    EXPECT_EQ(source.column("kind"), "kind");
}

TEST(Read, CsvWithWellKnownText)
{
    SampleStudy const study;
    study.write("c.csv", "code,wkt\n06001,\"POLYGON((106 21,107 21,107 22,106 21))\"\n");
    auto const table = read_table(source(study, "c.csv"));
    ASSERT_TRUE(table.spatial());
    EXPECT_TRUE(std::holds_alternative<Area>(table.shapes[0]));
    EXPECT_FALSE(table.crs);
}

TEST(Read, CsvKeepsLeadingZerosAndSemicolons)
{
    SampleStudy const study;
    study.write("c.csv", "\xEF\xBB\xBF"
                         "code;name\n06001;\"Xã; 1\"\n");
    auto const table = read_table(source(study, "c.csv"));
    ASSERT_NE(table.field("code"), nullptr);
    EXPECT_EQ(table.field("code")->cells[0], "06001");
    EXPECT_EQ(table.field("code")->kind, FieldKind::text);
    EXPECT_EQ(table.field("name")->cells[0], "Xã; 1");
}

TEST(Read, TypedDaysAreWrittenAsPeopleWriteThem)
{
    SampleStudy const study;
    study.write("days.csv",
                "id,day,at\n1,2025/07/01,2025/07/01 14:30:00\n2,2019/03/15,2025/07/01\n");
    study.write("days.csvt", "String,Date,DateTime\n");
    auto const table = read_table(source(study, "days.csv"));
    ASSERT_EQ(table.field("day")->kind, FieldKind::date);
    EXPECT_EQ(table.field("day")->cells, (std::vector<Cell>{"2025-07-01", "2019-03-15"}));
    EXPECT_EQ(table.field("at")->cells, (std::vector<Cell>{"2025-07-01T14:30:00", "2025-07-01"}));
}

TEST(Read, CurvesBecomeLinesAndCollectionsTheirPolygons)
{
    SampleStudy const study;
    study.write("c.csv",
                "n,wkt\n"
                "1,\"CURVEPOLYGON(COMPOUNDCURVE((0 0,2 0,2 2,0 2,0 0)))\"\n"
                "2,\"CURVEPOLYGON(CIRCULARSTRING(0 0,1 1,2 0,1 -1,0 0))\"\n"
                "3,\"MULTISURFACE(POLYGON((0 0,2 0,2 2,0 2,0 0)))\"\n"
                "4,\"GEOMETRYCOLLECTION(POLYGON((0 0,2 0,2 2,0 2,0 0)),LINESTRING(5 5,6 6))\"\n"
                "5,\"COMPOUNDCURVE((0 0,1 1),CIRCULARSTRING(1 1,2 2,3 1))\"\n"
                "6,\"GEOMETRYCOLLECTION(LINESTRING(5 5,6 6),POINT(1 1))\"\n"
                "7,\"GEOMETRYCOLLECTION(POINT(1 1),POINT(2 2))\"\n");
    auto const table = read_table(source(study, "c.csv"));
    ASSERT_EQ(table.rows, 7U);
    for (std::size_t const row : {0U, 2U, 3U}) {
        ASSERT_TRUE(std::holds_alternative<Area>(table.shapes[row])) << row;
        EXPECT_DOUBLE_EQ(area_of(std::get<Area>(table.shapes[row])), 4.0) << row;
    }
    ASSERT_TRUE(std::holds_alternative<Area>(table.shapes[1]));
    EXPECT_NEAR(area_of(std::get<Area>(table.shapes[1])), 3.14159, 0.01);
    ASSERT_TRUE(std::holds_alternative<MultiLine>(table.shapes[4]));
    EXPECT_GT(std::get<MultiLine>(table.shapes[4]).front().size(), 10U);
    EXPECT_TRUE(std::holds_alternative<MultiLine>(table.shapes[5]));
    EXPECT_TRUE(std::holds_alternative<OtherShape>(table.shapes[6]));
    EXPECT_EQ(table.curved, 2U);
}

TEST(Read, BlankRowsArePassedOverAndTheOthersKeepTheirNumbers)
{
    SampleStudy const study;
    study.write("c.csv", "id,n\n1,2\n,\n , \n2,3\n,\n");
    auto const table = read_table(source(study, "c.csv"));
    ASSERT_EQ(table.rows, 2U);
    EXPECT_EQ(table.blank_rows, 3U);
    EXPECT_EQ(table.row_number(0), 1U);
    EXPECT_EQ(table.row_number(1), 4U);
}

TEST(Read, SeveralLayersMustBeNamed)
{
    SampleStudy const study;
    StoreTable const one{
        .name = "one", .columns = {{"a", ValueType::text}}, .rows = {{std::string{"x"}}}};
    StoreTable two = one;
    two.name = "two";
    std::vector<StoreTable> const tables{one, two};
    write_geopackage(study.file("two.gpkg"), Crs::parse("EPSG:9215"), tables);
    try {
        read_table(source(study, "two.gpkg"));
        FAIL();
    } catch (Error const& error) {
        EXPECT_NE(std::string{error.what()}.find("one, two"), std::string::npos) << error.what();
    }
    EXPECT_EQ(read_table(source(study, "two.gpkg", "two")).rows, 1U);
    EXPECT_THROW(read_table(source(study, "two.gpkg", "three")), Error);
}

TEST(Read, OpenStreetMapExtract)
{
    auto const file =
        fs::path{MARCHLAND_SHARED} / "data/osm-liechtenstein/liechtenstein-2013-08-03.osm.pbf";
    if (!fs::exists(file)) {
        GTEST_SKIP() << file << " is missing";
    }
    auto const table = read_table({.layer = "roads", .source = file.string(), .table = "lines"});
    EXPECT_GT(table.rows, 2000U);
    ASSERT_NE(table.field("highway"), nullptr);
    EXPECT_EQ(table.crs->text(), "EPSG:4326");
}

TEST(Read, PostgisThatIsNotThereIsSaid)
{
    EXPECT_THROW(read_table({.layer = "roads",
                             .source = "PG:host=127.0.0.1 port=1 dbname=none connect_timeout=1"}),
                 Error);
}

TEST(Store, WhatIsWrittenIsReadBack)
{
    SampleStudy const study;
    StoreTable table{
        .name = "t",
        .columns = {{"n", ValueType::integer}, {"x", ValueType::real}, {"s", ValueType::text}},
        .shape_type = ShapeType::point};
    table.rows = {{std::int64_t{7}, 0.1, std::string{"Đồng Đăng"}},
                  {std::monostate{}, std::monostate{}, std::monostate{}}};
    table.shapes = {Point{500000.0, 2400000.0}, NoShape{}};
    write_geopackage(study.file("t.gpkg"), Crs::parse("EPSG:9215"), {&table, 1},
                     {{"t", "<qgis/>"}});
    auto const read = read_table(source(study, "t.gpkg", "t"));
    EXPECT_EQ(read.field("n")->cells[0], "7");
    EXPECT_EQ(read.field("x")->cells[0], "0.1");
    EXPECT_EQ(read.field("s")->cells[0], "Đồng Đăng");
    EXPECT_FALSE(read.field("x")->cells[1]);
    EXPECT_EQ(std::get<Point>(read.shapes[0]), (Point{500000.0, 2400000.0}));
    EXPECT_TRUE(std::holds_alternative<NoShape>(read.shapes[1]));
    EXPECT_EQ(read.crs->text(), "EPSG:9215");
    auto const styles = read_table(source(study, "t.gpkg", "layer_styles"));
    EXPECT_EQ(styles.field("styleQML")->cells[0], "<qgis/>");
    EXPECT_EQ(styles.field("useAsDefault")->cells[0], "1");
}

TEST(Store, CsvIsForSpreadsheets)
{
    StoreTable const table{
        .columns = {{"s", ValueType::text}, {"x", ValueType::real}},
        .rows = {{std::string{"a,\"b\"\n"}, 1.5},
                 {std::string{"=SUM(A1)"}, std::numeric_limits<double>::quiet_NaN()},
                 {std::string{"-2"}, -2.0}}};
    EXPECT_EQ(csv_text(table),
              "\xEF\xBB\xBFs,x\r\n\"a,\"\"b\"\"\n\",1.5\r\n'=SUM(A1),\r\n-2,-2\r\n");
}

TEST(Store, AFolderThatIsNotThereIsSaid)
{
    StoreTable const table{.name = "t", .columns = {{"s", ValueType::text}}};
    EXPECT_THROW(
        write_geopackage("/nonexistent/folder/t.gpkg", Crs::parse("EPSG:9215"), {&table, 1}),
        Error);
    EXPECT_THROW(write_file("/nonexistent/folder/t.csv", "x"), Error);
}

TEST(Store, ChecksumIsSha256)
{
    SampleStudy const study;
    study.write("abc", "abc");
    EXPECT_EQ(sha256_of_file(study.file("abc")),
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

}  // namespace
