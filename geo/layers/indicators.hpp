/// \file indicators.hpp
/// What makes people of a commune vulnerable: poverty, schooling, debt and the like, each from its source.
#pragma once

#include "geo/files/read.hpp"
#include "geo/layers/communes.hpp"
#include "geo/vocabulary/finding.hpp"

#include <string>

namespace marchland::geo {

struct Indicator {
    std::string name;
    std::string as_of;  ///< day of the figures; empty: not stated
    bool higher_is_worse = true;
    double weight = 1.0;       ///< in the index, above 0
    bool in_model = true;      ///< also a covariate of the risk
    PerCommune<double> value;  ///< NaN where there is no figure
};

/// Columns commune and the one that `indicator.name` or its mapping names; vintage may be absent. Headers
/// of persons are refused as for counts. Communes without a row have no figure; how many is said.
/// \param indicator  all but the values, as the study states it.
Indicator read_indicator(LayerSource const& source, Communes const& communes, Indicator indicator,
                         Findings& findings);

}  // namespace marchland::geo
