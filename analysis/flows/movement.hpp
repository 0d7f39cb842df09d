// Where the expected persons go, by both models of choice and with bands. Shared.
#pragma once

#include "analysis/flows/bands.hpp"
#include "analysis/flows/corridors.hpp"
#include "analysis/flows/randomised_flows.hpp"

namespace marchland::analysis::flows {

struct Movement {
    geo::PerCommune<Demand> demand;
    geo::Column<geo::CrossingId, double> chance;
    Choice choice;  ///< in the central world
    std::vector<Corridor> corridors;
    FlowBands bands;
    RandomisedFlows second;
};

}  // namespace marchland::analysis::flows
