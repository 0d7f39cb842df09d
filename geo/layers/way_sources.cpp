#include "geo/layers/way_sources.hpp"

#include "geo/gate/shown.hpp"
#include "geo/gate/word_lists.hpp"
#include "geo/layers/confidence.hpp"
#include "geo/vocabulary/period.hpp"
#include "geo/vocabulary/text.hpp"

#include <algorithm>
#include <array>

namespace marchland::geo {
namespace {

constexpr std::array sensitivity_names{std::string_view{"public"}, std::string_view{"partner"},
                                       std::string_view{"restricted"}};

/// A column of that name; OpenStreetMap has none of these, and its tag "source" means something
/// else.
Field const* column_of(LayerReader& reader, char const* name)
{
    return reader.table().openstreetmap ? nullptr : reader.optional_field(name);
}

std::string layer_name(LayerReader& reader)
{
    auto const& table = reader.table();
    return reader.source().table.empty() ? table.file : table.file + ", " + table.layer;
}

}  // namespace

std::string_view name_of(Sensitivity sensitivity)
{
    return sensitivity_names.at(static_cast<std::size_t>(sensitivity));
}

WaySources::WaySources(LayerReader& reader, WayKind kind)
    : reader_{reader}, kind_{kind}, source_{column_of(reader, "source")},
      as_of_{column_of(reader, "as_of")}, licence_{column_of(reader, "licence")},
      confidence_{column_of(reader, "confidence")}, sensitivity_{column_of(reader, "sensitivity")}
{
}

std::optional<std::string> WaySources::cell(Field const* field, char const* key, std::size_t row)
{
    if (auto const text = reader_.text(field, row)) {
        return text;
    }
    auto const& stated = reader_.source().stated;
    auto const found = stated.find(key);
    return found == stated.end() ? std::nullopt : std::optional{found->second};
}

std::optional<double> WaySources::confidence_of(std::optional<std::string> const& text,
                                                std::size_t row)
{
    if (!text) {
        return std::nullopt;
    }
    if (auto const value = confidence_in(*text)) {
        return value;
    }
    reader_.say(Severity::warning, "bad-confidence", row,
                confidence_ != nullptr ? confidence_->name : "",
                "found the confidence " + without_names(*text, CellOf::places) +
                    ", expected 0 to 1, or low, medium or high; taken as not "
                    "stated",
                "correct it");
    return std::nullopt;
}

Sensitivity WaySources::sensitivity_of(std::optional<std::string> const& text, std::size_t row)
{
    auto const usual = kind_ == WayKind::path ? Sensitivity::restricted : Sensitivity::open;
    if (!text) {
        return usual;
    }
    auto const value = listed_value("sensitivity", *text, reader_.source().words).value_or("");
    auto const* const found = std::ranges::find(sensitivity_names, std::string_view{value});
    if (found != sensitivity_names.end()) {
        return static_cast<Sensitivity>(found - sensitivity_names.begin());
    }
    // What nobody understands is kept back.
    reader_.say(Severity::warning, "bad-sensitivity", row,
                sensitivity_ != nullptr ? sensitivity_->name : "",
                "found the sensitivity " + without_names(*text, CellOf::places) +
                    ", expected public, partner or restricted; taken as "
                    "restricted",
                "correct it");
    return Sensitivity::restricted;
}

std::string WaySources::day_of(std::optional<std::string> const& text, std::size_t row)
{
    if (text && !is_day(*text)) {
        reader_.say(Severity::warning, "bad-date", row, as_of_ != nullptr ? as_of_->name : "",
                    "found the date " + without_names(*text, CellOf::places) +
                        ", expected a day like 2025-07-01; taken as not stated",
                    "correct it");
        return "";
    }
    return text.value_or("");
}

std::uint32_t WaySources::of(std::size_t row)
{
    Provenance made;
    made.source = cell(source_, "source", row).value_or(layer_name(reader_));
    made.as_of = day_of(cell(as_of_, "as_of", row), row);
    made.licence = cell(licence_, "licence", row).value_or("");
    made.confidence = confidence_of(cell(confidence_, "confidence", row), row);
    made.sensitivity = sensitivity_of(cell(sensitivity_, "sensitivity", row), row);
    auto const key = made.source + '\n' + made.as_of + '\n' + made.licence + '\n' +
                     (made.confidence ? shortest(*made.confidence) : "") + '\n' +
                     std::string{name_of(made.sensitivity)};
    auto const [at, is_new] = number_.emplace(key, static_cast<std::uint32_t>(all_.size()));
    if (is_new) {
        all_.push_back(std::move(made));
    }
    return at->second;
}

}  // namespace marchland::geo
