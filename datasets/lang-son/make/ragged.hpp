// Straight lines made to look like lines of nature.
#pragma once

#include "geo/shapes/geometry.hpp"
#include "geo/vocabulary/random.hpp"

namespace marchland::lang_son {

struct Raggedness {
    double strength = 0.15;  ///< how far a middle may leave its chord, in lengths of the chord
    double decay = 0.9;      ///< of the strength from one halving to the next: low is smooth
    double finest = 250.0;   ///< chords below this length stay
};

/// From a to b with middles moved aside, halving by halving. The same random numbers give the same
/// line, so two neighbours that share a chord share the line.
/// \par Source  Fournier, Fussell, Carpenter (1982), Communications of the ACM 25(6), 371-384.
geo::Line ragged(geo::Point a, geo::Point b, geo::Random const& random, Raggedness const& how);

/// The same for every stretch of a line. Its own points stay where they are.
geo::Line ragged(geo::Line const& line, geo::Random const& random, Raggedness const& how);

}  // namespace marchland::lang_son
