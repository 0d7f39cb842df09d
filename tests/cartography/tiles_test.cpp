#include "cartography/tiles/tiles.hpp"

#include "cartography/map/draw.hpp"
#include "cartography/map/map_picture.hpp"
#include "cartography/themes/palette.hpp"
#include "tests/support/fake_results.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

using namespace marchland;
using namespace marchland::cartography;

namespace {

struct TilesTest : testing::Test {
    results::Results const results = support::fake_results();
    std::shared_ptr<geo::Boundaries const> const boundaries =
        std::make_shared<geo::Boundaries const>(boundaries_of(results));
    std::shared_ptr<Levels const> const levels = std::make_shared<Levels const>(boundaries);
    std::atomic<int> ready{0};
    Tiles tiles{levels, [this] { ++ready; }};
    View const view{boundaries->box().centre(), metres_at(26), {800.0, 600.0}};

    QImage painted(View const& from)
    {
        QImage image{from.size.toSize(), QImage::Format_RGB32};
        image.fill(0xffffffffU);
        QPainter painter{&image};
        tiles.paint(painter, from, 1.0);
        return image;
    }

    /// Paints until the workers are done; a test that hangs here is cut by its time limit.
    QImage complete(View const& from)
    {
        auto image = painted(from);
        while (tiles.missing() > 0) {
            std::this_thread::yield();
            image = painted(from);
        }
        return image;
    }

    void look(Measure measure)
    {
        tiles.set_look(lut_of(make_theme(discreet(results), measure, Language::english)),
                       colour::outline);
    }
};

double differing_share(QImage const& a, QImage const& b)
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

TEST(View, GroundAndPictureAreThereAndBack)
{
    View const view{{1000.0, 2000.0}, 5.0, {400.0, 300.0}};
    EXPECT_EQ(view.at({1000.0, 2000.0}), (QPointF{200.0, 150.0}));
    EXPECT_EQ(view.at({1005.0, 2005.0}), (QPointF{201.0, 149.0}));
    EXPECT_EQ(view.ground(view.at({1234.0, 1987.0})), (geo::Point{1234.0, 1987.0}));
}

TEST(View, FittingShowsTheWholeBox)
{
    auto const view = fitting({0.0, 0.0, 1000.0, 100.0}, {100.0, 100.0}, 0.0);
    EXPECT_DOUBLE_EQ(view.metres_per_point, 10.0);
    EXPECT_EQ(view.centre, (geo::Point{500.0, 50.0}));
}

TEST(View, FourStepsDoubleTheScale)
{
    EXPECT_DOUBLE_EQ(metres_at(4), 2.0 * metres_at(0));
    EXPECT_EQ(step_above(4.0), 8);
    EXPECT_EQ(step_below(4.0), 8);
    EXPECT_EQ(step_above(4.1), 9);
    EXPECT_EQ(step_below(4.1), 8);
}

TEST(ScaleBarTest, IsOneTwoOrFive)
{
    EXPECT_DOUBLE_EQ(scale_bar(100.0, 160.0).metres, 10'000.0);
    EXPECT_DOUBLE_EQ(scale_bar(100.0, 50.0).metres, 5'000.0);
    EXPECT_DOUBLE_EQ(scale_bar(100.0, 49.0).metres, 2'000.0);
    EXPECT_DOUBLE_EQ(scale_bar(100.0, 50.0).points, 50.0);
}

TEST_F(TilesTest, KeysCoverTheViewNearestFirst)
{
    auto const keys = tiles_in(view, step_for(view), 1.0);
    geo::Box covered;
    for (auto const& key : keys) {
        auto const corner = top_left(key);
        covered.add(corner);
        double const side = tile_size * metres_per_pixel(key);
        covered.add(geo::Point{corner.x + side, corner.y - side});
    }
    EXPECT_LE(covered.min_x, view.box().min_x);
    EXPECT_GE(covered.max_y, view.box().max_y);
    auto const first = top_left(keys.front());
    EXPECT_LE(first.x, view.centre.x);
    EXPECT_GE(first.y, view.centre.y);
}

TEST_F(TilesTest, TilesMeetWithoutASeam)
{
    look(Measure::relative_risk);
    auto const together = complete(view);
    auto const corner = view.ground({0.0, 0.0});
    // One grid over the whole view, on the same raster as the tiles.
    double const metres = view.metres_per_point;
    geo::Point const snapped{std::round(corner.x / metres) * metres,
                             std::round(corner.y / metres) * metres};
    IdGrid whole{801, 601, snapped, metres, boundaries->size()};
    levels->fill(whole);
    int different = 0;
    auto const off_x = std::round(corner.x / metres) - corner.x / metres;
    auto const off_y = corner.y / metres - std::round(corner.y / metres);
    for (int y = 1; y < 599; ++y) {
        for (int x = 1; x < 799; ++x) {
            auto const id = tiles.id_at(view, {x + 0.5 + off_x, y + 0.5 + off_y}, 1.0);
            different += id != whole.at(x, y);
        }
    }
    EXPECT_EQ(different, 0);
    EXPECT_GT(differing_share(together, painted({{0.0, 0.0}, 100.0, view.size})), 0.05);
}

TEST_F(TilesTest, RecolouringFillsNothingAgain)
{
    look(Measure::relative_risk);
    auto const risk = complete(view);
    int const filled = ready;
    look(Measure::hours_to_crossing);
    auto const hours = painted(view);
    EXPECT_EQ(tiles.missing(), 0);
    EXPECT_EQ(ready, filled);
    EXPECT_GT(differing_share(risk, hours), 0.05);
    look(Measure::relative_risk);
    EXPECT_EQ(differing_share(risk, painted(view)), 0.0);
}

TEST_F(TilesTest, MissingTilesAreDrawnFromOtherScales)
{
    look(Measure::relative_risk);
    complete(view);
    View const nearer{view.centre, metres_at(22), view.size};
    auto const at_once = painted(nearer);
    EXPECT_GT(tiles.missing(), 0);
    auto const later = complete(nearer);
    EXPECT_LT(differing_share(at_once, later), 0.25);  // blurred, not blank
}

TEST_F(TilesTest, PixelAndPolygonAgreeAwayFromEdges)
{
    look(Measure::relative_risk);
    complete(view);
    auto const spot = boundaries->box_of(geo::CommuneId{11}).centre();
    EXPECT_EQ(tiles.id_at(view, view.at(spot), 1.0), geo::CommuneId{11});
    EXPECT_EQ(commune_at(*boundaries, spot), geo::CommuneId{11});
    EXPECT_EQ(commune_at(*boundaries, {0.0, 0.0}), std::nullopt);
}

TEST_F(TilesTest, OutlinesFadeWhereCommunesAreSmall)
{
    EXPECT_EQ(outline_strength(9.9), 0.0);
    EXPECT_GT(outline_strength(40.0), outline_strength(15.0));
}

TEST_F(TilesTest, EndingWhileWorkersFillIsClean)
{
    look(Measure::relative_risk);
    painted({view.centre, metres_at(8), view.size});
    EXPECT_GT(tiles.missing(), 0);
}
