// SYNTHETIC: what is true in the training region, so that results can be held against it.
#pragma once

#include "datasets/lang-son/make/facts.hpp"
#include "datasets/lang-son/make/province.hpp"

#include <array>
#include <string_view>
#include <vector>

namespace marchland::lang_son {

/// Four neighbours inland, away from the border, with a high risk.
constexpr std::array<std::string_view, 4> planted_high{"06253", "06298", "06313", "06349"};
/// Six neighbours in the south-west with a low one.
constexpr std::array<std::string_view, 6> planted_low{"06385", "06415", "06427",
                                                      "06436", "06445", "06457"};
/// Nobody looks here, and so nobody is found.
constexpr std::array<std::string_view, 4> without_effort{"06001", "06073", "06364", "06607"};

enum class Planted { none, high, low };
std::string_view name_of(Planted planted);

struct Truth {
    double relative_risk = 1.0;  ///< of origin; the mean over all people is 1
    Planted planted = Planted::none;
    double effort = 0.0;     ///< hours a year
    double reporting = 0.0;  ///< chance that a person is detected: in proportion to effort
};

/// A smooth field of risk, and what is planted in it; effort spreads four-fold, more near the
/// border.
std::vector<Truth> truth_of(Facts const& facts);

}  // namespace marchland::lang_son
