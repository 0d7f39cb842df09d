#include "analysis/hotspots/hotspots.hpp"

#include "analysis/numerics/multiple_testing.hpp"
#include "geo/vocabulary/random.hpp"
#include "tests/support/drawn_maps.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace marchland::analysis::hotspots {
namespace {

auto const two_corners = test::drawn({"99900000000", "99900000000", "99900000000", "00000000000",
                                      "00000000999", "00000000999", "00000000999"});

TEST(Hotspots, TwoCornersAreTwoClusters)
{
    auto const found = find_hotspots(two_corners.rate, two_corners.near);
    std::vector<std::vector<geo::CommuneId>> high;
    for (auto const& group : found.clusters) {
        if (found.hotspot[group.front()] == Pattern::high_high) {
            high.push_back(group);
        }
    }
    ASSERT_EQ(high.size(), 2U);
    EXPECT_TRUE(std::ranges::binary_search(high[0], two_corners.at(1, 1)));
    EXPECT_TRUE(std::ranges::binary_search(high[1], two_corners.at(5, 9)));
    EXPECT_FALSE(std::ranges::binary_search(high[0], two_corners.at(5, 9)));
}

TEST(Hotspots, AreWhatTheQValueSays)
{
    auto const found = find_hotspots(two_corners.rate, two_corners.near, {.fdr = 0.05});
    auto const q =
        numerics::adjusted(found.local.p_value.span(), numerics::Correction::benjamini_hochberg);
    std::size_t in_clusters = 0;
    std::size_t hotspots = 0;
    for (auto const id : two_corners.rate.ids()) {
        EXPECT_EQ(found.q_value[id], q[geo::index_of(id)]);
        EXPECT_EQ(found.hotspot[id] != Pattern::none, q[geo::index_of(id)] <= 0.05);
        hotspots += found.hotspot[id] != Pattern::none ? 1U : 0U;
    }
    for (auto const& group : found.clusters) {
        in_clusters += group.size();
        for (auto const id : group) {
            EXPECT_EQ(found.hotspot[id], found.hotspot[group.front()]);
        }
    }
    EXPECT_EQ(in_clusters, hotspots);  // each in one cluster, none left out
}

TEST(Hotspots, FewAreFoundWhereThereIsNothing)
{
    // With a false discovery rate of 5 %, about one map in twenty shows anything.
    auto const near = test::grid_neighbours(10, 10);
    int with_finds = 0;
    for (std::uint64_t map = 0; map < 100; ++map) {
        geo::Draws draws{geo::Random{map, "test-null"}};
        geo::PerCommune<double> values;
        for (int i = 0; i < 100; ++i) {
            values.push_back(draws.normal());
        }
        auto const found = find_hotspots(values, near, {{.permutations = 9999, .seed = map}, 0.05});
        with_finds += found.clusters.empty() ? 0 : 1;
    }
    std::printf("    maps of noise with a hotspot: %d of 100\n", with_finds);
    EXPECT_LE(with_finds, 13);  // 4 standard errors above 5
}

TEST(Hotspots, NothingToFindIsNoTrouble)
{
    auto const found = find_hotspots(geo::PerCommune<double>{9, 2.0}, test::grid_neighbours(3, 3));
    EXPECT_TRUE(found.clusters.empty());
    EXPECT_TRUE(
        find_hotspots(geo::PerCommune<double>{}, neighbours::Neighbours{}).clusters.empty());
}

}  // namespace
}  // namespace marchland::analysis::hotspots
