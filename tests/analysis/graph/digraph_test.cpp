// Searches on weighted graphs against Boost.Graph, NetworkX and the New York road graph.
#include "analysis/graph/betweenness.hpp"
#include "analysis/graph/digraph.hpp"
#include "analysis/graph/k_shortest.hpp"
#include "analysis/graph/point_to_point.hpp"

#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/random.hpp"
#include "tests/support/patience.hpp"
#include "tests/support/random_digraph.hpp"
#include "tests/support/reference.hpp"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/dijkstra_shortest_paths_no_color_map.hpp>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <fstream>
#include <functional>
#include <map>
#include <numeric>
#include <set>
#include <sstream>

namespace marchland::analysis::graph {
namespace {

/// Both directions of each edge of a list of u, v, w.
test::Edges both_ways(std::vector<std::array<std::uint32_t, 3>> const& list)
{
    test::Edges edges;
    for (auto const& [u, v, w] : list) {
        edges.push_back({u, v, w});
        edges.push_back({v, u, w});
    }
    return edges;
}

struct Weight {
    std::uint32_t weight = 0;
};
using Csr = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, Weight,
                                               boost::no_property, std::uint32_t, std::uint32_t>;

std::vector<std::uint32_t> by_boost(std::size_t nodes, test::Edges const& edges, std::uint32_t root,
                                    bool backwards)
{
    std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
    std::vector<Weight> weights;
    for (auto const& edge : edges) {
        ends.emplace_back(backwards ? edge.to : edge.from, backwards ? edge.from : edge.to);
        weights.push_back({edge.weight});
    }
    Csr const graph{boost::edges_are_unsorted_multi_pass, ends.begin(), ends.end(), weights.begin(),
                    static_cast<std::uint32_t>(nodes)};
    std::vector<std::uint32_t> distance(nodes, no_distance);
    boost::dijkstra_shortest_paths_no_color_map(
        graph, root,
        boost::weight_map(get(&Weight::weight, graph))
            .distance_map(boost::make_iterator_property_map(distance.begin(),
                                                            get(boost::vertex_index, graph)))
            .distance_inf(no_distance));
    return distance;
}

TEST(Digraph, DistancesAreThoseOfBoost)
{
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        std::size_t const nodes = 2 + seed * 7 % 150;
        std::uint32_t const heaviest = seed % 3 == 0 ? 2 : seed % 3 == 1 ? 1000 : 3'000'000;
        auto const edges = test::random_edges(nodes, nodes * 3, seed, heaviest);
        Digraph const graph{nodes, edges};
        auto const root = static_cast<std::uint32_t>(seed % nodes);
        EXPECT_EQ(distances_from(graph, root), by_boost(nodes, edges, root, false)) << seed;
        EXPECT_EQ(distances_from(graph, root, true), by_boost(nodes, edges, root, true)) << seed;
        DistanceSearch again{graph};
        for (std::uint32_t from = 0; from < std::min<std::size_t>(nodes, 5); ++from) {
            auto const found = again.from(from, from % 2 == 1);
            EXPECT_TRUE(std::ranges::equal(found, by_boost(nodes, edges, from, from % 2 == 1)))
                << seed;
        }
    }
}

TEST(Digraph, BothDirectionsAgreeOnTenThousandPairs)
{
    Digraph const graph{200, test::random_edges(200, 700, 5, 5000)};
    std::size_t pairs = 0;
    for (std::size_t a = 0; a < 100; ++a) {
        auto const forward = distances_from(graph, a);
        for (std::size_t b = 0; b < 200; b += 2) {
            EXPECT_EQ(forward[b], distances_from(graph, b, true)[a]);
            ++pairs;
        }
    }
    EXPECT_EQ(pairs, 10'000U);
}

TEST(Digraph, WeightsOfZeroLoopsAndIslands)
{
    Digraph const graph{4, test::Edges{{0, 0, 5}, {0, 1, 0}, {1, 2, 0}, {2, 1, 0}, {0, 1, 7}}};
    EXPECT_EQ(distances_from(graph, 0), (std::vector<std::uint32_t>{0, 0, 0, no_distance}));
    EXPECT_TRUE(k_shortest(graph, 0, 3, 3).empty());
    EXPECT_THROW(betweenness_of(graph), geo::Error);
    EXPECT_THROW((Digraph{1, test::Edges{{0, 1, 1}}}), geo::Error);
    EXPECT_EQ(distances_from(Digraph{2, {}}, 1), (std::vector<std::uint32_t>{no_distance, 0}));
}

// ---- k shortest

/// Every way without repeated nodes, by rising weight.
std::vector<std::uint64_t> all_weights(std::size_t nodes, test::Edges const& edges,
                                       std::uint32_t from, std::uint32_t to)
{
    std::vector<std::uint64_t> weights;
    std::vector<bool> on(nodes, false);
    std::function<void(std::uint32_t, std::uint64_t)> const walk = [&](std::uint32_t node,
                                                                       std::uint64_t weight) {
        if (node == to) {
            weights.push_back(weight);
            return;
        }
        on[node] = true;
        for (auto const& edge : edges) {
            if (edge.from == node && !on[edge.to]) {
                walk(edge.to, weight + edge.weight);
            }
        }
        on[node] = false;
    };
    walk(from, 0);
    std::ranges::sort(weights);
    return weights;
}

TEST(KShortest, AreTheFirstOfAllWays)
{
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        std::size_t const nodes = 7;
        auto const edges = test::random_edges(nodes, 18, seed, seed % 2 == 0 ? 3 : 50);
        Digraph const graph{nodes, edges};
        auto const wanted = all_weights(nodes, edges, 0, 6);
        auto const found = k_shortest(graph, 0, 6, 12);
        ASSERT_EQ(found.size(), std::min<std::size_t>(12, wanted.size())) << seed;
        std::set<std::vector<std::uint32_t>> different;
        for (std::size_t k = 0; k < found.size(); ++k) {
            EXPECT_EQ(found[k].weight, wanted[k]) << seed << " way " << k;
            std::uint64_t sum = 0;
            std::uint32_t at = 0;
            std::set<std::uint32_t> visited{0};
            for (auto const e : found[k].edges) {
                EXPECT_EQ(edges[e].from, at);
                at = edges[e].to;
                sum += edges[e].weight;
                EXPECT_TRUE(visited.insert(at).second) << "a node twice";
            }
            EXPECT_EQ(at, 6U);
            EXPECT_EQ(sum, found[k].weight);
            different.insert(found[k].edges);
        }
        EXPECT_EQ(different.size(), found.size());
    }
}

TEST(KShortest, FourNodesByHand)
{
    // docs/methods/route-search.md: A B C D are 0 1 2 3.
    Digraph const graph{4, test::Edges{{0, 1, 1}, {1, 3, 1}, {0, 2, 2}, {2, 3, 1}, {0, 3, 4}}};
    auto const found = k_shortest(graph, 0, 3, 5);
    ASSERT_EQ(found.size(), 3U);
    EXPECT_EQ(found[0], (Walk{2, {0, 1}}));
    EXPECT_EQ(found[1], (Walk{3, {2, 3}}));
    EXPECT_EQ(found[2], (Walk{4, {4}}));
    EXPECT_EQ(betweenness_of(graph).node, (std::vector<double>{0.0, 1.0, 0.0, 0.0}));
}

TEST(KShortest, FromHereToHereIsNoWay)
{
    Digraph const graph{2, test::Edges{{0, 1, 3}, {1, 0, 3}}};
    auto const found = k_shortest(graph, 0, 0, 4);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0], Walk{});
    EXPECT_THROW(k_shortest(graph, 0, 1, 0), geo::Error);
    EXPECT_THROW(k_shortest(graph, 0, 2, 1), geo::Error);
}

