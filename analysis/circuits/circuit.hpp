/// \file circuit.hpp
/// What a circuit is made of: conductors, nodes that are one, sources and grounds.
#pragma once

#include "geo/vocabulary/numbers.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace marchland::analysis::circuits {

/// An undirected edge. Several between the same nodes are summed; one from a node to itself carries
/// nothing.
struct Conductor {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    double conductance = 1.0;  ///< finite, at least 0; 0 is no edge
};

/// The conductance to ground of a node that is the ground itself: its voltage is 0.
inline constexpr double tied_to_ground = geo::infinite;

/// Nodes that are one, because walking between them costs nothing: a lake that is rowed over, a
/// town whose streets are not in question.
///
/// \invariant of(of(i)) == of(i); the lowest of the nodes that are one stands for them.
class ShortCircuit {
public:
    /// No node is joined yet.
    explicit ShortCircuit(std::size_t nodes);

    /// Makes a region one node, together with all regions that it meets.
    /// \throws Error{usage}  a node is out of range.
    void join(std::span<std::uint32_t const> region);

    std::uint32_t of(std::uint32_t node) const;
    std::size_t size() const { return towards_.size(); }

private:
    std::vector<std::uint32_t> towards_;  ///< a lower node of the same region, or itself
};

/// Where current enters and leaves. One of each for every node.
struct Terminals {
    std::vector<double> source;  ///< current put in; negative: taken out; finite
    std::vector<double> ground;  ///< conductance to ground, at least 0; 0: none, or tied_to_ground
};

/// What holds at a node that is source and ground at once.
enum class Conflict : std::uint8_t {
    keep_both,  ///< unless it is tied to ground: then what is put in wins, and the tie is dropped
    drop_source,
    drop_ground,
    drop_both,
};

struct TerminalRules {
    Conflict conflict = Conflict::keep_both;
    bool unit_sources = false;    ///< every source is 1, whatever was given
    bool direct_grounds = false;  ///< every ground is tied, whatever was given
};

/// Sums what lies at nodes that are one at the node that stands for them.
/// \throws Error{usage}  sizes differ, or a source or ground is no number.
Terminals gathered(Terminals const& given, ShortCircuit const& joined);

/// Settles nodes that are source and ground at once.
void resolve(Terminals& terminals, Conflict conflict);

/// Sources and grounds as they count: by the rules, gathered and resolved.
/// \throws Error{usage}  as gathered(), or no source or no ground is left.
Terminals settled(Terminals given, TerminalRules const& rules, ShortCircuit const& joined);

}  // namespace marchland::analysis::circuits
