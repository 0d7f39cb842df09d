#include "analysis/flows/world.hpp"

#include "analysis/travel/travel_model.hpp"
#include "geo/vocabulary/numbers.hpp"
#include "geo/vocabulary/random.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <ranges>
#include <tuple>
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
    for (std::size_t c = 0; c < network.chains.size(); ++c) {
        draw.chain_there.push_back(
            std::ranges::all_of(network.unsure[c],
                                [&](WayId way) { return ground.ways.p_exists[way] > 0.0; }) &&
            std::ranges::all_of(network.gaps[c], [&](std::uint32_t gap) {
                return ground.network.repairs[gap].p_exists > 0.0;
            }));
    }
    for (auto const id : ground.crossings.id.ids()) {
        draw.ford_there.push_back(ground.chance[id] > 0.0 ? 1 : 0);
    }
    return draw;
}

/// Of the random numbers of a world the one of a repair: by its id, so that whatever else is closed it draws the
/// same.
std::uint64_t lot_of(network::Repair const& repair)
{
    std::uint64_t lot = 0;
    for (char const letter : repair.id) {
        lot = lot << 8U | static_cast<unsigned char>(letter);
    }
    return lot;
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
    geo::Random const gaps{seed, "flow-gaps", *number};
    for (std::size_t c = 0; c < network.chains.size(); ++c) {
        draw.chain_there.push_back(std::ranges::all_of(network.unsure[c],
                                                       [&](WayId way) {
                                                           return paths.uniform(index_of(way)) <
                                                                  ground.ways.p_exists[way];
                                                       }) &&
                                   std::ranges::all_of(network.gaps[c], [&](std::uint32_t gap) {
                                       auto const& repair = ground.network.repairs[gap];
                                       return gaps.uniform(lot_of(repair)) < repair.p_exists;
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
    for (std::size_t c = 0; c < there.size() && !scenario_.closed_ways.empty(); ++c) {
        if (std::ranges::any_of(network.ways[c],
                                [&](WayId way) { return holds(scenario_.closed_ways, way); })) {
            there[c] = 0;
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
    graph::DistanceSearch search{graph_};
    for (auto const id : network.crossings.ids()) {
        auto const& tied = network.crossings[id];
        bool const open = ground.crossings.status[id] != geo::CrossingStatus::closed;
        if (tied && draw.ford_there[index_of(id)] != 0 && (open || holds(scenario_.opened, id))) {
            auto const ticks = search.from(tied->node, true);
            to_crossing_[index_of(id)].assign(ticks.begin(), ticks.end());
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

namespace {

/// The quickest ways from some nodes to a crossing: a tree, for of equally quick ones the lower chain is taken.
class WaysTo {
public:
    explicit WaysTo(std::size_t nodes) : next_(nodes), edge_(nodes), known_(nodes, 0) {}

    /// \param left  ticks from each node to the crossing.
    void grow(graph::Digraph const& graph, std::vector<std::uint32_t> const& left,
              std::vector<std::uint32_t> const& starts)
    {
        for (auto const node : nodes_) {
            known_[node] = 0;
        }
        nodes_.clear();
        for (auto node : starts) {
            for (; known_[node] == 0; node = next_[node]) {
                known_[node] = 1;
                nodes_.push_back(node);
                step_on(graph, left, node);
            }
        }
        std::ranges::sort(nodes_, [&left](std::uint32_t a, std::uint32_t b) {
            return std::tie(left[b], a) < std::tie(left[a], b);
        });
    }

    /// All that are passed, each before the one that comes after it; the crossing's own is the last.
    std::vector<std::uint32_t> const& nodes() const { return nodes_; }
    std::uint32_t next(std::uint32_t node) const { return next_[node]; }
    std::uint32_t edge(std::uint32_t node) const { return edge_[node]; }  ///< to the next

private:
    void step_on(graph::Digraph const& graph, std::vector<std::uint32_t> const& left,
                 std::uint32_t node)
    {
        next_[node] = node;
        if (left[node] == 0) {
            return;
        }
        auto const steps = graph.out(node);
        auto const next = std::ranges::find_if(steps, [&](graph::Digraph::Step const& step) {
            return left[step.node] != graph::no_distance &&
                   left[step.node] + step.weight == left[node];
        });
        next_[node] = next->node;
        edge_[node] = graph.out_edges(node)[static_cast<std::size_t>(next - steps.begin())];
    }

    std::vector<std::uint32_t> nodes_;
    std::vector<std::uint32_t> next_;
    std::vector<std::uint32_t> edge_;
    std::vector<char> known_;
};

}  // namespace

/// Calls with the ways to each crossing that is chosen, and the numbers of the pairs that choose it.
template <class Visit>
void World::each_tree(Choices const& choices, Visit const& visit) const
{
    std::vector<std::vector<std::uint32_t>> of(network_.crossings.size());
    for (std::uint32_t i = 0; i < choices.pairs.size(); ++i) {
        of[index_of(choices.pairs[i].crossing)].push_back(i);
    }
    WaysTo tree{network_.junctions.size()};
    std::vector<std::uint32_t> starts;
    for (std::size_t crossing = 0; crossing < of.size(); ++crossing) {
        if (of[crossing].empty()) {
            continue;
        }
        starts.clear();
        for (auto const i : of[crossing]) {
            starts.push_back(network_.communes[choices.pairs[i].commune]->node);
        }
        tree.grow(graph_, to_crossing_[crossing], starts);
        visit(tree, of[crossing], starts);
    }
}

Passing World::walked(Choices const& choices) const
{
    std::vector<double> on_chain(network_.chains.size());
    std::vector<double> at_node(network_.junctions.size());
    std::vector<double> here(network_.junctions.size());
    each_tree(choices, [&](WaysTo const& tree, auto const& pairs, auto const& starts) {
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            here[starts[i]] += choices.pairs[pairs[i]].people;
        }
        for (auto const node : tree.nodes()) {
            double const people = std::exchange(here[node], 0.0);
            at_node[node] += people;
            if (auto const next = tree.next(node); next != node) {
                on_chain[chain_[tree.edge(node)]] += people;
                here[next] += people;
            }
        }
    });
    Passing passing;
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

std::vector<std::uint32_t> World::lowest_met(Choices const& choices,
                                             std::vector<std::uint32_t> const& number) const
{
    std::vector<std::uint32_t> met(choices.pairs.size());
    std::vector<std::uint32_t> lowest(number);
    each_tree(choices, [&](WaysTo const& tree, auto const& pairs, auto const& starts) {
        for (auto const node : std::views::reverse(tree.nodes())) {
            lowest[node] = std::min(number[node], lowest[tree.next(node)]);
        }
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            met[pairs[i]] = lowest[starts[i]];
        }
        for (auto const node : tree.nodes()) {
            lowest[node] = number[node];
        }
    });
    return met;
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
                if (ground_.believes(id)) {
                    closure.added_hours += people * (hours_of(after, hours) - hours_before);
                }
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
