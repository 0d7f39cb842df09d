/// \file overlap.hpp
/// Where several agencies do the same in the same commune at the same time.
#pragma once

#include "geo/layers/activities.hpp"
#include "geo/layers/communes.hpp"
#include "geo/vocabulary/period.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace marchland::analysis::programmes {

struct Overlap {
    std::optional<geo::CommuneId> commune;  ///< nothing: activities of the whole region
    std::string kind;
    geo::Period period;  ///< months in which two actors at least are at it, without a break
    std::vector<std::string> actors;  ///< in the order of their names
    int coarsest =
        1;  ///< months of the longest period among the rows: more than 1, and they may have missed each other
};

/// Runs of months in which rows of two known actors or more meet, by commune, kind and first month. Activities of the
/// whole region are held against each other alone; rows of no known place, and those with nothing planned or done
/// (0), are left out.
/// \par Cost  O(rows log rows + months of their periods).
std::vector<Overlap> overlaps_of(std::span<geo::Activity const> activities);

}  // namespace marchland::analysis::programmes
