#include "analysis/graph/betweenness.hpp"

#include "analysis/graph/betweenness_fold.hpp"
#include "analysis/graph/bucket_ring.hpp"

#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/parallel.hpp"

#include <algorithm>
#include <bit>
#include <functional>
#include <utility>

namespace marchland::analysis::graph {
namespace {

/// Sums over searches from core nodes, by the places of the core.
struct Sums {
    explicit Sums(Core const& core)
        : node(core.nodes(), 0.0), step(core.steps.size(), 0.0), goals(core.nodes(), 0.0),
          starts(core.nodes(), 0.0)
    {
    }

    std::vector<double> node;
    std::vector<double> step;
    std::vector<double> goals;  ///< nodes that can be reached from here, itself and folded ones too
    std::vector<double> starts;  ///< nodes that reach here, likewise

    void add(Sums const& part)
    {
        auto const into = [](std::vector<double>& whole, std::vector<double> const& more) {
            std::ranges::transform(whole, more, whole.begin(), std::plus{});
        };
        into(node, part.node);
        into(step, part.step);
        into(goals, part.goals);
        into(starts, part.starts);
    }
};

/// Searches from one core node after the other, with arrays that are used again.
class Searcher {
public:
    Searcher(Core const& core, std::uint32_t lightest, std::uint32_t heaviest)
        : core_{core}, shift_{static_cast<unsigned>(std::bit_width(lightest) - 1)},
          at_(core.nodes()), waiting_(core.steps.size() + 2), order_(core.nodes())
    {
        std::uint64_t const count =
            std::bit_ceil(std::max<std::uint64_t>(64, (std::uint64_t{heaviest} >> shift_) + 2));
        heads_.assign(count, nothing);
        full_.assign(count / 64, 0);
    }

    void add_from(std::uint32_t root, Sums& sums)
    {
        auto const count = settle(root);
        double const starts = core_.mass[root];
        double goals = starts;
        for (std::size_t i = count; i-- > 1;) {
            auto const node = order_[i];
            sums.node[node] += starts * add_beyond(node, starts, sums.step.data());
            goals += core_.mass[node];
            sums.starts[node] += starts;
        }
        add_beyond(root, starts, sums.step.data());  // an end does not count
        sums.goals[root] = goals;
        sums.starts[root] += starts;
        for (std::size_t i = 0; i < count; ++i) {
            at_[order_[i]].distance = no_distance;
        }
    }

private:
    static constexpr std::uint32_t nothing = no_distance;

    struct Node {
        /// While searching the number of lightest ways here; afterwards the goals here and beyond,
        /// for each of those ways.
        double value = 0.0;
        std::uint32_t distance = no_distance;
    };
    struct Waiting {
        std::uint32_t node = 0;
        std::uint32_t distance = 0;
        std::uint32_t next = 0;  ///< in the same bucket
    };

    /// Nodes by buckets into order_; within one nobody is on the way of another. \returns how many.
    std::size_t settle(std::uint32_t root)
    {
        std::size_t count = 0;
        at_[root] = {1.0, 0};
        waiting_[0] = {root, 0, heads_[0]};
        heads_[0] = 0;
        used_ = 1;
        full_[0] |= 1U;
        for (std::uint64_t slot = 0; to_next_full(full_, slot);) {
            auto const [node, distance, next] = waiting_[heads_[slot]];
            heads_[slot] = next;
            full_[slot >> 6U] &= ~(std::uint64_t{next == nothing} << (slot & 63U));
            if (at_[node].distance == distance) {  // else reached by a lighter way since
                order_[count++] = node;
                reach_from(node);
            }
        }
        return count;
    }

    /// Whether a step leads to a lighter way is as good as random; so both outcomes are computed,
    /// and a wrong guess of the processor costs nothing.
    void reach_from(std::uint32_t node)
    {
        auto const here = at_[node];
        auto const* const at_end = core_.steps.data() + core_.start[node + 1];
        auto* const at = at_.data();
        auto* const heads = heads_.data();
        auto* const full = full_.data();
        auto* const waiting = waiting_.data();
        std::uint64_t const mask = heads_.size() - 1;
        auto const shift = shift_;
        auto used = used_;
        std::uint64_t farthest = 0;
        for (auto const* step = core_.steps.data() + core_.start[node]; step != at_end; ++step) {
            auto& other = at[step->node];
            std::uint64_t const there = std::uint64_t{here.distance} + step->weight;
            auto const more =
                static_cast<std::int64_t>(there) - static_cast<std::int64_t>(other.distance);
            if (more == 0) {  // seldom
                other.value += here.value;
            }
            auto const lighter = static_cast<std::uint64_t>(more >> 63U);  // all ones, or nothing
            auto const lighter_half = static_cast<std::uint32_t>(lighter);
            other.value = either(lighter, here.value, other.value);
            other.distance ^= (other.distance ^ static_cast<std::uint32_t>(there)) & lighter_half;
            std::uint64_t const slot = (there >> shift) & mask;
            auto const head = heads[slot];
            waiting[used] = {step->node, static_cast<std::uint32_t>(there), head};
            heads[slot] = head ^ ((head ^ used) & lighter_half);
            used -= lighter_half;
            full[slot >> 6U] |= (lighter & 1U) << (slot & 63U);
            farthest |= there + 1;
        }
        used_ = used;
        if (farthest >> 32U != 0) {
            throw geo::Error{
                geo::Trouble::usage,
                "betweenness: a way weighs 2^32 or more; give the weights in a larger unit"};
        }
    }

