// Directed graphs at random, loops and parallel edges among them.
#pragma once

#include "analysis/graph/digraph.hpp"
#include "geo/vocabulary/random.hpp"

#include <cstdint>
#include <vector>

namespace marchland::test {

using Edges = std::vector<analysis::graph::DirectedEdge>;

inline Edges random_edges(std::size_t nodes, std::size_t edges, std::uint64_t seed,
                          std::uint32_t heaviest, std::uint32_t lightest = 1)
{
    geo::Draws draws{geo::Random{seed, "edges"}};
    Edges made;
    for (std::size_t e = 0; e < edges; ++e) {
        made.push_back(
            {static_cast<std::uint32_t>(draws.below(nodes)),
             static_cast<std::uint32_t>(draws.below(nodes)),
             lightest + static_cast<std::uint32_t>(draws.below(heaviest - lightest + 1))});
    }
    return made;
}

}  // namespace marchland::test
