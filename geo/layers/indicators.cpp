#include "geo/layers/indicators.hpp"

#include "geo/files/layer_reader.hpp"
#include "geo/gate/shown.hpp"
#include "geo/layers/commune_codes.hpp"
#include "geo/layers/count_table.hpp"
#include "geo/vocabulary/text.hpp"

#include <cmath>
#include <limits>

namespace marchland::geo {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// A figure, or nothing with a word about why.
double figure_of(LayerReader& reader, Field const* field, std::size_t row)
{
    auto const text = reader.text(field, row);
    if (!text || *text == ".." || *text == "-") {
        return nan;
    }
    auto const value = reader.number(field, row, Quantity::measure);
    if (!value || !std::isfinite(*value)) {
        reader.say(Severity::error, "bad-indicator", row, field->name,
                   "found " + without_names(*text) + "; expected a number",
                   "correct the figure, or leave the cell empty where it is not known");
        return nan;
    }
    return *value;
}

void say_missing(LayerReader& reader, Indicator const& indicator)
{
    std::size_t missing = 0;
    for (double const value : indicator.value) {
        missing += std::isnan(value) ? 1U : 0U;
    }
    if (missing > 0) {
        reader.say(Severity::warning, "indicator-missing",
                   std::to_string(missing) + " of " + std::to_string(indicator.value.size()) +
                       " communes have no figure for " + indicator.name +
                       "; the median stands in for them",
                   "add the figures, or leave the indicator out");
    }
}

}  // namespace

Indicator read_indicator(LayerSource const& source, Communes const& communes, Indicator indicator,
                         Findings& findings)
{
    indicator.value = PerCommune<double>{communes.size(), nan};
    auto reader = LayerReader::open(source, findings);
    if (!reader || refuses_columns(*reader, {"commune", "vintage", "value"}, "value")) {
        return indicator;
    }
    auto const* const commune = reader->required_field("commune");
    auto const* const value = reader->required_field("value");
    if (commune == nullptr || value == nullptr) {
        return indicator;
    }
    PerCommune<std::uint8_t> seen{communes.size()};
    for (std::size_t row = 0; row < reader->rows(); ++row) {
        auto const meant =
            commune_of(*reader, communes, commune, reader->optional_field("vintage"), row);
        if (!meant.sound || !meant.commune) {
            continue;
        }
        if (seen[*meant.commune]++ != 0) {
            reader->say(Severity::error, "doubled-row", row, commune->name,
                        communes.label(*meant.commune) + " has more than one figure",
                        "keep one row for each commune");
            continue;
        }
        indicator.value[*meant.commune] = figure_of(*reader, value, row);
    }
    say_missing(*reader, indicator);
    reader->finish();
    return indicator;
}

}  // namespace marchland::geo
