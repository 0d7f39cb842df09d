/// \file given_flows.hpp
/// What is known of who goes where: a table by commune and crossing, or totals by crossing.
#pragma once

#include "geo/files/read.hpp"
#include "geo/layers/communes.hpp"
#include "geo/layers/crossings.hpp"
#include "geo/vocabulary/finding.hpp"

#include <optional>
#include <vector>

namespace marchland::geo {

struct GivenFlow {
    CommuneId commune{};  ///< meaningless in totals
    CrossingId crossing{};
    double amount = 0.0;  ///< persons or any other unit, the same throughout
};

struct GivenFlows {
    bool by_commune = false;       ///< else totals by crossing
    std::vector<GivenFlow> flows;  ///< by commune and crossing, none twice
};

/// Columns crossing and amount; with a column commune (and vintage, which may be absent) the rows are an
/// origin-destination table, without one totals. Headers of persons are refused as for counts.
GivenFlows read_given_flows(LayerSource const& source, Communes const& communes,
                            Crossings const& crossings, Findings& findings);

}  // namespace marchland::geo
