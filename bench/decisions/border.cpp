#include "bench/decisions/border.hpp"

#include "geo/shapes/boundaries.hpp"
#include "geo/vocabulary/random.hpp"

#include <cmath>

namespace marchland::decisions {
namespace {

constexpr std::uint64_t seed = 20250701;

}  // namespace

Border border_communes(std::filesystem::path const& file)
{
    geo::Findings findings;
    Border border{geo::read_communes(
                      {.layer = "communes", .source = file.string(), .columns = {{"id", "code"}}},
                      "2025-07-01", geo::Crs::parse("EPSG:3405"), findings),
                  {}};
    auto& communes = border.communes;
    for (auto const id : communes.code.ids()) {
        geo::Draws draws{geo::Random{seed, "decisions-people", geo::index_of(id)}};
        communes.population[id] = std::round(12000.0 * std::exp(0.5 * draws.normal()));
        communes.at_risk[id] = communes.population[id];
    }
    border.near = geo::Boundaries{communes.shape}.neighbours(geo::Contiguity::queen);
    return border;
}

}  // namespace marchland::decisions
