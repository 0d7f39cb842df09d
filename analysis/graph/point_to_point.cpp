#include "analysis/graph/point_to_point.hpp"

#include "geo/vocabulary/error.hpp"

#include <algorithm>
#include <functional>

namespace marchland::analysis::graph {
namespace {

constexpr std::uint64_t far = std::numeric_limits<std::uint64_t>::max();

/// One of the two searches.
class Side {
public:
    Side(Digraph const& graph, std::size_t root, bool backwards)
        : graph_{graph}, backwards_{backwards}, weight_(graph.nodes(), far), by_(graph.nodes())
    {
        weight_[root] = 0;
        open_.push_back({0, static_cast<std::uint32_t>(root)});
    }

    /// Weight of the nearest node that waits; `far` where none does.
    std::uint64_t reach()
    {
        while (!open_.empty() && weight_[open_.front().second] != open_.front().first) {
            pop();
        }
        return open_.empty() ? far : open_.front().first;
    }

    std::uint64_t weight(std::uint32_t node) const { return weight_[node]; }

    /// Settles the nearest and calls seen(node) for each node that has become lighter.
    template <class Seen>
    void settle(Seen const& seen)
    {
        auto const [here, node] = open_.front();
        pop();
        auto const steps = backwards_ ? graph_.in(node) : graph_.out(node);
        auto const edges = backwards_ ? graph_.in_edges(node) : graph_.out_edges(node);
        for (std::size_t s = 0; s < steps.size(); ++s) {
            auto const there = here + steps[s].weight;
            if (there < weight_[steps[s].node]) {
                weight_[steps[s].node] = there;
                by_[steps[s].node] = {node, edges[s]};
                open_.push_back({there, steps[s].node});
                std::push_heap(open_.begin(), open_.end(), std::greater{});
                seen(steps[s].node);
            }
        }
    }

    /// Edges from a node back to the root.
    std::vector<std::uint32_t> edges_from(std::uint32_t node, std::uint32_t root) const
    {
        std::vector<std::uint32_t> edges;
        for (; node != root; node = by_[node].node) {
            edges.push_back(by_[node].edge);
        }
        return edges;
    }

private:
    struct By {
        std::uint32_t node = 0;
        std::uint32_t edge = 0;
    };

    void pop()
    {
        std::pop_heap(open_.begin(), open_.end(), std::greater{});
        open_.pop_back();
    }

    Digraph const& graph_;
    bool backwards_;
    std::vector<std::uint64_t> weight_;
    std::vector<By> by_;
    std::vector<std::pair<std::uint64_t, std::uint32_t>> open_;
};

}  // namespace

std::optional<Walk> lightest_way(Digraph const& graph, std::size_t from, std::size_t to)
{
    if (from >= graph.nodes() || to >= graph.nodes()) {
        throw geo::Error{geo::Trouble::usage, "a way needs two nodes of the graph"};
    }
    Side ahead{graph, from, false};
    Side back{graph, to, true};
    auto best = from == to ? 0 : far;
    auto middle = static_cast<std::uint32_t>(from);
    while (true) {
        auto const a = ahead.reach();
        auto const b = back.reach();
        if (a == far || b == far || a + b >= best) {
            break;
        }
        auto const seen = [&](std::uint32_t node) {
            if (ahead.weight(node) != far && back.weight(node) != far &&
                ahead.weight(node) + back.weight(node) < best) {
                best = ahead.weight(node) + back.weight(node);
                middle = node;
            }
        };
        (a <= b ? ahead : back).settle(seen);
    }
    if (best == far) {
        return std::nullopt;
    }
    Walk walk{best, ahead.edges_from(middle, static_cast<std::uint32_t>(from))};
    std::ranges::reverse(walk.edges);
    auto const rest = back.edges_from(middle, static_cast<std::uint32_t>(to));
    walk.edges.insert(walk.edges.end(), rest.begin(), rest.end());
    return walk;
}

}  // namespace marchland::analysis::graph
