// Circuits worked by hand, known graphs, and the network problems of Circuitscape.
#include "analysis/current_flow.hpp"
#include "geo/error.hpp"
#include "tests/support/raster_circuit.hpp"
#include "tests/support/reference.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <sstream>

namespace marchland::analysis::test {
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
    auto const file = shared / "reference/routes/known_graphs/expected.json";
    MARCHLAND_NEEDS(file);
    auto const all = nlohmann::json::parse(text_in(file));
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
         ++e) { // stated as the mean of both directions: half the sum
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

// ---- Circuitscape

auto const problems = shared / "reference/routes/circuitscape";

std::vector<std::vector<double>> rows_in(std::filesystem::path const& file)
{
    std::vector<std::vector<double>> rows;
    std::istringstream text{text_in(file)};
    for (std::string line; std::getline(text, line);) {
        std::istringstream cells{line};
        auto& row = rows.emplace_back();
        for (double cell = 0.0; cells >> cell;) {
            row.push_back(cell);
        }
    }
    return rows;
}

struct Problem {
    std::size_t nodes = 0;
    std::vector<Conductor> conductors;
};

Problem problem_in(std::string const& name, bool resistances)
{
    Problem problem;
    for (auto const& row : rows_in(problems / "input/network" / name)) {
        problem.conductors.push_back({static_cast<Node>(row[0]), static_cast<Node>(row[1]),
                                      resistances ? 1.0 / row[2] : row[2]});
        problem.nodes = std::max({problem.nodes, static_cast<std::size_t>(row[0]) + 1,
                                  static_cast<std::size_t>(row[1]) + 1});
    }
    return problem;
}

/// Files have ten digits. The first network and the rasters were solved by iteration, which stopped
/// earlier.
void expect_same(double ours, double stated, std::string const& what, double tolerance = 1e-9)
{
    EXPECT_NEAR(ours, stated, tolerance * std::max(1.0, std::abs(stated))) << what;
}

void expect_files(Problem const& problem, CurrentFlow const& flow, std::string const& name,
                  std::string const& tail, double tolerance = 1e-9)
{
    auto const folder = problems / "output_verify";
    for (auto const& row : rows_in(folder / (name + "_voltages" + tail + ".txt"))) {
        expect_same(flow.voltage[static_cast<std::size_t>(row[0])], row[1],
                    name + tail + " voltage", tolerance);
    }
    for (auto const& row : rows_in(folder / (name + "_node_currents" + tail + ".txt"))) {
        expect_same(flow.node_current[static_cast<std::size_t>(row[0])], row[1],
                    name + tail + " node", tolerance);
    }
    std::map<std::pair<Node, Node>, double> along;
    for (std::size_t e = 0; e < problem.conductors.size(); ++e) {
        auto const& one = problem.conductors[e];
        along[std::minmax(one.from, one.to)] += std::abs(flow.edge_current[e]);
    }
    for (auto const& row : rows_in(folder / (name + "_branch_currents" + tail + ".txt"))) {
        std::pair<Node, Node> const ends =
            std::minmax(static_cast<Node>(row[0]), static_cast<Node>(row[1]));
        ASSERT_TRUE(along.contains(ends)) << name << tail;
        expect_same(along[ends], std::abs(row[2]), name + tail + " branch", tolerance);
    }
}

class NetworkPairs : public testing::TestWithParam<std::pair<std::string, double>> {};

TEST_P(NetworkPairs, OfCircuitscapeAreReproduced)
{
    MARCHLAND_NEEDS(problems);
    auto const [name, tolerance] = GetParam();
    auto const problem = problem_in(name + "_graph_conductances.txt", false);
    auto const stated = rows_in(problems / "output_verify" / (name + "_resistances.out"));
    std::vector<Node> focal;
    for (std::size_t i = 1; i < stated[0].size(); ++i) {
        focal.push_back(static_cast<Node>(stated[0][i]));
    }
    auto const found = effective_resistances(problem.nodes, problem.conductors, focal);
    std::size_t pairs = 0;
    for (std::size_t i = 0; i < focal.size(); ++i) {
        for (std::size_t k = 0; k < focal.size(); ++k) {
            auto const there = stated[i + 1][k + 1];
            auto const ours = found[i * focal.size() + k];
            if (there < 0.0) {
                EXPECT_TRUE(std::isinf(ours)) << focal[i] << " " << focal[k];
                continue;
            }
            expect_same(ours, there, name + " resistance", tolerance);
            auto const tail = "_" + std::to_string(focal[i]) + "_" + std::to_string(focal[k]);
            if (i < k && std::filesystem::exists(problems / "output_verify" /
                                                 (name + "_voltages" + tail + ".txt"))) {
                std::vector<double> source(problem.nodes);
                std::vector<double> ground(problem.nodes);
                source[focal[k]] = 1.0;
                ground[focal[i]] = tied_to_ground;
                expect_files(problem, current_flow(problem.conductors, source, ground), name, tail,
                             tolerance);
                ++pairs;
            }
        }
    }
    EXPECT_GE(pairs, 10U) << "files of pairs that were compared";
}

INSTANTIATE_TEST_SUITE_P(All, NetworkPairs,
                         testing::Values(std::pair{"sgNetworkVerify1", 1e-6},
                                         std::pair{"sgNetworkVerify2", 1e-9}));

class NetworkSources : public testing::TestWithParam<char const*> {};

TEST_P(NetworkSources, OfCircuitscapeAreReproduced)
{
    MARCHLAND_NEEDS(problems);
    std::string const name = GetParam();
    auto const problem = problem_in(name + "_graph_resistances.txt", true);
    std::vector<double> source(problem.nodes);
    std::vector<double> ground(problem.nodes);
    for (auto const& row : rows_in(problems / "input/network" / (name + "_sources.txt"))) {
        source[static_cast<std::size_t>(row[0])] = row[1];
    }
    for (auto const& row :
         rows_in(problems / "input/network" / (name + "_grounds_resistances.txt"))) {
        ground[static_cast<std::size_t>(row[0])] = row[1] == 0.0 ? tied_to_ground : 1.0 / row[1];
    }
    expect_files(problem, current_flow(problem.conductors, source, ground), name, "");
}

INSTANTIATE_TEST_SUITE_P(All, NetworkSources,
                         testing::Values("mgNetworkVerify1", "mgNetworkVerify2"));

struct RasterProblem {
    std::string number;
    std::string cells;
    std::string points;
    std::string polygons; ///< empty: none
    std::string mask;     ///< empty: none
    RasterRules rules;
};

class RasterPairs : public testing::TestWithParam<RasterProblem> {};

/// Voltages of the cells with a current of 1 between two focal regions.
std::vector<double> voltages_between(Grid const& grid, std::vector<Conductor> conductors,
                                     OneNode nodes, std::vector<std::uint32_t> const& from,
                                     std::vector<std::uint32_t> const& to)
{
    nodes.join(from);
    nodes.join(to);
    for (auto& one : conductors) {
        one.from = nodes.of(one.from);
        one.to = nodes.of(one.to);
    }
    std::vector<double> source(grid.cell.size());
    std::vector<double> ground(grid.cell.size());
    ground[nodes.of(from.front())] = tied_to_ground;
    source[nodes.of(to.front())] = 1.0;
    auto voltage = current_flow(conductors, source, ground).voltage;
    for (std::uint32_t i = 0; i < voltage.size(); ++i) {
        voltage[i] = voltage[nodes.of(i)];
    }
    return voltage;
}

TEST_P(RasterPairs, OfCircuitscapeAreReproduced)
{
    MARCHLAND_NEEDS(problems);
    auto const& problem = GetParam();
    auto const folder = problems / "input/raster/pairwise";
    auto grid = grid_in(folder / problem.cells);
    if (!problem.mask.empty()) {
        auto const mask = grid_in(folder / problem.mask);
        for (std::size_t i = 0; i < grid.cell.size(); ++i) {
            grid.cell[i] = mask.cell[i] > 0.0 ? grid.cell[i] : 0.0;
        }
    }
    OneNode nodes{grid.cell.size()};
    if (!problem.polygons.empty()) {
        for (auto const& [id, cells] : regions_in(folder / problem.polygons, grid)) {
            nodes.join(cells);
        }
    }
    auto const points = regions_in(folder / problem.points, grid);
    auto const conductors = conductors_of(grid, problem.rules);
    auto const name = "sgVerify" + problem.number;
    auto const stated = rows_in(problems / "output_verify" / (name + "_resistances.out"));
    std::size_t compared = 0;
    for (std::size_t i = 1; i < stated.size(); ++i) {
        for (std::size_t k = i + 1; k < stated.size(); ++k) {
            if (stated[i][k] < 0.0) {
                continue; // no way between them, or a pair that was left out
            }
            auto const& from = points.at(static_cast<int>(stated[0][i]));
            auto const& to = points.at(static_cast<int>(stated[0][k]));
            auto const voltage = voltages_between(grid, conductors, nodes, from, to);
            auto const tail = "_" + std::to_string(static_cast<int>(stated[0][i])) + "_" +
                              std::to_string(static_cast<int>(stated[0][k]));
            expect_same(voltage[to.front()], stated[i][k], name + tail + " resistance", 1e-6);
            auto const map = problems / "output_verify" / (name + "_voltmap" + tail + ".asc");
            if (std::filesystem::exists(map)) {
                auto const there = grid_in(map);
                for (std::size_t c = 0; c < voltage.size(); ++c) {
                    expect_same(voltage[c], there.cell[c],
                                name + tail + " cell " + std::to_string(c), 1e-6);
                }
            }
            ++compared;
        }
    }
    EXPECT_GE(compared, 3U);
}

INSTANTIATE_TEST_SUITE_P(
    All, RasterPairs,
    testing::Values(
        RasterProblem{"1", "1/cellmap.asc", "1/points.asc", "1/polygons.asc", "", {}},
        RasterProblem{"2", "2/cellmap.asc", "2/points.asc", "2/polygons.asc", "", {false}},
        RasterProblem{"4", "4/cellmap.asc", "4/points.asc", "", "", {}},
        RasterProblem{
            "5", "5/cellmap5x5.asc", "5/points5x5_polys.txt", "5/polygons5x5.asc", "", {}},
        RasterProblem{"7", "7/cellmap5x5.asc", "7/points5x5.txt", "7/polygons5x5.asc", "", {}},
        RasterProblem{
            "8", "5/cellmap5x5.asc", "5/points5x5_polys.asc", "5/polygons5x5.asc", "", {}},
        RasterProblem{"10", "11/cellmap7.asc", "11/points_polys7.asc", "", "", {false, false}},
        RasterProblem{
            "11", "11/cellmap7.asc", "11/points_polys7.asc", "11/polys7.asc", "", {false, false}},
        RasterProblem{
            "13", "13/cellmap.asc", "13/points.asc", "", "13/mask.asc", {false, true, false}},
        RasterProblem{
            "14", "14/cellmap.asc", "14/points.asc", "14/polygons.asc", "", {false, false}},
        RasterProblem{"16", "16/cellmap.asc", "16/points.asc", "16/polygons.asc", "", {false}}),
    [](auto const& one) { return "Number" + one.param.number; });

} // namespace
} // namespace marchland::analysis::test
