/// \file network.hpp
/// Ways that meet: lines cut where they join, gaps closed by logged repairs, places tied on.
#pragma once

#include "geo/column.hpp"
#include "geo/geometry.hpp"
#include "geo/job.hpp"
#include "geo/ways.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace marchland::analysis {

enum class RepairKind : std::uint8_t { end_to_end, end_to_way };
std::string_view name_of(RepairKind kind);

/// A gap that was closed.
struct Repair {
    RepairKind kind{};
    geo::Point from;  ///< a loose end
    geo::Point to;    ///< another loose end, or a point of a way
    geo::WayId way{};
    geo::WayId other{};
    double metres = 0.0;
};

/// A stretch of way between two junctions without a junction between.
struct Piece {
    geo::JunctionId from{};
    geo::JunctionId to{};
    std::optional<geo::WayId> way;  ///< nothing: a repair
    geo::Line line;                 ///< from `from` to `to`
    double metres = 0.0;
};

/// A place that wants to be reached, e.g. a commune's centre.
struct Place {
    geo::Point at;
    double reach_m = 0.0;  ///< farther than this from every way it stays off the network
};

/// Where a place is tied to the network.
struct Anchor {
    geo::JunctionId junction{};
    double metres = 0.0;  ///< from the place to it
};

struct Network {
    geo::Column<geo::JunctionId, geo::Point> junctions;
    std::vector<Piece> pieces;
    std::vector<Repair> repairs;
    std::vector<std::optional<Anchor>> anchors;  ///< of the places, in their order
    std::size_t components_before = 0;           ///< without the repairs
    std::size_t components = 0;
};

/// Ways meet where ends or corners fall together (1 cm) and where they cross on the same level; bridges
/// and tunnels meet others at their ends only, expressways at ends and common corners only.
///
/// Gaps up to snap_m are closed: first loose ends that face each other, the shortest gaps first, each
/// end once; then what is still loose, each end to the nearest way that it had no connection with before
/// any repair (never to a bridge, a tunnel or an expressway). Repairs are listed by length.
///
/// Places are tied to the nearest way within their reach that is neither an expressway nor a tunnel.
///
/// The result does not depend on the number of threads. \par CRS the working system, metres.
/// \throws Cancelled
Network network_of(geo::Ways const& ways, std::vector<Place> const& places, double snap_m,
                   geo::Job const& job = {});

}  // namespace marchland::analysis
