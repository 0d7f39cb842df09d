// Closing, opening and watching: by hand, and the laws that hold on every network.
#include "analysis/flows/what_if.hpp"

#include "analysis/travel/travel_model.hpp"
#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/numbers.hpp"
#include "geo/vocabulary/random.hpp"
#include "tests/support/drawn_maps.hpp"
#include "tests/support/gridded.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

namespace marchland::analysis::flows {
namespace {

/// Nothing is drawn.
FlowOptions const central{.choice = {.draws = 0}};

double sum_of(WhatIf const& found, double CrossingChange::*member)
{
    double sum = 0.0;
    for (auto const& crossing : found.crossings) {
        sum += crossing.*member;
    }
    return sum;
}

TEST(WhatIf, FlowIsConservedAndClosingNeverShortens)
{
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
        auto const place = test::gridded(6, 5, seed);
        Scenario const scenario{.closed = {test::crossing(seed % 5)},
                                .closed_ways = {static_cast<geo::WayId>(seed % 4)}};
        auto const found = what_if(place.region.graph, place.ground(), scenario,
                                   {.choice = {.draws = 100, .seed = seed}});
        EXPECT_NEAR(sum_of(found, &CrossingChange::after) + found.cut_off,
                    sum_of(found, &CrossingChange::before), 1e-9);
        EXPECT_EQ(found.crossings[test::crossing(seed % 5)].after, 0.0);
        for (auto const& commune : found.communes) {
            EXPECT_GE(commune.hours_after, commune.hours_before);
        }
        for (auto const& one : found.crossings) {
            EXPECT_LE(one.change_lower, one.change);
            EXPECT_GE(one.change_upper, one.change);
        }
    }
}

TEST(WhatIf, EveryWorldConservesItsDemand)
{
    auto const place = test::gridded(5, 4, 3);
    for (std::uint64_t seed = 1; seed <= 50; ++seed) {
        auto const found =
            what_if(place.region.graph, place.ground(), {.closed = {test::crossing(1)}},
                    {.choice = {.draws = 1, .seed = seed}});
        EXPECT_NEAR(sum_of(found, &CrossingChange::before),
                    sum_of(found, &CrossingChange::after) + found.cut_off, 1e-9);
    }
}

TEST(WhatIf, OpeningNeverLengthensAndUndoesAClosure)
{
    auto place = test::gridded(6, 4, 2);
    place.region.crossings.status[test::crossing(2)] = geo::CrossingStatus::closed;
    place.region.exposure = routes::exposure_of(place.region.graph, place.region.anchors,
                                                place.region.crossings, travel::Profile::motorbike);
    auto const found = what_if(place.region.graph, place.ground(), {.opened = {test::crossing(2)}},
                               {.choice = {.draws = 50}});
    EXPECT_EQ(found.crossings[test::crossing(2)].before, 0.0);
    EXPECT_GT(found.crossings[test::crossing(2)].after, 0.0);
    for (auto const& commune : found.communes) {
        EXPECT_LE(commune.hours_after, commune.hours_before);
    }
    auto const all_open = test::gridded(6, 4, 2);
    auto const closing = what_if(all_open.region.graph, all_open.ground(),
                                 {.closed = {test::crossing(2)}}, {.choice = {.draws = 50}});
    EXPECT_NEAR(found.crossings[test::crossing(2)].after,
                closing.crossings[test::crossing(2)].before, 1e-9);
}

TEST(WhatIf, WatchingMovesFlowAndTakesNoTime)
{
    auto const place = test::gridded(5, 4, 5);
    auto const found = what_if(place.region.graph, place.ground(), {.watched = {test::crossing(1)}},
                               {.choice = {.draws = 100}});
    EXPECT_LT(found.crossings[test::crossing(1)].change, 0.0);
    EXPECT_GT(found.crossings[test::crossing(1)].after, 0.0);
    EXPECT_NEAR(sum_of(found, &CrossingChange::change), 0.0, 1e-9);
    for (auto const& commune : found.communes) {
        EXPECT_EQ(commune.hours_after, commune.hours_before);
    }
    EXPECT_EQ(found.cut_off, 0.0);
}

TEST(WhatIf, CutOffCommunesAreSaid)
{
    // One road, one gate: closing the road leaves nobody a way.
    auto region = test::region_of({{{{0.0, 0.0}, {9000.0, 0.0}}}}, {{0.0, 0.0}}, {{{9000.0, 0.0}}});
    test::Gridded const place{std::move(region), test::Demands{std::vector{Demand{3.0, 1.0, 6.0}}},
                              test::Chances{1, 1.0}};
    auto const found = what_if(place.region.graph, place.ground(),
                               {.closed_ways = {static_cast<geo::WayId>(0)}}, central);
    EXPECT_TRUE(found.communes[test::commune(0)].cut_off);
    EXPECT_EQ(found.cut_off, 3.0);
    EXPECT_EQ(found.crossings[test::crossing(0)].after, 0.0);
    EXPECT_EQ(found.moved, 0.0);
}

TEST(WhatIf, TheMeanWayIsThatOfTheSamePersons)
{
    // A gate by a path that is there in half of the worlds, and one farther by road, which closes: where the path is
    // missing nobody reaches a gate any more, and their hours are in neither mean.
    auto region = test::region_of({{.line = {{0.0, 0.0}, {0.0, 2000.0}},
                                    .klass = geo::WayClass::path,
                                    .kind = geo::WayKind::path,
                                    .p_exists = 0.5},
                                   {.line = {{0.0, 0.0}, {60000.0, 0.0}}}},
                                  {{0.0, 0.0}}, {{{0.0, 2000.0}}, {{60000.0, 0.0}}});
    test::Gridded const place{std::move(region), test::Demands{std::vector{Demand{3.0, 3.0, 3.0}}},
                              test::Chances{2, 1.0}};
    FlowOptions const options{
        .choice = {.draws = 400}, .speed_spread = 0.0, .access_spread = 0.0, .delay_spread = 0.0};
    auto const found =
        what_if(place.region.graph, place.ground(), {.closed = {test::crossing(1)}}, options);
    auto const& commune = found.communes[test::commune(0)];
    auto const& hours = place.region.exposure.to_crossing[test::commune(0)];
    ASSERT_LT(hours[0] + 0.5, hours[1]);
    EXPECT_NEAR(commune.mean_after, hours[0], 1e-3);
    // fewer than half go far where they can choose; with the worlds in which they cannot it would be more than half
    EXPECT_GT(commune.mean_before, hours[0]);
    EXPECT_LT(commune.mean_before, 0.5 * (hours[0] + hours[1]));
    EXPECT_NEAR(found.cut_off, 1.5, 0.3);
    EXPECT_NEAR(found.added_hours,
                (3.0 - found.cut_off) * (commune.mean_after - commune.mean_before), 1e-6);
}

TEST(WhatIf, OneCommuneByHand)
{
    // docs/methods/what-if.md: gates 1, 2 and 4 hours away, theta 1; the first closes. They lie at one
    // straight road: hours are by the speed of its class, and the wait at a gate.
    travel::TravelModel const model{travel::Profile::motorbike};
    double const hour_m = 1000.0 * travel::speed_kmh(model, geo::WayClass::local);
    double const wait = geo::Hours{travel::crossing_delay(model, geo::CrossingClass::main)}.count();
    auto const at = [&](double hours) { return geo::Point{(hours - wait) * hour_m, 0.0}; };
    auto region = test::region_of({{{{0.0, 0.0}, at(1.0), at(2.0), at(4.0)}}}, {{0.0, 0.0}},
                                  {{at(1.0)}, {at(2.0)}, {at(4.0)}});
    test::Gridded const place{std::move(region), test::Demands{std::vector{Demand{3.0, 1.0, 6.0}}},
                              test::Chances{3, 1.0}};
    auto const found =
        what_if(place.region.graph, place.ground(), {.closed = {test::crossing(0)}}, central);
    EXPECT_NEAR(found.crossings[test::crossing(0)].before, 2.116, 5e-4);
    EXPECT_NEAR(found.crossings[test::crossing(1)].change, 1.864, 5e-4);
    EXPECT_NEAR(found.crossings[test::crossing(2)].change, 0.252, 5e-4);
    EXPECT_NEAR(found.moved, 2.116, 5e-4);
    EXPECT_NEAR(found.added_hours, 2.62, 5e-3);
    ASSERT_EQ(found.pairs.size(), 3U);  // one commune: each pair is its crossing
    EXPECT_EQ(found.pairs[1].flow.change, found.crossings[test::crossing(1)].change);
    EXPECT_NEAR(found.pairs[0].hours_before, 1.0, 1e-3);
    EXPECT_TRUE(std::isinf(found.pairs[0].hours_after));
}

TEST(WhatIf, PairsSumToTheirCrossingAndBandsHoldThem)
{
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
        auto const place = test::gridded(6, 5, seed);
        Scenario const scenario{.closed = {test::crossing(seed % 5)},
                                .watched = {test::crossing((seed + 2) % 5)}};
        auto const found = what_if(place.region.graph, place.ground(), scenario,
                                   {.choice = {.draws = 100, .seed = seed}});
        geo::Column<geo::CrossingId, CrossingChange> sums{found.crossings.size()};
        for (auto const& pair : found.pairs) {
            EXPECT_TRUE(pair.flow.before > 0.0 || pair.flow.after > 0.0);
            EXPECT_LE(pair.flow.change_lower, pair.flow.change);
            EXPECT_GE(pair.flow.change_upper, pair.flow.change);
            EXPECT_LT(pair.flow.change_lower, pair.flow.change_upper);
            EXPECT_GE(pair.hours_after, pair.hours_before);
            sums[pair.crossing].before += pair.flow.before;
            sums[pair.crossing].after += pair.flow.after;
            sums[pair.crossing].change += pair.flow.change;
        }
        for (auto const id : sums.ids()) {
            EXPECT_NEAR(sums[id].before, found.crossings[id].before, 1e-9);
            EXPECT_NEAR(sums[id].after, found.crossings[id].after, 1e-9);
            EXPECT_NEAR(sums[id].change, found.crossings[id].change, 1e-9);
        }
    }
}

