// The communes of the seven border provinces, with made-up people.
#pragma once

#include "analysis/neighbours/neighbours.hpp"
#include "geo/layers/communes.hpp"

#include <filesystem>

namespace marchland::decisions {

struct Border {
    geo::Communes communes;
    analysis::neighbours::Neighbours near;  ///< queen
};

/// Shapes as they are; people made up, log-normal around 12 000 with a spread of 0.5: the layer has
/// none. \throws geo::Error{findings} the file is not there.
Border border_communes(std::filesystem::path const& file);

}  // namespace marchland::decisions
