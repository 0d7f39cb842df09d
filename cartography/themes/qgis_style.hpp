/// \file qgis_style.hpp
/// How QGIS draws the layers of study.gpkg: the colours of our own maps, as QML.
#pragma once

#include "geo/files/write.hpp"
#include "results/results.hpp"

namespace marchland::cartography {

/// Communes by relative risk in the classes of our map, striped where unsure and grey where nobody looked; hotspots as outlines, crossings, markets,
/// roads, corridors, border and repairs each with a symbol of its own.
geo::LayerStyles qgis_styles(results::Results const& results);

}  // namespace marchland::cartography
