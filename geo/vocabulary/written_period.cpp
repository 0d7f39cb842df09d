// Periods as records of many programs and offices have them.
#include "geo/vocabulary/period.hpp"
#include "geo/vocabulary/text.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

namespace marchland::geo {
namespace {

/// "quy i nam 2024" in pieces: words without marks, numbers.
struct Token {
    std::string word;  ///< empty: a number
    int number = 0;
    std::size_t digits = 0;

    bool is_year() const { return word.empty() && digits == 4 && number >= 1900 && number <= 2200; }
    bool is_small(int most) const
    {
        return word.empty() && digits <= 2 && number >= 1 && number <= most;
    }
};

constexpr std::array<std::string_view, 12> english_months{"jan", "feb", "mar", "apr", "may", "jun",
                                                          "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::array<std::string_view, 4> romans{"i", "ii", "iii", "iv"};
constexpr std::array<std::string_view, 7> month_words{"thang", "t",  "month", "m",
                                                      "thg",   "th", "月"};
constexpr std::array<std::string_view, 8> quarter_words{"quy",  "q",      "quarter", "qtr",
                                                        "季度", "第季度", "季",      "quarters"};
constexpr std::array<std::string_view, 5> year_words{"nam", "year", "年", "y", "nam bao cao"};
constexpr std::array<std::string_view, 3> half_words{"h", "half", "nua"};

bool is_of_a_word(char c)
{
    return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

std::vector<Token> tokens_of(std::string_view text)
{
    auto const plain = folded(nfc(text));
    std::vector<Token> tokens;
    for (std::size_t at = 0; at < plain.size();) {
        auto const run = [&](auto const& belongs) {
            auto const from = at;
            while (at < plain.size() && belongs(plain[at])) {
                ++at;
            }
            return plain.substr(from, at - from);
        };
        if (is_digit(plain[at])) {
            auto const digits = run(is_digit);
            tokens.push_back({{}, std::stoi(digits.substr(0, 8)), digits.size()});
        } else if (is_of_a_word(plain[at])) {
            tokens.push_back({run(is_of_a_word), 0, 0});
        } else {
            ++at;
        }
    }
    return tokens;
}

template <std::size_t n>
bool holds(std::array<std::string_view, n> const& words, Token const& token)
{
    return std::ranges::find(words, std::string_view{token.word}) != words.end();
}

Period months_from(int year, int first, int count)
{
    Month const from{year * 12 + first - 1};
    return {from, Month{from.index + count - 1}};
}

/// 1 to 12 of "mar" or "march".
std::optional<int> english_month(Token const& token)
{
    if (token.word.size() < 3) {
        return std::nullopt;
    }
    auto const* const found =
        std::ranges::find(english_months, std::string_view{token.word}.substr(0, 3));
    constexpr std::array<std::string_view, 12> whole{
        "january", "february", "march",     "april",   "may",      "june",
        "july",    "august",   "september", "october", "november", "december"};
    if (found == english_months.end()) {
        return std::nullopt;
    }
    auto const month = static_cast<std::size_t>(found - english_months.begin());
    bool const fits = token.word.size() == 3 || whole.at(month).starts_with(token.word);
    return fits ? std::optional{static_cast<int>(month) + 1} : std::nullopt;
}

std::optional<int> quarter_number(Token const& token)
{
    if (token.is_small(4)) {
        return token.number;
    }
    auto const* const roman = std::ranges::find(romans, std::string_view{token.word});
    return roman == romans.end() ? std::nullopt
                                 : std::optional{static_cast<int>(roman - romans.begin()) + 1};
}

/// "6 thang dau nam 2024"
std::optional<Period> half_in_vietnamese(std::span<Token const> tokens)
{
    bool const fits = tokens.size() == 5 && tokens[0].number == 6 && tokens[1].word == "thang" &&
                      tokens[3].word == "nam" && tokens[4].is_year();
    if (!fits || (tokens[2].word != "dau" && tokens[2].word != "cuoi")) {
        return std::nullopt;
    }
    return months_from(tokens[4].number, tokens[2].word == "dau" ? 1 : 7, 6);
}

/// The year and what is left besides it and the words for it.
struct Dated {
    int year = 0;
    std::vector<Token> rest;
};

std::optional<Dated> dated(std::vector<Token> tokens)
{
    auto const year = std::ranges::find_if(tokens, &Token::is_year);
    if (year == tokens.end()) {
        return std::nullopt;
    }
    Dated found{year->number, {}};
    tokens.erase(year);
    for (auto& token : tokens) {
        if (!holds(year_words, token)) {
            found.rest.push_back(std::move(token));
        }
    }
    return found;
}

/// The part of a year that one or two words name.
std::optional<Period> part_of(int year, std::span<Token const> rest)
{
    if (rest.size() == 1) {
        if (rest[0].is_small(12)) {
            return months_from(year, rest[0].number, 1);
        }
        if (auto const month = english_month(rest[0])) {
            return months_from(year, *month, 1);
        }
        return std::nullopt;
    }
    if (rest.size() != 2) {
        return std::nullopt;
    }
    // "quy 1"; in Chinese the number stands first. "9 thang 2024" are nine months, and no September.
    bool const chinese =
        !rest[1].word.empty() && static_cast<unsigned char>(rest[1].word.front()) >= 0x80;
    for (auto const& [name, number] :
         {chinese ? std::pair{rest[1], rest[0]} : std::pair{rest[0], rest[1]}}) {
        if (holds(month_words, name) && number.is_small(12)) {
            return months_from(year, number.number, 1);
        }
        if (auto const quarter = quarter_number(number); quarter && holds(quarter_words, name)) {
            return months_from(year, 3 * *quarter - 2, 3);
        }
        if (holds(half_words, name) && number.is_small(2)) {
            return months_from(year, 6 * number.number - 5, 6);
        }
    }
    return std::nullopt;
}

/// Of a text in pieces; `text` is whole.
std::optional<Period> period_of(std::vector<Token> const& tokens, std::string_view text)
{
    if (tokens.empty() || tokens.size() > 5) {
        return std::nullopt;
    }
    if (tokens.size() == 1 && tokens[0].digits == 6) {  // 202403
        int const year = tokens[0].number / 100;
        int const month = tokens[0].number % 100;
        bool const sound = year >= 1900 && year <= 2200 && month >= 1 && month <= 12;
        return sound ? std::optional{months_from(year, month, 1)} : std::nullopt;
    }
    if (auto const half = half_in_vietnamese(tokens)) {
        return half;
    }
    bool const lost_zero = tokens.size() == 2 && tokens[0].is_year() && tokens[1].digits == 1 &&
                           text.find('.') != text.npos;  // 2024.10 of a sheet, as the number 2024.1
    if (lost_zero) {
        return std::nullopt;
    }
    auto const found = dated(tokens);
    if (!found) {
        return std::nullopt;
    }
    return found->rest.empty() ? std::optional{months_from(found->year, 1, 12)}
                               : part_of(found->year, found->rest);
}

/// Words beside a period after which it is not the whole of what is told.
constexpr std::array<std::string_view, 8> tell_more{"tu",   "den", "toi", "ngay",
                                                    "from", "to",  "day", "date"};

bool tells_more(Token const& token)
{
    return token.word.empty() || holds(tell_more, token) || holds(month_words, token) ||
           holds(quarter_words, token);
}

}  // namespace

std::optional<Period> written_period(std::string_view text)
{
    auto const plain = parse_period(text);
    return plain ? plain : period_of(tokens_of(text), text);
}

std::optional<Period> period_within(std::string_view title)
{
    auto const tokens = tokens_of(title);
    constexpr std::size_t longest = 5;
    for (std::size_t length = std::min(longest, tokens.size()); length > 0; --length) {
        for (std::size_t from = 0; from + length <= tokens.size(); ++from) {
            auto const first = tokens.begin() + static_cast<std::ptrdiff_t>(from);
            auto const last = first + static_cast<std::ptrdiff_t>(length);
            if (auto const period = period_of({first, last}, {})) {
                bool const alone = std::none_of(tokens.begin(), first, tells_more) &&
                                   std::none_of(last, tokens.end(), tells_more);
                return alone ? period : std::nullopt;
            }
        }
    }
    return std::nullopt;
}

}  // namespace marchland::geo
