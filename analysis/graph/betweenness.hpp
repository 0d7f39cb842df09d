/// \file betweenness.hpp
/// Shortest-path betweenness, exact over all pairs: through which junctions and ways lightest ways pass.
#pragma once

#include "analysis/graph/digraph.hpp"
#include "geo/vocabulary/job.hpp"

#include <vector>

namespace marchland::analysis::graph {

/// Sums over ordered pairs of the share of lightest ways that pass; ends do not count. For an undirected
/// graph (each edge in both directions) halve the nodes, and add the two directions of an edge.
struct Betweenness {
    std::vector<double> node;
    std::vector<double> edge;  ///< by number
};

/// \throws Error{usage} an edge of weight 0: ways of no length make the number of lightest ways endless; or
///         a lightest way of 2^32 - 1 or more; Cancelled. Does not depend on the number of threads.
/// \par Source  Brandes (2001) J. Mathematical Sociology 25, 163-177, with buckets no wider than the
///      lightest edge: what is in one is settled. Dead ends are folded first: Baglioni, Geraci, Pellegrini,
///      Lastres (2012) IEEE/ACM ASONAM, 210-217.
/// \par Cost    O(nodes x (nodes + edges)), both without dead ends.
Betweenness betweenness_of(Digraph const& graph, geo::Job const& job = {});

}  // namespace marchland::analysis::graph
