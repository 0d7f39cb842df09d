// A network of a million edges within two gigabytes.
#include "analysis/graph/contraction.hpp"
#include "analysis/graph/k_shortest.hpp"
#include "analysis/graph/point_to_point.hpp"
#include "analysis/routes/exposure.hpp"

#include "tests/support/drawn_region.hpp"

#include <gtest/gtest.h>

#include <sys/resource.h>

#include <cstdlib>
#include <iostream>

namespace marchland::test {
namespace {

constexpr rlim_t two_gigabytes = rlim_t{2} << 30;

/// A street grid, each of its edges a way of its own, as in a file of road sections.
std::vector<DrawnWay> a_million_ways()
{
    constexpr int side = 708;
    std::vector<DrawnWay> ways;
    for (int row = 0; row < side; ++row) {
        for (int column = 0; column < side; ++column) {
            double const x = 100.0 * column;
            double const y = 100.0 * row;
            if (column + 1 < side) {
                ways.push_back({.line = {{x, y}, {x + 100.0, y}}});
            }
            if (row + 1 < side) {
                ways.push_back({.line = {{x, y}, {x, y + 100.0}}});
            }
        }
    }
    return ways;
}

/// From ways to hours and other ways, with no more memory than there may be. \return whether all held
bool network_within(rlim_t bytes)
{
    rlimit const limit{bytes, bytes};
    if (setrlimit(RLIMIT_AS, &limit) != 0) {
        std::cerr << "no limit can be set\n";
        return false;
    }
    auto const region =
        region_of(a_million_ways(), {{0.0, 0.0}, {35'000.0, 35'000.0}},
                  {{{70'700.0, 70'700.0}}, {{0.0, 70'700.0}}}, {}, geo::Job{{}, {}, 1});
    auto const& graph = region.graph.digraph();
    auto const from = geo::index_of(region.anchors.communes[geo::CommuneId{0}]->junction);
    auto const to = geo::index_of(region.anchors.crossings[crossing(0)]->junction);
    auto const way = analysis::graph::lightest_way(graph, from, to);
    auto const more = analysis::graph::k_shortest(graph, from, to, 3);
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    std::cerr << region.ways.size() << " ways, " << graph.edges() << " arcs, "
              << used.ru_maxrss / 1024 << " MB at most\n";
    return region.ways.size() > 1'000'000 && graph.edges() > 2'000'000 && way && more.size() == 3 &&
           more[0].weight == way->weight;
}

TEST(MillionEdges, FitIntoTwoGigabytes)
{
    GTEST_FLAG_SET(death_test_style, "threadsafe");  // a fresh process: the limit stays in it
    EXPECT_EXIT(std::exit(network_within(two_gigabytes) ? 0 : 1), testing::ExitedWithCode(0),
                " MB at most");
}

}  // namespace
}  // namespace marchland::test