// ---- New York

/// The road graph of New York, both directions; no nodes where it cannot be unpacked here.
Digraph new_york()
{
    auto const folder = test::shared / "reference/routes/road_ny";
    std::istringstream lines{test::unpacked(folder / "NY.gr.xz")};
    std::istringstream weights{test::unpacked(folder / "NY_weights.txt.xz")};
    std::string p;
    std::string kind;
    std::size_t nodes = 0;
    std::size_t count = 0;
    lines >> p >> kind >> nodes >> count;
    std::vector<std::array<std::uint32_t, 3>> list(count);
    for (auto& [u, v, w] : list) {
        lines >> u >> v;
        weights >> w;
        --u;
        --v;
    }
    return {nodes, both_ways(list)};
}

/// Rows of expected.csv and lines of queries.txt, by their first word.
std::multimap<std::string, std::vector<std::uint64_t>> numbers_in(std::filesystem::path const& file)
{
    std::multimap<std::string, std::vector<std::uint64_t>> rows;
    std::istringstream lines{test::text_in(file)};
    for (std::string line; std::getline(lines, line);) {
        std::ranges::replace(line, ',', ' ');
        std::istringstream words{line};
        std::string kind;
        std::vector<std::uint64_t> numbers;
        words >> kind;
        for (std::uint64_t number = 0; words >> number;) {
            numbers.push_back(number);
        }
        rows.emplace(kind, numbers);
    }
    return rows;
}

