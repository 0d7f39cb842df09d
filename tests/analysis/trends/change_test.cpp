// Rise, fall, effort or nobody can tell; months; lists judged by the year they had not seen.
#include "analysis/trends/bulletin.hpp"
#include "analysis/trends/change.hpp"
#include "analysis/trends/validation.hpp"

#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/numbers.hpp"
#include "geo/vocabulary/random.hpp"
#include "tests/support/drawn_maps.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace marchland::analysis::trends {
namespace {

BeforeAfter counted(double before, double after, double effort_before = geo::unknown,
                    double effort_after = geo::unknown)
{
    return {before, after, 2.0, 1.0, effort_before, effort_after};
}

TEST(Change, ByHand)
{
    // docs/methods/change.md: 4 in two years, then 8 in one; effort 200 hours, then 100.
    auto const rise = change_between(counted(4.0, 8.0, 200.0, 100.0));
    // 12 persons, each later with chance 1/3: P(8 or more) = 9969 / 3^12
    EXPECT_NEAR(rise.p_value, 2.0 * 9969.0 / 531441.0, 1e-12);
    EXPECT_NEAR(rise.ratio, 4.0, 1e-12);
    EXPECT_NEAR(rise.effort_ratio, 1.0, 1e-12);
    EXPECT_GT(rise.lower, 1.0);
    EXPECT_EQ(rise.verdict, Verdict::real_rise);
}

TEST(Change, EffortExplainsTheRise)
{
    // The crackdown: 47 times found for 47 times the effort.
    auto const change = change_between({.cases_before = 13.0,
                                        .cases_after = 103.0,
                                        .years_before = 6.0,
                                        .years_after = 1.0,
                                        .effort_before = 6.0,
                                        .effort_after = 47.0});
    EXPECT_EQ(change.verdict, Verdict::effort);
    EXPECT_LT(change.p_by_years, 1e-10);
    EXPECT_NEAR(change.effort_ratio, 47.0, 1e-12);
}

TEST(Change, WithoutEffortNobodyCanTell)
{
    EXPECT_EQ(change_between(counted(2.0, 40.0)).verdict, Verdict::cannot_tell);
    EXPECT_EQ(change_between(counted(2.0, 40.0, 0.0, 50.0)).verdict, Verdict::cannot_tell);
    auto const nothing = change_between(counted(0.0, 0.0, 10.0, 10.0));
    EXPECT_EQ(nothing.verdict, Verdict::cannot_tell);
    EXPECT_TRUE(std::isnan(nothing.ratio));
    EXPECT_TRUE(std::isinf(change_between(counted(0.0, 3.0, 10.0, 10.0)).ratio));
}

TEST(Change, FalseAlarmsStayBelowTheirLevel)
{
    constexpr int worlds = 4000;
    for (double const a_year : {1.0, 5.0, 30.0}) {
        int alarms = 0;
        for (int world = 0; world < worlds; ++world) {
            geo::Draws draws{geo::Random{static_cast<std::uint64_t>(world), "change"}};
            double const effort = 0.25 + 3.0 * draws.uniform();
            auto const change = change_between(
                counted(static_cast<double>(draws.poisson(2.0 * a_year)),
                        static_cast<double>(draws.poisson(a_year * effort)), 2.0, effort));
            alarms += change.verdict == Verdict::real_rise || change.verdict == Verdict::real_fall
                          ? 1
                          : 0;
        }
        std::printf("    %g persons a year: %.3f false alarms\n", a_year, alarms / double{worlds});
        EXPECT_LE(alarms / double{worlds}, 0.05 + 3.0 * std::sqrt(0.05 * 0.95 / worlds));
    }
}

TEST(Change, BoundsHoldTheTruth)
{
    constexpr int worlds = 2000;
    int held = 0;
    for (int world = 0; world < worlds; ++world) {
        geo::Draws draws{geo::Random{static_cast<std::uint64_t>(world), "bounds"}};
        auto const change =
            change_between(counted(static_cast<double>(draws.poisson(12.0)),
                                   static_cast<double>(draws.poisson(9.0)), 2.0, 1.0));
        held += change.lower <= 1.5 && 1.5 <= change.upper ? 1 : 0;
    }
    EXPECT_GE(held / double{worlds}, 0.95 - 3.0 * std::sqrt(0.05 * 0.95 / worlds));
}

TEST(Change, TableGoesFromTheRegionToItsCommunes)
{
    std::vector<geo::CaseCount> cases;
    auto const add = [&](std::size_t where, char const* when, char const* age, double count) {
        cases.push_back({.commune = test::commune(where),
                         .period = *geo::parse_period(when),
                         .age = age,
                         .count = count});
    };
    add(0, "2022", "16-17", 3.0);
    add(0, "2023-Q1", "unknown", 1.0);
    add(1, "2024-05", "16-17", 14.0);
    std::vector<geo::EffortEntry> effort;
    for (std::size_t i = 0; i < 3; ++i) {
        effort.push_back({test::commune(i), *geo::parse_period("2022"), "patrol", 10.0});
        effort.push_back({test::commune(i), *geo::parse_period("2023"), "patrol", 10.0});
        effort.push_back({test::commune(i), *geo::parse_period("2024"), "patrol", 10.0});
    }
    auto const options = last_year_of({{2020 * 12}, {2024 * 12 + 11}}, cases);
    EXPECT_EQ(options.before.from.text(), "2022-01");
    EXPECT_EQ(options.after.from.text(), "2024-01");
    auto const rows = changes_of(cases, effort, true, {"A", "B", "C"}, options);
    ASSERT_EQ(rows.size(), 4U);
    EXPECT_EQ(rows[0].scope, Scope::region);
    EXPECT_EQ(rows[0].counts.cases_before, 4.0);
    EXPECT_EQ(rows[0].change.verdict, Verdict::real_rise);
    EXPECT_EQ(rows[1].scope, Scope::age);
    EXPECT_EQ(rows[1].name, "16-17");
    EXPECT_EQ(rows[2].name, "A");
    EXPECT_EQ(rows[3].name, "B");
    EXPECT_EQ(rows[3].change.verdict, Verdict::real_rise);
    EXPECT_GE(rows[2].q_value, rows[2].change.p_value);
}

TEST(Change, AnEvenWorldStaysEvenWhereverTheStudyIsCut)
{
    // Two persons and ten hours in every month; records of a year, a half, a quarter or a month, cut by either
    // end of the study at every month of a year.
    for (int const months : {12, 6, 3, 1}) {
        for (int from = 2020 * 12; from < 2021 * 12; ++from) {
            for (int to = 2024 * 12; to < 2025 * 12; ++to) {
                geo::Period const study{{from}, {to}};
                std::vector<geo::CaseCount> cases;
                std::vector<geo::EffortEntry> effort;
                for (int first = 2020 * 12; first <= to; first += months) {
                    geo::Period const whole{{first}, {first + months - 1}};
                    if (whole.overlap(study) == 0) {
                        continue;
                    }
                    auto const covered = whole.common(study);
                    cases.push_back({.commune = test::commune(0),
                                     .period = covered,
                                     .count = 2.0 * covered.months()});
                    effort.push_back(
                        {test::commune(0), covered, "patrol", 10.0 * covered.months()});
                }
                auto const row =
                    changes_of(cases, effort, true, {"A"}, last_year_of(study, cases)).front();
                EXPECT_NEAR(row.change.effort_ratio, 1.0, 1e-9);
                EXPECT_NEAR(row.change.ratio, 1.0, 1e-9)
                    << months << ": " << study.from.text() << " to " << study.to.text();
                EXPECT_EQ(row.change.verdict, Verdict::cannot_tell);
                double counted = 0.0;
                for (auto const& year : rates::years_of(study, cases)) {
                    counted += rates::count_cases(cases, 1, year).cases[test::commune(0)];
                }
                EXPECT_DOUBLE_EQ(counted, 2.0 * study.months());
            }
        }
    }
}

TEST(Bulletin, FlagsAMonthThatStandsOut)
{
    geo::Period const study{{2023 * 12}, {2025 * 12 + 8}};
    std::vector<geo::CaseCount> cases;
    for (int month = study.from.index; month <= study.to.index; ++month) {
        cases.push_back({.commune = test::commune(0),
                         .period = {{month}, {month}},
                         .count = month == 2025 * 12 + 3 ? 14.0 : 3.0});
    }
    cases.push_back(
        {.commune = test::commune(0), .period = *geo::parse_period("2024"), .count = 5.0});
    auto const reform = geo::parse_period("2025-07")->from;
    auto const bulletin = bulletin_of(cases, {}, false, study, {reform});
    ASSERT_EQ(bulletin.months.size(), 33U);
    EXPECT_EQ(bulletin.longer_periods, 5.0);
    EXPECT_EQ(bulletin.months[3].flag, MonthFlag::too_early);
    EXPECT_EQ(bulletin.months[20].flag, MonthFlag::as_expected);
    // docs/methods/change.md: 72 persons in the 24 months before, one month to come
    EXPECT_NEAR(bulletin.months[24].expected, 72.5 / 24.0, 1e-12);
    EXPECT_EQ(bulletin.months[24].lower, 0.0);
    EXPECT_EQ(bulletin.months[24].upper, 7.0);
    EXPECT_EQ(bulletin.months[27].flag, MonthFlag::above);
    EXPECT_TRUE(std::isnan(bulletin.months[3].p_value) && std::isnan(bulletin.months[3].q_value));
    EXPECT_TRUE(bulletin.months[30].units_changed);
    EXPECT_FALSE(bulletin_of(cases, {}, false, study).months[30].units_changed);
    EXPECT_EQ(bulletin.months[30].month.text(), "2025-07");
}

TEST(Bulletin, FollowsTheEffort)
{
    geo::Period const study{{2023 * 12}, {2024 * 12 + 11}};
    std::vector<geo::CaseCount> cases;
    std::vector<geo::EffortEntry> effort;
    for (int month = study.from.index; month <= study.to.index; ++month) {
        bool const campaign = month == 2024 * 12 + 6;
        cases.push_back({.commune = test::commune(0),
                         .period = {{month}, {month}},
                         .count = campaign ? 30.0 : 3.0});
        effort.push_back(
            {test::commune(0), {{month}, {month}}, "patrol", campaign ? 1000.0 : 100.0});
    }
    EXPECT_EQ(bulletin_of(cases, effort, true, study).months[18].flag, MonthFlag::as_expected);
    EXPECT_EQ(bulletin_of(cases, {}, false, study).months[18].flag, MonthFlag::above);
}

TEST(Bulletin, OneOfManyMonthsIsToldAfterTheCorrection)
{
    // Three in each of 24 months, and the last: 8 lies outside the band, but is one of 13 months judged.
    geo::Period const study{{2023 * 12}, {2025 * 12}};
    for (auto const& [found, p, flag] : {std::tuple{14.0, 1.49615e-05, MonthFlag::above},
                                         std::tuple{8.0, 0.0284533, MonthFlag::as_expected}}) {
        std::vector<geo::CaseCount> cases;
        for (int month = study.from.index; month <= study.to.index; ++month) {
            cases.push_back({.commune = test::commune(0),
                             .period = {{month}, {month}},
                             .count = month == study.to.index ? found : 3.0});
        }
        auto const last = bulletin_of(cases, {}, false, study).months.back();
        EXPECT_GT(last.cases, last.upper);
        EXPECT_NEAR(last.p_value, p, 1e-3 * p);
        EXPECT_NEAR(last.q_value, 13.0 * last.p_value, 1e-12);
        EXPECT_EQ(last.flag, flag) << found;
    }
}

TEST(Bulletin, QuietMonthsAreHardlyEverTold)
{
    // 200 studies of 48 quiet months each: without a correction most of them tell of one.
    int told = 0;
    int outside = 0;
    for (std::uint64_t study = 0; study < 200; ++study) {
        std::vector<geo::CaseCount> cases;
        geo::Draws draws{geo::Random{study, "quiet months"}};
        for (int month = 0; month < 48; ++month) {
            cases.push_back({.commune = test::commune(0),
                             .period = {{24000 + month}, {24000 + month}},
                             .count = static_cast<double>(draws.poisson(6.0))});
        }
        auto const months = bulletin_of(cases, {}, false, {{24000}, {24047}}).months;
        auto const any = [&](auto const& holds) { return std::ranges::any_of(months, holds); };
        told += any([](auto const& month) {
            return month.flag == MonthFlag::above || month.flag == MonthFlag::below;
        });
        outside += any([](auto const& month) {
            return month.cases > month.upper || month.cases < month.lower;
        });
    }
    EXPECT_LE(told, 10);
    EXPECT_GT(outside, 50);
}

TEST(Bulletin, BandHoldsWhatChanceBrings)
{
    geo::Period const study{{2020 * 12}, {2020 * 12 + 599}};
    std::vector<geo::CaseCount> cases;
    geo::Draws draws{geo::Random{4, "months"}};
    for (int month = study.from.index; month <= study.to.index; ++month) {
        cases.push_back({.commune = test::commune(0),
                         .period = {{month}, {month}},
                         .count = static_cast<double>(draws.poisson(4.0))});
    }
    int flagged = 0;
    for (auto const& month : bulletin_of(cases, {}, false, study).months) {
        flagged += month.flag == MonthFlag::above || month.flag == MonthFlag::below ? 1 : 0;
    }
    EXPECT_LE(flagged, 588 * 5 / 100);
}

TEST(HoldOut, CountsWhatTheListCaught)
{
    geo::PerCommune<double> const people{std::vector{100.0, 100.0, 100.0, 100.0, geo::unknown}};
    auto const year = [](std::vector<double> counts) {
        return geo::PerCommune<double>{std::move(counts)};
    };
    auto const judged =
        hold_out({year({4, 0, 1, 0, 9}), year({0, 3, 2, 0, 9}), year({2, 0, 6, 2, 0})}, people,
                 simple_rules(people), 1);
    ASSERT_EQ(judged.size(), 6U);  // two years x three rules
    EXPECT_EQ(judged[0].rule, "all years before");
    EXPECT_EQ(judged[0].caught, 0.0);  // commune 0 was first, and had none
    EXPECT_EQ(judged[3].caught, 2.0);  // sums 4, 3, 3: commune 0
    EXPECT_EQ(judged[4].caught, 0.0);  // last year's list: commune 1
    EXPECT_NEAR(judged[3].share, 0.2, 1e-12);
    EXPECT_NEAR(judged[3].accuracy, 0.2 / 0.25, 1e-12);
    EXPECT_LT(judged[3].lower, 0.2);
    EXPECT_GT(judged[3].upper, 0.2);
    EXPECT_THROW(hold_out({}, people, {}, 0), geo::Error);
    EXPECT_TRUE(hold_out({year({1, 2, 3, 4, 5})}, people, simple_rules(people), 2).empty());
}

TEST(HoldOut, OfTwoListsTheChanceByCoin)
{
    EXPECT_NEAR(chance_by_coin(63.0, 40.0), 0.0148, 5e-5);  // docs/methods/change.md
    EXPECT_NEAR(chance_by_coin(62.0, 40.0), 0.0185, 5e-5);
    EXPECT_NEAR(chance_by_coin(1.0, 0.0), 0.5, 1e-12);
    EXPECT_NEAR(chance_by_coin(5.0, 0.0), 1.0 / 32.0, 1e-12);
    EXPECT_EQ(chance_by_coin(0.0, 0.0), 1.0);
}

}  // namespace
}  // namespace marchland::analysis::trends
