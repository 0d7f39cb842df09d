#include "analysis/graph/contraction.hpp"

#include "geo/vocabulary/error.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <tuple>

namespace marchland::analysis::graph {
namespace {

/// The graph during contraction. Chains are numbered as they come; those drawn together are struck out.
class Shrinking {
public:
    Shrinking(Digraph const& graph, std::vector<bool> const& stays)
        : stays_{stays}, out_(graph.nodes()), in_(graph.nodes()), there_(graph.nodes(), true)
    {
        for (std::uint32_t node = 0; node < graph.nodes(); ++node) {
            for (std::size_t i = 0; i < graph.out(node).size(); ++i) {
                auto const to = graph.out(node)[i].node;
                if (to != node) {  // a loop leads nowhere
                    add({node, to, {graph.out_edges(node)[i]}});
                }
            }
        }
    }

    void shrink()
    {
        for (std::uint32_t node = 0; node < there_.size(); ++node) {
            waiting_.insert(node);
        }
        while (!waiting_.empty()) {
            auto const node = *waiting_.begin();
            waiting_.erase(waiting_.begin());
            if (!stays_[node] && there_[node]) {
                try_node(node);
            }
        }
    }

    Contraction result() const
    {
        Contraction made;
        made.place.assign(there_.size(), Contraction::gone);
        for (std::uint32_t node = 0; node < there_.size(); ++node) {
            if (there_[node]) {
                made.place[node] = static_cast<std::uint32_t>(made.nodes.size());
                made.nodes.push_back(node);
            }
        }
        for (auto const& chain : chains_) {
            if (!chain.edges.empty()) {
                made.chains.push_back({made.place[chain.from], made.place[chain.to], chain.edges});
            }
        }
        std::ranges::sort(made.chains, {},
                          [](Chain const& c) { return std::tie(c.from, c.to, c.edges); });
        return made;
    }

private:
    void add(Chain chain)
    {
        auto const number = static_cast<std::uint32_t>(chains_.size());
        out_[chain.from].push_back(number);
        in_[chain.to].push_back(number);
        chains_.push_back(std::move(chain));
    }

    void strike(std::uint32_t number)
    {
        auto& chain = chains_[number];
        std::erase(out_[chain.from], number);
        std::erase(in_[chain.to], number);
        chain.edges.clear();
    }

    /// A chain from a to b, and how many there are.
    struct Only {
        std::uint32_t number = 0;
        std::size_t count = 0;
    };
    Only only(std::uint32_t a, std::uint32_t b) const
    {
        Only found;
        for (auto const number : out_[a]) {
            if (chains_[number].to == b) {
                found.number = number;
                ++found.count;
            }
        }
        return found;
    }

    std::vector<std::uint32_t> neighbours(std::uint32_t node) const
    {
        std::vector<std::uint32_t> near;
        for (auto const number : out_[node]) {
            near.push_back(chains_[number].to);
        }
        for (auto const number : in_[node]) {
            near.push_back(chains_[number].from);
        }
        std::ranges::sort(near);
        near.erase(std::unique(near.begin(), near.end()), near.end());
        return near;
    }

    void try_node(std::uint32_t node)
    {
        auto const near = neighbours(node);
        if (near.size() > 2) {
            return;
        }
        std::vector<Chain> joined;
        if (near.size() == 2) {
            if (!join(node, near[0], near[1], joined) || !join(node, near[1], near[0], joined)) {
                return;  // parallel chains: a choice
            }
        }
        remove(node, near);
        for (auto& chain : joined) {
            add(std::move(chain));
        }
    }

    /// The way from a over the node to b, if there is one. \returns false where there is a choice.
    bool join(std::uint32_t node, std::uint32_t a, std::uint32_t b,
              std::vector<Chain>& joined) const
    {
        auto const there = only(a, node);
        auto const on = only(node, b);
        if (there.count > 1 || on.count > 1) {
            return false;
        }
        if (there.count == 1 && on.count == 1) {
            Chain chain{a, b, chains_[there.number].edges};
            auto const& more = chains_[on.number].edges;
            chain.edges.insert(chain.edges.end(), more.begin(), more.end());
            joined.push_back(std::move(chain));
        }
        return true;
    }

    void remove(std::uint32_t node, std::vector<std::uint32_t> const& near)
    {
        auto const outwards = out_[node];
        auto const inwards = in_[node];
        for (auto const number : outwards) {
            strike(number);
        }
        for (auto const number : inwards) {
            strike(number);
        }
        there_[node] = false;
        waiting_.insert(near.begin(), near.end());
    }

    std::vector<bool> const& stays_;
    std::vector<Chain> chains_;  ///< without edges: struck out
    std::vector<std::vector<std::uint32_t>> out_;
    std::vector<std::vector<std::uint32_t>> in_;
    std::vector<bool> there_;
    std::set<std::uint32_t> waiting_;
};

}  // namespace

Contraction contraction_of(Digraph const& graph, std::vector<bool> const& stays)
{
    if (stays.size() != graph.nodes()) {
        throw geo::Error{geo::Trouble::usage, std::to_string(stays.size()) + " marks for " +
                                                  std::to_string(graph.nodes()) + " nodes"};
    }
    Shrinking network{graph, stays};
    network.shrink();
    return network.result();
}

}  // namespace marchland::analysis::graph
