#include "geo/vocabulary/period.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <utility>

namespace marchland::geo {
namespace {

std::string two_digits(unsigned value)
{
    return (value < 10 ? "0" : "") + std::to_string(value);
}

/// All of `text` as digits.
std::optional<int> digits(std::string_view text)
{
    int value = 0;
    auto const [end, trouble] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || text.front() == '-' || trouble != std::errc{} ||
        end != text.data() + text.size()) {
        return std::nullopt;
    }
    return value;
}

std::optional<int> year_of(std::string_view text)
{
    auto const year = text.size() == 4 ? digits(text) : std::nullopt;
    return year && *year >= 1900 && *year <= 2200 ? year : std::nullopt;
}

Month month_of(int year, int month)
{
    return Month{year * 12 + month - 1};
}

}  // namespace

std::string Month::text() const
{
    int const month = index % 12 + 1;
    return std::to_string(index / 12) + (month < 10 ? "-0" : "-") + std::to_string(month);
}

int Period::overlap(Period const& other) const
{
    return std::max(0, std::min(to.index, other.to.index) - std::max(from.index, other.from.index) +
                           1);
}

std::string Period::code() const
{
    int const year = from.index / 12;
    int const month = from.index % 12;
    auto const part = [&](char letter, int long_months) {
        return std::to_string(year) + "-" + letter + std::to_string(month / long_months + 1);
    };
    return months() == 12  ? std::to_string(year)
           : months() == 6 ? part('H', 6)
           : months() == 3 ? part('Q', 3)
                           : from.text();
}

std::optional<Period> parse_period(std::string_view text)
{
    auto const year = year_of(text.substr(0, std::min<std::size_t>(4, text.size())));
    if (!year) {
        return std::nullopt;
    }
    if (text.size() == 4) {
        return Period{month_of(*year, 1), month_of(*year, 12)};
    }
    if (text.size() != 7 || text[4] != '-') {
        return std::nullopt;
    }
    for (auto const& [letter, parts] : {std::pair{'H', 2}, std::pair{'Q', 4}}) {
        if (text[5] == letter && text[6] >= '1' && text[6] < '1' + parts) {
            int const months = 12 / parts;
            int const first = (text[6] - '1') * months + 1;
            return Period{month_of(*year, first), month_of(*year, first + months - 1)};
        }
    }
    auto const month = digits(text.substr(5));
    if (!month || *month < 1 || *month > 12) {
        return std::nullopt;
    }
    return Period{month_of(*year, *month), month_of(*year, *month)};
}

bool is_day(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return false;
    }
    auto const year = year_of(text.substr(0, 4));
    auto const month = digits(text.substr(5, 2));
    auto const day = digits(text.substr(8, 2));
    using namespace std::chrono;
    return year && month && day &&
           year_month_day{std::chrono::year{*year},
                          std::chrono::month{static_cast<unsigned>(*month)},
                          std::chrono::day{static_cast<unsigned>(*day)}}
               .ok();
}

std::string day_after(std::string_view day)
{
    using namespace std::chrono;
    auto const number = [day](std::size_t at, std::size_t count) {
        return static_cast<unsigned>(digits(day.substr(at, count)).value_or(0));
    };
    year_month_day const next{
        sys_days{year_month_day{std::chrono::year{static_cast<int>(number(0, 4))},
                                std::chrono::month{number(5, 2)}, std::chrono::day{number(8, 2)}}} +
        days{1}};
    return std::to_string(static_cast<int>(next.year())) + "-" +
           two_digits(static_cast<unsigned>(next.month())) + "-" +
           two_digits(static_cast<unsigned>(next.day()));
}

}  // namespace marchland::geo
