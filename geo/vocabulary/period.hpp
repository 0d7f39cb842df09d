/// \file period.hpp
/// Months and spans of months, as records give them: a year, a quarter or a month.
#pragma once

#include <algorithm>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace marchland::geo {

/// A calendar month, counted from the year 0.
struct Month {
    int index = 0;
    auto operator<=>(Month const&) const = default;
    std::string text() const;  ///< "2025-06"
};

/// From the first to the last month, both included.
struct Period {
    Month from;
    Month to;
    int months() const { return to.index - from.index + 1; }
    /// Months in common with another period; 0 where there are none.
    int overlap(Period const& other) const;
    /// What it has in common with another period. \pre overlap(other) > 0
    Period common(Period const& other) const
    {
        return {std::max(from, other.from), std::min(to, other.to)};
    }
    bool operator==(Period const&) const = default;
    /// As parse_period reads it: "2025", "2025-H1", "2025-Q2", "2025-06". \pre it is one of these spans
    std::string code() const;
};

/// "2025", "2025-H1", "2025-Q2" or "2025-06"; nothing for any other text.
std::optional<Period> parse_period(std::string_view text);

/// The same as people and programs write it: "202403", "2024Q1", "3/2024", "T3/2024", "tháng 3 năm 2024",
/// "Quý I/2024", "6 tháng đầu năm 2024", "March 2024", "2024年3月". A day is no period.
std::optional<Period> written_period(std::string_view text);

/// The one period that a title tells of: "BÁO CÁO THÁNG 3 NĂM 2024". Nothing where it tells of none, of several, of a
/// day, or of a span ("từ tháng 1 đến tháng 3").
std::optional<Period> period_within(std::string_view title);

/// Whether a text is a real calendar day "2025-07-01".
bool is_day(std::string_view text);

/// The next calendar day. \pre is_day(day)
std::string day_after(std::string_view day);

}  // namespace marchland::geo
