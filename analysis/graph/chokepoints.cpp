#include "analysis/graph/chokepoints.hpp"

#include "geo/vocabulary/error.hpp"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/biconnected_components.hpp>
#include <boost/graph/boykov_kolmogorov_max_flow.hpp>
#include <boost/graph/successive_shortest_path_nonnegative_weights.hpp>
#include <boost/property_map/function_property_map.hpp>

#include <algorithm>
#include <iterator>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <tuple>

namespace marchland::analysis::graph {
namespace {

using Nodes = std::span<std::uint32_t const>;
using Capacity = std::int64_t;
/// Whole numbers held exactly; what Boost adds for nodes never reached becomes infinite, not wrong.
using Weight = double;

constexpr std::uint32_t no_edge = std::numeric_limits<std::uint32_t>::max();

void check_nodes(Nodes nodes, std::size_t known)
{
    for (auto const node : nodes) {
        if (node >= known) {
            throw geo::Error{geo::Trouble::usage, "there is no node " + std::to_string(node) +
                                                      "; there are " + std::to_string(known)};
        }
    }
}

std::vector<bool> members(Nodes nodes, std::size_t known)
{
    check_nodes(nodes, known);
    std::vector<bool> in(known);
    for (auto const node : nodes) {
        in[node] = true;
    }
    return in;
}

using Traits = boost::adjacency_list_traits<boost::vecS, boost::vecS, boost::directedS>;

struct Pipe {
    Capacity capacity = 0;
    Capacity residual = 0;
    Weight weight = 0;
    Traits::edge_descriptor reverse;
    std::uint32_t edge = no_edge;  ///< of the graph
};

struct Basin {
    boost::default_color_type color = boost::white_color;
    Weight distance = 0;
    Traits::edge_descriptor predecessor;
};

using Pipes = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, Basin, Pipe>;
using PipeEnd = Traits::edge_descriptor;

void connect(Pipes& pipes, std::size_t from, std::size_t to, Capacity capacity, Weight weight,
             std::uint32_t edge)
{
    auto const there = add_edge(from, to, pipes).first;
    auto const back = add_edge(to, from, pipes).first;
    pipes[there] = {capacity, capacity, weight, back, edge};
    pipes[back] = {0, 0, -weight, there, no_edge};
}

/// A flow network between one source and one sink that stand for the two sets.
struct Waterworks {
    Pipes pipes;
    std::size_t source = 0;
    std::size_t drain = 0;
};

Waterworks waterworks(Digraph const& graph, Nodes from, Nodes to, Nodes capacity)
{
    Waterworks made{Pipes{graph.nodes() + 2}, graph.nodes(), graph.nodes() + 1};
    Capacity all = 1;
    for (std::uint32_t node = 0; node < graph.nodes(); ++node) {
        for (std::size_t i = 0; i < graph.out(node).size(); ++i) {
            auto const edge = graph.out_edges(node)[i];
            all += capacity[edge];
            connect(made.pipes, node, graph.out(node)[i].node, capacity[edge], 0, edge);
        }
    }
    for (auto const node : from) {
        connect(made.pipes, made.source, node, all, 0, no_edge);
    }
    for (auto const node : to) {
        connect(made.pipes, node, made.drain, all, 0, no_edge);
    }
    return made;
}

/// Reached in the residual graph: nodes that more could still flow to from the source.
std::vector<bool> not_full(Waterworks const& works)
{
    std::vector<bool> reached(num_vertices(works.pipes));
    std::vector<std::size_t> front{works.source};
    reached[works.source] = true;
    while (!front.empty()) {
        auto const node = front.back();
        front.pop_back();
        for (auto [e, end] = out_edges(node, works.pipes); e != end; ++e) {
            auto const next = target(*e, works.pipes);
            if (works.pipes[*e].residual > 0 && !reached[next]) {
                reached[next] = true;
                front.push_back(next);
            }
        }
    }
    return reached;
}

/// Node splitting: nodes in two halves, so that each is passed once; those of the sets as often as wanted.
Waterworks halved(Digraph const& graph, Nodes from, Nodes to, Apart apart, std::size_t most)
{
    auto const n = graph.nodes();
    auto const starts = members(from, n);
    auto const ends = members(to, n);
    auto const many = static_cast<Capacity>(most);
    Waterworks made{Pipes{2 * n + 2}, 2 * n, 2 * n + 1};
    for (std::uint32_t node = 0; node < n; ++node) {
        if (starts[node] && ends[node]) {
            throw geo::Error{geo::Trouble::usage,
                             "node " + std::to_string(node) + " is both a start and an end"};
        }
        bool const free = apart == Apart::edges || starts[node] || ends[node];
        connect(made.pipes, 2 * node, 2 * node + 1, free ? many : 1, 0, no_edge);
        for (std::size_t i = 0; i < graph.out(node).size(); ++i) {
            auto const& step = graph.out(node)[i];
            connect(made.pipes, 2 * node + 1, 2 * step.node, 1, step.weight,
                    graph.out_edges(node)[i]);
        }
        if (starts[node]) {
            connect(made.pipes, made.source, 2 * node, many, 0, no_edge);
        }
        if (ends[node]) {
            connect(made.pipes, 2 * node + 1, made.drain, many, 0, no_edge);
        }
    }
    return made;
}

/// Successive shortest paths: sends flow of least cost, one way at a time, until there is no more or `most`
/// ways.
/// \throws Cancelled
void fill(Waterworks& works, std::size_t most, geo::Job const& job)
{
    // Boost asks for weights all the time: that is where it can be asked in turn whether to go on.
    std::size_t asked = 0;
    auto const weight = [&](PipeEnd const& pipe) {
        if (asked++ % 65536 == 0) {
            job.at(0.0);
        }
        return works.pipes[pipe].weight;
    };
    auto const tap = add_vertex(works.pipes);
    connect(works.pipes, tap, works.source, static_cast<Capacity>(most), 0, no_edge);
    std::vector<Weight> distance(num_vertices(works.pipes));
    std::vector<Weight> potential(num_vertices(works.pipes));
    boost::successive_shortest_path_nonnegative_weights(
        works.pipes, tap, works.drain,
        boost::capacity_map(get(&Pipe::capacity, works.pipes))
            .residual_capacity_map(get(&Pipe::residual, works.pipes))
            .reverse_edge_map(get(&Pipe::reverse, works.pipes))
            .weight_map(boost::make_function_property_map<PipeEnd>(weight))
            .predecessor_map(get(&Basin::predecessor, works.pipes))
            .distance_map(boost::make_iterator_property_map(distance.begin(),
                                                            get(boost::vertex_index, works.pipes)))
            .distance_map2(boost::make_iterator_property_map(
                potential.begin(), get(boost::vertex_index, works.pipes))));
}

/// The next edge out of a node that still carries flow, which is then taken off.
std::optional<PipeEnd> follow(Pipes& pipes, std::size_t node)
{
    for (auto [e, end] = out_edges(node, pipes); e != end; ++e) {
        auto& pipe = pipes[*e];
        if (pipe.capacity > pipe.residual) {
            ++pipe.residual;
            return *e;
        }
    }
    return std::nullopt;
}

/// Flow decomposition: one path taken off the flow; circles of no weight are cut out.
std::optional<Walk> take_way(Waterworks& works, std::vector<std::uint32_t> const& weights)
{
    std::vector<std::pair<std::size_t, std::uint32_t>> steps;  // node left, edge taken
    auto node = works.source;
    while (node != works.drain) {
        auto const pipe = follow(works.pipes, node);
        if (!pipe) {
            return std::nullopt;
        }
        steps.emplace_back(node, works.pipes[*pipe].edge);
        node = target(*pipe, works.pipes);
        auto const again =
            std::ranges::find(steps, node, &std::pair<std::size_t, std::uint32_t>::first);
        steps.erase(again, steps.end());
    }
    Walk walk;
    for (auto const& [left, edge] : steps) {
        if (edge != no_edge) {
            walk.edges.push_back(edge);
            walk.weight += weights[edge];
        }
    }
    return walk;
}

std::vector<std::uint32_t> weights_of(Digraph const& graph)
{
    std::vector<std::uint32_t> weights(graph.edges());
    for (std::size_t node = 0; node < graph.nodes(); ++node) {
        for (std::size_t i = 0; i < graph.out(node).size(); ++i) {
            weights[graph.out_edges(node)[i]] = graph.out(node)[i].weight;
        }
    }
    return weights;
}

/// Edges by the pair of nodes that they join, whatever the direction: Boost takes a parallel edge for the
/// way back to the parent. Loops join nothing.
using Pairs = std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::uint32_t>>;

Pairs pairs_of(std::size_t nodes, std::span<DirectedEdge const> edges)
{
    Pairs pairs;
    for (std::uint32_t e = 0; e < edges.size(); ++e) {
        std::uint32_t const ends[]{edges[e].from, edges[e].to};
        check_nodes(ends, nodes);
        if (ends[0] != ends[1]) {
            pairs[std::minmax(ends[0], ends[1])].push_back(e);
        }
    }
    return pairs;
}

}  // namespace

Joints joints_of(std::size_t nodes, std::span<DirectedEdge const> edges)
{
    using Graph =
        boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property,
                              boost::property<boost::edge_index_t, std::size_t>>;
    auto const pairs = pairs_of(nodes, edges);
    Graph graph{nodes};
    std::size_t count = 0;
    for (auto const& [ends, parallel] : pairs) {
        add_edge(ends.first, ends.second, count++, graph);
    }
    std::vector<std::size_t> block(count);
    Joints joints;
    auto const of_edge =
        boost::make_iterator_property_map(block.begin(), get(boost::edge_index, graph));
    auto const found =
        boost::biconnected_components(graph, of_edge, std::back_inserter(joints.nodes));
    std::vector<std::size_t> size(found.first);
    for (auto const b : block) {
        ++size[b];
    }
    count = 0;
    for (auto const& [ends, parallel] : pairs) {
        if (size[block[count++]] == 1 && parallel.size() == 1) {
            joints.edges.push_back(parallel.front());
        }
    }
    std::ranges::sort(joints.nodes);
    std::ranges::sort(joints.edges);
    return joints;
}

EdgeCut lightest_cut(Digraph const& graph, Nodes from, Nodes to,
                     std::span<std::uint32_t const> capacity)
{
    auto const starts = members(from, graph.nodes());
    auto const ends = members(to, graph.nodes());
    if (capacity.size() != graph.edges()) {
        throw geo::Error{geo::Trouble::usage, std::to_string(capacity.size()) + " capacities for " +
                                                  std::to_string(graph.edges()) + " edges"};
    }
    EdgeCut cut;
    if (std::ranges::any_of(from, [&](auto node) { return ends[node]; })) {
        cut.parted = false;
        return cut;
    }
    auto works = waterworks(graph, from, to, capacity);
    auto& pipes = works.pipes;
    cut.weight = static_cast<std::uint64_t>(boost::boykov_kolmogorov_max_flow(
        pipes, get(&Pipe::capacity, pipes), get(&Pipe::residual, pipes), get(&Pipe::reverse, pipes),
        get(&Basin::predecessor, pipes), get(&Basin::color, pipes), get(&Basin::distance, pipes),
        get(boost::vertex_index, pipes), works.source, works.drain));
    auto const inside = not_full(works);
    for (std::uint32_t node = 0; node < graph.nodes(); ++node) {
        for (std::size_t i = 0; inside[node] && i < graph.out(node).size(); ++i) {
            auto const edge = graph.out_edges(node)[i];
            if (!inside[graph.out(node)[i].node] && capacity[edge] > 0) {
                cut.edges.push_back(edge);
            }
        }
    }
    std::ranges::sort(cut.edges);
    return cut;
}

std::vector<Walk> disjoint_ways(Digraph const& graph, Nodes from, Nodes to, Apart apart,
                                std::size_t most, geo::Job const& job)
{
    auto works = halved(graph, from, to, apart, most);
    fill(works, most, job);
    auto const weights = weights_of(graph);
    std::vector<Walk> ways;
    while (auto way = take_way(works, weights)) {
        ways.push_back(std::move(*way));
    }
    std::ranges::sort(ways, {}, [](Walk const& walk) { return std::tie(walk.weight, walk.edges); });
    return ways;
}

}  // namespace marchland::analysis::graph
