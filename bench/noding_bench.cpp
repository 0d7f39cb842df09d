// 200 000 random segments cut where they cross, beside GEOS in the same run; then the peak memory of each.
#include "analysis/snap_rounding.hpp"
#include "geo/random.hpp"

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

namespace marchland::analysis {
namespace {

struct Segment {
    geo::Point a;
    geo::Point b;
};

/// Half a crossing and more for each: lengths around 485 m in a square of `side` metres.
std::vector<Segment> segments(std::size_t count)
{
    geo::Draws draws{geo::Random{7, "noding"}};
    // As dense as 200 000 in a square of 141 km: so many crossings for each segment, whatever their number.
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

std::size_t own_edges(std::vector<Segment> const& drawn)
{
    std::vector<Stretch> stretches;
    stretches.reserve(drawn.size());
    for (auto const& [a, b] : drawn) {
        stretches.push_back({on_grid(a), on_grid(b)});
    }
    return distinct_edges(snap_rounded(stretches)).size();
}

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
    auto* const made = grid > 0.0 ? GEOSUnaryUnionPrec_r(geos, all, grid) : GEOSUnaryUnion_r(geos, all);
    // A line of the union may have inner vertices: each stretch of it is an edge.
    std::size_t edges = 0;
    for (int i = 0; i < GEOSGetNumGeometries_r(geos, made); ++i) {
        edges += static_cast<std::size_t>(GEOSGeomGetNumPoints_r(geos, GEOSGetGeometryN_r(geos, made, i)) - 1);
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

void noding(benchmark::State& state) { measure(state, own_edges); }
BENCHMARK(noding)->Arg(200'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

void noding_geos_snap_rounding(benchmark::State& state)
{
    measure(state, [](auto const& drawn) { return geos_edges(drawn, 0.01); });
}
BENCHMARK(noding_geos_snap_rounding)->Arg(200'000)->Unit(benchmark::kMillisecond)->Iterations(1);

void noding_geos_float(benchmark::State& state)
{
    measure(state, [](auto const& drawn) { return geos_edges(drawn, 0.0); });
}
BENCHMARK(noding_geos_float)->Arg(200'000)->Unit(benchmark::kMillisecond)->Iterations(1);

/// Runs in a process of its own, so that its peak is its own.
template <class Cut>
void tell_peak(char const* name, std::size_t count, Cut const& cut)
{
    auto const child = fork();
    if (child == 0) {
        cut(segments(count));
        std::_Exit(0);
    }
    int status = 0;
    rusage used{};
    wait4(child, &status, 0, &used);
    std::printf("peak memory, %-20s %9zu segments: %7.0f MB\n", name, count,
                static_cast<double>(used.ru_maxrss) / 1024.0);
}

}  // namespace
}  // namespace marchland::analysis

int main(int count, char** words)
{
    using namespace marchland::analysis;
    tell_peak("nothing but segments", 200'000, [](auto const&) {});
    tell_peak("noding", 200'000, own_edges);
    tell_peak("noding", 1'000'000, own_edges);
    tell_peak("GEOS snap-rounding", 200'000, [](auto const& drawn) { geos_edges(drawn, 0.01); });
    tell_peak("GEOS float", 200'000, [](auto const& drawn) { geos_edges(drawn, 0.0); });
    std::fflush(stdout);
    benchmark::Initialize(&count, words);
    benchmark::RunSpecifiedBenchmarks();
}
