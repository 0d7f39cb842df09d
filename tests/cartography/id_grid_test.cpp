#include "cartography/tiles/id_grid.hpp"

#include "cartography/map/map_picture.hpp"
#include "cartography/tiles/levels.hpp"
#include "tests/support/fake_results.hpp"

#include <QImage>
#include <QPainter>
#include <QPainterPath>

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <string>

using namespace marchland;
using namespace marchland::cartography;

namespace {

/// Ten metres a cell, north-west corner at (0, height).
IdGrid grid_of(int width, int height, std::size_t communes = 10)
{
    return {width, height, {0.0, 10.0 * height}, 10.0, communes};
}

geo::Line square(double west, double south, double east, double north)
{
    return {{west, south}, {east, south}, {east, north}, {west, north}, {west, south}};
}

std::string drawn(IdGrid const& grid)
{
    std::string rows;
    for (int y = 0; y < grid.height(); ++y) {
        for (int x = 0; x < grid.width(); ++x) {
            auto const id = grid.at(x, y);
            rows += id ? static_cast<char>('a' + geo::index_of(*id)) : '.';
        }
        rows += '\n';
    }
    return rows;
}

/// The slow and obvious twin: Qt fills each commune in a colour that says its number.
QImage by_qt(geo::Boundaries const& boundaries, Levels const& levels, geo::Box const& box,
             int width, int height, double metres)
{
    QImage image{width, height, QImage::Format_RGB32};
    image.fill(0U);
    QPainter painter{&image};
    painter.setPen(Qt::NoPen);
    for (std::size_t i = 0; i < boundaries.size(); ++i) {
        QPainterPath path;
        path.setFillRule(Qt::OddEvenFill);
        for (auto const& ring : levels.rings(static_cast<geo::CommuneId>(i), metres)) {
            QPolygonF polygon;
            for (auto const& p : ring) {
                polygon.push_back({(p.x - box.min_x) / metres, (box.max_y - p.y) / metres});
            }
            path.addPolygon(polygon);
        }
        painter.fillPath(path, QColor{0xff000000U | static_cast<QRgb>(i + 1)});
    }
    return image;
}

double share_that_differs(IdGrid const& grid, QImage const& reference)
{
    int different = 0;
    for (int y = 0; y < grid.height(); ++y) {
        for (int x = 0; x < grid.width(); ++x) {
            auto const id = grid.at(x, y);
            auto const expected = reference.pixel(x, y) & 0xffffffU;
            different += (id ? geo::index_of(*id) + 1 : 0) != expected;
        }
    }
    return static_cast<double>(different) / (grid.width() * grid.height());
}

}  // namespace

TEST(IdGrid, FillsCellsWhoseMiddleLiesInside)
{
    auto grid = grid_of(6, 4);
    grid.fill(geo::CommuneId{0}, {square(10, 10, 40, 30)});
    grid.fill(geo::CommuneId{1}, {square(44, 0, 60, 40)});  // 44 is before the middle of cell 4
    EXPECT_EQ(drawn(grid), "....bb\n"
                           ".aaabb\n"
                           ".aaabb\n"
                           "....bb\n");
}

TEST(IdGrid, HolesStayEmptyAndIslandsInThemFill)
{
    auto grid = grid_of(7, 7);
    grid.fill(geo::CommuneId{2},
              {square(0, 0, 70, 70), square(10, 10, 60, 60), square(30, 30, 40, 40)});
    EXPECT_EQ(drawn(grid), "ccccccc\n"
                           "c.....c\n"
                           "c.....c\n"
                           "c..c..c\n"
                           "c.....c\n"
                           "c.....c\n"
                           "ccccccc\n");
}

TEST(IdGrid, RingsThatReachOutsideAreCutOff)
{
    auto grid = grid_of(3, 3);
    grid.fill(geo::CommuneId{0}, {square(-1000, -1000, 15, 1000)});
    EXPECT_EQ(drawn(grid), "a..\na..\na..\n");
}

TEST(IdGrid, NeighboursLeaveNoGapAndNoOverlap)
{
    // A slanted border, shared by both in opposite directions.
    geo::Line const left{{0, 0}, {33, 0}, {71, 100}, {0, 100}, {0, 0}};
    geo::Line const right{{33, 0}, {100, 0}, {100, 100}, {71, 100}, {33, 0}};
    auto both = grid_of(10, 10);
    both.fill(geo::CommuneId{0}, {left});
    both.fill(geo::CommuneId{1}, {right});
    auto other_way = grid_of(10, 10);
    other_way.fill(geo::CommuneId{1}, {right});
    other_way.fill(geo::CommuneId{0}, {left});
    EXPECT_EQ(both, other_way);
    EXPECT_EQ(drawn(both).find('.'), std::string::npos);
}

TEST(IdGrid, ManyCommunesTakeWiderCells)
{
    auto grid = grid_of(2, 2, 70'000);
    grid.fill(geo::CommuneId{69'999}, {square(0, 0, 20, 20)});
    EXPECT_EQ(grid.at(1, 1), geo::CommuneId{69'999});
    EXPECT_EQ(grid_of(2, 2).at(0, 0), std::nullopt);
}

TEST(IdGrid, AgreesWithQtOnTheFakeRegion)
{
    auto const boundaries =
        std::make_shared<geo::Boundaries const>(boundaries_of(support::fake_results(12, 16)));
    Levels const levels{boundaries};
    auto const box = boundaries->box();
    for (double const metres : {23.0, 37.3, 150.0}) {
        auto const width = static_cast<int>(box.width() / metres);
        auto const height = static_cast<int>(box.height() / metres);
        IdGrid grid{width, height, {box.min_x, box.max_y}, metres, boundaries->size()};
        levels.fill(grid);
        auto const reference = by_qt(*boundaries, levels, box, width, height, metres);
        EXPECT_LE(share_that_differs(grid, reference), 0.0005) << metres;
    }
}

TEST(IdGrid, AgreesWithQtOnRandomStars)
{
    std::mt19937 draw{7};
    auto const number = [&draw] { return static_cast<double>(draw() % 4000U) / 10.0; };
    for (int round = 0; round < 20; ++round) {
        geo::Line ring;
        for (int i = 0; i < 17; ++i) {
            ring.push_back({number(), number()});
        }
        ring.push_back(ring.front());
        IdGrid grid{400, 400, {0.0, 400.0}, 1.0, 1};
        grid.fill(geo::CommuneId{0}, {ring});
        QImage reference{400, 400, QImage::Format_RGB32};
        reference.fill(0U);
        QPainterPath path;
        QPolygonF polygon;
        for (auto const& p : ring) {
            polygon.push_back({p.x, 400.0 - p.y});
        }
        path.addPolygon(polygon);
        QPainter{&reference}.fillPath(path, QColor{0xff000001U});
        EXPECT_LE(share_that_differs(grid, reference), 0.0025) << round;  // a star is all edge
    }
}
