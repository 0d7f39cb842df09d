// Days, and the days on which markets meet.
#include "geo/vocabulary/calendar.hpp"

#include <gtest/gtest.h>

#include <array>

namespace marchland::geo {
namespace {

TEST(Calendar, DaysAsTextAndBack)
{
    for (auto const* const text : {"2026-01-05", "2024-02-29", "1999-12-31"}) {
        auto const day = parse_day(text);
        ASSERT_TRUE(day) << text;
        EXPECT_EQ(text_of(*day), text);
    }
    for (auto const* const text : {"2026-02-29", "5/1/2026", "2026-1-5", "2026-01", ""}) {
        EXPECT_FALSE(parse_day(text)) << text;
    }
    EXPECT_EQ(weekday_of(*parse_day("2026-01-05")), 0U);  // a Monday
    EXPECT_EQ(weekday_of(*parse_day("2026-01-11")), 6U);
}

TEST(Calendar, LunarDaysOfHolidaysThatAreKept)
{
    struct Known {
        char const* day;
        unsigned lunar;
        char const* what;
    };
    // Days off in Viet Nam. In 1985 and 2007 the Chinese new year was a month or a day later.
    constexpr std::array known{Known{"1968-01-29", 1, "Tết"},
                               Known{"1985-01-21", 1, "Tết"},
                               Known{"2007-02-17", 1, "Tết"},
                               Known{"2023-01-22", 1, "Tết"},
                               Known{"2024-02-10", 1, "Tết"},
                               Known{"2025-01-29", 1, "Tết"},
                               Known{"2026-02-17", 1, "Tết"},
                               Known{"2024-04-18", 10, "Hùng kings, 10 of the third month"},
                               Known{"2025-04-07", 10, "Hùng kings"},
                               Known{"2026-04-26", 10, "Hùng kings"},
                               Known{"2025-10-06", 15, "Trung thu"},
                               Known{"2024-02-09", 30, "the day before Tết"},
                               Known{"2025-01-28", 29, "the day before Tết"}};
    for (auto const& one : known) {
        EXPECT_EQ(lunar_day(*parse_day(one.day)), one.lunar) << one.what << " " << one.day;
    }
}

TEST(Calendar, LunarMonthsHave29Or30Days)
{
    auto const last = *parse_day("2100-01-01");
    unsigned before = lunar_day(*parse_day("1999-12-31"));
    for (auto day = *parse_day("2000-01-01"); day < last; day += std::chrono::days{1}) {
        auto const today = lunar_day(day);
        ASSERT_TRUE(today == before + 1 || (today == 1 && (before == 29 || before == 30)))
            << text_of(day);
        before = today;
    }
}

TEST(Calendar, RecurringDays)
{
    auto const on = [](char const* words, char const* day) {
        return Recurring::parse(words)->on(*parse_day(day));
    };
    EXPECT_TRUE(on("sat;sun", "2026-01-10"));
    EXPECT_FALSE(on("sat;sun", "2026-01-09"));
    EXPECT_TRUE(on("CN", "2026-01-11"));
    EXPECT_TRUE(on("daily", "2026-01-09"));
    EXPECT_TRUE(on("lunar 1, 15", "2026-02-17"));
    EXPECT_FALSE(on("lunar 1, 15", "2026-02-18"));
    EXPECT_FALSE(Recurring::parse("")->ever());
    for (auto const* const wrong : {"lunar", "lunar 31", "lunar 0", "2;7", "sat lunar 2", "often",
                                    "lunar 2 sat", "lunar 2.5"}) {
        EXPECT_FALSE(Recurring::parse(wrong)) << wrong;
    }
    for (auto const* const words : {"mon;thu", "lunar 2;7;30", ""}) {
        EXPECT_EQ(Recurring::parse(words)->text(), words);
    }
}

}  // namespace
}  // namespace marchland::geo
