// The shapes of the training region as layers with columns.
#pragma once

#include "datasets/lang-son/make/paths.hpp"
#include "datasets/lang-son/make/roads.hpp"
#include "datasets/lang-son/make/write.hpp"

namespace marchland::lang_son {

Layer communes_layer(Facts const& facts, Province const& province);
Layer border_layer(Province const& province);
Layer roads_layer(std::vector<Road> const& roads);
Layer paths_layer(std::vector<Path> const& paths);

}  // namespace marchland::lang_son
