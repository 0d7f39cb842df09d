/// \file foot_speed.hpp
/// How fast people walk up, down and through what grows there.
#pragma once

#include <cmath>
#include <cstdint>
#include <string_view>

namespace marchland::analysis::travel {

enum class FootSpeed : std::uint8_t { tobler, irmischer_clarke, langmuir };
enum class Underfoot : std::uint8_t { path, off_path };

/// What grows or stands there, as far as it slows people on foot. Nobody walks on water.
enum class Cover : std::uint8_t { open, low, medium, dense, water };

std::string_view name_of(FootSpeed rule);
std::string_view name_of(Cover cover);

/// Kilometres an hour over horizontal distance, on slopes as rise / run in the direction of travel.
/// \par Source  Tobler (1993) NCGIA Technical Report 93-1: 6 exp(-3.5 |S + 0.05|), off path 0.6 of
/// it.
///      Irmischer and Clarke (2018) Cartography and Geographic Information Science 45, 177-186,
///      men: 0.11 + exp(-(100 S + 5)^2 / 1800) m/s, off path 0.11 + 0.67 exp(-(100 S + 2)^2 /
///      1800). Naismith (1892) with Langmuir's (1984) corrections, as r.walk of GRASS has them:
///      0.72 s a metre, 6 s a metre up, 2 s less a metre down, steeper than 12 degrees 2 s more;
///      off path 0.6 of it.
double foot_speed_kmh(FootSpeed rule, double slope, Underfoot underfoot = Underfoot::path);

/// The highest speed of a rule on any slope.
double top_foot_speed_kmh(FootSpeed rule, Underfoot underfoot = Underfoot::path);

/// On the flat: open and built-up 5, low vegetation 4, medium 3, dense 2 km/h: working assumptions.
/// Water 0.
double cover_speed_kmh(Cover cover);

/// How many times as long as the rule says for a path on the flat; infinite on water. Not to be
/// used on top of off_path, which is itself such a factor.
double cover_friction(Cover cover, FootSpeed rule);

}  // namespace marchland::analysis::travel
