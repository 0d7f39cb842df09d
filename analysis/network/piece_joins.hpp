// Joining of pieces (connected components) that stand apart: a minimum spanning forest. Private.
#pragma once

#include "analysis/network/network.hpp"
#include "analysis/network/noding.hpp"
#include "analysis/network/segment_index.hpp"

#include <span>
#include <vector>

namespace marchland::analysis::network {

/// How far to look, and whether also between two ways that share nodes.
struct JoinRules {
    double metres = 0.0;
    bool between_shared = false;
};

/// The shortest gaps that join pieces, the shortest first, until no two are within `metres` of each
/// other: between loose ends, corners, junctions and lines alike. Bridges, tunnels and expressways
/// are joined at their loose ends only.
///
/// First among the ways that everybody may use, then with expressways: who may not use these must
/// not depend on them.
///
/// \param made  repairs that are made already.
/// \par Source  Kruskal (1956) Proceedings of the American Mathematical Society 7, 48-50.
/// \par Cost    a look around each segment outside the largest piece.
/// \throws Cancelled
std::vector<Repair> joins_between_pieces(geo::Ways const& ways, NodedWays const& noded,
                                         SegmentIndex const& index, JoinRules const& rules,
                                         std::span<Repair const> made, geo::Job const& job);

}  // namespace marchland::analysis::network
