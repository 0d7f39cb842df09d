// Ways of a region, ready to be asked: network, graph, where places are tied to it, hours. Shared.
#pragma once

#include "analysis/network/network.hpp"
#include "analysis/routes/doubts.hpp"
#include "analysis/routes/exposure.hpp"
#include "analysis/routes/route_graph.hpp"

namespace marchland::analysis::routes {

struct Routes {
    network::Network network;
    RouteGraph graph;
    Anchors anchors;
    Exposure exposure;
    Doubts doubts{};  ///< of the hours of `exposure`
};

}  // namespace marchland::analysis::routes
