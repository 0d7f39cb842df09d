/// \file surface.hpp
/// Accumulated cost and least-cost corridors across country: what it takes from some places to every cell of
/// a terrain, and corridors between two.
#pragma once

#include "analysis/terrain/surface_roads.hpp"
#include "analysis/travel/foot_speed.hpp"
#include "geo/files/raster.hpp"
#include "geo/vocabulary/job.hpp"
#include "geo/vocabulary/numbers.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace marchland::analysis::terrain {

/// What a step costs. From a cell to one of its eight neighbours it is
///   horizontal metres x mean friction of the two            without heights (any unit), or
///   that x seconds a metre on the slope between them        with heights (seconds).
struct Surface {
    geo::Cells cells;
    std::vector<double> friction;  ///< one for each cell, or empty: 1 everywhere. A value that is
                                   ///< not a number above 0, or infinite, is a barrier
    std::vector<double> height;    ///< metres, one for each cell, or empty; NaN is a barrier
    travel::FootSpeed foot = travel::FootSpeed::tobler;
    travel::Underfoot underfoot = travel::Underfoot::path;
};

/// Where people start, or where they go.
struct SurfaceStart {
    std::size_t at = 0;  ///< a cell, or with on_road a node of the roads
    double cost = 0.0;   ///< what it took to get there
    bool on_road = false;
};

enum class Travel : std::uint8_t { from_starts, to_starts };

struct Spread {
    static constexpr std::uint32_t nobody = std::numeric_limits<std::uint32_t>::max();
    std::vector<double> cost;  ///< of each cell; infinite where there is no way, and for barriers
    std::vector<double> node_cost;  ///< of each node of the roads
    /// by cell, the start that is least away, or `nobody`; empty
    std::vector<std::uint32_t> start;
    ///< where there is one start only
};

/// Least cost between the starts and every cell: the exact minimum over all chains of steps.
///
/// With roads one search covers both: people enter and leave a road at every cell that it passes.
///
/// \param roads  made for the same ground, costs in the same unit; nullptr: none.
/// \throws Error{usage}  columns of the ground differ in size, a start is outside, a cost is
/// negative. \throws Cancelled \par Source  Dijkstra (1959) with buckets: Denardo and Fox (1979)
/// Operations Research 27, 161-186. \par Cost    O(cells + total cost / width of a bucket); 28
/// bytes a cell beside the answer's 12.
Spread accumulated_cost(Surface const& ground, std::span<SurfaceStart const> starts, Travel travel,
                        SurfaceRoads const* roads = nullptr, geo::Job const& job = {});

/// Cells by how good the best way between two groups of places is that passes them.
struct SurfaceCorridor {
    std::vector<double> cost;  ///< from A to the cell and on to B; infinite where there is no way
    double least = geo::infinite;  ///< of the best way of all
};

SurfaceCorridor least_cost_corridor(Surface const& ground, std::span<SurfaceStart const> from,
                                    std::span<SurfaceStart const> to,
                                    SurfaceRoads const* roads = nullptr, geo::Job const& job = {});

/// How wide a corridor is.
struct SurfaceBand {
    double percent = 0.0;   ///< above the least cost
    std::size_t cells = 0;  ///< that cost no more
    double share = 0.0;     ///< of the cells that have a way
};

std::vector<SurfaceBand> bands_of(SurfaceCorridor const& corridor,
                                  std::span<double const> percents);

/// \namespace marchland::analysis::terrain
/// \par Example
/// \code
/// using namespace analysis::terrain;
/// Surface ground;  // flat, every metre costs 1
/// ground.cells = {.corner = {0, 300}, .metres = 30.0, .columns = 10, .rows = 10};
/// std::vector<SurfaceStart> const north_west{{.at = 0}};
/// auto const spread = accumulated_cost(ground, north_west, Travel::from_starts);
/// assert(std::abs(spread.cost[99] - 9 * 30 * std::numbers::sqrt2) < 1e-6);
/// \endcode
/// \par Threads  functions of their arguments alone: may be called from several threads at once.

}  // namespace marchland::analysis::terrain
