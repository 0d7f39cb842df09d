/// \file bands.hpp
/// Flows by Monte Carlo with common random numbers, and how sure they are: over ways and crossings, in a
/// thousand possible worlds. Transit, not origin.
#pragma once

#include "analysis/flows/flow_input.hpp"
#include "analysis/flows/scenario.hpp"

#include <utility>
#include <vector>

namespace marchland::analysis::flows {

/// Of one figure over the worlds: its point and its interval come from the same ones.
struct Band {
    double mean = 0.0;
    double median = 0.0;
    double lower = 0.0;  ///< 5 %, or the mean where that is less
    double upper = 0.0;  ///< 95 %, or the mean where that is more: what is in few worlds only
};

/// Of the values, which are put in another order by it. \param mean  of them all.
template <class Real>  // float or double
Band band_of(std::vector<Real>& values, double mean);

struct FlowOptions {
    ChoiceOptions choice{.draws = 1000};
    /// Standard deviations of the logarithms: assumptions, see docs/methods/flows.md.
    /// of the time on each class of way, the same on all ways of a class
    double speed_spread = 0.2;
    double access_spread = 0.3;  ///< of the time across country
    double delay_spread = 0.4;   ///< of the time at crossings
    int pair_draws = 200;  ///< worlds, the first ones, that tell of pairs of commune and crossing
};

/// From a commune over a crossing.
struct PairBand {
    geo::CrossingId crossing{};
    double flow = 0.0;  ///< persons a year: mean of all worlds
    Band share;         ///< of the commune's demand; bounds from the first worlds
    Band hours;         ///< in the worlds in which the share is not 0
};

struct FlowBands {
    geo::Column<geo::WayId, Band> ways;            ///< persons a year, the most on any piece
    geo::Column<geo::CrossingId, Band> crossings;  ///< persons a year
    geo::Column<geo::CrossingId, Band> shares;     ///< of all that reach a crossing
    /// weighted by flow; over the worlds in which there is one, NaN without
    geo::Column<geo::CrossingId, Band> hours;
    Band reached;       ///< persons a year who reach a crossing
    Band out_of_reach;  ///< persons a year
    std::vector<std::pair<geo::JunctionId, Band>> junctions;  ///< that are passed, persons a year
    geo::PerCommune<std::vector<PairBand>> pairs;             ///< by crossing
};

/// Each world draws the demand, theta from half to twice, the paths and fords that exist, and the times;
/// people go the quickest way to the crossings that they choose. Draws are numbered, so that two questions over the
/// same communes share their worlds, and the answer does not depend on the number of threads.
/// \throws Cancelled
/// \par Source  common random numbers: Glasserman and Yao (1992) Management Science 38, 884-908.
/// \par Cost    for each draw one tree for each open crossing, over the contracted network.
FlowBands flow_bands(routes::RouteGraph const& graph, Ground const& ground,
                     FlowOptions const& options = {}, Scenario const& scenario = {},
                     geo::Job const& job = {});

}  // namespace marchland::analysis::flows
