/// \file chokepoints.hpp
/// Articulation points and bridges, minimum cuts, edge-disjoint and node-disjoint paths: where ways must
/// pass.
#pragma once

#include "analysis/graph/digraph.hpp"
#include "analysis/graph/k_shortest.hpp"
#include "geo/vocabulary/job.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace marchland::analysis::graph {

/// Articulation points and bridges: nodes and edges without which a part of the graph falls off, whatever
/// the directions.
struct Joints {
    std::vector<std::uint32_t> nodes;  ///< articulation points, ascending
    std::vector<std::uint32_t> edges;  ///< bridges, as indices of the list given, ascending
};

/// \param edges  each once; loops are overlooked, parallel edges are never bridges.
/// \throws Error{usage} an end is not below `nodes`.
/// \par Source  Hopcroft and Tarjan (1973) Communications of the ACM 16, 372-378 (Boost.Graph).
/// \par Cost    O(nodes + edges).
Joints joints_of(std::size_t nodes, std::span<DirectedEdge const> edges);

/// Minimum cut: the lightest set of edges that every way from `from` to `to` passes.
struct EdgeCut {
    std::uint64_t weight = 0;          ///< sum of the capacities cut
    std::vector<std::uint32_t> edges;  ///< numbers, ascending; those nearest to `from`
    bool parted = true;                ///< false: a node is in both sets, no cut parts them
};

/// \param capacity  of each edge by number: how hard it is to watch.
/// \throws Error{usage} sizes differ or a node does not exist.
/// \par Source  Ford and Fulkerson (1956) Canadian J. Mathematics 8, 399-404; flow by Boykov and
///      Kolmogorov (2004) IEEE PAMI 26, 1124-1137 (Boost.Graph).
EdgeCut lightest_cut(Digraph const& graph, std::span<std::uint32_t const> from,
                     std::span<std::uint32_t const> to, std::span<std::uint32_t const> capacity);

enum class Apart : std::uint8_t { edges, nodes };

/// Edge-disjoint or node-disjoint paths: as many ways from `from` to `to` as can be had without an edge (or,
/// besides the sets, a node) in common, at most `most`, of the least total weight; lightest first.
/// \throws Error{usage} a node does not exist or is in both sets; Cancelled.
/// \par Source  Suurballe and Tarjan (1984) Networks 14, 325-336, as a flow of least cost (Boost.Graph).
/// \par Cost    one search for each way.
std::vector<Walk> disjoint_ways(Digraph const& graph, std::span<std::uint32_t const> from,
                                std::span<std::uint32_t const> to, Apart apart, std::size_t most,
                                geo::Job const& job = {});

}  // namespace marchland::analysis::graph
