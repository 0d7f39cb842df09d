// The stretches of all boundaries by square cells: what lies at a point, and what a line passes. Private.
#pragma once

#include "geo/shapes/boundaries.hpp"
#include "geo/shapes/buckets.hpp"
#include "geo/shapes/cell_grid.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace marchland::geo {

/// Knows stretches by their numbers only: the arcs are handed in again with each question, so that a copy
/// of the boundaries needs no index of its own.
class BoundaryIndex {
public:
    /// \par Cost  O(vertices) time, about 30 bytes for each.
    BoundaryIndex(std::vector<Arc> const& arcs, Box const& box);

    /// Communes that hold a point, borders included, ascending.
    /// \par Cost  the stretches in its cell, and in those to the right up to the next without any.
    std::vector<CommuneId> all_at(std::vector<Arc> const& arcs, Point p) const;

    /// See Boundaries::along. \par Cost  the stretches near the line, and one all_at for each border met.
    std::vector<CommuneId> along(std::vector<Arc> const& arcs, Line const& line) const;

private:
    static constexpr std::uint32_t crossed = 0xFFFFFFFFU;

    struct Stretch {
        std::uint32_t arc = 0;
        std::uint32_t end =
            0;  ///< the point of the arc at which it ends; it starts at the one before
    };

    static std::vector<Stretch> stretches_of(std::vector<Arc> const& arcs);
    void find_owners(std::vector<Arc> const& arcs);
    std::vector<double> borders_met(std::vector<Arc> const& arcs, Point a, Point b) const;

    Box box_;
    std::vector<Stretch> stretches_;
    CellGrid grid_;
    Buckets cells_;
    std::vector<std::vector<CommuneId>>
        groups_;                         ///< of communes that hold a cell; the first is empty
    std::vector<std::uint32_t> owners_;  ///< for each cell its group; crossed where a stretch runs
};

}  // namespace marchland::geo
