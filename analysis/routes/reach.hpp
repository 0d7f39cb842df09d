/// \file reach.hpp
/// Isochrones: how far one gets within a time: junctions, parts of ways, places and an area.
#pragma once

#include "analysis/network/network.hpp"
#include "analysis/routes/route_graph.hpp"
#include "geo/vocabulary/job.hpp"

#include <span>
#include <vector>

namespace marchland::analysis::routes {

struct ReachOptions {
    double minutes = 60.0;                       ///< 0 or more
    double cell_m = 500.0;                       ///< side of the cells the area is made of
    Direction direction = Direction::from_root;  ///< to_root: from where one gets to the starts
    std::size_t most_cells = 16'000'000;
};

/// A stretch of a piece, in shares of its length from its `from`.
struct ReachedPart {
    std::uint32_t piece = 0;
    double from = 0.0;
    double to = 1.0;
    bool operator==(ReachedPart const&) const = default;
};

struct Reach {
    /// of all junctions; infinite where there is no way
    geo::Column<geo::JunctionId, double> minutes;
    std::vector<geo::JunctionId> junctions;  ///< reached
    std::vector<ReachedPart> parts;          ///< by piece, then from
    /// of network.anchors: those reached, their access at its own speed too
    std::vector<std::size_t> places;
    geo::Area area;  ///< outline of cells; the working system, metres
};

/// Isochrone: what lies within a time of the nearest of some junctions.
///
/// The area is the cells whose middle one can reach from a point on a way in the time that is left,
/// in a straight line at the model's access speed, and the cells of the points themselves. Points
/// are looked at every half cell of way, at the same places for every time; of those in one cell
/// the earliest speaks. So an area grows with the time, and it is no finer than its cells. The grid
/// begins at 0, 0 of the system.
///
/// \param travel  the model that the graph was made with: season and night count for the access
/// too. \throws Error{usage} no start, one that does not exist, options out of range, or more cells
/// than allowed;
///         Cancelled.
/// \par Cost  a search for each start, then cells x (time left x access speed / cell)^2.
Reach reach_of(network::Network const& network, RouteGraph const& graph,
               travel::TravelModel const& travel, std::span<geo::JunctionId const> starts,
               ReachOptions const& options = {}, geo::Job const& job = {});

}  // namespace marchland::analysis::routes
