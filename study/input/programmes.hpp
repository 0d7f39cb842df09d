// Services, activities and waits of a study, and what speaks against them. Private to study/input.
#pragma once

#include "study/input/region.hpp"

namespace marchland::study {

/// Says that a point lies far from all communes: most likely it is misplaced.
void warn_of_far_point(Region& region, std::optional<geo::Point> const& at,
                       std::string const& layer, std::string const& file, std::string const& id);

/// \pre communes, boundaries, crossings and markets are read.
void read_programmes(StudyFile const& study, Region& region);

}  // namespace marchland::study
