// A power diagram: Thiessen polygons with weights, clipped to an outline.
#pragma once

#include "geo/shapes/geometry.hpp"

#include <cstddef>
#include <vector>

namespace marchland::lang_son {

/// A commune may have several sites; all have its weight.
struct Site {
    geo::Point at;
    std::size_t commune = 0;
};

/// Where the outline is hollow a cell may hang together by stretches of no width along its straight
/// sides; they have no area.
std::vector<geo::Area> cells(std::vector<Site> const& sites, std::vector<double> const& weights,
                             geo::Ring const& outline);

/// Moves the weights until the cells have the wanted areas. The sum of these must be that of the
/// outline. \par Source  Aurenhammer, Hoffmann, Aronov (1998), Algorithmica 20, 61-76: such weights
/// exist.
void fit_weights(std::vector<Site> const& sites, std::vector<double> const& wanted,
                 geo::Ring const& outline, int rounds, std::vector<double>& weights);

}  // namespace marchland::lang_son
