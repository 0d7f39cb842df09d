// Shapes of cells that tell of a person, one question each. Private to geo.
// Cells come unified (geo/gate/readings.hpp), without blanks at their ends.
#pragma once

#include "geo/gate/personal_kind.hpp"

#include <optional>
#include <string_view>

namespace marchland::geo {

/// "0912 345 678", "+84-912-345-678", "138 1234 5678", also within other words.
bool holds_telephone(std::string_view cell);

/// A whole number too long to count anything and not round, in groups, in letters like digits or as 1.2345678E+11;
/// also within other words.
bool holds_long_number(std::string_view cell);

/// "B1234567", "12A-123.45", "桂A12345".
bool is_passport(std::string_view cell);
bool is_number_plate(std::string_view cell);

/// "12/2024/HS-ST", "LS-2024-0012", "NN001", "(2024)桂01刑初123号"; a law is none ("34/2023/NĐ-CP").
bool is_case_number(std::string_view cell);

/// A day of a year in any order, in digits or words of three languages, with or without a time.
bool holds_exact_day(std::string_view cell);

/// One with more than three decimals, two of them, degrees and minutes, WKT, GeoJSON, a link to a map.
bool is_coordinate(std::string_view cell);

/// "Số nhà 12, đường ...", "thôn Nà Pàn", "Tổ 5", "12 Main Street", "幸福路12号".
bool is_address(std::string_view cell);

/// Digits of a text.
std::size_t digits_in(std::string_view text);

}  // namespace marchland::geo
