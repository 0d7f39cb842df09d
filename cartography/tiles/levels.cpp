#include "cartography/tiles/levels.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace marchland::cartography {

using geo::ArcUse;
using geo::Line;

namespace {

double median_size(geo::Boundaries const& boundaries)
{
    std::vector<double> sizes;
    for (std::size_t i = 0; i < boundaries.size(); ++i) {
        auto const& box = boundaries.box_of(static_cast<geo::CommuneId>(i));
        if (!box.empty()) {
            sizes.push_back(std::sqrt(box.width() * box.height()));
        }
    }
    if (sizes.empty()) {
        return 0.0;
    }
    auto const middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
    std::ranges::nth_element(sizes, middle);
    return *middle;
}

Line simplified(geo::Arc const& arc, std::uint8_t level)
{
    Line kept;
    for (std::size_t i = 0; i < arc.points.size(); ++i) {
        if (arc.level[i] >= level) {
            kept.push_back(arc.points[i]);
        }
    }
    return kept;
}

/// Arcs end where the next begins, so every arc but the first adds all points except its own first.
void append(Line& ring, Line const& arc, bool backwards)
{
    auto const skip = static_cast<std::ptrdiff_t>(ring.empty() ? 0 : 1);
    if (std::ssize(arc) <= skip) {
        return;
    }
    if (backwards) {
        ring.insert(ring.end(), arc.rbegin() + skip, arc.rend());
    } else {
        ring.insert(ring.end(), arc.begin() + skip, arc.end());
    }
}

}  // namespace

Levels::Levels(std::shared_ptr<geo::Boundaries const> boundaries)
    : boundaries_{std::move(boundaries)}, median_m_{median_size(*boundaries_)}
{
}

std::shared_ptr<Levels::Arcs const> Levels::at(std::uint8_t level) const
{
    std::scoped_lock const lock{lock_};
    auto& made = made_[level];
    if (!made) {
        auto arcs = std::make_shared<Arcs>();
        arcs->reserve(boundaries_->arcs().size());
        for (auto const& arc : boundaries_->arcs()) {
            arcs->push_back(simplified(arc, level));
        }
        made = std::move(arcs);
    }
    return made;
}

std::vector<Line> Levels::rings(geo::CommuneId id, double metres_per_cell) const
{
    auto const arcs = at(geo::Boundaries::level_for(0.5 * metres_per_cell));
    std::vector<Line> rings;
    for (auto const& uses : boundaries_->rings_of(id)) {
        Line ring;
        for (ArcUse const& use : uses) {
            append(ring, (*arcs)[use.arc], use.backwards);
        }
        if (ring.size() > 3) {
            rings.push_back(std::move(ring));
        }
    }
    return rings;
}

void Levels::fill(IdGrid& grid, geo::Job const& job) const
{
    auto const box = grid.box();
    auto const count = boundaries_->size();
    for (std::size_t i = 0; i < count; ++i) {
        auto const id = static_cast<geo::CommuneId>(i);
        if (boundaries_->box_of(id).touches(box)) {
            job.at(static_cast<double>(i) / static_cast<double>(count));
            grid.fill(id, rings(id, grid.metres_per_cell()));
        }
    }
}

}  // namespace marchland::cartography
