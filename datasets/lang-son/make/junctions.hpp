// Lines cut where they cross. Private to the making of roads.
#pragma once

#include "datasets/lang-son/make/roads.hpp"

namespace marchland::lang_son {

/// Cuts roads at every crossing, so that both ways have the point as an end. Every so often a local
/// road is led over the other one by a bridge instead.
std::vector<Road> cut_at_crossings(std::vector<Road> const& roads);

}  // namespace marchland::lang_son
