#include "analysis/flow_bands.hpp"

#include "analysis/flow_network.hpp"
#include "geo/parallel.hpp"
#include "geo/random.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <limits>
#include <numeric>

namespace marchland::analysis {
namespace {

using geo::CommuneId;
using geo::CrossingId;
using geo::index_of;
using geo::WayId;

constexpr double infinite = std::numeric_limits<double>::infinity();

/// What a world makes of the times.
struct Times {
    std::array<double, 10> by_class{};
    double access = 1.0;
    double delay = 1.0;
};

Times drawn_times(FlowOptions const& options, std::uint64_t draw)
{
    geo::Draws draws{geo::Random{options.choice.seed, "flow-times", draw}};
    Times times;
    for (double& factor : times.by_class) {
        factor = std::exp(options.speed_spread * draws.normal());
    }
    times.access = std::exp(options.access_spread * draws.normal());
    times.delay = std::exp(options.delay_spread * draws.normal());
    return times;
}

/// The network of one world.
class DrawnNetwork {
public:
    DrawnNetwork(FlowNetwork const& network, geo::Ways const& ways, Times const& times, std::uint64_t seed,
                 std::uint64_t draw)
        : network_{network}, times_{times}
    {
        geo::Random const paths{seed, "flow-paths", draw};
        std::vector<DirectedEdge> edges;
        for (std::uint32_t c = 0; c < network.chains.size(); ++c) {
            bool const there = std::ranges::all_of(network.unsure[c], [&](WayId way) {
                return paths.uniform(index_of(way)) < ways.p_exists[way];
            });
            if (there) {
                edges.push_back({network.chains[c].from, network.chains[c].to, weight_of(c)});
                chain_.push_back(c);
            }
        }
        graph_ = Digraph{network.nodes, edges};
        for (auto const id : network.crossings.ids()) {
            auto const& tied = network.crossings[id];
            to_crossing_.push_back(tied ? distances_from(graph_, tied->node, true) : std::vector<std::uint32_t>{});
        }
    }

    /// Hours to each crossing.
    std::vector<double> hours_from(Tied const& commune) const
    {
        std::vector<double> hours(network_.crossings.size(), infinite);
        for (std::size_t i = 0; i < hours.size(); ++i) {
            auto const& tied = network_.crossings[static_cast<CrossingId>(i)];
            if (tied && to_crossing_[i][commune.node] != no_distance) {
                hours[i] = times_.access * (commune.access_hours + tied->access_hours) +
                           hours_of(to_crossing_[i][commune.node]) + times_.delay * tied->delay_hours;
            }
        }
        return hours;
    }

    /// Adds people along the quickest way; of equally quick ones the lower chain.
    void walk(std::uint32_t node, std::size_t crossing, double people, std::vector<double>& on_chain) const
    {
        auto const& left = to_crossing_[crossing];
        while (left[node] != 0) {
            auto const steps = graph_.out(node);
            auto const next = std::ranges::find_if(steps, [&](Digraph::Step const& step) {
                return left[step.node] != no_distance && left[step.node] + step.weight == left[node];
            });
            auto const at = static_cast<std::size_t>(next - steps.begin());
            on_chain[chain_[graph_.out_edges(node)[at]]] += people;
            node = next->node;
        }
    }

private:
    std::uint32_t weight_of(std::uint32_t chain) const
    {
        auto const& ticks = network_.ticks[chain];
        double const sum = std::inner_product(ticks.begin(), ticks.end(), times_.by_class.begin(), 0.0);
        return static_cast<std::uint32_t>(std::clamp(std::round(sum), 1.0, 1.0e9));
    }

