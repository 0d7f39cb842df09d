// Hours as they would be if roads that seem to be missing were there. Private to analysis.
#pragma once

#include "analysis/routes/exposure.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace marchland::analysis::routes {

/// Straight lines below this count as this: so near, places have a ridge or a river between them.
inline constexpr double shortest_line_m = 5000.0;

/// Two neighbouring communes that are far round by road; a road between them seems to be missing.
struct MissingRoad {
    geo::CommuneId one{};
    geo::CommuneId other{};
};

struct HoursWithRoads {
    double hours = 0.0;  ///< to the crossing that is then reached first, as Exposure counts them
    /// the first road of the list on the way there; nothing where the way needs none
    std::optional<std::uint32_t> road;
};

/// The hours of each commune with the roads of the list added, each from where the one commune is tied to the
/// network to where the other is: local, twice the straight line, which counts as 5 km at least. Nothing for a
/// commune without a way to a crossing even then.
///
/// \par Cost  as one search from all crossings, around the junctions whose hours change.
geo::PerCommune<std::optional<HoursWithRoads>>
hours_with_roads(std::span<MissingRoad const> missing, network::Network const& network,
                 RouteGraph const& graph, Anchors const& anchors, Exposure const& exposure,
                 geo::Crossings const& crossings, travel::TravelModel const& travel);

}  // namespace marchland::analysis::routes
