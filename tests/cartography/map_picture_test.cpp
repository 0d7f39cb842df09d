#include "cartography/map/map_picture.hpp"

#include "cartography/map/scene.hpp"
#include "cartography/themes/palette.hpp"
#include "cartography/tiles/view.hpp"
#include "geo/vocabulary/error.hpp"
#include "tests/support/fake_results.hpp"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <cmath>

using namespace marchland;
using namespace marchland::cartography;
using support::Hidden;

namespace {

struct MapPicture : testing::Test {
    results::Results results = support::fake_results();
    geo::Boundaries const boundaries = boundaries_of(results);
    MapOptions options{.width = 1000, .language = Language::english};

    QImage drawn() const { return map_picture(discreet(results), boundaries, options); }
};

double share_that_differs(QImage const& a, QImage const& b)
{
    if (a.size() != b.size()) {
        return 1.0;
    }
    int different = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            different += a.pixel(x, y) != b.pixel(x, y);
        }
    }
    return static_cast<double>(different) / (a.width() * a.height());
}

double share_of(QImage const& image, QRgb colour)
{
    int found = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            found += image.pixel(x, y) == colour;
        }
    }
    return static_cast<double>(found) / (image.width() * image.height());
}

QByteArray bytes(QString const& path)
{
    QFile file{path};
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

}  // namespace

TEST_F(MapPicture, SameArgumentsSamePixels)
{
    EXPECT_EQ(drawn(), drawn());
}

TEST_F(MapPicture, ShowsAnotherPictureForAnotherMeasure)
{
    auto const risk = drawn();
    options.measure = Measure::hours_to_crossing;
    EXPECT_GT(share_that_differs(risk, drawn()), 0.05);
}

TEST_F(MapPicture, SaysRestrictedAndSynthetic)
{
    auto const synthetic = drawn();
    EXPECT_GT(share_of(synthetic, colour::restricted), 0.01);
    EXPECT_GT(share_of(synthetic, colour::synthetic), 0.01);
    results.about.synthetic = false;
    auto const real = drawn();
    EXPECT_GT(share_of(real, colour::restricted), 0.01);
    EXPECT_EQ(share_of(real, colour::synthetic), 0.0);
}

TEST_F(MapPicture, UncertaintyChangesTheMap)
{
    auto const unsure = drawn();
    for (auto& row : results.communes) {
        row.evidence = results::Evidence::strong;
        row.lower = row.relative_risk / 1.2;
        row.upper = row.relative_risk * 1.2;
    }
    EXPECT_GT(share_that_differs(unsure, drawn()), 0.05);
}

TEST_F(MapPicture, InformalPlacesLeaveNoTrace)
{
    for (auto const measure : all_measures) {
        options.measure = measure;
        auto const with = drawn();
        auto const kept = results;
        std::erase_if(results.crossings, [](auto const& row) { return row.informal; });
        std::erase_if(results.ways,
                      [](auto const& row) { return row.kind == results::WayKind::path; });
        std::erase_if(results.corridors,
                      [](auto const& row) { return row.crossing == Hidden::id; });
        for (auto& row : results.communes) {
            if (row.nearest_crossing == Hidden::id) {
                row.hours_to_crossing = 0.1;  // hours to it would tell where it lies
            }
        }
        EXPECT_EQ(with, drawn()) << static_cast<int>(measure);
        results = kept;
    }
}

TEST_F(MapPicture, AGateOfUnknownKindIsNotTakenForAnother)
{
    EXPECT_EQ(grade_of({.klass = results::CrossingClass::unknown}), CrossingGrade::unknown);
    EXPECT_EQ(grade_of({.klass = results::CrossingClass::auxiliary}), CrossingGrade::other);
    results.crossings.clear();
    results.crossings.push_back({.id = "1",
                                 .name = "1",
                                 .klass = results::CrossingClass::unknown,
                                 .placed = true,
                                 .at = results.communes.front().shape.front().front().front()});
    auto const unknown = drawn();
    results.crossings.front().klass = results::CrossingClass::auxiliary;
    EXPECT_GT(share_that_differs(unknown, drawn()), 0.0);
}

TEST_F(MapPicture, OfficialPlacesAreDrawn)
{
    auto const with = drawn();
    options.layers.crossings = false;
    auto const without = drawn();
    EXPECT_GT(share_that_differs(with, without), 0.0005);
    options.layers = {};
    options.layers.hotspots = false;
    EXPECT_GT(share_that_differs(with, drawn()), 0.0005);
    options.layers = {};
    options.layers.corridors = false;
    EXPECT_GT(share_that_differs(with, drawn()), 0.0005);
}

TEST_F(MapPicture, WritesTheSameBytesTwiceAndLeavesNothingElse)
{
    QTemporaryDir const folder;
    auto const path = folder.filePath(QStringLiteral("map.png"));
    write_map_png(discreet(results), boundaries, options, path.toStdString());
    auto const first = bytes(path);
    write_map_png(discreet(results), boundaries, options, path.toStdString());
    EXPECT_EQ(first, bytes(path));
    EXPECT_TRUE(first.startsWith("\x89PNG"));
    EXPECT_EQ(QDir{folder.path()}.entryList(QDir::Files | QDir::Hidden).size(), 1);
    EXPECT_EQ(QImage{path}.width(), 1000);
}

TEST_F(MapPicture, TroubleIsSaid)
{
    EXPECT_THROW(write_map_png(discreet(results), boundaries, options, "/nowhere/at/all/map.png"),
                 geo::Error);
    options.width = 10;
    EXPECT_THROW(drawn(), geo::Error);
    results.communes.pop_back();
    options.width = 1000;
    EXPECT_THROW(drawn(), geo::Error);
}

TEST_F(MapPicture, AStudyOfCommunesAloneIsAMapToo)
{
    results.crossings.clear();
    results.markets.clear();
    results.corridors.clear();
    results.ways.clear();
    results.border.clear();
    results.clusters.clear();
    EXPECT_FALSE(drawn().isNull());
}
