/// \file number_style.hpp
/// How a column writes its numbers: 2240, 2.240, 2,240 or 2 240; 12.5 or 12,5.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace marchland::geo {

/// What a column is about, which settles what its dots and commas can mean.
enum class Quantity : std::uint8_t {
    whole,    ///< people, persons: 2.240 cannot be two and a bit
    amount,   ///< hours, visits: hardly ever with three decimals
    measure,  ///< shares, scores, degrees: 2.240 is what it says
};

struct NumberStyle {
    char decimal = '.';
    char group =
        '\0';  ///< between groups of three digits; none: '\0'. Blanks may always stand there.

    bool judged = false;   ///< the cells alone would allow another one: people should look
    bool unclear = false;  ///< the cells contradict each other
};

/// The one style that fits all cells; those that are no numbers are passed over.
NumberStyle number_style(std::span<std::string const> cells, Quantity quantity);

/// A finite number written so; nothing for any other text.
std::optional<double> number_in(std::string_view text, NumberStyle const& style);

/// \namespace marchland::geo
/// \par Example
/// \code
/// std::vector<std::string> const cells{"840", "2.240", "1.120"};
/// auto const style = geo::number_style(cells, geo::Quantity::whole);
/// assert(style.group == '.' && geo::number_in("2.240", style) == 2240.0);
/// assert(geo::number_in("0,75", {.decimal = ','}) == 0.75);
/// \endcode

}  // namespace marchland::geo
