// The communes of the seven border provinces, with made-up people.
#pragma once

#include "analysis/neighbours.hpp"
#include "geo/communes.hpp"

#include <filesystem>

namespace marchland::decisions {

struct Border {
    geo::Communes communes;
    analysis::Neighbours near;  ///< queen
};

/// Shapes as they are; people log-normal around 12 000 with the spread of communes of today: the layer
/// has none, and the figures published for 2025 are unsafe.
/// \throws geo::Error{findings} the file is not there.
Border border_communes(std::filesystem::path const& file);

}  // namespace marchland::decisions
