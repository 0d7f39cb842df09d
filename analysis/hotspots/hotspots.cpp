#include "analysis/hotspots/hotspots.hpp"

#include "analysis/numerics/multiple_testing.hpp"

#include <algorithm>

namespace marchland::analysis::hotspots {
namespace {

using geo::CommuneId;
using geo::PerCommune;

/// The hotspots of one pattern that touch one another, starting from one of them.
std::vector<CommuneId> spread_from(CommuneId start, PerCommune<Pattern> const& hotspot,
                                   neighbours::Neighbours const& near,
                                   PerCommune<std::uint8_t>& seen)
{
    std::vector<CommuneId> group{start};
    seen[start] = 1;
    for (std::size_t next = 0; next < group.size(); ++next) {
        for (auto const other : near[group[next]]) {
            if (seen[other] == 0 && hotspot[other] == hotspot[start]) {
                seen[other] = 1;
                group.push_back(other);
            }
        }
    }
    std::ranges::sort(group);
    return group;
}

}  // namespace

Hotspots find_hotspots(PerCommune<double> const& value, neighbours::Neighbours const& near,
                       HotspotOptions const& options, geo::Job const& job)
{
    return find_hotspots(value, neighbours::row_standardised(neighbours::binary(near)), options,
                         job);
}

Hotspots find_hotspots(PerCommune<double> const& value, neighbours::Weights const& weights,
                       HotspotOptions const& options, geo::Job const& job)
{
    auto const near = neighbours::lists_of(weights);
    Hotspots found;
    found.local = local_moran(value, weights, options.test, job);
    found.q_value =
        PerCommune<double>{numerics::adjusted(found.local.p_value.span(), options.correction)};
    found.hotspot = PerCommune<Pattern>{value.size(), Pattern::none};
    for (auto const id : found.q_value.ids()) {
        if (found.q_value[id] <= options.fdr) {
            found.hotspot[id] = found.local.pattern[id];
        }
    }
    PerCommune<std::uint8_t> seen{value.size()};
    for (auto const kind :
         {Pattern::high_high, Pattern::low_low, Pattern::high_low, Pattern::low_high}) {
        for (auto const id : value.ids()) {
            if (found.hotspot[id] == kind && seen[id] == 0) {
                found.clusters.push_back(spread_from(id, found.hotspot, near, seen));
            }
        }
    }
    return found;
}

}  // namespace marchland::analysis::hotspots
