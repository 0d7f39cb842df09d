// Local statistics at the sizes for which other programs' times are known: queen grids of normal values.
#include "analysis/hotspots/local_statistics.hpp"
#include "analysis/neighbours/proximity.hpp"
#include "geo/vocabulary/random.hpp"

#include <benchmark/benchmark.h>

namespace marchland::bench {
namespace {

geo::PerCommune<double> normal_values(std::size_t n)
{
    geo::Draws draws{geo::Random{1, "bench"}};
    geo::PerCommune<double> made;
    for (std::size_t i = 0; i < n; ++i) {
        made.push_back(draws.normal());
    }
    return made;
}

analysis::neighbours::Points grid_places(std::size_t side)
{
    analysis::neighbours::Points places;
    for (std::size_t i = 0; i < side * side; ++i) {
        places.push_back(geo::Point{static_cast<double>(i % side), static_cast<double>(i / side)});
    }
    return places;
}

analysis::neighbours::Weights queen(std::size_t side)
{
    return analysis::neighbours::within(grid_places(side), 1.5);
}

void run(benchmark::State& state, analysis::hotspots::LocalStatistic statistic,
         analysis::neighbours::Weights const& weights)
{
    auto const x = normal_values(weights.size());
    geo::Job const job{{}, {}, static_cast<unsigned>(state.range(2))};
    analysis::hotspots::LocalTestOptions const options{.permutations =
                                                           static_cast<int>(state.range(1))};
    for (auto _ : state) {
        benchmark::DoNotOptimize(
            analysis::hotspots::local_test(statistic, x, weights, options, job));
    }
}

// Arguments: side of the grid, permutations, threads.
void local_moran(benchmark::State& state)
{
    run(state, analysis::hotspots::LocalStatistic::moran,
        queen(static_cast<std::size_t>(state.range(0))));
}
BENCHMARK(local_moran)
    ->Args({105, 999, 1})
    ->Args({105, 99999, 1})
    ->Args({105, 99999, 2})
    ->Args({316, 99999, 1})
    ->Args({316, 99999, 2})
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();

void gi_star(benchmark::State& state)
{
    run(state, analysis::hotspots::LocalStatistic::gi_star,
        queen(static_cast<std::size_t>(state.range(0))));
}
BENCHMARK(gi_star)
    ->Args({105, 999, 1})
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();

/// Weights that all differ: a Gaussian over the eight nearest and what lies as near.
void kernel_weights(benchmark::State& state)
{
    auto places = grid_places(static_cast<std::size_t>(state.range(0)));
    geo::Draws draws{geo::Random{2, "bench"}};
    for (auto& place : places) {
        place = geo::Point{place->x + 0.3 * draws.uniform(), place->y + 0.3 * draws.uniform()};
    }
    auto const weights =
        analysis::neighbours::by_kernel(places, analysis::neighbours::Kernel::bisquare, 8);
    run(state, analysis::hotspots::LocalStatistic::moran, weights);
}
BENCHMARK(kernel_weights)
    ->Args({105, 99999, 1})
    ->Args({105, 99999, 2})
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();

void geary(benchmark::State& state)
{
    run(state, analysis::hotspots::LocalStatistic::geary,
        queen(static_cast<std::size_t>(state.range(0))));
}
BENCHMARK(geary)
    ->Args({105, 9999, 1})
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();

}  // namespace
}  // namespace marchland::bench

BENCHMARK_MAIN();
