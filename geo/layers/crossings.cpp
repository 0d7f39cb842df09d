#include "geo/layers/crossings.hpp"

#include "geo/files/layer_reader.hpp"
#include "geo/files/placing.hpp"
#include "geo/gate/shown.hpp"
#include "geo/gate/word_lists.hpp"
#include "geo/layers/confidence.hpp"
#include "geo/layers/count_table.hpp"
#include "geo/layers/crossing_history.hpp"
#include "geo/layers/crossing_status.hpp"
#include "geo/layers/listed_column.hpp"
#include "geo/vocabulary/period.hpp"
#include "geo/vocabulary/text.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace marchland::geo {
namespace {

/// The values of the list crossing_class in the order of the enumeration.
constexpr std::array class_names{
    std::string_view{"international"},  std::string_view{"main"},     std::string_view{"auxiliary"},
    std::string_view{"clearance_lane"}, std::string_view{"opening"},  std::string_view{"rail"},
    std::string_view{"ford"},           std::string_view{"informal"}, std::string_view{"unknown"}};

constexpr std::array status_names{std::string_view{"open"}, std::string_view{"closed"},
                                  std::string_view{"unknown"}};

CrossingClass class_of(ListedColumn& classes, std::size_t row)
{
    if (classes.empty(row)) {
        return CrossingClass::unknown;
    }
    auto const value = classes.of(row);
    auto const* const found =
        value ? std::ranges::find(class_names, std::string_view{*value}) : class_names.end();
    return found == class_names.end() ? CrossingClass::informal
                                      : static_cast<CrossingClass>(found - class_names.begin());
}

std::string day_of(LayerReader& reader, Field const* field, std::size_t row)
{
    auto const text = reader.text(field, row).value_or("");
    if (!text.empty() && !is_day(text)) {
        reader.say(Severity::error, "bad-date", row, field->name,
                   "found " + without_names(text, CellOf::places) +
                       ", expected a day like 2024-05-27",
                   "correct the date");
        return {};
    }
    return text;
}

/// Nothing where the text is not what is expected; said, and taken as not known.
std::string hours_of(LayerReader& reader, Field const* field, std::size_t row)
{
    auto const text = reader.text(field, row).value_or("");
    if (!text.empty() && !are_hours(text)) {
        reader.say(Severity::warning, "bad-hours", row, field->name,
                   "found the hours " + without_names(text, CellOf::places) +
                       ", expected 07:00-18:00, several with ; between; taken as not known",
                   "correct them, or leave the cell empty");
        return {};
    }
    return text;
}

std::string season_of(LayerReader& reader, Field const* field, std::size_t row)
{
    auto const text = reader.text(field, row).value_or("");
    auto const season = listed_value("season", text, reader.source().words);
    if (text.empty() || season) {
        return season.value_or("");
    }
    reader.say(Severity::warning, "bad-season", row, field->name,
               "found the season " + without_names(text, CellOf::places) +
                   ", expected dry or wet; taken as not known",
               "use one of these words, or leave the cell empty for all year");
    return {};
}

/// Registers go on: "high (existence); low (point)" is high.
std::optional<double> certainty_of(LayerReader& reader, Field const* field, std::size_t row)
{
    auto const text = reader.text(field, row);
    auto const value =
        text ? confidence_in(text->substr(0, text->find_first_of(" (;,"))) : std::nullopt;
    if (text && !value) {
        reader.say(Severity::warning, "bad-certainty", row, field->name,
                   "found the certainty " + without_names(*text, CellOf::places) +
                       ", expected 0 to 1, or low, medium or high; taken as not stated",
                   "correct it");
    }
    return value;
}

/// The columns of CrossingDetail.
class DetailColumns {
public:
    explicit DetailColumns(LayerReader& reader)
        : reader_{reader}, name_other_{reader.optional_field("name_other")},
          code_other_{reader.optional_field("code_other")}, hours_{reader.optional_field("hours")},
          season_{reader.optional_field("season")}, source_{reader.optional_field("source")},
          certainty_{reader.optional_field("certainty")}
    {
    }

