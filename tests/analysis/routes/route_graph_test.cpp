// Numbers by hand: docs/methods/route-graph.md.
#include "analysis/routes/route_graph.hpp"

#include "analysis/travel/travel_model.hpp"
#include "geo/vocabulary/numbers.hpp"
#include "tests/support/hand_graphs.hpp"
#include "tests/support/reference.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cmath>

namespace marchland::analysis::routes {
namespace {

using geo::WayClass;

//  0 ==45 km national== 1
//  |                    |
//  4 km path            19 km provincial
//  |                    |
//  2 ---28 km local---- 3 --12.5 km urban, one way--> 4 ==expressway== 5
test::HandMade six_junctions()
{
    return test::hand_made(6, {{0, 1, 45.0, WayClass::national},
                               {0, 2, 4.0, WayClass::path},
                               {2, 3, 28.0, WayClass::local},
                               {1, 3, 19.0, WayClass::provincial},
                               {3, 4, 12.5, WayClass::urban, geo::Oneway::forward},
                               {4, 5, 30.0, WayClass::expressway}});
}

TEST(RouteGraph, SixJunctionsByHand)
{
    auto const graph = six_junctions().graph();
    auto const tree = graph.tree(test::junction(0), Direction::from_root);
    std::vector<double> const hours{0.0, 1.0, 0.5, 1.5, 2.0, geo::infinite};
    for (std::size_t i = 0; i < 6; ++i) {
        EXPECT_EQ(hours_of(tree.ticks[test::junction(i)]), hours[i]) << i;
    }
}

TEST(RouteGraph, OneWayHoldsForWheelsAndNotForFeet)
{
    auto const made = six_junctions();
    auto const riding = made.graph().tree(test::junction(0), Direction::to_root);
    EXPECT_EQ(riding.ticks[test::junction(4)], unreachable);
    EXPECT_EQ(hours_of(riding.ticks[test::junction(3)]), 1.5);
    auto const walking =
        made.graph(travel::Profile::foot).tree(test::junction(0), Direction::to_root);
    EXPECT_NEAR(hours_of(walking.ticks[test::junction(4)]), 12.5 / 4.8 + 28.0 / 4.8 + 4.0 / 4.0,
                1e-5);
    EXPECT_EQ(walking.ticks[test::junction(5)], unreachable);  // nor do they walk on expressways
}

TEST(RouteGraph, BackwardOneWayIsTheOtherWay)
{
    auto const graph =
        test::hand_made(2, {{0, 1, 4.0, WayClass::path, geo::Oneway::backward}}).graph();
    EXPECT_EQ(graph.tree(test::junction(0), Direction::from_root).ticks[test::junction(1)],
              unreachable);
    EXPECT_EQ(
        hours_of(graph.tree(test::junction(1), Direction::from_root).ticks[test::junction(0)]),
        0.5);
}

TEST(RouteGraph, RepairIsAsSlowAsAPath)
{
    auto made = test::hand_made(2, {{0, 1, 8.0}});
    made.network.pieces[0].way.reset();
    auto const tree = made.graph().tree(test::junction(0), Direction::from_root);
    EXPECT_EQ(hours_of(tree.ticks[test::junction(1)]), 1.0);
}

TEST(RouteGraph, NothingIsFree)
{
    auto const tree =
        test::hand_made(2, {{0, 1, 0.0}}).graph().tree(test::junction(0), Direction::from_root);
    EXPECT_EQ(tree.ticks[test::junction(1)],
              1U);  // else a ring of short pieces would be a way of no time
}

TEST(RouteGraph, TheQuickerOfParallelPiecesIsTaken)
{
    auto const made = test::hand_made(2, {{0, 1, 9.0}, {0, 1, 8.0}, {0, 0, 1.0}});
    auto const graph = made.graph();
    auto const tree = graph.tree(test::junction(0), Direction::from_root);
    EXPECT_EQ(hours_of(tree.ticks[test::junction(1)]), 1.0);
    ASSERT_EQ(graph.path(tree, test::junction(1)).size(), 1U);
    EXPECT_EQ(graph.arcs()[graph.path(tree, test::junction(1))[0]].piece, 1U);
}

TEST(RouteGraph, SpeedsAreOrderedAndExpresswaysClosed)
{
    for (auto const profile : {travel::Profile::motorbike, travel::Profile::foot}) {
        EXPECT_EQ(travel::speed_kmh(profile, WayClass::expressway), 0.0);
        EXPECT_GE(travel::speed_kmh(profile, WayClass::national),
                  travel::speed_kmh(profile, WayClass::provincial));
        EXPECT_GE(travel::speed_kmh(profile, WayClass::provincial),
                  travel::speed_kmh(profile, WayClass::local));
        EXPECT_GE(travel::speed_kmh(profile, WayClass::local),
                  travel::speed_kmh(profile, WayClass::track));
        EXPECT_GE(travel::speed_kmh(profile, WayClass::track),
                  travel::speed_kmh(profile, WayClass::path));
        EXPECT_GT(travel::speed_kmh(profile, WayClass::path), 0.0);
    }
}

// ---- twin: all distances by the plainest algorithm there is

using Distances = std::vector<std::vector<std::uint64_t>>;
constexpr std::uint64_t far_away = 1ULL << 60U;

Distances floyd_warshall(std::size_t n, std::vector<test::Edge> const& edges)
{
    Distances d(n, std::vector<std::uint64_t>(n, far_away));
    for (std::size_t i = 0; i < n; ++i) {
        d[i][i] = 0;
    }
    for (auto const& edge : edges) {
        auto const ticks = static_cast<std::uint64_t>(std::ceil(edge.km / 8.0 * ticks_an_hour));
        d[edge.from][edge.to] = std::min(d[edge.from][edge.to], ticks);
        if (edge.oneway == geo::Oneway::both) {
            d[edge.to][edge.from] = std::min(d[edge.to][edge.from], ticks);
        }
    }
    for (std::size_t k = 0; k < n; ++k) {
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t j = 0; j < n; ++j) {
                d[i][j] = std::min(d[i][j], d[i][k] + d[k][j]);
            }
        }
    }
    return d;
}

