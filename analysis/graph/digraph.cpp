#include "analysis/graph/digraph.hpp"

#include "analysis/graph/bucket_ring.hpp"
#include "geo/vocabulary/error.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <string>
#include <utility>

namespace marchland::analysis::graph {
namespace {

/// Compressed sparse rows: edges by one of their ends: starts of rows, other ends and numbers.
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

/// An entry of the queue (lazy deletion): a node that waits with a distance; out of date where a lighter way
/// was found since.
struct Waiting {
    std::uint32_t node = 0;
    std::uint32_t distance = 0;
};

struct Bucket {
    std::vector<Waiting> room;  ///< always at least one place more than waits
    std::size_t waits = 0;

    /// Writes in any case, and keeps it where `mask` is all ones rather than nothing.
    void push(Waiting item, std::uint64_t mask)
    {
        if (waits == room.size()) {
            room.resize(std::max<std::size_t>(64, 2 * waits));
        }
        room[waits] = item;
        waits += mask & 1U;
    }
};

/// Bucket queue: nodes in a ring of buckets by distance; a word of bits for every 64 buckets finds the next
/// full one.
class BucketRing {
public:
    /// A ring must reach farther than the heaviest edge.
    BucketRing(std::uint32_t heaviest, double mean)
    {
        auto const wanted = std::max(1.0, mean / 3.0);
        shift_ = static_cast<unsigned>(std::bit_width(static_cast<std::uint64_t>(wanted)) - 1);
        constexpr std::uint64_t most = 1U << 16U;
        while ((heaviest >> shift_) + 2 > most) {
            ++shift_;
        }
        std::uint64_t const count =
            std::bit_ceil(std::max<std::uint64_t>(64, (std::uint64_t{heaviest} >> shift_) + 2));
        mask_ = count - 1;
        buckets_.resize(count);
        full_.assign(count / 64, 0);
    }

    void push(std::uint32_t node, std::uint32_t distance, std::uint64_t mask)
    {
        auto const slot = (distance >> shift_) & mask_;
        buckets_[slot].push({node, distance}, mask);
        full_[slot >> 6U] |= (mask & 1U) << (slot & 63U);
    }

    bool advance(std::uint64_t& slot) const { return to_next_full(full_, slot); }
    Bucket& at(std::uint64_t slot) { return buckets_[slot]; }
    void empty(std::uint64_t slot)
    {
        buckets_[slot].waits = 0;
        full_[slot >> 6U] &= ~(std::uint64_t{1} << (slot & 63U));
    }

private:
    unsigned shift_ = 0;
    std::uint64_t mask_ = 0;
    std::vector<Bucket> buckets_;
    std::vector<std::uint64_t> full_;
};

/// Relaxation without branches. Whether a step leads to a lighter way is as good as random; so both outcomes
/// are computed, and a wrong guess of the processor costs nothing.
template <class Row>
void search(std::size_t root, Row const& row, BucketRing& ring,
            std::vector<std::uint32_t>& distances)
{
    // rows are asked for from memory that many nodes before their turn
    constexpr std::size_t ahead = 4;
    auto* const distance = distances.data();
    distance[root] = 0;
    ring.push(static_cast<std::uint32_t>(root), 0, ~std::uint64_t{0});
    for (std::uint64_t slot = 0; ring.advance(slot);) {
        auto& bucket = ring.at(slot);
        for (std::size_t i = 0; i < bucket.waits;
             ++i) {  // light edges may bring nodes into the same bucket
            auto const [node, here] = bucket.room[i];
            if (i + ahead < bucket.waits) {
                __builtin_prefetch(row(bucket.room[i + ahead].node).data());
            }
            if (distance[node] != here) {
                continue;
            }
            for (auto const step : row(node)) {
                std::uint64_t const there = std::uint64_t{here} + step.weight;
                auto const before = distance[step.node];
                auto const more =
                    static_cast<std::int64_t>(there) - static_cast<std::int64_t>(before);
                // all ones, or nothing
                auto const lighter = static_cast<std::uint64_t>(more >> 63U);
                auto const now = static_cast<std::uint32_t>(there);
                distance[step.node] =
                    before ^ ((before ^ now) & static_cast<std::uint32_t>(lighter));
                ring.push(step.node, now, lighter);
            }
        }
        ring.empty(slot);
    }
}

/// A search with what it needs, to be used again.
struct Finder {
    explicit Finder(Digraph const& of) : graph{of}, ring{of.heaviest(), of.mean_weight()} {}

    void run(std::size_t root, bool backwards)
    {
        distances.assign(graph.nodes(), no_distance);
        if (backwards) {
            search(
                root, [this](std::uint32_t node) { return graph.in(node); }, ring, distances);
        } else {
            search(
                root, [this](std::uint32_t node) { return graph.out(node); }, ring, distances);
        }
    }

    Digraph const& graph;
    BucketRing ring;
    std::vector<std::uint32_t> distances;
};

}  // namespace

Digraph::Digraph(std::size_t nodes, std::span<DirectedEdge const> edges)
{
    double sum = 0.0;
    lightest_ = edges.empty() ? 0 : no_distance;
    for (auto const& edge : edges) {
        if (edge.from >= nodes || edge.to >= nodes) {
            throw geo::Error{geo::Trouble::usage, "an edge goes from node " +
                                                      std::to_string(edge.from) + " to " +
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

struct DistanceSearch::Impl : Finder {
    using Finder::Finder;
};

DistanceSearch::DistanceSearch(Digraph const& graph) : impl_{std::make_unique<Impl>(graph)} {}
DistanceSearch::~DistanceSearch() = default;
DistanceSearch::DistanceSearch(DistanceSearch&&) noexcept = default;
DistanceSearch& DistanceSearch::operator=(DistanceSearch&&) noexcept = default;

std::span<std::uint32_t const> DistanceSearch::from(std::size_t root, bool backwards)
{
    impl_->run(root, backwards);
    return impl_->distances;
}

std::vector<std::uint32_t> distances_from(Digraph const& graph, std::size_t root, bool backwards)
{
    Finder finder{graph};
    finder.run(root, backwards);
    return std::move(finder.distances);
}

}  // namespace marchland::analysis::graph
