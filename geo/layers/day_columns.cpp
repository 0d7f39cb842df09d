#include "geo/layers/day_columns.hpp"

#include "geo/gate/shown.hpp"

namespace marchland::geo {

std::optional<Days> days_in(LayerReader& reader, Field const* field, std::size_t row)
{
    auto const text = field == nullptr ? std::nullopt : reader.text(field, row);
    if (!text) {
        return std::nullopt;
    }
    auto const days = parse_days(*text);
    if (!days) {
        reader.say(Severity::error, "bad-date", row, field->name,
                   "found " + without_names(*text) +
                       ", expected a day 2025-11-20, a month 2025-11 or a quarter 2025-Q4",
                   "correct the date, or leave the cell empty where it is not known");
    }
    return days;
}

DatedColumns::DatedColumns(LayerReader& reader)
    : reader_{reader}, as_of_{reader.optional_field("as_of")}, expires_{
                                                                   reader.optional_field("expires")}
{
    auto const& stated = reader.source().stated;
    if (auto const found = stated.find("as_of"); found != stated.end()) {
        stated_ = parse_day(found->second);
    }
}

Dated DatedColumns::of(std::size_t row)
{
    auto const as_of = days_in(reader_, as_of_, row);
    auto const expires = days_in(reader_, expires_, row);
    return {as_of ? std::optional{as_of->to} : stated_,
            expires ? std::optional{expires->to} : std::nullopt};
}

}  // namespace marchland::geo
