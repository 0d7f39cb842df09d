// 200 000 random segments cut where they cross, beside GEOS in the same run, and the peak memory of
// each; a network of a million ways.
#include "analysis/network/network.hpp"
#include "analysis/network/snap_rounding.hpp"
#include "geo/vocabulary/random.hpp"

#include <benchmark/benchmark.h>
#include <geos_c.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <numbers>
#include <vector>

namespace marchland::bench {
namespace {

struct Segment {
    geo::Point a;
    geo::Point b;
};

/// Half a crossing and more for each: lengths around 485 m in a square of `side` metres.
std::vector<Segment> segments(std::size_t count)
{
    geo::Draws draws{geo::Random{7, "noding"}};
    // As dense as 200 000 in a square of 141 km: so many crossings for each segment, whatever their
    // number.
    double const side = 223.7 * std::sqrt(static_cast<double>(count));
    std::vector<Segment> made(count);
    for (auto& [a, b] : made) {
        a = {side * draws.uniform(), side * draws.uniform()};
        double const turn = 2.0 * std::numbers::pi * draws.uniform();
        double const metres = 970.0 * draws.uniform();
        b = {a.x + metres * std::cos(turn), a.y + metres * std::sin(turn)};
    }
    return made;
}

/// \param grid  metres; whole numbers are centimetres to the noding, so other grids are drawn
/// larger.
std::size_t own_edges(std::vector<Segment> const& drawn, double grid)
{
    double const scale = 0.01 / grid;
    std::vector<analysis::network::Stretch> stretches;
    stretches.reserve(drawn.size());
    for (auto const& [a, b] : drawn) {
        stretches.push_back({analysis::network::on_grid({scale * a.x, scale * a.y}),
                             analysis::network::on_grid({scale * b.x, scale * b.y})});
    }
    return analysis::network::distinct_edges(analysis::network::snap_rounded(stretches)).size();
}

/// A town of square blocks, each side of a block a way of its own: `side` x `side` corners, shaken
/// a little.
geo::Ways town(int side)
{
    geo::Random const random{8, "town"};
    auto const corner = [&](int i, int j) {
        auto const n = 2 * static_cast<std::uint64_t>(i * (side + 1) + j);
        return geo::Point{100.0 * i + 20.0 * random.uniform(n),
                          100.0 * j + 20.0 * random.uniform(n + 1)};
    };
    geo::Ways ways;
    auto const add = [&ways](geo::Point a, geo::Point b) {
        ways.id.push_back(std::to_string(ways.id.size()));
        ways.kind.push_back(geo::WayKind::road);
        ways.klass.push_back(geo::WayClass::local);
        ways.bridge.push_back(0);
        ways.tunnel.push_back(0);
        ways.level.push_back(0);
        ways.oneway.push_back(geo::Oneway::both);
        ways.p_exists.push_back(1.0);
        ways.line.push_back({a, b});
    };
    for (int i = 0; i < side; ++i) {
        for (int j = 0; j < side; ++j) {
            add(corner(i, j), corner(i + 1, j));
            add(corner(i, j), corner(i, j + 1));
        }
    }
    return ways;
}

constexpr int million = 708;  ///< 708 x 708 x 2 ways

void network_of_a_million(benchmark::State& state)
{
    auto const ways = town(million);
    for (auto _ : state) {
        auto const made = analysis::network::network_of(ways, {}, 50.0);
        state.counters["pieces"] = static_cast<double>(made.pieces.size());
        state.counters["gaps"] = static_cast<double>(made.repairs.size());
    }
}
BENCHMARK(network_of_a_million)->Unit(benchmark::kMillisecond);

/// GEOS's union of lines: on a grid (snap-rounding) or, with grid 0, in floating point.
std::size_t geos_edges(std::vector<Segment> const& drawn, double grid)
{
    auto* const geos = GEOS_init_r();
    std::vector<GEOSGeometry*> lines;
    lines.reserve(drawn.size());
    for (auto const& [a, b] : drawn) {
        auto* const corners = GEOSCoordSeq_create_r(geos, 2, 2);
        GEOSCoordSeq_setXY_r(geos, corners, 0, a.x, a.y);
        GEOSCoordSeq_setXY_r(geos, corners, 1, b.x, b.y);
        lines.push_back(GEOSGeom_createLineString_r(geos, corners));
    }
    auto* const all = GEOSGeom_createCollection_r(geos, GEOS_MULTILINESTRING, lines.data(),
                                                  static_cast<unsigned>(lines.size()));
    auto* const made =
        grid > 0.0 ? GEOSUnaryUnionPrec_r(geos, all, grid) : GEOSUnaryUnion_r(geos, all);
    // A line of the union may have inner vertices: each stretch of it is an edge.
    std::size_t edges = 0;
    for (int i = 0; i < GEOSGetNumGeometries_r(geos, made); ++i) {
        edges += static_cast<std::size_t>(
            GEOSGeomGetNumPoints_r(geos, GEOSGetGeometryN_r(geos, made, i)) - 1);
    }
    GEOSGeom_destroy_r(geos, made);
    GEOSGeom_destroy_r(geos, all);
    GEOS_finish_r(geos);
    return edges;
}

template <class Cut>
void measure(benchmark::State& state, Cut const& cut)
{
    auto const drawn = segments(static_cast<std::size_t>(state.range(0)));
    std::size_t edges = 0;
    for (auto _ : state) {
        edges = cut(drawn);
    }
    state.counters["edges"] = static_cast<double>(edges);
}

/// The second number of a benchmark is its grid, in millimetres.
double grid_of(benchmark::State const& state)
{
    return 0.001 * static_cast<double>(state.range(1));
}

void noding(benchmark::State& state)
{
    measure(state, [&](auto const& drawn) { return own_edges(drawn, grid_of(state)); });
}
BENCHMARK(noding)
    ->Args({200'000, 10})
    ->Args({200'000, 1})
    ->Args({1'000'000, 10})
    ->Unit(benchmark::kMillisecond);

void noding_geos_snap_rounding(benchmark::State& state)
{
    measure(state, [&](auto const& drawn) { return geos_edges(drawn, grid_of(state)); });
}
BENCHMARK(noding_geos_snap_rounding)
    ->Args({200'000, 10})
    ->Args({200'000, 1})
    ->Unit(benchmark::kMillisecond)
    ->Iterations(1);

void noding_geos_float(benchmark::State& state)
{
    measure(state, [](auto const& drawn) { return geos_edges(drawn, 0.0); });
}
BENCHMARK(noding_geos_float)->Arg(200'000)->Unit(benchmark::kMillisecond)->Iterations(1);

/// Runs in a process of its own, so that its peak is its own.
template <class Work>
void tell_peak(char const* name, std::size_t count, Work const& work)
{
    auto const child = fork();
    if (child == 0) {
        work(count);
        std::_Exit(0);
    }
    int status = 0;
    rusage used{};
    wait4(child, &status, 0, &used);
    std::printf("peak memory, %-20s %9zu lines: %7.0f MB\n", name, count,
                static_cast<double>(used.ru_maxrss) / 1024.0);
}

}  // namespace
}  // namespace marchland::bench

int main(int words_count, char** words)
{
    using namespace marchland::analysis;
    tell_peak("nothing but segments", 200'000, [](auto count) { segments(count); });
    tell_peak("noding", 200'000, [](auto count) { own_edges(segments(count), 0.01); });
    tell_peak("noding", 1'000'000, [](auto count) { own_edges(segments(count), 0.01); });
    tell_peak("GEOS snap-rounding", 200'000, [](auto count) { geos_edges(segments(count), 0.01); });
    tell_peak("GEOS float", 200'000, [](auto count) { geos_edges(segments(count), 0.0); });
    tell_peak("a network", 2 * million * million,
              [](auto) { analysis::network::network_of(town(million), {}, 50.0); });
    std::fflush(stdout);
    benchmark::Initialize(&words_count, words);
    benchmark::RunSpecifiedBenchmarks();
}
