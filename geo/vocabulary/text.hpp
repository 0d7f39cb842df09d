/// \file text.hpp
/// Vietnamese words in files: one spelling for one name, and names that can be searched.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace marchland::geo {

/// NFC (one code point for each letter with its marks). Bytes that are not UTF-8 come back as they are.
std::string nfc(std::string_view text);
bool is_nfc(std::string_view text);
bool is_utf8(std::string_view text);

/// "L\u1ea1ng S\u01a1n" as a careless export writes it, turned into letters; other text unchanged.
std::string unescaped(std::string_view text);

/// Lower case without marks: "Đồng Đăng" becomes "dong dang". For searching and for guessing only.
std::string folded(std::string_view text);

/// Lower case with its marks, the tone of each word behind it: "Hòa" and "Hoà" become the same. For comparing only.
std::string tones_last(std::string_view text);

/// 0 to 9, in any locale.
inline bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/// Lower case with its marks.
std::string lower_case(std::string_view text);

/// Without white space at both ends.
std::string_view trimmed(std::string_view text);

/// The number a text holds; nothing if any other character is left. Decimal point, no locale.
std::optional<double> number_in(std::string_view text);

/// Changed, added or left out bytes between two words (Levenshtein distance).
std::size_t letters_changed(std::string_view a, std::string_view b);

/// The candidate with the fewest changed letters, if it is near enough to be meant.
std::optional<std::string> nearest_name(std::string_view name,
                                        std::vector<std::string> const& candidates);

/// The text with passwords of database connections ("password=...", "//user:...@host") as three stars.
std::string without_passwords(std::string text);

/// Without what a terminal would obey: control characters and marks that turn the direction of writing become
/// "?", bytes that are not UTF-8 too. Tabs and ends of lines become blanks.
std::string printable(std::string_view text);

/// With `digits` after the point, no locale; trailing zeros kept. Empty for NaN.
std::string fixed(double value, int digits);

/// Shortest text that reads back as the same number; empty for NaN.
std::string shortest(double value);

/// For a message: whole numbers in full (10000000, not 1e+07), "nan" where there is none.
std::string told(double value);

}  // namespace marchland::geo
