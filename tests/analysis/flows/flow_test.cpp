// Flows in many worlds, and the second model of choice: twins, laws and limits.
#include "analysis/flows/bands.hpp"
#include "analysis/flows/randomised_flows.hpp"

#include "tests/support/gridded.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

namespace marchland::analysis::flows {
namespace {

geo::Job on(unsigned threads)
{
    return geo::Job{{}, {}, threads};
}

FlowOptions sure_of_times(int draws)
{
    return {
        .choice = {.draws = draws}, .speed_spread = 0.0, .access_spread = 0.0, .delay_spread = 0.0};
}

/// A slow and obvious twin of a world in which times are sure: the logit over the hours of the graph step.
std::vector<double> flows_in_draw(test::Gridded const& place, std::uint64_t draw)
{
    auto const world = drawn_world(place.demand, {}, draw);
    std::vector<double> flows(place.chance.size());
    for (auto const id : world.people.ids()) {
        auto const shares = logit_shares(place.region.exposure.to_crossing[id], world.theta, 0.005);
        for (std::size_t c = 0; c < flows.size(); ++c) {
            flows[c] += world.people[id] * shares[c];
        }
    }
    return flows;
}

TEST(FlowBands, WithTimesThatAreSureTheyAreThoseOfTheChoice)
{
    auto const place = test::gridded(6, 5, 4);
    auto const bands = flow_bands(place.region.graph, place.ground(), sure_of_times(101));
    std::vector<std::vector<double>> flows(5);
    for (std::uint64_t draw = 0; draw < 101; ++draw) {
        auto const one = flows_in_draw(place, draw);
        for (std::size_t c = 0; c < 5; ++c) {
            flows[c].push_back(one[c]);
        }
    }
    for (std::size_t c = 0; c < 5; ++c) {
        auto const& band = bands.crossings[test::crossing(c)];
        EXPECT_NEAR(band.mean, std::accumulate(flows[c].begin(), flows[c].end(), 0.0) / 101.0,
                    1e-9);
        std::ranges::sort(flows[c]);
        EXPECT_NEAR(band.median, flows[c][50], 1e-9);
        EXPECT_NEAR(band.lower, flows[c][5], 1e-9);
        EXPECT_NEAR(band.upper, flows[c][95], 1e-9);
    }
}

TEST(FlowBands, TheCentralWorldIsTheChoiceItself)
{
    auto const place = test::gridded(6, 5, 8);
    auto const bands = flow_bands(place.region.graph, place.ground(), sure_of_times(0));
    auto const choice =
        choose_crossings(place.region.exposure.to_crossing, place.demand, place.chance);
    for (auto const id : bands.crossings.ids()) {
        EXPECT_NEAR(bands.crossings[id].mean, choice.crossings[id].flow, 1e-9);
        EXPECT_NEAR(bands.hours[id].mean, choice.crossings[id].hours_mean, 1e-9);
        EXPECT_EQ(bands.crossings[id].lower, bands.crossings[id].upper);
    }
}

TEST(FlowBands, HoldTheirPointAndPointsSum)
{
    auto const place = test::gridded(6, 5, 9);
    auto const bands = flow_bands(place.region.graph, place.ground(), {.choice = {.draws = 90}});
    double flow = 0.0;
    double share = 0.0;
    double pairs = 0.0;
    for (auto const id : bands.crossings.ids()) {
        flow += bands.crossings[id].mean;
        share += bands.shares[id].mean;
        EXPECT_LE(bands.shares[id].lower, bands.shares[id].mean);
        EXPECT_GE(bands.shares[id].upper, bands.shares[id].mean);
    }
    for (auto const& row : bands.pairs) {
        for (auto const& pair : row) {
            pairs += pair.flow;
        }
    }
    EXPECT_NEAR(flow, bands.reached.mean, 1e-9);
    EXPECT_NEAR(pairs, bands.reached.mean, 1e-9);
    EXPECT_NEAR(share, 1.0, 1e-12);
}

/// One commune, one crossing, and a gap of the road between them.
struct BrokenRoad {
    explicit BrokenRoad(network::GapRules const& rules)
        : region{test::region_of({{.line = {{0, 0}, {5000, 0}}}, {.line = {{5040, 0}, {9000, 0}}}},
                                 {{0, 0}}, {{.at = {9000, 0}}}, {}, {}, rules)}
    {
    }
    test::DrawnRegion region;
    geo::PerCommune<Demand> demand{1, {.expected = 2.0, .lower = 2.0, .upper = 2.0}};
    geo::Column<geo::CrossingId, double> chance{1, 1.0};

