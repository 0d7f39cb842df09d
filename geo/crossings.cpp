#include "geo/crossings.hpp"

#include "geo/layer_reader.hpp"
#include "geo/period.hpp"
#include "geo/placing.hpp"
#include "geo/text.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <map>

namespace marchland::geo {
namespace {

struct ClassName {
    std::string_view name;
    CrossingClass klass;
};
/// Contract names first, then what registers and OpenStreetMap say.
constexpr std::array class_names{
    ClassName{"international", CrossingClass::international},
    ClassName{"main", CrossingClass::main},
    ClassName{"auxiliary", CrossingClass::auxiliary},
    ClassName{"clearance_lane", CrossingClass::clearance_lane},
    ClassName{"opening", CrossingClass::opening},
    ClassName{"rail", CrossingClass::rail},
    ClassName{"ford", CrossingClass::ford},
    ClassName{"informal", CrossingClass::informal},
    ClassName{"unknown", CrossingClass::unknown},
    ClassName{"international_rail", CrossingClass::rail},
    ClassName{"main_bilateral", CrossingClass::main},
    ClassName{"bilateral", CrossingClass::main},
    ClassName{"national", CrossingClass::main},
    ClassName{"provincial", CrossingClass::auxiliary},
    ClassName{"clearance_lane_of_international", CrossingClass::clearance_lane},
    ClassName{"clearance_lane_of_bilateral", CrossingClass::clearance_lane},
    ClassName{"quoc te", CrossingClass::international},
    ClassName{"quoc gia", CrossingClass::main},
    ClassName{"chinh", CrossingClass::main},
    ClassName{"tinh", CrossingClass::auxiliary},
    ClassName{"phu", CrossingClass::auxiliary},
    ClassName{"loi mo", CrossingClass::opening},
    ClassName{"path", CrossingClass::informal},
    ClassName{"track", CrossingClass::informal},
    ClassName{"trail", CrossingClass::informal},
    ClassName{"unofficial", CrossingClass::informal},
    ClassName{"illegal", CrossingClass::informal},
    ClassName{"loi mon", CrossingClass::informal},
    ClassName{"duong mon", CrossingClass::informal},
    ClassName{"duong tieu ngach", CrossingClass::informal},
    ClassName{"khong chinh thuc", CrossingClass::informal}};

constexpr std::array status_names{std::string_view{"open"}, std::string_view{"closed"},
                                  std::string_view{"unknown"}};

struct Row {
    std::size_t row = 0;
    std::string id;
    std::string name;
    CrossingClass klass = CrossingClass::unknown;
    CrossingStatus status = CrossingStatus::unknown;
    std::string from;  ///< empty: always
    std::string to;    ///< empty: until further notice
    std::optional<Point> at;
    double accuracy_m = std::numeric_limits<double>::quiet_NaN();

