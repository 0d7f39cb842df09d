#include "geo/layers/indicators.hpp"

#include "geo/files/layer_reader.hpp"
#include "geo/gate/shown.hpp"
#include "geo/layers/commune_codes.hpp"
#include "geo/layers/count_table.hpp"
#include "geo/vocabulary/text.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <utility>
#include <vector>

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

/// One figure for each commune: its own, or the mean of those of the former ones that it is made of.
class Means {
public:
    Means(LayerReader& reader, Communes const& communes, std::string field)
        : reader_{reader}, communes_{communes}, field_{std::move(field)}, figures_{communes.size()},
          own_{communes.size(), 0}
    {
    }

    /// False, and said, where a commune or a former one has a figure already.
    bool takes(Meant const& meant, std::size_t row)
    {
        bool doubled = !meant.former.empty() && !formers_.insert(meant.former + meant.day).second;
        for (auto const& part : meant.parts) {
            if (meant.former.empty() && part.commune) {
                doubled = doubled || own_[*part.commune]++ != 0 || !figures_[*part.commune].empty();
            } else if (part.commune) {
                doubled = doubled || own_[*part.commune] != 0;
            }
        }
        if (doubled) {
            auto const& first = meant.parts.front().commune;
            reader_.say(Severity::error, "doubled-row", row, field_,
                        (first ? communes_.label(*first) : meant.former) +
                            " has more than one figure",
                        "keep one row for each commune");
        }
        return !doubled;
    }

    void add(PartOf const& part, double figure, double weight)
    {
        if (part.commune && !std::isnan(figure)) {
            figures_[*part.commune].emplace_back(weight, figure);
        }
    }

    PerCommune<double> values()
    {
        PerCommune<double> values{figures_.size(), nan};
        for (auto const id : values.ids()) {
            std::ranges::sort(figures_[id]);  // the sum must not depend on the order of the rows
            double sum = 0.0;
            double weights = 0.0;
            for (auto const& [weight, figure] : figures_[id]) {
                sum += weight * figure;
                weights += weight;
            }
            if (weights > 0.0) {
                values[id] = figures_[id].size() == 1 ? figures_[id].front().second : sum / weights;
            }
        }
        return values;
    }

private:
    LayerReader& reader_;
    Communes const& communes_;
    std::string field_;
    PerCommune<std::vector<std::pair<double, double>>> figures_;  ///< weight, figure
    PerCommune<std::uint8_t> own_;  ///< 1: has a row under its present code
    std::set<std::string> formers_;
};

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
    if (!reader || refuses_columns(*reader, {"commune", "value"}, "value", {}, &communes.names)) {
        return indicator;
    }
    auto const* const commune = reader->required_field("commune");
    auto const* const value = reader->required_field("value");
    if (commune == nullptr || value == nullptr) {
        return indicator;
    }
    auto fields = CommuneFields::of(*reader, commune);
    fields.as_of = indicator.as_of;
    CommuneColumn places{*reader, communes, std::move(fields), Carried::means};
    Means means{*reader, communes, commune->name};
    for (std::size_t row = 0; row < reader->rows(); ++row) {
        auto const meant = places.of(row);
        if (meant.sound && !meant.parts.empty() && means.takes(meant, row)) {
            double const figure = figure_of(*reader, value, row);
            for (auto const& part : meant.parts) {
                means.add(part, figure, places.weight(meant, part));
            }
        }
    }
    places.finish();
    indicator.value = means.values();
    say_missing(*reader, indicator);
    reader->finish();
    return indicator;
}

}  // namespace marchland::geo
