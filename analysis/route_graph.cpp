#include "analysis/route_graph.hpp"

#include "analysis/travel_profile.hpp"

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/dijkstra_shortest_paths_no_color_map.hpp>
#include <boost/graph/reverse_graph.hpp>

#include <algorithm>
#include <cmath>

namespace marchland::analysis {
namespace {

using geo::JunctionId;

struct ArcTime {
    Ticks ticks = 0;
};
using Csr = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, ArcTime,
                                               boost::no_property, std::uint32_t, std::uint32_t>;

Ticks ticks_for(double metres, double kmh)
{
    double const ticks = std::ceil(metres / 1000.0 / kmh * ticks_an_hour);
    return static_cast<Ticks>(std::clamp(ticks, 1.0, 4.0e8));  // never 0: ways of no length make circles
}

/// A repair is as slow as the slowest usable class: nobody knows what lies in the gap.
double repair_speed(Profile profile) { return speed_kmh(profile, geo::WayClass::path); }

void add_arcs(Piece const& piece, std::uint32_t number, geo::Ways const& ways, Profile profile,
              std::vector<Arc>& arcs)
{
    double const speed = piece.way ? speed_kmh(profile, ways.klass[*piece.way]) : repair_speed(profile);
    if (speed <= 0.0) {
        return;
    }
    auto const ticks = ticks_for(piece.metres, speed);
    auto const oneway = piece.way && profile != Profile::foot ? ways.oneway[*piece.way] : geo::Oneway::both;
    if (oneway != geo::Oneway::backward) {
        arcs.push_back({piece.from, piece.to, number, ticks});
    }
    if (oneway != geo::Oneway::forward) {
        arcs.push_back({piece.to, piece.from, number, ticks});
    }
}

std::vector<Arc> arcs_of(Network const& network, geo::Ways const& ways, Profile profile,
                         std::span<geo::WayId const> closed)
{
    std::vector<Arc> arcs;
    for (std::uint32_t number = 0; number < network.pieces.size(); ++number) {
        auto const& piece = network.pieces[number];
        bool const usable = !piece.way || std::ranges::find(closed, *piece.way) == closed.end();
        if (piece.from != piece.to && usable) {
            add_arcs(piece, number, ways, profile, arcs);
        }
    }
    std::ranges::sort(arcs, [](Arc const& a, Arc const& b) {
        return std::tie(a.from, a.to, a.ticks, a.piece) < std::tie(b.from, b.to, b.ticks, b.piece);
    });
    return arcs;
}

/// \param reversed  the graph of arcs from `to` to `from`, for trees towards their root.
Csr csr_of(std::vector<Arc> const& arcs, std::size_t junctions, bool reversed)
{
    std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
    std::vector<ArcTime> times;
    for (auto const& arc : arcs) {
        auto const from = static_cast<std::uint32_t>(arc.from);
        auto const to = static_cast<std::uint32_t>(arc.to);
        ends.emplace_back(reversed ? to : from, reversed ? from : to);
        times.push_back({arc.ticks});
    }
    return {boost::edges_are_unsorted_multi_pass, ends.begin(), ends.end(), times.begin(),
            static_cast<std::uint32_t>(junctions)};
}

}  // namespace

struct RouteGraph::Impl {
    std::vector<Arc> arcs;
    Csr forward;
    Csr backward;
    std::size_t junctions;
};

RouteGraph::RouteGraph(Network const& network, geo::Ways const& ways, Profile profile,
                       std::span<geo::WayId const> closed)
{
    auto const n = network.junctions.size();
    auto arcs = arcs_of(network, ways, profile, closed);
    auto forward = csr_of(arcs, n, false);
    auto backward = csr_of(arcs, n, true);
    impl_ = std::make_unique<Impl const>(Impl{std::move(arcs), std::move(forward), std::move(backward), n});
}
RouteGraph::~RouteGraph() = default;
RouteGraph::RouteGraph(RouteGraph&&) noexcept = default;
RouteGraph& RouteGraph::operator=(RouteGraph&&) noexcept = default;

std::size_t RouteGraph::junctions() const noexcept { return impl_->junctions; }
std::span<Arc const> RouteGraph::arcs() const noexcept { return impl_->arcs; }

Tree RouteGraph::tree(JunctionId root, Direction direction) const
{
    auto const& graph = direction == Direction::from_root ? impl_->forward : impl_->backward;
    Tree tree{root, direction, geo::Column<JunctionId, Ticks>{junctions(), unreachable},
              geo::Column<JunctionId, std::uint32_t>{junctions(), Tree::no_arc}};
    std::vector<Ticks> ticks(junctions(), unreachable);
    auto const index = get(boost::vertex_index, graph);
    boost::dijkstra_shortest_paths_no_color_map(
        graph, static_cast<std::uint32_t>(root),
        boost::weight_map(get(&ArcTime::ticks, graph))
            .distance_map(boost::make_iterator_property_map(ticks.begin(), index))
            .distance_inf(unreachable));
    std::ranges::copy(ticks, tree.ticks.begin());
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

}  // namespace marchland::analysis
