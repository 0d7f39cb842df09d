// Folding of degree-one nodes: dead ends go into the node they hang on. Private to the project: it does not
// install.
#pragma once

#include "analysis/graph/digraph.hpp"

#include <cstdint>
#include <vector>

namespace marchland::analysis::graph {

/// A node whose only edges go to one neighbour and come from it, once all before it in the list are gone.
struct Leaf {
    std::uint32_t node = 0;
    std::uint32_t parent = 0;
    std::uint32_t out_edge = 0;  ///< to the parent
    std::uint32_t in_edge = 0;   ///< from it
};

/// What is left, with its nodes by breadth first search, so that neighbours lie together in memory.
struct Core {
    static constexpr std::uint32_t no_edge = no_distance;
    std::vector<std::uint32_t> node;   ///< number in the graph given
    std::vector<double> mass;          ///< the node and those folded into it
    std::vector<std::uint32_t> start;  ///< of the rows of steps, one more than nodes
    /// Nodes by their number here. Loops are left out; short rows are filled up to three with loops of
    /// weight 1, which lie on no lightest way: on roads nearly all rows are then equally long.
    std::vector<Digraph::Step> steps;
    /// numbers of the steps in the graph given; no_edge: a filler
    std::vector<std::uint32_t> edge;

    std::size_t nodes() const { return node.size(); }
};

struct Folded {
    std::vector<Leaf> leaves;  ///< in the order in which they were folded
    std::vector<double> mass;  ///< of every node given: itself and all that were folded into it
    Core core;
};

Folded folded(Digraph const& graph);

}  // namespace marchland::analysis::graph
