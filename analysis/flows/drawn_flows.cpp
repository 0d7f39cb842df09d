#include "analysis/flows/drawn_flows.hpp"

#include "geo/vocabulary/numbers.hpp"
#include "geo/vocabulary/random.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace marchland::analysis::flows {
namespace {

using geo::CommuneId;
using geo::CrossingId;
using geo::index_of;
using geo::WayId;

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
    DrawnNetwork(FlowNetwork const& network, geo::Ways const& ways, Times const& times,
                 std::uint64_t seed, std::uint64_t draw)
        : network_{network}, times_{times}
    {
        geo::Random const paths{seed, "flow-paths", draw};
        std::vector<graph::DirectedEdge> edges;
        for (std::uint32_t c = 0; c < network.chains.size(); ++c) {
            bool const there = std::ranges::all_of(network.unsure[c], [&](WayId way) {
                return paths.uniform(index_of(way)) < ways.p_exists[way];
            });
            if (there) {
                edges.push_back({network.chains[c].from, network.chains[c].to, weight_of(c)});
                chain_.push_back(c);
            }
        }
        graph_ = graph::Digraph{network.junctions.size(), edges};
        for (auto const id : network.crossings.ids()) {
            auto const& tied = network.crossings[id];
            to_crossing_.push_back(tied ? graph::distances_from(graph_, tied->node, true)
                                        : std::vector<std::uint32_t>{});
        }
    }

    /// Hours to each crossing.
    std::vector<double> hours_from(Tied const& commune) const
    {
        std::vector<double> hours(network_.crossings.size(), geo::infinite);
        for (std::size_t i = 0; i < hours.size(); ++i) {
            auto const& tied = network_.crossings[static_cast<CrossingId>(i)];
            if (tied && to_crossing_[i][commune.node] != graph::no_distance) {
                hours[i] = times_.access * (commune.access_hours + tied->access_hours) +
                           routes::hours_of(to_crossing_[i][commune.node]) +
                           times_.delay * tied->delay_hours;
            }
        }
        return hours;
    }

    /// Calls with each node that is left and the chain taken there, along the quickest way; of equally
    /// quick ones the lower chain.
    template <class Visit>
    void walk(std::uint32_t node, std::size_t crossing, Visit const& visit) const
    {
        auto const& left = to_crossing_[crossing];
        while (left[node] != 0) {
            auto const steps = graph_.out(node);
            auto const next = std::ranges::find_if(steps, [&](graph::Digraph::Step const& step) {
                return left[step.node] != graph::no_distance &&
                       left[step.node] + step.weight == left[node];
            });
            auto const at = static_cast<std::size_t>(next - steps.begin());
            visit(node, chain_[graph_.out_edges(node)[at]]);
            node = next->node;
        }
    }

private:
    std::uint32_t weight_of(std::uint32_t chain) const
    {
        auto const& ticks = network_.ticks[chain];
        double const sum =
            std::inner_product(ticks.begin(), ticks.end(), times_.by_class.begin(), 0.0);
        return static_cast<std::uint32_t>(std::clamp(std::round(sum), 1.0, 1.0e9));
    }

    FlowNetwork const& network_;
    Times const& times_;
    graph::Digraph graph_;
    std::vector<std::uint32_t> chain_;  ///< of each edge
    std::vector<std::vector<std::uint32_t>> to_crossing_;
};

/// Sends the people of one world on their ways.
class WorldWalk {
public:
    WorldWalk(FlowNetwork const& network, Ground const& ground, FlowOptions const& options,
              std::uint64_t draw)
        : network_{network}, demand_{ground.demand}, options_{options}, draw_{draw},
          world_{drawn_world(ground.demand, ground.chance, options.choice, draw)},
          times_{drawn_times(options, draw)}, drawn_{network, ground.ways, times_,
                                                     options.choice.seed, draw},
          on_chain_(network.chains.size()), at_node_(network.junctions.size()),
          post_(network.junctions.size())
    {
        found_.crossings.resize(network.crossings.size());
        for (std::size_t node = 0; node < post_.size(); ++node) {
            post_[node] =
                std::ranges::find(options.posts, network.junctions[node]) != options.posts.end();
        }
    }

    WorldFlows run()
    {
        for (auto const id : network_.communes.ids()) {
            if (world_.people[id] > 0.0) {
                send(id);
            }
        }
        auto const on_way = flow_on_ways(network_, on_chain_);
        for (auto const way : on_way.ids()) {
            if (on_way[way] > 0.0) {
                found_.ways.emplace_back(way, static_cast<float>(on_way[way]));
            }
        }
        for (std::uint32_t node = 0; node < at_node_.size(); ++node) {
            if (at_node_[node] > 0.0) {
                found_.nodes.emplace_back(node, static_cast<float>(at_node_[node]));
            }
        }
        return std::move(found_);
    }

private:
    void send(CommuneId commune)
    {
        auto const& tied = network_.communes[commune];
        auto const hours = tied ? drawn_.hours_from(*tied) : std::vector<double>{};
        if (!routes::nearest_of(hours)) {
            found_.out_of_reach += world_.people[commune];
            return;
        }
        auto const shares = logit_shares(hours, world_.theta, options_.choice.smallest_share,
                                         demand_[commune].pull);
        for (std::size_t c = 0; c < shares.size(); ++c) {
            if (shares[c] <= 0.0) {
                continue;
            }
            if (draw_ < static_cast<std::uint64_t>(options_.pair_draws)) {
                found_.pairs.push_back({commune, static_cast<CrossingId>(c),
                                        static_cast<float>(shares[c]),
                                        static_cast<float>(hours[c])});
            }
            send_over(tied->node, c, world_.people[commune] * shares[c]);
        }
    }

    void send_over(std::uint32_t from, std::size_t crossing, double people)
    {
        bool met = false;
        auto const pass = [&](std::uint32_t node) {
            at_node_[node] += people;
            met = met || post_[node];
        };
        drawn_.walk(from, crossing, [&](std::uint32_t node, std::uint32_t chain) {
            pass(node);
            on_chain_[chain] += people;
        });
        pass(network_.crossings[static_cast<CrossingId>(crossing)]->node);
        found_.crossings[crossing] += people;
        found_.at_posts += met ? people : 0.0;
    }

    FlowNetwork const& network_;
    geo::PerCommune<Demand> const& demand_;
    FlowOptions const& options_;
    std::uint64_t draw_;
    DrawnChoice world_;
    Times times_;
    DrawnNetwork drawn_;
    std::vector<double> on_chain_;
    std::vector<double> at_node_;
    std::vector<bool> post_;
    WorldFlows found_;
};

}  // namespace

WorldFlows flows_in_world(FlowNetwork const& network, Ground const& ground,
                          FlowOptions const& options, std::uint64_t draw)
{
    return WorldWalk{network, ground, options, draw}.run();
}

}  // namespace marchland::analysis::flows
