#include "geo/layers/communes.hpp"

#include "geo/files/layer_reader.hpp"
#include "geo/files/placing.hpp"
#include "geo/gate/shown.hpp"
#include "geo/layers/count_table.hpp"
#include "geo/shapes/validity.hpp"
#include "geo/vocabulary/numbers.hpp"
#include "geo/vocabulary/parallel.hpp"
#include "geo/vocabulary/text.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace marchland::geo {
namespace {

struct Row {
    std::size_t row = 0;
    std::string code;
    std::string name;
    double population = unknown;
    double at_risk = unknown;
    std::string district;
    std::string province;
    Area shape;
};

struct Fields {
    Field const* code;
    Field const* name;
    Field const* population;
    Field const* at_risk;
    Field const* district;
    Field const* province;
};

/// A count of people; NaN where there is none, with the reason said.
double people(LayerReader& reader, Field const* field, std::size_t row)
{
    auto const text = reader.text(field, row);
    if (!text) {
        reader.say(Severity::warning, "population-missing", row, field->name,
                   "there is no figure; rates and ranks of this commune stay unknown",
                   "fill in the census or register figure");
        return unknown;
    }
    auto const value = reader.number(field, row, Quantity::whole);
    if (!value) {
        reader.say(Severity::warning, "population-text", row, field->name,
                   "found " + without_names(*text, CellOf::places) +
                       ", expected a number; rates and ranks of this commune stay unknown",
                   "fill in the figure without separators, e.g. 10416");
        return unknown;
    }
    if (*value < 0.0) {
        reader.say(Severity::error, "population-negative", row, field->name,
                   "found " + without_names(*text, CellOf::places) + ", expected 0 or more",
                   "correct the figure");
        return unknown;
    }
    if (*value == 0.0) {
        reader.say(Severity::warning, "population-zero", row, field->name,
                   "found 0; no rate can be given for this commune",
                   "check the figure: 0 often stands for \"not known\"");
    }
    return *value;
}

/// Codes that a spreadsheet has turned into numbers have lost their leading zero.
void judge_code_kind(LayerReader& reader, Field const* code)
{
    if (code->kind == FieldKind::integer || code->kind == FieldKind::real) {
        reader.say(
            Severity::error, "code-as-number", 0, code->name,
            "the codes are stored as numbers, so leading zeros are lost (06184 becomes 6184); "
            "expected text",
            "format the column as text, fill in the codes again and export once more");
    }
}

std::optional<Row> read_row(LayerReader& reader, Fields const& fields, std::size_t row)
{
    auto const code = reader.text(fields.code, row);
    if (!code) {
        reader.say(Severity::error, "code-missing", row, fields.code->name,
                   "the commune has no code; expected e.g. 06184", "fill in the official code");
        return std::nullopt;
    }
    reader.label(row, *code);
    Row read{.row = row, .code = *code, .name = reader.text(fields.name, row).value_or(*code)};
    if (fields.population != nullptr) {
        read.population = people(reader, fields.population, row);
    }
    read.at_risk = fields.at_risk == nullptr || fields.at_risk == fields.population
                       ? read.population
                       : people(reader, fields.at_risk, row);
    read.district = reader.text(fields.district, row).value_or("");
    read.province = reader.text(fields.province, row).value_or("");
    auto& shape = reader.table().shapes[row];
    if (auto* const area = std::get_if<Area>(&shape)) {
        read.shape = std::move(*area);
    } else if (std::holds_alternative<NoShape>(shape)) {
        reader.say(Severity::warning, "shape-missing", row, "",
                   "the commune has no shape: it stays in the tables, off the map and without "
                   "neighbours",
                   "add its polygon");
    } else {
        reader.say(
            Severity::error, "not-a-polygon", row, "",
            "the shape is not a polygon; expected one polygon or multipolygon for each commune",
            "take the layer of areas, not that of points or lines");
    }
    return read;
}

void mend_shapes(LayerReader& reader, std::vector<Row>& rows)
{
    std::vector<std::optional<std::string>> defects(rows.size());
    for_each_index(rows.size(), std::max(1U, std::thread::hardware_concurrency()),
                   [&](std::size_t i) {
                       if (!rows[i].shape.empty()) {
                           defects[i] = defect_of(rows[i].shape);
                       }
                   });
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!defects[i]) {
            continue;
        }
        rows[i].shape = mended(rows[i].shape);
        if (rows[i].shape.empty()) {
            reader.say(Severity::warning, "shape-empty", rows[i].row, "",
                       "the polygon encloses nothing (" + *defects[i] +
                           "): the commune stays in the tables, off the map and without neighbours",
                       "draw it again");
        } else {
            reader.say(Severity::warning, "shape-mended", rows[i].row, "",
                       "the polygon is not valid (" + *defects[i] + "); it was mended",
                       "look at the place and correct the source");
        }
    }
}