TEST(RouteGraph, TwinFindsTheSameDistancesBothWays)
{
    for (std::uint64_t seed = 0; seed < 8; ++seed) {
        auto const edges = test::random_edges(40, seed);
        auto const graph = test::hand_made(40, edges).graph();
        auto const wanted = floyd_warshall(40, edges);
        for (std::size_t root = 0; root < 40; ++root) {
            auto const out = graph.tree(test::junction(root), Direction::from_root);
            auto const in = graph.tree(test::junction(root), Direction::to_root);
            for (std::size_t i = 0; i < 40; ++i) {
                EXPECT_EQ(out.ticks[test::junction(i)], wanted[root][i]);
                EXPECT_EQ(in.ticks[test::junction(i)], wanted[i][root]);
            }
        }
    }
}

TEST(RouteGraph, PathsCostWhatTheirTreeSays)
{
    auto const graph = test::hand_made(60, test::random_edges(60, 9)).graph();
    for (auto const direction : {Direction::from_root, Direction::to_root}) {
        auto const tree = graph.tree(test::junction(7), direction);
        for (std::size_t i = 0; i < 60; ++i) {
            Ticks sum = 0;
            auto at = direction == Direction::from_root ? test::junction(7) : test::junction(i);
            for (auto const a : graph.path(tree, test::junction(i))) {
                EXPECT_EQ(graph.arcs()[a].from, at);
                at = graph.arcs()[a].to;
                sum += graph.arcs()[a].ticks;
            }
            EXPECT_EQ(at,
                      direction == Direction::from_root ? test::junction(i) : test::junction(7));
            EXPECT_EQ(sum, tree.ticks[test::junction(i)]);
        }
    }
}

