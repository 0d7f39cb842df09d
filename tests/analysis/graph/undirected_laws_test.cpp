// Undirected graphs with many ties: turned round, all answers are turned round.
#include "analysis/graph/betweenness.hpp"
#include "analysis/graph/k_shortest.hpp"
#include "analysis/graph/point_to_point.hpp"

#include "geo/vocabulary/random.hpp"
#include "tests/support/hand_graphs.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <utility>

namespace marchland::analysis::graph {
namespace {

constexpr std::uint32_t nodes = 40;

/// Edge i there is number 2i, back 2i + 1; weights of 1 to 3 make ties everywhere.
std::vector<DirectedEdge> both_ways(std::uint64_t seed)
{
    geo::Draws draws{geo::Random{seed, "undirected"}};
    std::vector<DirectedEdge> edges;
    for (std::size_t i = 0; i < 90; ++i) {
        auto const a = static_cast<std::uint32_t>(draws.below(nodes));
        auto const b = static_cast<std::uint32_t>(draws.below(nodes));
        auto const weight = 1 + static_cast<std::uint32_t>(draws.below(3));
        edges.push_back({a, b, weight});
        edges.push_back({b, a, weight});
    }
    return edges;
}

std::vector<DirectedEdge> turned(std::vector<DirectedEdge> edges)
{
    for (auto& edge : edges) {
        std::swap(edge.from, edge.to);
    }
    return edges;
}

/// The same way walked back: by the other number of each edge.
Walk walked_back(Walk walk)
{
    std::ranges::reverse(walk.edges);
    for (auto& edge : walk.edges) {
        edge ^= 1U;
    }
    return walk;
}

TEST(Undirected, DistancesAreTheSameBothWays)
{
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        auto const edges = both_ways(seed);
        Digraph const graph{nodes, edges};
        for (std::size_t root = 0; root < nodes; ++root) {
            auto const there = distances_from(graph, root);
            EXPECT_EQ(there, distances_from(graph, root, true));
            EXPECT_EQ(there, distances_from(Digraph{nodes, turned(edges)}, root));
        }
    }
}

/// Of equally light ways the order differs with the end one starts from; the set of them may not. So all
/// ways lighter than the last one found, walked back, are those from the other end.
TEST(Undirected, LightestWaysWalkedBackAreThoseFromTheOtherEnd)
{
    constexpr int k = 60;
    std::size_t compared = 0;
    std::size_t tied = 0;
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        Digraph const graph{nodes, both_ways(seed)};
        for (std::size_t to = 1; to < nodes; to += 3) {
            auto const there = k_shortest(graph, 0, to, k);
            auto const back = k_shortest(graph, to, 0, k);
            ASSERT_EQ(there.size(), back.size());
            std::set<std::vector<std::uint32_t>> ways;
            std::set<std::vector<std::uint32_t>> ways_back;
            for (std::size_t i = 0; i < there.size(); ++i) {
                EXPECT_EQ(there[i].weight, back[i].weight);
                if (there.size() < k || there[i].weight < there.back().weight) {
                    ways.insert(there[i].edges);
                    ways_back.insert(walked_back(back[i]).edges);
                    tied += i > 0 && there[i].weight == there[i - 1].weight ? 1U : 0U;
                    ++compared;
                }
            }
            EXPECT_EQ(ways, ways_back) << seed << ": 0 " << to;
        }
    }
    EXPECT_GT(compared, 10'000U);
    EXPECT_GT(tied, compared / 2) << "too few ties: the test says nothing of them";
}

TEST(Undirected, TheLightestWayIsOneOfTheLightestBothWays)
{
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        Digraph const graph{nodes, both_ways(seed)};
        for (std::size_t to = 1; to < nodes; ++to) {
            auto const there = lightest_way(graph, 0, to);
            auto const back = lightest_way(graph, to, 0);
            ASSERT_EQ(there.has_value(), back.has_value());
            if (there) {
                EXPECT_EQ(there->weight, back->weight);
                auto const first = k_shortest(graph, 0, to, 2);
                if (first.size() == 1 || first[0].weight < first[1].weight) {
                    EXPECT_EQ(*there, walked_back(*back)) << "only one is that light";
                }
            }
        }
    }
}

TEST(Undirected, NodesAreAsMuchBetweenTurnedRound)
{
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        auto const edges = both_ways(seed);
        auto const there = betweenness_of(Digraph{nodes, edges});
        auto const back = betweenness_of(Digraph{nodes, turned(edges)});
        for (std::size_t n = 0; n < nodes; ++n) {
            EXPECT_NEAR(there.node[n], back.node[n], 1e-9 * (1.0 + there.node[n]));
        }
        for (std::size_t e = 0; e < edges.size(); ++e) {
            EXPECT_NEAR(there.edge[e], there.edge[e ^ 1U], 1e-9 * (1.0 + there.edge[e]));
        }
    }
}

/// Trees of the program's own graph, both from the root and to it.
TEST(Undirected, TreesFromAndToAJunctionAreOfTheSameTimes)
{
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        auto const made = test::hand_made(60, test::random_edges(60, seed, false));
        auto const graph = made.graph(travel::Profile::foot);
        for (std::size_t root = 0; root < 60; root += 7) {
            auto const from = graph.tree(test::junction(root), routes::Direction::from_root);
            auto const to = graph.tree(test::junction(root), routes::Direction::to_root);
            for (auto const at : from.ticks.ids()) {
                EXPECT_EQ(from.ticks[at], to.ticks[at]);
                auto const ticks_of = [&graph](std::vector<std::uint32_t> const& arcs) {
                    routes::Ticks sum = 0;
                    for (auto const a : arcs) {
                        sum += graph.arcs()[a].ticks;
                    }
                    return sum;
                };
                EXPECT_EQ(ticks_of(graph.path(from, at)), from.ticks[at]);
                EXPECT_EQ(ticks_of(graph.path(to, at)), from.ticks[at]);
            }
        }
    }
}

/// Closing anything makes no way of the k lightest lighter, opening anything makes none heavier.
TEST(Undirected, ClosingNeverLightensTheKthWayAndOpeningNeverMakesItHeavier)
{
    constexpr int k = 20;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        auto edges = both_ways(seed);
        auto const whole = k_shortest(Digraph{nodes, edges}, 0, 1 + seed, k);
        edges.resize(edges.size() - 10);
        auto const fewer = k_shortest(Digraph{nodes, edges}, 0, 1 + seed, k);
        ASSERT_LE(fewer.size(), whole.size());
        for (std::size_t i = 0; i < fewer.size(); ++i) {
            EXPECT_GE(fewer[i].weight, whole[i].weight);
            EXPECT_TRUE(i == 0 || fewer[i].weight >= fewer[i - 1].weight);
            EXPECT_TRUE(i == 0 || whole[i].weight >= whole[i - 1].weight);
        }
    }
}

}  // namespace
}  // namespace marchland::analysis::graph
