#include "analysis/flows/bands.hpp"

#include "analysis/flows/drawn_flows.hpp"
#include "analysis/numerics/sample_quantile.hpp"
#include "geo/vocabulary/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <numeric>

namespace marchland::analysis::flows {
namespace {

using geo::CommuneId;
using geo::CrossingId;
using geo::index_of;
using geo::WayId;

/// \param values  of the worlds in which it is not 0. \param worlds how many there are.
Band band_of(std::vector<double>& values, std::size_t worlds)
{
    values.resize(worlds);
    std::ranges::sort(values);
    return {numerics::nearest_quantile(values, 0.5), numerics::nearest_quantile(values, 0.05),
            numerics::nearest_quantile(values, 0.95)};
}

/// The values of many worlds by what they are of.
class Gathered {
public:
    explicit Gathered(std::size_t things) : values_(things) {}
    void add(std::size_t thing, double value) { values_[thing].push_back(value); }
    bool empty(std::size_t thing) const { return values_[thing].empty(); }
    std::size_t size() const { return values_.size(); }
    Band band(std::size_t thing, std::size_t worlds) { return band_of(values_[thing], worlds); }
    /// Over the worlds in which there is a value.
    Band band_where_any(std::size_t thing)
    {
        return band_of(values_[thing], values_[thing].size());
    }

private:
    std::vector<std::vector<double>> values_;
};

void add_crossings(std::vector<WorldFlows> const& worlds, FlowBands& bands)
{
    auto const crossings = bands.crossings.size();
    Gathered over{crossings};
    Gathered share{crossings};
    Gathered rest{2};
    for (auto const& world : worlds) {
        double const all = std::accumulate(world.crossings.begin(), world.crossings.end(), 0.0);
        for (std::size_t c = 0; c < crossings; ++c) {
            over.add(c, world.crossings[c]);
            share.add(c, all > 0.0 ? world.crossings[c] / all : 0.0);
        }
        rest.add(0, world.out_of_reach);
        rest.add(1, world.at_posts);
    }
    for (auto const id : bands.crossings.ids()) {
        bands.crossings[id] = over.band(index_of(id), worlds.size());
        bands.shares[id] = share.band(index_of(id), worlds.size());
    }
    bands.out_of_reach = rest.band(0, worlds.size());
    bands.at_posts = rest.band(1, worlds.size());
}

void add_places(std::vector<WorldFlows> const& worlds, FlowNetwork const& network, FlowBands& bands)
{
    Gathered on_way{bands.ways.size()};
    Gathered at_node{network.junctions.size()};
    for (auto const& world : worlds) {
        for (auto const& [way, flow] : world.ways) {
            on_way.add(index_of(way), flow);
        }
        for (auto const& [node, flow] : world.nodes) {
            at_node.add(node, flow);
        }
    }
    for (auto const id : bands.ways.ids()) {
        bands.ways[id] = on_way.band(index_of(id), worlds.size());
    }
    for (std::size_t node = 0; node < at_node.size(); ++node) {
        if (!at_node.empty(node)) {
            bands.junctions.emplace_back(network.junctions[node],
                                         at_node.band(node, worlds.size()));
        }
    }
}

void add_pairs(std::vector<WorldFlows> const& worlds, std::size_t told, FlowBands& bands)
{
    auto const crossings = bands.crossings.size();
    auto const pairs = bands.pairs.size() * crossings;
    Gathered share{pairs};
    Gathered hours{pairs};
    for (auto const& world : worlds) {
        for (auto const& pair : world.pairs) {
            auto const at = index_of(pair.commune) * crossings + index_of(pair.crossing);
            share.add(at, pair.share);
            hours.add(at, pair.hours);
        }
    }
    for (std::size_t at = 0; at < pairs; ++at) {
        if (!share.empty(at)) {
            bands.pairs[static_cast<CommuneId>(at / crossings)].push_back(
                {static_cast<CrossingId>(at % crossings), share.band(at, told),
                 hours.band_where_any(at)});
        }
    }
}

}  // namespace

FlowBands flow_bands(routes::RouteGraph const& graph, Ground const& ground,
                     FlowOptions const& options, geo::Job const& job)
{
    auto const network = flow_network_of(graph, ground, options.posts);
    std::vector<WorldFlows> worlds(static_cast<std::size_t>(std::max(1, options.choice.draws)));
    std::atomic<std::size_t> done{0};
    geo::for_each_index(worlds.size(), job.threads(), [&](std::size_t i) {
        job.at(static_cast<double>(done++) / static_cast<double>(worlds.size()));
        worlds[i] = flows_in_world(network, ground, options, i);
    });
    FlowBands bands{.ways = geo::Column<WayId, Band>{ground.ways.size()},
                    .crossings = geo::Column<CrossingId, Band>{ground.crossings.size()},
                    .shares = geo::Column<CrossingId, Band>{ground.crossings.size()},
                    .pairs =
                        geo::PerCommune<std::vector<PairBand>>{ground.anchors.communes.size()}};
    add_crossings(worlds, bands);
    add_places(worlds, network, bands);
    add_pairs(worlds, std::min(worlds.size(), static_cast<std::size_t>(options.pair_draws)), bands);
    return bands;
}

}  // namespace marchland::analysis::flows
