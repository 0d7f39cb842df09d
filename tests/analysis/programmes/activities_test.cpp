// Lines of the donor table, overlaps, last visits, freshness and what is due, by hand and against slow twins.
#include "analysis/programmes/donor_lines.hpp"
#include "analysis/programmes/due.hpp"
#include "analysis/programmes/last_seen.hpp"
#include "analysis/programmes/overlap.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <set>

namespace marchland::analysis::programmes {
namespace {

using geo::Activity;
using geo::ActivityUnit;
using geo::CommuneId;

geo::Day day(char const* text)
{
    return *geo::parse_day(text);
}

FreshnessRule const rule{day("2025-07-01"), 12};

Activity activity(std::string kind, std::string actor, char const* period, double done,
                  CommuneId commune = CommuneId{0}, ActivityUnit unit = ActivityUnit::person)
{
    return {.commune = commune,
            .kind = std::move(kind),
            .actor = std::move(actor),
            .period = *geo::parse_period(period),
            .unit = unit,
            .done = done,
            .populations = {"at_risk"},
            .dated = {day("2025-06-30"), {}}};
}

// ---- what may be added

TEST(DonorLines, OneKindActorPeriodUnitAndPopulationAddUp)
{
    auto one = activity("loan", "vwu", "2024", 3.0);
    one.planned = 5.0;
    auto two = activity("loan", "vwu", "2024", 4.0, CommuneId{1});
    two.planned = 5.0;
    auto const lines = donor_lines(std::vector{one, two}, rule);
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines[0].done, 7.0);
    EXPECT_EQ(lines[0].planned, 10.0);
    EXPECT_EQ(lines[0].communes, 2U);
    EXPECT_EQ(lines[0].entries, 2U);
}

TEST(DonorLines, NothingElseDoes)
{
    auto const one = activity("loan", "vwu", "2024", 3.0);
    std::vector<Activity> others(6, one);
    others[1].kind = "club";
    others[2].actor = "ngo";
    others[3].period = *geo::parse_period("2024-Q1");
    others[4].unit = ActivityUnit::household;
    others[5].populations = {"returned"};
    for (auto const& line : donor_lines(others, rule)) {
        EXPECT_EQ(line.done, 3.0);
    }
    EXPECT_EQ(donor_lines(others, rule).size(), 6U);
}

TEST(DonorLines, RowsThatDoNotSayMakeALowerBound)
{
    auto silent = activity("loan", "vwu", "2024", geo::unknown);
    silent.planned = 9.0;
    auto const lines = donor_lines(std::vector{activity("loan", "vwu", "2024", 3.0), silent}, rule);
    EXPECT_EQ(lines[0].done, 3.0);
    EXPECT_EQ(lines[0].done_missing, 1U);
    EXPECT_EQ(lines[0].planned_missing, 1U);
    EXPECT_TRUE(std::isnan(donor_lines(std::vector{silent}, rule)[0].done));
}

TEST(DonorLines, PersonsReachedTwiceAreARange)
{
    auto one = activity("club", "vwu", "2024", 3.0);
    one.reached = 40.0;
    auto two = one;
    two.reached = 25.0;
    auto const line = donor_lines(std::vector{one, two}, rule)[0];
    EXPECT_EQ(line.reached_lower, 40.0);
    EXPECT_EQ(line.reached_upper, 65.0);
}

TEST(DonorLines, CopiesAreHeldAgainstThePersonsTheyAreSaidToReach)
{
    auto copies = activity("leaflet", "vwu", "2024", 2422.0, CommuneId{0}, ActivityUnit::copy);
    EXPECT_TRUE(std::isnan(donor_lines(std::vector{copies}, rule)[0].persons_a_copy));
    copies.reached = 24220.0;  // ten persons a copy: on the line
    EXPECT_FALSE(donor_lines(std::vector{copies}, rule)[0].doubts_unit());
    copies.reached = 100000.0;
    EXPECT_TRUE(donor_lines(std::vector{copies}, rule)[0].doubts_unit());
    copies.reached = geo::unknown;
    auto const persons = activity("leaflet", "vwu", "2024-Q2", 100000.0);
    auto const lines = donor_lines(std::vector{copies, persons}, rule);
    EXPECT_NEAR(lines[0].persons_a_copy, 41.3, 0.05);
    EXPECT_TRUE(lines[0].doubts_unit());
    EXPECT_TRUE(std::isnan(lines[1].persons_a_copy));
}

// ---- overlaps

TEST(Overlaps, APlantedOneIsFoundAndNoneInvented)
{
    std::vector<Activity> const rows{
        activity("club", "vwu", "2024-Q1", 1.0),
        activity("club", "ngo", "2024-03", 1.0),
        activity("club", "ngo", "2024-03", 1.0, CommuneId{1}),  // elsewhere
        activity("loan", "police", "2024-03", 1.0),             // something else
        activity("club", "police", "2024-07", 1.0),             // another time
        activity("club", "vwu", "2024-03", 1.0)};               // the same actor twice
    auto const found = overlaps_of(rows);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].commune, CommuneId{0});
    EXPECT_EQ(found[0].period, *geo::parse_period("2024-03"));
    EXPECT_EQ(found[0].actors, (std::vector<std::string>{"ngo", "vwu"}));
    EXPECT_EQ(found[0].coarsest, 3);
}

