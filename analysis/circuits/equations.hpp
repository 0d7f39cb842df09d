// The equations of a circuit, one component at a time. Private to analysis.
#pragma once

#include "analysis/circuits/circuit.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace marchland::analysis::circuits {

/// \throws geo::Error{usage}  always.
[[noreturn]] void refuse(std::string const& words);

/// \throws geo::Error{usage}  an edge of no node, or a conductance that is no number.
void check_conductors(std::size_t nodes, std::span<Conductor const> conductors);

/// \throws geo::Error{usage}  sizes differ, or a source or ground that is no number.
void check_terminals(std::span<double const> source, std::span<double const> ground);

/// Nodes and edges that hang together.
struct CircuitComponent {
    std::vector<std::uint32_t> nodes;       ///< ascending
    std::vector<std::uint32_t> conductors;  ///< by their numbers
};

/// Every node is in one, alone if no edge leads there.
std::vector<CircuitComponent> circuit_components(std::size_t nodes,
                                                 std::span<Conductor const> conductors);

/// The row of a node that is in no equation.
inline constexpr auto no_row = std::numeric_limits<std::uint32_t>::max();

/// The equations of a component whose voltages are not given: rows of nodes that are not tied to
/// ground.
class CircuitEquations {
public:
    /// \param row_of  scratch, no_row for every node; left so.
    /// \throws geo::Error{findings}  the equations cannot be solved.
    CircuitEquations(CircuitComponent const& component, std::span<Conductor const> conductors,
                     std::span<double const> ground, std::vector<std::uint32_t>& row_of);
    ~CircuitEquations();
    CircuitEquations(CircuitEquations&&) noexcept;
    CircuitEquations& operator=(CircuitEquations&&) noexcept;

    std::vector<std::uint32_t> const& free() const { return free_; }

    /// Voltages of free() from the currents put into them.
    std::vector<double> solve(std::span<double const> side) const;

private:
    struct Factor;

    void factorise(CircuitComponent const& component, std::span<Conductor const> conductors,
                   std::span<double const> ground, std::vector<std::uint32_t> const& row_of);

    std::vector<std::uint32_t> free_;
    std::unique_ptr<Factor> factor_;
};

/// Solves with the first node of a component as ground.
class CircuitPotentials {
public:
    /// \param ground  scratch, 0 for every node; left so. \param row_of  as above.
    CircuitPotentials(CircuitComponent const& component, std::span<Conductor const> conductors,
                      std::vector<double>& ground, std::vector<std::uint32_t>& row_of);

    /// Voltages of the component's nodes in their order, of a unit current from the i-th of them to
    /// the first.
    std::vector<double> of(std::size_t i) const;

private:
    CircuitEquations equations_;
};

}  // namespace marchland::analysis::circuits
