// Boundaries that face each other across a gap too wide to be welded and too narrow to be meant. Private.
#pragma once

#include "geo/shapes/boundaries.hpp"

#include <vector>

namespace marchland::geo {

/// Farther apart than this, two boundaries are not taken for one that was drawn twice.
inline constexpr double widest_seam_m = 100.0;

/// Two communes, a < b, that share nothing but nearly touch.
struct Seam {
    CommuneId a{};
    CommuneId b{};
    double length_m = 0.0;  ///< along which they face each other
    double width_m = 0.0;   ///< on average
};

/// Of all pairs that face each other over at least the widest seam's length; by a and b.
/// \par Cost  O(length of boundaries that one commune alone has).
std::vector<Seam> seams_of(std::vector<Arc> const& arcs, std::vector<Contact> const& contacts);

/// What stands against the seams: one warning of all, and the longest by name.
Findings findings_of(std::vector<Seam> seams);

}  // namespace marchland::geo
