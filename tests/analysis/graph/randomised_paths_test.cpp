// Randomised paths against the figures of NetworkX and NumPy, the laws of flow, and the quickest ways.
#include "analysis/graph/randomised_paths.hpp"

#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/random.hpp"
#include "tests/support/reference.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <numeric>

namespace marchland::analysis::graph {
namespace {

using Edges = std::vector<DirectedEdge>;

std::vector<double> costs_of(Edges const& edges)
{
    std::vector<double> costs;
    for (auto const& edge : edges) {
        costs.push_back(edge.weight);
    }
    return costs;
}

Edges random_roads(std::size_t nodes, std::uint64_t seed)
{
    geo::Draws draws{geo::Random{seed, "roads"}};
    Edges edges;
    auto const add = [&](std::uint32_t a, std::uint32_t b) {
        auto const weight = static_cast<std::uint32_t>(1 + draws.below(40));
        edges.push_back({a, b, weight});
        edges.push_back({b, a, weight});
    };
    for (std::uint32_t i = 1; i < nodes; ++i) {
        add(static_cast<std::uint32_t>(draws.below(i)), i);
    }
    for (std::size_t i = 0; i < nodes / 2; ++i) {
        auto const a = static_cast<std::uint32_t>(draws.below(nodes));
        auto const b = static_cast<std::uint32_t>(draws.below(nodes));
        if (a != b) {
            add(a, b);
        }
    }
    return edges;
}

class KnownPaths : public testing::TestWithParam<std::string> {};

TEST_P(KnownPaths, CostsAndFreeEnergiesAreTheSame)
{
    auto const file = test::shared / "reference/routes/known_graphs/expected.json";
    MARCHLAND_NEEDS(file);
    auto const known = nlohmann::json::parse(test::text_in(file))[GetParam()];
    Edges edges;
    for (auto const& edge : known["edges_u_v_weight_capacity"]) {
        edges.push_back({edge[0], edge[1], edge[2]});
        edges.push_back({edge[1], edge[0], edge[2]});
    }
    std::size_t const nodes = known["labels"].size();
    Digraph const graph{nodes, edges};
    std::vector<double> const nobody(nodes);
    for (auto const& [theta, figures] :
         known["rsp_absorbing_target_Pref_proportional_1_over_w"].items()) {
        for (std::uint32_t t = 0; t < nodes; ++t) {
            auto const found =
                randomised_paths(graph, costs_of(edges), t, nobody, std::stod(theta));
            for (std::size_t s = 0; s < nodes; ++s) {
                double const cost = figures["expected_cost"][s][t];
                double const energy = figures["free_energy"][s][t];
                EXPECT_NEAR(found.cost[s], cost, 1e-9 * std::max(1.0, cost))
                    << theta << " " << s << " " << t;
                EXPECT_NEAR(found.free_energy[s], energy, 1e-9 * std::max(1.0, energy))
                    << theta << " " << s;
            }
        }
    }
}

INSTANTIATE_TEST_SUITE_P(NumPy, KnownPaths, testing::Values("karate", "florentine", "grid6x6"));

TEST(RandomisedPaths, WhatStartsArrives)
{
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        auto const edges = random_roads(60, seed);
        Digraph const graph{60, edges};
        geo::Draws draws{geo::Random{seed, "demand"}};
        std::vector<double> demand;
        for (std::size_t i = 0; i < 60; ++i) {
            demand.push_back(draws.uniform());
        }
        auto const found = randomised_paths(graph, costs_of(edges), 7, demand, 0.05);
        for (std::uint32_t node = 0; node < 60; ++node) {
            double balance = demand[node];
            for (auto const e : graph.in_edges(node)) {
                balance += found.flow[e];
            }
            EXPECT_NEAR(found.through[node], balance, 1e-9);
            for (auto const e : graph.out_edges(node)) {
                balance -= found.flow[e];
            }
            EXPECT_NEAR(balance, node == 7 ? std::reduce(demand.begin(), demand.end()) : 0.0, 1e-9)
                << node;
        }
        double spent = 0.0;
        double expected = 0.0;
        for (std::size_t e = 0; e < edges.size(); ++e) {
            spent += found.flow[e] * edges[e].weight;
        }
        for (std::size_t node = 0; node < 60; ++node) {
            expected += demand[node] * found.cost[node];
        }
        EXPECT_NEAR(spent, expected, 1e-9 * expected);
    }
}

TEST(RandomisedPaths, LargeThetaTakesTheQuickestWay)
{
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        auto const edges = random_roads(200, seed);
        Digraph const graph{200, edges};
        auto const found =
            randomised_paths(graph, costs_of(edges), 0, std::vector<double>(200), 60.0);
        auto const quickest = distances_from(graph, 0, true);
        for (std::size_t node = 0; node < 200; ++node) {
            EXPECT_NEAR(found.cost[node], quickest[node], 1e-9 + 1e-6 * quickest[node])
                << seed << " " << node;
        }
    }
}

