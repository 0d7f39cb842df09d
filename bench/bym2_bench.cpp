// How long the risk model takes: fit with all marginals, then draws.
#include "analysis/bym2/bym2.hpp"
#include "geo/layers/communes.hpp"
#include "geo/shapes/boundaries.hpp"
#include "geo/vocabulary/random.hpp"

#include <benchmark/benchmark.h>

#include <sys/resource.h>

#include <cmath>
#include <filesystem>

namespace marchland::bench {
namespace {

using geo::CommuneId;
using geo::PerCommune;

std::filesystem::path const data{std::filesystem::path{MARCHLAND_SHARED} / "data"};

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

/// Rare cases, uneven effort, a smooth field with noise on it, five covariates of which two matter.
analysis::bym2::Bym2Data world(analysis::neighbours::Neighbours near)
{
    auto const n = near.size();
    geo::Draws draws{geo::Random{1, "bench"}};
    PerCommune<double> field{n};
    for (double& value : field) {
        value = draws.normal();
    }
    for (int round = 0; round < 10; ++round) {
        auto const before = field;
        for (auto const id : near.ids()) {
            for (auto const other : near[id]) {
                field[id] += before[other];
            }
            field[id] /= static_cast<double>(near[id].size()) + 1.0;
        }
    }
    double square = 0.0;
    for (double const value : field) {
        square += value * value / static_cast<double>(n);
    }
    analysis::bym2::Bym2Data made{
        .cases = PerCommune<double>{n}, .expected = PerCommune<double>{n}, .near = std::move(near)};
    for (int k = 0; k < 5; ++k) {
        analysis::bym2::Covariate covariate{"x" + std::to_string(k), PerCommune<double>{n}};
        for (double& value : covariate.values) {
            value = draws.normal();
        }
        made.covariates.push_back(std::move(covariate));
    }
    for (auto const id : made.cases.ids()) {
        double const eta = 0.5 * field[id] / std::sqrt(square) + 0.3 * draws.normal() +
                           0.3 * made.covariates[0].values[id] -
                           0.2 * made.covariates[1].values[id];
        made.expected[id] = std::exp(0.7 * draws.normal());
        made.cases[id] = static_cast<double>(draws.poisson(made.expected[id] * std::exp(eta)));
    }
    return made;
}

analysis::bym2::Bym2Data const& world_on(std::size_t which)
{
    static auto const of_layer = [](char const* file, char const* table, char const* code) {
        geo::Findings findings;
        auto const communes =
            geo::read_communes({.layer = "communes",
                                .source = (data / file).string(),
                                .table = table,
                                .columns = {{"id", code}}},
                               "2025-07-01", geo::Crs::parse("EPSG:3405"), findings);
        return geo::Boundaries{communes.shape}.neighbours(geo::Contiguity::queen);
    };
    switch (which) {
    case 0: {
        static auto const made = world(grid(3364));
        return made;
    }
    case 1: {
        static auto const made = world(grid(11025));
        return made;
    }
    case 2: {
        static auto const made =
            world(of_layer("vn-communes-2025/communes_2025_nation_dp12m.fgb", "", "code"));
        return made;
    }
    case 3: {
        static auto const made = world(of_layer(
            "vn-communes-2009/communes_districts_provinces_2009.gpkg", "communes", "commune_id"));
        return made;
    }
    default: {
        static auto const made = world(grid(99856));
        return made;
    }
    }
}

std::size_t draws_for(std::size_t n)
{
    return n > 50000 ? 500 : 4000;
}

void fit_and_draw(benchmark::State& state)
{
    auto const which = static_cast<std::size_t>(state.range(0));
    if ((which == 2 || which == 3) && !std::filesystem::exists(data)) {
        state.SkipWithError("needs the shared data: set MARCHLAND_SHARED");
        return;
    }
    auto const& map = world_on(which);
    geo::Job const job{{}, {}, static_cast<unsigned>(state.range(1))};
    for (auto _ : state) {
        auto const fit = analysis::bym2::fit_bym2(map, {}, job);
        benchmark::DoNotOptimize(fit.posterior.draw(1, 0, draws_for(map.near.size()), job));
        state.counters["points"] = fit.points;
    }
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    state.counters["communes"] = static_cast<double>(map.near.size());
    state.counters["peak_MB"] = static_cast<double>(used.ru_maxrss) / 1024.0;
}

void fit_negative_binomial(benchmark::State& state)
{
    auto const& map = world_on(static_cast<std::size_t>(state.range(0)));
    geo::Job const job{{}, {}, static_cast<unsigned>(state.range(1))};
    for (auto _ : state) {
        auto const fit = analysis::bym2::fit_bym2(
            map, {.family = analysis::bym2::CountFamily::negative_binomial}, job);
        state.counters["points"] = fit.points;
    }
}

void draw_only(benchmark::State& state)
{
    auto const& map = world_on(static_cast<std::size_t>(state.range(0)));
    geo::Job const job{{}, {}, static_cast<unsigned>(state.range(1))};
    auto const fit = analysis::bym2::fit_bym2(map);
    for (auto _ : state) {
        benchmark::DoNotOptimize(fit.posterior.draw(1, 0, draws_for(map.near.size()), job));
    }
}

void two_sizes(benchmark::internal::Benchmark* bench)
{
    for (int const which : {0, 1, 2, 3}) {
        bench->Args({which, 1});
    }
    bench->ArgNames({"map", "threads"})
        ->Unit(benchmark::kMillisecond)
        ->MeasureProcessCPUTime()
        ->UseRealTime();
}

BENCHMARK(fit_and_draw)->Apply(two_sizes)->Args({0, 2})->Args({1, 2})->Args({4, 1});
BENCHMARK(fit_negative_binomial)
    ->Args({0, 1})
    ->ArgNames({"map", "threads"})
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();
BENCHMARK(draw_only)
    ->Args({0, 1})
    ->Args({0, 2})
    ->Args({1, 1})
    ->Args({1, 2})
    ->ArgNames({"map", "threads"})
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();

}  // namespace
}  // namespace marchland::bench
