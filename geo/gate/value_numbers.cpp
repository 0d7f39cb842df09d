// Telephones, identity numbers, passports, plates and case numbers.
#include "geo/gate/value_shapes.hpp"

#include "geo/vocabulary/text.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <string>
#include <vector>

namespace marchland::geo {
namespace {

bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_year(std::string_view text)
{
    return text.size() == 4 && std::ranges::all_of(text, is_digit) &&
           (text.starts_with("19") || text.starts_with("20"));
}

/// Digits that belong together, and how they stand.
struct Run {
    std::string digits;
    std::vector<std::size_t> groups;  ///< digits between separators
    bool plus = false;                ///< "+84"
    bool years = true;                ///< each group is a year
    bool decimal = false;             ///< "0.12345678", "1234.5": one point or comma, not in threes
    bool thousands = false;           ///< "1.234.567": groups of three behind the first
};

void close_group(Run& run, std::string_view text, std::size_t from, std::size_t to)
{
    if (to > from) {
        run.groups.push_back(to - from);
        run.years = run.years && is_year(text.substr(from, to - from));
        run.digits += text.substr(from, to - from);
    }
}

Run run_of(std::string_view text)
{
    Run run;
    run.plus = text.starts_with('+') || text.starts_with("(+");
    std::size_t from = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i == text.size() || !is_digit(text[i])) {
            close_group(run, text, from, i);
            from = i + 1;
        }
    }
    auto const points = std::ranges::count_if(text, [](char c) { return c == '.' || c == ','; });
    bool const only_points = std::ranges::all_of(
        text, [](char c) { return is_digit(c) || c == '.' || c == ',' || c == ' ' || c == '-'; });
    bool const threes =
        run.groups.size() > 1 && run.groups.front() <= 3 && run.digits.front() != '0' &&
        std::all_of(run.groups.begin() + 1, run.groups.end(), [](auto n) { return n == 3; });
    run.thousands = only_points && threes && text.find('-', 1) == text.npos;
    run.decimal = points == 1 && run.groups.size() == 2 && !run.thousands && only_points &&
                  text.find(' ') == text.npos && text.find('-', 1) == text.npos &&
                  (run.groups[0] < 4 || run.groups[1] < 4);
    return run;
}

/// Letters that stand for digits among many digits.
std::string with_digits_for_letters(std::string_view cell)
{
    std::string made{cell};
    bool const others = std::ranges::any_of(
        cell, [](char c) { return is_letter(c) && c != 'O' && c != 'o' && c != 'l' && c != 'I'; });
    if (!others && digits_in(cell) >= 7) {
        std::ranges::replace_if(
            made, [](char c) { return c == 'O' || c == 'o'; }, '0');
        std::ranges::replace_if(
            made, [](char c) { return c == 'l' || c == 'I'; }, '1');
    }
    return made;
}

/// Calls `fits` for every stretch of digits and separators; true if it says so for one.
bool any_run(std::string_view cell, auto fits)
{
    auto const text = with_digits_for_letters(cell);
    auto const belongs = [](char c) {
        return is_digit(c) || c == ' ' || c == '.' || c == ',' || c == '-' || c == '(' ||
               c == ')' || c == '+' || c == '_';
    };
    for (std::size_t from = 0; from < text.size();) {
        if (!belongs(text[from])) {
            ++from;
            continue;
        }
        auto to = from;
        while (to < text.size() && belongs(text[to])) {
            ++to;
        }
        auto const stretch = std::string_view{text}.substr(from, to - from);
        if (digits_in(stretch) >= 8 && fits(run_of(trimmed(stretch)))) {
            return true;
        }
        from = to;
    }
    return false;
}

/// Sums of money and the like.
bool is_round(Run const& run)
{
    return run.digits.ends_with(run.thousands ? "000" : "00000");
}

bool is_telephone(Run const& run)
{
    auto digits = std::string_view{run.digits};
    bool const codes = run.groups.size() > 1 && std::ranges::all_of(run.groups, [](auto n) {
                           return n == 5;  // codes of communes side by side
                       });
    if (run.decimal || codes || run.groups.size() > 7) {
        return false;
    }
    for (std::string_view const country : {"0084", "0086", "00856", "00855", "84", "86"}) {
        bool const international = run.plus || country.starts_with("00") || digits.size() >= 11;
        if (digits.starts_with(country) && international) {
            return digits.size() >= country.size() + 8 && digits.size() <= country.size() + 12;
        }
    }
    if (run.plus) {
        return digits.size() >= 9 && digits.size() <= 15;
    }
    if (digits.size() == 11 && digits[0] == '1' && digits[1] >= '3') {
        return !run.thousands;  // of China
    }
    return digits.size() >= 9 && digits.size() <= 12 && digits[0] == '0' && digits[1] != '0' &&
           run.groups.front() > 1;
}

