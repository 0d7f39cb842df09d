#include "analysis/digraph.hpp"

#include "geo/error.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <string>

namespace marchland::analysis {
namespace {

/// Edges by one of their ends: starts of rows, other ends and numbers.
void fill_rows(std::size_t nodes, std::span<DirectedEdge const> edges, bool by_target,
               std::vector<std::uint32_t>& start, std::vector<Digraph::Step>& steps,
               std::vector<std::uint32_t>& numbers)
{
    start.assign(nodes + 1, 0);
    for (auto const& edge : edges) {
        ++start[(by_target ? edge.to : edge.from) + 1];
    }
    for (std::size_t n = 0; n < nodes; ++n) {
        start[n + 1] += start[n];
    }
    steps.resize(edges.size());
    numbers.resize(edges.size());
    auto next = start;
    for (std::uint32_t e = 0; e < edges.size(); ++e) {
        auto const& edge = edges[e];
        auto const at = next[by_target ? edge.to : edge.from]++;
        steps[at] = {by_target ? edge.from : edge.to, edge.weight};
        numbers[at] = e;
    }
}

/// Nodes in a ring of buckets by distance; a word of bits for every 64 buckets finds the next full one.
class BucketRing {
public:
    /// A ring must reach farther than the heaviest edge.
    BucketRing(std::uint32_t heaviest, double mean)
    {
        auto const wanted = std::max(1.0, mean / 4.0);
        shift_ = static_cast<unsigned>(std::bit_width(static_cast<std::uint64_t>(wanted)) - 1);
        constexpr std::uint64_t most = 1U << 16U;
        while ((heaviest >> shift_) + 2 > most) {
            ++shift_;
        }
        std::uint64_t const count = std::bit_ceil(std::max<std::uint64_t>(64, (std::uint64_t{heaviest} >> shift_) + 2));
        mask_ = count - 1;
        buckets_.resize(count);
        full_.assign(count / 64, 0);
    }

    std::uint64_t bucket_of(std::uint32_t distance) const { return distance >> shift_; }

    void push(std::uint32_t node, std::uint32_t distance)
    {
        auto const slot = bucket_of(distance) & mask_;
        buckets_[slot].push_back(node);
        full_[slot >> 6U] |= std::uint64_t{1} << (slot & 63U);
    }

    /// The first bucket from `from` on that holds anything; false: none does.
    bool advance(std::uint64_t& from) const
    {
        std::uint64_t const start = from & mask_;
        std::uint64_t word = start >> 6U;
        std::uint64_t bits = full_[word] & (~std::uint64_t{0} << (start & 63U));
        for (std::size_t looked = 0; looked <= full_.size(); ++looked) {
            if (bits != 0) {
                std::uint64_t const slot = (word << 6U) + static_cast<std::uint64_t>(std::countr_zero(bits));
                from += (slot - start) & mask_;
                return true;
            }
            word = (word + 1) & (full_.size() - 1);
            bits = full_[word];
        }
        return false;
    }

    std::vector<std::uint32_t>& at(std::uint64_t bucket) { return buckets_[bucket & mask_]; }
    void emptied(std::uint64_t bucket)
    {
        auto const slot = bucket & mask_;
        full_[slot >> 6U] &= ~(std::uint64_t{1} << (slot & 63U));
    }

private:
    unsigned shift_ = 0;
    std::uint64_t mask_ = 0;
    std::vector<std::vector<std::uint32_t>> buckets_;
    std::vector<std::uint64_t> full_;
};

template <class Row>
std::vector<std::uint32_t> search(Digraph const& graph, std::size_t root, Row const& row)
{
    std::vector<std::uint32_t> distance(graph.nodes(), no_distance);
    std::vector<std::uint32_t> done(graph.nodes(), no_distance);  // the distance a node was last left with
    BucketRing ring{graph.heaviest(), graph.mean_weight()};
    distance[root] = 0;
    ring.push(static_cast<std::uint32_t>(root), 0);
    for (std::uint64_t bucket = 0; ring.advance(bucket);) {
        auto& nodes = ring.at(bucket);
        while (!nodes.empty()) {  // light edges may bring nodes back into the same bucket
            auto const node = nodes.back();
            nodes.pop_back();
            auto const here = distance[node];
            if (ring.bucket_of(here) != bucket || done[node] == here) {
                continue;
            }
            done[node] = here;
            for (auto const step : row(node)) {
                std::uint64_t const there = std::uint64_t{here} + step.weight;
                if (there < distance[step.node]) {
                    distance[step.node] = static_cast<std::uint32_t>(there);
                    ring.push(step.node, static_cast<std::uint32_t>(there));
                }
            }
        }
        ring.emptied(bucket);
    }
    return distance;
}

}  // namespace

Digraph::Digraph(std::size_t nodes, std::span<DirectedEdge const> edges)
{
    double sum = 0.0;
    lightest_ = edges.empty() ? 0 : no_distance;
    for (auto const& edge : edges) {
        if (edge.from >= nodes || edge.to >= nodes) {
            throw geo::Error{geo::Trouble::usage, "an edge goes from node " + std::to_string(edge.from) + " to " +
                                                      std::to_string(edge.to) + "; there are " +
                                                      std::to_string(nodes) + " nodes"};
        }
        lightest_ = std::min(lightest_, edge.weight);
        heaviest_ = std::max(heaviest_, edge.weight);
        sum += edge.weight;
    }
    mean_ = edges.empty() ? 0.0 : sum / static_cast<double>(edges.size());
    fill_rows(nodes, edges, false, out_start_, out_, out_edge_);
    fill_rows(nodes, edges, true, in_start_, in_, in_edge_);
}

std::vector<std::uint32_t> distances_from(Digraph const& graph, std::size_t root, bool backwards)
{
    return backwards ? search(graph, root, [&graph](std::uint32_t node) { return graph.in(node); })
                     : search(graph, root, [&graph](std::uint32_t node) { return graph.out(node); });
}

}  // namespace marchland::analysis
