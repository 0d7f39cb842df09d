// A grid of roads between communes in the south and gates in the north.
#pragma once

#include "analysis/flows/flow_input.hpp"
#include "geo/vocabulary/random.hpp"
#include "tests/support/drawn_region.hpp"

#include <algorithm>

namespace marchland::test {

using Demands = geo::PerCommune<analysis::flows::Demand>;
using Chances = geo::Column<geo::CrossingId, double>;

struct Gridded {
    DrawnRegion region;
    Demands demand;
    Chances chance;

    analysis::flows::Ground ground() const
    {
        return {region.network, region.ways, region.crossings, region.anchors, region.exposure,
                demand,         chance};
    }
};

/// A grid of roads 4 km apart with communes along the south and gates along the north.
inline Gridded gridded(std::size_t communes, std::size_t gates, std::uint64_t seed)
{
    std::vector<DrawnWay> ways;
    constexpr double step = 4000.0;
    auto const width = static_cast<double>(std::max(communes, gates) - 1);
    for (int row = 0; row <= 4; ++row) {
        ways.push_back({{{0.0, step * row}, {step * width, step * row}}});
    }
    for (double column = 0.0; column <= width; column += 1.0) {
        ways.push_back({{{step * column, 0.0}, {step * column, 4.0 * step}}});
    }
    std::vector<geo::Point> centres;
    for (std::size_t i = 0; i < communes; ++i) {
        centres.push_back({step * static_cast<double>(i), 0.0});
    }
    std::vector<DrawnCrossing> crossings;
    for (std::size_t i = 0; i < gates; ++i) {
        crossings.push_back({{step * static_cast<double>(i), 4.0 * step}});
    }
    Demands demand;
    geo::Draws draws{geo::Random{seed, "what-if"}};
    for (std::size_t i = 0; i < communes; ++i) {
        double const people = 1.0 + 4.0 * draws.uniform();
        demand.push_back({people, 0.5 * people, 1.8 * people});
    }
    return {region_of(ways, centres, crossings), std::move(demand), Chances{gates, 1.0}};
}

}  // namespace marchland::test
