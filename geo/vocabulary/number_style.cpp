#include "geo/vocabulary/number_style.hpp"

#include "geo/vocabulary/text.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace marchland::geo {
namespace {

/// Blanks that stand between groups of digits: usual, no-break, narrow no-break and thin; and the apostrophe.
std::string without_blanks(std::string_view text)
{
    constexpr std::array<std::string_view, 5> blanks{" ", "\u00A0", "\u202F", "\u2009", "'"};
    std::string plain;
    for (std::size_t i = 0; i < text.size();) {
        auto const* const blank = std::ranges::find_if(
            blanks, [&](std::string_view one) { return text.substr(i).starts_with(one); });
        bool const between =
            blank != blanks.end() && i > 0 && is_digit(text[i - 1]) &&
            i + blank->size() + 3 <= text.size() &&
            std::ranges::all_of(text.substr(i + blank->size(), 3), is_digit) &&
            !(i + blank->size() + 3 < text.size() && is_digit(text[i + blank->size() + 3]));
        if (between) {
            i += blank->size();
        } else {
            plain += text[i++];
        }
    }
    return plain;
}

/// What the cells show of one of the two marks.
struct Seen {
    bool grouping = false;  ///< twice in a number: 1.234.567
    bool decimal = false;   ///< not before three digits, or after a leading zero: 12.5, 0.125
    bool three = false;     ///< once, before three digits: 2.240 may be either
};

/// The digits of a number around a mark, in pieces; nothing where it is no number with that mark alone.
std::optional<std::vector<std::string_view>> pieces_at(std::string_view number, char mark)
{
    std::vector<std::string_view> pieces;
    for (std::size_t from = 0; from <= number.size();) {
        auto const to = std::min(number.find(mark, from), number.size());
        pieces.push_back(number.substr(from, to - from));
        if (!std::ranges::all_of(pieces.back(), is_digit)) {
            return std::nullopt;
        }
        from = to + 1;
    }
    return pieces;
}

bool in_groups(std::vector<std::string_view> const& pieces)
{
    return !pieces.front().empty() && pieces.front().size() <= 3 && pieces.front().front() != '0' &&
           std::ranges::all_of(pieces.begin() + 1, pieces.end(),
                               [](std::string_view piece) { return piece.size() == 3; });
}

void look(std::string_view number, char mark, Seen& seen)
{
    auto const pieces = pieces_at(number, mark);
    if (!pieces || pieces->size() < 2 || !std::ranges::any_of(number, is_digit)) {
        return;
    }
    bool const groups = in_groups(*pieces);
    if (pieces->size() > 2) {
        seen.grouping = seen.grouping || groups;
    } else if (groups) {
        seen.three = true;
    } else {
        seen.decimal = true;
    }
}

std::string_view without_sign(std::string_view number)
{
    number = trimmed(number);
    while (!number.empty() && (number.front() == '-' || number.front() == '+' ||
                               number.front() == '<' || number.front() == '>')) {
        number.remove_prefix(1);
    }
    while (!number.empty() && number.back() == '%') {
        number.remove_suffix(1);
    }
    return trimmed(number);
}

}  // namespace

NumberStyle number_style(std::span<std::string const> cells, Quantity quantity)
{
    Seen dot;
    Seen comma;
    bool dot_last = false;    // 1,234.5
    bool comma_last = false;  // 1.234,5
    bool long_plain = false;  // 2240: who groups would have grouped it
    for (auto const& cell : cells) {
        auto const plain = without_blanks(without_sign(cell));
        auto const last_dot = plain.rfind('.');
        auto const last_comma = plain.rfind(',');
        if (last_dot != std::string::npos && last_comma != std::string::npos) {
            (last_dot > last_comma ? dot_last : comma_last) = true;
            continue;
        }
        look(plain, '.', dot);
        look(plain, ',', comma);
        long_plain = long_plain || (plain.size() > 3 && std::ranges::all_of(plain, is_digit));
    }
    NumberStyle style;
    bool const dot_groups = dot.grouping || comma_last;
    bool const comma_groups = comma.grouping || dot_last;
    style.unclear =
        (dot_groups && (comma_groups || dot.decimal)) || (comma_groups && comma.decimal);
    if (dot_groups) {
        return {',', '.', false, style.unclear};
    }
    if (comma_groups) {
        return {'.', ',', false, style.unclear};
    }
    bool const comma_is_decimal = comma.decimal || (comma.three && quantity == Quantity::measure);
    if (comma_is_decimal) {
        // 12,5 beside 2.240
        return {',', dot.three && !dot.decimal ? '.' : '\0', dot.three, dot.decimal};
    }
    bool const measure = quantity == Quantity::measure;
    if (comma.three) {
        return {'.', ',', true, long_plain};
    }
    if (dot.three && !dot.decimal && !measure) {
        return {',', '.', true, long_plain};
    }
    return style;
}

std::optional<double> number_in(std::string_view text, NumberStyle const& style)
{
    auto word = without_blanks(trimmed(text));
    if (style.group != '\0') {
        auto const end = std::min(word.find(style.decimal), word.size());
        auto const head = std::string_view{word}.substr(0, end);
        auto const digits = without_sign(head);
        auto const pieces = pieces_at(digits, style.group);
        if (!pieces || (pieces->size() > 1 && !in_groups(*pieces)) ||
            word.find(style.group, end) != std::string::npos) {
            return std::nullopt;
        }
        std::erase(word, style.group);
    }
    if (style.decimal != '.') {
        if (word.find('.') != std::string::npos) {
            return std::nullopt;
        }
        std::ranges::replace(word, style.decimal, '.');
    }
    return number_in(word);
}

}  // namespace marchland::geo
