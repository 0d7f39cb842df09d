#include "analysis/graph/restricted_routes.hpp"

#include "geo/vocabulary/error.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <string>
#include <utility>

namespace marchland::analysis::graph {
namespace {

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
constexpr std::uint64_t never = std::numeric_limits<std::uint64_t>::max();

[[noreturn]] void refuse(std::string const& words)
{
    throw geo::Error{geo::Trouble::usage, words};
}

void check_edge(std::uint32_t edge, std::size_t edges)
{
    if (edge >= edges) {
        refuse("a restriction names edge " + std::to_string(edge) + "; there are " +
               std::to_string(edges));
    }
}

void check_gate(Gate const& gate, std::size_t nodes, std::uint64_t day)
{
    if (gate.node >= nodes) {
        refuse("a gate is at node " + std::to_string(gate.node) + "; there are " +
               std::to_string(nodes));
    }
    for (auto const& window : gate.windows) {
        if (window.opens > day || window.closes > day) {
            refuse("the gate at node " + std::to_string(gate.node) + " opens at " +
                   std::to_string(window.opens) + " and closes at " +
                   std::to_string(window.closes) + "; a day has " + std::to_string(day));
        }
    }
}

/// Until a window lets one through; 0: it is open.
std::uint64_t wait_for(Window const& window, std::uint64_t of_day, std::uint64_t day)
{
    bool const over_midnight = window.closes < window.opens;
    bool const after = of_day >= window.opens;
    bool const before = of_day <= window.closes;
    if (over_midnight ? after || before : after && before) {
        return 0;
    }
    return (window.opens + day - of_day) % day;
}

/// Ends of the edges, by number.
struct Ends {
    explicit Ends(Digraph const& graph)
        : from(graph.edges()), to(graph.edges()), weight(graph.edges())
    {
        for (std::uint32_t node = 0; node < graph.nodes(); ++node) {
            for (std::size_t i = 0; i < graph.out(node).size(); ++i) {
                auto const edge = graph.out_edges(node)[i];
                from[edge] = node;
                to[edge] = graph.out(node)[i].node;
                weight[edge] = graph.out(node)[i].weight;
            }
        }
    }

