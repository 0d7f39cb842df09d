// Networks made of numbered junctions and lengths, without shapes.
#pragma once

#include "analysis/routes/route_graph.hpp"
#include "geo/vocabulary/random.hpp"
#include "tests/support/drawn_ways.hpp"

#include <vector>

namespace marchland::test {

struct Edge {
    std::uint32_t from;
    std::uint32_t to;
    double km;
    geo::WayClass klass = geo::WayClass::path;
    geo::Oneway oneway = geo::Oneway::both;
};

/// A network and its ways, one for each edge.
struct HandMade {
    geo::Ways ways;
    analysis::network::Network network;

    analysis::routes::RouteGraph
    graph(analysis::travel::Profile profile = analysis::travel::Profile::motorbike) const
    {
        return {network, ways, profile};
    }
};

inline geo::JunctionId junction(std::size_t i)
{
    return static_cast<geo::JunctionId>(i);
}

inline HandMade hand_made(std::size_t junctions, std::vector<Edge> const& edges)
{
    HandMade made;
    std::vector<DrawnWay> drawn;
    for (std::size_t i = 0; i < junctions; ++i) {
        made.network.junctions.push_back({static_cast<double>(i), 0.0});
    }
    for (auto const& edge : edges) {
        geo::Line const line{made.network.junctions[junction(edge.from)],
                             made.network.junctions[junction(edge.to)]};
        made.network.pieces.push_back({junction(edge.from), junction(edge.to),
                                       static_cast<geo::WayId>(drawn.size()), line,
                                       1000.0 * edge.km});
        drawn.push_back({.line = line, .klass = edge.klass, .oneway = edge.oneway});
    }
    made.ways = ways_of(drawn);
    return made;
}

/// On foot along paths 1 km is 1/4 h; whole kilometres are whole ticks.
inline constexpr analysis::routes::Ticks ticks_a_path_km = 90000;

/// A random connected graph: a tree and as many edges again, some one-way.
inline std::vector<Edge> random_edges(std::size_t junctions, std::uint64_t seed,
                                      bool oneways = true)
{
    geo::Draws draws{geo::Random{seed, "test-graph"}};
    std::vector<Edge> edges;
    auto const length = [&draws] { return 1.0 + static_cast<double>(draws.below(30)); };
    for (std::uint32_t i = 1; i < junctions; ++i) {
        edges.push_back({static_cast<std::uint32_t>(draws.below(i)), i, length()});
    }
    for (std::size_t extra = 0; extra < junctions; ++extra) {
        auto const from = static_cast<std::uint32_t>(draws.below(junctions));
        auto const to = static_cast<std::uint32_t>(draws.below(junctions));
        auto const oneway = oneways && extra % 3 == 0 ? geo::Oneway::forward : geo::Oneway::both;
        edges.push_back({from, to, length(), geo::WayClass::path, oneway});
    }
    return edges;
}

}  // namespace marchland::test
