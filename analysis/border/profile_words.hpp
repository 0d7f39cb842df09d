// What is said of a border profile beside its figures. Private to analysis.
#pragma once

#include "analysis/border/profile.hpp"

#include <vector>

namespace marchland::analysis::border {

/// No border, or one in parts.
void say_parts(BorderProfile& profile, geo::MultiLine const& parts);
/// Cells too coarse for slopes.
void say_coarse(BorderProfile& profile, terrain::Surface const& ground);
/// \param off  communes from which nobody starts.
void say_communes(BorderProfile& profile, geo::Communes const& communes,
                  std::vector<geo::CommuneId> const& off);
/// Stretches without hours.
void say_unknown(BorderProfile& profile);

}  // namespace marchland::analysis::border
