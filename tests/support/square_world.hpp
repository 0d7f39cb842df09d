// Simulated worlds over square communes: what a study would be told of them.
#pragma once

#include "analysis/risk/risk.hpp"
#include "analysis/simulation/simulate.hpp"

#include <cstdint>

namespace marchland::test {

struct Squares {
    geo::Communes communes;
    analysis::neighbours::Neighbours near;  ///< queen
};

/// side x side communes 5 km wide; people log-normal, 12 000 in the middle.
Squares squares(std::size_t side);

/// About as many cases a commune as 100 persons a year in the 481 communes of the border, one
/// commune in twelve planted.
analysis::simulation::WorldOptions thin_world(analysis::simulation::WorldFamily family,
                                              double reporting_ratio, std::size_t communes,
                                              std::uint64_t seed);

/// Counts of all years, people, effort and neighbours: never the truth.
analysis::risk::RiskInput told(Squares const& map, analysis::simulation::World const& world);

}  // namespace marchland::test
