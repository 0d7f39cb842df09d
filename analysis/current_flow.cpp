#include "analysis/current_flow.hpp"

#include "geo/error.hpp"
#include "geo/text.hpp"

#include <Eigen/SparseCholesky>
#include <Eigen/SparseCore>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>

namespace marchland::analysis {
namespace {

using Sparse = Eigen::SparseMatrix<double>;
using Vector = Eigen::VectorXd;
using Factor = Eigen::SimplicialLDLT<Sparse>;
using Node = std::uint32_t;

constexpr Node nowhere = std::numeric_limits<Node>::max();

[[noreturn]] void refuse(std::string words)
{
    throw geo::Error{geo::Trouble::usage, std::move(words)};
}

void check(std::size_t nodes, std::span<Conductor const> conductors)
{
    for (auto const& one : conductors) {
        if (one.from >= nodes || one.to >= nodes) {
            refuse("an edge goes to node " + std::to_string(std::max(one.from, one.to)) +
                   "; there are " + std::to_string(nodes));
        }
        if (!std::isfinite(one.conductance) || one.conductance < 0.0) {
            refuse("the conductance of an edge is " + geo::told(one.conductance) +
                   "; expected 0 or more");
        }
    }
}

void check(std::span<double const> source, std::span<double const> ground)
{
    if (source.size() != ground.size()) {
        refuse("found " + std::to_string(source.size()) + " sources and " +
               std::to_string(ground.size()) + " grounds; expected one of each for every node");
    }
    for (std::size_t i = 0; i < source.size(); ++i) {
        if (!std::isfinite(source[i]) || std::isnan(ground[i]) || ground[i] < 0.0) {
            refuse("node " + std::to_string(i) + " has the source " + geo::told(source[i]) +
                   " and the ground " + geo::told(ground[i]) +
                   "; expected a finite source and a ground of 0 or more");
        }
    }
}

/// Nodes and edges that hang together.
struct Component {
    std::vector<Node> nodes;               ///< ascending
    std::vector<std::uint32_t> conductors; ///< by their numbers
};

std::vector<Component> components_of(std::size_t nodes, std::span<Conductor const> conductors)
{
    std::vector<Node> parent(nodes);
    std::iota(parent.begin(), parent.end(), Node{0});
    auto const root = [&parent](Node i) {
        while (parent[i] != i) {
            parent[i] = parent[parent[i]];
            i = parent[i];
        }
        return i;
    };
    for (auto const& one : conductors) {
        if (one.conductance > 0.0) {
            auto const a = root(one.from);
            auto const b = root(one.to);
            parent[std::max(a, b)] = std::min(a, b);
        }
    }
    std::vector<Component> components;
    std::vector<std::size_t> number(nodes);
    for (Node i = 0; i < nodes; ++i) {
        if (root(i) == i) {
            number[i] = components.size();
            components.emplace_back();
        }
        components[number[root(i)]].nodes.push_back(i);
    }
    for (std::uint32_t e = 0; e < conductors.size(); ++e) {
        if (conductors[e].conductance > 0.0 && conductors[e].from != conductors[e].to) {
            components[number[root(conductors[e].from)]].conductors.push_back(e);
        }
    }
    return components;
}

/// The equations of a component whose voltages are not given: rows of nodes that are not tied to
/// ground.
class Equations {
public:
    /// \param row_of  scratch, nowhere for every node; left so.
    Equations(Component const& component, std::span<Conductor const> conductors,
              std::span<double const> ground, std::vector<Node>& row_of)
    {
        for (auto const node : component.nodes) {
            if (ground[node] != tied_to_ground) {
                row_of[node] = static_cast<Node>(free_.size());
                free_.push_back(node);
            }
        }
        factorise(component, conductors, ground, row_of);
        for (auto const node : free_) {
            row_of[node] = nowhere;
        }
    }

    std::vector<Node> const& free() const { return free_; }
    Vector solve(Vector const& side) const
    {
        return free_.empty() ? Vector{} : Vector{factor_.solve(side)};
    }

private:
    void factorise(Component const& component, std::span<Conductor const> conductors,
                   std::span<double const> ground, std::vector<Node> const& row_of)
    {
        std::vector<Eigen::Triplet<double>> entries;
        auto const add = [&entries](Node row, Node column, double value) {
            entries.emplace_back(static_cast<int>(row), static_cast<int>(column), value);
        };
        for (Node row = 0; row < free_.size(); ++row) {
            add(row, row, ground[free_[row]]);
        }
        for (auto const e : component.conductors) {
            auto const& one = conductors[e];
            auto const a = row_of[one.from];
            auto const b = row_of[one.to];
            if (a != nowhere) {
                add(a, a, one.conductance);
            }
            if (b != nowhere) {
                add(b, b, one.conductance);
            }
            if (a != nowhere && b != nowhere) {
                add(std::max(a, b), std::min(a, b), -one.conductance);
            }
        }
        if (free_.empty()) {
            return;
        }
        auto const size = static_cast<Eigen::Index>(free_.size());
        Sparse matrix{size, size};
        matrix.setFromTriplets(entries.begin(), entries.end());
        factor_.compute(matrix);
        if (factor_.info() != Eigen::Success) {
            throw geo::Error{geo::Trouble::findings,
                             "the equations of the currents cannot be solved: conductances "
                             "differ by too many powers of ten"};
        }
    }

    std::vector<Node> free_;
    Factor factor_;
};

/// Solves with the first node of a component as ground.
class Potentials {
public:
    Potentials(Component const& component, std::span<Conductor const> conductors,
               std::vector<double>& ground, std::vector<Node>& row_of)
        : equations_{tied(component, conductors, ground, row_of)}
    {
        ground[component.nodes.front()] = 0.0;
    }

