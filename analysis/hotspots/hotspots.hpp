/// \file hotspots.hpp
/// Hotspots (significant local clusters): local patterns that stand up to testing every commune at once, and
/// the groups they form.
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
/// \throws Error{usage}  as local_moran; Cancelled.
/// \par Cost  that of local_moran, and O(communes log communes + links).
Hotspots find_hotspots(geo::PerCommune<double> const& value, neighbours::Weights const& weights,
                       HotspotOptions const& options = {}, geo::Job const& job = {});

/// The same where every neighbour counts 1.
Hotspots find_hotspots(geo::PerCommune<double> const& value, neighbours::Neighbours const& near,
                       HotspotOptions const& options = {}, geo::Job const& job = {});

/// \namespace marchland::analysis::hotspots
/// \par Example
/// \code
/// using namespace analysis;
/// geo::PerCommune<double> const rate{std::vector{9.0, 9.0, 9.0, 9.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0}};
/// neighbours::Neighbours near{10};  // in a row
/// for (std::uint32_t i = 0; i + 1 < 10; ++i) {
///     near[geo::CommuneId{i}].push_back(geo::CommuneId{i + 1});
///     near[geo::CommuneId{i + 1}].push_back(geo::CommuneId{i});
/// }
/// auto const found = hotspots::find_hotspots(rate, near, {.fdr = 0.05});
/// assert(found.local.pattern[geo::CommuneId{1}] == hotspots::Pattern::high_high);
/// \endcode
/// \par Threads  functions of their arguments alone: may be called from several threads at once.

}  // namespace marchland::analysis::hotspots
