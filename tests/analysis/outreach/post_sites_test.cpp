// Where posts may stand and whom they reach, on a drawn road.
#include "analysis/outreach/post_sites.hpp"

#include "tests/support/drawn_maps.hpp"
#include "tests/support/drawn_movement.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

namespace marchland::analysis::outreach {
namespace {

/// A road of 30 km: village a at its start, market m and village b on it, gate x at its end. Gate y is
/// closed, p is informal, village c is on no road.
///   a ---- m ---- b ---- x      c
test::DrawnMovement one_road()
{
    return test::movement_over(
        test::region_of({{.line = {{0, 0}, {10000, 0}}},
                         {.line = {{10000, 0}, {20000, 0}}},
                         {.line = {{20000, 0}, {30000, 0}}}},
                        {{0, 0}, {20000, 0}, {90000, 90000}},
                        {{.at = {30000, 0}},
                         {.at = {30000, 0}, .status = geo::CrossingStatus::closed},
                         {.at = {30000, 0}, .klass = geo::CrossingClass::informal}},
                        {{10000, 0}}),
        {2.0, 3.0, 7.0});
}

std::vector<Site> sites_in(test::DrawnMovement const& place)
{
    return sites_of(place.routes.anchors, place.communes, place.markets, place.crossings);
}

TEST(PostSites, AreCommunesMarketsAndOpenOfficialCrossingsOnTheNetwork)
{
    auto const place = one_road();
    std::vector<std::string> told;
    for (auto const& site : sites_in(place)) {
        told.push_back(std::string{name_of(site.kind)} + " " + site.id);
    }
    EXPECT_EQ(told,
              (std::vector<std::string>{"commune c0", "commune c1", "market m0", "crossing x0"}));
}

TEST(PostSites, FlowIsCapturedAtEverySiteOnTheWay)
{
    auto const place = one_road();
    auto const demand = flow_demand(place.routes, place.movement, sites_in(place));
    double from_a = 0.0;
    double from_b = 0.0;
    for (auto const& one : demand) {
        if (one.sites == std::vector<std::uint32_t>{0, 2, 1, 3}) {  // in the order of travel
            from_a += one.weight;
        } else if (one.sites == std::vector<std::uint32_t>{1, 3}) {
            from_b += one.weight;
        } else {
            ADD_FAILURE() << "an unknown way";
        }
    }
    EXPECT_NEAR(from_a, 2.0, 1e-9);  // nobody from c, who reaches no crossing
    EXPECT_NEAR(from_b, 3.0, 1e-9);
    EXPECT_NEAR(reached_at(demand, {false, false, true, false}), 2.0, 1e-9);
    EXPECT_NEAR(reached_at(demand, {false, true, true, false}), 5.0, 1e-9);
    EXPECT_EQ(reached_at(demand, {false, false, false, false}), 0.0);
}

TEST(PostSites, APostIsAvoidedAtTheCrossingsOfItsJunction)
{
    auto place = one_road();
    place.movement.chance[test::crossing(2)] = 0.0;
    auto const input = passing_input(place.routes, place.movement, sites_in(place));
    EXPECT_EQ(input.sites, 4U);
    ASSERT_EQ(input.origins.size(), 2U);
    EXPECT_EQ(input.origins[0].people, 2.0);
    EXPECT_EQ(input.origins[0].sites[0], (std::vector<std::uint32_t>{0, 2, 1, 3}));
    EXPECT_TRUE(std::isinf(input.origins[0].hours[2]));  // without a chance it is out of reach
    EXPECT_TRUE(input.origins[0].sites[2].empty());
    EXPECT_TRUE(input.at[0].empty());
    EXPECT_EQ(input.at[3], (std::vector<std::uint32_t>{0, 1, 2}));
}

TEST(PostSites, PeopleAreReachedWithinTheMinutes)
{
    auto place = one_road();
    place.movement.demand[test::commune(1)].expected = std::nan("");
    auto const sites = sites_in(place);
    travel::TravelModel const motorbike;
    double const kmh = travel::speed_kmh(motorbike, geo::WayClass::local);
    auto const within = [&](double km) {
        return people_demand(place.routes, place.movement.demand, sites, motorbike,
                             60.0 * km / kmh);
    };
    auto const near = within(10.5);
    ASSERT_EQ(near.size(), 3U);
    EXPECT_EQ(near[0].weight, 2.0);
    EXPECT_EQ(near[0].sites, (std::vector<std::uint32_t>{0, 2}));
    EXPECT_EQ(near[1].weight, 0.0);  // no figure
    EXPECT_EQ(near[1].sites, (std::vector<std::uint32_t>{1, 2, 3}));
    EXPECT_TRUE(near[2].sites.empty());
    EXPECT_EQ(within(31.0)[0].sites, (std::vector<std::uint32_t>{0, 1, 2, 3}));
}

TEST(PostSites, BandsOfWhatIsKnownForSureAreNarrow)
{
    auto const place = one_road();
    auto const sites = sites_in(place);
    travel::TravelModel const motorbike;
    auto const people = people_demand(place.routes, place.movement.demand, sites, motorbike, 1e6);
    auto const near =
        reached_people(people, place.movement.demand, sites.size(), {0}, {.draws = 50});
    EXPECT_NEAR(near.posts[0].today.lower, 5.0, 1e-9);
    EXPECT_NEAR(near.posts[0].today.upper, 5.0, 1e-9);
    auto const flow = reached_flow(place.routes, place.ground(), sites,
                                   passing_input(place.routes, place.movement, sites), {2},
                                   {.choice = {.draws = 50}});
    EXPECT_NEAR(flow.posts[0].today.lower, 2.0, 1e-9);  // all of a pass the market in every world
    EXPECT_NEAR(flow.posts[0].today.upper, 2.0, 1e-9);
    EXPECT_NEAR(flow.posts[0].today.mean, 2.0, 1e-9);
    EXPECT_NEAR(flow.all, 5.0, 1e-9);  // nobody from c, who reaches no crossing
}

TEST(PostSites, PostsAreCountedTogetherInTheirOrder)
{
    auto const place = one_road();
    auto const sites = sites_in(place);
    auto const passing = passing_input(place.routes, place.movement, sites);
    flows::FlowOptions const options{.choice = {.draws = 50}};
    auto const reach = [&](std::vector<std::uint32_t> const& order) {
        return reached_flow(place.routes, place.ground(), sites, passing, order, options).posts;
    };
    auto const both = reach({2, 1});
    ASSERT_EQ(both.size(), 2U);
    EXPECT_EQ(both[0].today.mean, reach({2})[0].today.mean);
    EXPECT_NEAR(both[1].today.mean, 5.0, 1e-9);
    EXPECT_EQ(both[1].today.mean, reach({1, 2})[1].today.mean);
    EXPECT_EQ(reach({1, 1})[1].today.mean, reach({1})[0].today.mean) << "nobody is counted twice";
}

TEST(PostSites, WhoAvoidsAGateWithAPostIsNotReachedThere)
{
    // A village between two gates, one and one and a half times as far; a post at the nearer.
    auto const place = test::movement_over(
        test::region_of({{.line = {{0, 0}, {10000, 0}}}, {.line = {{0, 0}, {-15000, 0}}}}, {{0, 0}},
                        {{.at = {10000, 0}}, {.at = {-15000, 0}}}),
        {4.0});
    auto const sites = sites_in(place);
    auto const found = reached_flow(place.routes, place.ground(), sites,
                                    passing_input(place.routes, place.movement, sites), {1},
                                    {.choice = {.draws = 50}});
    auto const& post = found.posts.at(0);
    EXPECT_LT(post.after.mean, post.today.mean);
    EXPECT_LE(post.after.lower, post.after.mean);
    EXPECT_LT(post.today.mean, found.all);
}

}  // namespace
}  // namespace marchland::analysis::outreach