    bool valid_on(std::string const& day) const
    {
        return (from.empty() || from <= day) && (to.empty() || day <= to);
    }
};

CrossingClass class_of(LayerReader& reader, Field const* field, std::size_t row)
{
    auto const text = reader.text(field, row);
    if (!text) {
        return CrossingClass::unknown;
    }
    auto const* const found =
        std::ranges::find(class_names, std::string_view{folded(*text)}, &ClassName::name);
    if (found == class_names.end()) {
        reader.say(Severity::warning, "unknown-class", row, field->name,
                   "found the class \"" + *text +
                       "\", expected international, main, auxiliary, clearance_lane, opening, rail, "
                       "ford or informal; taken as informal, so that nothing is shown that must not be",
                   "use one of these words");
        return CrossingClass::informal;
    }
    return found->klass;
}

CrossingStatus status_of(LayerReader& reader, Field const* field, std::size_t row)
{
    auto const text = reader.text(field, row);
    if (!text) {
        return CrossingStatus::unknown;
    }
    auto const word = folded(*text);
    for (std::size_t i = 0; i < status_names.size(); ++i) {
        if (word.starts_with(status_names[i])) {
            return static_cast<CrossingStatus>(i);
        }
    }
    reader.say(Severity::note, "unknown-status", row, field->name,
               "found the status \"" + *text + "\", expected open or closed; taken as unknown", "");
    return CrossingStatus::unknown;
}

std::string day_of(LayerReader& reader, Field const* field, std::size_t row)
{
    auto const text = reader.text(field, row).value_or("");
    if (!text.empty() && !is_day(text)) {
        reader.say(Severity::error, "bad-date", row, field->name,
                   "found \"" + text + "\", expected a day like 2024-05-27", "correct the date");
        return {};
    }
    return text;
}

/// The row of one crossing that holds on a day; says what contradicts.
Row const& row_of_day(LayerReader& reader, std::vector<Row> const& history, std::string const& day)
{
    Row const* chosen = nullptr;
    for (auto const& row : history) {
        if (!row.valid_on(day)) {
            continue;
        }
        if (chosen != nullptr) {
            reader.say(Severity::error, "overlapping-history", row.row, "valid_from",
                       "two rows hold on " + day + " (also row " + std::to_string(chosen->row + 1) +
                           "); expected one class and status a day",
                       "end one row the day before the other begins");
        }
        chosen = &row;
    }
    return chosen != nullptr ? *chosen : history.back();
}

std::vector<Row> read_rows(LayerReader& reader, Crs const& working)
{
    auto const* const id = reader.required_field("id");
    if (id == nullptr) {
        return {};
    }
    auto const* const name = reader.optional_field("name");
    auto const* const klass = reader.optional_field("class");
    auto const* const status = reader.optional_field("status");
    auto const* const from = reader.optional_field("valid_from");
    auto const* const to = reader.optional_field("valid_to");
    auto const* const accuracy = reader.optional_field("accuracy_m");
    auto const points = placed_points(reader, working);
    std::vector<Row> rows;
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
                        .klass = class_of(reader, klass, row),
                        .status = status_of(reader, status, row),
                        .from = day_of(reader, from, row),
                        .to = day_of(reader, to, row),
                        .at = points[row]});
        if (auto const metres = number_in(reader.text(accuracy, row).value_or(""))) {
            rows.back().accuracy_m = *metres;
        }
    }
    return rows;
}

void add(Crossings& crossings, Row const& row, bool holds)
{
    crossings.id.push_back(row.id);
    crossings.name.push_back(row.name);
    crossings.klass.push_back(row.klass);
    crossings.status.push_back(holds ? row.status : CrossingStatus::closed);
    crossings.at.push_back(row.at);
    crossings.accuracy_m.push_back(row.accuracy_m);
}

}  // namespace

std::string_view name_of(CrossingClass klass)
{
    return class_names.at(static_cast<std::size_t>(klass)).name;
}

std::string_view name_of(CrossingStatus status)
{
    return status_names.at(static_cast<std::size_t>(status));
}

Crossings read_crossings(LayerSource const& source, Crs const& working, std::string const& day,
                         Findings& findings)
{
    Crossings crossings;
    auto reader = LayerReader::open(source, findings);
    if (!reader) {
        return crossings;
    }
    std::map<std::string, std::vector<Row>> histories;
    for (auto& row : read_rows(*reader, working)) {
        histories[row.id].push_back(std::move(row));
    }
    for (auto const& [id, history] : histories) {
        auto const& row = row_of_day(*reader, history, day);
        bool const holds = row.valid_on(day);
        if (!holds) {
            reader->say(Severity::note, "not-in-force", row.row, "valid_from",
                        "no row of this crossing holds on " + day + "; taken as closed", "");
        }
        if (!row.at) {
            reader->say(Severity::note, "no-coordinate", row.row, "",
                        "the place is not known: the crossing stays in the register, off the map and "
                        "out of the routes",
                        "add its coordinates when they are known, with accuracy_m");
        }
        add(crossings, row, holds);
    }
    reader->finish();
    return crossings;
}

}  // namespace marchland::geo
