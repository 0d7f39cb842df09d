#include "analysis/circuits/current_betweenness.hpp"

#include "analysis/circuits/equations.hpp"

#include <algorithm>

namespace marchland::analysis::circuits {
namespace {

/// Sum of |a - b| over all pairs of values.
double sum_of_differences(std::vector<double>& values)
{
    std::ranges::sort(values);
    double sum = 0.0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        sum +=
            (2.0 * static_cast<double>(i) - static_cast<double>(values.size()) + 1.0) * values[i];
    }
    return sum;
}

void add_betweenness(CircuitComponent const& component, std::span<Conductor const> conductors,
                     std::vector<std::vector<double>> const& potentials,
                     std::vector<std::uint32_t> const& place, CurrentBetweenness& found)
{
    auto const size = component.nodes.size();
    std::vector<double> values(size);
    for (auto const e : component.conductors) {
        auto const& [from, to, conductance] = conductors[e];
        for (std::size_t i = 0; i < size; ++i) {
            values[i] = conductance * (potentials[i][place[from]] - potentials[i][place[to]]);
        }
        double const sum = sum_of_differences(values);
        found.edge[e] = sum;
        found.node[from] += 0.5 * sum;
        found.node[to] += 0.5 * sum;
    }
    for (auto const node : component.nodes) {
        found.node[node] -= 0.5 * static_cast<double>(size - 1);  // pairs that begin or end there
    }
}

}  // namespace

CurrentBetweenness current_betweenness(std::size_t nodes, std::span<Conductor const> conductors,
                                       geo::Job const& job)
{
    check_conductors(nodes, conductors);
    CurrentBetweenness found{std::vector<double>(nodes), std::vector<double>(conductors.size())};
    std::vector<double> ground(nodes, 0.0);
    std::vector<std::uint32_t> row_of(nodes, no_row);
    std::vector<std::uint32_t> place(nodes);
    std::size_t done = 0;
    for (auto const& component : circuit_components(nodes, conductors)) {
        if (component.nodes.size() == 1) {
            continue;
        }
        CircuitPotentials const potentials{component, conductors, ground, row_of};
        std::vector<std::vector<double>> solved;
        for (std::size_t i = 0; i < component.nodes.size(); ++i) {
            job.at(static_cast<double>(done++) / static_cast<double>(nodes));
            place[component.nodes[i]] = static_cast<std::uint32_t>(i);
            solved.push_back(potentials.of(i));
        }
        add_betweenness(component, conductors, solved, place, found);
    }
    job.at(1.0);
    return found;
}

}  // namespace marchland::analysis::circuits
