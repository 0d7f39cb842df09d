/// \file proximity.hpp
/// Weights from distance: in metres between places, or in hours along the route graph.
///
/// Contiguity comes from geo::Boundaries::neighbours. A commune without a place (nothing in its entry)
/// has no neighbours and is nobody's.
#pragma once

#include "analysis/neighbours/neighbours.hpp"
#include "geo/layers/communes.hpp"
#include "geo/shapes/geometry.hpp"
#include "geo/vocabulary/job.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

namespace marchland::analysis::neighbours {

using Points = geo::PerCommune<std::optional<geo::Point>>;  ///< working system, metres

/// The centres of communes that have a shape.
Points centres_of(geo::Communes const& communes);

/// The k nearest others; of equally near ones those that come first. Not symmetric.
/// \throws Error{usage} k < 1. \par Cost O(n k log n), by an R-tree.
Weights nearest(Points const& places, int k);

/// All others at most `metres` away. \throws Error{usage} metres not positive.
Weights within(Points const& places, double metres);

/// How weight falls with distance d over bandwidth b, u = d / b; 0 beyond b but for the Gaussian.
enum class Kernel : std::uint8_t {
    triangular,    ///< 1 - u
    epanechnikov,  ///< 3/4 (1 - u^2)
    bisquare,      ///< (1 - u^2)^2
    gaussian,      ///< exp(-u^2 / 2), cut at u = 3
};
std::string_view name_of(Kernel kernel);

/// \throws Error{usage} bandwidth not positive.
Weights by_kernel(Points const& places, Kernel kernel, double bandwidth_metres);

/// Bandwidth of each commune: the distance to its k-th nearest other, and a little more so that it
/// counts. \throws Error{usage} k < 1.
Weights by_kernel(Points const& places, Kernel kernel, int k);

/// Hours from a commune to every other; infinite where there is no way. Called from several threads.
using HoursFrom = std::function<geo::PerCommune<double>(geo::CommuneId)>;

/// All others within `limit_hours`; weight 1. Not symmetric where ways are not.
Weights within_hours(std::size_t communes, HoursFrom const& hours, double limit_hours,
                     geo::Job const& job = {});

/// The k others that are reached first, without those that cannot be reached.
Weights nearest_by_hours(std::size_t communes, HoursFrom const& hours, int k,
                         geo::Job const& job = {});

/// Either links to the other: both do.
Neighbours symmetric(Neighbours const& near);

}  // namespace marchland::analysis::neighbours
