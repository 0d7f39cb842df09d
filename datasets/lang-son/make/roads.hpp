// Roads: national ones through the towns they are known to pass, all others SYNTHETIC.
#pragma once

#include "datasets/lang-son/make/places.hpp"

#include <string>
#include <vector>

namespace marchland::lang_son {

struct Road {
    std::string name;
    std::string kind;  ///< national, provincial, local or urban
    bool bridge = false;
    bool tunnel = false;
    int level = 0;
    bool oneway = false;
    geo::Line line;
};

/// Roads cut at every junction, so that they meet in common end points; save for a few bridges over
/// other roads, and for a few ends drawn 10 to 40 m short, as real maps have them.
std::vector<Road> roads_of(Facts const& facts, Province const& province, Places const& places);

}  // namespace marchland::lang_son
