#include "analysis/flows/corridors.hpp"

#include "tests/support/drawn_maps.hpp"
#include "tests/support/drawn_region.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

namespace marchland::analysis::flows {
namespace {

/// A grid of local roads 2 km apart, a national road along the north, an informal path beyond it.
test::DrawnRegion border_country()
{
    std::vector<test::DrawnWay> ways;
    for (int i = 0; i <= 10; ++i) {
        ways.push_back({.line = {{0, 2000.0 * i}, {20000, 2000.0 * i}},
                        .klass = i == 10 ? geo::WayClass::national : geo::WayClass::local});
        ways.push_back({.line = {{2000.0 * i, 0}, {2000.0 * i, 20000}}});
    }
    ways.push_back({.line = {{7000, 20000}, {7000, 23000}},
                    .klass = geo::WayClass::path,
                    .kind = geo::WayKind::path,
                    .p_exists = 0.7});
    std::vector<geo::Point> communes;
    for (int i = 0; i < 12; ++i) {
        communes.push_back({1500.0 * i + 700.0, 900.0 * i + 300.0});
    }
    communes.push_back({90000, 90000});  // off the network
    return test::region_of(ways, communes,
                           {{.at = {2000, 20100}},
                            {.at = {16000, 20100}},
                            {.at = {7000, 23000}, .klass = geo::CrossingClass::informal},
                            {.at = {20000, 20000}, .status = geo::CrossingStatus::closed}});
}

struct Travels {
    test::DrawnRegion region = border_country();
    geo::PerCommune<Demand> demand;
    FlowBands bands;
    std::vector<Corridor> found;

