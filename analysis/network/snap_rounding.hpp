/// \file snap_rounding.hpp
/// Snap rounding: line work cut where it meets, on a grid of whole centimetres, so that no rounding can undo
/// it.
#pragma once

#include "geo/shapes/geometry.hpp"
#include "geo/vocabulary/job.hpp"

#include <compare>
#include <cstdint>
#include <span>
#include <vector>

namespace marchland::analysis::network {

/// A place on the grid: centimetres east and north.
struct GridPoint {
    std::int32_t x = 0;
    std::int32_t y = 0;
    auto operator<=>(GridPoint const&) const = default;
};

/// The centimetre that a point in metres falls into.
/// \throws Error{usage}  the point is not finite, or farther than 20 000 km from the origin.
GridPoint on_grid(geo::Point metres);
geo::Point in_metres(GridPoint p);

/// A straight stretch, and whom it meets.
struct Stretch {
    GridPoint a;
    GridPoint b;
    std::int16_t plane = 0;  ///< stretches of one plane meet where they cross; -1 crosses nobody
    bool closed = false;     ///< takes no vertex but its own, e.g. a bridge
    bool shared = false;     ///< meets others that share their nodes at common vertices only
    bool ends_at_a = true;   ///< an end, not a corner: every open stretch that passes is cut there
    bool ends_at_b = true;
};

/// A vertex that a stretch must have, e.g. the foot of a place.
struct Pin {
    GridPoint at;
    std::uint32_t stretch = 0;
};

/// Whose vertex a node is.
struct NodeMark {
    std::int16_t plane = 0;
    bool end = false;
    bool corner = false;  ///< or an end; else a crossing
    bool shared = false;
    auto operator<=>(NodeMark const&) const = default;
};

/// Whether a stretch that passes the pixel of a node gets a vertex there.
bool attracted(Stretch const& stretch, NodeMark const& mark);

struct Noding {
    std::vector<GridPoint> nodes;           ///< in an order of place
    std::vector<NodeMark> marks;            ///< of the nodes, one after the other, each kind once
    std::vector<std::uint32_t> mark_of{0};  ///< where the marks of a node begin, and the end
    std::vector<std::uint32_t> chain;       ///< nodes along the stretches, from a to b
    std::vector<std::uint32_t> first;       ///< where the chain of a stretch begins, and the end

    std::span<std::uint32_t const> along(std::size_t stretch) const
    {
        return std::span{chain}.subspan(first[stretch], first[stretch + 1] - first[stretch]);
    }
    std::span<NodeMark const> marks_at(std::size_t node) const
    {
        return std::span{marks}.subspan(mark_of[node], mark_of[node + 1] - mark_of[node]);
    }
};

/// Cuts stretches where they meet.
///
/// Ends, corners and crossings are rounded to the grid; every stretch that passes the pixel of such
/// a node (half a centimetre to each side, west and south included) and is attracted to it gets a
/// vertex there, again and again until nothing more passes. Then edges of one plane neither cross
/// nor come into the pixel of a node of their plane without a vertex there. All decisions are made
/// in whole numbers; the answer depends neither on the order of the stretches nor on threads.
///
/// \throws Cancelled
/// \par Source  Hobby (1999), Computational Geometry 13, 199-214; Halperin and Packer (2002),
///              Computational Geometry 23, 209-225 (repeated until nothing passes).
/// \par Cost    about (stretches + crossings) x those that share a cell; a stretch 20 bytes, a
/// vertex 12.
Noding snap_rounded(std::vector<Stretch> const& stretches, std::vector<Pin> const& pins = {},
                    geo::Job const& job = {});

struct Edge {
    std::uint32_t from = 0;  ///< the lower node
    std::uint32_t to = 0;
    auto operator<=>(Edge const&) const = default;
};

/// The edges between nodes, each once, in the order of their nodes.
std::vector<Edge> distinct_edges(Noding const& noding);

}  // namespace marchland::analysis::network
