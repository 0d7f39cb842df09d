// Accumulated cost over 4000 x 4000 cells of random friction, to be read beside
// peers/surface_grass.
#include "analysis/terrain/open_country.hpp"
#include "analysis/terrain/surface.hpp"

#include <benchmark/benchmark.h>

#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <span>
#include <string>
#include <vector>

namespace marchland::bench {
namespace {

/// Frictions 1 to 10 with two decimals, the same on every machine (split-mix of the cell's number).
double friction_of(std::uint64_t cell)
{
    std::uint64_t z = (cell + 1) * 0x9e3779b97f4a7c15ULL;
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebULL;
    return 1.0 + 0.01 * static_cast<double>((z ^ (z >> 31U)) % 901);
}

analysis::terrain::Surface friction_ground(std::uint32_t side)
{
    analysis::terrain::Surface ground{.cells = {{0.0, static_cast<double>(side)}, 1.0, side, side}};
    for (std::uint64_t cell = 0; cell < ground.cells.size(); ++cell) {
        ground.friction.push_back(friction_of(cell));
    }
    return ground;
}

/// Hills 50 cells apart, 90 m cells.
analysis::terrain::Surface hills(std::uint32_t side)
{
    auto ground = friction_ground(side);
    ground.cells.metres = 90.0;
    for (std::uint64_t cell = 0; cell < ground.cells.size(); ++cell) {
        double const x = static_cast<double>(cell % side) / 8.0;
        double const y = static_cast<double>(cell / side) / 8.0;
        ground.height.push_back(300.0 * std::sin(x) * std::cos(y) + 3.0 * ground.friction[cell]);
    }
    ground.friction.clear();
    return ground;
}

std::vector<analysis::terrain::SurfaceStart> centre_of(analysis::terrain::Surface const& ground)
{
    return {{std::size_t{ground.cells.rows / 2} * ground.cells.columns + ground.cells.columns / 2}};
}

void friction_surface(benchmark::State& state)
{
    auto const ground = friction_ground(static_cast<std::uint32_t>(state.range(0)));
    auto const starts = centre_of(ground);
    for (auto _ : state) {
        benchmark::DoNotOptimize(analysis::terrain::accumulated_cost(
            ground, starts, analysis::terrain::Travel::from_starts));
    }
}
BENCHMARK(friction_surface)->Arg(1000)->Arg(4000)->Unit(benchmark::kMillisecond);

void tobler_surface(benchmark::State& state)
{
    auto const ground = hills(static_cast<std::uint32_t>(state.range(0)));
    auto const starts = centre_of(ground);
    for (auto _ : state) {
        benchmark::DoNotOptimize(analysis::terrain::accumulated_cost(
            ground, starts, analysis::terrain::Travel::from_starts));
    }
}
BENCHMARK(tobler_surface)->Arg(1000)->Arg(4000)->Unit(benchmark::kMillisecond);

/// Land cover of eleven classes, and 40 rivers across the map in bends of 20 cells, on the hills.
void country_with_rivers(benchmark::State& state)
{
    auto const side = static_cast<std::uint32_t>(state.range(0));
    auto const ground = hills(side);
    geo::Raster const terrain{ground.cells, ground.height};
    geo::Raster cover = terrain;
    for (std::uint64_t cell = 0; cell < cover.values.size(); ++cell) {
        cover.values[cell] = std::floor(friction_of(cell)) * 10.0;
    }
    auto const box = ground.cells.box();
    std::vector<geo::River> rivers;
    for (int i = 1; i <= 40; ++i) {
        rivers.push_back({"r", {}, 0.0, i % 2 == 0});
        for (double x = box.min_x; x < box.max_x; x += 20.0 * ground.cells.metres) {
            double const bend = 10.0 * ground.cells.metres * std::sin(0.01 * x + i);
            rivers.back().line.push_back({x, box.min_y + box.height() * i / 41.0 + bend});
        }
    }
    geo::Crossings const none;
    auto const classes = analysis::travel::esa_worldcover();
    for (auto _ : state) {
        benchmark::DoNotOptimize(
            analysis::terrain::open_country({terrain, &cover, classes, rivers, none}, {}));
    }
}
BENCHMARK(country_with_rivers)->Arg(4000)->Unit(benchmark::kMillisecond);

void tobler_corridor(benchmark::State& state)
{
    auto const ground = hills(1000);
    std::vector<analysis::terrain::SurfaceStart> const from{{100}};
    std::vector<analysis::terrain::SurfaceStart> const to{{ground.cells.size() - 100}};
    for (auto _ : state) {
        benchmark::DoNotOptimize(analysis::terrain::least_cost_corridor(ground, from, to));
    }
}
BENCHMARK(tobler_corridor)->Unit(benchmark::kMillisecond)->UseRealTime();

template <class T>
void write_raw(std::string const& file, std::vector<T> const& values)
{
    std::ofstream out{file, std::ios::binary};
    auto const bytes = std::as_bytes(std::span{values});
    out.write(reinterpret_cast<char const*>(bytes.data()),
              static_cast<std::streamsize>(bytes.size()));
}

}  // namespace
}  // namespace marchland::bench

/// `bench_surface --write FRICTION COST SIDE` writes the raster and our answer as rows of doubles,
/// for peers/surface_grass; else the benchmarks run.
int main(int argc, char** argv)
{
    using namespace marchland::analysis;
    if (argc == 5 && std::strcmp(argv[1], "--write") == 0) {
        auto const ground = friction_ground(static_cast<std::uint32_t>(std::atoi(argv[4])));
        write_raw(argv[2], ground.friction);
        auto const starts = centre_of(ground);
        write_raw(argv[3], analysis::terrain::accumulated_cost(
                               ground, starts, analysis::terrain::Travel::from_starts)
                               .cost);
        return 0;
    }
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
}
