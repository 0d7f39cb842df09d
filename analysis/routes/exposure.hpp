/// \file exposure.hpp
/// Accessibility: how near each commune is, in hours, to each crossing and market.
#pragma once

#include "analysis/routes/route_graph.hpp"
#include "geo/layers/communes.hpp"
#include "geo/layers/crossings.hpp"
#include "geo/layers/markets.hpp"
#include "geo/vocabulary/job.hpp"

#include <optional>
#include <vector>

namespace marchland::analysis::routes {

/// Where communes, crossings and markets are tied to the network, in the order of Places.
struct Anchors {
    geo::PerCommune<std::optional<network::Anchor>> communes;
    geo::Column<geo::CrossingId, std::optional<network::Anchor>> crossings;
    geo::Column<geo::MarketId, std::optional<network::Anchor>> markets;
};

/// Ways this near a crossing may be its own, where its accuracy is not stated, metres.
inline constexpr double crossing_accuracy_m = 500.0;

/// The places of a region: commune centres (20 km reach), crossings (3 km, or their stated accuracy if
/// that is more; gates within their accuracy) and markets (5 km). Those without a place have no reach, nor have
/// crossings of trains: nobody boards one here.
std::vector<network::Place> places_of(geo::Communes const& communes,
                                      geo::Crossings const& crossings, geo::Markets const& markets);

/// The anchors of a network built with places_of.
Anchors anchors_of(network::Network const& network, geo::Communes const& communes,
                   geo::Crossings const& crossings, geo::Markets const& markets);

/// Infinite where there is no way. Closed crossings are infinitely far.
struct Exposure {
    geo::PerCommune<std::vector<double>> to_crossing;  ///< hours, by crossing; to the far side
    geo::PerCommune<std::vector<double>> to_market;    ///< hours, by market
    /// of quickest ways to each open crossing
    geo::Column<geo::CrossingId, std::optional<Tree>> trees;
};

/// Hours between a place and where it is tied to the network.
double access_hours(network::Anchor const& anchor, travel::TravelModel const& travel);

/// Hours from where a crossing is tied to the network to its far side.
double hours_over(network::Anchor const& anchor, geo::CrossingClass klass,
                  travel::TravelModel const& travel);

/// The nearest of a row of hours; nothing where none can be reached.
std::optional<std::size_t> nearest_of(std::vector<double> const& hours);

/// \par Cost one tree for each crossing and each market.
Exposure exposure_of(RouteGraph const& graph, Anchors const& anchors,
                     geo::Crossings const& crossings, travel::TravelModel const& travel,
                     geo::Job const& job = {});

}  // namespace marchland::analysis::routes
