#include "analysis/flows/world.hpp"

#include "analysis/travel/travel_model.hpp"
#include "geo/vocabulary/numbers.hpp"
#include "geo/vocabulary/random.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace marchland::analysis::flows {
namespace {

using geo::CommuneId;
using geo::CrossingId;
using geo::index_of;
using geo::WayId;

bool holds(auto const& list, auto id)
{
    return std::ranges::find(list, id) != list.end();
}

/// Everything that may exist does, and nothing is drawn.
Draw central(FlowNetwork const& network, Ground const& ground, FlowOptions const& options)
{
    Draw draw{.choice = {.theta = options.choice.theta,
                         .people = geo::PerCommune<double>{ground.demand.size()}}};
    draw.by_class.fill(1.0);
    for (auto const id : ground.demand.ids()) {
        double const people = ground.demand[id].expected;
        draw.choice.people[id] = std::isnan(people) ? 0.0 : std::max(0.0, people);
    }
    for (auto const& unsure : network.unsure) {
        draw.chain_there.push_back(std::ranges::all_of(
            unsure, [&](WayId way) { return ground.ways.p_exists[way] > 0.0; }));
    }
    for (auto const id : ground.crossings.id.ids()) {
        draw.ford_there.push_back(ground.chance[id] > 0.0 ? 1 : 0);
    }
    return draw;
}

std::uint32_t weight_of(std::array<double, 10> const& ticks, Draw const& draw)
{
    double const sum = std::inner_product(ticks.begin(), ticks.end(), draw.by_class.begin(), 0.0);
    return static_cast<std::uint32_t>(std::clamp(std::round(sum), 1.0, 1.0e9));
}

double hours_of(std::vector<double> const& shares, std::vector<double> const& hours)
{
    double sum = 0.0;
    for (std::size_t c = 0; c < shares.size(); ++c) {
        sum += shares[c] > 0.0 ? shares[c] * hours[c] : 0.0;
    }
    return sum;
}

}  // namespace

Draw drawn(FlowNetwork const& network, Ground const& ground, FlowOptions const& options,
           std::optional<std::uint64_t> number)
{
    if (!number) {
        return central(network, ground, options);
    }
    auto const seed = options.choice.seed;
    Draw draw{.choice = drawn_world(ground.demand, options.choice, *number)};
    geo::Draws times{geo::Random{seed, "flow-times", *number}};
    for (double& factor : draw.by_class) {
        factor = std::exp(options.speed_spread * times.normal());
    }
    draw.access = std::exp(options.access_spread * times.normal());
    draw.delay = std::exp(options.delay_spread * times.normal());
    geo::Random const paths{seed, "flow-paths", *number};
    for (auto const& unsure : network.unsure) {
        draw.chain_there.push_back(std::ranges::all_of(unsure, [&](WayId way) {
            return paths.uniform(index_of(way)) < ground.ways.p_exists[way];
        }));
    }
    geo::Random const fords{seed, "flow-fords", *number};
    for (auto const id : ground.crossings.id.ids()) {
        bool const ford = ground.crossings.klass[id] == geo::CrossingClass::ford;
        draw.ford_there.push_back(
            !ford || fords.uniform(index_of(id)) < travel::ford_chance(ground.travel) ? 1 : 0);
    }
    return draw;
}

World::World(FlowNetwork const& network, Ground const& ground, FlowOptions const& options,
             Draw const& draw, Scenario change)
    : scenario_{std::move(change)}, network_{network}, ground_{ground}, options_{options},
      draw_{draw}, to_crossing_(network.crossings.size())
{
    std::vector<char> there = draw.chain_there;
    for (auto const way : scenario_.closed_ways) {
        for (auto const chain : network.of_way[way]) {
            there[chain] = 0;
        }
    }
    std::vector<graph::DirectedEdge> edges;
    for (std::uint32_t c = 0; c < network.chains.size(); ++c) {
        if (there[c] != 0) {
            edges.push_back(
                {network.chains[c].from, network.chains[c].to, weight_of(network.ticks[c], draw)});
            chain_.push_back(c);
        }
    }
    graph_ = graph::Digraph{network.junctions.size(), edges};
    for (auto const id : network.crossings.ids()) {
        auto const& tied = network.crossings[id];
        bool const open = ground.crossings.status[id] != geo::CrossingStatus::closed;
        if (tied && draw.ford_there[index_of(id)] != 0 && (open || holds(scenario_.opened, id))) {
            to_crossing_[index_of(id)] = graph::distances_from(graph_, tied->node, true);
        }
    }
}

