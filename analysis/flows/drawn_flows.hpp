// Where people go in one possible world. Private to analysis.
#pragma once

#include "analysis/flows/bands.hpp"
#include "analysis/flows/contracted_network.hpp"

#include <cstdint>
#include <utility>
#include <vector>

namespace marchland::analysis::flows {

struct PairShare {
    geo::CommuneId commune{};
    geo::CrossingId crossing{};
    float share = 0.0F;
    float hours = 0.0F;
};

/// What one world gives; ways and nodes without a flow are left out.
struct WorldFlows {
    std::vector<double> crossings;
    std::vector<std::pair<geo::WayId, float>> ways;
    std::vector<std::pair<std::uint32_t, float>> nodes;
    std::vector<PairShare> pairs;
    double out_of_reach = 0.0;
    double at_posts = 0.0;
};

WorldFlows flows_in_world(FlowNetwork const& network, Ground const& ground,
                          FlowOptions const& options, std::uint64_t draw);

}  // namespace marchland::analysis::flows
