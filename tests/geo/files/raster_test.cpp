#include "geo/files/raster.hpp"

#include "geo/vocabulary/error.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <functional>
#include <set>
#include <unistd.h>

namespace marchland::geo {
namespace {

namespace fs = std::filesystem;

Crs const tm3 = Crs::parse("EPSG:9215");
/// Ten by ten kilometres near Lạng Sơn.
Box const study_box{440000.0, 2415000.0, 450000.0, 2425000.0};

/// A folder of its own, gone when the test is over.
class RasterRead : public testing::Test {
protected:
    void SetUp() override
    {
        folder_ = fs::temp_directory_path() / ("marchland-raster-" + std::to_string(getpid()));
        fs::create_directories(folder_);
    }
    void TearDown() override { fs::remove_all(folder_); }

    void write(std::string const& name, std::string const& text) const
    {
        std::ofstream{folder_ / name} << text;
    }

    /// An ASCII grid, values by row from the north.
    void write_grid(std::string const& name, std::uint32_t columns, std::uint32_t rows,
                    Point south_west, double cell, std::function<double(Point)> const& value) const
    {
        std::ofstream out{folder_ / name};
        out.precision(12);
        out << "ncols " << columns << "\nnrows " << rows << "\nxllcorner " << south_west.x
            << "\nyllcorner " << south_west.y << "\ncellsize " << cell << "\nNODATA_value -9999\n";
        for (std::uint32_t r = 0; r < rows; ++r) {
            for (std::uint32_t c = 0; c < columns; ++c) {
                out << value({south_west.x + (c + 0.5) * cell,
                              south_west.y + (rows - r - 0.5) * cell})
                    << ' ';
            }
            out << '\n';
        }
    }

    std::optional<Raster> read(std::string const& file, std::string const& crs = "EPSG:9215",
                               std::optional<double> cell_m = {},
                               RasterKind kind = RasterKind::height)
    {
        findings.clear();
        LayerSource const source{.layer = "terrain", .source = file, .crs = crs, .folder = folder_};
        return read_raster(source, kind, {study_box, margin_m, cell_m}, tm3, findings);
    }

    Finding const* said(std::string const& rule) const
    {
        auto const found = std::ranges::find(findings, rule, &Finding::rule);
        return found == findings.end() ? nullptr : &*found;
    }