TEST(Overlaps, WhatDidNotTakePlaceMeetsNobody)
{
    std::vector<Activity> rows{activity("club", "vwu", "2024", 1.0),
                               activity("club", "ngo", "2024", 0.0)};
    EXPECT_TRUE(overlaps_of(rows).empty());
    rows[1].planned = 5.0;  // planned, and nothing was done
    EXPECT_EQ(overlaps_of(rows).size(), 1U);
    rows[1].done = geo::unknown;
    EXPECT_EQ(overlaps_of(rows).size(), 1U);
    rows[1].actor = "unknown";
    EXPECT_TRUE(overlaps_of(rows).empty());
}

TEST(Overlaps, TheWholeRegionIsAPlaceOfItsOwn)
{
    std::vector<Activity> rows{activity("leaflet", "vwu", "2024", 1.0),
                               activity("leaflet", "ngo", "2024", 1.0)};
    rows[0].commune.reset();
    rows[0].everywhere = true;
    EXPECT_TRUE(overlaps_of(rows).empty());
    rows[1] = rows[0];
    rows[1].actor = "ngo";
    EXPECT_EQ(overlaps_of(rows).size(), 1U);
}

/// Every pair of rows, every month.
std::size_t months_of_overlap_slowly(std::vector<Activity> const& rows)
{
    std::set<std::tuple<CommuneId, std::string, int>> months;
    for (auto const& one : rows) {
        for (auto const& other : rows) {
            bool const meet =
                one.commune == other.commune && one.kind == other.kind && one.actor != other.actor;
            for (int m = one.period.from.index; meet && m <= one.period.to.index; ++m) {
                if (m >= other.period.from.index && m <= other.period.to.index) {
                    months.insert({*one.commune, one.kind, m});
                }
            }
        }
    }
    return months.size();
}

TEST(Overlaps, SameMonthsAsASlowTwin)
{
    std::mt19937 dice{3};
    for (int round = 0; round < 30; ++round) {
        std::vector<Activity> rows;
        for (int i = 0; i < 25; ++i) {
            auto one =
                activity(dice() % 2 == 0 ? "club" : "loan", std::string(1, "xyz"[dice() % 3]),
                         "2024-01", 1.0, CommuneId{static_cast<unsigned>(dice() % 4)});
            one.period.from.index += static_cast<int>(dice() % 12);
            one.period.to.index = one.period.from.index + static_cast<int>(dice() % 5);
            rows.push_back(one);
        }
        std::size_t months = 0;
        for (auto const& found : overlaps_of(rows)) {
            months += static_cast<std::size_t>(found.period.months());
            EXPECT_GE(found.actors.size(), 2U);
        }
        EXPECT_EQ(months, months_of_overlap_slowly(rows));
    }
}

// ---- visits

TEST(LastSeen, ADiaryTellsTheDayAndAnActivityTheMonths)
{
    std::vector<geo::TeamVisit> const visits{{CommuneId{0}, day("2024-09-10")},
                                             {CommuneId{1}, day("2024-06-30")},
                                             {CommuneId{3}, day("2025-09-01")}};
    std::vector<Activity> const activities{activity("club", "vwu", "2024", 2.0, CommuneId{2}),
                                           activity("club", "vwu", "2025-Q1", 2.0, CommuneId{1}),
                                           activity("loan", "vwu", "2025-05", 2.0, CommuneId{4}),
                                           activity("club", "vwu", "2025-05", 0.0, CommuneId{4})};
    auto const seen = last_seen(visits, activities, 5, day("2025-07-01"));
    EXPECT_EQ(seen[CommuneId{0}].visited, Visited::yes);
    EXPECT_EQ(seen[CommuneId{1}].visited, Visited::yes);
    EXPECT_EQ(seen[CommuneId{1}].last, (geo::Days{day("2025-01-01"), day("2025-03-31")}));
    EXPECT_EQ(seen[CommuneId{2}].visited, Visited::perhaps);  // January or December 2024
    EXPECT_EQ(seen[CommuneId{3}].visited, Visited::never);    // the visit lies ahead
    EXPECT_EQ(seen[CommuneId{4}].visited,
              Visited::never);  // a loan is no visit, nor is nothing done
}

