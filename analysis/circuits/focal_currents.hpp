/// \file focal_currents.hpp
/// Current between places, in rounds: each pair, each place to all others, or all others to each.
#pragma once

#include "analysis/circuits/current_flow.hpp"
#include "geo/vocabulary/job.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <utility>
#include <vector>

namespace marchland::analysis::circuits {

struct FocalPlace {
    std::vector<std::uint32_t> nodes;  ///< at least one; in rounds of this place they are one node
    double strength = 1.0;  ///< current it sends to all, or to the one of all_to_one; at least 0
};

enum class Rounds : std::uint8_t {
    pairwise,    ///< each pair once: 1 from the earlier place to the later, which is ground
    one_to_all,  ///< each place sends, all others are ground
    all_to_one,  ///< each place is ground, all others send
};

struct FocalOptions {
    Rounds rounds = Rounds::one_to_all;
    /// Pairs of places, in any order, that take no notice of each other.
    std::vector<std::pair<std::size_t, std::size_t>> left_out;
};

struct FocalRound {
    std::size_t place = 0;  ///< the one that sends; of all_to_one the one that is ground
    std::size_t other = 0;  ///< of pairwise: the ground; else place again
    /// Power lost for a current of 1: with one sender its voltage over its current. 0 if both are
    /// one node, infinite where nothing arrives.
    double resistance = 0.0;
};

struct FocalCurrents {
    std::vector<FocalRound> rounds;
    std::vector<double> node_total;    ///< current through each node, summed over rounds
    std::vector<double> node_largest;  ///< the most of any round
    std::vector<double> edge_total;    ///< current along each conductor, whichever way, summed
};

/// Sends current between places, round by round, and sums what passes where.
///
/// Where regions make the sender of one_to_all one node with a ground, or the ground of all_to_one
/// one node with a sender, the place whose round it is wins.
///
/// \param joined  nodes that are one in every round; joined.size() is the number of nodes.
/// \param heard   called after each round with its flow, in the order of rounds; may be empty.
/// \throws Error{usage}  a place without nodes or with an unknown one, a strength below 0, an
/// unknown place among those left out, or conductors as in current_flow().
/// \throws Cancelled  between rounds, and between components.
/// \par Source  McRae (2006), Evolution 60(8), 1551-1561; McRae et al. (2008), Ecology 89(10).
/// \par Cost    One current_flow() for each round; nothing of a round is kept but the sums.
FocalCurrents
focal_currents(std::span<Conductor const> conductors, ShortCircuit const& joined,
               std::span<FocalPlace const> places, FocalOptions const& options = {},
               std::function<void(FocalRound const&, CurrentFlow const&)> const& heard = {},
               geo::Job const& job = {});

}  // namespace marchland::analysis::circuits
