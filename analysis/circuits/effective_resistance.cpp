#include "analysis/circuits/effective_resistance.hpp"

#include "analysis/circuits/equations.hpp"
#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/numbers.hpp"

#include <algorithm>
#include <string>

namespace marchland::analysis::circuits {

std::vector<double> effective_resistances(std::size_t nodes, std::span<Conductor const> conductors,
                                          std::span<std::uint32_t const> between,
                                          geo::Job const& job)
{
    check_conductors(nodes, conductors);
    if (std::ranges::any_of(between, [nodes](std::uint32_t i) { return i >= nodes; })) {
        throw geo::Error{geo::Trouble::usage,
                         "a resistance is asked for to a node that is none of the " +
                             std::to_string(nodes)};
    }
    auto const count = between.size();
    std::vector<double> resistance(count * count, geo::infinite);
    std::vector<double> ground(nodes, 0.0);
    std::vector<std::uint32_t> row_of(nodes, no_row);
    for (auto const& component : circuit_components(nodes, conductors)) {
        std::vector<std::size_t> asked;
        for (std::size_t k = 0; k < count; ++k) {
            if (std::ranges::binary_search(component.nodes, between[k])) {
                asked.push_back(k);
            }
        }
        if (asked.empty()) {
            continue;
        }
        auto const place = [&](std::size_t k) {
            return static_cast<std::size_t>(std::ranges::lower_bound(component.nodes, between[k]) -
                                            component.nodes.begin());
        };
        CircuitPotentials const potentials{component, conductors, ground, row_of};
        std::vector<std::vector<double>> solved;
        for (auto const k : asked) {
            job.at(static_cast<double>(k) / static_cast<double>(count));
            solved.push_back(potentials.of(place(k)));
        }
        for (std::size_t a = 0; a < asked.size(); ++a) {
            for (std::size_t b = 0; b < asked.size(); ++b) {
                auto const here = place(asked[a]);
                auto const there = place(asked[b]);
                resistance[asked[a] * count + asked[b]] =
                    here == there
                        ? 0.0
                        : solved[a][here] + solved[b][there] - solved[a][there] - solved[b][here];
            }
        }
    }
    job.at(1.0);
    return resistance;
}

}  // namespace marchland::analysis::circuits
