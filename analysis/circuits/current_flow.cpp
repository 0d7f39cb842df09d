#include "analysis/circuits/current_flow.hpp"

#include "analysis/circuits/equations.hpp"

#include <algorithm>
#include <cmath>

namespace marchland::analysis::circuits {
namespace {

void fill_currents(std::span<Conductor const> conductors, std::span<double const> source,
                   std::span<double const> ground, std::vector<char> const& live, CurrentFlow& flow)
{
    std::vector<double> in(source.size());
    std::vector<double> out(source.size());
    std::vector<double> over(
        source.size());  // what edges and sources bring, less what edges take away
    auto const move = [&](std::uint32_t from, std::uint32_t to, double amount) {
        (amount > 0.0 ? out : in)[from] += std::abs(amount);
        (amount > 0.0 ? in : out)[to] += std::abs(amount);
        over[from] -= amount;
        over[to] += amount;
    };
    for (std::size_t e = 0; e < conductors.size(); ++e) {
        auto const& [from, to, conductance] = conductors[e];
        flow.edge_current[e] = conductance * (flow.voltage[from] - flow.voltage[to]);
        move(from, to, flow.edge_current[e]);
    }
    for (std::size_t i = 0; i < source.size(); ++i) {
        if (live[i] == 0) {
            continue;
        }
        (source[i] > 0.0 ? in : out)[i] += std::abs(source[i]);
        double const down =
            ground[i] == tied_to_ground ? over[i] + source[i] : ground[i] * flow.voltage[i];
        (down > 0.0 ? out : in)[i] += std::abs(down);
        flow.node_current[i] = std::max(in[i], out[i]);
    }
}

}  // namespace

CurrentFlow current_flow(std::span<Conductor const> conductors, std::span<double const> source,
                         std::span<double const> ground, geo::Job const& job)
{
    check_terminals(source, ground);
    check_conductors(source.size(), conductors);
    CurrentFlow flow{std::vector<double>(source.size()), std::vector<double>(source.size()),
                     std::vector<double>(conductors.size())};
    std::vector<char> live(source.size(), 0);
    std::vector<std::uint32_t> row_of(source.size(), no_row);
    std::size_t done = 0;
    for (auto const& component : circuit_components(source.size(), conductors)) {
        job.at(static_cast<double>(done) / static_cast<double>(source.size()));
        done += component.nodes.size();
        if (std::ranges::none_of(component.nodes,
                                 [&](std::uint32_t i) { return ground[i] > 0.0; })) {
            for (auto const i : component.nodes) {
                flow.stranded += std::max(0.0, source[i]);
            }
            continue;
        }
        if (std::ranges::all_of(component.nodes,
                                [&](std::uint32_t i) { return source[i] == 0.0; })) {
            continue;  // still too, and not worth a factor
        }
        CircuitEquations const equations{component, conductors, ground, row_of};
        std::vector<double> side;
        for (auto const node : equations.free()) {
            side.push_back(source[node]);
        }
        auto const voltage = equations.solve(side);
        for (std::size_t i = 0; i < equations.free().size(); ++i) {
            flow.voltage[equations.free()[i]] = voltage[i];
        }
        for (auto const i : component.nodes) {
            live[i] = 1;
        }
    }
    fill_currents(conductors, source, ground, live, flow);
    job.at(1.0);
    return flow;
}

CurrentFlow current_flow(std::span<Conductor const> conductors, Terminals const& terminals,
                         ShortCircuit const& joined, geo::Job const& job)
{
    check_conductors(joined.size(), conductors);
    auto const at = gathered(terminals, joined);
    std::vector<Conductor> between{conductors.begin(), conductors.end()};
    for (auto& one : between) {
        one.from = joined.of(one.from);
        one.to = joined.of(one.to);
    }
    auto flow = current_flow(between, at.source, at.ground, job);
    for (std::uint32_t i = 0; i < joined.size(); ++i) {
        flow.voltage[i] = flow.voltage[joined.of(i)];
        flow.node_current[i] = flow.node_current[joined.of(i)];
    }
    return flow;
}

}  // namespace marchland::analysis::circuits