TEST(NewYork, SumsAndKShortestAreThoseOfFourPrograms)
{
    auto const folder = test::shared / "reference/routes/road_ny";
    MARCHLAND_NEEDS(folder);
    auto const graph = new_york();
    if (graph.nodes() == 0) {
        GTEST_SKIP() << "needs the program xz to unpack the road graph";
    }
    EXPECT_LE(graph.bytes(), 40U << 20U);
    auto const expected = numbers_in(folder / "expected.csv");
    EXPECT_EQ(expected.count("one_to_all_sum"), 20U);
    for (auto [row, end] = expected.equal_range("one_to_all_sum"); row != end; ++row) {
        auto const distance = distances_from(graph, row->second[0]);
        EXPECT_EQ(std::accumulate(distance.begin(), distance.end(), std::uint64_t{0}),
                  row->second[1]);
    }
    for (auto [row, end] = expected.equal_range("dist"); row != end; ++row) {
        auto const way = lightest_way(graph, row->second[0], row->second[1]);
        ASSERT_TRUE(way.has_value());
        EXPECT_EQ(way->weight, row->second[2]);
    }
    EXPECT_EQ(expected.count("dist"), 100U);
    auto const queries = numbers_in(folder / "queries.txt");
    std::uint64_t matrix = 0;
    for (auto [start, starts] = queries.equal_range("S"); start != starts; ++start) {
        auto const distance = distances_from(graph, start->second[0]);
        for (auto [goal, goals] = queries.equal_range("T"); goal != goals; ++goal) {
            matrix += distance[goal->second[0]];
        }
    }
    EXPECT_EQ(matrix, expected.find("matrix64_sum")->second[0]);
    std::istringstream ways{test::text_in(folder / "ksp10_expected.txt")};
    std::size_t pairs = 0;
    for (std::string line; std::getline(ways, line); ++pairs) {
        std::istringstream row{line};
        std::size_t from = 0;
        std::size_t to = 0;
        char colon = 0;
        row >> from >> to >> colon;
        for (auto const& way : k_shortest(graph, from, to, 10)) {
            std::uint64_t weight = 0;
            row >> weight;
            EXPECT_EQ(way.weight, weight) << "pair " << pairs;
        }
    }
    EXPECT_EQ(pairs, 10U);
}

// ---- betweenness

std::vector<std::array<std::uint32_t, 3>> edges_in(nlohmann::json const& known)
{
    std::vector<std::array<std::uint32_t, 3>> list;
    for (auto const& edge : known["edges_u_v_weight_capacity"]) {
        list.push_back({edge[0], edge[1], edge[2]});
    }
    return list;
}

class KnownBetweenness : public testing::TestWithParam<std::string> {};

TEST_P(KnownBetweenness, IsThatOfNetworkX)
{
    auto const file = test::shared / "reference/routes/known_graphs/expected.json";
    MARCHLAND_NEEDS(file);
    auto const known = nlohmann::json::parse(test::text_in(file))[GetParam()];
    auto const list = edges_in(known);
    std::size_t const nodes = known["labels"].size();
    auto const found = betweenness_of(Digraph{nodes, both_ways(list)});
    for (std::size_t n = 0; n < nodes; ++n) {
        EXPECT_NEAR(found.node[n] / 2.0,
                    known["betweenness_weighted_unnormalised"][n].get<double>(), 1e-9)
            << n;
    }
    for (std::size_t e = 0; e < list.size(); ++e) {
        EXPECT_NEAR((found.edge[2 * e] + found.edge[2 * e + 1]) / 2.0,
                    known["edge_betweenness_weighted_unnormalised"][e].get<double>(), 1e-9)
            << e;
    }
}