    std::vector<std::uint32_t> from;
    std::vector<std::uint32_t> to;
    std::vector<std::uint32_t> weight;
};

void check_turn(TurnRestriction const& turn, Ends const& ends)
{
    if (turn.edges.size() < 2) {
        refuse("a turn restriction needs two edges or more; close an edge to forbid it alone");
    }
    for (auto const edge : turn.edges) {
        check_edge(edge, ends.to.size());
    }
    for (std::size_t i = 1; i < turn.edges.size(); ++i) {
        if (ends.to[turn.edges[i - 1]] != ends.from[turn.edges[i]]) {
            refuse("a turn restriction goes from edge " + std::to_string(turn.edges[i - 1]) +
                   " to edge " + std::to_string(turn.edges[i]) +
                   ", which does not begin where that ends");
        }
    }
}

}  // namespace

RestrictedRoutes::RestrictedRoutes(Digraph const& graph, Restrictions restrictions)
    : graph_{&graph}, states_(1), closed_(graph.edges(), false),
      gate_(graph.nodes(), none), gates_{std::move(restrictions.gates)}, day_{restrictions.day}
{
    if (day_ == 0) {
        refuse("a day needs a length");
    }
    Ends const ends{graph};
    for (auto const edge : restrictions.closed) {
        check_edge(edge, graph.edges());
        closed_[edge] = true;
    }
    for (std::uint32_t g = 0; g < gates_.size(); ++g) {
        check_gate(gates_[g], graph.nodes(), day_);
        if (std::exchange(gate_[gates_[g].node], g) != none) {
            refuse("node " + std::to_string(gates_[g].node) +
                   " has two gates; give one with all windows");
        }
    }
    for (auto const& turn : restrictions.turns) {
        check_turn(turn, ends);
        add(turn);
    }
    link();
}

void RestrictedRoutes::add(TurnRestriction const& turn)
{
    std::uint32_t state = 0;
    for (auto const edge : turn.edges) {
        auto following = child(state, edge);
        if (following == none) {
            following = static_cast<std::uint32_t>(states_.size());
            auto& next = states_[state].next;
            next.insert(std::ranges::lower_bound(next, std::pair{edge, 0U}), {edge, following});
            states_.emplace_back();
        }
        state = following;
    }
    states_[state].forbidden = states_[state].forbidden || !turn.penalty;
    states_[state].penalty += turn.penalty.value_or(0);
}

/// Failure links of the automaton (Aho and Corasick): shorter ends first, so that what holds for them is
/// known to the longer ones.
void RestrictedRoutes::link()
{
    std::vector<std::uint32_t> order{0};
    for (std::size_t i = 0; i < order.size(); ++i) {
        auto const state = order[i];
        for (auto const& [edge, following] : states_[state].next) {
            auto& made = states_[following];
            made.suffix = state == 0 ? 0 : after(states_[state].suffix, edge);
            made.forbidden = made.forbidden || states_[made.suffix].forbidden;
            made.penalty += states_[made.suffix].penalty;
            order.push_back(following);
        }
    }
}

std::uint32_t RestrictedRoutes::child(std::uint32_t state, std::uint32_t edge) const
{
    auto const& next = states_[state].next;
    auto const at = std::ranges::lower_bound(next, std::pair{edge, 0U});
    return at == next.end() || at->first != edge ? none : at->second;
}

std::uint32_t RestrictedRoutes::after(std::uint32_t state, std::uint32_t edge) const
{
    auto following = child(state, edge);
    while (following == none && state != 0) {
        state = states_[state].suffix;
        following = child(state, edge);
    }
    return following == none ? 0 : following;
}

/// When one who is there at a time gets through; `never` at a gate that does not open.
std::uint64_t RestrictedRoutes::opens(std::uint32_t node, std::uint64_t at) const
{
    if (gate_[node] == none) {
        return at;
    }
    auto wait = never;
    for (auto const& window : gates_[gate_[node]].windows) {
        wait = std::min(wait, wait_for(window, at % day_, day_));
    }
    return wait == never ? never : at + wait;
}

std::optional<TimedWalk> RestrictedRoutes::earliest(std::size_t from, std::size_t to,
                                                    std::uint64_t depart, geo::Job const& job) const
{
    if (from >= graph_->nodes() || to >= graph_->nodes()) {
        refuse("a way needs two nodes of the graph");
    }
    // A label is a node with nothing to remember, or a state: its last edge says where it is.
    struct Label {
        std::uint64_t at = never;
        std::uint32_t before = none;  ///< label
        std::uint32_t edge = none;
        std::uint32_t node = none;
    };
    auto const nodes = static_cast<std::uint32_t>(graph_->nodes());
    std::vector<Label> labels(nodes + states_.size());
    std::vector<std::pair<std::uint64_t, std::uint32_t>> open;
    auto const offer = [&](std::uint32_t label, Label const& made) {
        if (made.at < labels[label].at) {
            labels[label] = made;
            open.emplace_back(made.at, label);
            std::push_heap(open.begin(), open.end(), std::greater{});
        }
    };
    auto const start = static_cast<std::uint32_t>(from);
    offer(start, {opens(start, depart), none, none, start});
    for (std::size_t settled = 0; !open.empty(); ++settled) {
        std::pop_heap(open.begin(), open.end(), std::greater{});
        auto const [at, label] = open.back();
        open.pop_back();
        auto const here = labels[label];
        if (here.at != at) {
            continue;
        }
        if (here.node == to) {
            TimedWalk walk{{}, depart, at, 0, 0};
            for (auto back = label; labels[back].before != none; back = labels[back].before) {
                walk.edges.push_back(labels[back].edge);
            }
            std::ranges::reverse(walk.edges);
            return with_parts(std::move(walk), start);
        }
        if (settled % 4096 == 0) {
            job.at(0.0);
        }
        auto const state = label < nodes ? 0 : label - nodes;
        for (std::size_t i = 0; i < graph_->out(here.node).size(); ++i) {
            auto const step = graph_->out(here.node)[i];
            auto const edge = graph_->out_edges(here.node)[i];
            auto const following = after(state, edge);
            if (!closed_[edge] && !states_[following].forbidden) {
                auto const through =
                    opens(step.node, at + step.weight + states_[following].penalty);
                offer(following == 0 ? step.node : nodes + following,
                      {through, label, edge, step.node});
            }
        }
    }
    return std::nullopt;
}

/// How much of the time is waiting and penalties.
TimedWalk RestrictedRoutes::with_parts(TimedWalk walk, std::uint32_t from) const
{
    auto at = opens(from, walk.depart);
    walk.waiting = at - walk.depart;
    std::uint32_t state = 0;
    auto node = from;
    for (auto const edge : walk.edges) {
        auto const row = graph_->out_edges(node);
        auto const step =
            graph_->out(node)[static_cast<std::size_t>(std::ranges::find(row, edge) - row.begin())];
        state = after(state, edge);
        auto const there = at + step.weight + states_[state].penalty;
        walk.penalties += states_[state].penalty;
        at = opens(step.node, there);
        walk.waiting += at - there;
        node = step.node;
    }
    return walk;
}

}  // namespace marchland::analysis::graph
