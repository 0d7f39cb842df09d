// The clock of returns by hand: 42 days, 10 days, over the end of a year and of February.
#include "analysis/programmes/waiting_times.hpp"

#include <gtest/gtest.h>

namespace marchland::analysis::programmes {
namespace {

using geo::DayBand;
using geo::Waiting;
using geo::WaitingKind;

geo::Day date(char const* text)
{
    return *geo::parse_day(text);
}

Waiting waiting(char const* period, WaitingKind kind, std::optional<DayBand> band, double count)
{
    return {*geo::parse_period(period), kind, band, count, count, {}};
}

FreshnessRule const in_july{date("2025-07-01"), 12};

TEST(WaitingTimes, LateIsBeyondTheLimitOfEachKind)
{
    struct Row {
        WaitingKind kind;
        std::optional<DayBand> band;
        Count late;
    };
    constexpr Count all{3.0, 3.0};
    constexpr Count none{0.0, 0.0};
    constexpr Count some{0.0, 3.0};
    for (auto const& [kind, band, late] :
         std::vector<Row>{{WaitingKind::answer, DayBand{29, 42}, none},
                          {WaitingKind::answer, DayBand{43, {}}, all},
                          {WaitingKind::answer, DayBand{43, 60}, all},
                          {WaitingKind::answer, DayBand{30, 60}, some},
                          {WaitingKind::answer, DayBand{42, {}}, some},
                          {WaitingKind::answer, std::nullopt, some},
                          {WaitingKind::notice, DayBand{10, {}}, none},
                          {WaitingKind::notice, DayBand{0, 9}, all},
                          {WaitingKind::notice, DayBand{5, 14}, some},
                          {WaitingKind::notice, DayBand{9, {}}, some}}) {
        auto const times = waiting_times(std::vector{waiting("2025-05", kind, band, 3.0)}, in_july);
        ASSERT_EQ(times.size(), 1U);
        EXPECT_EQ(times[0].late.lower, late.lower);
        EXPECT_EQ(times[0].late.upper, late.upper);
        EXPECT_EQ(times[0].all.lower, 3.0);
    }
}

TEST(WaitingTimes, PeriodsAndKindsAreNeverAdded)
{
    auto const times =
        waiting_times(std::vector{waiting("2025-04", WaitingKind::answer, DayBand{43, {}}, 2.0),
                                  waiting("2025-05", WaitingKind::answer, DayBand{43, {}}, 2.0),
                                  waiting("2025-05", WaitingKind::answer, DayBand{0, 14}, 4.0),
                                  waiting("2025-05", WaitingKind::notice, DayBand{0, 9}, 1.0)},
                      in_july);
    ASSERT_EQ(times.size(), 3U);
    EXPECT_EQ(times[1].all.upper, 6.0);
    EXPECT_EQ(times[1].late.upper, 2.0);
    EXPECT_EQ(times[1].as_of, date("2025-05-31"));
    EXPECT_EQ(times[1].freshness, Freshness::fresh);
    EXPECT_EQ(
        waiting_times(std::vector{waiting("2024-05", WaitingKind::answer, DayBand{0, 14}, 4.0)},
                      in_july)[0]
            .freshness,
        Freshness::stale);
}

TEST(AnswersDue, FortyTwoDaysAfterTheNotice)
{
    auto row = waiting("2024-12", WaitingKind::answer, DayBand{15, 28}, 4.0);
    row.dated.as_of = date("2024-12-20");
    auto due = answers_due(std::vector{row});
    ASSERT_EQ(due.size(), 1U);
    // noticed 22 November to 5 December
    EXPECT_EQ(due[0].from, date("2025-01-03"));
    EXPECT_EQ(due[0].to, date("2025-01-16"));
    row.dated.as_of = date("2024-02-20");  // a leap year
    row.band = DayBand{29, 42};
    due = answers_due(std::vector{row});
    EXPECT_EQ(due[0].from, date("2024-02-20"));
    EXPECT_EQ(due[0].to, date("2024-03-04"));
}

TEST(AnswersDue, OnlyTheLastCountIsAhead)
{
    auto const due =
        answers_due(std::vector{waiting("2025-04", WaitingKind::answer, DayBand{0, 14}, 2.0),
                                waiting("2025-05", WaitingKind::answer, DayBand{0, 14}, 3.0),
                                waiting("2025-05", WaitingKind::answer, DayBand{43, {}}, 1.0),
                                waiting("2025-05", WaitingKind::answer, std::nullopt, 5.0),
                                waiting("2025-06", WaitingKind::notice, DayBand{0, 9}, 1.0)});
    ASSERT_EQ(due.size(), 2U);
    EXPECT_FALSE(due[0].from);  // since any day before
    EXPECT_EQ(due[0].to, date("2025-05-30"));
    EXPECT_EQ(due[1].from, date("2025-06-28"));
    EXPECT_EQ(due[1].to, date("2025-07-12"));
    EXPECT_EQ(due[1].persons.upper, 3.0);
}

}  // namespace
}  // namespace marchland::analysis::programmes