TEST(RandomisedPaths, ALongChainDoesNotUnderflow)
{
    constexpr std::uint32_t nodes = 5000;
    Edges edges;
    for (std::uint32_t i = 1; i < nodes; ++i) {
        edges.push_back({i - 1, i, 1});
        edges.push_back({i, i - 1, 1});
    }
    std::vector<double> demand(nodes);
    demand[0] = 3.0;
    auto const found =
        randomised_paths(Digraph{nodes, edges}, costs_of(edges), nodes - 1, demand, 5.0);
    EXPECT_NEAR(found.flow[edges.size() - 2], 3.0, 1e-9);
    EXPECT_TRUE(std::isfinite(found.cost[0]));
    EXPECT_GT(found.cost[0], nodes - 1);
}

TEST(RandomisedPaths, OfTwoWaysEachGetsItsShare)
{
    // 0 -> 1 at cost 1, 0 -> 2 -> 1 at cost 2: the first step is 1 : 1, the weights are e^-1 and e^-2.
    Edges const edges{{0, 1, 1}, {0, 2, 1}, {2, 1, 1}};
    std::vector<double> const demand{10.0, 0.0, 0.0};
    auto const found = randomised_paths(Digraph{3, edges}, costs_of(edges), 1, demand, 1.0);
    double const direct = std::exp(-1.0) / (std::exp(-1.0) + std::exp(-2.0));
    EXPECT_NEAR(found.flow[0], 10.0 * direct, 1e-12);
    EXPECT_NEAR(found.flow[0], 7.311, 0.0005);
    EXPECT_NEAR(found.cost[0], 1.0 + (1.0 - direct), 1e-12);
}

TEST(RandomisedPaths, WhereNoWayLeadsIsSaid)
{
    Edges const edges{{0, 1, 1}, {0, 2, 1}};
    std::vector<double> const demand{1.0, 1.0, 5.0};
    auto const found = randomised_paths(Digraph{3, edges}, costs_of(edges), 1, demand, 1.0);
    EXPECT_EQ(found.unserved, 5.0);
    EXPECT_EQ(found.flow[0], 1.0);
    EXPECT_TRUE(std::isinf(found.cost[2]));
}

TEST(RandomisedPaths, BadCostsAreRefused)
{
    Edges const edges{{0, 1, 1}};
    Digraph const graph{2, edges};
    std::vector<double> const demand(2);
    for (double const cost : {0.0, -1.0, std::nan("")}) {
        std::vector<double> const costs{cost};
        EXPECT_THROW(randomised_paths(graph, costs, 1, demand, 1.0), geo::Error) << cost;
    }
    std::vector<double> const costs{1.0};
    EXPECT_THROW(randomised_paths(graph, costs, 1, demand, 0.0), geo::Error);
    EXPECT_THROW(randomised_paths(graph, costs, 5, demand, 1.0), geo::Error);
}

}  // namespace
}  // namespace marchland::analysis::graph
