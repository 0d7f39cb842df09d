// SYNTHETIC informal ways: invented, to exercise the software. There is no true path here.
#pragma once

#include "datasets/lang-son/make/places.hpp"

#include <string>
#include <vector>

namespace marchland::lang_son {

struct Path {
    std::string kind;  ///< track or path
    double p_exists = 0.0;
    geo::Line line;
};

struct InformalCrossing {
    std::string commune;  ///< code
    geo::Point at;        ///< on the border line
};

struct InformalWays {
    std::vector<InformalCrossing> crossings;
    std::vector<Path> paths;
};

/// Four invented crossings, each where its commune's stretch of the border is farthest from any
/// gate and from its ends, reached by ways from two invented hamlets and left by a short stub
/// beyond.
InformalWays informal_ways_of(Facts const& facts, Province const& province, Places const& places);

}  // namespace marchland::lang_son
