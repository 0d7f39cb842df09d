#include "geo/layers/counted_cell.hpp"

#include "geo/gate/shown.hpp"
#include "geo/vocabulary/text.hpp"

#include <algorithm>
#include <cmath>

namespace marchland::geo {
namespace {

/// `<5` hides 0 to 4 persons: the middle.
constexpr double middle_of_hidden = 2.0;

/// No row counts more persons than a large commune holds; beyond it a code or a year slid into the column.
constexpr double most_counted = 100000.0;

}  // namespace

bool is_nothing(std::string const& text)
{
    return text == ".." || text == "." || text == "-" || text == "..." || folded(text) == "n/a" ||
           folded(text) == "suppressed";
}

std::optional<Counted> count_of(LayerReader& reader, Field const* field, std::size_t row)
{
    auto const text = reader.text(field, row);
    if (!text || is_nothing(*text)) {
        reader.say(Severity::warning, "count-missing", row, field->name,
                   text ? "found " + without_names(*text) +
                              ": no information, so the row counts nothing"
                        : "the cell is empty: no information, so the row counts nothing",
                   "write 0 where nobody was detected");
        return std::nullopt;
    }
    if (text->starts_with("<")) {
        auto const below =
            number_in(text->substr(1), reader.number_style_of(*field, Quantity::whole));
        if (below && *below > 0.0 && *below <= 20.0) {
            reader.say(Severity::warning, "count-hidden", row, field->name,
                       "found " + without_names(*text) +
                           ": a hidden small count, taken as the middle of its range",
                       "use the exact counts inside your agency");
            double const most = std::ceil(*below) - 1.0;
            return Counted{std::min(middle_of_hidden, std::floor(most / 2.0)), true, most};
        }
    }
    auto const value = reader.number(field, row, Quantity::whole);
    if (!value || *value < 0.0 || *value != std::floor(*value) || *value > most_counted) {
        std::string const what = !value         ? "which is not a number"
                                 : *value < 0.0 ? "which is negative"
                                 : *value > most_counted
                                     ? "which is more than can be detected in one commune"
                                     : "which is not whole";
        reader.say(Severity::error, "bad-count", row, field->name,
                   "found " + without_names(*text) + ", " + what + "; expected 0, 1, 2, ...",
                   "correct the count");
        return std::nullopt;
    }
    return Counted{*value, false};
}

}  // namespace marchland::geo
