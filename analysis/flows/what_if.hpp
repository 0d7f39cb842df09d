/// \file what_if.hpp
/// Scenarios compared by common random numbers: what shifts if crossings or ways are closed, opened or
/// watched. Transit, not origin.
#pragma once

#include "analysis/flows/bands.hpp"

#include <vector>

namespace marchland::analysis::flows {

/// 90 % of a figure over the worlds.
struct Bounds {
    double lower = 0.0;
    double upper = 0.0;
};

struct CrossingChange {
    double before = 0.0;  ///< persons a year, mean of the worlds
    double after = 0.0;
    double change = 0.0;        ///< after - before
    double change_lower = 0.0;  ///< 90 % over the same worlds
    double change_upper = 0.0;
};

/// The corridors from one commune over one crossing together.
struct PairChange {
    geo::CommuneId from{};
    geo::CrossingId crossing{};
    CrossingChange flow;
    double hours_before = 0.0;  ///< by the quickest way; infinite: not reached
    double hours_after = 0.0;
};

struct CommuneChange {
    double hours_before = 0.0;  ///< to the nearest crossing; infinite: none is reached
    double hours_after = 0.0;
    /// over crossings and worlds, weighted by flow; of the worlds in which a crossing is reached before and after, so
    /// that it is the same persons who are compared, or of all where there is no such world; NaN: none
    double mean_before = 0.0;
    double mean_after = 0.0;
    bool cut_off = false;  ///< reached a crossing before, reaches none after
};

struct WhatIf {
    geo::Column<geo::CrossingId, CrossingChange> crossings;
    geo::PerCommune<CommuneChange> communes;
    std::vector<PairChange> pairs;  ///< with a flow before or after, by commune and crossing
    double moved = 0.0;             ///< persons a year who change their crossing
    double cut_off = 0.0;           ///< persons a year who reach no crossing any more
    /// persons x hours a year, of those who reach a crossing before and after and whose hours are to be believed
    double added_hours = 0.0;
    Bounds moved_bounds;
    Bounds cut_off_bounds;
    Bounds added_bounds;
};

/// Worlds that tell of so many pairs: all, or where that would take more than 80 MB the first 200.
int pair_draws(std::size_t pairs, int draws);

/// Before (the ground as it is) and after, in the same worlds as the bands of a run: `before` is its flow.
/// Flows are conserved: what leaves a crossing arrives at others or is cut off, to 1e-9, in the figures and in
/// every world; over a crossing its pairs sum to it.
/// \throws Error{usage} a crossing is both closed and opened; Cancelled.
/// \par Source  multinomial logit as in crossing_choice.hpp; common random numbers: Glasserman and Yao
///      (1992) Management Science 38, 884-908.
/// \par Cost    that of flow_bands, twice where ways are closed or crossings opened. 4 bytes for each pair and
///      world, at most 80 MB up to 100,000 pairs.
WhatIf what_if(routes::RouteGraph const& graph, Ground const& ground, Scenario const& scenario,
               FlowOptions const& options = {}, geo::Job const& job = {});

/// A crossing, and what closing it alone would do.
struct Closure {
    geo::CrossingId crossing{};
    double flow = 0.0;   ///< persons a year before
    double moved = 0.0;  ///< to other crossings
    double cut_off = 0.0;
    double added_hours = 0.0;   ///< persons x hours a year, as in WhatIf
    geo::CrossingId most_to{};  ///< where most of it goes; meaningless where moved is 0
    double most = 0.0;
    Bounds flow_bounds;
    Bounds moved_bounds;
    Bounds cut_off_bounds;
    Bounds added_bounds;
};

/// Every open crossing with a flow, by what closing it would displace, the most first.
std::vector<Closure> single_closures(routes::RouteGraph const& graph, Ground const& ground,
                                     FlowOptions const& options = {}, geo::Job const& job = {});

}  // namespace marchland::analysis::flows
