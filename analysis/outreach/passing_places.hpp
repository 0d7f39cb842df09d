// Where the ways of many people meet, and the minimum cut that all of them must pass. Shared.
#pragma once

#include "analysis/flows/movement.hpp"
#include "analysis/routes/routes.hpp"

#include <cstddef>
#include <vector>

namespace marchland::analysis::outreach {

/// A fork that many corridors pass.
struct BusyJunction {
    geo::JunctionId junction{};
    flows::Band flow;              ///< persons a year
    std::size_t communes = 0;      ///< whose corridors pass it
    std::vector<geo::WayId> ways;  ///< that meet there, ascending
    bool articulation = false;     ///< without it the network falls apart
    double cut_off = 0.0;          ///< persons a year who reach no crossing without it
};

/// A crossing in the minimum cut.
struct CutCrossing {
    geo::CrossingId crossing{};
    std::size_t communes = 0;
    double cut_off = 0.0;
};

/// A stretch between two forks in the minimum cut.
struct CutWay {
    geo::JunctionId middle{};
    flows::Band flow;  ///< persons a year
    std::size_t communes = 0;
    std::vector<geo::WayId> ways;  ///< ascending
    double cut_off = 0.0;
};

struct PassingPlaces {
    std::vector<BusyJunction> junctions;  ///< by what each adds to those before it, at most 12
    std::vector<CutCrossing> crossings;
    std::vector<CutWay> ways;
};

/// Nothing where nobody is expected to go.
/// The junctions are chosen together, each for what those before it do not see: else all of them would
/// lie one after the other on the busiest road. Of equally small cuts the one nearest to the border is
/// taken, so that a crossing is named before the way to it.
/// \param movement  over the same routes and ground.
/// \par Source  greedy maximal covering (posts.hpp); articulation points and minimum cut (chokepoints.hpp).
/// \par Cost  one search over the network for each place.
PassingPlaces passing_places(routes::Routes const& routes, flows::Ground const& ground,
                             flows::Movement const& movement);

}  // namespace marchland::analysis::outreach
