// How long the parts of a run take, at the size of a country.
#include "analysis/hotspots/local_moran.hpp"
#include "analysis/network/network.hpp"
#include "analysis/risk/risk.hpp"
#include "analysis/routes/route_graph.hpp"
#include "geo/layers/communes.hpp"
#include "geo/layers/ways.hpp"
#include "geo/shapes/boundaries.hpp"
#include "geo/vocabulary/random.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>
#include <filesystem>

namespace marchland::bench {
namespace {

using geo::CommuneId;
using geo::PerCommune;

std::filesystem::path const data{std::filesystem::path{MARCHLAND_SHARED} / "data"};
constexpr std::size_t communes_of_viet_nam = 3321;

geo::Job on_threads(benchmark::State const& state)
{
    return geo::Job{{}, {}, static_cast<unsigned>(state.range(0))};
}

PerCommune<double> values(std::size_t n)
{
    geo::Draws draws{geo::Random{1, "bench"}};
    PerCommune<double> made;
    for (std::size_t i = 0; i < n; ++i) {
        made.push_back(draws.normal());
    }
    return made;
}

/// Queen neighbours of n communes on a grid about as wide as it is high.
analysis::neighbours::Neighbours grid(std::size_t n)
{
    auto const columns = static_cast<std::ptrdiff_t>(std::sqrt(static_cast<double>(n)));
    analysis::neighbours::Neighbours near{n};
    for (std::ptrdiff_t i = 0; i < static_cast<std::ptrdiff_t>(n); ++i) {
        for (std::ptrdiff_t const row : {-1, 0, 1}) {
            for (std::ptrdiff_t const column : {-1, 0, 1}) {
                auto const x = i % columns + column;
                auto const other = i + row * columns + column;
                if (other != i && x >= 0 && x < columns && other >= 0 &&
                    other < static_cast<std::ptrdiff_t>(n)) {
                    near[static_cast<CommuneId>(i)].push_back(static_cast<CommuneId>(other));
                }
            }
        }
    }
    return near;
}

geo::Communes communes_in(std::filesystem::path const& file, char const* crs)
{
    geo::Findings findings;
    return geo::read_communes(
        {.layer = "communes", .source = file.string(), .columns = {{"id", "code"}}}, "2025-07-01",
        geo::Crs::parse(crs), findings);
}

bool skipped(benchmark::State& state, std::filesystem::path const& file)
{
    if (!std::filesystem::exists(file)) {
        state.SkipWithError("needs the shared data: set MARCHLAND_SHARED");
        return true;
    }
    return false;
}

void moran(benchmark::State& state, analysis::neighbours::Neighbours const& near)
{
    auto const rates = values(near.size());
    auto const job = on_threads(state);
    for (auto _ : state) {
        benchmark::DoNotOptimize(
            analysis::hotspots::local_moran(rates, near, {.permutations = 9999}, job));
    }
}

void local_moran_on_a_grid(benchmark::State& state)
{
    moran(state, grid(communes_of_viet_nam));
}

void local_moran_of_viet_nam(benchmark::State& state)
{
    auto const file = data / "vn-communes-2025/communes_2025_nation_dp12m.fgb";
    if (skipped(state, file)) {
        return;
    }
    static auto const near =
        geo::Boundaries{communes_in(file, "EPSG:3405").shape}.neighbours(geo::Contiguity::queen);
    moran(state, near);
}

void risk_of_viet_nam(benchmark::State& state)
{
    geo::Draws draws{geo::Random{2, "bench"}};
    analysis::risk::RiskInput input{.years = 3.0};
    for (std::size_t i = 0; i < communes_of_viet_nam; ++i) {
        double const people = std::exp(9.0 + 0.8 * draws.normal());
        input.at_risk.push_back(people);
        input.effort.push_back(10.0 + 90.0 * draws.uniform());
        input.cases.push_back(static_cast<double>(draws.poisson(people * 2e-4 * draws.gamma(1.0))));
    }
    auto const job = on_threads(state);
    for (auto _ : state) {
        benchmark::DoNotOptimize(analysis::risk::risk_of(input, {.draws = 4000}, job));
    }
}

std::filesystem::path const main_roads_file =
    data / "vn-osm-infrastructure-2026/osm_main_roads_rail_border.gpkg";

geo::Ways const& main_roads()
{
    static geo::Ways const ways = [] {
        geo::Findings findings;
        return geo::read_ways({.layer = "roads",
                               .source = main_roads_file.string(),
                               .table = "lines",
                               .columns = {{"class", "infrastructure_type"}}},
                              geo::WayKind::road, geo::Crs::parse("EPSG:3405"), findings);
    }();
    return ways;
}

void network_of_main_roads(benchmark::State& state)
{
    if (skipped(state, main_roads_file)) {
        return;
    }
    auto const& ways = main_roads();
    for (auto _ : state) {
        benchmark::DoNotOptimize(analysis::network::network_of(ways, {}, 50.0));
    }
}

std::ptrdiff_t reached(analysis::routes::RouteGraph const& graph, geo::JunctionId root)
{
    auto const tree = graph.tree(root, analysis::routes::Direction::to_root);
    return std::ranges::count_if(tree.ticks, [](analysis::routes::Ticks ticks) {
        return ticks != analysis::routes::unreachable;
    });
}

/// A junction of the largest part: a tree in a fragment would be no work.
geo::JunctionId far_reaching(analysis::routes::RouteGraph const& graph)
{
    geo::JunctionId best{};
    for (std::size_t i = 0; i < graph.junctions(); i += graph.junctions() / 100) {
        auto const root = static_cast<geo::JunctionId>(i);
        best = reached(graph, root) > reached(graph, best) ? root : best;
    }
    return best;
}

void tree_on_main_roads(benchmark::State& state)
{
    if (skipped(state, main_roads_file)) {
        return;
    }
    auto const network = analysis::network::network_of(main_roads(), {}, 50.0);
    analysis::routes::RouteGraph const graph{network, main_roads(),
                                             analysis::travel::Profile::motorbike};
    auto const root = far_reaching(graph);
    state.counters["reached"] = static_cast<double>(reached(graph, root));
    for (auto _ : state) {
        benchmark::DoNotOptimize(graph.tree(root, analysis::routes::Direction::to_root));
    }
}

void boundaries_of_the_border(benchmark::State& state)
{
    auto const file = data / "vn-communes-2025/communes_2025_border7.gpkg";
    if (skipped(state, file)) {
        return;
    }
    static auto const communes = communes_in(file, "EPSG:3405");
    auto const job = on_threads(state);
    for (auto _ : state) {
        benchmark::DoNotOptimize(geo::Boundaries{communes.shape, 1.0, job});
    }
}

BENCHMARK(local_moran_on_a_grid)
    ->Arg(1)
    ->Arg(2)
    ->ArgName("threads")
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK(local_moran_of_viet_nam)
    ->Arg(1)
    ->Arg(2)
    ->ArgName("threads")
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK(risk_of_viet_nam)
    ->Arg(1)
    ->Arg(2)
    ->ArgName("threads")
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK(network_of_main_roads)->Unit(benchmark::kMillisecond);
BENCHMARK(tree_on_main_roads)->Unit(benchmark::kMillisecond);
BENCHMARK(boundaries_of_the_border)
    ->Arg(1)
    ->Arg(2)
    ->ArgName("threads")
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

}  // namespace
}  // namespace marchland::bench
