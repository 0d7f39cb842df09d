// A contracted network keeps every weight between the nodes that stay.
#include "analysis/graph/contraction.hpp"

#include "geo/vocabulary/random.hpp"

#include <gtest/gtest.h>

#include <numeric>
#include <set>

namespace marchland::analysis::graph {
namespace {

using Edges = std::vector<DirectedEdge>;

Edges joined_both_ways(std::vector<std::pair<std::uint32_t, std::uint32_t>> const& pairs)
{
    Edges edges;
    for (auto const& [a, b] : pairs) {
        edges.push_back({a, b, 1});
        edges.push_back({b, a, 1});
    }
    return edges;
}

Edges random_edges(std::size_t nodes, std::size_t count, std::uint64_t seed)
{
    geo::Draws draws{geo::Random{seed, "contraction"}};
    Edges edges;
    for (std::size_t i = 0; i < count; ++i) {
        DirectedEdge edge{static_cast<std::uint32_t>(draws.below(nodes)),
                          static_cast<std::uint32_t>(draws.below(nodes)),
                          static_cast<std::uint32_t>(1 + draws.below(50))};
        edges.push_back(edge);
        if (draws.uniform() < 0.7) {
            edges.push_back({edge.to, edge.from, edge.weight});
        }
    }
    return edges;
}

/// The contracted network as a graph, each chain as heavy as its edges.
Digraph graph_of(Contraction const& contraction, Edges const& edges)
{
    Edges chains;
    for (auto const& chain : contraction.chains) {
        std::uint32_t weight = 0;
        for (auto const e : chain.edges) {
            weight += edges[e].weight;
        }
        chains.push_back({chain.from, chain.to, weight});
    }
    return {contraction.nodes.size(), chains};
}

TEST(Contraction, AChainBecomesOneEdgeEachWayAndDeadEndsGo)
{
    // 0 - 1 - 2 - 3 with a dead end 2 - 4 - 5 and a loop 6 - 7 - 8 hanging on 1.
    auto const edges =
        joined_both_ways({{0, 1}, {1, 2}, {2, 3}, {2, 4}, {4, 5}, {1, 6}, {6, 7}, {7, 8}, {8, 6}});
    std::vector<bool> stays(9);
    stays[0] = stays[3] = true;
    auto const made = contraction_of(Digraph{9, edges}, stays);
    EXPECT_EQ(made.nodes, (std::vector<std::uint32_t>{0, 3}));
    ASSERT_EQ(made.chains.size(), 2U);
    EXPECT_EQ(made.chains[0].edges, (std::vector<std::uint32_t>{0, 2, 4}));
    EXPECT_EQ(made.chains[1].edges, (std::vector<std::uint32_t>{5, 3, 1}));
}

TEST(Contraction, TwoWaysRoundStayTwo)
{
    auto const edges = joined_both_ways({{0, 1}, {1, 2}, {0, 3}, {3, 2}});
    std::vector<bool> stays(4);
    stays[0] = stays[2] = true;
    auto const made = contraction_of(Digraph{4, edges}, stays);
    EXPECT_EQ(made.chains.size(), 4U);
}

TEST(Contraction, WeightsBetweenNodesThatStayAreKept)
{
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        std::size_t const nodes = 40;
        auto const edges = random_edges(nodes, 20 + seed, seed);
        Digraph const graph{nodes, edges};
        std::vector<bool> stays(nodes);
        for (std::size_t i = 0; i < nodes; i += 7) {
            stays[i] = true;
        }
        auto const made = contraction_of(graph, stays);
        auto const small = graph_of(made, edges);
        std::set<std::uint32_t> used;
        for (auto const& chain : made.chains) {
            auto at = made.nodes[chain.from];
            for (auto const e : chain.edges) {
                EXPECT_EQ(edges[e].from, at);
                at = edges[e].to;
                EXPECT_TRUE(used.insert(e).second) << "edge " << e << " is in two chains";
            }
            EXPECT_EQ(at, made.nodes[chain.to]);
        }
        for (std::size_t i = 0; i < nodes; i += 7) {
            auto const all = distances_from(graph, i);
            auto const few = distances_from(small, made.place[i]);
            for (std::size_t j = 0; j < nodes; j += 7) {
                EXPECT_EQ(few[made.place[j]], all[j]) << seed << " " << i << " " << j;
            }
        }
    }
}

TEST(Contraction, NothingIsLeftToContract)
{
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        auto const edges = random_edges(40, 50, seed);
        std::vector<bool> stays(40);
        stays[0] = stays[9] = true;
        auto const made = contraction_of(Digraph{40, edges}, stays);
        std::vector<bool> still(made.nodes.size());
        for (std::size_t i = 0; i < still.size(); ++i) {
            still[i] = stays[made.nodes[i]];
        }
        auto const again = contraction_of(graph_of(made, edges), still);
        EXPECT_EQ(again.nodes.size(), made.nodes.size());
        EXPECT_EQ(again.chains.size(), made.chains.size());
    }
}

}  // namespace
}  // namespace marchland::analysis::graph
