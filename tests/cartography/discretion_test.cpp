#include "cartography/map/discretion.hpp"

#include "tests/support/fake_results.hpp"

#include <gtest/gtest.h>

#include <cmath>

using namespace marchland;
using namespace marchland::cartography;
using support::Hidden;

namespace {

struct DiscretionTest : testing::Test {
    results::Results const results = support::fake_results();
    Discretion const discretion{results};
};

}  // namespace

TEST_F(DiscretionTest, KnowsWhatIsOfficial)
{
    EXPECT_NE(discretion.official("XX-QT"), nullptr);
    EXPECT_EQ(discretion.official(Hidden::id), nullptr);
    EXPECT_TRUE(discretion.is_informal(Hidden::id));
    EXPECT_EQ(discretion.official("nobody"), nullptr);
}

TEST_F(DiscretionTest, AClassSaysItToo)
{
    results::CrossingRow row;
    row.klass = results::CrossingClass::informal;
    EXPECT_FALSE(is_official(row));
}

TEST_F(DiscretionTest, HoursAreThoseToAnOfficialCrossing)
{
    results::CommuneRow row;
    row.code = "90010";
    row.nearest_crossing = Hidden::id;
    row.hours_to_crossing = 0.2;
    EXPECT_DOUBLE_EQ(discretion.hours_to_crossing(row), 1.9);
    row.code = "90011";  // no corridor by public road: the hours to the hidden one stay untold
    EXPECT_TRUE(std::isnan(discretion.hours_to_crossing(row)));
}

TEST_F(DiscretionTest, DrawsOnlyPublicRoadsToOfficialCrossings)
{
    EXPECT_TRUE(discretion.may_draw(results.corridors[0]));
    EXPECT_FALSE(discretion.may_draw(results.corridors[1]));
    auto by_road = results.corridors[1];
    by_road.informal_share = 0.0;  // a road all along still ends at the informal crossing
    EXPECT_FALSE(discretion.may_draw(by_road));
    auto unknown = results.corridors[0];
    unknown.informal_share = geo::unknown;
    EXPECT_FALSE(discretion.may_draw(unknown));
    EXPECT_TRUE(discretion.may_draw(results.ways[0]));
    EXPECT_FALSE(discretion.may_draw(results.ways[2]));
}

TEST_F(DiscretionTest, WithholdsFindingsAboutInformalPlaces)
{
    EXPECT_TRUE(discretion.may_say(results.findings[0]));
    EXPECT_TRUE(discretion.may_say(results.findings[1]));
    EXPECT_FALSE(discretion.may_say(results.findings[2]));
    EXPECT_FALSE(discretion.may_say(results.findings[3]));
    auto by_row = results.findings[1];
    by_row.feature = "row 4";  // may be the informal one
    EXPECT_FALSE(discretion.may_say(by_row));
}

TEST_F(DiscretionTest, NamesAreReplacedUnlessSomethingElseBearsThem)
{
    EXPECT_EQ(discretion.said(std::string{"near "} + Hidden::name, "one"), "near one");
    EXPECT_EQ(discretion.said(std::string{Hidden::id} + "; " + Hidden::id, "x"), "x; x");
    auto named_like_a_commune = results;
    named_like_a_commune.crossings[3].name = "Đồng Đăng";
    Discretion const other{named_like_a_commune};
    EXPECT_EQ(other.said("Đồng Đăng", "x"), "Đồng Đăng");
}
