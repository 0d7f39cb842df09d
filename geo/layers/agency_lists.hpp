/// \file agency_lists.hpp
/// How many persons several agencies know, alone and together: counts, never the persons.
#pragma once

#include "geo/files/read.hpp"
#include "geo/vocabulary/finding.hpp"

#include <string>
#include <vector>

namespace marchland::geo {

/// So many persons of a stratum are on exactly these lists.
struct SharedCount {
    std::string stratum;             ///< region x year x type: never a commune
    std::vector<std::string> lists;  ///< at least one, each once
    double count = 0.0;
};

/// Columns stratum, lists ("police; shelter") and count. Matching persons between lists is the
/// agencies' work, done behind their doors; only the counts come here.
std::vector<SharedCount> read_agency_lists(LayerSource const& source, Findings& findings);

}  // namespace marchland::geo