    Band passing() const
    {
        Ground const ground{region.network,  region.ways, region.crossings, region.anchors,
                            region.exposure, demand,      chance,           {}};
        return flow_bands(region.graph, ground, {.choice = {.draws = 400}})
            .crossings[test::crossing(0)];
    }
};

TEST(FlowBands, AClosedGapIsThereInSomeWorlds)
{
    BrokenRoad const narrow{{.snap_m = 50.0}};  // 40 of 250 m: 0.98
    EXPECT_NEAR(narrow.passing().mean, 2.0 * std::exp2(-0.16 * 0.16), 0.03);
    BrokenRoad const doubtful{{.snap_m = 50.0, .doubt_m = 40.0}};
    auto const band = doubtful.passing();
    EXPECT_NEAR(band.mean, 1.0, 0.15);
    EXPECT_EQ(band.lower, 0.0);
    EXPECT_EQ(band.upper, 2.0);
    BrokenRoad const seen{
        {.snap_m = 50.0, .accept = {doubtful.region.network.repairs[0].id}, .doubt_m = 40.0}};
    EXPECT_EQ(seen.passing().lower, 2.0);
}

TEST(FlowBands, AFordIsThereInSomeWorlds)
{
    auto place = test::gridded(4, 3, 2);
    place.region.crossings.klass[test::crossing(1)] = geo::CrossingClass::ford;
    auto const& region = place.region;
    travel::TravelModel wet;
    wet.season = travel::Season::wet;  // three in ten fords can be waded
    Ground const ground{region.network,  region.ways,  region.crossings, region.anchors,
                        region.exposure, place.demand, place.chance,     wet};
    auto const share =
        flow_bands(region.graph, ground, {.choice = {.draws = 400}}).shares[test::crossing(1)];
    EXPECT_EQ(share.lower, 0.0);
    EXPECT_EQ(share.median, 0.0);
    EXPECT_GT(share.mean, 0.0);
    EXPECT_LT(share.mean, share.upper);
}

TEST(FlowBands, EveryWorldConservesItsDemand)
{
    auto place = test::gridded(7, 4, 5);
    for (auto& demand : place.demand) {
        demand.lower = demand.upper = demand.expected;  // known for sure
    }
    double const people =
        std::accumulate(place.demand.begin(), place.demand.end(), 0.0,
                        [](double sum, Demand const& one) { return sum + one.expected; });
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        auto const bands =
            flow_bands(place.region.graph, place.ground(), {.choice = {.draws = 1, .seed = seed}});
        double over = bands.out_of_reach.median;
        for (auto const& crossing : bands.crossings) {
            over += crossing.median;
        }
        EXPECT_NEAR(over, people, 1e-9);
    }
}

TEST(FlowBands, DoNotDependOnThreads)
{
    auto const place = test::gridded(6, 5, 6);
    auto const one =
        flow_bands(place.region.graph, place.ground(), {.choice = {.draws = 60}}, {}, on(1));
    for (unsigned const threads : {2U, 8U}) {
        auto const more = flow_bands(place.region.graph, place.ground(), {.choice = {.draws = 60}},
                                     {}, on(threads));
        for (auto const id : one.ways.ids()) {
            EXPECT_EQ(one.ways[id].upper, more.ways[id].upper);
        }
        for (auto const id : one.crossings.ids()) {
            EXPECT_EQ(one.crossings[id].lower, more.crossings[id].lower);
        }
    }
}

TEST(FlowBands, LessSureTimesGiveWiderBands)
{
    auto const place = test::gridded(6, 5, 7);
    auto const width = [&place](FlowOptions const& options) {
        double sum = 0.0;
        for (auto const& band : flow_bands(place.region.graph, place.ground(), options).shares) {
            sum += band.upper - band.lower;
        }
        return sum;
    };
    EXPECT_GT(width({.choice = {.draws = 300}, .access_spread = 0.0, .delay_spread = 3.0}),
              width(sure_of_times(300)));
}

/// A commune whose only way to the only crossing is a path that may not exist.
test::Gridded by_a_path(double p_exists)
{
    std::vector<test::DrawnWay> const ways{{.line = {{0.0, 0.0}, {5000.0, 0.0}},
                                            .klass = geo::WayClass::path,
                                            .kind = geo::WayKind::path,
                                            .p_exists = p_exists}};
    test::Demands demand;
    demand.push_back({2.0, 2.0, 2.0});
    return {test::region_of(ways, {{0.0, 0.0}}, {{{5000.0, 0.0}}}), std::move(demand),
            test::Chances{1, p_exists}};
}

TEST(FlowBands, APathThatMayNotExistCarriesAllOrNothing)
{
    auto const bands = [](double p) {
        auto const place = by_a_path(p);
        return flow_bands(place.region.graph, place.ground(), {.choice = {.draws = 400}})
            .ways[static_cast<geo::WayId>(0)];
    };
    EXPECT_EQ(bands(1.0).lower, 2.0);
    EXPECT_EQ(bands(0.5).lower, 0.0);
    EXPECT_EQ(bands(0.5).upper, 2.0);
    EXPECT_EQ(bands(0.8).median, 2.0);
    EXPECT_EQ(bands(0.2).median, 0.0);
    // In 98 of 100 worlds nobody passes: the band is widened to hold the mean.
    EXPECT_EQ(bands(0.02).median, 0.0);
    EXPECT_EQ(bands(0.02).upper, bands(0.02).mean);
    EXPECT_NEAR(bands(0.5).mean, 1.0, 0.15);
}

TEST(FlowBands, HoursOverACrossingHaveBoundsFromTheWorldsInWhichSomebodyGoes)
{
    auto const place = test::gridded(5, 4, 3);
    auto const drawn = flow_bands(place.region.graph, place.ground(), {.choice = {.draws = 200}});
    for (auto const& hours : drawn.hours) {
        EXPECT_LT(hours.lower, hours.mean);
        EXPECT_GT(hours.upper, hours.mean);
        EXPECT_GT(hours.lower, 0.0);
    }
    // one commune, one path: the hours are the same in every world that has it
    auto const path = by_a_path(0.5);
    auto const same = flow_bands(path.region.graph, path.ground(),
                                 {.choice = {.draws = 200},
                                  .speed_spread = 0.0,
                                  .access_spread = 0.0,
                                  .delay_spread = 0.0})
                          .hours[test::crossing(0)];
    EXPECT_NEAR(same.lower, same.upper, 1e-9);
    EXPECT_GT(same.lower, 0.0);
    auto const none = by_a_path(0.0);
    EXPECT_TRUE(
        std::isnan(flow_bands(none.region.graph, none.ground()).hours[test::crossing(0)].lower));
}

TEST(RandomisedFlows, SharesSumToOneAndTheDetourIsTheOneAsked)
{
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        auto const place = test::gridded(6, 5, seed);
        for (double const detour : {1.05, 1.15, 1.4}) {
            auto const found =
                randomised_flows(place.region.graph, place.ground(), {.detour = detour});
            EXPECT_NEAR(std::accumulate(found.share.begin(), found.share.end(), 0.0), 1.0, 1e-9);
            EXPECT_NEAR(found.detour, detour, 0.0011);
            for (auto const id : found.share.ids()) {
                EXPECT_LE(found.share_lower[id], found.share[id]);
                EXPECT_GE(found.share_upper[id], found.share[id]);
            }
        }
    }
}

