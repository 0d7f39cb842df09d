// Shapes by hand: areas, centres, what lies inside, what is nearest.
#include "geo/shapes/geometry.hpp"
#include "geo/shapes/validity.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace {

using namespace marchland::geo;

Ring box(double x0, double y0, double x1, double y1)
{
    return {{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}, {x0, y0}};
}

TEST(Geometry, AreaIsShellsLessHolesWhateverTheirDirection)
{
    Area area{{box(0, 0, 10, 10), box(2, 2, 4, 4)}, {box(20, 0, 21, 1)}};
    EXPECT_DOUBLE_EQ(area_of(area), 97.0);
    std::ranges::reverse(area[0][1]);
    EXPECT_DOUBLE_EQ(area_of(area), 97.0);
}

TEST(Geometry, CentroidOfASquareWithAHole)
{
    auto const centre = centroid_of({{box(0, 0, 4, 4), box(2, 0, 4, 4)}});
    EXPECT_NEAR(centre.x, 1.0, 1e-12);
    EXPECT_NEAR(centre.y, 2.0, 1e-12);
}

TEST(Geometry, ACentreLiesInsideAlsoInAHorseshoe)
{
    Area const horseshoe{
        {{{0, 0}, {10, 0}, {10, 10}, {8, 10}, {8, 2}, {2, 2}, {2, 10}, {0, 10}, {0, 0}}}};
    EXPECT_FALSE(contains(horseshoe, centroid_of(horseshoe)));
    EXPECT_TRUE(contains(horseshoe, point_inside(horseshoe)));
}

TEST(Geometry, LargeCoordinatesKeepTheirDigits)
{
    EXPECT_NEAR(area_of({{box(680000.0, 2400000.0, 680000.5, 2400000.5)}}), 0.25, 1e-9);
}

TEST(Geometry, FootOfAPointOnASegment)
{
    auto const foot = foot_on_segment({5, 3}, {0, 0}, {10, 0});
    EXPECT_DOUBLE_EQ(foot.along, 0.5);
    EXPECT_DOUBLE_EQ(foot.distance, 3.0);
    EXPECT_DOUBLE_EQ(foot_on_segment({-5, 0}, {0, 0}, {10, 0}).along, 0.0);
    EXPECT_DOUBLE_EQ(foot_on_segment({1, 1}, {2, 2}, {2, 2}).distance, std::sqrt(2.0));
}

TEST(Validity, BowTieIsFoundAndMended)
{
    Area const bow_tie{{{{0, 0}, {2, 2}, {2, 0}, {0, 2}, {0, 0}}}};
    ASSERT_TRUE(defect_of(bow_tie));
    auto const whole = mended(bow_tie);
    EXPECT_FALSE(defect_of(whole));
    EXPECT_NEAR(area_of(whole), 2.0, 1e-12);
}

TEST(Validity, SoundShapesHaveNoDefect)
{
    EXPECT_FALSE(defect_of({{box(0, 0, 1, 1)}}));
    EXPECT_TRUE(mended({{{{0, 0}, {1, 1}, {0, 0}}}}).empty());
}

}  // namespace
