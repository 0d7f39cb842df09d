#include "analysis/betweenness.hpp"

#include "geo/error.hpp"
#include "geo/parallel.hpp"

#include <algorithm>
#include <bit>

namespace marchland::analysis {
namespace {

/// Searches from one node after the other, with arrays that are used again.
class Searcher {
public:
    explicit Searcher(Digraph const& graph)
        : graph_{graph}, shift_{static_cast<unsigned>(std::bit_width(graph.lightest()) - 1)},
          distance_(graph.nodes(), no_distance), ways_(graph.nodes()), passing_(graph.nodes()),
          settled_(graph.nodes(), 0)
    {
        std::uint64_t const count = std::bit_ceil((std::uint64_t{graph.heaviest()} >> shift_) + 2);
        buckets_.resize(count);
    }

    void add_from(std::uint32_t root, Betweenness& sums)
    {
        settle(root);
        while (!order_.empty()) {
            auto const node = order_.back();
            order_.pop_back();
            add_passing(node, sums);
            if (node != root) {
                sums.node[node] += passing_[node];
            }
            touched_.push_back(node);
        }
        for (auto const node : touched_) {
            distance_[node] = no_distance;
            settled_[node] = 0;
        }
        touched_.clear();
    }

private:
    /// Nodes in the order of their buckets; within one nobody is on the way of another.
    void settle(std::uint32_t root)
    {
        distance_[root] = 0;
        ways_[root] = 1.0;
        buckets_[0].push_back(root);
        std::size_t waiting = 1;
        std::uint64_t const mask = buckets_.size() - 1;
        for (std::uint64_t bucket = 0; waiting > 0; ++bucket) {
            auto& nodes = buckets_[bucket & mask];
            waiting -= nodes.size();
            for (std::size_t i = 0; i < nodes.size(); ++i) {
                auto const node = nodes[i];
                if (distance_[node] >> shift_ != bucket || settled_[node] != 0) {
                    continue;  // reached by a lighter way since, or twice in one bucket
                }
                settled_[node] = 1;
                order_.push_back(node);
                for (auto const step : graph_.out(node)) {
                    waiting += reach(node, step) ? 1U : 0U;
                }
            }
            nodes.clear();
        }
    }

    bool reach(std::uint32_t node, Digraph::Step step)
    {
        std::uint64_t const there = std::uint64_t{distance_[node]} + step.weight;
        if (there < distance_[step.node]) {
            distance_[step.node] = static_cast<std::uint32_t>(there);
            ways_[step.node] = ways_[node];
            buckets_[(there >> shift_) & (buckets_.size() - 1)].push_back(step.node);
            return true;
        }
        if (there == distance_[step.node]) {
            ways_[step.node] += ways_[node];
        }
        return false;
    }

    /// Farther nodes have their sums by now.
    void add_passing(std::uint32_t node, Betweenness& sums)
    {
        auto const steps = graph_.out(node);
        auto const edges = graph_.out_edges(node);
        double all = 0.0;
        for (std::size_t s = 0; s < steps.size(); ++s) {
            auto const next = steps[s].node;
            if (std::uint64_t{distance_[node]} + steps[s].weight == distance_[next]) {
                double const share = ways_[node] / ways_[next] * (1.0 + passing_[next]);
                sums.edge[edges[s]] += share;
                all += share;
            }
        }
        passing_[node] = all;
    }

    Digraph const& graph_;
    unsigned shift_;
    std::vector<std::uint32_t> distance_;
    std::vector<double> ways_;     ///< number of lightest ways
    std::vector<double> passing_;
    std::vector<std::uint8_t> settled_;
    std::vector<std::vector<std::uint32_t>> buckets_;
    std::vector<std::uint32_t> order_;
    std::vector<std::uint32_t> touched_;
};

void add(Betweenness const& part, Betweenness& whole)
{
    for (std::size_t n = 0; n < whole.node.size(); ++n) {
        whole.node[n] += part.node[n];
    }
    for (std::size_t e = 0; e < whole.edge.size(); ++e) {
        whole.edge[e] += part.edge[e];
    }
}

}  // namespace

Betweenness betweenness_of(Digraph const& graph, geo::Job const& job)
{
    if (graph.edges() > 0 && graph.lightest() == 0) {
        throw geo::Error{geo::Trouble::usage, "betweenness needs weights of 1 or more; an edge has weight 0"};
    }
    // Sources in parts of fixed size, whose sums are added in their order: the same for any threads.
    constexpr std::size_t part_size = 64;
    constexpr std::size_t parts_at_a_time = 16;
    auto const n = graph.nodes();
    Betweenness const zero{std::vector<double>(n, 0.0), std::vector<double>(graph.edges(), 0.0)};
    auto whole = zero;
    std::size_t const parts = graph.edges() == 0 ? 0 : (n + part_size - 1) / part_size;
    for (std::size_t first = 0; first < parts; first += parts_at_a_time) {
        job.at(static_cast<double>(first) / static_cast<double>(parts));
        std::vector<Betweenness> sums(std::min(parts_at_a_time, parts - first), zero);
        geo::for_each_index(sums.size(), job.threads(), [&](std::size_t p) {
            Searcher searcher{graph};
            for (std::size_t root = (first + p) * part_size; root < std::min(n, (first + p + 1) * part_size); ++root) {
                if (job.stop().stop_requested()) {
                    throw geo::Cancelled{};
                }
                searcher.add_from(static_cast<std::uint32_t>(root), sums[p]);
            }
        });
        for (auto const& part : sums) {
            add(part, whole);
        }
    }
    return whole;
}

}  // namespace marchland::analysis
