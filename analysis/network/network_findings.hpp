/// \file network_findings.hpp
/// What is odd about a network, said once for each kind, in words for planners.
#pragma once

#include "analysis/network/network.hpp"
#include "geo/layers/ways.hpp"
#include "geo/vocabulary/finding.hpp"
#include "geo/vocabulary/job.hpp"

namespace marchland::analysis::network {

/// Separate pieces, dead ends 5 to 50 m from another way, bridges that share a corner with what
/// they cross or hang in the air, ways drawn twice, loops, one-way streets into nowhere. Each kind
/// is one finding with a count and up to five examples. \throws Cancelled
geo::Findings network_findings(Network const& network, geo::Ways const& ways,
                               geo::Job const& job = {});

}  // namespace marchland::analysis::network
