/// \file current_flow.hpp
/// Current flow in a network as an electric circuit: walkers who know no way spread over all ways like
/// current does.
#pragma once

#include "analysis/circuits/circuit.hpp"
#include "geo/vocabulary/job.hpp"

#include <span>
#include <vector>

namespace marchland::analysis::circuits {

struct CurrentFlow {
    std::vector<double> voltage;       ///< of nodes; 0 where nothing flows
    std::vector<double> node_current;  ///< through each node: the more of what comes in and what
                                       ///< leaves, sources and grounds included
    std::vector<double> edge_current;  ///< of each conductor, positive from `from` to `to`
    double stranded = 0.0;             ///< of what was put in, the part that can reach no ground
};

/// Currents that flow from sources to grounds.
///
/// \param source  current put into each node; negative: taken out. One for each node.
/// \param ground  conductance from each node to ground; 0: none, tied_to_ground: the node is
/// ground. A component without a ground keeps still; what is put in there is `stranded`. \throws
/// Error{usage}  sizes differ, an edge of no node, a conductance or source that is no number.
/// \throws Error{findings}  the conductances differ by too many powers of ten to be solved.
/// \throws Cancelled  between components.
/// \par Source  Doyle and Snell (1984), Random walks and electric networks; McRae et al. (2008),
/// Ecology 89(10). \par Cost    One sparse Cholesky factor for each component with a ground.
CurrentFlow current_flow(std::span<Conductor const> conductors, std::span<double const> source,
                         std::span<double const> ground, geo::Job const& job = {});

/// The same where some nodes are one: sources and grounds of a region are summed, all its nodes
/// have its voltage and the current through it, and edges within it carry nothing.
CurrentFlow current_flow(std::span<Conductor const> conductors, Terminals const& terminals,
                         ShortCircuit const& joined, geo::Job const& job = {});

/// \namespace marchland::analysis::circuits
/// \par Example
/// \code
/// using namespace analysis::circuits;
/// // From 0 to 1 over one way, or over 2 and 3 over three such ways: it divides as 3 to 1.
/// std::vector<Conductor> const ways{{0, 1}, {0, 2}, {2, 3}, {3, 1}};
/// std::vector const source{1.0, 0.0, 0.0, 0.0};
/// std::vector const ground{0.0, tied_to_ground, 0.0, 0.0};
/// assert(std::abs(current_flow(ways, source, ground).edge_current[0] - 0.75) < 1e-9);
/// \endcode
/// \par Threads  functions of their arguments alone: may be called from several threads at once.

}  // namespace marchland::analysis::circuits