bool is_long_number(Run const& run)
{
    auto const& digits = run.digits;
    if (run.decimal || is_round(run) || run.years) {
        return false;
    }
    if (run.groups.size() == 1) {
        return digits.size() >= 8;
    }
    if (run.thousands) {
        return digits.size() >= 9;
    }
    bool const even = std::ranges::all_of(run.groups, [](auto n) { return n == 3; }) ||
                      (digits.size() >= 12 &&
                       std::ranges::all_of(run.groups, [](auto n) { return n == 4 || n < 3; }) &&
                       run.groups.front() == 4);
    bool const leading_zero = digits[0] == '0' && run.groups.front() > 1 &&
                              std::ranges::none_of(run.groups, [](auto n) { return n == 5; });
    bool const long_group = std::ranges::any_of(run.groups, [](auto n) { return n >= 8; });
    return digits.size() >= 9 && (even || leading_zero || long_group);
}

/// "1.2345678E+11", "123456789.0": a spreadsheet made a number of a key.
bool is_number_of_a_key(std::string_view cell)
{
    std::string text{cell};
    std::ranges::replace(text, ',', '.');
    auto const value = number_in(text);
    if (!value || std::abs(*value) < 1e7) {
        return false;
    }
    auto const e = text.find_first_of("eE");
    if (e != std::string::npos) {
        return digits_in(std::string_view{text}.substr(0, e)) >= 5;
    }
    auto const point = text.find('.');
    return point != std::string::npos && point >= 8 &&
           text.find_first_not_of('0', point + 1) == std::string::npos &&
           !std::string_view{text}.substr(0, point).ends_with("00000");
}

/// Capitals and digits of the text, nothing for other letters.
std::string compact(std::string_view text)
{
    std::string made;
    for (char const c : text) {
        if (is_digit(c) || is_letter(c)) {
            made += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
        } else if (c != ' ' && c != '-' && c != '.' && c != '_') {
            return {};
        }
    }
    return made;
}

std::size_t letters_from(std::string_view text, std::size_t at)
{
    auto end = at;
    while (end < text.size() && is_letter(text[end])) {
        ++end;
    }
    return end - at;
}

bool digits_to_the_end(std::string_view text, std::size_t at)
{
    return at < text.size() && std::ranges::all_of(text.substr(at), is_digit);
}

bool plate_of_viet_nam(std::string_view cell)
{
    auto const text = compact(cell);
    if (text.size() < 7 || text.size() > 10 || !is_digit(text[0]) || !is_digit(text[1])) {
        return false;
    }
    auto const letters = letters_from(text, 2);
    auto const rest = text.size() - 2 - letters;
    return (letters == 1 || letters == 2) && digits_to_the_end(text, 2 + letters) && rest >= 4 &&
           rest <= 6;
}

/// The words of a cell, and each two side by side.
bool any_word(std::string_view cell, auto fits)
{
    std::vector<std::string_view> words;
    for (std::size_t from = 0; from < cell.size();) {
        auto const to = std::min(cell.find_first_of(" ,;:", from), cell.size());
        if (to > from) {
            words.push_back(cell.substr(from, to - from));
        }
        from = to + 1;
    }
    for (std::size_t i = 0; i < words.size(); ++i) {
        auto const* const begin = words[i].data();
        bool const pair = i + 1 < words.size();
        if (fits(words[i]) ||
            (pair &&
             fits(std::string_view{begin, static_cast<std::size_t>(words[i + 1].data() - begin) +
                                              words[i + 1].size()}))) {
            return true;
        }
    }
    return false;
}

constexpr std::string_view provinces_of_china =
    "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";

bool plate_of_china(std::string_view cell)
{
    constexpr std::size_t sign = 3;
    if (cell.size() < 9 ||
        provinces_of_china.find(cell.substr(0, sign)) == std::string_view::npos ||
        !is_letter(cell[sign])) {
        return false;
    }
    std::string rest;
    for (char const c : cell.substr(sign)) {
        rest += is_digit(c) || is_letter(c) ? std::string(1, c) : "";
    }
    return rest.size() >= 6 && rest.size() <= 7 && digits_in(rest) >= 2;
}

/// Ends of the numbers of laws and decrees, folded.
bool is_law(std::string_view kind)
{
    constexpr std::array<std::string_view, 14> laws{"nd-cp", "qh",     "tt-",   "ttlt", "nq-",
                                                    "nq",    "qd-ttg", "ct-",   "kh-",  "qd-ub",
                                                    "vbhn",  "ubtvqh", "l-ctn", "sl"};
    return std::ranges::any_of(laws, [&](auto law) { return kind.starts_with(law); });
}

/// "45/HSST", "12/2024/HS-ST".
bool is_number_of_a_file(std::string_view folded_cell)
{
    auto const slash = folded_cell.find('/');
    if (slash == std::string_view::npos || slash == 0 || !is_digit(folded_cell[slash - 1])) {
        return false;
    }
    auto rest = folded_cell.substr(slash + 1);
    if (rest.size() > 5 && is_year(rest.substr(0, 4)) && (rest[4] == '/' || rest[4] == '-')) {
        rest.remove_prefix(5);
    }
    return letters_from(rest, 0) >= 2 && !is_law(rest);
}

