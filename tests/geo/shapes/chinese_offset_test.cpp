// The shift of maps published in China, against values of the published reconstruction.
#include "geo/shapes/chinese_offset.hpp"

#include <gtest/gtest.h>

namespace marchland::geo {
namespace {

TEST(ChineseOffset, MovesAsThePublishedReconstructionDoes)
{
    struct Row {
        Point wgs84;
        Point gcj02;
    };
    // test vectors of eviltransform
    for (auto const& [at, there] :
         {Row{{121.5272106, 31.1774276}, {121.531541859215, 31.17530398364597}},
          Row{{113.912316, 22.543847}, {113.9171764808363, 22.540796131694766}},
          Row{{116.377817, 39.911954}, {116.38404722455657, 39.91334545536069}}}) {
        auto const moved = shifted(at, ChineseOffset::gcj02);
        EXPECT_NEAR(moved.x, there.x, 1e-6);
        EXPECT_NEAR(moved.y, there.y, 1e-6);
    }
    // Baidu's own converter: 116.404, 39.915 of GCJ-02 is 116.41036949371, 39.92133699351 of BD-09
    auto const before = unshifted({116.404, 39.915}, ChineseOffset::gcj02);
    auto const baidu = shifted(before, ChineseOffset::bd09);
    EXPECT_NEAR(baidu.x, 116.41036949371, 1e-6);
    EXPECT_NEAR(baidu.y, 39.92133699351, 1e-6);
}

TEST(ChineseOffset, IsUndone)
{
    for (auto const offset : {ChineseOffset::gcj02, ChineseOffset::bd09}) {
        for (double x = 99.0; x < 125.0; x += 3.7) {
            for (double y = 19.0; y < 45.0; y += 4.3) {
                auto const back = unshifted(shifted({x, y}, offset), offset);
                EXPECT_NEAR(back.x, x, 1e-9);
                EXPECT_NEAR(back.y, y, 1e-9);
            }
        }
    }
}

TEST(ChineseOffset, IsCalledByItsName)
{
    EXPECT_EQ(chinese_offset("GCJ-02"), ChineseOffset::gcj02);
    EXPECT_EQ(chinese_offset("bd09"), ChineseOffset::bd09);
    EXPECT_FALSE(chinese_offset("EPSG:4326"));
    EXPECT_FALSE(chinese_offset(""));
}

}  // namespace
}  // namespace marchland::geo
