#include "analysis/flows/demand.hpp"

#include <algorithm>

namespace marchland::analysis::flows {
namespace {

/// Of the ways that end at a junction; 0 where none does.
double surest_way_at(geo::JunctionId junction, network::Network const& network,
                     geo::Ways const& ways)
{
    double surest = 0.0;
    for (auto const& piece : network.pieces) {
        if (piece.way && (piece.from == junction || piece.to == junction)) {
            surest = std::max(surest, ways.p_exists[*piece.way]);
        } else if (piece.into_gate && piece.to == junction) {
            surest = std::max(surest, surest_way_at(piece.from, network, ways));
        }
    }
    return surest;
}

}  // namespace

geo::Column<geo::CrossingId, double> chances(network::Network const& network, geo::Ways const& ways,
                                             geo::Crossings const& crossings,
                                             routes::Anchors const& anchors,
                                             travel::TravelModel const& travel)
{
    geo::Column<geo::CrossingId, double> chance{crossings.size(), 1.0};
    for (auto const id : chance.ids()) {
        if (crossings.klass[id] == geo::CrossingClass::ford) {
            chance[id] = travel::ford_chance(travel);
        }
        if (auto const& anchor = anchors.crossings[id]; anchor && crossings.informal(id)) {
            chance[id] *= surest_way_at(anchor->junction, network, ways);
        }
    }
    return chance;
}

}  // namespace marchland::analysis::flows
