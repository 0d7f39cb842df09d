/// \file current_flow.hpp
/// A network as an electric circuit: walkers who know no way spread over all ways like current
/// does.
#pragma once

#include "geo/job.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace marchland::analysis {

/// An undirected edge. Several between the same nodes are summed; one from a node to itself carries
/// nothing.
struct Conductor {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    double conductance = 1.0; ///< finite, at least 0; 0 is no edge
};

/// The conductance to ground of a node that is the ground itself: its voltage is 0.
inline constexpr double tied_to_ground = std::numeric_limits<double>::infinity();

struct CurrentFlow {
    std::vector<double> voltage;      ///< of nodes; 0 where nothing flows
    std::vector<double> node_current; ///< through each node: the more of what comes in and what
                                      ///< leaves, sources and grounds included
    std::vector<double> edge_current; ///< of each conductor, positive from `from` to `to`
    double stranded = 0.0;            ///< of what was put in, the part that can reach no ground
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

/// Effective resistances between nodes, row by row: how far apart they are if all ways count.
/// Infinite between components, 0 from a node to itself.
/// \throws Error{usage} as above, or a node out of range. \throws Cancelled
/// \par Source  Klein and Randic (1993), Journal of Mathematical Chemistry 12, 81-95.
/// \par Cost    One factor for each component, one solve for each node asked for.
std::vector<double> effective_resistances(std::size_t nodes, std::span<Conductor const> conductors,
                                          std::span<std::uint32_t const> between,
                                          geo::Job const& job = {});

struct CurrentBetweenness {
    std::vector<double>
        node; ///< current through it summed over all pairs of other nodes, each pair once
    std::vector<double> edge; ///< current along it summed over all pairs of nodes, each pair once
};

/// Betweenness of walkers who spread over all ways. Pairs that are not connected count for nothing.
/// \throws Error{usage} as above. \throws Cancelled
/// \par Source  Newman (2005), Social Networks 27, 39-54; sums by sorting: Brandes and Fleischer
/// (2005), STACS. \par Cost    O(n^2) memory; one solve for each node, and n log n for each edge.
CurrentBetweenness current_betweenness(std::size_t nodes, std::span<Conductor const> conductors,
                                       geo::Job const& job = {});

} // namespace marchland::analysis
