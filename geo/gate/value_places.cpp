// Coordinates and addresses.
#include "geo/gate/value_shapes.hpp"

#include "geo/gate/person_names.hpp"
#include "geo/vocabulary/text.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <string>
#include <vector>

namespace marchland::geo {
namespace {

struct Decimal {
    double value = 0.0;
    std::size_t decimals = 0;
};

/// The numbers of a text with points as they are; nothing where letters stand between.
std::vector<Decimal> decimals_in(std::string_view text)
{
    std::vector<Decimal> numbers;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_digit(text[at]) && text[at] != '-') {
            ++at;
            continue;
        }
        auto const end = std::min(text.find_first_not_of("0123456789.", at + 1), text.size());
        auto const word = text.substr(at, end - at);
        auto const value = number_in(word);
        auto const point = word.find('.');
        if (value) {
            numbers.push_back({*value, point == word.npos ? 0 : word.size() - point - 1});
        }
        at = end;
    }
    return numbers;
}

bool is_fine(Decimal const& number)
{
    return number.decimals > 3 && std::abs(number.value) <= 180.0 && std::abs(number.value) > 1.0;
}

/// Only digits, points, signs and what parts numbers.
bool only_numbers(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) {
        return is_digit(c) || c == '.' || c == ',' || c == ';' || c == ' ' || c == '-' ||
               c == '+' || c == '(' || c == ')' || c == '[' || c == ']' || c == '/';
    });
}

bool is_pair(std::vector<Decimal> const& numbers)
{
    if (numbers.size() < 2 || numbers.size() > 4) {
        return false;
    }
    auto const& a = numbers[0];
    auto const& b = numbers[1];
    auto const degrees = [](Decimal const& one, Decimal const& other) {
        return one.decimals >= 2 && other.decimals >= 2 && std::abs(one.value) <= 90.0 &&
               std::abs(other.value) <= 180.0 && std::abs(other.value) > 1.0 &&
               std::abs(one.value) > 1.0;
    };
    // Metres of a national or UTM grid: northing beyond a million, easting of six digits.
    auto const metres = [](Decimal const& one, Decimal const& other) {
        return one.value > 8e5 && one.value < 5e6 && other.value > 1e5 && other.value < 1e6 &&
               (one.decimals > 0 || other.decimals > 0 || (one.value > 1e6 && other.value > 2e5));
    };
    return degrees(a, b) || degrees(b, a) || metres(a, b) || metres(b, a);
}

bool has_decimal_commas(std::string_view text)
{
    for (std::size_t i = 1; i + 1 < text.size(); ++i) {
        if (text[i] == ',' && is_digit(text[i - 1]) && is_digit(text[i + 1])) {
            return text.find('.') == text.npos;
        }
    }
    return false;
}

/// "21.8432N, 106.7412E", "lat 21.8432 lon 106.7412", "X=2417890 Y=681234"
std::string without_words_of_degrees(std::string_view cell)
{
    constexpr std::string_view letters = "nsewxy=:";
    std::string text = folded(cell);
    for (std::string_view const word :
         {"latitude", "longitude", "long", "lat", "lon", "lng", "\u00b0"}) {
        for (auto at = text.find(word); at != std::string::npos; at = text.find(word)) {
            text.replace(at, word.size(), " ");
        }
    }
    std::ranges::replace_if(
        text, [letters](char c) { return letters.find(c) != letters.npos; }, ' ');
    return std::string{trimmed(text)};
}

bool is_decimal_degrees(std::string_view cell)
{
    auto text = without_words_of_degrees(cell);
    if (!only_numbers(text)) {
        return false;
    }
    if (has_decimal_commas(text)) {
        std::ranges::replace(text, ',', '.');
    }
    auto const numbers = decimals_in(text);
    return (numbers.size() == 1 && is_fine(numbers[0])) || is_pair(numbers);
}

/// "21°51'", "21 51 00 N", "N21 51.006", "21độ51phút", "21度51分"; a temperature is none.
bool is_degrees(std::string_view cell)
{
    constexpr std::array<std::string_view, 5> signs{"°", "˚", "độ", "度", "\\'"};
    for (auto const sign : signs) {
        auto const at = cell.find(sign);
        if (at != cell.npos && at > 0 && digits_in(cell.substr(0, at)) > 0) {
            auto const rest = trimmed(cell.substr(at + sign.size()));
            return digits_in(rest) > 0 ||
                   (!rest.empty() && rest[0] != 'C' && rest[0] != 'F' &&
                    std::string_view{"NSEWnsew'"}.find(rest[0]) != std::string_view::npos);
        }
    }
    auto const o = cell.find('o');
    if (o != cell.npos && o > 0 && is_digit(cell[o - 1]) && cell.find('\'', o) != cell.npos) {
        return true;  // 21o50'35", of a raised o
    }
    auto const d = cell.find('d');
    if (d != cell.npos && d > 0 && is_digit(cell[d - 1]) && cell.find('m', d) != cell.npos &&
        d + 1 < cell.size() && is_digit(cell[d + 1])) {  // 21d51m00s
        return true;
    }
    constexpr std::string_view winds = "NSEWBDnsewbd";
    bool const first = winds.find(cell.front()) != winds.npos;
    bool const last = winds.find(cell.back()) != winds.npos;
    auto const letters =
        std::ranges::count_if(cell, [](unsigned char c) { return std::isalpha(c) != 0; });
    auto const numbers = decimals_in(cell);
    return (first || last) && letters <= 2 && numbers.size() >= 2 &&
           std::abs(numbers[0].value) <= 180.0 && std::abs(numbers[1].value) < 60.0 &&
           digits_in(cell) >= 4;
}

