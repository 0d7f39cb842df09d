// The search from both ends against that from one, and laws of lightest ways.
#include "analysis/graph/k_shortest.hpp"
#include "analysis/graph/point_to_point.hpp"

#include "geo/vocabulary/error.hpp"
#include "tests/support/patience.hpp"
#include "tests/support/random_digraph.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>

namespace marchland::analysis::graph {
namespace {

/// The weight of a walk that must be one; the sum of what it says.
void expect_walk(test::Edges const& edges, Walk const& walk, std::size_t from, std::size_t to)
{
    std::uint64_t weight = 0;
    auto at = from;
    for (auto const e : walk.edges) {
        EXPECT_EQ(edges[e].from, at);
        at = edges[e].to;
        weight += edges[e].weight;
    }
    EXPECT_EQ(at, to);
    EXPECT_EQ(weight, walk.weight);
}

TEST(LightestWay, IsThatOfTheSearchFromOneEndOnTenThousandPairs)
{
    std::size_t pairs = 0;
    for (std::uint64_t seed = 1; seed <= 50; ++seed) {
        std::size_t const nodes = 100;
        auto const edges =
            test::random_edges(nodes, 60 + 8 * seed, seed, seed % 3 == 0 ? 2 : 1000, 0);
        Digraph const graph{nodes, edges};
        for (std::size_t from = 0; from < nodes; from += 10) {
            auto const distance = distances_from(graph, from);
            for (std::size_t to = 0; to < nodes; to += 5, ++pairs) {
                auto const way = lightest_way(graph, from, to);
                ASSERT_EQ(way.has_value(), distance[to] != no_distance)
                    << seed << ": " << from << " " << to;
                if (way) {
                    EXPECT_EQ(way->weight, distance[to]) << seed << ": " << from << " " << to;
                    expect_walk(edges, *way, from, to);
                }
            }
        }
    }
    EXPECT_EQ(pairs, 10'000U);
}

TEST(LightestWay, ReversingTheGraphReversesTheWay)
{
    auto const edges = test::random_edges(60, 200, 9, 1'000'000, 0);  // no ties to speak of
    auto turned = edges;
    for (auto& edge : turned) {
        std::swap(edge.from, edge.to);
    }
    Digraph const graph{60, edges};
    Digraph const back{60, turned};
    for (std::size_t to = 1; to < 60; ++to) {
        auto way = lightest_way(graph, 0, to);
        auto const other = lightest_way(back, to, 0);
        if (way) {
            std::ranges::reverse(way->edges);
        }
        EXPECT_EQ(way, other) << to;
    }
}

TEST(LightestWay, ClosingNeverShortensAndOpeningNeverLengthens)
{
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        auto const edges = test::random_edges(30, 90, seed, 20, 0);
        auto const whole = distances_from(Digraph{30, edges}, 0);
        auto fewer = edges;
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(seed));
        auto more = edges;
        more.push_back({0, static_cast<std::uint32_t>(seed), 1});
        auto const closed = distances_from(Digraph{30, fewer}, 0);
        auto const opened = distances_from(Digraph{30, more}, 0);
        for (std::size_t n = 0; n < 30; ++n) {
            EXPECT_GE(closed[n], whole[n]);
            EXPECT_LE(opened[n], whole[n]);
        }
    }
}

TEST(LightestWay, EndsThatAreOneOrMissing)
{
    Digraph const graph{3, test::Edges{{0, 1, 4}, {0, 0, 1}}};
    EXPECT_EQ(lightest_way(graph, 0, 0), (Walk{0, {}}));
    EXPECT_EQ(lightest_way(graph, 1, 0), std::nullopt);  // a one-way dead end
    EXPECT_EQ(lightest_way(graph, 0, 2), std::nullopt);
    EXPECT_THROW(lightest_way(graph, 0, 3), geo::Error);
}

TEST(KShortest, WeightsNeverFallAndStopsWithinASecond)
{
    Digraph const graph{300, test::random_edges(300, 1500, 4, 100, 0)};
    std::uint64_t last = 0;
    auto const ways = k_shortest(graph, 0, 1, 200);
    EXPECT_EQ(ways.size(), 200U);
    for (auto const& way : ways) {
        EXPECT_GE(way.weight, last);
        last = way.weight;
    }
    std::stop_source stop;
    geo::Job const job{stop.get_token(), [&stop](double) { stop.request_stop(); }};
    auto const begun = std::chrono::steady_clock::now();
    EXPECT_THROW(k_shortest(graph, 0, 1, 1'000'000, job), geo::Cancelled);
    EXPECT_LT(std::chrono::steady_clock::now() - begun, test::patience);
}

}  // namespace
}  // namespace marchland::analysis::graph
