// Forbidden turns, closed ways and gates with hours, against a search that remembers whole histories.
#include "analysis/graph/restricted_routes.hpp"

#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/random.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

namespace marchland::analysis::graph {
namespace {

using Edges = std::vector<DirectedEdge>;

constexpr std::uint32_t day = 24;

/// Waits hour by hour.
std::optional<std::uint64_t> through(Restrictions const& rules, std::uint32_t node,
                                     std::uint64_t at)
{
    auto const gate = std::ranges::find(rules.gates, node, &Gate::node);
    if (gate == rules.gates.end()) {
        return at;
    }
    for (std::uint64_t hour = at; hour <= at + rules.day; ++hour) {
        auto const now = hour % rules.day;
        for (auto const& [opens, closes] : gate->windows) {
            if (opens <= closes ? opens <= now && now <= closes : now >= opens || now <= closes) {
                return hour;
            }
        }
    }
    return std::nullopt;
}

/// What the last edges of a history cost; nothing: forbidden.
std::optional<std::uint64_t> extra(Restrictions const& rules,
                                   std::vector<std::uint32_t> const& history)
{
    std::uint64_t sum = 0;
    for (auto const& turn : rules.turns) {
        auto const size = turn.edges.size();
        if (history.size() >= size &&
            std::equal(turn.edges.begin(), turn.edges.end(),
                       history.end() - static_cast<std::ptrdiff_t>(size))) {
            if (!turn.penalty) {
                return std::nullopt;
            }
            sum += *turn.penalty;
        }
    }
    return sum;
}

/// Arrival at every node by trying all histories of the last three edges, in the order of time.
std::map<std::uint32_t, std::uint64_t> slow(Edges const& edges, Restrictions const& rules,
                                            std::uint32_t from, std::uint64_t depart)
{
    using Place = std::pair<std::uint32_t, std::vector<std::uint32_t>>;
    std::map<std::uint32_t, std::uint64_t> arrivals;
    std::set<Place> seen;
    std::set<std::pair<std::uint64_t, Place>> open;
    if (auto const start = through(rules, from, depart)) {
        open.insert({*start, {from, {}}});
    }
    while (!open.empty()) {
        auto const [at, place] = *open.begin();
        open.erase(open.begin());
        if (!seen.insert(place).second) {
            continue;
        }
        arrivals.emplace(place.first, at);
        for (std::uint32_t e = 0; e < edges.size(); ++e) {
            if (edges[e].from != place.first || std::ranges::count(rules.closed, e) > 0) {
                continue;
            }
            auto history = place.second;
            history.push_back(e);
            auto const more = extra(rules, history);
            auto const there =
                more ? through(rules, edges[e].to, at + edges[e].weight + *more) : std::nullopt;
            if (there) {
                if (history.size() > 3) {
                    history.erase(history.begin());
                }
                open.insert({*there, {edges[e].to, history}});
            }
        }
    }
    return arrivals;
}

struct World {
    std::size_t nodes = 7;
    Edges edges;
    Restrictions rules;
};

World random_world(std::uint64_t seed)
{
    geo::Draws draws{geo::Random{seed, "rules"}};
    auto const below = [&draws](std::uint64_t n) {
        return static_cast<std::uint32_t>(draws.below(n));
    };
    World world;
    world.rules.day = day;
    for (int e = 0; e < 18; ++e) {
        world.edges.push_back({below(world.nodes), below(world.nodes), below(9)});
    }
    for (int t = 0; t < 14; ++t) {  // walks of two to four edges
        TurnRestriction turn{{below(18)}, below(3) == 0 ? std::optional{below(12)} : std::nullopt};
        auto const length = 2 + below(3);
        while (turn.edges.size() < length) {
            auto const next = below(18);
            if (world.edges[next].from == world.edges[turn.edges.back()].to) {
                turn.edges.push_back(next);
            } else if (below(40) == 0) {
                break;
            }
        }
        if (turn.edges.size() > 1) {
            world.rules.turns.push_back(turn);
        }
    }
    world.rules.closed = {below(18)};
    world.rules.gates = {{2, {{below(day), below(day)}}},
                         {5, {{below(day), below(day)}, {below(day), below(day)}}}};
    return world;
}

TEST(RestrictedRoutes, ArriveAsTheSlowSearchSays)
{
    std::size_t ways = 0;
    for (std::uint64_t seed = 1; seed <= 150; ++seed) {
        auto const world = random_world(seed);
        Digraph const graph{world.nodes, world.edges};
        RestrictedRoutes const routes{graph, world.rules};
        auto const depart = seed % 50;
        auto const wanted = slow(world.edges, world.rules, 0, depart);
        for (std::uint32_t to = 0; to < world.nodes; ++to) {
            auto const found = routes.earliest(0, to, depart);
            ASSERT_EQ(found.has_value(), wanted.contains(to)) << seed << " to " << to;
            if (!found) {
                continue;
            }
            EXPECT_EQ(found->arrive, wanted.at(to)) << seed << " to " << to;
            std::uint64_t driving = 0;
            std::uint32_t at = 0;
            for (auto const e : found->edges) {
                EXPECT_EQ(world.edges[e].from, at);
                at = world.edges[e].to;
                driving += world.edges[e].weight;
            }
            EXPECT_EQ(at, to);
            EXPECT_EQ(found->arrive, depart + driving + found->waiting + found->penalties)
                << seed << " to " << to;
            ways += found->edges.size() > 2 ? 1U : 0U;
        }
    }
    EXPECT_GT(ways, 150U);
}

TEST(RestrictedRoutes, LeavingLaterNeverArrivesEarlier)
{
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        auto const world = random_world(seed);
        Digraph const graph{world.nodes, world.edges};
        RestrictedRoutes const routes{graph, world.rules};
        for (std::uint32_t to = 1; to < world.nodes; ++to) {
            std::uint64_t last = 0;
            for (std::uint64_t depart = 0; depart < 2 * day; ++depart) {
                if (auto const way = routes.earliest(0, to, depart)) {
                    EXPECT_GE(way->arrive, last) << seed << " to " << to << " at " << depart;
                    last = way->arrive;
                }
            }
        }
    }
}

TEST(RestrictedRoutes, WithoutRulesTheyAreLightestWays)
{
    auto const world = random_world(3);
    Digraph const graph{world.nodes, world.edges};
    RestrictedRoutes const routes{graph, {}};
    auto const distance = distances_from(graph, 0);
    for (std::size_t to = 0; to < world.nodes; ++to) {
        auto const way = routes.earliest(0, to, 7);
        EXPECT_EQ(way ? way->arrive - 7 : no_distance, distance[to]);
    }
}

TEST(RestrictedRoutes, AGateThatClosesByHand)
{
    // docs/methods/route-search.md: A 0 -2h- gate 1 -1h- B 2, and a way around of 9 h; open 6 to 20 o'clock
    Digraph const graph{3, Edges{{0, 1, 2}, {1, 2, 1}, {0, 2, 9}}};
    RestrictedRoutes const routes{graph, {{}, {}, {{1, {{6, 20}}}}, day}};
    auto const morning = *routes.earliest(0, 2, 1);  // there at 3, waits until 6
    EXPECT_EQ(morning.arrive, 7U);
    EXPECT_EQ(morning.waiting, 3U);
    EXPECT_EQ(morning.edges, (std::vector<std::uint32_t>{0, 1}));
    EXPECT_EQ(routes.earliest(0, 2, 18)->arrive, 21U);  // the last moment
    auto const evening = *routes.earliest(0, 2, 19);    // too late: around
    EXPECT_EQ(evening.arrive, 28U);
    EXPECT_EQ(evening.waiting, 0U);
    EXPECT_EQ(evening.edges, (std::vector<std::uint32_t>{2}));
    RestrictedRoutes const night{graph, {{}, {2}, {{1, {{22, 4}}}}, day}};
    EXPECT_EQ(night.earliest(0, 2, 21)->arrive, 24U);  // through at 23
    EXPECT_EQ(night.earliest(0, 2, 25)->arrive, 28U);  // through at 3
    EXPECT_EQ(night.earliest(0, 2, 3)->waiting, 17U);  // from 5 to 22
    RestrictedRoutes const shut{graph, {{}, {2}, {{1, {}}}, day}};
    EXPECT_EQ(shut.earliest(0, 2, 3), std::nullopt);
    EXPECT_EQ(shut.earliest(1, 1, 3), std::nullopt);
}

TEST(RestrictedRoutes, ASequenceOfThreeIsOnlyForbiddenAsAWhole)
{
    // 0 -0-> 1 -1-> 2 -2-> 3, and 1 -3-> 2 heavier
    Digraph const graph{4, Edges{{0, 1, 1}, {1, 2, 1}, {2, 3, 1}, {1, 2, 5}}};
    RestrictedRoutes const routes{graph, {{{{0, 1, 2}, std::nullopt}}, {}, {}, day}};
    EXPECT_EQ(routes.earliest(0, 2, 0)->arrive, 2U);
    EXPECT_EQ(routes.earliest(0, 3, 0)->edges, (std::vector<std::uint32_t>{0, 3, 2}));
    EXPECT_EQ(routes.earliest(1, 3, 0)->arrive, 2U);
    RestrictedRoutes const dear{graph, {{{{0, 1, 2}, 3}}, {}, {}, day}};
    EXPECT_EQ(dear.earliest(0, 3, 0)->arrive, 6U);
    EXPECT_EQ(dear.earliest(0, 3, 0)->penalties, 3U);
}

TEST(RestrictedRoutes, RulesThatMakeNoSenseAreRefused)
{
    Digraph const graph{3, Edges{{0, 1, 2}, {1, 2, 1}, {0, 2, 9}}};
    auto const refused = [&graph](Restrictions rules) {
        EXPECT_THROW((RestrictedRoutes{graph, std::move(rules)}), geo::Error);
    };
    refused({{{{0}, {}}}, {}, {}, day});
    refused({{{{0, 2}, {}}}, {}, {}, day});
    refused({{{{0, 7}, {}}}, {}, {}, day});
    refused({{}, {3}, {}, day});
    refused({{}, {}, {{3, {}}}, day});
    refused({{}, {}, {{1, {{6, 25}}}}, day});
    refused({{}, {}, {{1, {}}, {1, {}}}, day});
    refused({{}, {}, {}, 0});
    EXPECT_THROW((RestrictedRoutes{graph, {}}.earliest(0, 3, 0)), geo::Error);
}

}  // namespace
}  // namespace marchland::analysis::graph