    explicit Travels(unsigned threads = 1)
    {
        for (std::size_t i = 0; i < region.communes.size(); ++i) {
            double const people = 0.3 + 0.2 * static_cast<double>(i);
            demand.push_back({people, 0.5 * people, 2.0 * people});
        }
        demand[test::commune(3)] = {std::nan(""), std::nan(""), std::nan("")};
        geo::Column<geo::CrossingId, double> const chance{std::vector{1.0, 1.0, 0.7, 1.0}};
        Ground const ground{region.network, region.ways,     region.crossings,
                            region.anchors, region.exposure, demand,
                            chance};
        geo::Job const job{{}, {}, threads};
        bands = flow_bands(region.graph, ground, {.choice = {.draws = 80}}, {}, job);
        found = find_corridors(region.graph, region.network, region.ways, region.anchors,
                               region.exposure, followed_pairs(bands, 0.005), {}, job);
    }
};

TEST(Corridors, FlowsOverACrossingSumToItsFlow)
{
    Travels const run;
    std::vector<double> flow(4);
    for (auto const& corridor : run.found) {
        flow[geo::index_of(corridor.crossing)] += corridor.flow;
    }
    double worst = 0.0;
    for (std::size_t c = 0; c < 4; ++c) {
        worst = std::max(worst, std::abs(flow[c] - run.bands.crossings[test::crossing(c)].mean));
    }
    std::printf("    %zu corridors, largest difference of flows %.1e\n", run.found.size(), worst);
    EXPECT_LT(worst, 1e-9);
    EXPECT_NEAR(std::accumulate(flow.begin(), flow.end(), 0.0), run.bands.reached.mean, 1e-9);
    EXPECT_EQ(flow[3], 0.0);  // closed
    EXPECT_GT(flow[2], 0.0);
    EXPECT_GT(run.bands.out_of_reach.mean, 0.0);  // who lives off the network
}

TEST(Corridors, AreWhereTheySay)
{
    Travels const run;
    auto const& region = run.region;
    for (auto const& corridor : run.found) {
        auto const line = line_of(corridor, region.graph, region.network);
        ASSERT_GE(line.size(), 2U);
        auto const from = region.anchors.communes[corridor.from]->junction;
        auto const to = region.anchors.crossings[corridor.crossing]->junction;
        EXPECT_LE(geo::distance(line.front(), region.network.junctions[from]), 0.02);
        EXPECT_LE(geo::distance(line.back(), region.network.junctions[to]), 0.02);
        EXPECT_NEAR(geo::length_of(line), corridor.metres, 1e-6);
        double const by_class =
            std::accumulate(corridor.metres_by_class.begin(), corridor.metres_by_class.end(), 0.0);
        EXPECT_NEAR(by_class, corridor.metres, 1e-6);
        EXPECT_NEAR(corridor.informal_metres, corridor.crossing == test::crossing(2) ? 3000.0 : 0.0,
                    1e-6);
    }
}

TEST(Corridors, FirstIsTheQuickestAndHoursAscend)
{
    Travels const run;
    Corridor const* last = nullptr;
    std::size_t alternatives = 0;
    for (auto const& corridor : run.found) {
        if (corridor.alternative == 1) {
            auto const hours =
                run.region.exposure.to_crossing[corridor.from][geo::index_of(corridor.crossing)];
            EXPECT_NEAR(corridor.hours, hours, 1e-9);
        } else {
            ++alternatives;
            ASSERT_NE(last, nullptr);
            EXPECT_EQ(last->from, corridor.from);
            EXPECT_EQ(last->crossing, corridor.crossing);
            EXPECT_EQ(last->alternative + 1, corridor.alternative);
            EXPECT_GE(corridor.hours, last->hours);
            EXPECT_LE(corridor.flow, last->flow + 1e-12);
        }
        last = &corridor;
    }
    EXPECT_GT(alternatives, 0U);
}

TEST(Corridors, FlowOnAWayIsTheMostOnAnyOfItsPieces)
{
    Travels const run;
    // The path can only be used towards its own crossing, and all of that flow uses it.
    auto const path = static_cast<geo::WayId>(run.region.ways.size() - 1);
    EXPECT_NEAR(run.bands.ways[path].mean, run.bands.crossings[test::crossing(2)].mean, 1e-6);
    for (auto const& flow : run.bands.ways) {
        EXPECT_GE(flow.mean, 0.0);
        EXPECT_LE(flow.mean, run.bands.reached.mean + 1e-6);
    }
}

TEST(Corridors, FollowsTheLargestPairOfACrossingThatFewUse)
{
    FlowBands bands{.crossings = geo::Column<geo::CrossingId, Band>{2},
                    .pairs = geo::PerCommune<std::vector<PairBand>>{2}};
    bands.crossings[test::crossing(0)].mean = 5.0;
    bands.crossings[test::crossing(1)].mean = 0.003;
    bands.pairs[test::commune(0)] = {{test::crossing(0), 3.0, {.mean = 0.9996}, {}},
                                     {test::crossing(1), 0.001, {.mean = 0.0004}, {}}};
    bands.pairs[test::commune(1)] = {{test::crossing(0), 1.0, {.mean = 0.999}, {}},
                                     {test::crossing(1), 0.002, {.mean = 0.001}, {}}};
    auto const pairs = followed_pairs(bands, 0.005);
    ASSERT_EQ(pairs.size(), 3U);
    EXPECT_DOUBLE_EQ(pairs[0].flow, 3.75);  // 3 and 1 of 4, scaled to 5
    EXPECT_DOUBLE_EQ(pairs[1].flow, 1.25);
    EXPECT_EQ(pairs[2].from, test::commune(1));
    EXPECT_DOUBLE_EQ(pairs[2].flow, 0.003);
}

TEST(Corridors, ThreadsDoNotChangeTheAnswer)
{
    Travels const one{1};
    for (unsigned const threads : {2U, 7U}) {
        Travels const many{threads};
        ASSERT_EQ(one.found.size(), many.found.size());
        for (std::size_t i = 0; i < one.found.size(); ++i) {
            EXPECT_EQ(one.found[i].arcs, many.found[i].arcs);
            EXPECT_EQ(one.found[i].flow, many.found[i].flow);
        }
    }
}

TEST(Corridors, WhoLivesAtTheGateHasAWayOfNoLength)
{
    auto const region =
        test::region_of({{.line = {{0, 0}, {9000, 0}}}}, {{3000, 10}}, {{.at = {3000, 5}}});
    auto const found =
        find_corridors(region.graph, region.network, region.ways, region.anchors, region.exposure,
                       {{test::commune(0), test::crossing(0), 2.0}});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_DOUBLE_EQ(found[0].flow, 2.0);
    EXPECT_EQ(found[0].metres, 0.0);
    EXPECT_TRUE(line_of(found[0], region.graph, region.network).empty());
}

}  // namespace
}  // namespace marchland::analysis::flows
