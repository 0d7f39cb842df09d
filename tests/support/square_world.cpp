#include "tests/support/square_world.hpp"

#include "geo/vocabulary/random.hpp"
#include "tests/support/drawn_maps.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace marchland::test {

Squares squares(std::size_t side)
{
    Squares map{{}, grid_neighbours(side, side)};
    for (std::size_t i = 0; i < side * side; ++i) {
        double const x = 5000.0 * static_cast<double>(i % side);
        double const y = 5000.0 * static_cast<double>(i / side);
        geo::Draws draws{geo::Random{1, "test-people", i}};
        double const people = std::round(12000.0 * std::exp(0.5 * draws.normal()));
        map.communes.code.push_back(std::to_string(10000 + i));
        map.communes.name.push_back("Xã");
        map.communes.population.push_back(people);
        map.communes.at_risk.push_back(people);
        map.communes.centre.push_back({x, y});
        map.communes.shape.push_back({{{{x, y}, {x + 1.0, y}, {x, y + 1.0}, {x, y}}}});
    }
    return map;
}

analysis::simulation::WorldOptions thin_world(analysis::simulation::WorldFamily family,
                                              double reporting_ratio, std::size_t communes,
                                              std::uint64_t seed)
{
    auto const n = static_cast<double>(communes);
    return {.family = family,
            .persons_a_year = 100.0 / 481.0 * n,
            .groups = 2,
            .members = std::max(2, static_cast<int>(n / 24.0)),
            .reporting_ratio = reporting_ratio,
            .seed = seed};
}

analysis::risk::RiskInput told(Squares const& map, analysis::simulation::World const& world)
{
    analysis::risk::RiskInput input{.cases = geo::PerCommune<double>{map.communes.size(), 0.0},
                                    .at_risk = map.communes.at_risk,
                                    .effort = world.effort,
                                    .years = static_cast<double>(world.detected.size()),
                                    .near = map.near};
    for (auto const& year : world.detected) {
        for (auto const id : year.ids()) {
            input.cases[id] += year[id];
        }
    }
    return input;
}

}  // namespace marchland::test