TEST(WhatIf, PairBandsAreThoseOfDrawsOneByOne)
{
    // With one commune a pair is its crossing: the bands differ by the rounding of a float.
    auto const place = test::gridded(1, 4, 6);
    auto const found = what_if(place.region.graph, place.ground(), {.closed = {test::crossing(0)}},
                               {.choice = {.draws = 60}});
    ASSERT_EQ(found.pairs.size(), 4U);
    for (auto const& pair : found.pairs) {
        auto const& whole = found.crossings[pair.crossing];
        EXPECT_NEAR(pair.flow.change_lower, whole.change_lower, 1e-6);
        EXPECT_NEAR(pair.flow.change_upper, whole.change_upper, 1e-6);
    }
}

TEST(WhatIf, VeryManyPairsHaveFewerDraws)
{
    EXPECT_EQ(pair_draws(20'000, 1000), 1000);
    EXPECT_EQ(pair_draws(20'001, 1000), 200);
    EXPECT_EQ(pair_draws(1'000'000, 50), 50);
    EXPECT_EQ(pair_draws(0, 0), 0);
}

TEST(WhatIf, BeforeIsTheFlowOfTheRun)
{
    auto const place = test::gridded(6, 5, 11);
    FlowOptions const options{.choice = {.draws = 70}};
    auto const run = flow_bands(place.region.graph, place.ground(), options);
    auto const found =
        what_if(place.region.graph, place.ground(), {.watched = {test::crossing(1)}}, options);
    for (auto const id : run.crossings.ids()) {
        EXPECT_NEAR(found.crossings[id].before, run.crossings[id].mean, 1e-12);
    }
    for (auto const& one : what_if(place.region.graph, place.ground(), {}, options).crossings) {
        EXPECT_EQ(one.change, 0.0);
        EXPECT_EQ(one.change_upper - one.change_lower, 0.0);
    }
}

TEST(WhatIf, AfterIsTheFlowOfARunOfTheScenario)
{
    auto const place = test::gridded(6, 5, 12);
    FlowOptions const options{.choice = {.draws = 70}};
    Scenario const scenario{.closed = {test::crossing(0)},
                            .watched = {test::crossing(3)},
                            .closed_ways = {static_cast<geo::WayId>(2)}};
    auto const run = flow_bands(place.region.graph, place.ground(), options, scenario);
    auto const found = what_if(place.region.graph, place.ground(), scenario, options);
    for (auto const id : run.crossings.ids()) {
        EXPECT_NEAR(found.crossings[id].after, run.crossings[id].mean, 1e-12);
    }
}

TEST(WhatIf, SingleClosuresAreThoseOfEachAlone)
{
    auto const place = test::gridded(6, 5, 7);
    auto const closures = single_closures(place.region.graph, place.ground(), central);
    ASSERT_EQ(closures.size(), 5U);
    for (std::size_t i = 0; i < closures.size(); ++i) {
        auto const alone = what_if(place.region.graph, place.ground(),
                                   {.closed = {closures[i].crossing}}, central);
        EXPECT_NEAR(closures[i].moved, closures[i].flow, 1e-9);  // nobody is cut off on a grid
        EXPECT_NEAR(closures[i].moved, alone.moved, 1e-12);
        EXPECT_NEAR(closures[i].added_hours, alone.added_hours, 1e-9);
        if (i > 0) {
            EXPECT_GE(closures[i - 1].moved + closures[i - 1].cut_off,
                      closures[i].moved + closures[i].cut_off);
        }
    }
}

TEST(WhatIf, SumsHaveBoundsOfTheWorldsTheyAreMadeOf)
{
    auto const place = test::gridded(6, 5, 7);
    FlowOptions const options{.choice = {.draws = 100}};
    auto const closures = single_closures(place.region.graph, place.ground(), options);
    ASSERT_FALSE(closures.empty());
    auto const holds = [](double value, Bounds const& bounds) {
        return bounds.lower <= value && value <= bounds.upper;
    };
    for (auto const& closure : closures) {
        auto const alone =
            what_if(place.region.graph, place.ground(), {.closed = {closure.crossing}}, options);
        EXPECT_TRUE(holds(closure.flow, closure.flow_bounds));
        EXPECT_TRUE(holds(closure.moved, closure.moved_bounds));
        EXPECT_TRUE(holds(closure.cut_off, closure.cut_off_bounds));
        EXPECT_TRUE(holds(closure.added_hours, closure.added_bounds));
        EXPECT_LT(closure.flow_bounds.lower, closure.flow_bounds.upper);
        // the same worlds, asked in two ways
        EXPECT_NEAR(closure.moved_bounds.lower, alone.moved_bounds.lower, 1e-9);
        EXPECT_NEAR(closure.moved_bounds.upper, alone.moved_bounds.upper, 1e-9);
        EXPECT_NEAR(closure.cut_off_bounds.upper, alone.cut_off_bounds.upper, 1e-9);
        EXPECT_NEAR(closure.added_bounds.lower, alone.added_bounds.lower, 1e-9);
        EXPECT_NEAR(closure.added_bounds.upper, alone.added_bounds.upper, 1e-9);
    }
}

TEST(WhatIf, HoursThatAreDoubtedAreInNoSumOfHours)
{
    auto const place = test::gridded(6, 5, 7);
    auto const ground = place.ground();
    auto const communes = ground.demand.size();
    double one_by_one = 0.0;
    double all = 0.0;
    for (std::size_t kept = 0; kept <= communes; ++kept) {  // the last time all of them
        auto doubting = ground;
        doubting.doubted = geo::PerCommune<std::uint8_t>{
            communes, static_cast<std::uint8_t>(kept < communes ? 1 : 0)};
        if (kept < communes) {
            doubting.doubted[static_cast<geo::CommuneId>(kept)] = 0;
        }
        auto const found =
            what_if(place.region.graph, doubting, {.closed = {test::crossing(0)}}, central);
        (kept < communes ? one_by_one : all) += found.added_hours;
        for (auto const& closure : single_closures(place.region.graph, doubting, central)) {
            if (closure.crossing == test::crossing(0)) {
                EXPECT_NEAR(closure.added_hours, found.added_hours, 1e-9);
            }
        }
    }
    EXPECT_GT(std::abs(all), 0.0);
    EXPECT_NEAR(one_by_one, all, 1e-9);
}

TEST(WhatIf, SameForAnyThreadsAndNonsenseIsRefused)
{
    auto const place = test::gridded(6, 5, 9);
    Scenario const scenario{.closed = {test::crossing(0)}, .watched = {test::crossing(3)}};
    auto const one = what_if(place.region.graph, place.ground(), scenario,
                             {.choice = {.draws = 200}}, geo::Job{{}, {}, 1});
    auto const many = what_if(place.region.graph, place.ground(), scenario,
                              {.choice = {.draws = 200}}, geo::Job{{}, {}, 8});
    for (auto const id : one.crossings.ids()) {
        EXPECT_EQ(one.crossings[id].change_lower, many.crossings[id].change_lower);
        EXPECT_EQ(one.crossings[id].change_upper, many.crossings[id].change_upper);
    }
    ASSERT_EQ(one.pairs.size(), many.pairs.size());
    for (std::size_t i = 0; i < one.pairs.size(); ++i) {
        EXPECT_EQ(one.pairs[i].flow.change_lower, many.pairs[i].flow.change_lower);
        EXPECT_EQ(one.pairs[i].flow.change_upper, many.pairs[i].flow.change_upper);
    }
    EXPECT_THROW(what_if(place.region.graph, place.ground(),
                         {.closed = {test::crossing(1)}, .opened = {test::crossing(1)}}),
                 geo::Error);
}

}  // namespace
}  // namespace marchland::analysis::flows
