// Spatial index: the straight stretches of all ways, in a grid: which is nearest. Private.
#pragma once

#include "geo/layers/ways.hpp"
#include "geo/shapes/buckets.hpp"
#include "geo/shapes/cell_grid.hpp"
#include "geo/shapes/geometry.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace marchland::analysis::network {

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

    /// Calls visit(s) for every segment within `reach` of a point, perhaps more than once, and for few others.
    template <class Visit>
    void each_near(geo::Point p, double reach, Visit const& visit) const
    {
        grid_.along(p, p, reach, [&](std::size_t cell) {
            for (std::size_t const s : cells_[cell]) {
                auto const a = start(s);
                auto const b = end(s);
                bool const beside =
                    std::min(a.x, b.x) - reach > p.x || std::max(a.x, b.x) + reach < p.x ||
                    std::min(a.y, b.y) - reach > p.y || std::max(a.y, b.y) + reach < p.y;
                if (!beside && geo::foot_on_segment(p, a, b).distance <= reach) {
                    visit(s);
                }
            }
        });
    }

    /// Calls visit(t) for every other segment that may be within `reach` of segment s, perhaps more than once.
    template <class Visit>
    void each_beside(std::size_t s, double reach, Visit const& visit) const
    {
        auto const near = box_around(s).grown(reach);
        grid_.along(start(s), end(s), reach, [&](std::size_t cell) {
            for (std::size_t const t : cells_[cell]) {
                if (t != s && near.touches(box_around(t))) {
                    visit(t);
                }
            }
        });
    }

    /// The nearest accepted segment within `reach`; ties go to the lower number.
    std::optional<NearestPoint> nearest(geo::Point p, double reach,
                                        std::function<bool(std::size_t)> const& accepts) const;

private:
    geo::Box box_around(std::size_t s) const
    {
        auto const a = start(s);
        auto const b = end(s);
        return {std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x), std::max(a.y, b.y)};
    }

    geo::Ways const& ways_;
    std::vector<Segment> segments_;
    geo::Box box_;
    double cell_;
    geo::CellGrid grid_;
    geo::Buckets cells_;
};

}  // namespace marchland::analysis::network