    FlowNetwork const& network_;
    Times const& times_;
    Digraph graph_;
    std::vector<std::uint32_t> chain_;  ///< of each edge
    std::vector<std::vector<std::uint32_t>> to_crossing_;
};

/// What one world gives; ways without a flow are left out.
struct WorldFlows {
    std::vector<double> crossings;
    std::vector<std::pair<WayId, float>> ways;
    double out_of_reach = 0.0;
};

WorldFlows flows_of(FlowNetwork const& network, Ground const& ground, FlowOptions const& options,
                    std::uint64_t draw)
{
    auto const world = drawn_world(ground.demand, ground.chance, options.choice, draw);
    auto const times = drawn_times(options, draw);
    DrawnNetwork const drawn{network, ground.ways, times, options.choice.seed, draw};
    WorldFlows found{std::vector<double>(network.crossings.size()), {}, 0.0};
    std::vector<double> on_chain(network.chains.size());
    for (auto const id : network.communes.ids()) {
        if (world.people[id] <= 0.0) {
            continue;
        }
        auto const& tied = network.communes[id];
        auto const hours = tied ? drawn.hours_from(*tied) : std::vector<double>{};
        if (!nearest_of(hours)) {
            found.out_of_reach += world.people[id];
            continue;
        }
        auto const shares = logit_shares(hours, world.theta, options.choice.smallest_share);
        for (std::size_t c = 0; c < shares.size(); ++c) {
            if (shares[c] > 0.0) {
                found.crossings[c] += world.people[id] * shares[c];
                drawn.walk(tied->node, c, world.people[id] * shares[c], on_chain);
            }
        }
    }
    auto const on_way = flow_on_ways(network, on_chain);
    for (auto const way : on_way.ids()) {
        if (on_way[way] > 0.0) {
            found.ways.emplace_back(way, static_cast<float>(on_way[way]));
        }
    }
    return found;
}

/// \param values  of the worlds in which it is not 0. \param worlds how many there are.
Band band_of(std::vector<double>& values, std::size_t worlds)
{
    values.resize(worlds);
    std::ranges::sort(values);
    auto const at = [&values](double share) {
        return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1) + 0.5)];
    };
    return {at(0.5), at(0.05), at(0.95)};
}

FlowBands bands_of(std::vector<WorldFlows> const& worlds, FlowNetwork const& network)
{
    FlowBands bands{geo::Column<WayId, Band>{network.of_way.size()},
                    geo::Column<CrossingId, Band>{network.crossings.size()},
                    geo::Column<CrossingId, Band>{network.crossings.size()}, {}};
    geo::Column<WayId, std::vector<double>> on_way{network.of_way.size()};
    geo::Column<CrossingId, std::vector<double>> over{network.crossings.size()};
    geo::Column<CrossingId, std::vector<double>> share{network.crossings.size()};
    std::vector<double> lost;
    for (auto const& world : worlds) {
        for (auto const& [way, flow] : world.ways) {
            on_way[way].push_back(flow);
        }
        double const all = std::accumulate(world.crossings.begin(), world.crossings.end(), 0.0);
        for (auto const id : over.ids()) {
            over[id].push_back(world.crossings[index_of(id)]);
            share[id].push_back(all > 0.0 ? world.crossings[index_of(id)] / all : 0.0);
        }
        lost.push_back(world.out_of_reach);
    }
    for (auto const id : on_way.ids()) {
        bands.ways[id] = band_of(on_way[id], worlds.size());
    }
    for (auto const id : over.ids()) {
        bands.crossings[id] = band_of(over[id], worlds.size());
        bands.shares[id] = band_of(share[id], worlds.size());
    }
    bands.out_of_reach = band_of(lost, worlds.size());
    return bands;
}

}  // namespace

FlowBands flow_bands(RouteGraph const& graph, Ground const& ground, FlowOptions const& options,
                     geo::Job const& job)
{
    auto const network = flow_network_of(graph, ground);
    std::vector<WorldFlows> worlds(static_cast<std::size_t>(std::max(1, options.choice.draws)));
    std::atomic<std::size_t> done{0};
    geo::for_each_index(worlds.size(), job.threads(), [&](std::size_t i) {
        job.at(static_cast<double>(done++) / static_cast<double>(worlds.size()));
        worlds[i] = flows_of(network, ground, options, i);
    });
    return bands_of(worlds, network);
}

}  // namespace marchland::analysis
