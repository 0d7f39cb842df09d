/// \file hotspots.hpp
/// Hotspots: local patterns that stand up to testing every commune at once, and the groups they form.
#pragma once

#include "analysis/local_moran.hpp"

#include <vector>

namespace marchland::analysis {

struct Hotspots {
    LocalMoran local;
    geo::PerCommune<double> q_value;      ///< Benjamini-Hochberg over the communes; NaN: not tested
    geo::PerCommune<Pattern> hotspot;     ///< the pattern where q_value <= fdr, else none
    std::vector<std::vector<geo::CommuneId>> clusters;  ///< touching hotspots of one kind, high-high first
};

struct HotspotOptions {
    LocalMoranOptions test;
    double fdr = 0.05;  ///< share of the finds that may be false, in (0, 1)
};

/// \param value  EB-standardised rate; NaN: no information.
Hotspots find_hotspots(geo::PerCommune<double> const& value, Neighbours const& near,
                       HotspotOptions const& options = {}, geo::Job const& job = {});

}  // namespace marchland::analysis
