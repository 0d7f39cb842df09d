// The straight stretches of all ways, in a grid: what crosses what, and which is nearest. Private.
#pragma once

#include "geo/buckets.hpp"
#include "geo/cell_grid.hpp"
#include "geo/geometry.hpp"
#include "geo/ways.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace marchland::analysis {

/// From point `corner` of a way to the next.
struct Segment {
    geo::WayId way{};
    std::uint32_t corner = 0;
};

/// The point of a way that is nearest to somewhere.
struct NearestPoint {
    std::size_t segment = 0;
    geo::Foot foot;
};

class SegmentIndex {
public:
    explicit SegmentIndex(geo::Ways const& ways);

    std::vector<Segment> const& segments() const { return segments_; }
    geo::Point start(std::size_t s) const;
    geo::Point end(std::size_t s) const;

    /// Calls visit(a, b) with a < b once for each pair of segments that share a cell.
    void each_close_pair(std::function<void(std::size_t, std::size_t)> const& visit) const;

    /// The nearest accepted segment within `reach`; ties go to the lower number.
    std::optional<NearestPoint> nearest(geo::Point p, double reach,
                                        std::function<bool(std::size_t)> const& accepts) const;

private:
    geo::Ways const& ways_;
    std::vector<Segment> segments_;
    geo::Box box_;
    double cell_;
    geo::CellGrid grid_;
    geo::Buckets cells_;
};

}  // namespace marchland::analysis
