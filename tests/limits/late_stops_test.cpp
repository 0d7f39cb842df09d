// Each long step of routing, on as many junctions as a province has, is asked to stop halfway.
#include "analysis/border/profile.hpp"
#include "analysis/flows/bands.hpp"
#include "analysis/flows/corridors.hpp"
#include "analysis/flows/randomised_flows.hpp"
#include "analysis/flows/what_if.hpp"
#include "analysis/graph/betweenness.hpp"
#include "analysis/graph/chokepoints.hpp"
#include "analysis/graph/k_shortest.hpp"
#include "analysis/graph/restricted_routes.hpp"
#include "analysis/outreach/posts.hpp"
#include "analysis/routes/reach.hpp"
#include "analysis/terrain/surface.hpp"

#include "geo/vocabulary/random.hpp"
#include "tests/support/drawn_region.hpp"
#include "tests/support/late_stop.hpp"
#include "tests/support/surface_twin.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace marchland::test {
namespace {

constexpr std::size_t side = 220;
constexpr double step = 500.0;

/// A grid of roads, about 50,000 junctions, with communes all over it and gates along the north.
struct Province {
    DrawnRegion region;
    geo::PerCommune<analysis::flows::Demand> demand;
    geo::Column<geo::CrossingId, double> chance;

    analysis::flows::Ground ground() const
    {
        return {region.network, region.ways, region.crossings, region.anchors, region.exposure,
                demand,         chance};
    }
};

Province grid_province()
{
    constexpr double far = step * (side - 1);
    std::vector<DrawnWay> ways;
    for (std::size_t i = 0; i < side; ++i) {
        double const at = step * static_cast<double>(i);
        ways.push_back({{{0.0, at}, {far, at}}});
        ways.push_back({{{at, 0.0}, {at, far}}});
    }
    std::vector<geo::Point> centres;
    std::vector<DrawnCrossing> gates;
    geo::PerCommune<analysis::flows::Demand> demand;
    for (std::size_t i = 0; i < 200; ++i) {
        centres.push_back(
            {step * static_cast<double>(i * 37 % side), step * static_cast<double>(i)});
        demand.push_back({2.0, 1.0, 3.0});
    }
    for (std::size_t i = 0; i < 20; ++i) {
        gates.push_back({{step * static_cast<double>(11 * i), far}});
    }
    return {region_of(ways, centres, gates), std::move(demand),
            geo::Column<geo::CrossingId, double>{20, 1.0}};
}

Province const& province()
{
    static Province const made = grid_province();
    return made;
}

TEST(LateStop, HoursToCrossings)
{
    auto const& region = province().region;
    auto many = region.anchors;
    many.markets = geo::Column<geo::MarketId, std::optional<analysis::network::Anchor>>{
        1000, many.communes[geo::CommuneId{0}]};
    expect_late_stop([&](geo::Job const& job) {
        return analysis::routes::exposure_of(region.graph, many, region.crossings,
                                             analysis::travel::Profile::motorbike, job);
    });
}

TEST(LateStop, KShortest)
{
    auto const& graph = province().region.graph.digraph();
    expect_late_stop([&](geo::Job const& job) {
        return analysis::graph::k_shortest(graph, 0, graph.nodes() - 1, 100'000, job);
    });
}

TEST(LateStop, DisjointWays)
{
    auto const& graph = province().region.graph.digraph();
    std::uint32_t const middle[]{static_cast<std::uint32_t>(graph.nodes() / 2)};
    std::vector<std::uint32_t> starts;
    for (std::uint32_t i = 0; i < 500; ++i) {
        starts.push_back(i);
    }
    std::vector<std::uint32_t> ends;
    for (std::uint32_t i = 1; i <= 500; ++i) {
        ends.push_back(static_cast<std::uint32_t>(graph.nodes()) - i);
    }
    EXPECT_EQ(
        analysis::graph::disjoint_ways(graph, starts, middle, analysis::graph::Apart::edges, 100)
            .size(),
        4U);  // roads of a junction
    expect_late_stop(
        [&](geo::Job const& job) {
            return analysis::graph::disjoint_ways(graph, starts, ends,
                                                  analysis::graph::Apart::nodes, 400, job);
        },
        std::chrono::milliseconds{600});
}

TEST(LateStop, EarliestArrival)
{
    // A graph of its own: the search is quick, so it takes a larger one.
    constexpr std::uint32_t wide = 1000;
    std::vector<analysis::graph::DirectedEdge> edges;
    geo::Draws draws{geo::Random{1, "stops"}};
    for (std::uint32_t at = 0; at < wide * wide; ++at) {
        auto const weight = [&draws] { return 1 + static_cast<std::uint32_t>(draws.below(1000)); };
        if ((at + 1) % wide != 0) {
            edges.push_back({at, at + 1, weight()});
        }
        if (at + wide < wide * wide) {
            edges.push_back({at, at + wide, weight()});
        }
    }
    analysis::graph::Digraph const graph{wide * wide, edges};
    analysis::graph::RestrictedRoutes const routes{
        graph, {.turns = {}, .closed = {}, .gates = {{wide * wide - 1, {}}}}};
    expect_late_stop(
        [&](geo::Job const& job) { return routes.earliest(0, wide * wide - 1, 0, job); });
}

TEST(LateStop, ReachAndItsArea)
{
    auto const& region = province().region;
    std::vector<geo::JunctionId> starts;
    for (std::size_t i = 0; i < 300; ++i) {
        starts.push_back(static_cast<geo::JunctionId>(i * 101));
    }
    auto const reach = [&](std::size_t count, double cell) {
        return [&region, &starts, count, cell](geo::Job const& job) {
            return analysis::routes::reach_of(
                region.network, region.graph, analysis::travel::Profile::motorbike,
                std::span{starts}.first(count), {.minutes = 600.0, .cell_m = cell}, job);
        };
    };
    expect_late_stop(reach(300, 500.0));
    for (int const delay : {150, 400, 900}) {
        expect_late_stop(reach(1, 100.0), std::chrono::milliseconds{delay});
    }
}

TEST(LateStop, Betweenness)
{
    auto const& graph = province().region.graph.digraph();
    expect_late_stop(
        [&](geo::Job const& job) { return analysis::graph::betweenness_of(graph, job); });
}

TEST(LateStop, Corridors)
{
    auto const& p = province();
    std::vector<analysis::flows::PairFlow> pairs;
    for (auto const from : p.demand.ids()) {
        for (auto const to : p.chance.ids()) {
            pairs.push_back({from, to, 1.0});
        }
    }
    expect_late_stop([&](geo::Job const& job) {
        return analysis::flows::find_corridors(p.region.graph, p.region.network, p.region.ways,
                                               p.region.anchors, p.region.exposure, pairs,
                                               {.limits = {.most = 20}}, job);
    });
}

TEST(LateStop, SingleClosures)
{
    auto const& p = province();
    expect_late_stop([&](geo::Job const& job) {
        return analysis::flows::single_closures(p.region.graph, p.ground(),
                                                {.choice = {.draws = 100'000}}, job);
    });
}

TEST(LateStop, FlowBands)
{
    auto const& p = province();
    for (int const delay : {60, 900}) {
        expect_late_stop(
            [&](geo::Job const& job) {
                return analysis::flows::flow_bands(p.region.graph, p.ground(), {}, {}, job);
            },
            std::chrono::milliseconds{delay});
    }
}

TEST(LateStop, RandomisedFlows)
{
    auto const& p = province();
    for (int const delay : {60, 900}) {
        expect_late_stop(
            [&](geo::Job const& job) {
                return analysis::flows::randomised_flows(p.region.graph, p.ground(), {}, job);
            },
            std::chrono::milliseconds{delay});
    }
}

TEST(LateStop, WhatIf)
{
    auto const& p = province();
    analysis::flows::Scenario const scenario{.closed = {crossing(3)},
                                             .closed_ways = {static_cast<geo::WayId>(5)}};
    for (int const delay : {60, 900}) {
        expect_late_stop(
            [&](geo::Job const& job) {
                return analysis::flows::what_if(p.region.graph, p.ground(), scenario,
                                                {.choice = {.draws = 100'000}}, job);
            },
            std::chrono::milliseconds{delay});
    }
}

TEST(LateStop, SurfaceAndCorridorOverIt)
{
    auto const ground = flat(1500, 1500);
    std::vector<analysis::terrain::SurfaceStart> const from{{0}};
    std::vector<analysis::terrain::SurfaceStart> const to{{1500 * 1500 - 1}};
    expect_late_stop([&](geo::Job const& job) {
        return analysis::terrain::accumulated_cost(
            ground, from, analysis::terrain::Travel::from_starts, nullptr, job);
    });
    expect_late_stop([&](geo::Job const& job) {
        return analysis::terrain::least_cost_corridor(ground, from, to, nullptr, job);
    });
}

TEST(LateStop, RoadsOnASurface)
{
    auto const& region = province().region;
    auto const ground = flat(2200, 2200, 50.0);
    expect_late_stop([&](geo::Job const& job) {
        return analysis::terrain::lay_on(ground, region.network, region.ways,
                                         analysis::travel::Profile::motorbike, 0.0, job);
    });
}

TEST(LateStop, BorderProfile)
{
    auto const& region = province().region;
    auto const ground = flat(1100, 1100);
    geo::MultiLine const border{{{0.0, 109'000.0}, {109'000.0, 109'000.0}}};
    for (int const delay : {60, 500}) {
        expect_late_stop(
            [&](geo::Job const& job) {
                return analysis::border::border_profile({region.communes, border, ground,
                                                         region.network, region.ways,
                                                         region.anchors.communes},
                                                        {}, job);
            },
            std::chrono::milliseconds{delay});
    }
}

/// Sites at random: hard to prove the best of.
analysis::outreach::PostsInput many_sites(std::uint32_t sites, std::size_t rows, std::uint64_t each)
{
    geo::Draws draws{geo::Random{7, "late-stop"}};
    analysis::outreach::PostsInput input{.sites = sites};
    for (std::size_t r = 0; r < rows; ++r) {
        analysis::outreach::Reached row{.weight = 1.0 + draws.uniform(), .sites = {}};
        for (std::uint64_t i = 0; i < each; ++i) {
            row.sites.push_back(static_cast<std::uint32_t>(draws.below(sites)));
        }
        input.demand.push_back(std::move(row));
    }
    return input;
}

TEST(LateStop, PostsChosenExactly)
{
    auto const input = many_sites(400, 2500, 6);
    for (int const delay : {60, 900}) {
        expect_late_stop(
            [&](geo::Job const& job) {
                return analysis::outreach::best_posts(input, 25, 3000, job);
            },
            std::chrono::milliseconds{delay});
    }
}

}  // namespace
}  // namespace marchland::test