TEST(RouteGraph, ClosingAWayShortensNothing)
{
    auto const edges = test::random_edges(40, 11);
    auto const before =
        test::hand_made(40, edges).graph().tree(test::junction(0), Direction::from_root);
    for (std::size_t closed = 0; closed < edges.size(); ++closed) {
        auto fewer = edges;
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(closed));
        auto const after =
            test::hand_made(40, fewer).graph().tree(test::junction(0), Direction::from_root);
        for (std::size_t i = 0; i < 40; ++i) {
            EXPECT_GE(after.ticks[test::junction(i)], before.ticks[test::junction(i)]);
        }
    }
}

TEST(RouteGraph, OrderOfPiecesDoesNotMatter)
{
    auto edges = test::random_edges(40, 12);
    auto const one =
        test::hand_made(40, edges).graph().tree(test::junction(3), Direction::from_root);
    std::ranges::reverse(edges);
    EXPECT_EQ(
        one.ticks,
        test::hand_made(40, edges).graph().tree(test::junction(3), Direction::from_root).ticks);
}

// ---- oracle: three public graphs, by NetworkX

struct Known {
    std::size_t junctions;
    std::vector<test::Edge> edges;
    nlohmann::json expected;
};

Known known_graph(std::string const& name)
{
    auto const all = nlohmann::json::parse(
        test::text_in(test::shared / "reference/routes/known_graphs/expected.json"));
    Known known{all.at(name).at("labels").size(), {}, all.at(name)};
    for (auto const& edge : known.expected.at("edges_u_v_weight_capacity")) {
        known.edges.push_back({edge[0], edge[1], edge[2]});
    }
    return known;
}

/// All ordered pairs, in weights of the reference.
std::vector<std::vector<Ticks>> all_distances(Known const& known,
                                              std::vector<test::Edge> const& edges)
{
    auto const graph = test::hand_made(known.junctions, edges).graph(travel::Profile::foot);
    std::vector<std::vector<Ticks>> distances;
    for (std::size_t root = 0; root < known.junctions; ++root) {
        auto& row = distances.emplace_back();
        for (auto const ticks : graph.tree(test::junction(root), Direction::from_root).ticks) {
            row.push_back(ticks == unreachable ? unreachable : ticks / test::ticks_a_path_km);
        }
    }
    return distances;
}

class KnownGraphs : public testing::TestWithParam<std::string> {};

TEST_P(KnownGraphs, AllDistances)
{
    MARCHLAND_NEEDS(test::shared / "reference/routes/known_graphs");
    auto const known = known_graph(GetParam());
    EXPECT_EQ(all_distances(known, known.edges),
              known.expected.at("dist").get<std::vector<std::vector<Ticks>>>());
}

TEST_P(KnownGraphs, WhatEachClosureCosts)
{
    MARCHLAND_NEEDS(test::shared / "reference/routes/known_graphs");
    auto const known = known_graph(GetParam());
    auto const before = all_distances(known, known.edges);
    for (auto const& closure :
         known.expected.at("single_edge_closure_extra_cost_and_cut_ordered_pairs")) {
        auto edges = known.edges;
        std::erase_if(edges, [&](test::Edge const& edge) {
            return edge.from == closure[0] && edge.to == closure[1];
        });
        auto const after = all_distances(known, edges);
        Ticks extra = 0;
        Ticks cut = 0;
        for (std::size_t i = 0; i < before.size(); ++i) {
            for (std::size_t j = 0; j < before.size(); ++j) {
                bool const lost = after[i][j] == unreachable;
                cut += lost ? 1 : 0;
                extra += lost ? 0 : after[i][j] - before[i][j];
            }
        }
        EXPECT_EQ(extra, closure[2].get<Ticks>()) << closure;
        EXPECT_EQ(cut, closure[3].get<Ticks>()) << closure;
    }
}

INSTANTIATE_TEST_SUITE_P(NetworkX, KnownGraphs, testing::Values("karate", "florentine", "grid6x6"),
                         [](auto const& graph) { return graph.param; });

}  // namespace
}  // namespace marchland::analysis::routes
