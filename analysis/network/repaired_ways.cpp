#include "analysis/network/repaired_ways.hpp"

#include <optional>

namespace marchland::analysis::network {
namespace {

Pin pin_at(NearestPoint const& near)
{
    return {on_grid(near.foot.at), static_cast<std::uint32_t>(near.segment)};
}

/// The point of a way at (nearly) a place.
std::optional<Pin> pin_on(SegmentIndex const& index, geo::Point at, geo::WayId way)
{
    auto const near =
        index.nearest(at, 1.0, [&](std::size_t s) { return index.segments()[s].way == way; });
    return near ? std::optional{pin_at({near->segment, {at, near->foot.along, 0.0}})}
                : std::nullopt;
}

}  // namespace

NodedWays repaired_ways(geo::Ways const& ways, std::vector<Stretch> const& stretches,
                        SegmentIndex const& index, std::vector<Repair>& repairs,
                        std::span<NearestPoint const> places, geo::Job const& job)
{
    // Feet of repairs, then of places. A loose end is a vertex already; a pin finds it again.
    std::vector<Pin> pins;
    std::erase_if(repairs, [&](Repair const& repair) {
        auto const from = pin_on(index, repair.from, repair.way);
        auto const to = pin_on(index, repair.to, repair.other);
        if (from && to) {
            pins.push_back(*from);
            pins.push_back(*to);
        }
        return !from || !to;
    });
    for (auto const& place : places) {
        pins.push_back(pin_at(place));
    }
    auto made = noded_ways(ways, stretches, pins, job);
    for (std::uint32_t i = 0; i < repairs.size(); ++i) {
        made.pieces.push_back({.from = made.pinned[2 * i],
                               .to = made.pinned[2 * i + 1],
                               .way = std::nullopt,
                               .line = {repairs[i].from, repairs[i].to},
                               .metres = repairs[i].metres,
                               .repair = i});
    }
    made.pinned.erase(made.pinned.begin(),
                      made.pinned.begin() + static_cast<std::ptrdiff_t>(2 * repairs.size()));
    return made;
}

}  // namespace marchland::analysis::network
