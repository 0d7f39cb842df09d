// Where ways must be cut so that each piece runs from junction to junction. Private.
#pragma once

#include "analysis/segment_index.hpp"
#include "geo/column.hpp"
#include "geo/job.hpp"

#include <vector>

namespace marchland::analysis {

/// A place along a way.
struct Cut {
    std::uint32_t corner = 0;  ///< on the segment from this corner
    double along = 0.0;        ///< 0 at the corner, 1 at the next
    geo::Point at;
    bool operator==(Cut const&) const = default;
};

using Cuts = geo::Column<geo::WayId, std::vector<Cut>>;

/// Bridges, tunnels and expressways are entered where they end or have a corner, not midway.
bool entered_midway(geo::Ways const& ways, geo::WayId way);

/// The cuts that follow from ways meeting: common corners and crossings on one level.
Cuts meeting_cuts(geo::Ways const& ways, SegmentIndex const& index, geo::Job const& job);

/// A way in pieces, in its order; cuts at its ends change nothing.
std::vector<geo::Line> cut_line(geo::Line const& line, std::vector<Cut> cuts);

}  // namespace marchland::analysis
