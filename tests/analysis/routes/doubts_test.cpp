// Hours that are not to be believed, one drawing for each reason.
#include "analysis/routes/doubts.hpp"

#include "tests/support/drawn_region.hpp"

#include <gtest/gtest.h>

namespace marchland::analysis::routes {
namespace {

using geo::CommuneId;
using test::DrawnWay;
using Beside = geo::PerCommune<std::vector<CommuneId>>;

Doubts doubts(test::DrawnRegion const& region, Beside const& beside)
{
    return doubts_of(region.network, region.graph, region.anchors, region.exposure, region.communes,
                     region.crossings, region.markets, beside, travel::Profile::motorbike);
}

/// Each beside the next.
Beside in_a_row(std::size_t communes)
{
    Beside beside{communes};
    for (std::uint32_t i = 0; i + 1 < communes; ++i) {
        beside[CommuneId{i}].push_back(CommuneId{i + 1});
        beside[CommuneId{i + 1}].push_back(CommuneId{i});
    }
    return beside;
}

std::vector<std::string> rules(Doubts const& doubts)
{
    std::vector<std::string> all;
    for (auto const& finding : doubts.findings) {
        all.push_back(finding.rule);
    }
    return all;
}

using Rules = std::vector<std::string>;

TEST(Doubts, SoundRoadsRaiseNone)
{
    auto const region = test::region_of({{.line = {{0, 0}, {30000, 0}}}}, {{0, 0}, {9000, 0}},
                                        {{.at = {30000, 0}}}, {{15000, 0}});
    auto const found = doubts(region, in_a_row(2));
    EXPECT_EQ(rules(found), Rules{});
    EXPECT_FALSE(found.doubtful(CommuneId{0}));
    EXPECT_EQ(found.crossings[test::crossing(0)], NetworkTie::joined);
}

TEST(Doubts, AWayFourTimesAsLongAsTheStraightLine)
{
    // 6 km straight; the road goes round by 46, or by 20.
    auto const by = [](double north) {
        return test::region_of({{.line = {{0, 0}, {0, north}, {6000, north}, {6000, 0}}}}, {{0, 0}},
                               {{.at = {6000, 0}}});
    };
    auto const far = doubts(by(20000), Beside{1});
    EXPECT_EQ(rules(far), Rules{"long-way-to-crossing"});
    EXPECT_TRUE(far.doubtful(CommuneId{0}));
    EXPECT_NE(far.findings[0].feature.find("46 km, 6 straight"), std::string::npos)
        << far.findings[0].feature;
    EXPECT_EQ(rules(doubts(by(7000), Beside{1})), Rules{});
}

TEST(Doubts, AGateNextDoorThatIsOffTheNetwork)
{
    // 25 km to the gate that is reached; another is 4 km away, and no way comes near it
    auto const with = [](geo::CrossingClass klass, geo::CrossingStatus status) {
        return doubts(test::region_of({{.line = {{0, 0}, {25000, 0}}}}, {{0, 0}},
                                      {{.at = {25000, 0}},
                                       {.at = {0, 4000}, .klass = klass, .status = status}}),
                      Beside{1});
    };
    auto const open = geo::CrossingStatus::open;
    auto const found = with(geo::CrossingClass::main, open);
    EXPECT_EQ(found.crossings[test::crossing(1)], NetworkTie::none);
    EXPECT_EQ(rules(found), Rules{"long-way-to-crossing"});
    EXPECT_TRUE(found.doubtful(CommuneId{0}));
    EXPECT_FALSE(
        with(geo::CrossingClass::main, geo::CrossingStatus::closed).doubtful(CommuneId{0}));
    EXPECT_FALSE(with(geo::CrossingClass::rail, open).doubtful(CommuneId{0}));
    // what is doubted must not say that an informal crossing is near
    EXPECT_FALSE(with(geo::CrossingClass::informal, open).doubtful(CommuneId{0}));
}

TEST(Doubts, AnIslandTiedToAWayOnAnotherShore)
{
    auto const square = [](double x, double y) {
        return geo::Area{{{{x, y}, {x + 4000, y}, {x + 4000, y + 4000}, {x, y + 4000}, {x, y}}}};
    };
    auto region =
        test::region_of({{.line = {{0, 0}, {20000, 0}}}},
                        {{2000, 1000}, {6000, 1000}, {6000, 12000}}, {{.at = {20000, 0}}});
    region.communes.shape = geo::PerCommune<geo::Area>{
        std::vector{square(0, -1000), square(4000, -1000), square(4000, 10000)}};
    Beside near{3};
    near[CommuneId{0}] = {CommuneId{1}};
    near[CommuneId{1}] = {CommuneId{0}};
    auto const found = doubts(region, near);
    EXPECT_EQ(rules(found), Rules{"island-without-way"});
    EXPECT_TRUE(found.doubtful(CommuneId{2}));
    EXPECT_FALSE(found.doubtful(CommuneId{0}));
    region.communes.shape[CommuneId{2}] = square(4000, -2000);  // the way is its own
    EXPECT_EQ(rules(doubts(region, near)), Rules{});
}

TEST(Doubts, NoDistanceIsToldWhereItCouldPlaceAnInformalCrossing)
{
    auto const region =
        test::region_of({{.line = {{0, 0}, {0, 20000}, {6000, 20000}, {6000, 0}}}}, {{0, 0}},
                        {{.at = {6000, 0}, .klass = geo::CrossingClass::informal}});
    auto const found = doubts(region, Beside{1});
    EXPECT_EQ(rules(found), Rules{"long-way-to-crossing"});
    EXPECT_TRUE(found.doubtful(CommuneId{0}));
    EXPECT_EQ(found.findings[0].feature, region.communes.label(CommuneId{0}));
}

TEST(Doubts, AGateNextDoorThatIsReachedBySomeOtherGate)
{
    // The road to the gate 5 km away is missing; the one that is reached is 60 km off.
    auto const region =
        test::region_of({{.line = {{0, 0}, {60000, 0}}}, {.line = {{0, 5000}, {-9000, 5000}}}},
                        {{0, 0}}, {{.at = {60000, 0}}, {.at = {0, 5000}}});
    auto const found = doubts(region, Beside{1});
    EXPECT_EQ(rules(found), Rules({"crossing-apart", "long-way-to-crossing"}));
    EXPECT_TRUE(found.doubtful(CommuneId{0}));
    EXPECT_EQ(found.crossings[test::crossing(1)], NetworkTie::apart);
    EXPECT_EQ(found.reached[test::crossing(1)], 0);
    EXPECT_EQ(found.reached[test::crossing(0)], 1);
}

TEST(Doubts, ACommuneFarFromAllItsNeighbours)
{
    // The third is 6 km from the second, and 52 by road; gates are near both.
    DrawnWay const road{.line = {{0, 0}, {6000, 0}, {6000, -20000}, {12000, -20000}, {12000, 0}}};
    auto const region = test::region_of({road}, {{0, 0}, {6000, 0}, {12000, 0}},
                                        {{.at = {0, 1000}}, {.at = {12000, 1000}}});
    auto const found = doubts(region, in_a_row(3));
    EXPECT_EQ(rules(found), Rules({"far-from-neighbours", "long-way-round"}));
    EXPECT_FALSE(found.doubtful(CommuneId{0}));
    EXPECT_FALSE(found.doubtful(CommuneId{1}));  // it has the first
    EXPECT_TRUE(found.doubtful(CommuneId{2}));
}

TEST(Doubts, HoursUnlikeThoseOfAllNeighbours)
{
    // All 15 km from the gate; the second has a path alone.
    auto const with = [](geo::WayClass klass) {
        return test::region_of({{.line = {{-9000, 0}, {0, 12000}}},
                                {.line = {{0, 0}, {0, 12000}}, .klass = klass},
                                {.line = {{9000, 0}, {0, 12000}}}},
                               {{-9000, 0}, {0, 0}, {9000, 0}}, {{.at = {0, 12000}}});
    };
    Beside all{3};
    for (std::uint32_t i = 0; i < 3; ++i) {
        all[CommuneId{i}] = {CommuneId{(i + 1) % 3}, CommuneId{(i + 2) % 3}};
    }
    auto const slow = doubts(with(geo::WayClass::path), all);
    EXPECT_EQ(rules(slow),
              Rules{});  // 1.5 h more, not three times as much with the wait at the gate
    auto region = with(geo::WayClass::path);
    for (double& hours : region.exposure.to_crossing[CommuneId{1}]) {
        hours *= 3.0;
    }
    auto const odd = doubts(region, all);
    EXPECT_EQ(rules(odd), Rules{"hours-unlike-neighbours"});
    EXPECT_TRUE(odd.doubtful(CommuneId{1}));
    EXPECT_FALSE(odd.doubtful(CommuneId{0}));
}

TEST(Doubts, ARoadThatIsMissingBetweenNeighbours)
{
    // The third is 20 km from the second, which has a gate; its own road goes to a gate 150 km away. The fourth
    // gets there by the third: no neighbour of it is far, and its hours are as wrong.
    auto const region = test::region_of(
        {{.line = {{0, -6000}, {0, 3000}}}, {.line = {{20000, 0}, {170000, 0}}}},
        {{0, -6000}, {0, 0}, {20000, 0}, {40000, 0}}, {{.at = {0, 3000}}, {.at = {170000, 0}}});
    auto const found = doubts(region, in_a_row(4));
    EXPECT_EQ(rules(found).back(), "road-missing");
    EXPECT_NE(found.findings.back().message.find("(2 communes)"), std::string::npos)
        << found.findings.back().message;
    EXPECT_FALSE(found.doubtful(CommuneId{1}));
    EXPECT_TRUE(found.doubtful(CommuneId{2}));
    EXPECT_TRUE(found.doubtful(CommuneId{3}));
    // the road that hours depend on is no pair to look at as well
    EXPECT_EQ(std::ranges::count(rules(found), "long-way-round"), 0);
}

TEST(Doubts, HalfAnHourOverAMissingRoadMatters)
{
    // Gates at both ends; the road breaks off 5 km beside the second commune. With 10 km of local road, 0.36 h,
    // the third has its 25 km to the west and those, or `east` km to the east, both at 28 km/h.
    auto const to_the_east = [](double east) {
        return test::region_of(
            {{.line = {{0, 0}, {20000, 0}}}, {.line = {{25000, 0}, {25000 + east, 0}}}},
            {{15000, 0}, {20000, 0}, {25000, 0}, {30000, 0}},
            {{.at = {0, 0}}, {.at = {25000 + east, 0}}});
    };
    // (48 - 30) / 28 = 0.64 h; (42 - 30) / 28 = 0.43 h
    EXPECT_EQ(rules(doubts(to_the_east(48000), in_a_row(4))).back(), "road-missing");
    auto const kept = doubts(to_the_east(42000), in_a_row(4));
    EXPECT_EQ(rules(kept), Rules{"long-way-round"});
    EXPECT_EQ(kept.findings[0].severity, geo::Severity::note);  // it names them, and doubts nothing
    EXPECT_EQ(std::ranges::count(kept.hours, 0), 4);
}

TEST(Doubts, MarketsAndTrains)
{
    auto const region = test::region_of(
        {{.line = {{0, 0}, {9000, 0}}}, {.line = {{0, 30000}, {900, 30000}}}}, {{0, 0}},
        {{.at = {9000, 0}, .klass = geo::CrossingClass::rail}}, {{500, 30000}});
    auto const found = doubts(region, Beside{1});
    EXPECT_EQ(rules(found), Rules({"crossing-for-trains", "market-apart"}));
    EXPECT_EQ(found.crossings[test::crossing(0)], NetworkTie::trains);
}

}  // namespace
}  // namespace marchland::analysis::routes
