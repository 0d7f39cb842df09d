// Possible worlds over the real main roads of Viet Nam: 481 communes and 15 crossings put on them at random.
#include "analysis/flows/bands.hpp"
#include "geo/vocabulary/random.hpp"
#include "tests/support/drawn_region.hpp"

#include <benchmark/benchmark.h>

#include <filesystem>

namespace marchland::bench {
namespace {

std::filesystem::path const roads{
    std::filesystem::path{MARCHLAND_SHARED} /
    "data/vn-osm-infrastructure-2026/osm_main_roads_rail_border.gpkg"};

struct Scene {
    test::DrawnRegion region;
    geo::PerCommune<analysis::flows::Demand> demand;
    geo::Column<geo::CrossingId, double> chance;

    analysis::flows::Ground ground() const
    {
        return {region.network,  region.ways, region.crossings, region.anchors,
                region.exposure, demand,      chance,           {}};
    }
};

std::vector<test::DrawnWay> drawn_roads()
{
    geo::Findings findings;
    auto const ways = geo::read_ways({.layer = "roads",
                                      .source = roads.string(),
                                      .table = "lines",
                                      .columns = {{"class", "infrastructure_type"}}},
                                     geo::WayKind::road, geo::Crs::parse("EPSG:3405"), findings);
    std::vector<test::DrawnWay> drawn;
    for (auto const id : ways.id.ids()) {
        drawn.push_back({.line = ways.line[id], .klass = ways.klass[id]});
    }
    return drawn;
}

Scene scene()
{
    auto const drawn = drawn_roads();
    geo::Draws draws{geo::Random{1, "bench-flows"}};
    auto const somewhere = [&] {
        return drawn[static_cast<std::size_t>(draws.uniform() * static_cast<double>(drawn.size()))]
            .line.front();
    };
    std::vector<geo::Point> communes;
    std::vector<test::DrawnCrossing> gates;
    geo::PerCommune<analysis::flows::Demand> demand;
    for (int i = 0; i < 481; ++i) {
        communes.push_back(somewhere());
        double const people = 0.05 + 0.4 * draws.uniform();
        demand.push_back({.expected = people, .lower = 0.5 * people, .upper = 2.0 * people});
    }
    for (int i = 0; i < 15; ++i) {
        gates.push_back({.at = somewhere()});
    }
    return {test::region_of(drawn, communes, gates), std::move(demand),
            geo::Column<geo::CrossingId, double>{gates.size(), 1.0}};
}

void worlds_over_main_roads(benchmark::State& state)
{
    if (!std::filesystem::exists(roads)) {
        state.SkipWithError(("skipped: " + roads.string() + " is not here").c_str());
        return;
    }
    static Scene const place = scene();
    geo::Job const job{{}, {}, static_cast<unsigned>(state.range(0))};
    analysis::flows::FlowOptions const options{.choice = {.draws = 1000}};
    for (auto _ : state) {
        benchmark::DoNotOptimize(
            analysis::flows::flow_bands(place.region.graph, place.ground(), options, job));
    }
}
BENCHMARK(worlds_over_main_roads)
    ->Arg(1)
    ->Arg(2)
    ->ArgName("threads")
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();

}  // namespace
}  // namespace marchland::bench
