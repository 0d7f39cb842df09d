// SYNTHETIC hills.
#pragma once

#include "datasets/lang-son/make/places.hpp"
#include "datasets/lang-son/make/write.hpp"

namespace marchland::lang_son {

/// Cells of 500 m over the province and 5 km around it: noise in octaves, lower towards seats, with
/// one high range where Mẫu Sơn stands.
Raster terrain_of(Facts const& facts, Province const& province, Places const& places);

}  // namespace marchland::lang_son
