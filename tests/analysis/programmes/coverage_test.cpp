// Hours to services by hand: four communes, two kinds.
#include "analysis/programmes/coverage.hpp"

#include "geo/vocabulary/error.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace marchland::analysis::programmes {
namespace {

using geo::CommuneId;
using geo::infinite;

constexpr CommuneId a{0};
constexpr CommuneId b{1};
constexpr CommuneId c{2};
constexpr CommuneId d{3};

/// Two shelters and a loan office that is closed. D is on no network.
CoverageInput four_communes()
{
    CoverageInput input{.services = {{"shelter"}, {"shelter"}, {"loan", false}},
                        .hours = geo::PerCommune<std::vector<double>>{4},
                        .at_risk = geo::PerCommune<double>{4},
                        .doubted = {}};
    input.hours[a] = {0.5, 3.0, 0.1};
    input.hours[b] = {1.1, 4.0, 0.1};
    input.hours[c] = {9.0, 3.0, 0.1};
    input.hours[d] = {infinite, infinite, infinite};
    input.at_risk[a] = 100.0;
    input.at_risk[b] = 20.0;
    input.at_risk[c] = 3.0;
    input.at_risk[d] = 1000.0;
    return input;
}

void expect_persons(Persons const& persons, double value, double lower, double upper)
{
    EXPECT_EQ(persons.value, value);
    EXPECT_EQ(persons.lower, lower);
    EXPECT_EQ(persons.upper, upper);
}

TEST(Coverage, ByHand)
{
    // exp(1.645 x 0.2) = 1.390: B is 0.79 to 1.53 hours away, C 2.16 to 4.17
    auto const kinds = coverage_of(four_communes(), {.limit_hours = 2.0, .speed_spread = 0.2});
    ASSERT_EQ(kinds.size(), 2U);
    auto const& shelter = kinds[1];
    EXPECT_EQ(shelter.kind, "shelter");
    EXPECT_EQ(shelter.open, 2U);
    EXPECT_EQ(shelter.nearest[a].service, 0U);
    EXPECT_EQ(shelter.nearest[c].service, 1U);
    EXPECT_NEAR(shelter.nearest[b].lower, 0.7916, 1e-3);
    EXPECT_NEAR(shelter.nearest[b].upper, 1.5285, 1e-3);
    EXPECT_EQ(shelter.nearest[a].reach, Reach::within_hour);
    EXPECT_EQ(shelter.nearest[b].reach, Reach::cannot_tell);
    EXPECT_EQ(shelter.nearest[c].reach, Reach::beyond_limit);
    EXPECT_EQ(shelter.nearest[d].reach, Reach::not_known);
    EXPECT_FALSE(shelter.nearest[d].service);
    expect_persons(shelter.within_hour, 100.0, 100.0, 1120.0);
    expect_persons(shelter.beyond_hour, 23.0, 3.0, 1023.0);
    expect_persons(shelter.beyond_limit, 3.0, 3.0, 1003.0);
    EXPECT_EQ(shelter.not_known, 1000.0);
}

TEST(Coverage, WhereNoneIsOpenEverybodyIsBeyond)
{
    auto const kinds = coverage_of(four_communes());
    EXPECT_EQ(kinds[0].kind, "loan");
    EXPECT_EQ(kinds[0].open, 0U);
    EXPECT_EQ(kinds[0].nearest[a].reach, Reach::no_service);
    expect_persons(kinds[0].within_hour, 0.0, 0.0, 0.0);
    expect_persons(kinds[0].beyond_hour, 1123.0, 1123.0, 1123.0);
    EXPECT_EQ(kinds[0].not_known, 0.0);
}

TEST(Coverage, HoursThatAreNotBelievedAreNotTold)
{
    auto input = four_communes();
    input.doubted = geo::PerCommune<std::uint8_t>{4, 0};
    input.doubted[a] = 1;
    auto const shelter = coverage_of(input)[1];
    EXPECT_EQ(shelter.nearest[a].reach, Reach::not_known);
    EXPECT_TRUE(std::isnan(shelter.nearest[a].hours));
    EXPECT_EQ(shelter.not_known, 1100.0);
    expect_persons(shelter.within_hour, 0.0, 0.0, 1120.0);
}

TEST(Coverage, PeopleWhoAreNotCountedAreInNoSum)
{
    auto input = four_communes();
    input.at_risk[a] = geo::unknown;
    EXPECT_EQ(coverage_of(input)[1].within_hour.value, 0.0);
}

TEST(Coverage, EverybodyIsSomewhereAndBoundsHoldTheFigure)
{
    std::mt19937 dice{7};
    auto const draw = [&dice] { return static_cast<double>(dice() % 1000) / 200.0; };
    for (int round = 0; round < 50; ++round) {
        auto input = four_communes();
        for (auto& hours : input.hours) {
            for (auto& one : hours) {
                one = dice() % 9 == 0 ? infinite : draw();
            }
        }
        for (auto const& kind : coverage_of(input, {.limit_hours = 1.5, .speed_spread = 0.3})) {
            EXPECT_EQ(kind.within_hour.value + kind.beyond_hour.value + kind.not_known, 1123.0);
            EXPECT_EQ(kind.within_hour.lower + kind.beyond_hour.upper, 1123.0);
            EXPECT_EQ(kind.within_hour.upper + kind.beyond_hour.lower, 1123.0);
            for (auto const* const persons :
                 {&kind.within_hour, &kind.beyond_hour, &kind.beyond_limit}) {
                EXPECT_LE(persons->lower, persons->value);
                EXPECT_GE(persons->upper, persons->value);
            }
            EXPECT_LE(kind.beyond_limit.value, kind.beyond_hour.value);
        }
    }
}

TEST(Coverage, NobodyTravelsToATelephone)
{
    auto input = four_communes();
    input.services.push_back({.kind = "hotline", .placed = false});
    for (auto& hours : input.hours) {
        hours.push_back(infinite);
    }
    auto const kinds = coverage_of(input);
    ASSERT_EQ(kinds.size(), 2U);
    EXPECT_EQ(kinds[1].kind, "shelter");
}

TEST(Coverage, AnotherServiceNeverMakesItFarther)
{
    auto input = four_communes();
    auto const before = coverage_of(input)[1].beyond_hour.value;
    input.services.push_back({"shelter"});
    for (auto& hours : input.hours) {
        hours.push_back(0.9);
    }
    EXPECT_LE(coverage_of(input)[1].beyond_hour.value, before);
}

TEST(Coverage, RefusesWhatDoesNotFit)
{
    auto input = four_communes();
    EXPECT_THROW(coverage_of(input, {.limit_hours = 0.5}), geo::Error);
    input.hours[a].pop_back();
    EXPECT_THROW(coverage_of(input), geo::Error);
}

}  // namespace
}  // namespace marchland::analysis::programmes
