/// \file calendar.hpp
/// Days, and which of them a market meets on: days of the week, or of the lunar month.
#pragma once

#include "geo/vocabulary/period.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace marchland::geo {

using Day = std::chrono::sys_days;

/// "2026-01-05"; nothing for any other text.
std::optional<Day> parse_day(std::string_view text);
std::string text_of(Day day);  ///< "2026-01-05"

Day first_day(Month month);
Day last_day(Month month);
/// The same day of another month, or its last one where it is shorter: 31 January and a month are 28 February.
Day months_later(Day day, int months);

/// From the first to the last day, both included.
struct Days {
    Day from;
    Day to;
    bool operator==(Days const&) const = default;
};

/// A day itself; the days of a month, quarter, half or year ("2025-11", "2025-Q4"); nothing for any other text.
std::optional<Days> parse_days(std::string_view text);

/// Monday is 0, Sunday 6.
unsigned weekday_of(Day day);

/// Day of the Vietnamese lunar month, 1 to 30: 1 is the day of the new moon at 105 degrees east (UTC+7). The Chinese
/// calendar (UTC+8) differs by a day in a few months.
/// \par Source  Meeus (1991) Astronomical Algorithms, chapter 47, in the shortened form of Ho Ngoc Duc (2004),
///      for 1900 to 2200.
unsigned lunar_day(Day day);

/// Days on which something happens again and again.
class Recurring {
public:
    /// "sat;sun", "t7, cn", "daily", "lunar 2;7;12;17;22;27": days of the week in English or as Vietnamese
    /// tables write them, or days of the lunar month. Nothing for a text with any other word.
    static std::optional<Recurring> parse(std::string_view text);

    void add(Recurring const& other)
    {
        weekdays_ |= other.weekdays_;
        lunar_days_ |= other.lunar_days_;
    }
    /// In the words of parse: "sat;sun", "lunar 2;7"; empty: never.
    std::string text() const;
    bool ever() const { return weekdays_ != 0 || lunar_days_ != 0; }
    bool on(Day day) const;
    bool operator==(Recurring const&) const = default;

private:
    std::uint32_t weekdays_ = 0;    ///< bit 0: Monday
    std::uint32_t lunar_days_ = 0;  ///< bit 0: the first
};

}  // namespace marchland::geo
