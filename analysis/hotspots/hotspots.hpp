/// \file hotspots.hpp
/// Hotspots: local patterns that stand up to testing every commune at once, and the groups they form.
#pragma once

#include "analysis/hotspots/local_moran.hpp"
#include "analysis/numerics/multiple_testing.hpp"

#include <vector>

namespace marchland::analysis::hotspots {

struct Hotspots {
    LocalMoran local;
    /// p-value after the correction over the communes; NaN: not tested
    geo::PerCommune<double> q_value;
    geo::PerCommune<Pattern> hotspot;  ///< the pattern where q_value <= fdr, else none
    /// touching hotspots of one kind, high-high first
    std::vector<std::vector<geo::CommuneId>> clusters;
};

struct HotspotOptions {
    LocalMoranOptions test;
    double fdr = 0.05;  ///< share of the finds that may be false, in (0, 1)
    numerics::Correction correction = numerics::Correction::benjamini_hochberg;
};

/// \param value  EB-standardised rate; NaN: no information.
Hotspots find_hotspots(geo::PerCommune<double> const& value, neighbours::Weights const& weights,
                       HotspotOptions const& options = {}, geo::Job const& job = {});

/// The same where every neighbour counts 1.
Hotspots find_hotspots(geo::PerCommune<double> const& value, neighbours::Neighbours const& near,
                       HotspotOptions const& options = {}, geo::Job const& job = {});

}  // namespace marchland::analysis::hotspots
