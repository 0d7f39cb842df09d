// Who meets whom along arcs, and who lies over whom. Private.
#pragma once

#include "geo/shapes/boundaries.hpp"
#include "geo/vocabulary/column.hpp"

#include <vector>

namespace marchland::geo {

/// Two communes that claim the same ground.
struct Overlap {
    CommuneId a{};
    CommuneId b{};
    Point at;  ///< where it was seen
    bool operator==(Overlap const&) const = default;
};

/// What every step here needs: arcs, and how each commune walks them (its ground on the left).
struct ArcMap {
    std::vector<Arc> const& arcs;
    PerCommune<std::vector<ArcRing>> const& rings;
};

/// Every place where two boundaries cross, run along each other with both grounds on one side, or
/// where one ring lies free inside another commune; by a, b and place.
std::vector<Overlap> overlaps_of(ArcMap const& map, Job const& job);

/// Pairs that share arcs or points of the map, or overlap; sorted.
std::vector<Contact> contacts_of(ArcMap const& map, std::vector<Overlap> const& overlaps);

Findings findings_of(std::vector<Contact> const& contacts, std::vector<Overlap> const& overlaps,
                     PerCommune<Area> const& shapes, double tolerance);

}  // namespace marchland::geo