TEST(RandomisedFlows, LargeThetaSendsEverybodyToTheNearestCrossing)
{
    auto const place = test::gridded(6, 4, 9);
    auto const found = randomised_flows(place.region.graph, place.ground(), {.theta = 2000.0});
    geo::Column<geo::CrossingId, double> nearest{4};
    double all = 0.0;
    for (auto const id : place.demand.ids()) {
        nearest[test::crossing(*routes::nearest_of(place.region.exposure.to_crossing[id]))] +=
            place.demand[id].expected;
        all += place.demand[id].expected;
    }
    for (auto& one : nearest) {
        one /= all;
    }
    EXPECT_NEAR(found.detour, 1.0, 0.01);
    EXPECT_NEAR(agreement_of(found.share, nearest), 1.0, 0.01);
}

TEST(RandomisedFlows, WhereNobodyReachesACrossingThereAreNone)
{
    auto const place = by_a_path(0.0);
    auto const found = randomised_flows(place.region.graph, place.ground());
    EXPECT_EQ(found.share[test::crossing(0)], 0.0);
}

/// Before people take so much time sums over all walks cancel: that is refused, not answered by another detour.
TEST(RandomisedFlows, ADetourThatCannotBeHadIsRefusedWithTheReason)
{
    auto const place = test::gridded(6, 5, 2);
    auto const found = randomised_flows(place.region.graph, place.ground(), {.detour = 1e6});
    EXPECT_NE(found.refusal.find("no answer on this network"), std::string::npos);
    EXPECT_TRUE(std::isnan(found.theta) && std::isnan(found.detour));
    auto const unknown = [](double figure) { return std::isnan(figure); };
    for (auto const* const column : {&found.share, &found.share_lower, &found.share_upper}) {
        ASSERT_EQ(column->size(), 5U);
        EXPECT_TRUE(std::ranges::all_of(*column, unknown));
    }
    EXPECT_EQ(found.ways.size(), place.region.ways.size());
    EXPECT_TRUE(std::ranges::all_of(found.ways, unknown));
    // the same network has an answer where people go more directly
    auto const sound = randomised_flows(place.region.graph, place.ground(), {.detour = 1.15});
    EXPECT_EQ(sound.refusal, "");
    EXPECT_TRUE(std::ranges::none_of(sound.share, unknown));
}

TEST(Agreement, IsTheShareInCommon)
{
    geo::Column<geo::CrossingId, double> a;
    geo::Column<geo::CrossingId, double> b;
    for (double const one : {0.5, 0.5, 0.0}) {
        a.push_back(one);
    }
    for (double const one : {0.2, 0.5, 0.3}) {
        b.push_back(one);
    }
    EXPECT_DOUBLE_EQ(agreement_of(a, a), 1.0);
    EXPECT_DOUBLE_EQ(agreement_of(a, b), 0.7);
}

}  // namespace
}  // namespace marchland::analysis::flows