std::vector<double> World::hours_from(CommuneId commune) const
{
    std::vector<double> hours(network_.crossings.size(), geo::infinite);
    auto const& from = network_.communes[commune];
    for (std::size_t i = 0; from && i < hours.size(); ++i) {
        auto const& ticks = to_crossing_[i];
        if (!ticks.empty() && ticks[from->node] != graph::no_distance) {
            auto const& to = *network_.crossings[static_cast<CrossingId>(i)];
            hours[i] = draw_.access * (from->access_hours + to.access_hours) +
                       routes::hours_of(ticks[from->node]) + draw_.delay * to.delay_hours;
        }
    }
    return hours;
}

Choices World::choices(Scenario const& scenario) const
{
    Choices found;
    for (auto const id : network_.communes.ids()) {
        double const people = draw_.choice.people[id];
        if (!(people > 0.0)) {
            continue;
        }
        auto hours = hours_from(id);
        for (auto const closed : scenario.closed) {
            hours[index_of(closed)] = geo::infinite;
        }
        if (!routes::nearest_of(hours)) {
            found.out_of_reach += people;
            continue;
        }
        auto weighed = hours;
        for (auto const watched : scenario.watched) {
            weighed[index_of(watched)] += scenario.watch_hours;
        }
        auto const shares = logit_shares(weighed, draw_.choice.theta,
                                         options_.choice.smallest_share, ground_.demand[id].pull);
        for (std::size_t c = 0; c < shares.size(); ++c) {
            if (shares[c] > 0.0) {
                found.pairs.push_back(
                    {id, static_cast<CrossingId>(c), people * shares[c], shares[c], hours[c]});
            }
        }
    }
    return found;
}

/// Calls with each node that is left and the chain taken there, along the quickest way; of equally quick ones
/// the lower chain.
template <class Visit>
void World::walk(std::uint32_t node, std::size_t crossing, Visit const& visit) const
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

Passing World::walked(Choices const& choices) const
{
    Passing passing;
    std::vector<double> on_chain(network_.chains.size());
    std::vector<double> at_node(network_.junctions.size());
    std::vector<bool> post(network_.junctions.size());
    for (std::size_t node = 0; node < post.size(); ++node) {
        post[node] = holds(options_.posts, network_.junctions[node]);
    }
    for (auto const& pair : choices.pairs) {
        bool met = false;
        auto const pass = [&](std::uint32_t node) {
            at_node[node] += pair.people;
            met = met || post[node];
        };
        walk(network_.communes[pair.commune]->node, index_of(pair.crossing),
             [&](std::uint32_t node, std::uint32_t chain) {
                 pass(node);
                 on_chain[chain] += pair.people;
             });
        pass(network_.crossings[pair.crossing]->node);
        passing.at_posts += met ? pair.people : 0.0;
    }
    auto const on_way = flow_on_ways(network_, on_chain);
    for (auto const way : on_way.ids()) {
        if (on_way[way] > 0.0) {
            passing.ways.emplace_back(way, static_cast<float>(on_way[way]));
        }
    }
    for (std::uint32_t node = 0; node < at_node.size(); ++node) {
        if (at_node[node] > 0.0) {
            passing.nodes.emplace_back(node, static_cast<float>(at_node[node]));
        }
    }
    return passing;
}

std::vector<ClosureInWorld> World::closures() const
{
    auto const crossings = network_.crossings.size();
    std::vector<ClosureInWorld> all(crossings);
    for (auto& one : all) {
        one.gains.resize(crossings);
    }
    for (auto const id : network_.communes.ids()) {
        double const people = draw_.choice.people[id];
        auto hours = people > 0.0 ? hours_from(id) : std::vector<double>{};
        if (!routes::nearest_of(hours)) {
            continue;
        }
        auto const choose = [&] {
            return logit_shares(hours, draw_.choice.theta, options_.choice.smallest_share,
                                ground_.demand[id].pull);
        };
        auto const before = choose();
        double const hours_before = hours_of(before, hours);
        for (std::size_t c = 0; c < crossings; ++c) {
            if (!(before[c] > 0.0)) {
                continue;
            }
            auto& closure = all[c];
            closure.flow += people * before[c];
            double const open = std::exchange(hours[c], geo::infinite);
            if (!routes::nearest_of(hours)) {
                closure.cut_off += people;
            } else {
                auto const after = choose();
                closure.added_hours += people * (hours_of(after, hours) - hours_before);
                for (std::size_t other = 0; other < crossings; ++other) {
                    closure.gains[other] += people * (after[other] - before[other]);
                }
            }
            hours[c] = open;
        }
    }
    return all;
}

}  // namespace marchland::analysis::flows
