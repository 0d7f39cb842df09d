/// \file ground.hpp
/// What flows move over: the pieces of the graph step and the demand.
#pragma once

#include "analysis/flows/crossing_choice.hpp"
#include "analysis/network/network.hpp"
#include "analysis/routes/exposure.hpp"

namespace marchland::analysis {

/// Refers to what others own; lives no longer than they do.
struct Ground {
    Network const& network;
    geo::Ways const& ways;
    geo::Crossings const& crossings;
    Anchors const& anchors;
    Exposure const& exposure;
    geo::PerCommune<Demand> const& demand;
    geo::Column<geo::CrossingId, double> const& chance;  ///< that a way to it exists
    TravelModel travel;
};

}  // namespace marchland::analysis
