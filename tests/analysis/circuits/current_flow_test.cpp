// Circuits worked by hand, and known graphs.
#include "analysis/circuits/current_betweenness.hpp"
#include "analysis/circuits/current_flow.hpp"
#include "analysis/circuits/effective_resistance.hpp"
#include "geo/vocabulary/error.hpp"
#include "tests/support/reference.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace marchland::analysis::circuits {
namespace {

using Node = std::uint32_t;

/// The example of docs/methods/current-flow.md: a square with one way of 1 ohm and one of 3.
std::vector<Conductor> const square{{0, 1, 1.0}, {0, 2, 1.0}, {2, 3, 1.0}, {3, 1, 1.0}};

TEST(CurrentFlow, DividesBetweenAShortAndALongWay)
{
    auto const flow = current_flow(square, std::vector{1.0, 0.0, 0.0, 0.0},
                                   std::vector{0.0, tied_to_ground, 0.0, 0.0});
    EXPECT_NEAR(flow.voltage[0], 0.75, 1e-15);
    EXPECT_NEAR(flow.edge_current[0], 0.75, 1e-15);
    EXPECT_NEAR(flow.edge_current[1], 0.25, 1e-15);
    EXPECT_NEAR(flow.edge_current[3], 0.25, 1e-15);
    EXPECT_NEAR(flow.node_current[0], 1.0, 1e-15);
    EXPECT_NEAR(flow.node_current[1], 1.0, 1e-15);
    EXPECT_NEAR(flow.node_current[2], 0.25, 1e-15);
    EXPECT_EQ(flow.voltage[1], 0.0);
    EXPECT_NEAR(effective_resistances(4, square, std::vector<Node>{0, 1})[1], 0.75, 1e-15);
}

TEST(CurrentFlow, AComponentWithoutAGroundKeepsStill)
{
    std::vector<Conductor> const apart{{0, 1, 1.0}, {2, 3, 1.0}};
    auto const flow = current_flow(apart, std::vector{1.0, 0.0, 2.0, 0.0, 5.0},
                                   std::vector{0.0, 2.0, 0.0, 0.0, 0.0});
    EXPECT_DOUBLE_EQ(flow.stranded, 7.0);
    EXPECT_DOUBLE_EQ(flow.voltage[1], 0.5);
    EXPECT_DOUBLE_EQ(flow.voltage[0], 1.5);
    EXPECT_EQ(flow.edge_current[1], 0.0);
    EXPECT_EQ(flow.node_current[2], 0.0);
    EXPECT_TRUE(std::isinf(effective_resistances(5, apart, std::vector<Node>{0, 4})[1]));
}

TEST(CurrentFlow, AGroundAloneTakesWhatIsPutIn)
{
    auto const flow = current_flow({}, std::vector{3.0}, std::vector{tied_to_ground});
    EXPECT_DOUBLE_EQ(flow.node_current[0], 3.0);
    EXPECT_EQ(flow.stranded, 0.0);
}

TEST(CurrentFlow, ParallelEdgesAddAndLoopsCarryNothing)
{
    std::vector<Conductor> const twice{{0, 1, 1.0}, {1, 0, 2.0}, {1, 1, 9.0}, {0, 1, 0.0}};
    EXPECT_NEAR(effective_resistances(2, twice, std::vector<Node>{0, 1})[1], 1.0 / 3.0, 1e-15);
}

TEST(CurrentFlow, WhatIsNoCircuitIsRefused)
{
    std::vector const none{0.0, 0.0};
    EXPECT_THROW(current_flow(std::vector<Conductor>{{0, 2, 1.0}}, none, none), geo::Error);
    EXPECT_THROW(current_flow(std::vector<Conductor>{{0, 1, -1.0}}, none, none), geo::Error);
    EXPECT_THROW(current_flow(std::vector<Conductor>{{0, 1, NAN}}, none, none), geo::Error);
    EXPECT_THROW(current_flow({}, std::vector{NAN, 0.0}, none), geo::Error);
    EXPECT_THROW(current_flow({}, std::vector{1.0}, none), geo::Error);
    EXPECT_THROW(effective_resistances(2, {}, std::vector<Node>{2}), geo::Error);
}

TEST(CurrentFlow, CanBeCancelled)
{
    std::stop_source stop;
    stop.request_stop();
    geo::Job const job{stop.get_token()};
    EXPECT_THROW(current_flow(square, std::vector(4, 0.0), std::vector(4, 1.0), job),
                 geo::Cancelled);
    EXPECT_THROW(effective_resistances(4, square, std::vector<Node>{0}, job), geo::Cancelled);
    EXPECT_THROW(current_betweenness(4, square, job), geo::Cancelled);
}

// ---- known graphs

/// The table of resistances of the Florentine families has its rows in the order in which these
/// marry, not in that of the labels.
std::vector<Node> rows_of_resistances(nlohmann::json const& labels)
{
    std::vector<Node> rows(labels.size());
    std::iota(rows.begin(), rows.end(), Node{0});
    if (labels[0] == "Acciaiuoli") {
        rows.clear();
        for (auto const* const name : {"Acciaiuoli", "Medici", "Castellani", "Peruzzi", "Strozzi",
                                       "Barbadori", "Ridolfi", "Tornabuoni", "Albizzi", "Salviati",
                                       "Pazzi", "Bischeri", "Guadagni", "Ginori", "Lamberteschi"}) {
            rows.push_back(static_cast<Node>(std::ranges::find(labels, name) - labels.begin()));
        }
    }
    return rows;
}

class KnownGraph : public testing::TestWithParam<char const*> {};

TEST_P(KnownGraph, HasTheResistancesAndBetweennessStated)
{
    auto const file = test::shared / "reference/routes/known_graphs/expected.json";
    MARCHLAND_NEEDS(file);
    auto const all = nlohmann::json::parse(test::text_in(file));
    auto const& graph = all.at(GetParam());
    std::vector<Conductor> unweighted;
    std::vector<Conductor> weighted;
    for (auto const& edge : graph.at("edges_u_v_weight_capacity")) {
        unweighted.push_back({edge[0], edge[1], 1.0});
        weighted.push_back({edge[0], edge[1], 1.0 / edge[2].get<double>()});
    }
    auto const nodes = graph.at("labels").size();
    auto const by_node = current_betweenness(nodes, unweighted).node;
    auto const& stated = graph.at("current_flow_betweenness_unweighted_unnormalised");
    for (std::size_t i = 0; i < nodes; ++i) {
        EXPECT_NEAR(by_node[i], stated[i].get<double>(), 1e-9 * std::max(1.0, by_node[i])) << i;
    }
    auto const by_edge = current_betweenness(nodes, weighted).edge;
    auto const& along = graph.at("edge_current_flow_betweenness_conductance_1_over_w_unnormalised");
    for (std::size_t e = 0; e < weighted.size();
         ++e) {  // stated as the mean of both directions: half the sum
        EXPECT_NEAR(0.5 * by_edge[e], along[e].get<double>(), 1e-9 * std::max(1.0, by_edge[e]))
            << e;
    }
    auto const every = rows_of_resistances(graph.at("labels"));
    auto const apart = effective_resistances(nodes, weighted, every);
    auto const& resistance = graph.at("effective_resistance_all_pairs_resistance_w");
    for (std::size_t i = 0; i < nodes * nodes; ++i) {
        EXPECT_NEAR(apart[i], resistance[i / nodes][i % nodes].get<double>(),
                    1e-9 * std::max(1.0, apart[i]))
            << i;
    }
}

INSTANTIATE_TEST_SUITE_P(All, KnownGraph, testing::Values("karate", "florentine", "grid6x6"));

}  // namespace
}  // namespace marchland::analysis::circuits
