#include "geo/vocabulary/calendar.hpp"

#include "geo/vocabulary/period.hpp"
#include "geo/vocabulary/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <numbers>
#include <utility>

namespace marchland::geo {
namespace {

constexpr int julian_day_1970 = 2440588;

/// The n-th new moon since 1900-01-01, as a Julian day with its fraction, universal time.
double new_moon(int n)
{
    auto const sine = [](double degrees) { return std::sin(degrees * std::numbers::pi / 180.0); };
    double const k = n;
    double const t = k / 1236.85;
    double const mean = 2415020.75933 + 29.53058868 * k + 0.0001178 * t * t -
                        0.000000155 * t * t * t +
                        0.00033 * sine(166.56 + 132.87 * t - 0.009173 * t * t);
    double const sun = 359.2242 + 29.10535608 * k - 0.0000333 * t * t - 0.00000347 * t * t * t;
    double const moon = 306.0253 + 385.81691806 * k + 0.0107306 * t * t + 0.00001236 * t * t * t;
    double const node = 21.2964 + 390.67050646 * k - 0.0016528 * t * t - 0.00000239 * t * t * t;
    double const shift =
        (0.1734 - 0.000393 * t) * sine(sun) + 0.0021 * sine(2.0 * sun) - 0.4068 * sine(moon) +
        0.0161 * sine(2.0 * moon) - 0.0004 * sine(3.0 * moon) + 0.0104 * sine(2.0 * node) -
        0.0051 * sine(sun + moon) - 0.0074 * sine(sun - moon) + 0.0004 * sine(2.0 * node + sun) -
        0.0004 * sine(2.0 * node - sun) - 0.0006 * sine(2.0 * node + moon) +
        0.0010 * sine(2.0 * node - moon) + 0.0005 * sine(2.0 * moon + sun);
    double const clock = -0.000278 + 0.000265 * t + 0.000262 * t * t;  // of dynamical time
    return mean + shift - clock;
}

int day_of_new_moon(int n)
{
    constexpr double east = 7.0 / 24.0;
    return static_cast<int>(std::floor(new_moon(n) + 0.5 + east));
}

constexpr std::array<std::array<std::string_view, 3>, 7> weekday_names{{{"mon", "monday", "t2"},
                                                                        {"tue", "tuesday", "t3"},
                                                                        {"wed", "wednesday", "t4"},
                                                                        {"thu", "thursday", "t5"},
                                                                        {"fri", "friday", "t6"},
                                                                        {"sat", "saturday", "t7"},
                                                                        {"sun", "sunday", "cn"}}};

std::optional<unsigned> weekday_named(std::string_view word)
{
    for (unsigned day = 0; day < weekday_names.size(); ++day) {
        if (std::ranges::find(weekday_names.at(day), word) != weekday_names.at(day).end()) {
            return day;
        }
    }
    return std::nullopt;
}

std::optional<unsigned> lunar_numbered(std::string_view word)
{
    unsigned number = 0;
    auto const [end, trouble] = std::from_chars(word.data(), word.data() + word.size(), number);
    bool const whole = trouble == std::errc{} && end == word.data() + word.size();
    return whole && number >= 1 && number <= 30 ? std::optional{number} : std::nullopt;
}

}  // namespace

std::optional<Day> parse_day(std::string_view text)
{
    if (!is_day(text)) {
        return std::nullopt;
    }
    auto const number = [text](std::size_t at, std::size_t count) {
        unsigned value = 0;
        auto const part = text.substr(at, count);
        std::from_chars(part.data(), part.data() + part.size(), value);
        return value;
    };
    using namespace std::chrono;
    return sys_days{year_month_day{year{static_cast<int>(number(0, 4))}, month{number(5, 2)},
                                   std::chrono::day{number(8, 2)}}};
}

std::string text_of(Day day)
{
    std::chrono::year_month_day const parts{day};
    auto const two = [](unsigned value) {
        return (value < 10 ? "-0" : "-") + std::to_string(value);
    };
    return std::to_string(static_cast<int>(parts.year())) +
           two(static_cast<unsigned>(parts.month())) + two(static_cast<unsigned>(parts.day()));
}

Day first_day(Month month)
{
    using namespace std::chrono;
    return sys_days{year{month.index / 12} /
                    std::chrono::month{static_cast<unsigned>(month.index % 12) + 1} / 1};
}

Day last_day(Month month)
{
    return first_day({month.index + 1}) - std::chrono::days{1};
}

Day months_later(Day day, int months)
{
    using namespace std::chrono;
    auto const later = year_month_day{day} + std::chrono::months{months};
    return later.ok() ? sys_days{later} : sys_days{later.year() / later.month() / last};
}

std::optional<Days> parse_days(std::string_view text)
{
    if (auto const day = parse_day(text)) {
        return Days{*day, *day};
    }
    auto const period = parse_period(text);
    return period ? std::optional{Days{first_day(period->from), last_day(period->to)}}
                  : std::nullopt;
}

unsigned weekday_of(Day day)
{
    return std::chrono::weekday{day}.iso_encoding() - 1;
}

unsigned lunar_day(Day day)
{
    int const today = static_cast<int>(day.time_since_epoch().count()) + julian_day_1970;
    auto n = static_cast<int>(std::floor((today - 2415021.076998695) / 29.530588853)) + 1;
    while (day_of_new_moon(n) > today) {
        --n;
    }
    return static_cast<unsigned>(today - day_of_new_moon(n)) + 1;
}

std::optional<Recurring> Recurring::parse(std::string_view text)
{
    Recurring days;
    bool lunar = false;
    auto const small = folded(text);
    for (std::size_t from = 0; from < small.size();) {
        auto const to = std::min(small.find_first_of(" ,;", from), small.size());
        auto const word = std::string_view{small}.substr(from, to - from);
        from = to + 1;
        if (word.empty()) {
            continue;
        }
        auto const weekday = lunar ? std::nullopt : weekday_named(word);
        auto const of_month = lunar ? lunar_numbered(word) : std::nullopt;
        if (word == "lunar" && !days.ever()) {
            lunar = true;
        } else if (word == "daily" && !lunar) {
            days.weekdays_ = 0x7F;
        } else if (weekday) {
            days.weekdays_ |= 1U << *weekday;
        } else if (of_month) {
            days.lunar_days_ |= 1U << (*of_month - 1);
        } else {
            return std::nullopt;
        }
    }
    return days.ever() || !lunar ? std::optional{days} : std::nullopt;
}

std::string Recurring::text() const
{
    std::string words;
    for (unsigned day = 0; day < weekday_names.size(); ++day) {
        if ((weekdays_ >> day & 1U) != 0) {
            words += (words.empty() ? "" : ";") + std::string{weekday_names.at(day).front()};
        }
    }
    for (unsigned number = 1; number <= 30; ++number) {
        if ((lunar_days_ >> (number - 1) & 1U) != 0) {
            words += (words.empty() ? "lunar " : ";") + std::to_string(number);
        }
    }
    return words;
}

bool Recurring::on(Day day) const
{
    return (weekdays_ >> weekday_of(day) & 1U) != 0 ||
           (lunar_days_ != 0 && (lunar_days_ >> (lunar_day(day) - 1) & 1U) != 0);
}

}  // namespace marchland::geo
