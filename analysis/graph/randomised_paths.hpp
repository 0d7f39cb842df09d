/// \file randomised_paths.hpp
/// Randomised shortest paths, for people who do not all take the quickest way: every way to the target, the
/// costlier the rarer.
#pragma once

#include "analysis/graph/digraph.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace marchland::analysis::graph {

struct RandomisedPaths {
    std::vector<double> cost;         ///< expected, from each node; infinite where no way leads
    std::vector<double> free_energy;  ///< the same less the entropy of the choice, over theta
    std::vector<double> through;      ///< demand that passes each node, once for each pass
    std::vector<double> flow;         ///< on each edge, by number
    double unserved = 0.0;            ///< demand of nodes from which no way leads
};

/// A walk steps along an edge in proportion to 1 / cost, is weighted by exp(-theta x its cost), and ends
/// at the target. A large theta gives the cheapest ways, a small one an aimless walk.
///
/// \param cost    of each edge by number, in the unit of 1 / theta; above 0.
/// \param demand  of each node; what starts at the target stays there.
/// \throws Error{usage} sizes differ, the target does not exist, theta or a cost is not above 0;
///         Error{failed} the system of equations cannot be solved.
/// \par Source  Saerens, Achbany, Fouss and Yen (2009) Neural Computation 21, 2363-2404; free energy:
///      Kivimaki, Shimbo and Saerens (2014) Physica A 393, 600-616.
/// \par Cost    a sparse LU factorisation (Eigen) and three solutions, whatever the demand.
RandomisedPaths randomised_paths(Digraph const& graph, std::span<double const> cost,
                                 std::uint32_t target, std::span<double const> demand,
                                 double theta);

}  // namespace marchland::analysis::graph
