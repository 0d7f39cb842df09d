/// \file digraph.hpp
/// A directed graph with whole-number weights, in compressed sparse rows: what all route searches run on.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <vector>

namespace marchland::analysis::graph {

struct DirectedEdge {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    std::uint32_t weight = 0;
};

/// Parallel edges and loops are allowed. Edges keep the numbers they were given in; the edges of a row
/// ascend by number, so that ties go the same way on every machine. Immutable; may be shared by threads.
class Digraph {
public:
    struct Step {
        std::uint32_t node = 0;  ///< the other end
        std::uint32_t weight = 0;
    };

    Digraph() = default;
    /// \throws Error{usage} an end is not below `nodes`.
    Digraph(std::size_t nodes, std::span<DirectedEdge const> edges);

    std::size_t nodes() const noexcept { return out_start_.empty() ? 0 : out_start_.size() - 1; }
    std::size_t edges() const noexcept { return out_.size(); }

    std::span<Step const> out(std::size_t node) const { return row(out_, out_start_, node); }
    std::span<Step const> in(std::size_t node) const { return row(in_, in_start_, node); }
    /// Numbers of the edges of the same rows.
    std::span<std::uint32_t const> out_edges(std::size_t node) const
    {
        return row(out_edge_, out_start_, node);
    }
    std::span<std::uint32_t const> in_edges(std::size_t node) const
    {
        return row(in_edge_, in_start_, node);
    }

    std::uint32_t lightest() const noexcept { return lightest_; }
    std::uint32_t heaviest() const noexcept { return heaviest_; }
    double mean_weight() const noexcept { return mean_; }

    /// Memory of all rows: 24 for an edge and 8 for a node.
    std::size_t bytes() const noexcept
    {
        auto const of = [](auto const& all) { return all.capacity() * sizeof(all[0]); };
        return of(out_start_) + of(out_) + of(out_edge_) + of(in_start_) + of(in_) + of(in_edge_);
    }

private:
    template <class T>
    static std::span<T const> row(std::vector<T> const& all,
                                  std::vector<std::uint32_t> const& start, std::size_t node)
    {
        return std::span{all}.subspan(start[node], start[node + 1] - start[node]);
    }

    std::vector<std::uint32_t> out_start_;
    std::vector<Step> out_;
    std::vector<std::uint32_t> out_edge_;
    std::vector<std::uint32_t> in_start_;
    std::vector<Step> in_;
    std::vector<std::uint32_t> in_edge_;
    std::uint32_t lightest_ = 0;
    std::uint32_t heaviest_ = 0;
    double mean_ = 0.0;
};

inline constexpr std::uint32_t no_distance = std::numeric_limits<std::uint32_t>::max();

/// Shortest distances from one source: weights of the lightest ways from the root to every node, or with
/// `backwards` from every node to the root; no_distance where there is none (or none below 2^32 - 1).
/// \par Source  Dijkstra (1959) Numerische Mathematik 1, 269-271, with buckets: Denardo and Fox (1979)
///      Operations Research 27, 161-186.
/// \par Cost    O(edges + nodes + distance / mean weight).
std::vector<std::uint32_t> distances_from(Digraph const& graph, std::size_t root,
                                          bool backwards = false);

/// The same for many roots one after the other, with memory that is used again. One for each thread.
class DistanceSearch {
public:
    explicit DistanceSearch(Digraph const& graph);  ///< which must live as long
    ~DistanceSearch();
    DistanceSearch(DistanceSearch&&) noexcept;
    DistanceSearch& operator=(DistanceSearch&&) noexcept;

    /// As distances_from; holds until the next call.
    std::span<std::uint32_t const> from(std::size_t root, bool backwards = false);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// \namespace marchland::analysis::graph
/// \par Example
/// \code
/// using namespace analysis::graph;
/// std::vector<DirectedEdge> const ways{{0, 1, 10}, {1, 2, 10}, {0, 2, 30}};  // from, to, weight
/// Digraph const graph{3, ways};
/// assert(distances_from(graph, 0)[2] == 20);
/// \endcode
/// \par Threads  functions of their arguments alone: may be called from several threads at once.
///      A Digraph may be shared; each thread has a DistanceSearch of its own.

}  // namespace marchland::analysis::graph
