#include "analysis/flows/corridors.hpp"

#include "geo/vocabulary/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <iterator>
#include <span>

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

void add_pair(Scene const& scene, PairFlow const& pair, routes::Tree const& from_start,
              std::vector<Corridor>& out)
{
    auto const& to_end = scene.exposure.trees[pair.crossing];
    double const quickest = scene.exposure.to_crossing[pair.from][geo::index_of(pair.crossing)];
    if (!to_end || !std::isfinite(quickest)) {
        return;
    }
    auto const found = routes::alternatives(scene.graph, from_start, *to_end, scene.options.limits);
    std::vector<double> hours;
    for (auto const& one : found) {
        hours.push_back(quickest + routes::hours_of(one.ticks) -
                        routes::hours_of(found.front().ticks));
    }
    auto const shares = logit_shares(hours, scene.options.theta, 0.0);
    for (std::size_t i = 0; i < found.size(); ++i) {
        Corridor corridor{.from = pair.from,
                          .crossing = pair.crossing,
                          .alternative = static_cast<int>(i) + 1,
                          .hours = hours[i],
                          .flow = pair.flow * shares[i],
                          .overlap = found[i].overlap,
                          .arcs = found[i].arcs};
        measure(scene, corridor);
        out.push_back(std::move(corridor));
    }
}

std::vector<Corridor> corridors_from(Scene const& scene, std::span<PairFlow const> pairs)
{
    std::vector<Corridor> out;
    if (auto const& anchor = scene.anchors.communes[pairs.front().from]) {
        auto const from_start = scene.graph.tree(anchor->junction, routes::Direction::from_root);
        for (auto const& pair : pairs) {
            add_pair(scene, pair, from_start, out);
        }
    }
    return out;
}

/// Runs of pairs of one commune.
std::vector<std::span<PairFlow const>> by_commune(std::vector<PairFlow> const& pairs)
{
    std::vector<std::span<PairFlow const>> runs;
    for (std::size_t first = 0; first < pairs.size();) {
        std::size_t next = first;
        while (next < pairs.size() && pairs[next].from == pairs[first].from) {
            ++next;
        }
        runs.push_back(std::span{pairs}.subspan(first, next - first));
        first = next;
    }
    return runs;
}

}  // namespace

std::vector<PairFlow> followed_pairs(FlowBands const& bands, double smallest_share)
{
    struct Largest {
        geo::CommuneId from{};
        double flow = 0.0;
        bool followed = false;
    };
    geo::Column<CrossingId, Largest> largest{bands.crossings.size()};
    for (auto const id : bands.pairs.ids()) {
        for (auto const& pair : bands.pairs[id]) {
            auto& here = largest[pair.crossing];
            here.followed = here.followed || pair.share.mean >= smallest_share;
            if (pair.flow > here.flow) {
                here.from = id;
                here.flow = pair.flow;
            }
        }
    }
    std::vector<PairFlow> pairs;
    geo::Column<CrossingId, double> sum{bands.crossings.size()};
    for (auto const id : bands.pairs.ids()) {
        for (auto const& pair : bands.pairs[id]) {
            auto const& here = largest[pair.crossing];
            if (pair.share.mean >= smallest_share || (!here.followed && here.from == id)) {
                pairs.push_back({id, pair.crossing, pair.flow});
                sum[pair.crossing] += pair.flow;
            }
        }
    }
    for (auto& pair : pairs) {
        pair.flow *= bands.crossings[pair.crossing].mean / sum[pair.crossing];
    }
    return pairs;
}

std::vector<Corridor> find_corridors(routes::RouteGraph const& graph,
                                     network::Network const& network, geo::Ways const& ways,
                                     routes::Anchors const& anchors,
                                     routes::Exposure const& exposure,
                                     std::vector<PairFlow> const& pairs,
                                     CorridorOptions const& options, geo::Job const& job)
{
    Scene const scene{graph, network, ways, anchors, exposure, options};
    auto const runs = by_commune(pairs);
    std::vector<std::vector<Corridor>> of_run(runs.size());
    std::atomic<std::size_t> done{0};
    geo::for_each_index(runs.size(), job.threads(), [&](std::size_t i) {
        job.at(static_cast<double>(done++) / static_cast<double>(runs.size()));
        of_run[i] = corridors_from(scene, runs[i]);
    });
    std::vector<Corridor> found;
    for (auto& part : of_run) {
        std::ranges::move(part, std::back_inserter(found));
    }
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
