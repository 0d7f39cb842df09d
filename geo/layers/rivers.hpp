/// \file rivers.hpp
/// Rivers: lines that nobody on foot crosses but on a way, by ferry or at a ford.
#pragma once

#include "geo/files/read.hpp"
#include "geo/shapes/crs.hpp"
#include "geo/shapes/geometry.hpp"
#include "geo/vocabulary/finding.hpp"

#include <string>
#include <vector>

namespace marchland::geo {

/// \invariant the line has at least two different points.
struct River {
    std::string id;
    Line line;             ///< working system
    double width_m = 0.0;  ///< 0: not known
    bool ford = false;     ///< people wade through all of this line when the season allows
};

/// Columns id, class, ford (yes or no), width_m; none is required. Streams and ditches (classes
/// stream, brook, ditch, drain, suối, mương) stop nobody: they are left out and counted, as are
/// underground lines. Of a file of OpenStreetMap the lines with waterway = river or canal are
/// taken.
///
/// \param study  where rivers are needed; a layer that does not touch it is a warning.
std::vector<River> read_rivers(LayerSource const& source, Box const& study, Crs const& working,
                               Findings& findings);

}  // namespace marchland::geo
