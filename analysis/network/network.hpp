/// \file network.hpp
/// Noding of ways that meet: lines cut where they join, gaps closed by logged repairs, places tied on.
#pragma once

#include "geo/layers/ways.hpp"
#include "geo/shapes/geometry.hpp"
#include "geo/vocabulary/column.hpp"
#include "geo/vocabulary/job.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace marchland::analysis::network {

enum class RepairKind : std::uint8_t { end_to_end, end_to_way, way_to_way };

/// A gap: closed, or left for people to judge.
struct Repair {
    RepairKind kind{};
    geo::Point from;  ///< a loose end, or of way_to_way a corner or a junction
    geo::Point to;    ///< another loose end, or a point of a way
    geo::WayId way{};
    geo::WayId other{};
    double metres = 0.0;
    std::string id{};  ///< "R" and seven letters made of its two places: the same in every run
    bool applied = true;
    std::string reason{};  ///< why it is a gap, and why it was closed or not
    /// how sure it is that people can pass there, in [0, 1]: see chance_of_gap; accepted ones 1
    double p_exists = 1.0;
};

/// Wider than what careless drawing explains: somebody should look whether people can pass there.
constexpr double review_beyond_m = 10.0;
inline bool wants_review(Repair const& repair)
{
    return !repair.applied || repair.metres > review_beyond_m;
}

/// Which gaps are closed.
struct GapRules {
    double snap_m = 50.0;               ///< the widest that is closed without being asked
    std::vector<std::string> undo{};    ///< ids of repairs that are not made
    std::vector<std::string> accept{};  ///< ids of proposals that are
    /// a gap this wide is as likely a way that was drawn carelessly as none; nothing: 5 x snap_m
    std::optional<double> doubt_m{};
};

/// That people can pass a gap: 2^-(metres / doubt)^2, with GapRules::doubt_m. The widest that is closed unasked has
/// 0.97 by default, one of half its width 0.99.
double chance_of_gap(double metres, GapRules const& rules);

/// Proposals are looked for up to five times snap_m, but at least 50 m and at most 250 m or twice snap_m.
double proposed_up_to_m(double snap_m);

/// A stretch of way between two junctions without a junction between.
struct Piece {
    geo::JunctionId from{};
    geo::JunctionId to{};
    std::optional<geo::WayId> way;  ///< nothing: a repair
    geo::Line line;                 ///< from `from` to `to`
    double metres = 0.0;
    double slower_there = 1.0;  ///< times the time on the flat, from `from` to `to`; see slopes.hpp
    double slower_back = 1.0;
    std::optional<std::uint32_t> repair{};  ///< number in Network::repairs
    /// from a way to a gate that is tied to several: nobody gets through the gate from one to another
    bool into_gate = false;
};

/// A place that wants to be reached, e.g. a commune's centre.
struct Place {
    geo::Point at;
    double reach_m = 0.0;  ///< farther than this from every way it stays off the network
    /// A gate: tied also to every way within this that is far from the nearest by road, as another piece of
    /// the network is and the road of the other bank; 0: to the nearest alone.
    double gate_m = 0.0;
};

/// Where a place is tied to the network.
struct Anchor {
    geo::JunctionId junction{};
    double metres = 0.0;  ///< from the place to it
    /// of a gate tied to several ways: the nearest of them, for who starts there; it is then itself a
    /// junction, which all of them lead to
    std::optional<geo::JunctionId> leave{};
};

struct Network {
    geo::Column<geo::JunctionId, geo::Point> junctions;
    std::vector<Piece> pieces;
    std::vector<Repair> repairs;                 ///< made, by length
    std::vector<Repair> proposals;               ///< not made, by length: too wide, or undone
    std::vector<std::optional<Anchor>> anchors;  ///< of the places, in their order
    std::size_t components_before = 0;           ///< without the repairs
    std::size_t components = 0;
    geo::Column<geo::JunctionId, std::uint32_t> component;  ///< 0 has most kilometres, and so on
    std::vector<double> component_m;                        ///< length of each, repairs included
};

/// Digitised ways meet where ends or corners fall together (1 cm), where an end lies on a way (1
/// cm) and where they cross on the same level; all on whole centimetres (snap_rounding.hpp), so
/// that no two pieces of a level cross. Bridges and tunnels meet others at their ends only,
/// expressways at ends and common corners only. Ways that share nodes (OpenStreetMap) meet each
/// other at common corners, whatever their level, and nowhere else; their corners stay where they
/// are.
///
/// Gaps up to snap_m are closed. First pieces (components) are joined where they come nearest, ends,
/// corners, junctions and lines alike, the shortest gaps first, until no two within snap_m are apart:
/// among the ways that everybody may use, then with expressways (piece_joins.hpp). Then loose ends, the
/// shortest gaps first, each end once: to one that faces it, or to the nearest way that it cannot reach
/// within 20 x snap_m along the network. Never a bridge or a tunnel midway; an expressway midway only from
/// expressways and national roads. Gaps between two ways that share nodes are never closed unasked. Wider
/// gaps are proposals, found by the same rules. Undone repairs become proposals; their ends stay loose.
///
/// Places are tied to the nearest way within their reach that is neither an expressway nor a
/// tunnel; gates also to ways near them (expressways too) that cannot be reached from it within 20 x gate_m.
///
/// The result does not depend on the number of threads. \par CRS the working system, metres.
/// \par Cost  Two nodings (snap_rounding.hpp), and for each loose end a look around.
/// \throws Error{usage}  an id to undo or to accept is not among the gaps; the nearest is named.
/// \throws Cancelled
Network network_of(geo::Ways const& ways, std::vector<Place> const& places, GapRules const& rules,
                   geo::Job const& job = {});
Network network_of(geo::Ways const& ways, std::vector<Place> const& places, double snap_m,
                   geo::Job const& job = {});

/// \namespace marchland::analysis::network
/// \par Example
/// \code
/// geo::Findings findings;
/// auto const working = geo::Crs::parse("EPSG:9215");
/// auto const ways = geo::read_ways({.layer = "roads", .source = "roads.gpkg"},
///                                  geo::WayKind::road, working, findings);
/// auto const network = analysis::network::network_of(ways, {}, 50.0);  // closes gaps up to 50 m
/// assert(network.components <= network.components_before);
/// \endcode
/// \par Threads  functions of their arguments alone: may be called from several threads at once.

}  // namespace marchland::analysis::network
