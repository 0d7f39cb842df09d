/// \file given_demand.hpp
/// Pivot-point logit and doubly constrained gravity: demand for crossings from what is known of who goes
/// where, a table or totals of the crossings.
#pragma once

#include "analysis/flows/crossing_choice.hpp"
#include "geo/layers/given_flows.hpp"

namespace marchland::analysis::flows {

/// How well the demand keeps what was given.
struct GivenFit {
    /// share of the amounts that lies on pairs, or at crossings, out of reach
    double unreached = 0.0;
    double largest_gap = 0.0;  ///< of totals: the largest relative difference that is left
};

/// Gives each commune its pull. Expected persons stay as they are; what is given says where they go.
///
/// A table: the shares of a commune are those of its row, at the hours of today; when hours change they move
/// as a logit from there (the pivot-point, or incremental, logit). A crossing that cannot be reached today
/// draws, once open, as a new alternative. A commune without a row goes by hours alone.
///
/// Totals: doubly constrained gravity. Weights of the crossings are such that flows stand in the ratio of the
/// totals; a crossing without a total draws as the (geometric) mean of those with one, for counts are missing
/// where nobody counts, not where nobody passes.
///
/// \param hours   of today, by commune and crossing; infinite where out of reach.
/// \param chance  as in choose_crossings.
/// \par Source  Wilson (1967) Transportation Research 1, 253-269; Furness (1965) Traffic Engineering and
///              Control 7, 458-460; pivot point: Ben-Akiva and Lerman (1985), Discrete Choice Analysis.
GivenFit pull_by(geo::GivenFlows const& given, geo::PerCommune<std::vector<double>> const& hours,
                 geo::Column<geo::CrossingId, double> const& chance, double theta,
                 geo::PerCommune<Demand>& demand);

}  // namespace marchland::analysis::flows
