#include "analysis/graph/k_shortest.hpp"

#include "geo/vocabulary/error.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>

namespace marchland::analysis::graph {
namespace {

constexpr std::uint64_t no_limit = std::numeric_limits<std::uint64_t>::max();

/// A candidate path and its spur node: a way, and from which of its edges on it differs from the one it was
/// made from.
struct Candidate {
    Walk walk;
    std::size_t deviates = 0;

    bool operator<(Candidate const& other) const
    {
        return walk.weight != other.walk.weight ? walk.weight < other.walk.weight
                                                : walk.edges < other.walk.edges;
    }
};

/// A* (guided search) with arrays that are cleared by a counter, not by writing.
class Guided {
public:
    Guided(Digraph const& graph, std::size_t to, std::vector<std::uint32_t> to_end)
        : graph_{graph}, to_{static_cast<std::uint32_t>(to)}, to_end_{std::move(to_end)},
          weight_(graph.nodes()), seen_(graph.nodes(), 0), closed_(graph.nodes(), 0),
          by_edge_(graph.nodes()), before_(graph.nodes()), banned_(graph.nodes(), 0)
    {
    }

    std::uint32_t to_end(std::size_t node) const { return to_end_[node]; }

    void begin() { ++round_; }
    void ban(std::uint32_t node) { banned_[node] = round_; }

    /// The lightest way from a node to the end over nodes that are not banned, without the given first
    /// edges, below a limit. Ban nodes after begin().
    std::optional<Walk> run(std::uint32_t from, std::vector<std::uint32_t> const& without,
                            std::uint64_t limit)
    {
        heap_.clear();
        weight_[from] = 0;
        seen_[from] = round_;
        push(from, 0);
        while (!heap_.empty()) {
            std::pop_heap(heap_.begin(), heap_.end(), std::greater{});
            auto const [reach, node] = heap_.back();
            heap_.pop_back();
            if (closed_[node] == round_) {
                continue;
            }
            closed_[node] = round_;
            if (node == to_) {
                return walk_to(from);
            }
            relax(node, node == from ? &without : nullptr, limit);
        }
        return std::nullopt;
    }

private:
    /// weight over this node to the end, node
    using Open = std::pair<std::uint64_t, std::uint32_t>;

    void push(std::uint32_t node, std::uint64_t weight)
    {
        heap_.emplace_back(weight + to_end_[node], node);
        std::push_heap(heap_.begin(), heap_.end(), std::greater{});
    }

    void relax(std::uint32_t node, std::vector<std::uint32_t> const* without, std::uint64_t limit)
    {
        auto const steps = graph_.out(node);
        auto const edges = graph_.out_edges(node);
        for (std::size_t s = 0; s < steps.size(); ++s) {
            auto const next = steps[s].node;
            bool const forbidden =
                without != nullptr && std::ranges::binary_search(*without, edges[s]);
            if (forbidden || banned_[next] == round_ || closed_[next] == round_ ||
                to_end_[next] == no_distance) {
                continue;
            }
            std::uint64_t const weight = weight_[node] + steps[s].weight;
            bool const better = seen_[next] != round_ || weight < weight_[next];
            if (better && weight + to_end_[next] < limit) {
                weight_[next] = weight;
                seen_[next] = round_;
                by_edge_[next] = edges[s];
                before_[next] = node;
                push(next, weight);
            }
        }
    }

    Walk walk_to(std::uint32_t from) const
    {
        Walk walk{weight_[to_], {}};
        for (auto node = to_; node != from; node = before_[node]) {
            walk.edges.push_back(by_edge_[node]);
        }
        std::ranges::reverse(walk.edges);
        return walk;
    }

    Digraph const& graph_;
    std::uint32_t to_;
    std::vector<std::uint32_t> to_end_;
    std::vector<std::uint64_t> weight_;
    std::vector<std::uint32_t> seen_;
    std::vector<std::uint32_t> closed_;
    std::vector<std::uint32_t> by_edge_;
    std::vector<std::uint32_t> before_;
    std::vector<std::uint32_t> banned_;
    std::vector<Open> heap_;
    std::uint32_t round_ = 0;
};

class Yen {
public:
    Yen(Digraph const& graph, std::size_t from, std::size_t to, int k, geo::Job const& job)
        : from_{static_cast<std::uint32_t>(from)}, wanted_{static_cast<std::size_t>(k)}, job_{job},
          ends_(graph.edges()),
          weights_(graph.edges()), guided_{graph, to, distances_from(graph, to, true)}
    {
        for (std::uint32_t node = 0; node < graph.nodes(); ++node) {
            auto const edges = graph.out_edges(node);
            for (std::size_t s = 0; s < edges.size(); ++s) {
                ends_[edges[s]] = graph.out(node)[s].node;
                weights_[edges[s]] = graph.out(node)[s].weight;
            }
        }
    }

