#include "analysis/travel/travel_model.hpp"

#include <algorithm>
#include <cmath>

namespace marchland::analysis::travel {
namespace {

constexpr std::array profile_names{std::string_view{"motorbike"}, std::string_view{"foot"},
                                   std::string_view{"car"}};
constexpr std::array season_names{std::string_view{"dry"}, std::string_view{"wet"}};

using Speeds = std::array<double, 10>;

/// In the order of geo::WayClass. Motorbikes may not use expressways in Viet Nam.
constexpr std::array<Speeds, 3> speeds{{{0.0, 45.0, 38.0, 28.0, 25.0, 15.0, 12.0, 8.0, 6.0, 20.0},
                                        {0.0, 4.8, 4.8, 4.8, 4.8, 4.8, 4.5, 4.0, 6.0, 4.5},
                                        {75.0, 48.0, 40.0, 26.0, 22.0, 15.0, 8.0, 0.0, 6.0, 18.0}}};
constexpr std::array access_speeds{10.0, 3.5, 3.5};  // who comes by car walks to it

constexpr double gentle = 0.04;  ///< slopes below it do not slow a motor

bool rough(geo::WayClass klass)
{
    return klass == geo::WayClass::track || klass == geo::WayClass::path;
}

double wet_factor(TravelModel const& model, geo::WayClass klass)
{
    if (model.season == Season::dry) {
        return 1.0;
    }
    return klass == geo::WayClass::path                                       ? model.wet_path
           : klass == geo::WayClass::track || klass == geo::WayClass::unknown ? model.wet_unpaved
                                                                              : 1.0;
}

}  // namespace

std::string_view name_of(Profile profile)
{
    return profile_names.at(static_cast<std::size_t>(profile));
}
std::string_view name_of(Season season)
{
    return season_names.at(static_cast<std::size_t>(season));
}

TravelModel::TravelModel(Profile which)
    : profile{which}, kmh{speeds.at(static_cast<std::size_t>(which))},
      access_kmh{access_speeds.at(static_cast<std::size_t>(which))}
{
}

double speed_kmh(TravelModel const& model, geo::WayClass klass)
{
    double const dark = model.night && rough(klass) ? model.night_rough : 1.0;
    return model.kmh.at(static_cast<std::size_t>(klass)) / (wet_factor(model, klass) * dark);
}

double rough_factor(TravelModel const& model)
{
    return wet_factor(model, geo::WayClass::path) * (model.night ? model.night_rough : 1.0);
}

double access_speed_kmh(TravelModel const& model)
{
    return model.access_kmh / rough_factor(model);
}

double gap_speed_kmh(TravelModel const& model)
{
    double const path = speed_kmh(model, geo::WayClass::path);
    return path > 0.0 ? path : speed_kmh(model, geo::WayClass::track);
}

double ford_chance(TravelModel const& model)
{
    return model.season == Season::wet ? model.wet_ford : 1.0;
}

geo::Seconds crossing_delay(TravelModel const& model, geo::CrossingClass klass)
{
    double const minutes = klass == geo::CrossingClass::informal ? model.informal_minutes
                           : klass == geo::CrossingClass::ford   ? model.ford_minutes
                                                                 : model.official_minutes;
    return geo::Seconds{60.0 * minutes};
}

double slope_factor(TravelModel const& model, double slope)
{
    if (model.profile == Profile::foot) {
        return foot_speed_kmh(model.foot, 0.0) / foot_speed_kmh(model.foot, slope);
    }
    double const steep = std::max(0.0, std::abs(slope) - gentle);
    return 1.0 + model.grade * (slope > 0.0 ? steep : 0.5 * steep);
}

}  // namespace marchland::analysis::travel