    /// a where the mask is all ones, b where it is nothing.
    static double either(std::uint64_t mask, double a, double b)
    {
        return std::bit_cast<double>((std::bit_cast<std::uint64_t>(a) & mask) |
                                     (std::bit_cast<std::uint64_t>(b) & ~mask));
    }

    /// Farther nodes have theirs by now. \returns the goals beyond the node, each by its share.
    double add_beyond(std::uint32_t node, double starts, double* step_sums)
    {
        auto* const at = at_.data();
        auto const here = at[node];
        double beyond = 0.0;
        auto const* const steps = core_.steps.data();
        auto const end = core_.start[node + 1];
        for (auto s = core_.start[node]; s < end; ++s) {
            auto const other = at[steps[s].node];
            bool const on = here.distance + steps[s].weight == other.distance;
            double const share =
                either(std::uint64_t{0} - std::uint64_t{on}, here.value * other.value, 0.0);
            step_sums[s] += starts * share;
            beyond += share;
        }
        at[node].value = (core_.mass[node] + beyond) / here.value;
        return beyond;
    }

    Core const& core_;
    unsigned shift_;
    std::vector<Node> at_;
    std::vector<Waiting> waiting_;
    std::vector<std::uint32_t> order_;
    std::vector<std::uint32_t> heads_;  ///< of the buckets
    std::vector<std::uint64_t> full_;   ///< a bit for each bucket
    std::uint32_t used_ = 0;            ///< of waiting_
};

Sums core_sums(Core const& core, Digraph const& graph, geo::Job const& job)
{
    // Sources in parts of fixed size, whose sums are added in their order: the same for any
    // threads.
    constexpr std::size_t part_size = 128;
    constexpr std::size_t most_bytes = 64U << 20U;
    auto const n = core.nodes();
    std::size_t const bytes = 8 * (3 * n + core.steps.size()) + 1;
    auto const parts_at_a_time = std::clamp<std::size_t>(most_bytes / bytes, 8, 64);
    Sums whole{core};
    std::size_t const parts = core.steps.empty() ? 0 : (n + part_size - 1) / part_size;
    for (std::size_t first = 0; first < parts; first += parts_at_a_time) {
        job.at(static_cast<double>(first) / static_cast<double>(parts));
        std::vector<Sums> sums(std::min(parts_at_a_time, parts - first), Sums{core});
        geo::for_each_index(sums.size(), job.threads(), [&](std::size_t p) {
            Searcher searcher{core, graph.lightest(), graph.heaviest()};
            for (std::size_t root = (first + p) * part_size;
                 root < std::min(n, (first + p + 1) * part_size); ++root) {
                if (job.stop().stop_requested()) {
                    throw geo::Cancelled{};
                }
                searcher.add_from(static_cast<std::uint32_t>(root), sums[p]);
            }
        });
        for (auto const& part : sums) {
            whole.add(part);
        }
    }
    return whole;
}

/// Ways between the branches of trees, and through trees to and from the rest.
class Trees {
public:
    Trees(Folded const& folded, Sums const& sums, std::size_t nodes)
        : folded_{folded}, goals_(nodes), starts_(nodes), same_branch_(nodes, 0.0)
    {
        auto const& core = folded.core;
        for (std::size_t c = 0; c < core.nodes(); ++c) {
            // where nothing was searched a node reaches its own tree
            goals_[core.node[c]] = std::max(sums.goals[c], core.mass[c]);
            starts_[core.node[c]] = std::max(sums.starts[c], core.mass[c]);
        }
        for (std::size_t i = folded.leaves.size(); i-- > 0;) {  // parents before their leaves
            auto const& leaf = folded.leaves[i];
            goals_[leaf.node] = goals_[leaf.parent];
            starts_[leaf.node] = starts_[leaf.parent];
            same_branch_[leaf.parent] += folded.mass[leaf.node] * folded.mass[leaf.node];
        }
    }

    void add_to(Betweenness& found) const
    {
        for (std::size_t node = 0; node < found.node.size(); ++node) {
            double const below = folded_.mass[node] - 1.0;
            double const above = goals_[node] + starts_[node] - 2.0 * folded_.mass[node];
            found.node[node] += below * above + below * below - same_branch_[node];
        }
        for (auto const& leaf : folded_.leaves) {
            double const below = folded_.mass[leaf.node];
            found.edge[leaf.out_edge] = below * (goals_[leaf.node] - below);
            found.edge[leaf.in_edge] = below * (starts_[leaf.node] - below);
        }
    }

private:
    Folded const& folded_;
    std::vector<double> goals_;   ///< nodes that can be reached from its tree
    std::vector<double> starts_;  ///< nodes from which its tree can be reached
    /// ordered pairs within one branch, each node with itself too
    std::vector<double> same_branch_;
};

}  // namespace

Betweenness betweenness_of(Digraph const& graph, geo::Job const& job)
{
    if (graph.edges() > 0 && graph.lightest() == 0) {
        throw geo::Error{geo::Trouble::usage,
                         "betweenness needs weights of 1 or more; an edge has weight 0"};
    }
    auto const parts = folded(graph);
    auto const& core = parts.core;
    auto const sums = core_sums(core, graph, job);
    Betweenness found{std::vector<double>(graph.nodes(), 0.0),
                      std::vector<double>(graph.edges(), 0.0)};
    for (std::size_t c = 0; c < core.nodes(); ++c) {
        found.node[core.node[c]] = sums.node[c];
    }
    for (std::size_t s = 0; s < core.steps.size(); ++s) {
        if (core.edge[s] != Core::no_edge) {
            found.edge[core.edge[s]] = sums.step[s];
        }
    }
    Trees{parts, sums, graph.nodes()}.add_to(found);
    return found;
}

}  // namespace marchland::analysis::graph