bool is_geometry(std::string const& folded_cell)
{
    constexpr std::array<std::string_view, 15> starts{
        "point(",  "point (",    "point m",   "point z",      "linestring",
        "polygon", "multipoint", "multiline", "multipolygon", "geometrycoll",
        "srid=",   "geo:",       "{\"type\"", "<gml:",        "<point"};
    constexpr std::array<std::string_view, 9> links{
        "maps.app.goo", "goo.gl/maps", "google.com/maps", "maps.google", "openstreetmap.org/#map",
        "amap.com",     "map.baidu",   "what3words",      "plus.codes"};
    bool const link = std::ranges::any_of(
        links, [&](auto one) { return folded_cell.find(one) != std::string::npos; });
    return link ||
           std::ranges::any_of(starts, [&](auto start) { return folded_cell.starts_with(start); });
}

/// Well-known binary in letters; "7PH8VQ2C+XX"; "48QXJ 81234 17890".
bool is_code_of_a_place(std::string_view cell)
{
    bool const hex = cell.size() >= 42 && std::ranges::all_of(cell, [](unsigned char c) {
                         return std::isxdigit(c) != 0;
                     });
    auto const plus = cell.find('+');
    bool const plus_code =
        plus != cell.npos && plus >= 4 && cell.size() - plus <= 4 && cell.size() - plus > 2 &&
        std::isalnum(static_cast<unsigned char>(cell[0])) != 0 &&
        std::ranges::all_of(
            cell.substr(0, plus),
            [](unsigned char c) { return std::isdigit(c) != 0 || std::isupper(c) != 0; }) &&
        digits_in(cell.substr(0, plus)) < plus;
    bool const grid = cell.size() >= 9 && is_digit(cell[0]) && is_digit(cell[1]) &&
                      std::isupper(static_cast<unsigned char>(cell[2])) != 0 &&
                      digits_in(cell) >= 8 &&
                      (std::isupper(static_cast<unsigned char>(cell[3])) != 0 || cell[3] == ' ');
    return hex || plus_code || grid;
}

std::vector<std::string> words_in(std::string const& text)
{
    std::vector<std::string> words;
    for (std::size_t from = 0; from < text.size();) {
        auto const to = std::min(text.find_first_of(" .,;:/", from), text.size());
        if (to > from) {
            words.push_back(text.substr(from, to - from));
        }
        from = to + 1;
    }
    return words;
}

bool is_one_of(std::string const& word, std::string_view list)
{
    return list.find(" " + word + " ") != std::string_view::npos;
}

bool is_number(std::string const& word)
{
    return !word.empty() && is_digit(word[0]);
}

bool address_begins(std::vector<std::string> const& words, std::size_t at)
{
    auto const& word = words[at];
    auto const left = words.size() - at;
    auto const next = left > 1 ? words[at + 1] : std::string{};
    return (is_one_of(word, " thon xom ngach hem sn ") && left > 1 &&
            !is_one_of(next, " ban ban, ")) ||
           (is_one_of(word, " to doi khoi khu ap ngo tdp kp apt flat ") && is_number(next) &&
            (word != "to" || at == 0)) ||
           (word == "so" && (next == "nha" || (is_number(next) && left > 3))) ||
           (word == "khu" && next == "pho") || (word == "to" && next == "dan") ||
           (word == "to" && next == "dp") || (word == "nha" && next == "so") ||
           (word == "house" && is_number(next)) ||
           (is_number(word) && is_one_of(next, " duong pho ngo ngach hem ") && left > 2) ||
           (is_one_of(word, " street st road rd lane avenue ave ") && at > 1 && left <= 2 &&
            is_number(words[0]));
}

bool chinese_address(std::string_view cell)
{
    constexpr std::array<std::string_view, 4> ends{"号", "室", "组", "栋"};
    constexpr std::array<std::string_view, 7> streets{"路", "街", "巷", "村", "屯", "弄", "小区"};
    auto const has = [cell](auto sign) { return cell.find(sign) != std::string_view::npos; };
    return std::ranges::any_of(ends, has) && std::ranges::any_of(streets, has) &&
           digits_in(cell) > 0;
}

}  // namespace

bool is_coordinate(std::string_view cell)
{
    return is_decimal_degrees(cell) || (digits_in(cell) > 2 && is_degrees(cell)) ||
           is_geometry(folded(cell)) || is_code_of_a_place(cell);
}

bool is_address(std::string_view cell)
{
    auto const words = words_in(folded(cell));
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (address_begins(words, i)) {
            return true;
        }
    }
    constexpr std::array<std::string_view, 3> hamlets{"bản ", "làng ", "buôn "};
    auto const lower = lower_case(cell);
    bool const hamlet = std::ranges::any_of(hamlets, [&lower](auto word) {
        return lower.starts_with(word) && !lower.starts_with("buôn bán");
    });
    auto const blank = cell.find(' ');
    bool const street =
        is_digit(cell.front()) && blank != cell.npos && is_namesake(trimmed(cell.substr(blank)));
    return street || (hamlet && words.size() > 2) || chinese_address(cell);
}

}  // namespace marchland::geo
