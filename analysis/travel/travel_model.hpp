/// \file travel_model.hpp
/// How long people take along which way: every number of the cost model, by name.
#pragma once

#include "analysis/travel/foot_speed.hpp"
#include "geo/layers/crossings.hpp"
#include "geo/layers/ways.hpp"
#include "geo/vocabulary/units.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace marchland::analysis::travel {

/// car: cars, buses and trucks.
enum class Profile : std::uint8_t { motorbike, foot, car };
std::string_view name_of(Profile profile);

enum class Season : std::uint8_t { dry, wet };
std::string_view name_of(Season season);

/// The cost model. Each number is a working assumption with a range and a source, in
/// docs/methods/route-graph.md; section [travel] of a study replaces it.
struct TravelModel {
    /// The numbers of a profile; a profile is a model with them.
    TravelModel(Profile which = Profile::motorbike);  // NOLINT: a profile stands for its model

    Profile profile;
    /// by geo::WayClass, dry, by day, on the flat; 0: does not go there
    std::array<double, 10> kmh;
    double access_kmh;  ///< across country to the nearest way
    /// On foot beside ways by Cover, dry, by day, on the flat.
    std::array<double, 4> cover_kmh{5.0, 4.0, 3.0, 2.0};
    /// Times the speed on a path, on foot beside ways where the cover is not known. FootSpeed::irmischer_clarke
    /// has a measured curve of its own for it and does not use this.
    double off_path = 0.6;
    Season season = Season::dry;
    bool night = false;
    bool slope = true;  ///< where the study has terrain
    FootSpeed foot = FootSpeed::tobler;
    double wet_unpaved = 1.4;  ///< times the time on tracks and ways of no known class
    double wet_path = 2.0;     ///< times the time on paths and across country
    double wet_ford = 0.3;     ///< chance that a ford can be crossed in the wet season
    double night_rough = 1.3;  ///< times the time on paths, tracks and across country by night
    /// motor: more time for each unit of slope beyond 4 %, half of it downhill
    double grade = 4.0;
    double official_minutes = 20.0;  ///< queue and checks at an official crossing
    double informal_minutes = 0.0;
    double ford_minutes = 10.0;
    /// Spreads: standard deviations of the logarithm, for the worlds of flows.
    double speed_spread = 0.2;
    double access_spread = 0.3;
    double delay_spread = 0.4;
};

/// Kilometres an hour on the flat; 0 where this profile does not go.
double speed_kmh(TravelModel const& model, geo::WayClass klass);

/// From a place to the nearest way, across country or along ways that are on no map.
double access_speed_kmh(TravelModel const& model);

/// How many times as long it takes across country in this season and at this time of day.
double rough_factor(TravelModel const& model);

/// In a gap between ways that was closed: as on a path, or on a track where the profile has no path.
double gap_speed_kmh(TravelModel const& model);

/// Chance that a ford can be crossed in this season.
double ford_chance(TravelModel const& model);

/// Time at the crossing itself, queue and checks, before the other side is reached.
geo::Seconds crossing_delay(TravelModel const& model, geo::CrossingClass klass);

/// Times the time on the flat. \param slope  rise over run in the direction of travel.
double slope_factor(TravelModel const& model, double slope);

/// \namespace marchland::analysis::travel
/// \par Example
/// \code
/// using namespace analysis::travel;
/// TravelModel rains{Profile::foot};
/// rains.season = Season::wet;
/// assert(speed_kmh(rains, geo::WayClass::path) < speed_kmh(Profile::foot, geo::WayClass::path));
/// \endcode
/// \par Threads  functions of their arguments alone: may be called from several threads at once.

}  // namespace marchland::analysis::travel
