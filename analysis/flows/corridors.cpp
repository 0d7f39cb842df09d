#include "analysis/flows/corridors.hpp"

#include "geo/vocabulary/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>

namespace marchland::analysis::flows {
namespace {

using geo::CommuneId;
using geo::CrossingId;

struct Scene {
    routes::RouteGraph const& graph;
    network::Network const& network;
    geo::Ways const& ways;
    routes::Anchors const& anchors;
    routes::Exposure const& exposure;
    Choice const& choice;
    geo::PerCommune<Demand> const& demand;
    CorridorOptions const& options;
};

void measure(Scene const& scene, Corridor& corridor)
{
    for (auto const a : corridor.arcs) {
        auto const& piece = scene.network.pieces[scene.graph.arcs()[a].piece];
        auto const klass = piece.way ? scene.ways.klass[*piece.way] : geo::WayClass::unknown;
        corridor.metres += piece.metres;
        corridor.metres_by_class.at(static_cast<std::size_t>(klass)) += piece.metres;
        if (piece.way && scene.ways.kind[*piece.way] == geo::WayKind::path) {
            corridor.informal_metres += piece.metres;
        }
    }
}

void add_pair(Scene const& scene, CommuneId from, CrossingId crossing,
              routes::Tree const& from_start, std::vector<Corridor>& out)
{
    auto const& to_end = *scene.exposure.trees[crossing];
    auto const found = routes::alternatives(scene.graph, from_start, to_end, scene.options.limits);
    double const quickest = scene.exposure.to_crossing[from][geo::index_of(crossing)];
    std::vector<double> hours;
    for (auto const& one : found) {
        hours.push_back(quickest + routes::hours_of(one.ticks) -
                        routes::hours_of(found.front().ticks));
    }
    auto const shares = logit_shares(hours, scene.options.theta, 0.0);
    double const people = scene.demand[from].expected;
    double const flow =
        std::isnan(people) ? 0.0 : people * scene.choice.share[from][geo::index_of(crossing)];
    for (std::size_t i = 0; i < found.size(); ++i) {
        Corridor corridor{.from = from,
                          .crossing = crossing,
                          .alternative = static_cast<int>(i) + 1,
                          .hours = hours[i],
                          .flow = flow * shares[i],
                          .overlap = found[i].overlap,
                          .arcs = found[i].arcs};
        measure(scene, corridor);
        out.push_back(std::move(corridor));
    }
}

std::vector<Corridor> corridors_from(Scene const& scene, CommuneId from)
{
    std::vector<Corridor> out;
    auto const& anchor = scene.anchors.communes[from];
    auto const& shares = scene.choice.share[from];
    if (!anchor || std::ranges::none_of(shares, [](double share) { return share > 0.0; })) {
        return out;
    }
    auto const from_start = scene.graph.tree(anchor->junction, routes::Direction::from_root);
    for (auto const crossing : scene.exposure.trees.ids()) {
        if (shares[geo::index_of(crossing)] > 0.0) {
            add_pair(scene, from, crossing, from_start, out);
        }
    }
    return out;
}

geo::Column<geo::WayId, double> flows_on_ways(Scene const& scene,
                                              std::vector<Corridor> const& corridors)
{
    std::vector<double> on_piece(scene.network.pieces.size());
    for (auto const& corridor : corridors) {
        for (auto const a : corridor.arcs) {
            on_piece[scene.graph.arcs()[a].piece] += corridor.flow;
        }
    }
    geo::Column<geo::WayId, double> flows{scene.ways.size()};
    for (std::size_t i = 0; i < on_piece.size(); ++i) {
        if (auto const& way = scene.network.pieces[i].way) {
            flows[*way] = std::max(flows[*way], on_piece[i]);
        }
    }
    return flows;
}

}  // namespace

Corridors find_corridors(routes::RouteGraph const& graph, network::Network const& network,
                         geo::Ways const& ways, routes::Anchors const& anchors,
                         routes::Exposure const& exposure, Choice const& choice,
                         geo::PerCommune<Demand> const& demand, CorridorOptions const& options,
                         geo::Job const& job)
{
    Scene const scene{graph, network, ways, anchors, exposure, choice, demand, options};
    std::vector<std::vector<Corridor>> by_commune(anchors.communes.size());
    std::atomic<std::size_t> done{0};
    geo::for_each_index(by_commune.size(), job.threads(), [&](std::size_t i) {
        job.at(static_cast<double>(done++) / static_cast<double>(by_commune.size()));
        by_commune[i] = corridors_from(scene, static_cast<CommuneId>(i));
    });
    Corridors found;
    for (auto& part : by_commune) {
        std::ranges::move(part, std::back_inserter(found.corridors));
    }
    found.flow_on_way = flows_on_ways(scene, found.corridors);
    return found;
}

geo::Line line_of(Corridor const& corridor, routes::RouteGraph const& graph,
                  network::Network const& network)
{
    geo::Line line;
    for (auto const a : corridor.arcs) {
        auto const& arc = graph.arcs()[a];
        auto points = network.pieces[arc.piece].line;
        if (network.pieces[arc.piece].from != arc.from) {
            std::ranges::reverse(points);
        }
        line.insert(line.end(), points.begin() + (line.empty() ? 0 : 1), points.end());
    }
    return line;
}

}  // namespace marchland::analysis::flows