/// "LS-2024-0012", "HS/2023/15", "2024-0012".
bool is_key_with_year(std::string_view text)
{
    auto const letters = letters_from(text, 0);
    auto rest = text.substr(letters);
    if (letters > 0 && rest.find_first_of("-_/. ") == 0) {
        rest.remove_prefix(1);
    }
    if (letters > 6 || rest.size() < 7 || !is_year(rest.substr(0, 4)) ||
        rest.find_first_of("-_/.") != 4) {
        return false;
    }
    auto const number = rest.substr(5);
    return number.size() >= (letters > 2   ? 1U
                             : letters > 0 ? 2U
                                           : 3U) &&
           number.size() <= 7 && std::ranges::all_of(number, is_digit) &&
           !(letters == 0 && is_year(number));
}

/// "vu 12/2023", "ho so so 12".
bool is_called_a_case(std::string_view text)
{
    constexpr std::array<std::string_view, 6> cases{"vu ",   "vu an ", "ho so ",
                                                    "case ", "file ",  "an so "};
    return digits_in(text) > 0 && std::ranges::any_of(cases, [text](auto word) {
               auto rest = text.starts_with(word) ? text.substr(word.size()) : std::string_view{};
               rest = rest.starts_with("so ") ? rest.substr(3) : rest;
               return !rest.empty() && is_digit(rest.front());
           });
}

/// "NN001", "case 12".
bool is_key_of_a_case(std::string_view text)
{
    constexpr std::array<std::string_view, 12> keys{"hs",  "hsva", "va",  "nn",  "ba",   "case",
                                                    "vic", "bn",   "rec", "sus", "file", "mshs"};
    auto const letters = text.substr(0, letters_from(text, 0));
    auto const number =
        text.substr(std::min(text.find_first_not_of("-_ .#", letters.size()), text.size()));
    return std::ranges::find(keys, letters) != keys.end() && number.size() >= 2 &&
           std::ranges::all_of(number, is_digit);
}

bool is_uuid(std::string_view text)
{
    auto const hyphens = std::ranges::count(text, '-');
    return text.size() == 36 && hyphens == 4 && std::ranges::all_of(text, [](char c) {
               return c == '-' || std::isxdigit(static_cast<unsigned char>(c)) != 0;
           });
}

}  // namespace

std::size_t digits_in(std::string_view text)
{
    return static_cast<std::size_t>(std::ranges::count_if(text, is_digit));
}

bool holds_telephone(std::string_view cell)
{
    auto const slash = cell.find('/');  // "0912/345678", but not "06/2024 - 12/2024"
    if (slash != cell.npos && slash >= 2 && slash <= 5 && cell.find('/', slash + 1) == cell.npos &&
        digits_in(cell.substr(slash)) >= 6) {
        auto joined = std::string{cell};
        joined[slash] = ' ';
        return any_run(joined, is_telephone) && cell.find('-') == cell.npos;
    }
    return any_run(cell, is_telephone);
}

bool holds_long_number(std::string_view cell)
{
    return any_run(cell, is_long_number) || is_number_of_a_key(cell);
}

bool is_passport(std::string_view cell)
{
    return any_word(cell, [](std::string_view word) {
        auto const text = compact(word);
        auto const letters = letters_from(text, 0);
        constexpr std::array<std::string_view, 6> countries{"VN", "CN", "LA", "KH", "TH", "MM"};
        bool const code_of_unit =
            letters == 2 && std::ranges::find(countries, text.substr(0, 2)) != countries.end();
        auto const number = text.size() - letters;
        return letters >= 1 && letters <= 2 && (number == 7 || number == 8) && !code_of_unit &&
               digits_to_the_end(text, letters);
    });
}

bool is_number_plate(std::string_view cell)
{
    return plate_of_viet_nam(cell) || plate_of_china(cell) ||
           any_word(cell, [](std::string_view word) {
               return plate_of_viet_nam(word) || plate_of_china(word);
           });
}

bool is_case_number(std::string_view cell)
{
    auto const text = folded(cell);
    bool const chinese =
        cell.find("号") != std::string_view::npos && digits_in(cell) > 2 &&
        (cell.find("刑") != std::string_view::npos || cell.find("案") != std::string_view::npos ||
         cell.find("字") != std::string_view::npos);
    auto const hyphen = text.find('-');
    auto const tail =
        hyphen == text.npos ? std::string_view{} : std::string_view{text}.substr(hyphen + 1);
    return chinese || is_uuid(text) || is_key_with_year(text) || is_key_of_a_case(text) ||
           is_called_a_case(text) || is_key_of_a_case(tail) ||
           any_word(text, [](std::string_view word) { return is_number_of_a_file(word); });
}

}  // namespace marchland::geo
