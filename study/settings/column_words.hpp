// What offices, censuses and survey tools call the columns that a layer knows. Private to the room.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace marchland::study {

/// A header as it is compared: without case, marks, blanks, separators, a unit in brackets, and the group before
/// a slash ("Mã xã" = ma_xa = "MAXA"; "survey/ma_xa" = ma_xa).
std::string header_key(std::string_view header);

/// Columns of a section, in the order of the contract.
struct ColumnWords {
    std::string_view section;
    std::string_view column;  ///< contract name
    std::string_view words;   ///< other names, the likeliest first, between bars
};
std::span<ColumnWords const> column_words();

/// The likeliest of some headers for a column; nothing where none fits.
std::optional<std::size_t> likely_header(std::span<std::string const> headers,
                                         ColumnWords const& column);

}  // namespace marchland::study
