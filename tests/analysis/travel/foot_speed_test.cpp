// Numbers by hand: docs/methods/surface.md.
#include "analysis/travel/foot_speed.hpp"

#include <gtest/gtest.h>

#include <array>

namespace marchland::analysis::travel {
namespace {

constexpr std::array rules{FootSpeed::tobler, FootSpeed::irmischer_clarke, FootSpeed::langmuir};

TEST(FootSpeed, ToblerByHand)
{
    EXPECT_NEAR(foot_speed_kmh(FootSpeed::tobler, -0.05), 6.0, 1e-12);
    EXPECT_NEAR(foot_speed_kmh(FootSpeed::tobler, 0.0), 5.036742, 1e-6);    // 6 exp(-0.175)
    EXPECT_NEAR(foot_speed_kmh(FootSpeed::tobler, 0.15), 2.979512, 1e-6);   // 6 exp(-0.7)
    EXPECT_NEAR(foot_speed_kmh(FootSpeed::tobler, -0.25), 2.979512, 1e-6);  // as far from -0.05
    EXPECT_NEAR(foot_speed_kmh(FootSpeed::tobler, 0.0, Underfoot::off_path), 0.6 * 5.036742, 1e-6);
}

TEST(FootSpeed, IrmischerClarkeByHand)
{
    EXPECT_NEAR(foot_speed_kmh(FootSpeed::irmischer_clarke, -0.05), 3.6 * 1.11, 1e-12);
    EXPECT_NEAR(foot_speed_kmh(FootSpeed::irmischer_clarke, 0.0), 3.6 * 1.096207,
                1e-5);  // exp(-25/1800)
    EXPECT_NEAR(foot_speed_kmh(FootSpeed::irmischer_clarke, 0.25), 3.6 * 0.716531,
                1e-5);  // exp(-1/2)
    EXPECT_NEAR(foot_speed_kmh(FootSpeed::irmischer_clarke, -0.02, Underfoot::off_path), 3.6 * 0.78,
                1e-12);
}

TEST(FootSpeed, LangmuirByHand)
{
    EXPECT_NEAR(foot_speed_kmh(FootSpeed::langmuir, 0.0), 5.0, 1e-12);
    EXPECT_NEAR(foot_speed_kmh(FootSpeed::langmuir, 0.1), 3.6 / 1.32,
                1e-12);  // 0.72 + 0.6 s a metre
    EXPECT_NEAR(foot_speed_kmh(FootSpeed::langmuir, -0.1), 3.6 / 0.52002, 1e-12);  // 0.72 - 0.2
    EXPECT_NEAR(foot_speed_kmh(FootSpeed::langmuir, -0.3), 3.6 / 1.31994, 1e-12);  // 0.72 + 0.6
}

TEST(FootSpeed, NoSlopeIsQuickerThanTheTopSpeed)
{
    for (auto const rule : rules) {
        for (auto const underfoot : {Underfoot::path, Underfoot::off_path}) {
            double const top = top_foot_speed_kmh(rule, underfoot);
            for (int i = -2000; i <= 2000; ++i) {
                EXPECT_LE(foot_speed_kmh(rule, i / 1000.0, underfoot), top * (1.0 + 1e-12)) << i;
                EXPECT_GT(foot_speed_kmh(rule, i / 1000.0, underfoot), 0.0);
            }
            EXPECT_LT(foot_speed_kmh(rule, 0.2, underfoot), foot_speed_kmh(rule, 0.1, underfoot));
        }
    }
}

TEST(FootSpeed, CoverSlowsToItsSpeedOnTheFlat)
{
    std::array const speeds{5.0, 4.0, 3.0, 2.0};
    for (auto const rule : rules) {
        for (std::size_t i = 0; i < speeds.size(); ++i) {
            auto const cover = static_cast<Cover>(i);
            EXPECT_EQ(cover_speed_kmh(cover), speeds[i]);
            EXPECT_NEAR(foot_speed_kmh(rule, 0.0) / cover_friction(cover, rule), speeds[i], 1e-12);
        }
    }
    EXPECT_NEAR(cover_friction(Cover::dense, FootSpeed::langmuir), 2.5, 1e-12);
}

TEST(FootSpeed, Names)
{
    EXPECT_EQ(name_of(FootSpeed::tobler), "tobler");
    EXPECT_EQ(name_of(FootSpeed::irmischer_clarke), "irmischer-clarke");
    EXPECT_EQ(name_of(FootSpeed::langmuir), "langmuir");
}

}  // namespace
}  // namespace marchland::analysis::travel
