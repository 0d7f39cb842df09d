#include "cartography/themes/classes.hpp"
#include "geo/vocabulary/numbers.hpp"

#include <gtest/gtest.h>

#include <vector>

using namespace marchland::cartography;

namespace {

using Breaks = std::vector<double>;

}  // namespace

TEST(Classes, ABreakBelongsToTheClassAbove)
{
    Classes const classes{{1.0, 2.0}};
    EXPECT_EQ(classes.count(), 3);
    EXPECT_EQ(classes.of(0.99), 0);
    EXPECT_EQ(classes.of(1.0), 1);
    EXPECT_EQ(classes.of(2.0), 2);
    EXPECT_EQ(classes.of(1e9), 2);
}

TEST(Classes, BreaksAreSortedAndRepeatsLeftOut)
{
    Breaks const given{3.0, 1.0, marchland::geo::unknown, 3.0};
    EXPECT_EQ(Classes{given}.breaks(), (Breaks{1.0, 3.0}));
}

TEST(Classes, QuantilesByHand)
{
    // Ten values, five classes of two: breaks at the 3rd, 5th, 7th and 9th.
    Breaks const values{10, 9, 8, 7, 6, 5, 4, 3, 2, 1};
    EXPECT_EQ(quantile_classes(values, 5).breaks(), (Breaks{3, 5, 7, 9}));
}

TEST(Classes, QuantilesOfManyZerosKeepZerosTogether)
{
    Breaks const values{0, 0, 0, 0, 0, 0, 0, 1, 2, marchland::geo::unknown};
    auto const classes = quantile_classes(values, 5);
    EXPECT_EQ(classes.breaks(), (Breaks{1}));  // the last of five quantiles; the others are zeros
    EXPECT_EQ(classes.of(0.0), 0);
    EXPECT_GT(classes.of(2.0), 0);
    EXPECT_TRUE(quantile_classes(Breaks{0, 0, 0}, 4).breaks().empty());
}

TEST(Classes, EqualIntervalsByHand)
{
    EXPECT_EQ(equal_classes(Breaks{0, 10}, 4).breaks(), (Breaks{2.5, 5.0, 7.5}));
    EXPECT_TRUE(equal_classes(Breaks{7, 7}, 4).breaks().empty());
    EXPECT_TRUE(equal_classes(Breaks{}, 4).breaks().empty());
}

TEST(Classes, RoundedToTwoDigits)
{
    auto const breaks = rounded(Classes{{0.0, 0.012345, 1.26, 987.0}}).breaks();
    ASSERT_EQ(breaks.size(), 4U);
    EXPECT_DOUBLE_EQ(breaks[1], 0.012);
    EXPECT_DOUBLE_EQ(breaks[2], 1.3);
    EXPECT_DOUBLE_EQ(breaks[3], 990.0);
}
