/// \file current_betweenness.hpp
/// Current-flow (random-walk) betweenness: which nodes and ways lie between all others if all ways count.
#pragma once

#include "analysis/circuits/circuit.hpp"
#include "geo/vocabulary/job.hpp"

#include <span>
#include <vector>

namespace marchland::analysis::circuits {

struct CurrentBetweenness {
    /// current through it summed over all pairs of other nodes, each pair once
    std::vector<double> node;
    std::vector<double> edge;  ///< current along it summed over all pairs of nodes, each pair once
};

/// Current-flow betweenness, that of walkers who spread over all ways. Pairs that are not connected count
/// for nothing.
/// \throws Error{usage}  an edge of no node, a conductance that is no number.
/// \throws Error{findings}  the conductances differ by too many powers of ten to be solved.
/// \throws Cancelled
/// \par Source  Newman (2005), Social Networks 27, 39-54; sums by sorting: Brandes and Fleischer
/// (2005), STACS. \par Cost    O(n^2) memory; one solve for each node, and n log n for each edge.
CurrentBetweenness current_betweenness(std::size_t nodes, std::span<Conductor const> conductors,
                                       geo::Job const& job = {});

}  // namespace marchland::analysis::circuits
