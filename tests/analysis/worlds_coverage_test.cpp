// What intervals are worth in worlds that the model did not make: docs/methods/worlds.md.
#include "tests/support/square_world.hpp"

#include <gtest/gtest.h>

#include <cstdio>
#include <string>

namespace marchland::analysis::test {
namespace {

constexpr std::size_t side = 10;
constexpr std::uint64_t worlds = 200;

struct Coverage {
    double all = 0.0;
    double planted = 0.0;
};

Coverage coverage(WorldFamily family, double reporting_ratio)
{
    auto const map = squares(side);
    double inside = 0.0;
    double planted_inside = 0.0;
    double planted = 0.0;
    for (std::uint64_t seed = 1; seed <= worlds; ++seed) {
        auto const world =
            simulate(map.communes, map.near, thin_world(family, reporting_ratio, side * side, seed));
        auto const risk = risk_of(told(map, world), {.draws = 400, .seed = seed, .model = RiskModel::bym2});
        for (auto const id : risk.lower.ids()) {
            double const truth = world.relative_risk[id];
            double const held = risk.lower[id] <= truth && truth <= risk.upper[id] ? 1.0 : 0.0;
            inside += held;
            planted += world.planted[id] > 0 ? 1.0 : 0.0;
            planted_inside += world.planted[id] > 0 ? held : 0.0;
        }
    }
    Coverage const found{inside / static_cast<double>(worlds * side * side),
                         planted > 0.0 ? planted_inside / planted : 1.0};
    std::printf("    %s, reporting x%g: 90 %% intervals hold the truth in %.1f %%; where planted %.1f %%\n",
                std::string{name_of(family)}.c_str(), reporting_ratio, 100.0 * found.all, 100.0 * found.planted);
    return found;
}

class Reporting : public testing::TestWithParam<double> {};

TEST_P(Reporting, SmoothWorldsAreCoveredAsPromised)
{
    auto const found = coverage(WorldFamily::smooth, GetParam());
    EXPECT_GE(found.all, 0.88);
    EXPECT_LE(found.all, 0.92);
}

TEST_P(Reporting, NullIsAlwaysHeld) { EXPECT_GE(coverage(WorldFamily::null, GetParam()).all, 0.88); }

TEST_P(Reporting, Clusters) { EXPECT_GE(coverage(WorldFamily::clusters, GetParam()).all, 0.88); }

TEST_P(Reporting, Corridor) { EXPECT_GE(coverage(WorldFamily::corridor, GetParam()).all, 0.88); }

INSTANTIATE_TEST_SUITE_P(WorldCoverage, Reporting, testing::Values(1.0, 4.0),
                         [](auto const& one) { return one.param > 1.0 ? "FourFold" : "Even"; });

}  // namespace
}  // namespace marchland::analysis::test
