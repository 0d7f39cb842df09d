// Lines of a layer of ways that nobody walks or drives along: of which kind they are. Private to geo.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace marchland::geo {

enum class NotAWay : std::uint8_t {
    railway,
    industrial_railway,  ///< sidings, spurs and yards too
    planned,
    under_construction,
    out_of_use,
    race_track,
    no_highway  ///< of OpenStreetMap: rivers, fences
};
inline constexpr std::size_t not_way_kinds = 7;

/// Told behind a number: "12 railways".
std::string_view plural_of(NotAWay kind);

/// What the word of a class says, e.g. "main_line"; nothing: it may be a way.
/// \param word  without capitals and marks (folded).
std::optional<NotAWay> not_a_way_of_class(std::string_view word);

/// The same of the word of a status, e.g. "under_construction".
std::optional<NotAWay> not_a_way_of_status(std::string_view word);

/// Whether the word of a status says that a way is in use, e.g. "open", or that nobody knows.
bool is_in_use(std::string_view word);

}  // namespace marchland::geo
