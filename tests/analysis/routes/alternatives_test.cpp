// Numbers by hand: docs/methods/corridors.md.
#include "analysis/routes/alternatives.hpp"

#include "tests/support/hand_graphs.hpp"

#include <gtest/gtest.h>

#include <set>

namespace marchland::analysis::routes {
namespace {

struct Found {
    RouteGraph graph;
    std::vector<Alternative> ways;
};

Found between(std::size_t from, std::size_t to, std::size_t junctions,
              std::vector<test::Edge> const& edges, AlternativeLimits const& limits = {})
{
    auto graph = test::hand_made(junctions, edges).graph(travel::Profile::foot);
    auto ways = alternatives(graph, graph.tree(test::junction(from), Direction::from_root),
                             graph.tree(test::junction(to), Direction::to_root), limits);
    return {std::move(graph), std::move(ways)};
}

std::vector<Ticks> km_of(Found const& found)
{
    std::vector<Ticks> km;
    for (auto const& way : found.ways) {
        km.push_back(way.ticks / test::ticks_a_path_km);
    }
    return km;
}

//    2--3
//   /    \        10, 11 and 12 km
//  0-4--5-1
//   \    /
//    6--7
std::vector<test::Edge> const diamond{{0, 2, 3}, {2, 3, 4}, {3, 1, 3}, {0, 4, 3}, {4, 5, 5},
                                      {5, 1, 3}, {0, 6, 3}, {6, 7, 6}, {7, 1, 3}};

TEST(Alternatives, DiamondHasThree)
{
    auto const found = between(0, 1, 8, diamond);
    EXPECT_EQ(km_of(found), (std::vector<Ticks>{10, 11, 12}));
    for (auto const& way : found.ways) {
        EXPECT_EQ(way.overlap, 0.0);
    }
}

TEST(Alternatives, DiamondWithoutJunctionsOnItsWay)
{
    // The same where nothing branches off: one junction midway, and none at all.
    EXPECT_EQ(
        km_of(between(0, 1, 5, {{0, 2, 5}, {2, 1, 5}, {0, 3, 5}, {3, 1, 6}, {0, 4, 6}, {4, 1, 6}})),
        (std::vector<Ticks>{10, 11, 12}));
    EXPECT_EQ(km_of(between(0, 1, 2, {{0, 1, 10}, {0, 1, 11}, {0, 1, 12}})),
              (std::vector<Ticks>{10, 11, 12}));
}

TEST(Alternatives, NoMoreThanAsked)
{
    EXPECT_EQ(km_of(between(0, 1, 8, diamond, {.most = 2})), (std::vector<Ticks>{10, 11}));
    EXPECT_EQ(km_of(between(0, 1, 8, diamond, {.most = 1})), (std::vector<Ticks>{10}));
}

TEST(Alternatives, NoneIsTooLong)
{
    EXPECT_EQ(km_of(between(0, 1, 8, diamond, {.longest = 1.15})), (std::vector<Ticks>{10, 11}));
}

TEST(Alternatives, NoneIsTooMuchLikeTheOthers)
{
    // 30 km together, then two ways round a hill of 10 and 11 km: three quarters in common.
    std::vector<test::Edge> const fork{{0, 1, 30}, {1, 2, 3}, {2, 3, 4}, {3, 6, 3},
                                       {1, 4, 3},  {4, 5, 5}, {5, 6, 3}};
    EXPECT_EQ(between(0, 6, 7, fork).ways.size(), 1U);
    auto const lenient = between(0, 6, 7, fork, {.most_overlap = 0.8});
    ASSERT_EQ(lenient.ways.size(), 2U);
    EXPECT_NEAR(lenient.ways[1].overlap, 30.0 / 41.0, 1e-12);
}

TEST(Alternatives, DeadEndsAreNoDetours)
{
    auto with_dead_end = diamond;
    with_dead_end.push_back({4, 8, 1});
    EXPECT_EQ(between(0, 1, 9, with_dead_end).ways.size(), 3U);
}

TEST(Alternatives, NoneRunsThroughItsEnd)
{
    // Behind the end a ring of one-way streets leads back to it.
    auto const one = geo::Oneway::forward;
    auto const path = geo::WayClass::path;
    auto graph =
        test::hand_made(
            4, {{0, 1, 8}, {1, 2, 2, path, one}, {2, 3, 2, path, one}, {3, 1, 2, path, one}})
            .graph();
    auto const ways = alternatives(graph, graph.tree(test::junction(0), Direction::from_root),
                                   graph.tree(test::junction(1), Direction::to_root),
                                   {.longest = 3.0, .most_overlap = 0.9});
    EXPECT_EQ(ways.size(), 1U);
}

TEST(Alternatives, NowhereAndHere)
{
    EXPECT_TRUE(between(0, 2, 3, {{0, 1, 4}}).ways.empty());
    auto const here = between(1, 1, 3, {{0, 1, 4}});
    ASSERT_EQ(here.ways.size(), 1U);
    EXPECT_TRUE(here.ways[0].arcs.empty());
    EXPECT_EQ(here.ways[0].ticks, 0U);
}

TEST(Alternatives, AreSoundWaysOnAnyGraph)
{
    std::size_t more_than_one = 0;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        auto const found = between(0, 29, 30, test::random_edges(30, seed), {.most = 4});
        auto const tree = found.graph.tree(test::junction(0), Direction::from_root);
        ASSERT_FALSE(found.ways.empty());
        EXPECT_EQ(found.ways[0].ticks, tree.ticks[test::junction(29)]);
        more_than_one += found.ways.size() > 1 ? 1U : 0U;
        Ticks last = 0;
        for (auto const& way : found.ways) {
            EXPECT_GE(way.ticks, last);
            EXPECT_LE(way.ticks, 1.5 * found.ways[0].ticks);
            EXPECT_LE(way.overlap, 0.6);
            last = way.ticks;
            Ticks sum = 0;
            auto at = test::junction(0);
            std::set<geo::JunctionId> seen{at};
            for (auto const a : way.arcs) {
                EXPECT_EQ(found.graph.arcs()[a].from, at);
                at = found.graph.arcs()[a].to;
                sum += found.graph.arcs()[a].ticks;
                EXPECT_TRUE(seen.insert(at).second) << "visited twice";
            }
            EXPECT_EQ(at, test::junction(29));
            EXPECT_EQ(sum, way.ticks);
        }
    }
    std::printf("    random graphs with an alternative: %zu of 200\n", more_than_one);
    EXPECT_GT(more_than_one, 50U);
}

}  // namespace
}  // namespace marchland::analysis::routes
