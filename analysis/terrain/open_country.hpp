/// \file open_country.hpp
/// Friction surface: the ground beside ways as people walk on it: heights, land cover, rivers, season and
/// night.
#pragma once

#include "analysis/terrain/surface.hpp"
#include "analysis/travel/land_cover.hpp"
#include "analysis/travel/travel_model.hpp"
#include "geo/files/raster.hpp"
#include "geo/layers/crossings.hpp"
#include "geo/layers/rivers.hpp"
#include "geo/vocabulary/finding.hpp"
#include "geo/vocabulary/job.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace marchland::analysis::terrain {

/// What of a cell is water, for who walks.
enum class Water : std::uint8_t { none, shut, ford };

/// What is known of the ground. Refers to what others own.
struct CountrySources {
    geo::Raster const& terrain;
    geo::Raster const* land_cover = nullptr;  ///< codes on the cells of the terrain; nullptr: none
    travel::LandClasses const& classes;
    std::span<geo::River const> rivers = {};
    geo::Crossings const& crossings;  ///< open fords among them open the river where they are
};

struct OpenCountry {
    Surface ground;            ///< fords as in the dry season; rivers and water are barriers
    std::vector<Water> water;  ///< of each cell; empty: no water is known
    geo::Findings findings;    ///< fords at no river
};

/// Seconds across each cell follow from
///   seconds a metre on a path by travel.foot and the slope (flat where travel.slope is off)
///   x speed on a flat path / travel.cover_kmh of its cover; where the cover is not known /
///   travel.off_path x rough_factor(travel): season and night,
/// and a ford adds travel.ford_minutes from bank to bank. A river shuts every cell that its line
/// passes (and those within half its width), so that no step among eight neighbours crosses it.
///
/// \throws Error{usage}  the land cover has other cells than the terrain. \throws Cancelled
/// \par Cost  O(cells + cells under the rivers); 17 bytes a cell.
OpenCountry open_country(CountrySources const& sources, travel::TravelModel const& travel,
                         geo::Job const& job = {});

}  // namespace marchland::analysis::terrain
