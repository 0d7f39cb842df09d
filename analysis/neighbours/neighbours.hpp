/// \file neighbours.hpp
/// Spatial weights: who is near whom, as lists; and how much each counts.
#pragma once

#include "geo/vocabulary/column.hpp"

#include <vector>

namespace marchland::analysis::neighbours {

/// For each commune its neighbours, ascending and without itself. An island has none.
using Neighbours = geo::PerCommune<std::vector<geo::CommuneId>>;

struct Link {
    geo::CommuneId to{};
    double weight = 1.0;  ///< positive and finite

    bool operator==(Link const&) const = default;
};

/// For each commune its neighbours with weights, ascending by commune and without itself.
using Weights = geo::PerCommune<std::vector<Link>>;

/// Every neighbour counts 1.
Weights binary(Neighbours const& near);

/// Weights of a commune sum to 1. Islands stay without links.
Weights row_standardised(Weights weights);

/// Row-standardised weights for a one-sided border: a commune of whose outline the share `abroad`
/// touches ground without figures keeps the weight 1 - abroad for its neighbours here; the rest is taken
/// to be at the region's mean, so that its lag is drawn towards the mean and not read off fewer
/// neighbours as if they were all.
/// \param abroad  in [0, 1]; 1: no neighbour here counts.
Weights edge_corrected(Weights weights, geo::PerCommune<double> const& abroad);

/// The lists without their weights.
Neighbours lists_of(Weights const& weights);

/// Neighbours exactly `order` steps away, or with `up_to` at most so many. \pre order >= 1
Neighbours higher_order(Neighbours const& near, int order, bool up_to = false);

/// Connected components: communes that form one piece, by number from 0 in the order of their first commune.
geo::PerCommune<std::size_t> components(Neighbours const& near);

/// \namespace marchland::analysis::neighbours
/// \par Example
/// \code
/// using geo::CommuneId;
/// analysis::neighbours::Neighbours near{3};  // in a row: 0, 1, 2
/// near[CommuneId{0}] = {CommuneId{1}};
/// near[CommuneId{1}] = {CommuneId{0}, CommuneId{2}};
/// near[CommuneId{2}] = {CommuneId{1}};
/// auto const weights = analysis::neighbours::row_standardised(analysis::neighbours::binary(near));
/// assert(weights[CommuneId{1}].front().weight == 0.5);
/// \endcode
/// \par Threads  functions of their arguments alone: may be called from several threads at once.
///      HoursFrom of proximity.hpp is called from several threads.

}  // namespace marchland::analysis::neighbours