void refuse_duplicates(LayerReader& reader, std::string const& field, std::vector<Row>& rows)
{
    std::ranges::stable_sort(rows, {}, &Row::code);
    std::vector<Row> unique;
    for (auto& row : rows) {
        if (!unique.empty() && unique.back().code == row.code) {
            reader.say(Severity::error, "duplicate-code", row.row, field,
                       "the code " + row.code + " is already that of row " +
                           std::to_string(reader.table().row_number(unique.back().row)) +
                           "; expected one row a commune",
                       "merge the parts of one commune into one multipolygon, or correct the code");
            continue;
        }
        unique.push_back(std::move(row));
    }
    rows = std::move(unique);
}

Communes tabled(std::vector<Row>& rows, Crs const& crs, std::string const& vintage)
{
    Communes communes;
    communes.crs = crs;
    communes.vintage = vintage;
    for (auto& row : rows) {
        communes.by_code.emplace(row.code, static_cast<CommuneId>(communes.size()));
        communes.code.push_back(row.code);
        communes.name.push_back(row.name);
        communes.population.push_back(row.population);
        communes.at_risk.push_back(row.at_risk);
        communes.district.push_back(row.district);
        communes.province.push_back(row.province);
        communes.centre.push_back(row.shape.empty() ? Point{} : point_inside(row.shape));
        communes.shape.push_back(std::move(row.shape));
    }
    return communes;
}

/// The system to work in, with the shapes brought to it; nothing where they cannot be placed.
std::optional<Crs> placed(LayerReader& reader, std::optional<Crs> const& working, Job const& job)
{
    if (!reader.table().spatial()) {
        reader.say(Severity::error, "not-spatial",
                   "the layer has no shapes; expected polygons of the communes",
                   "give the file with the boundaries, and join the figures to it by code");
        return std::nullopt;
    }
    auto const declared = layer_crs(reader);
    auto const lon_lat = declared ? believable_box(reader, *declared) : std::nullopt;
    if (!lon_lat) {
        return std::nullopt;
    }
    auto const target = working ? *working : lon_lat->empty() ? *declared : fitting_crs(*lon_lat);
    return move_shapes(reader, *declared, target, job) ? std::optional{target} : std::nullopt;
}

}  // namespace

std::optional<CommuneId> Communes::find(std::string_view wanted) const
{
    auto const found = by_code.find(wanted);
    return found == by_code.end() ? std::nullopt : std::optional{found->second};
}

Communes read_communes(LayerSource const& source, std::string const& vintage,
                       std::optional<Crs> const& working, Findings& findings, Job const& job,
                       bool people)
{
    auto reader = LayerReader::open(source, findings);
    if (!reader || refuses_persons(*reader, {"id", "name", "district", "province"})) {
        return {};
    }
    auto const crs = placed(*reader, working, job);
    Fields const fields{reader->required_field("id"),
                        reader->optional_field("name"),
                        people ? reader->required_field("population")
                               : reader->optional_field("population"),
                        reader->optional_field("at_risk"),
                        reader->optional_field("district"),
                        reader->optional_field("province")};
    if (!crs || fields.code == nullptr) {
        return {};
    }
    judge_code_kind(*reader, fields.code);
    std::vector<Row> rows;
    for (std::size_t row = 0; row < reader->rows(); ++row) {
        if (auto read = read_row(*reader, fields, row)) {
            rows.push_back(std::move(*read));
        }
    }
    refuse_duplicates(*reader, fields.code->name, rows);
    mend_shapes(*reader, rows);
    reader->finish();
    return tabled(rows, *crs, vintage);
}

std::vector<Month> Communes::reforms() const
{
    std::set<int> months;
    auto days = former.reforms();
    days.push_back(vintage);
    for (auto const& day : days) {
        auto const month = parse_period(day.substr(0, 7));
        if (month && day <= vintage) {
            months.insert(month->from.index);
        }
    }
    std::vector<Month> found;
    for (int const month : months) {
        found.push_back({month});
    }
    return found;
}

void index_names(Communes& communes, OwnWords const& own)
{
    std::vector<NamedPlace> places;
    for (auto const id : communes.code.ids()) {
        places.push_back({.id = communes.code[id],
                          .name = communes.name[id],
                          .district = communes.district.empty() ? "" : communes.district[id],
                          .province = communes.province.empty() ? "" : communes.province[id],
                          .kind = "commune"});
    }
    auto const former = communes.former.names();
    places.insert(places.end(), former.begin(), former.end());
    communes.names = PlaceNames{std::move(places), own};
}

}  // namespace marchland::geo
