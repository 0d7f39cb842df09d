/// \file land_cover.hpp
/// What the codes of a land cover raster mean for people on foot.
#pragma once

#include "analysis/travel/foot_speed.hpp"
#include "geo/files/raster.hpp"
#include "geo/files/read.hpp"
#include "geo/vocabulary/finding.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace marchland::analysis::travel {

/// Cover by code; a code that is not here is ground of unknown cover.
using LandClasses = std::map<int, Cover>;

/// \par Source  Zanaga et al. (2022) ESA WorldCover 10 m 2021 v200, product user manual; which
/// class
///      is how dense is a working assumption of ours.
LandClasses esa_worldcover();

/// open, low, medium, dense, water.
std::vector<std::string> cover_words();
std::optional<Cover> cover_called(std::string_view word);

/// The cover of a cell's value; nothing for a code without a meaning and for a hole.
std::optional<Cover> cover_of(double code, LandClasses const& classes);

/// Says which codes of a raster have no meaning, and how much ground that is: a warning, or an
/// error where no cell has any.
void check_codes(geo::Raster const& cover, LandClasses const& classes,
                 geo::LayerSource const& source, geo::Findings& findings);

}  // namespace marchland::analysis::travel
