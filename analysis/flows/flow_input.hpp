/// \file flow_input.hpp
/// What flows move over: the pieces of the graph step and the demand.
#pragma once

#include "analysis/flows/crossing_choice.hpp"
#include "analysis/network/network.hpp"
#include "analysis/routes/exposure.hpp"

namespace marchland::analysis::flows {

/// Refers to what others own; lives no longer than they do.
struct Ground {
    network::Network const& network;
    geo::Ways const& ways;
    geo::Crossings const& crossings;
    routes::Anchors const& anchors;
    routes::Exposure const& exposure;
    geo::PerCommune<Demand> const& demand;
    geo::Column<geo::CrossingId, double> const& chance;  ///< that a way to it exists
    travel::TravelModel travel;
    /// 1: the hours of this commune are not to be believed, and no sum of hours counts them; empty: all are
    geo::PerCommune<std::uint8_t> doubted{};

    bool believes(geo::CommuneId id) const { return doubted.empty() || doubted[id] == 0; }
};

}  // namespace marchland::analysis::flows
