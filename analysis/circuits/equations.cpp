#include "analysis/circuits/equations.hpp"

#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/text.hpp"

#include <Eigen/SparseCholesky>
#include <Eigen/SparseCore>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>

namespace marchland::analysis::circuits {
namespace {

using Node = std::uint32_t;

}  // namespace

void refuse(std::string const& words)
{
    throw geo::Error{geo::Trouble::usage, words};
}

void check_conductors(std::size_t nodes, std::span<Conductor const> conductors)
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

void check_terminals(std::span<double const> source, std::span<double const> ground)
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

std::vector<CircuitComponent> circuit_components(std::size_t nodes,
                                                 std::span<Conductor const> conductors)
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
    std::vector<CircuitComponent> components;
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

struct CircuitEquations::Factor {
    Eigen::SimplicialLDLT<Eigen::SparseMatrix<double>> of;
};

CircuitEquations::CircuitEquations(CircuitComponent const& component,
                                   std::span<Conductor const> conductors,
                                   std::span<double const> ground, std::vector<Node>& row_of)
    : factor_{std::make_unique<Factor>()}
{
    for (auto const node : component.nodes) {
        if (ground[node] != tied_to_ground) {
            row_of[node] = static_cast<Node>(free_.size());
            free_.push_back(node);
        }
    }
    factorise(component, conductors, ground, row_of);
    for (auto const node : free_) {
        row_of[node] = no_row;
    }
}

CircuitEquations::~CircuitEquations() = default;
CircuitEquations::CircuitEquations(CircuitEquations&&) noexcept = default;
CircuitEquations& CircuitEquations::operator=(CircuitEquations&&) noexcept = default;

std::vector<double> CircuitEquations::solve(std::span<double const> side) const
{
    auto const size = static_cast<Eigen::Index>(side.size());
    std::vector<double> voltage(side.size());
    if (!free_.empty()) {
        Eigen::Map<Eigen::VectorXd>{voltage.data(), size} =
            factor_->of.solve(Eigen::Map<Eigen::VectorXd const>{side.data(), size});
    }
    return voltage;
}

void CircuitEquations::factorise(CircuitComponent const& component,
                                 std::span<Conductor const> conductors,
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
        if (a != no_row) {
            add(a, a, one.conductance);
        }
        if (b != no_row) {
            add(b, b, one.conductance);
        }
        if (a != no_row && b != no_row) {
            add(std::max(a, b), std::min(a, b), -one.conductance);
        }
    }
    if (free_.empty()) {
        return;
    }
    auto const size = static_cast<Eigen::Index>(free_.size());
    Eigen::SparseMatrix<double> matrix{size, size};
    matrix.setFromTriplets(entries.begin(), entries.end());
    factor_->of.compute(matrix);
    if (factor_->of.info() != Eigen::Success) {
        throw geo::Error{geo::Trouble::findings,
                         "the equations of the currents cannot be solved: conductances "
                         "differ by too many powers of ten"};
    }
}

namespace {

/// The reduced Laplacian: the equations with the first node tied.
CircuitEquations tied(CircuitComponent const& component, std::span<Conductor const> conductors,
                      std::vector<double>& ground, std::vector<Node>& row_of)
{
    ground[component.nodes.front()] = tied_to_ground;
    return {component, conductors, ground, row_of};
}

}  // namespace

CircuitPotentials::CircuitPotentials(CircuitComponent const& component,
                                     std::span<Conductor const> conductors,
                                     std::vector<double>& ground, std::vector<Node>& row_of)
    : equations_{tied(component, conductors, ground, row_of)}
{
    ground[component.nodes.front()] = 0.0;
}

std::vector<double> CircuitPotentials::of(std::size_t i) const
{
    std::vector<double> side(equations_.free().size());
    if (i == 0) {
        side.push_back(0.0);
        return side;
    }
    side[i - 1] = 1.0;
    auto voltage = equations_.solve(side);
    voltage.insert(voltage.begin(), 0.0);
    return voltage;
}

}  // namespace marchland::analysis::circuits
