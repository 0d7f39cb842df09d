// Days in every order.
#include "geo/gate/value_shapes.hpp"

#include "geo/vocabulary/text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace marchland::geo {
namespace {

enum class Token : std::uint8_t {
    number,
    month_name,
    day_word,
    month_word,
    year_word,
    mark,
    other
};

struct Piece {
    Token token = Token::other;
    int value = 0;
    std::size_t digits = 0;
    char mark = ' ';
};

constexpr std::array<std::string_view, 12> months{"jan", "feb", "mar", "apr", "may", "jun",
                                                  "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::array<std::string_view, 12> full_months{
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};

/// "mar", "march", "sept": but not "market".
bool is_month_name(std::string_view word)
{
    for (std::size_t i = 0; i < months.size(); ++i) {
        if (word.starts_with(months.at(i)) && full_months.at(i).starts_with(word)) {
            return true;
        }
    }
    return word == "sept";
}

Piece piece_of(std::string const& word)
{
    constexpr std::array<std::string_view, 7> days{"ngay", "日", "号", "day", "st", "nd", "th"};
    if (std::ranges::find(days, word) != days.end() || word == "rd" || word == "mung" ||
        word == "of" || word == "the") {
        return {Token::day_word};
    }
    if (word == "thang" || word == "月" || word == "month") {
        return {Token::month_word};
    }
    if (word == "nam" || word == "年" || word == "year") {
        return {Token::year_word};
    }
    return {is_month_name(word) ? Token::month_name : Token::other};
}

/// Numbers, words and the marks between them; signs of Chinese stand alone.
std::vector<Piece> pieces_of(std::string const& text)
{
    std::vector<Piece> pieces;
    for (std::size_t at = 0; at < text.size();) {
        auto end = at;
        if (is_digit(text[at])) {
            while (end < text.size() && is_digit(text[end])) {
                ++end;
            }
            auto const digits = text.substr(at, end - at);
            pieces.push_back(
                {Token::number, digits.size() > 4 ? 99999 : std::stoi(digits), digits.size()});
        } else if (static_cast<unsigned char>(text[at]) >= 0xE3) {
            end = std::min(at + 3, text.size());
            pieces.push_back(piece_of(text.substr(at, end - at)));
        } else if (text[at] >= 'a' && text[at] <= 'z') {
            while (end < text.size() && text[end] >= 'a' && text[end] <= 'z') {
                ++end;
            }
            pieces.push_back(piece_of(text.substr(at, end - at)));
        } else {
            end = at + 1;
            if (text[at] != ' ' && text[at] != ',') {
                pieces.push_back({Token::mark, 0, 0, text[at]});
            }
        }
        at = end;
    }
    return pieces;
}

bool is_day(Piece const& piece)
{
    return piece.token == Token::number && piece.digits <= 2 && piece.value >= 1 &&
           piece.value <= 31;
}

bool is_month(Piece const& piece)
{
    return is_day(piece) && piece.value <= 12;
}

bool is_long_year(Piece const& piece)
{
    return piece.token == Token::number && piece.digits == 4 && piece.value >= 1900 &&
           piece.value <= 2599;  // also of the Buddhist calendar
}

bool is_short_year(Piece const& piece)
{
    return piece.token == Token::number && piece.digits == 2;
}

bool day_and_month(Piece const& a, Piece const& b)
{
    return (is_day(a) && is_month(b)) || (is_month(a) && is_day(b));
}

bool same_marks(Piece const& a, Piece const& b)
{
    return a.token == Token::mark && b.token == Token::mark && a.mark == b.mark &&
           (a.mark == '/' || a.mark == '-' || a.mark == '.' || a.mark == '_' || a.mark == '\\');
}

/// "5/3/2024", "2024.3.5", "05-03-24", with a month in letters "15-Mar-90".
bool marked_at(std::vector<Piece> const& p, std::size_t i)
{
    if (i + 4 >= p.size() || !same_marks(p[i + 1], p[i + 3])) {
        return false;
    }
    auto const& a = p[i];
    auto const& b = p[i + 2];
    auto const& c = p[i + 4];
    bool const year_last = is_long_year(c) || is_short_year(c);
    return (day_and_month(a, b) && year_last) || (is_long_year(a) && day_and_month(b, c)) ||
           (is_day(a) && b.token == Token::month_name && year_last) ||
           (is_long_year(a) && b.token == Token::month_name && is_day(c));
}

/// "15 Mar 1990", "March 15, 1990", "5 3 1990", "1990 3 5".
bool spaced_at(std::vector<Piece> const& p, std::size_t i)
{
    if (i + 1 >= p.size()) {
        return false;
    }
    bool const named = (is_day(p[i]) && p[i + 1].token == Token::month_name) ||
                       (p[i].token == Token::month_name && is_day(p[i + 1]));
    if (named || i + 2 >= p.size()) {
        return named;
    }
    return (day_and_month(p[i], p[i + 1]) && is_long_year(p[i + 2])) ||
           (is_long_year(p[i]) && day_and_month(p[i + 1], p[i + 2]));
}

/// "15 tháng 3 năm 1990", "ngày 15/3", "3月15日".
bool worded(std::vector<Piece> const& p)
{
    auto const has = [&p](Token token) {
        return std::ranges::find(p, token, &Piece::token) != p.end();
    };
    auto const days = std::ranges::count_if(p, is_day);
    for (std::size_t i = 0; i + 2 < p.size(); ++i) {
        if (is_day(p[i]) && p[i + 1].token == Token::month_word && is_month(p[i + 2])) {
            return p[0].token != Token::other || i == 0;
        }
    }
    auto const marks = std::ranges::count(p, Token::mark, &Piece::token);
    return has(Token::day_word) && days >= 2 &&
           (has(Token::month_word) || (marks > 0 && days == 2));
}

}  // namespace

bool holds_exact_day(std::string_view cell)
{
    if (digits_in(cell) < 2) {
        return false;
    }
    auto pieces = pieces_of(folded(cell));
    if (worded(pieces)) {
        return true;
    }
    // "3rd of July 1998"
    std::erase_if(pieces, [](Piece const& piece) { return piece.token == Token::day_word; });
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (marked_at(pieces, i) || spaced_at(pieces, i)) {
            return true;
        }
    }
    return false;
}

}  // namespace marchland::geo
