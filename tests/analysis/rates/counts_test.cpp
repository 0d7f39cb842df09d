// Numbers by hand: docs/methods/counts.md.
#include "analysis/rates/counts.hpp"

#include "tests/support/drawn_maps.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace marchland::analysis::rates {
namespace {

using geo::CaseCount;
using geo::Role;

geo::Period period(char const* from, char const* to)
{
    return {geo::parse_period(from)->from, geo::parse_period(to)->to};
}

CaseCount row(std::size_t id, geo::Period when, double count, Role role = Role::origin)
{
    return {.commune = test::commune(id),
            .period = when,
            .role = role,
            .form = "labour",
            .count = count};
}

auto const three_years = period("2022-07", "2025-06");

TEST(Counts, WindowIsTheEndOfThePeriod)
{
    EXPECT_EQ(window_of(period("2021-01", "2025-06"), 3), three_years);
    EXPECT_DOUBLE_EQ(years_in(three_years), 3.0);
}

TEST(Counts, YearsAreCountedFromTheEnd)
{
    EXPECT_EQ(years_of(period("2022-10", "2025-06"), {}),
              (std::vector{period("2022-10", "2023-06"), period("2023-07", "2024-06"),
                           period("2024-07", "2025-06")}));
    EXPECT_EQ(years_of(period("2025-01", "2025-06"), {}),
              std::vector{period("2025-01", "2025-06")});
}

TEST(Counts, YearsEndWhereTheRecordsDo)
{
    // Counts by year, and half of 2025: years from June to June would cut every row.
    std::vector<CaseCount> const rows{row(0, period("2023", "2023"), 2.0),
                                      row(0, period("2024", "2024"), 3.0),
                                      row(0, period("2025-01", "2025-06"), 1.0)};
    EXPECT_EQ(years_of(period("2022-10", "2025-06"), rows),
              (std::vector{period("2022-10", "2022-12"), period("2023", "2023"),
                           period("2024", "2024"), period("2025-01", "2025-06")}));
    Edges const edges{rows, period("2022-10", "2025-06")};
    EXPECT_EQ(edges.cut(period("2023-01", "2023-01").from), 0.0);
    EXPECT_EQ(edges.cut(period("2024-02", "2024-02").from), 3.0);
    EXPECT_EQ(edges.cut(period("2025-06", "2025-06").from), 1.0);
    EXPECT_EQ(edges.nearest(period("2024-07", "2024-07").from, period("2023", "2025-06")),
              period("2025", "2025").from);  // as near as 2024, and later
}

TEST(Counts, OfSpansThatFollowEachOtherOneAtMostHasARow)
{
    // A year, a half, a quarter and a month, against every way to cut three years in two.
    for (auto const* const when : {"2022", "2022-H1", "2022-H2", "2022-Q1", "2022-Q4", "2022-05"}) {
        auto const record = *geo::parse_period(when);
        for (int edge = period("2021", "2021").from.index + 1; edge <= record.to.index + 12;
             ++edge) {
            bool const before = belongs(record, {period("2021", "2021").from, {edge - 1}});
            bool const after = belongs(record, {{edge}, period("2023", "2023").to});
            EXPECT_NE(before, after) << when << " at " << geo::Month{edge}.text();
        }
    }
}

TEST(Counts, SaysWhatTheEdgesOfTheWindowCut)
{
    auto const counts = count_cases(
        {row(0, period("2022", "2022"), 4.0), row(0, period("2021", "2021"), 7.0),
         row(0, period("2022-H1", "2022-H1"), 30.0), row(0, period("2023", "2023"), 5.0),
         row(0, period("2025", "2025"), 6.0), row(0, period("2021", "2022"), 9.0, Role::transit)},
        1, three_years);
    EXPECT_DOUBLE_EQ(counts.before, 37.0);
    EXPECT_DOUBLE_EQ(counts.cut_in, 4.0);
    EXPECT_DOUBLE_EQ(counts.cut_out,
                     6.0);  // the first half of 2025: whoever clips it to the study keeps it
    EXPECT_DOUBLE_EQ(counts.cases[test::commune(0)], 9.0);
}

TEST(Counts, MonthsHalfALifeAgoCountHalf)
{
    // Half-life of a year, two years of months: the older year is half the newer, month by month.
    auto const window = period("2022", "2023");
    Fading const fading{window.to, 1.0};
    EXPECT_DOUBLE_EQ(fading.months(period("2023-12", "2023-12")), 1.0);
    EXPECT_DOUBLE_EQ(fading.months(period("2022-12", "2022-12")), 0.5);
    EXPECT_DOUBLE_EQ(fading.months(period("2022", "2022")),
                     0.5 * fading.months(period("2023", "2023")));
    // geometric: (1 - 1/4) / (1 - 2^(-1/12))
    double const months = 0.75 / (1.0 - std::exp2(-1.0 / 12.0));
    EXPECT_NEAR(fading.months(window), months, 1e-12);
    EXPECT_NEAR(years_in(window, 1.0), months / 12.0, 1e-12);
    EXPECT_DOUBLE_EQ((Fading{window.to, 0.0}.months(window)), 24.0);
}

TEST(Counts, FadingLeavesARateThatNeverChangedAsItIs)
{
    // A person and 5 hours every month in the first commune, by months; a year's sum of both in the second.
    auto const window = period("2021", "2023");
    std::vector<CaseCount> cases;
    std::vector<geo::EffortEntry> effort;
    for (int month = window.from.index; month <= window.to.index; ++month) {
        cases.push_back(row(0, {{month}, {month}}, 1.0));
        effort.push_back({test::commune(0), {{month}, {month}}, "patrol", 5.0});
    }
    for (auto const* const year : {"2021", "2022", "2023"}) {
        cases.push_back(row(1, period(year, year), 12.0));
        effort.push_back({test::commune(1), period(year, year), "patrol", 60.0});
    }
    auto const counts = count_cases(cases, 2, window, 2.0);
    auto const looked = sum_effort(effort, 2, window, 2.0);
    for (std::size_t i = 0; i < 2; ++i) {
        auto const id = test::commune(i);
        EXPECT_NEAR(counts.cases[id], 12.0 * years_in(window, 2.0), 1e-12);
        EXPECT_NEAR(looked[id], 5.0 * counts.cases[id], 1e-12);
    }
    EXPECT_LT(counts.cases[test::commune(0)], 36.0);
    EXPECT_DOUBLE_EQ(counts.by_role.at(0), 72.0);  // what was found is told as it was found
}

TEST(Counts, ARowCutByTheWindowFadesByItsMonthsInside)
{
    // 2022 lies half in the window; half-life of a year, to 2023-06: the mean of 7 to 12 months' age is that of
    // 1 to 6 months and a half later
    auto const window = period("2022-07", "2023-06");
    Fading const fading{window.to, 1.0};
    auto const counts = count_cases({row(0, period("2022", "2022"), 4.0)}, 1, window, 1.0);
    EXPECT_NEAR(counts.cases[test::commune(0)],
                4.0 * fading.months(period("2023-01", "2023-06")) / 6.0 * std::sqrt(0.5), 1e-12);
}

TEST(Counts, FadedSumsDoNotHangOnTheOrderOfRows)
{
    std::vector<CaseCount> cases;
    std::vector<geo::EffortEntry> effort;
    for (int month = 0; month < 36; ++month) {
        geo::Period const when{{three_years.from.index + month}, {three_years.from.index + month}};
        cases.push_back(row(0, when, 1.0 + month % 5));
        effort.push_back({test::commune(0), when, "patrol", 0.1 * (1 + month % 7)});
    }
    auto const counted = count_cases(cases, 1, three_years, 1.3).cases[test::commune(0)];
    auto const looked = sum_effort(effort, 1, three_years, 1.3)[test::commune(0)];
    for (int turn = 0; turn < 36; ++turn) {
        std::ranges::rotate(cases, cases.begin() + 1);
        std::ranges::rotate(effort, effort.begin() + 5);
        EXPECT_EQ(count_cases(cases, 1, three_years, 1.3).cases[test::commune(0)], counted);
        EXPECT_EQ(sum_effort(effort, 1, three_years, 1.3)[test::commune(0)], looked);
    }
}

TEST(Counts, WindowIsNeverLongerThanThePeriod)
{
    auto const short_study = period("2024-01", "2025-06");
    EXPECT_EQ(window_of(short_study, 3), short_study);
    EXPECT_DOUBLE_EQ(years_in(short_study), 1.5);
}

TEST(Counts, RowBelongsToTheWindowIfHalfOfItDoes)
{
    // Of 2022 just half lies in the window, of 2022-Q2 and the three years to 2023 less than half.
    auto const counts = count_cases(
        {row(0, period("2022", "2022"), 4.0), row(0, period("2022-Q2", "2022-Q2"), 30.0),
         row(0, period("2022-Q3", "2022-Q3"), 1.0), row(0, period("2020", "2022"), 500.0),
         row(1, period("2025-06", "2025-06"), 2.0), row(1, period("2025-07", "2025-07"), 70.0)},
        2, three_years);
    EXPECT_EQ(counts.cases, (geo::PerCommune<double>{std::vector{5.0, 2.0}}));
    EXPECT_EQ(counts.newest.text(), "2025-07");
}

TEST(Counts, OnlyOriginsAreCasesOfACommune)
{
    auto const when = period("2024", "2024");
    auto const counts = count_cases(
        {row(0, when, 3.0), row(0, when, 5.0, Role::transit), row(0, when, 7.0, Role::destination)},
        1, three_years);
    EXPECT_DOUBLE_EQ(counts.cases[test::commune(0)], 3.0);
    EXPECT_DOUBLE_EQ(counts.by_role[0], 3.0);
    EXPECT_DOUBLE_EQ(counts.by_role[2], 5.0);
    EXPECT_DOUBLE_EQ(counts.by_role[3], 7.0);
    EXPECT_DOUBLE_EQ(counts.by_form.at("labour"), 3.0);
}

TEST(Counts, UnknownCommuneIsCountedButNotPlaced)
{
    auto const when = period("2024", "2024");
    CaseCount const unknown{.period = when, .count = 6.0};
    auto const counts = count_cases({row(0, when, 3.0), unknown}, 1, three_years);
    EXPECT_DOUBLE_EQ(counts.cases[test::commune(0)], 3.0);
    EXPECT_DOUBLE_EQ(counts.unplaced, 6.0);
    EXPECT_DOUBLE_EQ(counts.by_role[0], 9.0);
}

TEST(Counts, HiddenCellsAreKnownAsSuch)
{
    auto small = row(0, period("2024", "2024"), 2.0);
    small.censored = true;
    small.most = 4.0;
    auto const counts = count_cases({row(0, period("2023", "2023"), 9.0), small}, 1, three_years);
    EXPECT_DOUBLE_EQ(counts.cases[test::commune(0)], 11.0);
    EXPECT_DOUBLE_EQ(counts.hidden[test::commune(0)], 2.0);
    EXPECT_DOUBLE_EQ(counts.hidden_most[test::commune(0)], 4.0);
}

TEST(Counts, PartOfASplitCommuneHasALeastToo)
{
    auto part = row(0, period("2024", "2024"), 75.0);
    part.censored = true;
    part.least = 68.0;
    part.most = 82.0;
    auto const counts = count_cases({row(0, period("2023", "2023"), 9.0), part}, 1, three_years);
    EXPECT_DOUBLE_EQ(counts.cases[test::commune(0)], 84.0);
    EXPECT_DOUBLE_EQ(counts.cases[test::commune(0)] - counts.hidden[test::commune(0)], 9.0 + 68.0);
    EXPECT_DOUBLE_EQ(counts.hidden_most[test::commune(0)], 14.0);
}

TEST(Counts, OrderOfRowsDoesNotMatter)
{
    std::vector<CaseCount> rows;
    for (std::size_t i = 0; i < 40; ++i) {
        rows.push_back(
            row(i % 5, period("2021", i % 3 == 0 ? "2024" : "2025-06"), static_cast<double>(i)));
    }
    auto const forwards = count_cases(rows, 5, three_years);
    std::vector<CaseCount> const backwards{rows.rbegin(), rows.rend()};
    EXPECT_EQ(forwards.cases, count_cases(backwards, 5, three_years).cases);
}

TEST(Counts, EffortIsSharedOutByMonths)
{
    // Six of the 12 months of 2022 lie in the window: 120 x 6/12. All of 2024: 30. None of 2021.
    auto const effort = sum_effort({{test::commune(0), period("2022", "2022"), "patrol", 120.0},
                                    {test::commune(0), period("2024", "2024"), "patrol", 30.0},
                                    {test::commune(1), period("2021", "2021"), "patrol", 99.0}},
                                   3, three_years);
    EXPECT_EQ(effort, (geo::PerCommune<double>{std::vector{90.0, 0.0, 0.0}}));
}

TEST(Counts, EffortOfPartsSumsToThatOfTheWhole)
{
    std::vector<geo::EffortEntry> const entries{
        {test::commune(0), period("2020", "2025"), "visits", 144.0}};
    auto const one = sum_effort(entries, 1, period("2021-01", "2022-05"));
    auto const other = sum_effort(entries, 1, period("2022-06", "2024-12"));
    auto const both = sum_effort(entries, 1, period("2021-01", "2024-12"));
    EXPECT_DOUBLE_EQ(one[test::commune(0)] + other[test::commune(0)], both[test::commune(0)]);
}

TEST(Counts, NothingIsNothing)
{
    auto const counts = count_cases({}, 2, three_years);
    EXPECT_EQ(counts.cases, (geo::PerCommune<double>{2}));
    EXPECT_EQ(counts.newest.index, 0);
    EXPECT_EQ(sum_effort({}, 2, three_years), (geo::PerCommune<double>{2}));
}

}  // namespace
}  // namespace marchland::analysis::rates
