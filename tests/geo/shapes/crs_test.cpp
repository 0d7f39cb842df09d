// Reference systems: figures worked out by PROJ's own command line, and what must be refused.
#include "geo/shapes/crs.hpp"

#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/parallel.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

namespace {

using namespace marchland::geo;

// echo 21.85 106.76 | cs2cs EPSG:4326 EPSG:9209
TEST(Crs, Vn2000AtLangSon)
{
    auto const utm = Transform{Crs::wgs84(), Crs::parse("EPSG:3405")}({106.76, 21.85});
    EXPECT_NEAR(utm.x, 681683.237, 0.001);
    EXPECT_NEAR(utm.y, 2417371.804, 0.001);
    auto const zone = Transform{Crs::wgs84(), Crs::parse("EPSG:9209")}({106.76, 21.85});
    EXPECT_NEAR(zone.x, 630044.941, 0.001);
    EXPECT_NEAR(zone.y, 2417590.762, 0.001);
}

TEST(Crs, EveryWorkingSystemGoesThereAndBackWithinTheMetreThatTheRegisterStates)
{
    std::vector<int> codes{3405, 3406, 5897, 5898, 5899};
    for (int code = 9205; code <= 9218; ++code) {
        codes.push_back(code);
    }
    for (int const code : codes) {
        auto const crs = Crs::parse("EPSG:" + std::to_string(code));
        Transform const there{Crs::wgs84(), crs};
        Transform const back{crs, Crs::wgs84()};
        auto const again = back(there({106.76, 21.85}));
        EXPECT_NEAR(again.x, 106.76, 1e-7) << code;
        EXPECT_NEAR(again.y, 21.85, 1e-7) << code;
        EXPECT_EQ(there.accuracy_m(), 1.0) << code;
        EXPECT_FALSE(there.ballpark()) << code;
        EXPECT_FALSE(crs.in_degrees()) << code;
    }
}

TEST(Crs, SwappedRegisterEntriesAreRefusedWithTheReason)
{
    for (auto const* const code : {"EPSG:6956", "EPSG:6957", "EPSG:6958", "EPSG:6959"}) {
        try {
            Crs::parse(code);
            FAIL() << code;
        } catch (Error const& error) {
            EXPECT_NE(std::string{error.what()}.find("swapped"), std::string::npos);
        }
    }
}

TEST(Crs, UnknownSystemIsRefused)
{
    EXPECT_THROW(Crs::parse("EPSG:999999"), Error);
    EXPECT_THROW(Crs::parse("nonsense"), Error);
}

TEST(Crs, ChinaGeodetic2000IsOnlyAGuess)
{
    Transform const guess{Crs::wgs84(), Crs::parse("EPSG:4490")};
    EXPECT_TRUE(guess.ballpark());
    EXPECT_FALSE(guess.accuracy_m());
}

TEST(Crs, FittingSystemByPlace)
{
    EXPECT_EQ(fitting_crs({106.2, 21.3, 107.4, 22.5}).text(),
              "EPSG:9214");  // middle 106.8, nearest 107-00
    EXPECT_EQ(fitting_crs({102.1, 20.7, 108.1, 23.4}).text(),
              "EPSG:3405");  // the whole northern border
    EXPECT_EQ(fitting_crs({9.4, 46.8, 9.7, 47.5}).text(), "EPSG:32632");  // Liechtenstein
    EXPECT_THROW(fitting_crs({}), Error);
    EXPECT_THROW(fitting_crs({200.0, 0.0, 210.0, 1.0}), Error);
}

TEST(Crs, ThreadsShareATransform)
{
    Transform const there{Crs::wgs84(), Crs::parse("EPSG:9215")};
    auto const expected = there({106.7, 21.9});
    std::vector<Point> found(64);
    for_each_index(found.size(), 4, [&](std::size_t i) { found[i] = there({106.7, 21.9}); });
    for (auto const& point : found) {
        EXPECT_EQ(point, expected);
    }
}

TEST(Crs, APointOutOfReachIsSaid)
{
    Transform const there{Crs::wgs84(), Crs::parse("EPSG:9215")};
    EXPECT_THROW(there({106.0, 1000.0}), Error);
}

}  // namespace
