// Searches on the road graph of New York, beside Boost.Graph on the same edges in the same run.
#include "analysis/graph/betweenness.hpp"
#include "analysis/graph/digraph.hpp"
#include "analysis/graph/k_shortest.hpp"
#include "analysis/graph/point_to_point.hpp"
#include "tests/support/reference.hpp"

#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/dijkstra_shortest_paths_no_color_map.hpp>

#include <benchmark/benchmark.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>

namespace marchland::bench {
namespace {

std::filesystem::path const folder{std::filesystem::path{MARCHLAND_SHARED} / "reference/routes"};

struct Roads {
    std::size_t nodes = 0;
    std::vector<analysis::graph::DirectedEdge> edges;
};

using test::unpacked;

Roads const& new_york()
{
    static Roads const roads = [] {
        std::istringstream lines{test::unpacked(folder / "road_ny/NY.gr.xz")};
        std::istringstream weights{test::unpacked(folder / "road_ny/NY_weights.txt.xz")};
        std::string word;
        std::size_t count = 0;
        Roads made;
        lines >> word >> word >> made.nodes >> count;
        for (std::size_t e = 0; e < count; ++e) {
            std::uint32_t u = 0;
            std::uint32_t v = 0;
            std::uint32_t w = 0;
            lines >> u >> v;
            weights >> w;
            made.edges.push_back({u - 1, v - 1, w});
            made.edges.push_back({v - 1, u - 1, w});
        }
        return made;
    }();
    return roads;
}

Roads const& five_thousand()
{
    static Roads const roads = [] {
        Roads made{5000, {}};
        std::ifstream stream{folder / "road_ny5k/edges_u_v_w.txt"};
        for (std::uint32_t u = 0, v = 0, w = 0; stream >> u >> v >> w;) {
            made.edges.push_back({u, v, w});
            made.edges.push_back({v, u, w});
        }
        return made;
    }();
    return roads;
}

struct Weight {
    std::uint32_t weight = 0;
};
using Csr = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, Weight,
                                               boost::no_property, std::uint32_t, std::uint32_t>;

Csr by_boost(Roads const& roads)
{
    std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
    std::vector<Weight> weights;
    for (auto const& edge : roads.edges) {
        ends.emplace_back(edge.from, edge.to);
        weights.push_back({edge.weight});
    }
    return {boost::edges_are_unsorted_multi_pass, ends.begin(), ends.end(), weights.begin(),
            static_cast<std::uint32_t>(roads.nodes)};
}

bool missing(benchmark::State& state, Roads const& roads)
{
    if (roads.edges.empty()) {
        state.SkipWithError("the road graph is not here, or xz is not");
        return true;
    }
    return false;
}

void one_to_all(benchmark::State& state)
{
    if (missing(state, new_york())) {
        return;
    }
    analysis::graph::Digraph const graph{new_york().nodes, new_york().edges};
    analysis::graph::DistanceSearch search{graph};
    std::size_t root = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(search.from(root));
        root = (root + 13'007) % graph.nodes();
    }
    state.counters["graph_MB"] = static_cast<double>(graph.bytes()) / 1e6;
}
BENCHMARK(one_to_all)->Unit(benchmark::kMillisecond);

void one_to_all_boost(benchmark::State& state)
{
    if (missing(state, new_york())) {
        return;
    }
    auto const graph = by_boost(new_york());
    std::size_t root = 0;
    std::vector<std::uint32_t> distance(new_york().nodes);
    for (auto _ : state) {
        boost::dijkstra_shortest_paths_no_color_map(
            graph, static_cast<std::uint32_t>(root),
            boost::weight_map(get(&Weight::weight, graph))
                .distance_map(boost::make_iterator_property_map(distance.begin(),
                                                                get(boost::vertex_index, graph))));
        benchmark::DoNotOptimize(distance);
        root = (root + 13'007) % new_york().nodes;
    }
}
BENCHMARK(one_to_all_boost)->Unit(benchmark::kMillisecond);

void one_to_one(benchmark::State& state)
{
    if (missing(state, new_york())) {
        return;
    }
    analysis::graph::Digraph const graph{new_york().nodes, new_york().edges};
    std::size_t from = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(
            analysis::graph::lightest_way(graph, from, (from * 31 + 101'117) % graph.nodes()));
        from = (from + 13'007) % graph.nodes();
    }
}
BENCHMARK(one_to_one)->Unit(benchmark::kMillisecond);

void ten_shortest(benchmark::State& state)
{
    if (missing(state, new_york())) {
        return;
    }
    analysis::graph::Digraph const graph{new_york().nodes, new_york().edges};
    for (auto _ : state) {
        benchmark::DoNotOptimize(analysis::graph::k_shortest(graph, 146341, 56834, 10));
    }
}
BENCHMARK(ten_shortest)->Unit(benchmark::kMillisecond);

void betweenness_5k(benchmark::State& state)
{
    if (missing(state, five_thousand())) {
        return;
    }
    analysis::graph::Digraph const graph{five_thousand().nodes, five_thousand().edges};
    geo::Job const job{{}, {}, static_cast<unsigned>(state.range(0))};
    for (auto _ : state) {
        benchmark::DoNotOptimize(analysis::graph::betweenness_of(graph, job));
    }
}
BENCHMARK(betweenness_5k)
    ->Arg(1)
    ->Arg(2)
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();

void betweenness_5k_boost(benchmark::State& state)
{
    if (missing(state, five_thousand())) {
        return;
    }
    auto const graph = by_boost(five_thousand());
    std::vector<double> node(five_thousand().nodes);
    std::vector<double> edge(five_thousand().edges.size());
    auto const edge_map =
        boost::make_iterator_property_map(edge.begin(), get(boost::edge_index, graph));
    auto const node_map =
        boost::make_iterator_property_map(node.begin(), get(boost::vertex_index, graph));
    for (auto _ : state) {
        boost::brandes_betweenness_centrality(
            graph, boost::centrality_map(node_map).edge_centrality_map(edge_map).weight_map(
                       get(&Weight::weight, graph)));
        benchmark::DoNotOptimize(node);
    }
}
BENCHMARK(betweenness_5k_boost)->Unit(benchmark::kMillisecond)->Iterations(1);

}  // namespace
}  // namespace marchland::bench

BENCHMARK_MAIN();
