// How sure a source says it is, as a number. Private to geo.
#pragma once

#include "geo/vocabulary/text.hpp"

#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace marchland::geo {

/// 0 to 1, or low (0.3), medium (0.6), high (0.9); nothing for any other text.
inline std::optional<double> confidence_in(std::string_view text)
{
    constexpr std::array words{std::pair{std::string_view{"high"}, 0.9},
                               std::pair{std::string_view{"medium"}, 0.6},
                               std::pair{std::string_view{"low"}, 0.3}};
    auto const word = folded(text);
    for (auto const& [name, value] : words) {
        if (word == name) {
            return value;
        }
    }
    auto const value = number_in(text);
    return value && *value >= 0.0 && *value <= 1.0 ? value : std::nullopt;
}

}  // namespace marchland::geo
