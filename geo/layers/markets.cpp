#include "geo/layers/markets.hpp"

#include "geo/files/layer_reader.hpp"
#include "geo/files/placing.hpp"
#include "geo/gate/shown.hpp"
#include "geo/layers/count_table.hpp"
#include "geo/layers/listed_column.hpp"

#include <map>

namespace marchland::geo {
namespace {

struct Row {
    std::size_t row = 0;
    std::string name;
    std::string kind;
    std::optional<Point> at;
    Recurring days;
};

Recurring days_of(LayerReader& reader, Field const* field, std::size_t row)
{
    auto const text = reader.text(field, row).value_or("");
    auto const days = Recurring::parse(text);
    if (!days) {
        reader.say(
            Severity::error, "bad-market-days", row, field->name,
            "the days of the market cannot be read; expected days of the week (\"sat;sun\"), "
            "\"daily\", or days of the lunar month (\"lunar 2;7;12\")",
            "correct the cell, or leave it empty where the days are not known");
    }
    return days.value_or(Recurring{});
}

std::map<std::string, Row> read_rows(LayerReader& reader, Crs const& working)
{
    std::map<std::string, Row> rows;
    auto const* const id = reader.required_field("id");
    if (id == nullptr) {
        return rows;
    }
    auto const* const name = reader.optional_field("name");
    ListedColumn kinds{reader,
                       reader.optional_field("kind"),
                       "market_kind",
                       {.severity = Severity::warning, .then = "; the kind stays unknown"}};
    auto const* const days = reader.optional_field("days");
    auto const points = placed_points(reader, working);
    for (std::size_t row = 0; row < reader.rows(); ++row) {
        auto const code = reader.text(id, row);
        if (!code) {
            reader.say(Severity::error, "id-missing", row, id->name, "the market has no id",
                       "give each market an id of its own");
            continue;
        }
        reader.label(row, *code);
        Row const read{row, reader.text(name, row).value_or(*code),
                       kinds.of(row).value_or("unknown"), points[row], days_of(reader, days, row)};
        if (!rows.emplace(*code, read).second) {
            reader.say(Severity::error, "duplicate-id", row, id->name,
                       "the id " + (may_be_shown(*code) ? *code : "of this row") +
                           " is already that of row " +
                           std::to_string(reader.table().row_number(rows[*code].row)),
                       "give each market an id of its own");
        }
    }
    return rows;
}

}  // namespace

Markets read_markets(LayerSource const& source, Crs const& working, Findings& findings)
{
    Markets markets;
    auto reader = LayerReader::open(source, findings);
    if (!reader || refuses_persons(*reader, {"id", "name"})) {
        return markets;
    }
    for (auto const& [id, row] : read_rows(*reader, working)) {
        if (!row.at) {
            reader->say(Severity::note, "no-coordinate", row.row, "",
                        "the place is not known: the market stays in the register, off the map",
                        "add its coordinates when they are known");
        }
        markets.id.push_back(id);
        markets.name.push_back(row.name);
        markets.kind.push_back(row.kind);
        markets.at.push_back(row.at);
        markets.days.push_back(row.days);
    }
    reader->finish();
    return markets;
}

}  // namespace marchland::geo
