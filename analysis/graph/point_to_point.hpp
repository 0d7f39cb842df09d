/// \file point_to_point.hpp
/// Bidirectional Dijkstra: the lightest way between two nodes, searched from both ends at once.
#pragma once

#include "analysis/graph/k_shortest.hpp"

#include <optional>

namespace marchland::analysis::graph {

/// Nothing where there is no way. Among equally light ways always the same one, but not a named one: for
/// the one whose edges come first ask k_shortest for 1. From a node to itself: no edges.
/// \throws Error{usage} a node does not exist.
/// \par Source  Nicholson (1966) Computer J. 9, 275-280: the search may end once the two reaches together
///      are no less than the best way found, and not before.
/// \par Cost    O((edges + nodes) log nodes) of what both reaches cover.
std::optional<Walk> lightest_way(Digraph const& graph, std::size_t from, std::size_t to);

}  // namespace marchland::analysis::graph