    /// Voltages of the component's nodes in their order, of a unit current from the i-th of them to
    /// the first.
    Vector of(std::size_t i) const
    {
        auto const size = static_cast<Eigen::Index>(equations_.free().size());
        Vector voltage = Vector::Zero(size + 1);
        if (i > 0) {
            Vector side = Vector::Zero(size);
            side[static_cast<Eigen::Index>(i) - 1] = 1.0;
            voltage.tail(size) = equations_.solve(side);
        }
        return voltage;
    }

private:
    static Equations tied(Component const& component, std::span<Conductor const> conductors,
                          std::vector<double>& ground, std::vector<Node>& row_of)
    {
        ground[component.nodes.front()] = tied_to_ground;
        return {component, conductors, ground, row_of};
    }

    Equations equations_;
};

void fill_currents(std::span<Conductor const> conductors, std::span<double const> source,
                   std::span<double const> ground, std::vector<char> const& live, CurrentFlow& flow)
{
    std::vector<double> in(source.size());
    std::vector<double> out(source.size());
    std::vector<double> over(
        source.size()); // what edges and sources bring, less what edges take away
    auto const move = [&](Node from, Node to, double amount) {
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

void add_betweenness(Component const& component, std::span<Conductor const> conductors,
                     std::vector<Vector> const& potentials, std::vector<Node> const& place,
                     CurrentBetweenness& found)
{
    auto const size = component.nodes.size();
    std::vector<double> values(size);
    for (auto const e : component.conductors) {
        auto const& [from, to, conductance] = conductors[e];
        for (std::size_t i = 0; i < size; ++i) {
            values[i] = conductance * (potentials[i][static_cast<Eigen::Index>(place[from])] -
                                       potentials[i][static_cast<Eigen::Index>(place[to])]);
        }
        double const sum = sum_of_differences(values);
        found.edge[e] = sum;
        found.node[from] += 0.5 * sum;
        found.node[to] += 0.5 * sum;
    }
    for (auto const node : component.nodes) {
        found.node[node] -= 0.5 * static_cast<double>(size - 1); // pairs that begin or end there
    }
}

} // namespace

CurrentFlow current_flow(std::span<Conductor const> conductors, std::span<double const> source,
                         std::span<double const> ground, geo::Job const& job)
{
    check(source, ground);
    check(source.size(), conductors);
    CurrentFlow flow{std::vector<double>(source.size()), std::vector<double>(source.size()),
                     std::vector<double>(conductors.size())};
    std::vector<char> live(source.size(), 0);
    std::vector<Node> row_of(source.size(), nowhere);
    std::size_t done = 0;
    for (auto const& component : components_of(source.size(), conductors)) {
        job.at(static_cast<double>(done) / static_cast<double>(source.size()));
        done += component.nodes.size();
        if (std::ranges::none_of(component.nodes, [&](Node i) { return ground[i] > 0.0; })) {
            for (auto const i : component.nodes) {
                flow.stranded += std::max(0.0, source[i]);
            }
            continue;
        }
        Equations const equations{component, conductors, ground, row_of};
        Vector side{static_cast<Eigen::Index>(equations.free().size())};
        for (std::size_t i = 0; i < equations.free().size(); ++i) {
            side[static_cast<Eigen::Index>(i)] = source[equations.free()[i]];
        }
        auto const voltage = equations.solve(side);
        for (std::size_t i = 0; i < equations.free().size(); ++i) {
            flow.voltage[equations.free()[i]] = voltage[static_cast<Eigen::Index>(i)];
        }
        for (auto const i : component.nodes) {
            live[i] = 1;
        }
    }
    fill_currents(conductors, source, ground, live, flow);
    job.at(1.0);
    return flow;
}

std::vector<double> effective_resistances(std::size_t nodes, std::span<Conductor const> conductors,
                                          std::span<Node const> between, geo::Job const& job)
{
    check(nodes, conductors);
    if (std::ranges::any_of(between, [nodes](Node i) { return i >= nodes; })) {
        refuse("a resistance is asked for to a node that is none of the " + std::to_string(nodes));
    }
    auto const count = between.size();
    std::vector<double> resistance(count * count, std::numeric_limits<double>::infinity());
    std::vector<double> ground(nodes, 0.0);
    std::vector<Node> row_of(nodes, nowhere);
    for (auto const& component : components_of(nodes, conductors)) {
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
            return std::ranges::lower_bound(component.nodes, between[k]) - component.nodes.begin();
        };
        Potentials const potentials{component, conductors, ground, row_of};
        std::vector<Vector> solved;
        for (auto const k : asked) {
            job.at(static_cast<double>(k) / static_cast<double>(count));
            solved.push_back(potentials.of(static_cast<std::size_t>(place(k))));
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

CurrentBetweenness current_betweenness(std::size_t nodes, std::span<Conductor const> conductors,
                                       geo::Job const& job)
{
    check(nodes, conductors);
    CurrentBetweenness found{std::vector<double>(nodes), std::vector<double>(conductors.size())};
    std::vector<double> ground(nodes, 0.0);
    std::vector<Node> row_of(nodes, nowhere);
    std::vector<Node> place(nodes);
    std::size_t done = 0;
    for (auto const& component : components_of(nodes, conductors)) {
        if (component.nodes.size() == 1) {
            continue;
        }
        Potentials const potentials{component, conductors, ground, row_of};
        std::vector<Vector> solved;
        for (std::size_t i = 0; i < component.nodes.size(); ++i) {
            job.at(static_cast<double>(done++) / static_cast<double>(nodes));
            place[component.nodes[i]] = static_cast<Node>(i);
            solved.push_back(potentials.of(i));
        }
        add_betweenness(component, conductors, solved, place, found);
    }
    job.at(1.0);
    return found;
}

} // namespace marchland::analysis
