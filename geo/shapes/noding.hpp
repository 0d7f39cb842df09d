// Rings made to agree: what lies within the tolerance becomes the same. Private.
#pragma once

#include "geo/shapes/geometry.hpp"
#include "geo/vocabulary/column.hpp"
#include "geo/vocabulary/ids.hpp"
#include "geo/vocabulary/job.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace marchland::geo {

/// Rings as walks over numbered nodes, one ring after the other; a ring does not repeat its first
/// node.
struct NodeRings {
    std::vector<std::uint32_t> path;
    std::vector<std::uint32_t> first{0};  ///< where each ring begins in `path`, and the end
    std::vector<CommuneId> owner;         ///< whose ring it is

    std::size_t size() const { return owner.size(); }

    /// Calls visit(from, to, owner) for every stretch.
    template <class Visit>
    void each_stretch(Visit const& visit) const
    {
        for (std::size_t ring = 0; ring < size(); ++ring) {
            for (std::size_t i = first[ring]; i < first[ring + 1]; ++i) {
                std::size_t const next = i + 1 < first[ring + 1] ? i + 1 : first[ring];
                visit(path[i], path[next], owner[ring]);
            }
        }
    }
};

struct Noded {
    std::vector<Point> nodes;  ///< pairwise farther apart than the tolerance, in an order of place
    NodeRings rings;  ///< without stretches of no length; rings that shrank to less are gone
};

/// Welds vertices nearer than the tolerance and splits stretches that pass another node within it.
/// The nodes do not depend on the order of the communes.
Noded noded(PerCommune<Area> const& shapes, double tolerance, Job const& job);

// The two steps of it.
Noded welded(PerCommune<Area> const& shapes, double tolerance);
NodeRings split_at_nodes(Noded const& map, double tolerance, Job const& job);

}  // namespace marchland::geo
