/// \file contraction.hpp
/// Contraction: the same network with fewer nodes, dead ends left out, chains of degree two drawn together.
#pragma once

#include "analysis/graph/digraph.hpp"

#include <cstdint>
#include <limits>
#include <vector>

namespace marchland::analysis::graph {

/// Edges that follow each other without a choice between.
struct Chain {
    std::uint32_t from = 0;  ///< numbers among the nodes left
    std::uint32_t to = 0;
    std::vector<std::uint32_t> edges;  ///< numbers in the graph given, in the order of travel
};

struct Contraction {
    static constexpr std::uint32_t gone = std::numeric_limits<std::uint32_t>::max();
    /// those left, by their numbers in the graph given, ascending
    std::vector<std::uint32_t> nodes;
    std::vector<std::uint32_t> place;  ///< of each node given: its number among those left, or gone
    std::vector<Chain> chains;         ///< by from, to, edges
};

/// Every node that must stay does. Of the others go those with one neighbour, for a way through them
/// comes back, and those between two neighbours with at most one edge each way to either. The lightest
/// ways between nodes that stay keep their weights, and each edge is in one chain at most.
/// \throws Error{usage} sizes differ.
/// \par Cost    O((nodes + edges) log edges).
Contraction contraction_of(Digraph const& graph, std::vector<bool> const& stays);

}  // namespace marchland::analysis::graph