    CrossingDetail of(std::size_t row)
    {
        CrossingDetail detail;
        detail.name_other = reader_.text(name_other_, row).value_or("");
        detail.code_other = reader_.text(code_other_, row).value_or("");
        detail.hours = hours_of(reader_, hours_, row);
        detail.season = season_of(reader_, season_, row);
        detail.source = reader_.text(source_, row).value_or("");
        detail.certainty = certainty_of(reader_, certainty_, row);
        return detail;
    }

private:
    LayerReader& reader_;
    Field const* name_other_;
    Field const* code_other_;
    Field const* hours_;
    Field const* season_;
    Field const* source_;
    Field const* certainty_;
};

std::vector<CrossingEntry> read_rows(LayerReader& reader, Crs const& working)
{
    auto const* const id = reader.required_field("id");
    if (id == nullptr) {
        return {};
    }
    auto const* const name = reader.optional_field("name");
    ListedColumn classes{reader,
                         reader.optional_field("class"),
                         "crossing_class",
                         {.severity = Severity::warning,
                          .rule = "unknown-class",
                          .then = "; treated as informal, so that it is never shown on a map"}};
    StatusColumn statuses{reader};
    auto const* const from = reader.optional_field("valid_from");
    auto const* const to = reader.optional_field("valid_to");
    auto const* const accuracy = reader.optional_field("accuracy_m");
    DetailColumns details{reader};
    auto const points = placed_points(reader, working);
    std::vector<CrossingEntry> rows;
    for (std::size_t row = 0; row < reader.rows(); ++row) {
        auto const code = reader.text(id, row);
        if (!code) {
            reader.say(Severity::error, "id-missing", row, id->name, "the crossing has no id",
                       "give each crossing an id of its own");
            continue;
        }
        reader.label(row, *code);
        rows.push_back({.row = row,
                        .id = *code,
                        .name = reader.text(name, row).value_or(*code),
                        .klass = class_of(classes, row),
                        .status = statuses.of(row),
                        .from = day_of(reader, from, row),
                        .to = day_of(reader, to, row),
                        .at = points[row],
                        .detail = details.of(row)});
        if (auto const metres = reader.number(accuracy, row, Quantity::amount)) {
            rows.back().accuracy_m = *metres;
        } else if (reader.text(accuracy, row)) {
            reader.say(Severity::warning, "bad-accuracy", row, accuracy->name,
                       "the accuracy is no number of metres; taken as not stated",
                       "write metres, e.g. 250");
        }
    }
    return rows;
}

/// Hours and minutes of "07:30"; midnight at the end of a day is 24:00.
bool is_time(std::string_view text)
{
    auto const digit = [text](std::size_t i) { return text[i] >= '0' && text[i] <= '9'; };
    return text.size() == 5 && text[2] == ':' && digit(0) && digit(1) && digit(3) && digit(4) &&
           (text < "24:00" || text == "24:00") && text[3] < '6';
}

/// Another row of the history may know the place.
void place(CrossingEntry& entry, std::vector<CrossingEntry> const& history)
{
    for (auto const& other : history) {
        if (!entry.at && other.at) {
            entry.at = other.at;
            entry.accuracy_m = other.accuracy_m;
        }
    }
}

void add(Crossings& crossings, CrossingEntry const& entry)
{
    crossings.id.push_back(entry.id);
    crossings.name.push_back(entry.name);
    crossings.klass.push_back(entry.klass);
    crossings.status.push_back(entry.status);
    crossings.at.push_back(entry.at);
    crossings.accuracy_m.push_back(entry.accuracy_m);
    crossings.details.push_back(entry.detail);
}

}  // namespace

std::string_view name_of(CrossingClass klass)
{
    return class_names.at(static_cast<std::size_t>(klass));
}

std::string_view name_of(CrossingStatus status)
{
    return status_names.at(static_cast<std::size_t>(status));
}

bool are_hours(std::string_view text)
{
    while (true) {
        auto const end = std::min(text.find(';'), text.size());
        auto const span = trimmed(text.substr(0, end));
        if (span.size() != 11 || span[5] != '-' || !is_time(span.substr(0, 5)) ||
            !is_time(span.substr(6)) || span.substr(0, 5) == span.substr(6)) {
            return false;
        }
        if (end == text.size()) {
            return true;
        }
        text.remove_prefix(end + 1);
    }
}

Crossings read_crossings(LayerSource const& source, Crs const& working, std::string const& day,
                         Findings& findings)
{
    Crossings crossings;
    auto reader = LayerReader::open(source, findings);
    if (!reader || refuses_persons(*reader, {"id", "name", "name_other", "code_other", "source"})) {
        return crossings;
    }
    std::map<std::string, std::vector<CrossingEntry>> histories;
    for (auto& row : read_rows(*reader, working)) {
        histories[row.id].push_back(std::move(row));
    }
    for (auto& [id, history] : histories) {
        order_history(*reader, history);
        auto entry = entry_of_day(*reader, history, day);
        place(entry, history);
        if (!entry.at) {
            reader->say(
                Severity::note, "no-coordinate", entry.row, "",
                "the place is not known: the crossing stays in the register, off the map and "
                "out of the routes",
                "add its coordinates when they are known, with accuracy_m");
        }
        entry.detail.history = told_history(history);
        add(crossings, entry);
    }
    reader->finish();
    return crossings;
}

}  // namespace marchland::geo
