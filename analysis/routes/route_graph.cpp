#include "analysis/routes/route_graph.hpp"

#include "analysis/travel/travel_model.hpp"

#include <algorithm>
#include <cmath>

namespace marchland::analysis::routes {
namespace {

using geo::JunctionId;

Ticks ticks_for(double metres, double kmh)
{
    double const ticks = std::ceil(metres / 1000.0 / kmh * ticks_an_hour);
    return static_cast<Ticks>(
        std::clamp(ticks, 1.0, 4.0e8));  // never 0: ways of no length make circles
}

void add_arcs(network::Piece const& piece, std::uint32_t number, geo::Ways const& ways,
              travel::TravelModel const& travel, std::vector<Arc>& arcs)
{
    double const speed = piece.way         ? travel::speed_kmh(travel, ways.klass[*piece.way])
                         : piece.into_gate ? travel::access_speed_kmh(travel)
                                           : travel::gap_speed_kmh(travel);
    if (speed <= 0.0) {
        return;
    }
    auto const oneway = piece.into_gate ? geo::Oneway::forward
                        : piece.way && travel.profile != travel::Profile::foot
                            ? ways.oneway[*piece.way]
                            : geo::Oneway::both;
    if (oneway != geo::Oneway::backward) {
        arcs.push_back(
            {piece.from, piece.to, number, ticks_for(piece.metres * piece.slower_there, speed)});
    }
    if (oneway != geo::Oneway::forward) {
        arcs.push_back(
            {piece.to, piece.from, number, ticks_for(piece.metres * piece.slower_back, speed)});
    }
}

std::vector<Arc> arcs_of(network::Network const& network, geo::Ways const& ways,
                         travel::TravelModel const& travel, std::span<geo::WayId const> closed)
{
    std::vector<Arc> arcs;
    for (std::uint32_t number = 0; number < network.pieces.size(); ++number) {
        auto const& piece = network.pieces[number];
        bool const usable = !piece.way || std::ranges::find(closed, *piece.way) == closed.end();
        if (piece.from != piece.to && usable) {
            add_arcs(piece, number, ways, travel, arcs);
        }
    }
    std::ranges::sort(arcs, [](Arc const& a, Arc const& b) {
        return std::tie(a.from, a.to, a.ticks, a.piece) < std::tie(b.from, b.to, b.ticks, b.piece);
    });
    return arcs;
}

graph::Digraph digraph_of(std::vector<Arc> const& arcs, std::size_t junctions)
{
    std::vector<graph::DirectedEdge> edges;
    edges.reserve(arcs.size());
    for (auto const& arc : arcs) {
        edges.push_back(
            {static_cast<std::uint32_t>(arc.from), static_cast<std::uint32_t>(arc.to), arc.ticks});
    }
    return {junctions, edges};
}

}  // namespace

struct RouteGraph::Impl {
    std::vector<Arc> arcs;
    graph::Digraph graph;  ///< edges numbered as the arcs
};

RouteGraph::RouteGraph(network::Network const& network, geo::Ways const& ways,
                       travel::TravelModel const& travel, std::span<geo::WayId const> closed)
{
    auto const n = network.junctions.size();
    auto arcs = arcs_of(network, ways, travel, closed);
    auto graph = digraph_of(arcs, n);
    impl_ = std::make_unique<Impl const>(Impl{std::move(arcs), std::move(graph)});
}
RouteGraph::~RouteGraph() = default;
RouteGraph::RouteGraph(RouteGraph&&) noexcept = default;
RouteGraph& RouteGraph::operator=(RouteGraph&&) noexcept = default;

std::size_t RouteGraph::junctions() const noexcept
{
    return impl_->graph.nodes();
}
graph::Digraph const& RouteGraph::digraph() const noexcept
{
    return impl_->graph;
}
std::span<Arc const> RouteGraph::arcs() const noexcept
{
    return impl_->arcs;
}

Tree RouteGraph::tree(JunctionId root, Direction direction) const
{
    Tree tree{root, direction,
              geo::Column<JunctionId, Ticks>{graph::distances_from(
                  impl_->graph, geo::index_of(root), direction == Direction::to_root)},
              geo::Column<JunctionId, std::uint32_t>{junctions(), Tree::no_arc}};
    // Predecessors are chosen here and not by the search, so that ties go to the lower arc.
    for (std::uint32_t a = static_cast<std::uint32_t>(impl_->arcs.size()); a-- > 0;) {
        auto const& arc = impl_->arcs[a];
        auto const near = direction == Direction::from_root ? arc.from : arc.to;
        auto const far = direction == Direction::from_root ? arc.to : arc.from;
        if (far != root && tree.ticks[near] != unreachable &&
            tree.ticks[near] + arc.ticks == tree.ticks[far]) {
            tree.arc[far] = a;
        }
    }
    return tree;
}

std::vector<std::uint32_t> RouteGraph::path(Tree const& tree, JunctionId junction) const
{
    std::vector<std::uint32_t> arcs;
    while (tree.arc[junction] != Tree::no_arc) {
        auto const a = tree.arc[junction];
        arcs.push_back(a);
        junction = tree.direction == Direction::from_root ? impl_->arcs[a].from : impl_->arcs[a].to;
    }
    if (tree.direction == Direction::from_root) {
        std::ranges::reverse(arcs);
    }
    return arcs;
}

}  // namespace marchland::analysis::routes