    std::vector<Walk> run()
    {
        if (guided_.to_end(from_) == no_distance) {
            return {};
        }
        guided_.begin();
        if (auto first = guided_.run(from_, {}, no_limit)) {
            candidates_.insert({std::move(*first), 0});
        }
        std::vector<Walk> found;
        while (!candidates_.empty() && found.size() < wanted_) {
            job_.at(static_cast<double>(found.size()) / static_cast<double>(wanted_));
            auto best = candidates_.extract(candidates_.begin()).value();
            found.push_back(best.walk);
            if (found.size() < wanted_) {
                deviate(best, found);
            }
        }
        return found;
    }

private:
    /// Ways that leave `base` at each of its nodes, from where it left its own base on.
    void deviate(Candidate const& base, std::vector<Walk> const& found)
    {
        std::uint64_t weight = 0;
        std::uint32_t node = from_;
        for (std::size_t at = 0; at < base.walk.edges.size(); ++at) {
            if (at >= base.deviates) {
                spur(base, at, node, weight, found);
            }
            weight += weights_[base.walk.edges[at]];
            node = ends_[base.walk.edges[at]];
        }
    }

    void spur(Candidate const& base, std::size_t at, std::uint32_t node, std::uint64_t before,
              std::vector<Walk> const& found)
    {
        if (job_.stop().stop_requested()) {
            throw geo::Cancelled{};
        }
        auto const& edges = base.walk.edges;
        std::vector<std::uint32_t> without;
        for (auto const& walk : found) {
            if (walk.edges.size() > at &&
                std::equal(edges.begin(), edges.begin() + static_cast<std::ptrdiff_t>(at),
                           walk.edges.begin())) {
                without.push_back(walk.edges[at]);
            }
        }
        std::ranges::sort(without);
        guided_.begin();
        std::uint32_t passed = from_;
        for (std::size_t e = 0; e < at; ++e) {
            guided_.ban(passed);
            passed = ends_[edges[e]];
        }
        std::uint64_t const limit = limit_of(found.size());
        if (limit != no_limit && limit <= before) {
            return;
        }
        auto tail = guided_.run(node, without, limit == no_limit ? no_limit : limit - before);
        if (!tail) {
            return;
        }
        Walk walk{before + tail->weight,
                  {edges.begin(), edges.begin() + static_cast<std::ptrdiff_t>(at)}};
        walk.edges.insert(walk.edges.end(), tail->edges.begin(), tail->edges.end());
        candidates_.insert({std::move(walk), at});
        while (candidates_.size() > wanted_ - found.size()) {
            candidates_.erase(std::prev(candidates_.end()));
        }
    }

    /// Heavier than this a way is of no use: as many lighter ones wait already. One more than the weight of
    /// the last, so that a way as light is still found and takes its place by its edges.
    std::uint64_t limit_of(std::size_t found) const
    {
        return candidates_.size() < wanted_ - found ? no_limit
                                                    : std::prev(candidates_.end())->walk.weight + 1;
    }

    std::uint32_t from_;
    std::size_t wanted_;
    geo::Job const& job_;
    std::vector<std::uint32_t> ends_;
    std::vector<std::uint32_t> weights_;
    Guided guided_;
    std::set<Candidate> candidates_;
};

}  // namespace

std::vector<Walk> k_shortest(Digraph const& graph, std::size_t from, std::size_t to, int k,
                             geo::Job const& job)
{
    if (from >= graph.nodes() || to >= graph.nodes() || k < 1) {
        throw geo::Error{geo::Trouble::usage,
                         "k shortest ways need two nodes of the graph and k of 1 or more"};
    }
    return Yen{graph, from, to, k, job}.run();
}

}  // namespace marchland::analysis::graph
