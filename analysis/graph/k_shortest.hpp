/// \file k_shortest.hpp
/// K shortest loopless paths (Yen): the k lightest ways between two nodes that visit no node twice.
#pragma once

#include "analysis/graph/digraph.hpp"
#include "geo/vocabulary/job.hpp"

#include <vector>

namespace marchland::analysis::graph {

struct Walk {
    std::uint64_t weight = 0;
    /// numbers, in the order of travel; empty: from and to are one
    std::vector<std::uint32_t> edges;

    bool operator==(Walk const&) const = default;
};

/// Lightest first; equal ones by the numbers of their edges. Fewer than k where there are no more.
/// \throws Cancelled; Error{usage} a node does not exist, or k < 1.
/// \par Source  Yen (1971) Management Science 17, 712-716; Lawler (1972) same 18, 401-405; the search is
///      guided by the exact distances to the end.
/// \par Cost    one search back from the end, then for each way found a guided search at each of its nodes.
std::vector<Walk> k_shortest(Digraph const& graph, std::size_t from, std::size_t to, int k,
                             geo::Job const& job = {});

}  // namespace marchland::analysis::graph
