// What holds a network together, against pgRouting, NetworkX and slow obvious twins.
#include "analysis/graph/chokepoints.hpp"

#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/random.hpp"
#include "tests/support/reference.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <numeric>
#include <set>
#include <sstream>

namespace marchland::analysis::graph {
namespace {

using Edges = std::vector<DirectedEdge>;
using Numbers = std::vector<std::uint32_t>;

Edges drawn_edges(std::size_t nodes, std::size_t edges, std::uint64_t seed)
{
    geo::Draws draws{geo::Random{seed, "chokepoints"}};
    Edges made;
    for (std::size_t e = 0; e < edges; ++e) {
        made.push_back({static_cast<std::uint32_t>(draws.below(nodes)),
                        static_cast<std::uint32_t>(draws.below(nodes)),
                        static_cast<std::uint32_t>(1 + draws.below(20))});
    }
    return made;
}

Edges edges_both_ways(Edges const& edges)
{
    Edges both;
    for (auto const& edge : edges) {
        both.push_back(edge);
        both.push_back({edge.to, edge.from, edge.weight});
    }
    return both;
}

/// Parts of a graph whatever the directions, without a node or an edge.
std::size_t parts_without(std::size_t nodes, Edges const& edges, std::size_t node, std::size_t edge)
{
    std::vector<std::size_t> root(nodes);
    std::iota(root.begin(), root.end(), std::size_t{0});
    auto const find = [&root](std::size_t i) {
        while (root[i] != i) {
            i = root[i];
        }
        return i;
    };
    for (std::size_t e = 0; e < edges.size(); ++e) {
        if (e != edge && edges[e].from != node && edges[e].to != node) {
            root[find(edges[e].from)] = find(edges[e].to);
        }
    }
    std::size_t parts = 0;
    for (std::size_t i = 0; i < nodes; ++i) {
        parts += i != node && root[i] == i ? 1U : 0U;
    }
    return parts;
}

TEST(Joints, AreThoseWhoseRemovalLeavesMoreParts)
{
    constexpr std::size_t nobody = 1000;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        std::size_t const nodes = 12;
        auto const edges = drawn_edges(nodes, 6 + seed % 14, seed);
        auto const joints = joints_of(nodes, edges);
        Joints slow;
        auto const parts = parts_without(nodes, edges, nobody, nobody);
        for (std::uint32_t node = 0; node < nodes; ++node) {
            bool const alone = std::ranges::none_of(edges, [node](DirectedEdge const& edge) {
                return (edge.from == node) != (edge.to == node);
            });
            if (!alone && parts_without(nodes, edges, node, nobody) > parts) {
                slow.nodes.push_back(node);
            }
        }
        for (std::uint32_t edge = 0; edge < edges.size(); ++edge) {
            if (parts_without(nodes, edges, nobody, edge) > parts) {
                slow.edges.push_back(edge);
            }
        }
        EXPECT_EQ(joints.nodes, slow.nodes) << seed;
        EXPECT_EQ(joints.edges, slow.edges) << seed;
    }
}

/// The least capacity over all ways to put the free nodes on one side or the other.
std::uint64_t by_enumeration(std::size_t nodes, Edges const& edges, std::uint32_t from,
                             std::uint32_t to, Numbers const& capacity)
{
    std::uint64_t least = std::numeric_limits<std::uint64_t>::max();
    for (std::uint32_t side = 0; side < 1U << nodes; ++side) {
        if ((side >> from & 1U) == 0 || (side >> to & 1U) == 1) {
            continue;
        }
        std::uint64_t sum = 0;
        for (std::size_t e = 0; e < edges.size(); ++e) {
            sum += (side >> edges[e].from & 1U) == 1 && (side >> edges[e].to & 1U) == 0
                       ? capacity[e]
                       : 0;
        }
        least = std::min(least, sum);
    }
    return least;
}

bool reached(std::size_t nodes, Edges const& edges, Numbers const& without, std::uint32_t from,
             std::uint32_t to)
{
    Edges left;
    for (std::uint32_t e = 0; e < edges.size(); ++e) {
        if (!std::ranges::binary_search(without, e)) {
            left.push_back(edges[e]);
        }
    }
    return distances_from(Digraph{nodes, left}, from)[to] != no_distance;
}

TEST(LightestCut, IsTheLightestOfAll)
{
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        std::size_t const nodes = 9;
        auto const edges = drawn_edges(nodes, 10 + seed % 20, seed);
        Numbers capacity;
        for (auto const& edge : edges) {
            capacity.push_back(edge.weight % 7);
        }
        std::uint32_t const from[]{0};
        std::uint32_t const to[]{8};
        auto const cut = lightest_cut(Digraph{nodes, edges}, from, to, capacity);
        EXPECT_EQ(cut.weight, by_enumeration(nodes, edges, 0, 8, capacity)) << seed;
        std::uint64_t sum = 0;
        for (auto const e : cut.edges) {
            sum += capacity[e];
        }
        EXPECT_EQ(sum, cut.weight) << seed;
        if (std::ranges::none_of(capacity, [](auto c) { return c == 0; })) {
            EXPECT_FALSE(reached(nodes, edges, cut.edges, 0, 8)) << seed;
        }
    }
}

