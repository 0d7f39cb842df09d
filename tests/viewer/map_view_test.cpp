#include "viewer/map_view.hpp"

#include "tests/viewer/viewing.hpp"

#include <QImage>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

using namespace marchland;
using namespace marchland::viewer;
using cartography::Measure;
using geo::CommuneId;
using support::fake_project;
using support::wait_for;

namespace {

struct MapViewTest : testing::Test {
    Selection selection;
    MapView map{selection};

    void SetUp() override
    {
        map.resize(900, 600);
        map.show();
        map.speak(cartography::Language::english);
        map.show_project(fake_project());
        ASSERT_TRUE(complete());
    }

    bool complete()
    {
        return wait_for([this] {
            map.update();
            return map.complete();
        });
    }

    QImage picture() { return map.grab().toImage(); }

    QPoint place_of(CommuneId id) const
    {
        return map.view().at(fake_project()->scene.communes[geo::index_of(id)].at).toPoint();
    }
};

double share_that_differs(QImage const& a, QImage const& b)
{
    int different = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            different += a.pixel(x, y) != b.pixel(x, y);
        }
    }
    return static_cast<double>(different) / (a.width() * a.height());
}

}  // namespace

TEST_F(MapViewTest, ShowsTheRegionNotABlank)
{
    QImage blank{900, 600, QImage::Format_RGB32};
    blank.fill(picture().pixel(5, 300));
    EXPECT_GT(share_that_differs(picture(), blank), 0.3);
    EXPECT_EQ(share_that_differs(picture(), picture()), 0.0);
}

TEST_F(MapViewTest, AnotherMeasureIsAnotherPicture)
{
    auto const risk = picture();
    map.show_measure(Measure::hours_to_crossing);
    EXPECT_TRUE(complete());
    EXPECT_GT(share_that_differs(risk, picture()), 0.05);
}

TEST_F(MapViewTest, AClickSelectsExactlyThatCommune)
{
    for (auto const id : {CommuneId{0}, CommuneId{13}, CommuneId{30}}) {
        QTest::mouseClick(&map, Qt::LeftButton, {}, place_of(id));
        EXPECT_EQ(selection.communes(), std::vector{id});
    }
    QTest::mouseClick(&map, Qt::LeftButton, Qt::ControlModifier, place_of(CommuneId{1}));
    EXPECT_EQ(selection.communes().size(), 2U);
    QTest::mouseClick(&map, Qt::LeftButton, {}, QPoint{3, 3});
    EXPECT_TRUE(selection.communes().empty());
}

TEST_F(MapViewTest, SelectionIsDrawn)
{
    auto const before = picture();
    selection.set({CommuneId{13}});
    EXPECT_GT(share_that_differs(before, picture()), 0.001);
}

TEST_F(MapViewTest, ADragMovesTheMapAndSelectsNothing)
{
    auto const before = map.view().centre;
    QTest::mousePress(&map, Qt::LeftButton, {}, {300, 300});
    QTest::mouseMove(&map, {340, 300});
    QTest::mouseMove(&map, {400, 320});
    QTest::mouseRelease(&map, Qt::LeftButton, {}, {400, 320});
    EXPECT_NEAR(map.view().centre.x, before.x - 100.0 * map.view().metres_per_point, 1e-6);
    EXPECT_TRUE(selection.communes().empty());
    QTest::keyClick(&map, Qt::Key_Home);
    EXPECT_EQ(map.view().centre, before);
}

TEST_F(MapViewTest, KeysZoomAndPan)
{
    double const scale = map.view().metres_per_point;
    QTest::keyClick(&map, Qt::Key_Plus);
    QTest::keyClick(&map, Qt::Key_Plus);
    EXPECT_DOUBLE_EQ(map.view().metres_per_point, scale / 2.0);
    QTest::keyClick(&map, Qt::Key_Minus);
    QTest::keyClick(&map, Qt::Key_Minus);
    EXPECT_DOUBLE_EQ(map.view().metres_per_point, scale);
    auto const west = map.view().centre.x;
    QTest::keyClick(&map, Qt::Key_Right);
    EXPECT_GT(map.view().centre.x, west);
}

TEST_F(MapViewTest, TheWheelKeepsThePlaceUnderTheCursor)
{
    QPointF const at{250.0, 200.0};
    auto const before = map.view().ground(at);
    QWheelEvent event{at, map.mapToGlobal(at), {},   {0, 120}, Qt::NoButton,
                      {}, Qt::NoScrollPhase,   false};
    QCoreApplication::sendEvent(&map, &event);
    auto const after = map.view().ground(at);
    EXPECT_NEAR(before.x, after.x, 1e-6);
    EXPECT_NEAR(before.y, after.y, 1e-6);
}

TEST_F(MapViewTest, PageKeysWalkByRank)
{
    auto const rank = [this] {
        return fake_project()->shown->communes[geo::index_of(selection.communes().at(0))].rank;
    };
    QTest::keyClick(&map, Qt::Key_PageDown);
    EXPECT_EQ(rank(), 1);
    QTest::keyClick(&map, Qt::Key_PageDown);
    EXPECT_EQ(rank(), 2);
    QTest::keyClick(&map, Qt::Key_PageUp);
    EXPECT_EQ(rank(), 1);
}

TEST_F(MapViewTest, PointingShowsACardAndLeavingHidesIt)
{
    auto const before = picture();
    QTest::mouseMove(&map, place_of(CommuneId{13}));
    QCoreApplication::processEvents();
    EXPECT_GT(share_that_differs(before, picture()), 0.01);
    QEvent leave{QEvent::Leave};
    QCoreApplication::sendEvent(&map, &leave);
    EXPECT_EQ(share_that_differs(before, picture()), 0.0);
}

TEST_F(MapViewTest, TellsAScreenReaderWhatIsSelected)
{
    selection.set({CommuneId{47}});
    EXPECT_FALSE(map.accessibleName().isEmpty());
    EXPECT_TRUE(map.accessibleDescription().contains(support::utf8("Quốc Khánh 2")));
    EXPECT_TRUE(map.accessibleDescription().contains(support::utf8("3.0 (2.0–4.5)")));
}

TEST_F(MapViewTest, ClosingWhileTilesFillIsClean)
{
    for (int i = 0; i < 8; ++i) {
        QTest::keyClick(&map, Qt::Key_Plus);
    }
    picture();
}
