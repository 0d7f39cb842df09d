#include "analysis/network/segment_index.hpp"

#include <algorithm>
#include <cmath>

namespace marchland::analysis::network {
namespace {

std::vector<Segment> segments_of(geo::Ways const& ways)
{
    std::vector<Segment> segments;
    for (auto const way : ways.line.ids()) {
        for (std::uint32_t i = 0; i + 1 < ways.line[way].size(); ++i) {
            segments.push_back({way, i});
        }
    }
    return segments;
}

geo::Box box_of(geo::Ways const& ways)
{
    geo::Box box;
    for (auto const& line : ways.line) {
        box.add(geo::box_of(line));
    }
    return box.empty() ? geo::Box{0.0, 0.0, 1.0, 1.0} : box;
}

/// About the length of a stretch, so that a cell holds few.
double cell_for(geo::Ways const& ways, std::size_t segments)
{
    double sum = 0.0;
    for (auto const& line : ways.line) {
        sum += geo::length_of(line);
    }
    return std::max(1.0, sum / static_cast<double>(std::max<std::size_t>(1, segments)));
}

}  // namespace

SegmentIndex::SegmentIndex(geo::Ways const& ways)
    : ways_{ways}, segments_{segments_of(ways)}, box_{box_of(ways)},
      cell_{cell_for(ways, segments_.size())}, grid_{box_, cell_, 4 * segments_.size()},
      cells_{grid_.size(), [this](auto const& put) {
                 for (std::size_t s = 0; s < segments_.size(); ++s) {
                     grid_.along(start(s), end(s), 0.02, [&](std::size_t cell) {
                         put(cell, static_cast<std::uint32_t>(s));
                     });
                 }
             }}
{
}

geo::Point SegmentIndex::start(std::size_t s) const
{
    return ways_.line[segments_[s].way][segments_[s].corner];
}

geo::Point SegmentIndex::end(std::size_t s) const
{
    return ways_.line[segments_[s].way][segments_[s].corner + 1];
}

std::optional<NearestPoint>
SegmentIndex::nearest(geo::Point p, double reach,
                      std::function<bool(std::size_t)> const& accepts) const
{
    std::optional<NearestPoint> best;
    // Squares of growing size: the first find bounds how far the last look must go.
    for (double look = std::min(reach, cell_);; look = std::min(reach, 2.0 * look)) {
        grid_.along(p, p, look, [&](std::size_t cell) {
            for (std::uint32_t const s : cells_[cell]) {
                auto const foot = geo::foot_on_segment(p, start(s), end(s));
                bool const nearer = !best || foot.distance < best->foot.distance ||
                                    (foot.distance == best->foot.distance && s < best->segment);
                if (foot.distance <= look && nearer && accepts(s)) {
                    best = NearestPoint{s, foot};
                }
            }
        });
        if (best || look >= reach) {
            return best;
        }
    }
}

}  // namespace marchland::analysis::network
