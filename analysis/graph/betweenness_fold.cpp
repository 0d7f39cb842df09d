#include "analysis/graph/betweenness_fold.hpp"

#include <utility>

namespace marchland::analysis::graph {
namespace {

constexpr std::uint32_t nobody = no_distance;

class Folding {
public:
    explicit Folding(Digraph const& graph)
        : graph_{graph}, gone_(graph.nodes(), false), outwards_(graph.nodes(), 0),
          inwards_(graph.nodes(), 0)
    {
        made_.mass.assign(graph.nodes(), 1.0);
        for (std::uint32_t node = 0; node < graph.nodes(); ++node) {
            for (auto const step : graph.out(node)) {
                if (step.node != node) {
                    ++outwards_[node];
                    ++inwards_[step.node];
                }
            }
        }
    }

    Folded run()
    {
        for (std::uint32_t node = 0; node < graph_.nodes(); ++node) {
            fold_from(node);
        }
        make_core();
        return std::move(made_);
    }

private:
    /// Folds a leaf, then what has become one by that.
    void fold_from(std::uint32_t node)
    {
        while (!gone_[node] && outwards_[node] == 1 && inwards_[node] == 1) {
            auto const out = only(node, graph_.out(node));
            auto const in = only(node, graph_.in(node));
            auto const parent = graph_.out(node)[out].node;
            if (graph_.in(node)[in].node != parent) {
                return;  // comes from one and goes to another
            }
            made_.leaves.push_back(
                {node, parent, graph_.out_edges(node)[out], graph_.in_edges(node)[in]});
            made_.mass[parent] += made_.mass[node];
            gone_[node] = true;
            --outwards_[parent];
            --inwards_[parent];
            node = parent;
        }
    }

    /// The place of the only step to a node that is still there.
    std::size_t only(std::uint32_t node, std::span<Digraph::Step const> row) const
    {
        std::size_t at = 0;
        while (row[at].node == node || gone_[row[at].node]) {
            ++at;
        }
        return at;
    }

    void make_core()
    {
        auto& core = made_.core;
        std::vector<std::uint32_t> place(graph_.nodes(), nobody);
        for (std::uint32_t first = 0; first < graph_.nodes(); ++first) {
            visit(first, place);
            for (std::size_t next = reached_; next < core.node.size(); ++next) {
                for (auto const step : graph_.out(core.node[next])) {
                    visit(step.node, place);
                }
            }
            reached_ = core.node.size();
        }
        core.start.push_back(0);
        for (auto const node : core.node) {
            core.mass.push_back(made_.mass[node]);
            for (std::size_t i = 0; i < graph_.out(node).size(); ++i) {
                auto const step = graph_.out(node)[i];
                if (step.node != node && !gone_[step.node]) {
                    core.steps.push_back({place[step.node], step.weight});
                    core.edge.push_back(graph_.out_edges(node)[i]);
                }
            }
            while (core.steps.size() < core.start.back() + 3) {
                core.steps.push_back({place[node], 1});
                core.edge.push_back(Core::no_edge);
            }
            core.start.push_back(static_cast<std::uint32_t>(core.steps.size()));
        }
    }

    void visit(std::uint32_t node, std::vector<std::uint32_t>& place)
    {
        if (!gone_[node] && place[node] == nobody) {
            place[node] = static_cast<std::uint32_t>(made_.core.node.size());
            made_.core.node.push_back(node);
        }
    }

    Digraph const& graph_;
    Folded made_;
    std::vector<bool> gone_;
    std::vector<std::uint32_t> outwards_;  ///< edges to nodes that are still there
    std::vector<std::uint32_t> inwards_;
    std::size_t reached_ = 0;
};

}  // namespace

Folded folded(Digraph const& graph)
{
    return Folding{graph}.run();
}

}  // namespace marchland::analysis::graph