    Findings findings;
    double margin_m = 0.0;
    fs::path folder_;
};

double slope_up_east(Point p)
{
    return 0.01 * (p.x - 430000.0);
}

TEST_F(RasterRead, StandsAsItIsInTheWorkingSystem)
{
    write_grid("dem.asc", 40, 40, {430000.0, 2400000.0}, 1000.0, slope_up_east);
    auto const raster = read("dem.asc");
    ASSERT_TRUE(raster);
    EXPECT_TRUE(findings.empty());
    EXPECT_EQ(raster->cells, (Cells{{440000.0, 2425000.0}, 1000.0, 10, 10}));
    for (std::size_t i = 0; i < raster->values.size(); ++i) {
        EXPECT_EQ(raster->values[i], slope_up_east(raster->cells.centre(i)));
    }
}

TEST_F(RasterRead, CoarserCellsAreWarped)
{
    write_grid("dem.asc", 400, 400, {430000.0, 2400000.0}, 100.0, slope_up_east);
    auto const raster = read("dem.asc", "EPSG:9215", 500.0);
    ASSERT_TRUE(raster);
    EXPECT_EQ(raster->cells.metres, 500.0);
    EXPECT_EQ(raster->cells.columns, 20U);
    for (std::size_t i = 0; i < raster->values.size(); ++i) {
        EXPECT_NEAR(raster->values[i], slope_up_east(raster->cells.centre(i)), 1e-6);
    }
}

TEST_F(RasterRead, FinerThanTheFileIsSaid)
{
    write_grid("dem.asc", 40, 40, {430000.0, 2400000.0}, 1000.0, slope_up_east);
    ASSERT_TRUE(read("dem.asc", "EPSG:9215", 100.0));
    EXPECT_NE(said("finer-than-file"), nullptr);
    ASSERT_TRUE(read("dem.asc", "EPSG:9215", 600.0));
    EXPECT_TRUE(findings.empty());
}

TEST_F(RasterRead, DegreesAreWarpedToMetres)
{
    Transform const to_degrees{tm3, Crs::wgs84()};
    auto const height = [](Point p) { return 1000.0 * (p.x - 106.0) + 500.0 * (p.y - 21.0); };
    write_grid("dem.asc", 400, 400, {106.5, 21.7}, 0.001, height);
    auto const raster = read("dem.asc", "EPSG:4326");
    ASSERT_TRUE(raster);
    EXPECT_TRUE(findings.empty()) << sentence(findings[0]);
    EXPECT_GT(raster->cells.metres, 95.0);  // 0.001 degree: 103 m east, 111 m north
    EXPECT_LT(raster->cells.metres, 120.0);
    EXPECT_TRUE(raster->cells.box().touches(study_box));
    for (std::size_t i = 0; i < raster->values.size(); i += 7) {
        EXPECT_NEAR(raster->values[i], height(to_degrees(raster->cells.centre(i))), 0.05);
    }
}

TEST_F(RasterRead, ClassesStayClasses)
{
    write_grid("cover.asc", 400, 400, {106.5, 21.7}, 0.001,
               [](Point p) { return static_cast<int>(p.x * 500.0) % 2 == 0 ? 10.0 : 50.0; });
    auto const raster = read("cover.asc", "EPSG:4326", 60.0, RasterKind::classes);
    ASSERT_TRUE(raster);
    EXPECT_EQ(std::set<double>(raster->values.begin(), raster->values.end()),
              (std::set<double>{10.0, 50.0}));
}

TEST_F(RasterRead, HolesAreCountedAndStay)
{
    auto const holed = [](Point p) {
        return distance(p, {445500.0, 2420500.0}) < 1200.0 ? -9999.0 : 7.0;
    };
    write_grid("dem.asc", 40, 40, {430000.0, 2400000.0}, 1000.0, holed);
    auto const raster = read("dem.asc");
    ASSERT_TRUE(raster);
    EXPECT_EQ(std::ranges::count_if(raster->values, [](double v) { return std::isnan(v); }), 5);
    ASSERT_NE(said("no-value"), nullptr);
    EXPECT_EQ(said("no-value")->severity, Severity::warning);
    EXPECT_TRUE(said("no-value")->message.starts_with("5 cells"));
    EXPECT_EQ(said("not-covering"), nullptr);
}

TEST_F(RasterRead, HeightsThatGroundCannotHaveAreHoles)
{
    for (double const depth : {-32768.0, -600.0, 9500.0, 65535.0}) {
        for (auto const& crs : {std::string{"EPSG:9215"}, std::string{"EPSG:4326"}}) {
            bool const metres = crs == "EPSG:9215";
            auto const holed = [&](Point p) {
                Point const hole = metres ? Point{445500.0, 2420500.0} : Point{106.7, 21.87};
                return distance(p, hole) < (metres ? 1200.0 : 0.01) ? depth : 7.0;
            };
            write_grid("dem.asc", 400, 400,
                       metres ? Point{430000.0, 2400000.0} : Point{106.5, 21.7},
                       metres ? 100.0 : 0.001, holed);
            auto const raster = read("dem.asc", crs);
            ASSERT_TRUE(raster);
            for (double const value : raster->values) {
                EXPECT_TRUE(std::isnan(value) || std::abs(value - 7.0) < 1e-9) << value;
            }
            EXPECT_NE(said("no-value"), nullptr) << depth << ' ' << crs;
        }
    }
}

TEST_F(RasterRead, ScaleAndOffsetAndUnitAreApplied)
{
    write_grid("stored.asc", 40, 40, {430000.0, 2400000.0}, 1000.0,
               [](Point p) { return std::floor(10.0 * slope_up_east(p)); });
    write("stored.asc.aux.xml", R"(<PAMDataset><PAMRasterBand band="1">
<UnitType>ft</UnitType><Offset>20</Offset><Scale>0.1</Scale></PAMRasterBand></PAMDataset>)");
    auto const raster = read("stored.asc");
    ASSERT_TRUE(raster);
    ASSERT_NE(said("heights"), nullptr);
    EXPECT_NE(said("heights")->message.find("unit is ft"), std::string::npos);
    for (std::size_t i = 0; i < raster->values.size(); ++i) {
        double const stored = std::floor(10.0 * slope_up_east(raster->cells.centre(i)));
        EXPECT_NEAR(raster->values[i], 0.3048 * (0.1 * stored + 20.0), 1e-9);
    }
}

TEST_F(RasterRead, SaysHowMuchItCovers)
{
    write_grid("dem.asc", 15, 40, {430000.0, 2400000.0}, 1000.0,
               slope_up_east);  // up to x = 445000
    auto const raster = read("dem.asc");
    ASSERT_TRUE(raster);
    ASSERT_NE(said("not-covering"), nullptr);
    EXPECT_EQ(said("not-covering")->severity, Severity::warning);
    EXPECT_NE(said("not-covering")->message.find("50.0 %"), std::string::npos);
    EXPECT_EQ(said("no-value"), nullptr);
    EXPECT_EQ(raster->values[0], slope_up_east(raster->cells.centre(0)));
    EXPECT_TRUE(std::isnan(raster->values[9]));
}

TEST_F(RasterRead, TheMarginNeedNotBeCovered)
{
    write_grid("dem.asc", 10, 10, {440000.0, 2415000.0}, 1000.0, slope_up_east);  // the study alone
    margin_m = 2000.0;
    auto const raster = read("dem.asc");
    ASSERT_TRUE(raster);
    EXPECT_TRUE(findings.empty());
    EXPECT_EQ(raster->cells, (Cells{{438000.0, 2427000.0}, 1000.0, 14, 14}));
    EXPECT_EQ(std::ranges::count_if(raster->values, [](double v) { return std::isnan(v); }), 96);
}

TEST_F(RasterRead, FarAwayStopsTheWork)
{
    write_grid("dem.asc", 10, 10, {600000.0, 2400000.0}, 1000.0, slope_up_east);
    EXPECT_FALSE(read("dem.asc"));
    ASSERT_NE(said("not-covering"), nullptr);
    EXPECT_EQ(said("not-covering")->severity, Severity::error);
    EXPECT_NE(said("not-covering")->message.find("0 %"), std::string::npos);
}

TEST_F(RasterRead, WrongSystemIsNoticed)
{
    write_grid("dem.asc", 40, 40, {430000.0, 2400000.0}, 1000.0, slope_up_east);
    EXPECT_FALSE(read("dem.asc", "EPSG:4326"));  // metres are no degrees
    ASSERT_NE(said("wrong-crs"), nullptr);
    EXPECT_FALSE(read("dem.asc", "EPSG:31983"));  // Brazil
    EXPECT_TRUE(stops_work(findings));
}

TEST_F(RasterRead, NoSystemIsAsked)
{
    write_grid("dem.asc", 40, 40, {430000.0, 2400000.0}, 1000.0, slope_up_east);
    EXPECT_FALSE(read("dem.asc", ""));
    ASSERT_NE(said("no-crs"), nullptr);
    EXPECT_NE(said("no-crs")->action.find("source_crs"), std::string::npos);
    EXPECT_FALSE(read("dem.asc", "EPSG:99999"));
    EXPECT_NE(said("unknown-crs"), nullptr);
    write_grid("dem.asc", 400, 400, {106.5, 21.7}, 0.001, [](Point) { return 5.0; });
    write("dem.prj",
          "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,"
          "298.257223563]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]");
    EXPECT_TRUE(read("dem.asc", ""));
}

TEST_F(RasterRead, NoRasterIsSaid)
{
    write("dem.tif", "these are words");
    EXPECT_FALSE(read("dem.tif"));
    EXPECT_NE(said("not-a-raster"), nullptr);
    EXPECT_FALSE(read("nowhere.tif"));
    EXPECT_NE(said("unreadable"), nullptr);
}

TEST_F(RasterRead, TooManyCellsAreRefusedWithASizeThatFits)
{
    write_grid("dem.asc", 40, 40, {430000.0, 2400000.0}, 1000.0, slope_up_east);
    EXPECT_FALSE(read("dem.asc", "EPSG:9215", 0.5));
    ASSERT_NE(said("too-fine"), nullptr);
    EXPECT_EQ(said("too-fine")->action, "set cell_m to 2 or more");
    EXPECT_TRUE(read("dem.asc", "EPSG:9215", 50.0));
}

TEST_F(RasterRead, CancelStopsReadingAndWarping)
{
    write_grid("dem.asc", 400, 400, {430000.0, 2400000.0}, 100.0, slope_up_east);
    LayerSource const source{
        .layer = "terrain", .source = "dem.asc", .crs = "EPSG:9215", .folder = folder_};
    std::stop_source stop;
    stop.request_stop();
    Job const job{stop.get_token()};
    for (double const cell : {100.0, 30.0}) {
        EXPECT_THROW(
            read_raster(source, RasterKind::height, {study_box, 0.0, cell}, tm3, findings, job),
            Cancelled);
    }
    EXPECT_TRUE(findings.empty());
}

TEST_F(RasterRead, NoExtentIsAMistakeOfTheCaller)
{
    write_grid("dem.asc", 4, 4, {430000.0, 2400000.0}, 1000.0, slope_up_east);
    LayerSource const source{.layer = "terrain", .source = "dem.asc", .folder = folder_};
    EXPECT_THROW(read_raster(source, RasterKind::height, {}, tm3, findings), Error);
}

TEST(Cells, AreNumberedFromTheNorthWest)
{
    Cells const cells{{100.0, 200.0}, 10.0, 3, 2};
    EXPECT_EQ(cells.at({100.0, 200.0}), 0U);
    EXPECT_EQ(cells.at({129.9, 180.1}), 5U);
    EXPECT_EQ(cells.at({130.0, 190.0}), std::nullopt);
    EXPECT_EQ(cells.at({99.0, 190.0}), std::nullopt);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        EXPECT_EQ(cells.at(cells.centre(i)), i);
    }
    EXPECT_EQ(cells.box(), (Box{100.0, 180.0, 130.0, 200.0}));
}

TEST(Cells, BetweenCentresIsTheMeanByNearness)
{
    Cells const cells{{0.0, 20.0}, 10.0, 2, 2};
    std::vector<double> values{1.0, 3.0, 5.0, 9.0};
    EXPECT_DOUBLE_EQ(between_centres(cells, values, {10.0, 10.0}), 4.5);
    EXPECT_DOUBLE_EQ(between_centres(cells, values, {7.5, 15.0}), 1.5);
    EXPECT_DOUBLE_EQ(between_centres(cells, values, {0.0, 20.0}), 1.0);
    values[3] = std::nan("");
    EXPECT_TRUE(std::isnan(between_centres(cells, values, {10.0, 10.0})));
    EXPECT_DOUBLE_EQ(between_centres(cells, values, {5.0, 10.0}), 3.0);
}

TEST(RasterOfTheRegion, BundledTerrainCoversItsStudy)
{
    LayerSource const source{.layer = "terrain",
                             .source = "dem.tif",
                             .folder = fs::path{MARCHLAND_SOURCE} / "datasets/lang-son"};
    Findings findings;
    auto const raster = read_raster(source, RasterKind::height, {study_box}, tm3, findings);
    ASSERT_TRUE(raster);
    EXPECT_TRUE(findings.empty());
    EXPECT_EQ(raster->cells.metres, 500.0);
}

TEST(RasterOfTheRegion, CoarseTerrainInDegreesIsRead)
{
    fs::path const folder = fs::path{MARCHLAND_SHARED} / "data/dem-etopo5";
    if (!fs::exists(folder)) {
        GTEST_SKIP() << "needs " << folder << ": set MARCHLAND_SHARED";
    }
    LayerSource const source{
        .layer = "terrain", .source = "etopo5_vn_cn_border.tif", .folder = folder};
    Findings findings;
    auto const raster =
        read_raster(source, RasterKind::height, {study_box, 50000.0}, tm3, findings);
    ASSERT_TRUE(raster);
    EXPECT_TRUE(findings.empty()) << sentence(findings[0]);
    EXPECT_NEAR(raster->cells.metres, 8900.0, 400.0);  // 5 arc-minutes
    for (double const height : raster->values) {
        EXPECT_GT(height, 0.0);
        EXPECT_LT(height, 1600.0);
    }
}

TEST(RasterOfTheRegion, TheRimOfACoarseFileIsNoHole)
{
    fs::path const folder = fs::path{MARCHLAND_SHARED} / "data/dem-etopo5";
    if (!fs::exists(folder)) {
        GTEST_SKIP() << "needs " << folder << ": set MARCHLAND_SHARED";
    }
    LayerSource const source{
        .layer = "terrain", .source = "etopo5_vn_cn_border.tif", .folder = folder};
    Findings findings;
    Box const wide = study_box.grown(400000.0);  // beyond the file in the north, east and south
    ASSERT_TRUE(read_raster(source, RasterKind::height, {wide, 0.0, 2000.0}, tm3, findings));
    EXPECT_EQ(std::ranges::count(findings, "no-value", &Finding::rule), 0);
    EXPECT_EQ(std::ranges::count(findings, "not-covering", &Finding::rule), 1);
}

}  // namespace
}  // namespace marchland::geo
