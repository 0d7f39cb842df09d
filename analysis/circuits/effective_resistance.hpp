/// \file effective_resistance.hpp
/// Effective resistance (resistance distance): how far apart places are if all ways count.
#pragma once

#include "analysis/circuits/circuit.hpp"
#include "geo/vocabulary/job.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace marchland::analysis::circuits {

/// Effective resistances between nodes, row by row. Infinite between components, 0 from a node to
/// itself.
/// \throws Error{usage}  an edge of no node, a conductance that is no number, a node out of range.
/// \throws Error{findings}  the conductances differ by too many powers of ten to be solved.
/// \throws Cancelled
/// \par Source  Klein and Randic (1993), Journal of Mathematical Chemistry 12, 81-95.
/// \par Cost    One factor for each component, one solve for each node asked for.
std::vector<double> effective_resistances(std::size_t nodes, std::span<Conductor const> conductors,
                                          std::span<std::uint32_t const> between,
                                          geo::Job const& job = {});

}  // namespace marchland::analysis::circuits
