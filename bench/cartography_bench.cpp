// What the map costs: 11,163 communes, 546,987 ring vertices, one thread.
#include "cartography/map/map_picture.hpp"
#include "cartography/themes/palette.hpp"
#include "cartography/tiles/pixels.hpp"
#include "cartography/tiles/tiles.hpp"
#include "results/reading.hpp"
#include "tests/support/fake_results.hpp"

#include <QGuiApplication>

#include <benchmark/benchmark.h>

#include <algorithm>

using namespace marchland;
using namespace marchland::cartography;

namespace {

/// Three corridors from every commune and 300 informal crossings, as a nation would have them.
results::Results national_results()
{
    auto results = support::fake_results(61, 183);
    for (auto const& commune : results.communes) {
        for (int alternative = 1; alternative <= 3; ++alternative) {
            results::CorridorRow corridor;
            corridor.from_code = commune.code;
            corridor.crossing = "XX-QT";
            corridor.hours = alternative;
            corridor.informal_share = 0.0;
            results.corridors.push_back(std::move(corridor));
        }
    }
    for (int i = 0; i < 300; ++i) {
        auto const number = std::to_string(i);
        results.crossings.push_back(
            {.id = "INFORMAL-" + number, .name = "Khe " + number, .informal = true});
    }
    return results;
}

struct Nation {
    results::Results results = national_results();
    Shown shown = discreet(results);
    std::shared_ptr<geo::Boundaries const> boundaries =
        std::make_shared<geo::Boundaries const>(boundaries_of(results));
    Levels levels{boundaries};
    Lut lut = lut_of(make_theme(shown, Measure::relative_risk, Language::vietnamese));
};

Nation const& nation()
{
    static Nation const made;
    return made;
}

/// The tiles of a 1600 x 1000 screen over the middle of the nation; at 700 m a point all of it
/// shows.
std::vector<TileKey> screen(double metres_per_point)
{
    View const view{nation().boundaries->box().centre(), metres_per_point, {1600.0, 1000.0}};
    return tiles_in(view, step_for(view), 1.0);
}

void fill_screen(benchmark::State& state)
{
    auto const keys = screen(static_cast<double>(state.range(0)));
    for (auto const& key : keys) {
        filled_tile(nation().levels, key);  // levels are made once, and not counted
    }
    for (auto _ : state) {
        for (auto const& key : keys) {
            benchmark::DoNotOptimize(filled_tile(nation().levels, key));
        }
    }
    state.counters["tiles"] = static_cast<double>(keys.size());
}
BENCHMARK(fill_screen)->Arg(700)->Arg(150)->Arg(20)->Unit(benchmark::kMillisecond);

void recolour_screen(benchmark::State& state)
{
    std::vector<IdGrid> grids;
    for (auto const& key : screen(150.0)) {
        grids.push_back(filled_tile(nation().levels, key));
    }
    for (auto _ : state) {
        for (auto const& grid : grids) {
            benchmark::DoNotOptimize(coloured(grid, nation().lut, {colour::outline, 0.5}));
        }
    }
    state.counters["tiles"] = static_cast<double>(grids.size());
}
BENCHMARK(recolour_screen)->Unit(benchmark::kMillisecond);

/// What passes the gate: once for each project, picture or report.
void gate(benchmark::State& state)
{
    for (auto _ : state) {
        benchmark::DoNotOptimize(discreet(nation().results));
    }
}
BENCHMARK(gate)->Unit(benchmark::kMillisecond);

/// Whether each commune can be told apart from the first.
void marks_like_first(benchmark::State& state)
{
    for (auto _ : state) {
        benchmark::DoNotOptimize(
            std::ranges::count_if(nation().results.communes, results::is_like_first));
    }
}
BENCHMARK(marks_like_first)->Unit(benchmark::kMillisecond);

void whole_picture(benchmark::State& state)
{
    for (auto _ : state) {
        benchmark::DoNotOptimize(map_picture(nation().shown, *nation().boundaries));
    }
}
BENCHMARK(whole_picture)->Unit(benchmark::kMillisecond);

}  // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication const application{argc, argv};
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    return 0;
}
