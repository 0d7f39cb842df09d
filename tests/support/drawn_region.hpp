// Communes, crossings and markets as points, for tests of routes.
#pragma once

#include "analysis/flows/corridors.hpp"
#include "tests/support/drawn_ways.hpp"

#include <limits>
#include <string>
#include <vector>

namespace marchland::test {

struct DrawnCrossing {
    geo::Point at;
    geo::CrossingClass klass = geo::CrossingClass::main;
    geo::CrossingStatus status = geo::CrossingStatus::open;
    double accuracy_m = std::numeric_limits<double>::quiet_NaN();
};

inline geo::CrossingId crossing(std::size_t i)
{
    return static_cast<geo::CrossingId>(i);
}

/// What the graph step makes of a drawing.
struct DrawnRegion {
    geo::Ways ways;
    geo::Communes communes;
    geo::Crossings crossings;
    geo::Markets markets;
    analysis::network::Network network;
    analysis::routes::RouteGraph graph;
    analysis::routes::Anchors anchors;
    analysis::routes::Exposure exposure;
};

inline geo::Communes communes_at(std::vector<geo::Point> const& centres)
{
    geo::Communes communes;
    for (auto const at : centres) {
        communes.code.push_back("c" + std::to_string(communes.code.size()));
        communes.name.push_back("");
        communes.centre.push_back(at);
        communes.shape.push_back({{{at, at, at, at}}});
    }
    return communes;
}

inline geo::Crossings crossings_at(std::vector<DrawnCrossing> const& drawn)
{
    geo::Crossings crossings;
    for (auto const& one : drawn) {
        crossings.id.push_back("x" + std::to_string(crossings.id.size()));
        crossings.name.push_back("");
        crossings.klass.push_back(one.klass);
        crossings.status.push_back(one.status);
        crossings.at.push_back(one.at);
        crossings.accuracy_m.push_back(one.accuracy_m);
    }
    return crossings;
}

inline geo::Markets markets_at(std::vector<geo::Point> const& points)
{
    geo::Markets markets;
    for (auto const at : points) {
        markets.id.push_back("m" + std::to_string(markets.id.size()));
        markets.name.push_back("");
        markets.kind.push_back("");
        markets.at.push_back(at);
    }
    return markets;
}

inline DrawnRegion region_of(std::vector<DrawnWay> const& drawn,
                             std::vector<geo::Point> const& centres,
                             std::vector<DrawnCrossing> const& gates,
                             std::vector<geo::Point> const& market_points = {},
                             geo::Job const& job = {},
                             analysis::network::GapRules const& rules = {})
{
    auto ways = ways_of(drawn);
    auto communes = communes_at(centres);
    auto crossings = crossings_at(gates);
    auto markets = markets_at(market_points);
    auto network = analysis::network::network_of(
        ways, analysis::routes::places_of(communes, crossings, markets), rules);
    analysis::routes::RouteGraph graph{network, ways, analysis::travel::Profile::motorbike};
    auto anchors = analysis::routes::anchors_of(network, communes, crossings, markets);
    auto exposure = analysis::routes::exposure_of(graph, anchors, crossings,
                                                  analysis::travel::Profile::motorbike, job);
    return {std::move(ways),    std::move(communes), std::move(crossings), std::move(markets),
            std::move(network), std::move(graph),    std::move(anchors),   std::move(exposure)};
}

}  // namespace marchland::test