TEST(LastSeen, TheLineIsTheSameDayAYearAgo)
{
    auto const on = [](char const* when) {
        return last_seen(std::vector<geo::TeamVisit>{{CommuneId{0}, day(when)}}, {}, 1,
                         day("2025-07-01"))[CommuneId{0}]
            .visited;
    };
    EXPECT_EQ(on("2024-07-01"), Visited::yes);
    EXPECT_EQ(on("2024-06-30"), Visited::no);
}

TEST(LastSeen, AnActivityOfTheRunningYearEndsYesterday)
{
    auto const seen =
        last_seen({}, std::vector{activity("club", "vwu", "2025", 1.0)}, 1, day("2025-07-01"));
    EXPECT_EQ(seen[CommuneId{0}].last, (geo::Days{day("2025-01-01"), day("2025-06-30")}));
}

// ---- freshness

TEST(Freshness, ByHand)
{
    struct Row {
        char const* what;
        geo::Dated dated;
        Freshness expected;
    };
    for (auto const& [what, dated, expected] : std::vector<Row>{
             {"of a month ago", {day("2025-06-01"), {}}, Freshness::fresh},
             {"of the same day a year ago", {day("2024-07-01"), {}}, Freshness::fresh},
             {"a day older", {day("2024-06-30"), {}}, Freshness::stale},
             {"old, and good for longer", {day("2020-01-01"), day("2025-07-01")}, Freshness::fresh},
             {"new, and over", {day("2025-06-01"), day("2025-06-30")}, Freshness::stale},
             {"nobody says", {}, Freshness::undated}}) {
        EXPECT_EQ(freshness_of(dated, rule), expected) << what;
    }
}

TEST(Freshness, FiguresTakenAfterTheEndStayTrue)
{
    auto one = activity("club", "vwu", "2021", 1.0);
    one.dated = {day("2021-12-31"), {}};
    EXPECT_EQ(freshness_of(one, rule), Freshness::fresh);
    one.dated = {day("2021-06-30"), {}};  // half of the year was still to come
    EXPECT_EQ(freshness_of(one, rule), Freshness::stale);
    one.dated = {};
    EXPECT_EQ(freshness_of(one, rule), Freshness::undated);
}

TEST(Freshness, AYearFromALeapDayIsTheLastOfFebruary)
{
    EXPECT_EQ(last_good_day({day("2024-02-29"), {}}, 12), day("2025-02-28"));
}

// ---- what is due

TEST(Due, ByHand)
{
    std::vector<geo::Service> const services{
        {.id = "fresh", .kind = "loan", .dated = {day("2025-05-01"), {}}},
        {.id = "undated", .kind = "loan"},
        {.id = "ends",
         .kind = "loan",
         .until = day("2025-12-31"),
         .dated = {day("2024-01-01"), {}}},
        {.id = "ended", .kind = "loan", .until = day("2025-06-30")}};
    geo::PerCommune<LastSeen> seen{2};
    seen[CommuneId{0}] = {geo::Days{day("2024-01-01"), day("2024-12-31")}, Visited::perhaps};
    auto planned = activity("club", "vwu", "2025-Q1", geo::unknown);
    planned.planned = 3.0;
    std::vector const activities{planned, activity("club", "vwu", "2025-Q1", 1.0)};
    std::vector<AnswerDue> const answers{{day("2025-07-10"), day("2025-07-20"), {2.0, 2.0}}};
    auto const items = due_items({services, seen, activities, answers}, rule, 12);
    std::vector<std::string> told;
    for (auto const& item : items) {
        auto const date = [](auto const& one) { return one ? geo::text_of(*one) : "now"; };
        constexpr std::array kinds{"confirm", "ends", "visit", "report", "answer"};
        told.push_back(std::string{kinds.at(static_cast<std::size_t>(item.kind))} + " " +
                       std::to_string(item.row) + " " + date(item.from) + " " + date(item.to) +
                       (item.overdue ? " overdue" : ""));
    }
    EXPECT_EQ(told, (std::vector<std::string>{
                        "confirm 1 now now overdue", "visit 1 now now overdue",
                        "confirm 2 2025-01-01 2025-01-01 overdue",
                        "report 0 2025-03-31 2025-03-31 overdue", "answer 0 2025-07-10 2025-07-20",
                        "ends 2 2025-12-31 2025-12-31", "visit 0 2025-01-01 2025-12-31",
                        "confirm 0 2026-05-01 2026-05-01"}));
}

}  // namespace
}  // namespace marchland::analysis::programmes
