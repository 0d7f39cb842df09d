/// \file travel_profile.hpp
/// How fast people move along which way.
#pragma once

#include "analysis/study_file.hpp"
#include "geo/crossings.hpp"
#include "geo/units.hpp"
#include "geo/ways.hpp"

namespace marchland::analysis {

/// Kilometres an hour; 0 where this profile does not go. Sources and ranges: docs/methods/route-graph.md.
double speed_kmh(Profile profile, geo::WayClass klass);

/// From a place to the nearest way, across country or along ways that are on no map.
double access_speed_kmh(Profile profile);

/// Time at the crossing itself, queue and checks, before the other side is reached.
geo::Seconds crossing_delay(geo::CrossingClass klass);

}  // namespace marchland::analysis
