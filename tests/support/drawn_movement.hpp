// A drawn region with the people who leave it: routes, choice of crossing, corridors and bands.
#pragma once

#include "analysis/flows/movement.hpp"
#include "analysis/routes/routes.hpp"
#include "tests/support/drawn_region.hpp"

#include <utility>
#include <vector>

namespace marchland::test {

struct DrawnMovement {
    geo::Ways ways;
    geo::Communes communes;
    geo::Crossings crossings;
    geo::Markets markets;
    analysis::routes::Routes routes;
    analysis::flows::Movement movement;

    analysis::flows::Ground ground() const
    {
        return {routes.network,  ways,
                crossings,       routes.anchors,
                routes.exposure, movement.demand,
                movement.chance, analysis::travel::Profile::motorbike};
    }
};

/// \param people  expected persons a year by commune, known for sure; every crossing is sure to be there.
inline DrawnMovement movement_over(DrawnRegion region, std::vector<double> const& people)
{
    namespace flows = analysis::flows;
    DrawnMovement made{std::move(region.ways),
                       std::move(region.communes),
                       std::move(region.crossings),
                       std::move(region.markets),
                       {std::move(region.network), std::move(region.graph),
                        std::move(region.anchors), std::move(region.exposure)},
                       {}};
    auto& moved = made.movement;
    for (double const expected : people) {
        moved.demand.push_back({expected, expected, expected});
    }
    moved.chance = geo::Column<geo::CrossingId, double>{made.crossings.size(), 1.0};
    auto const& routes = made.routes;
    moved.choice = flows::choose_crossings(routes.exposure.to_crossing, moved.demand, moved.chance);
    moved.bands = flows::flow_bands(routes.graph, made.ground(), {.choice = {.draws = 40}});
    moved.corridors =
        flows::find_corridors(routes.graph, routes.network, made.ways, routes.anchors,
                              routes.exposure, flows::followed_pairs(moved.bands, 0.005));
    return made;
}

}  // namespace marchland::test
