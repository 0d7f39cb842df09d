#include "geo/gate/shown.hpp"

#include "geo/vocabulary/text.hpp"

#include <algorithm>
#include <cctype>
#include <sstream>

namespace marchland::geo {
namespace {

constexpr std::size_t longest_code = 24;

bool is_letter(char c)
{
    return std::isalpha(static_cast<unsigned char>(c)) != 0 || (c & 0x80) != 0;
}

/// Letters of a code stand beside digits or signs: "06A", "2024-Q2", "<5", "x1".
bool is_code(std::string_view cell, CellOf where)
{
    std::size_t letters_in_a_row = 0;
    bool long_word = false;
    for (char const c : cell) {
        letters_in_a_row = is_letter(c) ? letters_in_a_row + 1 : 0;
        long_word = long_word || letters_in_a_row > 3;
    }
    auto const is_digit = [](unsigned char c) { return std::isdigit(c) != 0; };
    auto const digits = std::ranges::count_if(cell, is_digit);
    bool const letters = std::ranges::any_of(cell, is_letter);
    return !long_word && digits < (where == CellOf::places ? 9 : 8) && (digits > 0 || !letters) &&
           cell.size() <= longest_code;
}

}  // namespace

std::string without_names(std::string_view cell, CellOf where)
{
    if (is_code(cell, where) && !personal_value(cell, where)) {
        return '"' + std::string{cell} + '"';
    }
    std::istringstream words{std::string{cell}};
    int of_letters = 0;
    for (std::string word; words >> word;) {
        of_letters += std::ranges::any_of(word, is_letter) ? 1 : 0;
    }
    return of_letters == 0 ? "a long number (not shown here)"
           : of_letters == 1
               ? "a word (not shown here)"
               : "a text of " + std::to_string(of_letters) + " words (not shown here)";
}

std::string shown_source(std::string_view source)
{
    bool const absolute = source.starts_with('/') && !source.starts_with("/vsi");
    auto const name = absolute ? source.substr(source.find_last_of('/') + 1) : source;
    return printable(without_passwords(std::string{name}));
}

bool may_be_shown(std::string_view id)
{
    return !personal_value(id, CellOf::places);
}

std::string shown_header(std::string_view header, std::size_t index)
{
    auto const kind = personal_value(header);
    bool const harmless = !kind || kind == PersonalKind::free_text ||
                          kind == PersonalKind::address || kind == PersonalKind::day;
    return harmless ? printable(header) : "column " + std::to_string(index + 1);
}

}  // namespace marchland::geo
