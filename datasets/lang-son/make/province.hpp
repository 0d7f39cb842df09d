// The communes of the training region as drawn, and the border they share with China.
#pragma once

#include "datasets/lang-son/make/facts.hpp"
#include "geo/shapes/boundaries.hpp"

#include <vector>

namespace marchland::lang_son {

constexpr std::uint64_t seed = 20250701;

struct Province {
    geo::PerCommune<geo::Area> shapes;  ///< in the order of Facts::communes
    geo::Line border;  ///< from the corner with Cao Bằng to that with Quảng Ninh
    geo::PerCommune<geo::MultiLine> border_of;  ///< the parts of it that a commune has, in order
    geo::MultiLine outline;
    geo::PerCommune<std::vector<geo::CommuneId>> neighbours;

    double worst_fit = 0.0;  ///< largest |area / stated - 1|
};

/// Fits a power diagram to the stated areas, then draws every edge ragged, and fits again until the
/// ragged communes have their areas too.
Province build_province(Facts const& facts);

}  // namespace marchland::lang_son