TEST(LightestCut, BetweenSetsThatShareANodeThereIsNone)
{
    std::uint32_t const from[]{0, 1};
    std::uint32_t const to[]{1, 2};
    Edges const edges{{0, 1, 1}, {1, 2, 1}};
    Numbers const capacity{1, 1};
    EXPECT_FALSE(lightest_cut(Digraph{3, edges}, from, to, capacity).parted);
}

/// Every way without a node twice.
void walks_from(Digraph const& graph, std::uint32_t at, std::uint32_t to, std::vector<bool>& seen,
                Walk& walk, std::vector<Walk>& all)
{
    if (at == to) {
        all.push_back(walk);
        return;
    }
    seen[at] = true;
    for (std::size_t i = 0; i < graph.out(at).size(); ++i) {
        auto const step = graph.out(at)[i];
        if (!seen[step.node]) {
            walk.edges.push_back(graph.out_edges(at)[i]);
            walk.weight += step.weight;
            walks_from(graph, step.node, to, seen, walk, all);
            walk.weight -= step.weight;
            walk.edges.pop_back();
        }
    }
    seen[at] = false;
}

std::set<std::uint32_t> touched(Walk const& walk, Edges const& edges, Apart apart)
{
    std::set<std::uint32_t> all{walk.edges.begin(), walk.edges.end()};
    if (apart == Apart::nodes) {
        std::set<std::uint32_t> inner;
        for (std::size_t i = 0; i + 1 < walk.edges.size(); ++i) {
            inner.insert(1000 + edges[walk.edges[i]].to);
        }
        all.insert(inner.begin(), inner.end());
    }
    return all;
}

bool share_nothing(std::set<std::uint32_t> const& a, std::set<std::uint32_t> const& b)
{
    return std::ranges::none_of(a, [&b](auto one) { return b.contains(one); });
}

class DisjointWays : public testing::TestWithParam<Apart> {};

TEST_P(DisjointWays, TwoAreTheLightestPairOfAll)
{
    int pairs = 0;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        std::size_t const nodes = 7;
        auto const edges = drawn_edges(nodes, 14, seed);
        Digraph const graph{nodes, edges};
        std::vector<Walk> all;
        Walk walk;
        std::vector<bool> seen(nodes);
        walks_from(graph, 0, 6, seen, walk, all);
        std::uint64_t least = std::numeric_limits<std::uint64_t>::max();
        for (std::size_t i = 0; i < all.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                if (share_nothing(touched(all[i], edges, GetParam()),
                                  touched(all[j], edges, GetParam()))) {
                    least = std::min(least, all[i].weight + all[j].weight);
                }
            }
        }
        std::uint32_t const from[]{0};
        std::uint32_t const to[]{6};
        auto const ways = disjoint_ways(graph, from, to, GetParam(), 2);
        bool const two = least != std::numeric_limits<std::uint64_t>::max();
        ASSERT_EQ(ways.size(), two ? 2U : std::min<std::size_t>(all.size(), 1)) << seed;
        if (two) {
            ++pairs;
            EXPECT_EQ(ways[0].weight + ways[1].weight, least) << seed;
            EXPECT_TRUE(share_nothing(touched(ways[0], edges, GetParam()),
                                      touched(ways[1], edges, GetParam())));
        }
    }
    EXPECT_GT(pairs, 5);
}

INSTANTIATE_TEST_SUITE_P(Both, DisjointWays, testing::Values(Apart::edges, Apart::nodes));

TEST(DisjointWays, AsManyAsTheFewestEdgesThatPartTheSets)
{
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        std::size_t const nodes = 30;
        auto const edges = edges_both_ways(drawn_edges(nodes, 60, seed));
        Digraph const graph{nodes, edges};
        std::uint32_t const from[]{0, 1, 2};
        std::uint32_t const to[]{27, 28, 29};
        Numbers const ones(edges.size(), 1);
        auto const ways = disjoint_ways(graph, from, to, Apart::edges, 100);
        EXPECT_EQ(ways.size(), lightest_cut(graph, from, to, ones).weight) << seed;
    }
}

TEST(DisjointWays, ANodeInBothSetsIsRefused)
{
    std::uint32_t const from[]{0};
    Edges const edges{{0, 1, 1}};
    EXPECT_THROW(disjoint_ways(Digraph{2, edges}, from, from, Apart::edges, 2), geo::Error);
}

