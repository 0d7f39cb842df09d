/// \file randomised_flows.hpp
/// The second model of choice: randomised shortest paths over the whole network. Transit, not origin.
#pragma once

#include "analysis/flows/flow_input.hpp"

#include <string>

namespace marchland::analysis::flows {

struct RandomisedOptions {
    /// per hour; 0: the one at which people take `detour` times the quickest time
    double theta = 0.0;
    double detour = 1.15;  ///< an assumption: see docs/methods/flows.md
};

struct RandomisedFlows {
    /// why there is no answer, and every figure is NaN; empty: there is one
    std::string refusal;
    double theta = 0.0;
    double detour = 0.0;  ///< mean time over mean quickest time, both weighted by the demand
    geo::Column<geo::CrossingId, double> share;  ///< of all that reach a crossing
    /// over theta / 2, theta and 2 theta; NaN: at half of theta people would walk in circles without end
    geo::Column<geo::CrossingId, double> share_lower;
    geo::Column<geo::CrossingId, double> share_upper;
    geo::Column<geo::WayId, double> ways;  ///< persons a year, the most on any piece
};

/// Flows of the expected demand as if every path that may exist did. Where the network is in pieces or a way takes
/// no time, sums over all walks may cancel to figures that are none: such an answer is refused.
/// \throws Cancelled; Error as randomised_paths.
/// \par Source  as randomised_paths.hpp, with one target behind all crossings.
RandomisedFlows randomised_flows(routes::RouteGraph const& graph, Ground const& ground,
                                 RandomisedOptions const& options = {}, geo::Job const& job = {});

/// How far two rows of shares agree: 1 equal, 0 nothing in common.
double agreement_of(geo::Column<geo::CrossingId, double> const& a,
                    geo::Column<geo::CrossingId, double> const& b);

}  // namespace marchland::analysis::flows
