/// \file restricted_routes.hpp
/// Shortest paths with turn restrictions and time windows: the earliest arrival where turns are forbidden,
/// ways closed and gates shut at night.
#pragma once

#include "analysis/graph/digraph.hpp"
#include "geo/vocabulary/job.hpp"

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace marchland::analysis::graph {

/// Two or more edges one after the other that must not be taken, or that cost more.
struct TurnRestriction {
    std::vector<std::uint32_t> edges;      ///< numbers, in the order of travel
    std::optional<std::uint32_t> penalty;  ///< added where the last is taken; nothing: forbidden
};

/// Open from `opens` to `closes`, both in [0, day]; `closes` below `opens` is over midnight, 0 to
/// `day` is always. One may pass from the first moment up to and including the last.
struct Window {
    std::uint32_t opens = 0;
    std::uint32_t closes = 0;
};

/// A node that lets nobody through outside its windows: who comes early waits. It concerns who
/// starts, passes or ends there.
struct Gate {
    std::uint32_t node = 0;
    std::vector<Window> windows;  ///< of one day, the same every day; none: never opens
};

/// All times and weights in one unit, that of the graph's weights.
struct Restrictions {
    std::vector<TurnRestriction> turns;
    std::vector<std::uint32_t> closed;  ///< edges
    std::vector<Gate> gates;            ///< each node once
    std::uint32_t day = 8'640'000;      ///< hundredths of a second
};

struct TimedWalk {
    std::vector<std::uint32_t> edges;  ///< in the order of travel; a node may be passed twice
    std::uint64_t depart = 0;          ///< as given
    std::uint64_t arrive = 0;          ///< when the last node lets one through
    std::uint64_t waiting = 0;         ///< at gates, of arrive - depart
    std::uint64_t penalties = 0;       ///< likewise

    bool operator==(TimedWalk const&) const = default;
};

/// A graph, which must live as long, with its restrictions, prepared for many questions. Immutable;
/// may be shared by threads.
///
/// Waiting makes leaving later never arrive earlier, so that a search by arrival is exact.
/// \par Source  search over edges: Caldwell (1961) CACM 4, 107-108; forbidden sequences as an
/// automaton
///      over their beginnings: Villeneuve and Desaulniers (2005) EJOR 165, 97-107, after Aho and
///      Corasick (1975) CACM 18, 333-340; arrival with waiting: Dreyfus (1969) Operations Research
///      17, 395-412.
class RestrictedRoutes {
public:
    /// \throws Error{usage} an edge or a node does not exist, a sequence has fewer than two edges
    /// or edges
    ///         that do not follow each other, a window is not within the day, a gate is given
    ///         twice.
    RestrictedRoutes(Digraph const& graph, Restrictions restrictions);

    /// Nothing where no way is left. Among equally early ways always the same one. From a node to
    /// itself: no edges, and the wait for its gate. \param depart  since some midnight; may be days
    /// later. \throws Error{usage} a node does not exist; Cancelled. \par Cost  O(s log s) for s =
    /// edges + sum of lengths of sequences, at most.
    std::optional<TimedWalk> earliest(std::size_t from, std::size_t to, std::uint64_t depart,
                                      geo::Job const& job = {}) const;

private:
    /// What matters of the edges taken so far: the longest end of them that begins a sequence.
    struct State {
        std::uint32_t suffix = 0;  ///< state of the next shorter end
        bool forbidden = false;
        std::uint64_t penalty = 0;  ///< of all sequences that end here
        std::vector<std::pair<std::uint32_t, std::uint32_t>> next;  ///< edge, state; by edge
    };

    void add(TurnRestriction const& turn);
    void link();
    std::uint32_t child(std::uint32_t state, std::uint32_t edge) const;
    std::uint32_t after(std::uint32_t state, std::uint32_t edge) const;
    std::uint64_t opens(std::uint32_t node, std::uint64_t at) const;
    TimedWalk with_parts(TimedWalk walk, std::uint32_t from) const;

    Digraph const* graph_;
    std::vector<State> states_;
    std::vector<bool> closed_;         ///< by edge
    std::vector<std::uint32_t> gate_;  ///< by node: place in gates_, or none
    std::vector<Gate> gates_;
    std::uint64_t day_;
};

}  // namespace marchland::analysis::graph
