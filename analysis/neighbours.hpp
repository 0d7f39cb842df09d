/// \file neighbours.hpp
/// Who is near whom, as lists.
#pragma once

#include "geo/column.hpp"

#include <vector>

namespace marchland::analysis {

/// For each commune its neighbours, ascending and without itself. An island has none.
using Neighbours = geo::PerCommune<std::vector<geo::CommuneId>>;

}  // namespace marchland::analysis