TEST_P(KnownBetweenness, ClosingAnEdgeLengthensAsNetworkXSays)
{
    auto const file = test::shared / "reference/routes/known_graphs/expected.json";
    MARCHLAND_NEEDS(file);
    auto const known = nlohmann::json::parse(test::text_in(file))[GetParam()];
    auto const list = edges_in(known);
    std::size_t const nodes = known["labels"].size();
    auto const without = [&list](std::size_t left_out) {
        auto rest = list;
        rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(left_out));
        return both_ways(rest);
    };
    auto const& expected = known["single_edge_closure_extra_cost_and_cut_ordered_pairs"];
    for (std::size_t e = 0; e < list.size(); ++e) {
        Digraph const closed{nodes, without(e)};
        std::uint64_t extra = 0;
        std::uint64_t cut = 0;
        for (std::size_t from = 0; from < nodes; ++from) {
            auto const after = distances_from(closed, from);
            for (std::size_t to = 0; to < nodes; ++to) {
                cut += after[to] == no_distance ? 1U : 0U;
                extra += after[to] == no_distance
                             ? 0U
                             : after[to] - known["dist"][from][to].get<std::uint32_t>();
            }
        }
        EXPECT_EQ(extra, expected[e][2].get<std::uint64_t>()) << e;
        EXPECT_EQ(cut, expected[e][3].get<std::uint64_t>()) << e;
    }
    auto const& shut = known["displacement_closing_edge"];
    auto const at = static_cast<std::size_t>(
        std::ranges::find_if(
            list, [&shut](auto const& edge) { return edge[0] == shut[0] && edge[1] == shut[1]; }) -
        list.begin());
    ASSERT_LT(at, list.size());
    auto const found = betweenness_of(Digraph{nodes, without(at)});
    auto const& after = known["edge_betweenness_after_closure"];
    auto const closed_is_listed = after.size() == list.size();
    for (std::size_t e = 0, left = 0; e < list.size(); ++e) {
        if (e != at) {
            double const both = (found.edge[2 * left] + found.edge[2 * left + 1]) / 2.0;
            EXPECT_NEAR(both, after[closed_is_listed ? e : left].get<double>(), 1e-9) << e;
            ++left;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(NetworkX, KnownBetweenness,
                         testing::Values("karate", "florentine", "grid6x6"));

/// Nodes and edges as Boost counts them. It takes parallel edges for one, so there must be none.
Betweenness betweenness_by_boost(std::size_t nodes, test::Edges const& edges)
{
    using List =
        boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property,
                              boost::property<boost::edge_weight_t, std::uint32_t,
                                              boost::property<boost::edge_index_t, std::size_t>>>;
    List list(nodes);
    for (std::size_t e = 0; e < edges.size(); ++e) {
        boost::add_edge(edges[e].from, edges[e].to, {edges[e].weight, e}, list);
    }
    Betweenness found{std::vector<double>(nodes), std::vector<double>(edges.size())};
    boost::brandes_betweenness_centrality(
        list, boost::weight_map(get(boost::edge_weight, list))
                  .centrality_map(boost::make_iterator_property_map(found.node.begin(),
                                                                    get(boost::vertex_index, list)))
                  .edge_centrality_map(boost::make_iterator_property_map(
                      found.edge.begin(), get(boost::edge_index, list))));
    return found;
}

/// A few edges for each node, so that there are dead ends, trees, islands and rings.
test::Edges thin_graph(std::size_t nodes, std::uint64_t seed, bool one_way)
{
    test::Edges edges;
    std::set<std::pair<std::uint32_t, std::uint32_t>> once;
    auto const add = [&](std::uint32_t from, std::uint32_t to, std::uint32_t weight) {
        if (from != to && once.emplace(from, to).second) {
            edges.push_back({from, to, weight});
        }
    };
    geo::Draws draws{geo::Random{seed, "back"}};
    for (auto const& edge : test::random_edges(nodes, nodes, seed, 6)) {  // few weights: many ties
        add(edge.from, edge.to, edge.weight);
        if (!one_way || draws.below(3) != 0) {
            add(edge.to, edge.from,
                one_way ? 1 + static_cast<std::uint32_t>(draws.below(6)) : edge.weight);
        }
    }
    return edges;
}

TEST(Betweenness, IsThatOfBoostOnRandomGraphs)
{
    for (std::uint64_t seed = 1; seed <= 120; ++seed) {
        std::size_t const nodes = 5 + seed % 40;
        auto edges = thin_graph(nodes, seed, seed % 2 == 0);
        if (seed % 3 == 0) {  // the same with a dense part
            for (auto const& edge : test::random_edges(nodes, nodes, seed + 1000, 6)) {
                auto const same = [&edge](auto const& other) {
                    return other.from == edge.from && other.to == edge.to;
                };
                if (edge.from != edge.to && std::ranges::none_of(edges, same)) {
                    edges.push_back(edge);
                }
            }
        }
        auto const wanted = betweenness_by_boost(nodes, edges);
        auto const found = betweenness_of(Digraph{nodes, edges});
        for (std::size_t n = 0; n < nodes; ++n) {
            EXPECT_NEAR(found.node[n], wanted.node[n], 1e-9) << seed << " node " << n;
        }
        for (std::size_t e = 0; e < edges.size(); ++e) {
            EXPECT_NEAR(found.edge[e], wanted.edge[e], 1e-9) << seed << " edge " << e;
        }
    }
}

TEST(Betweenness, ParallelEdgesShareAndLoopsHaveNone)
{
    // 0 = 1 - 2: two ways as light from 0 to 1 and a heavier one
    Digraph const graph{
        3, test::Edges{{0, 1, 2}, {0, 1, 2}, {0, 1, 3}, {1, 1, 1}, {1, 2, 1}, {2, 1, 1}}};
    auto const found = betweenness_of(graph);
    EXPECT_EQ(found.node, (std::vector<double>{0.0, 1.0, 0.0}));
    EXPECT_EQ(found.edge, (std::vector<double>{1.0, 1.0, 0.0, 0.0, 2.0, 1.0}));
}

TEST(Betweenness, AStarIsAllDeadEnds)
{
    auto const found = betweenness_of(Digraph{5, both_ways({{0, 1, 1}, {0, 2, 5}, {0, 3, 9}})});
    EXPECT_EQ(found.node,
              (std::vector<double>{6.0, 0.0, 0.0, 0.0, 0.0}));  // 3 x 2 ordered pairs of leaves
    EXPECT_EQ(found.edge, (std::vector<double>(6, 3.0)));
}

TEST(Betweenness, WaysTooHeavyToAddUpAreRefused)
{
    Digraph const graph{4, test::Edges{{0, 1, 3'000'000'000},
                                       {1, 2, 3'000'000'000},
                                       {2, 3, 3'000'000'000},
                                       {3, 0, 1'000'000'000}}};
    EXPECT_THROW(betweenness_of(graph), geo::Error);
}

TEST(Betweenness, FiveThousandNodesOfNewYork)
{
    auto const folder = test::shared / "reference/routes/road_ny5k";
    MARCHLAND_NEEDS(folder);
    std::ifstream stream{folder / "edges_u_v_w.txt"};
    std::vector<std::array<std::uint32_t, 3>> list;
    for (std::array<std::uint32_t, 3> edge{}; stream >> edge[0] >> edge[1] >> edge[2];) {
        list.push_back(edge);
    }
    Digraph const graph{5000, both_ways(list)};
    auto const found = betweenness_of(graph);
    EXPECT_NEAR(std::accumulate(found.node.begin(), found.node.end(), 0.0), 1215060692.333333, 1.0);
    EXPECT_NEAR(std::accumulate(found.edge.begin(), found.edge.end(), 0.0), 1240055692.333333, 1.0);
    EXPECT_NEAR(*std::ranges::max_element(found.edge), 3749606.5, 1e-3);
    std::ifstream values{folder / "vertex_betweenness_ordered_pairs.txt"};
    std::string line;
    std::size_t n = 0;
    while (std::getline(values, line)) {
        std::istringstream row{line};
        std::vector<double> numbers;
        for (double number = 0.0; row >> number;) {
            numbers.push_back(number);
        }
        if (!numbers.empty()) {
            EXPECT_NEAR(found.node[n], numbers.back(), 1e-9 * std::max(1.0, numbers.back())) << n;
            ++n;
        }
    }
    EXPECT_EQ(n, 5000U);
    auto const threads = betweenness_of(graph, geo::Job{{}, {}, 2});
    EXPECT_EQ(threads.node, found.node);
    EXPECT_EQ(threads.edge, found.edge);
}

TEST(Betweenness, StopsWithinASecond)
{
    Digraph const graph{20'000, test::random_edges(20'000, 80'000, 3, 100)};
    std::stop_source stop;
    auto asked = std::chrono::steady_clock::now();
    geo::Job const job{stop.get_token(),
                       [&](double) {
                           asked = std::chrono::steady_clock::now();
                           stop.request_stop();
                       },
                       2};
    EXPECT_THROW(betweenness_of(graph, job), geo::Cancelled);
    EXPECT_LT(std::chrono::steady_clock::now() - asked, test::patience);
}

}  // namespace
}  // namespace marchland::analysis::graph
