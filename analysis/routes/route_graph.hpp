/// \file route_graph.hpp
/// The network as travel times: shortest-path trees from and to places.
#pragma once

#include "analysis/graph/digraph.hpp"
#include "analysis/network/network.hpp"
#include "analysis/travel/travel_model.hpp"
#include "geo/layers/crossings.hpp"
#include "geo/vocabulary/numbers.hpp"
#include "geo/vocabulary/units.hpp"

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace marchland::analysis::routes {

/// Times are whole hundredths of a second, so that equal sums are equal on every machine.
using Ticks = std::uint32_t;
inline constexpr Ticks unreachable = std::numeric_limits<Ticks>::max();
inline constexpr double ticks_an_hour = 360000.0;

inline double hours_of(Ticks ticks)
{
    return ticks == unreachable ? geo::infinite : ticks / ticks_an_hour;
}

/// A piece in one direction.
struct Arc {
    geo::JunctionId from{};
    geo::JunctionId to{};
    std::uint32_t piece = 0;
    Ticks ticks = 0;
};

enum class Direction : std::uint8_t { from_root, to_root };

/// Quickest ways between one junction and all others.
struct Tree {
    static constexpr std::uint32_t no_arc = std::numeric_limits<std::uint32_t>::max();
    geo::JunctionId root{};
    Direction direction{};
    geo::Column<geo::JunctionId, Ticks> ticks;  ///< unreachable where there is no way
    /// next arc towards the root; no_arc at the root
    geo::Column<geo::JunctionId, std::uint32_t> arc;
};

/// \invariant arcs are sorted by where they start; ties between equally quick ways go to the lower arc.
class RouteGraph {
public:
    /// Travel times of a model over a network. Ways its profile does not use have no arcs, nor have
    /// those that are closed.
    RouteGraph(network::Network const& network, geo::Ways const& ways,
               travel::TravelModel const& travel, std::span<geo::WayId const> closed = {});
    ~RouteGraph();
    RouteGraph(RouteGraph&&) noexcept;
    RouteGraph& operator=(RouteGraph&&) noexcept;

    std::size_t junctions() const noexcept;
    std::span<Arc const> arcs() const noexcept;
    /// The same as a plain graph: nodes are junctions, edges are numbered as the arcs, weights are ticks.
    graph::Digraph const& digraph() const noexcept;

    /// \par Cost O(arcs log junctions). \par Source Dijkstra (1959) Numerische Mathematik 1, 269-271.
    Tree tree(geo::JunctionId root, Direction direction) const;

    /// The arcs from `from` to the root of a tree (or from the root to it), in the order of travel.
    std::vector<std::uint32_t> path(Tree const& tree, geo::JunctionId junction) const;

private:
    struct Impl;
    std::unique_ptr<Impl const> impl_;
};

/// \namespace marchland::analysis::routes
/// \par Example
/// \code
/// using namespace analysis::routes;
/// geo::Findings findings;
/// auto const ways = geo::read_ways({.layer = "roads", .source = "roads.gpkg"}, geo::WayKind::road,
///                                  geo::Crs::parse("EPSG:9215"), findings);
/// auto const network = analysis::network::network_of(ways, {}, 50.0);
/// RouteGraph const graph{network, ways, analysis::travel::Profile::motorbike};
/// auto const tree = graph.tree(geo::JunctionId{0}, Direction::from_root);
/// for (std::uint32_t const arc : graph.path(tree, geo::JunctionId{1})) {
///     std::cout << hours_of(graph.arcs()[arc].ticks) << " h\n";
/// }
/// \endcode
/// \par Threads  functions of their arguments alone: may be called from several threads at once.
///      A RouteGraph and its trees may be shared.

}  // namespace marchland::analysis::routes