std::vector<std::vector<double>> rows_of(std::filesystem::path const& file)
{
    std::istringstream lines{test::text_in(file)};
    std::string line;
    std::getline(lines, line);
    std::vector<std::vector<double>> rows;
    while (std::getline(lines, line)) {
        std::istringstream cells{line};
        std::string cell;
        auto& row = rows.emplace_back();
        while (std::getline(cells, cell, ',')) {
            row.push_back(std::stod(cell));
        }
    }
    return rows;
}

class PgRoutingSample : public testing::Test {
protected:
    void SetUp() override
    {
        auto const folder = test::shared / "reference/routes/pgrouting_sample";
        MARCHLAND_NEEDS(folder / "expected.json");
        known_ = nlohmann::json::parse(test::text_in(folder / "expected.json"));
        for (auto const& row : rows_of(folder / "edges.csv")) {
            auto const from = static_cast<std::uint32_t>(row[1]) - 1;
            auto const to = static_cast<std::uint32_t>(row[2]) - 1;
            lines_.push_back({from, to, 1});
            for (auto const& [a, b, cost, capacity] :
                 {std::tuple{from, to, row[3], row[5]}, std::tuple{to, from, row[4], row[6]}}) {
                if (cost >= 0.0) {
                    passable_.push_back({a, b, static_cast<std::uint32_t>(cost)});
                }
                if (capacity > 0.0) {
                    pipes_.push_back({a, b, 1});
                    capacity_.push_back(static_cast<std::uint32_t>(capacity));
                }
            }
        }
    }

    nlohmann::json known_;
    Edges lines_;     ///< each once
    Edges passable_;  ///< in the directions that can be used
    Edges pipes_;
    Numbers capacity_;
};

TEST_F(PgRoutingSample, JointsAreTheSame)
{
    auto const joints = joints_of(17, lines_);
    Numbers nodes;
    Numbers edges;
    for (auto const& row : known_["articulation_points"]) {
        nodes.push_back(row[0].get<std::uint32_t>() - 1);
    }
    for (auto const& row : known_["bridges"]) {
        edges.push_back(row[0].get<std::uint32_t>() - 1);
    }
    EXPECT_EQ(joints.nodes, nodes);
    EXPECT_EQ(joints.edges, edges);
}

TEST_F(PgRoutingSample, LightestCutsAreTheLargestFlows)
{
    Digraph const graph{17, pipes_};
    for (auto const& row : known_["maxflow_all_ordered_pairs"]) {
        std::uint32_t const from[]{row[0].get<std::uint32_t>() - 1};
        std::uint32_t const to[]{row[1].get<std::uint32_t>() - 1};
        EXPECT_EQ(lightest_cut(graph, from, to, capacity_).weight, row[2].get<std::uint64_t>())
            << row;
    }
}

TEST_F(PgRoutingSample, DisjointWaysAreAsMany)
{
    Digraph const graph{17, passable_};
    for (auto const& row : known_["edge_disjoint_path_count_directed"]) {
        std::uint32_t const from[]{row[0].get<std::uint32_t>() - 1};
        std::uint32_t const to[]{row[1].get<std::uint32_t>() - 1};
        EXPECT_EQ(disjoint_ways(graph, from, to, Apart::edges, 20).size(),
                  row[2].get<std::size_t>())
            << row;
    }
}

class KnownFlows : public testing::TestWithParam<std::string> {};

TEST_P(KnownFlows, AreThoseOfNetworkX)
{
    auto const file = test::shared / "reference/routes/known_graphs/expected.json";
    MARCHLAND_NEEDS(file);
    auto const known = nlohmann::json::parse(test::text_in(file))[GetParam()];
    Edges edges;
    Numbers capacity;
    for (auto const& edge : known["edges_u_v_weight_capacity"]) {
        edges.push_back({edge[0], edge[1], edge[2]});
        capacity.insert(capacity.end(), 2, edge[3].get<std::uint32_t>());
    }
    std::size_t const nodes = known["labels"].size();
    Digraph const graph{nodes, edges_both_ways(edges)};
    Numbers const ones(capacity.size(), 1);
    std::uint32_t const from[]{0};
    for (std::uint32_t node = 1; node < nodes; ++node) {
        std::uint32_t const to[]{node};
        EXPECT_EQ(lightest_cut(graph, from, to, capacity).weight,
                  known["maxflow_from_0"][node].get<std::uint64_t>());
        auto const apart = disjoint_ways(graph, from, to, Apart::edges, nodes).size();
        EXPECT_EQ(apart, known["edge_connectivity_from_0"][node].get<std::size_t>());
    }
    std::uint32_t const last[]{static_cast<std::uint32_t>(nodes) - 1};
    EXPECT_EQ(disjoint_ways(graph, from, last, Apart::nodes, nodes).size(),
              known["node_disjoint_paths_0_last"].get<std::size_t>());
}

INSTANTIATE_TEST_SUITE_P(NetworkX, KnownFlows, testing::Values("karate", "florentine", "grid6x6"));

}  // namespace
}  // namespace marchland::analysis::graph
