// How long scans take, at the sizes that other programs were timed at.
#include "analysis/scan/scan.hpp"
#include "geo/vocabulary/random.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>

namespace marchland::bench {
namespace {

struct World {
    geo::PerCommune<geo::Point> places;
    geo::PerCommune<double> expected;
    geo::PerCommune<std::uint32_t> cases;
};

/// A square grid of about n communes, places a little off it, populations that differ ten-fold.
World world(std::size_t n, std::uint64_t cases, double jitter)
{
    geo::Draws draws{geo::Random{1, "bench-scan"}};
    auto const columns = static_cast<std::size_t>(std::sqrt(static_cast<double>(n)));
    World made;
    std::vector<double> until;
    double sum = 0.0;
    for (std::size_t i = 0; i < n; ++i) {
        made.places.push_back(
            {5000.0 * (static_cast<double>(i % columns) + jitter * draws.uniform()),
             5000.0 * (static_cast<double>(i / columns) + jitter * draws.uniform())});
        made.expected.push_back(std::floor(1000.0 * std::exp(2.3 * draws.uniform())));
        sum += made.expected[static_cast<geo::CommuneId>(i)];
        until.push_back(sum);
        made.cases.push_back(0);
    }
    for (std::uint64_t c = 0; c < cases; ++c) {
        auto const at = std::ranges::upper_bound(until, sum * draws.uniform()) - until.begin();
        ++made.cases[static_cast<geo::CommuneId>(at)];
    }
    return made;
}

void spatial(benchmark::State& state, double jitter)
{
    auto const made = world(static_cast<std::size_t>(state.range(0)),
                            static_cast<std::uint64_t>(state.range(1)), jitter);
    auto const family = analysis::scan::circular_windows(made.places);
    geo::Job const job{{}, {}, static_cast<unsigned>(state.range(2))};
    for (auto _ : state) {
        benchmark::DoNotOptimize(
            analysis::scan::scan_poisson(made.cases, made.expected, family, {}, {}, job));
    }
}

void scan_scattered(benchmark::State& state)
{
    spatial(state, 0.9);
}
void scan_grid(benchmark::State& state)
{
    spatial(state, 0.0);
}

/// The communes of a border region by month over five years.
void scan_months(benchmark::State& state)
{
    auto const made = world(481, 500, 0.9);
    std::vector<std::uint32_t> cases(481 * 60, 0);
    std::vector<double> expected;
    geo::Draws draws{geo::Random{2, "bench-scan"}};
    for (auto const id : made.cases.ids()) {
        expected.insert(expected.end(), 60, made.expected[id]);
        for (std::uint32_t c = 0; c < made.cases[id]; ++c) {
            ++cases[geo::index_of(id) * 60 + draws.below(60)];
        }
    }
    auto const family = analysis::scan::circular_windows(made.places);
    for (auto _ : state) {
        benchmark::DoNotOptimize(analysis::scan::scan_space_time(cases, expected, 60, family, {},
                                                                 {}, geo::Job{{}, {}, 1}));
    }
}

constexpr auto process = [](auto* bench) {
    bench->MeasureProcessCPUTime()->UseRealTime()->Unit(benchmark::kMillisecond);
};

BENCHMARK(scan_scattered)
    ->Args({245, 58943, 1})
    ->Args({3025, 2000, 1})
    ->Args({3025, 2000, 2})
    ->Args({11025, 2000, 1})
    ->Args({11025, 2000, 2})
    ->Apply(process);
BENCHMARK(scan_grid)->Args({3025, 2000, 1})->Args({11025, 2000, 1})->Apply(process);
BENCHMARK(scan_months)->Apply(process);

}  // namespace
}  // namespace marchland::bench
