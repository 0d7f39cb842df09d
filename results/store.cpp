#include "results/store.hpp"

#include "geo/files/read.hpp"
#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/text.hpp"
#include "results/about_json.hpp"
#include "results/schema.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>

namespace marchland::results {
namespace {

namespace fs = std::filesystem;

/// Everything that a run leaves in its folder.
constexpr std::array<std::string_view, 19> files_of_a_result{
    "report.html",        "map.png",       "study.gpkg",   "communes.csv",    "clusters.csv",
    "crossings.csv",      "corridors.csv", "sheet.csv",    "chokepoints.csv", "posts.csv",
    "border_profile.csv", "plan.csv",      "changes.csv",  "bulletin.csv",    "validation.csv",
    "reporting.csv",      "model.csv",     "findings.csv", "run.json"};
/// Tables that only some studies fill: where they are empty there is no CSV of them.
constexpr std::array optional_tables{
    std::string_view{"sheet"},     std::string_view{"chokepoints"},
    std::string_view{"posts"},     std::string_view{"border_profile"},
    std::string_view{"plan"},      std::string_view{"changes"},
    std::string_view{"bulletin"},  std::string_view{"validation"},
    std::string_view{"reporting"}, std::string_view{"model"}};
constexpr std::array pictures{"report.html", "map.png"};
using geo::ShapeType;
using geo::StoreTable;
using geo::Value;
using geo::ValueType;

template <class Row>
ValueType type_of(ColumnOf<Row> const& column)
{
    constexpr std::array types{ValueType::text, ValueType::real, ValueType::integer,
                               ValueType::integer, ValueType::text};
    return types.at(column.member.index());
}

template <class Row>
Value value_of(Row const& row, ColumnOf<Row> const& column)
{
    return std::visit(
        [&](auto member) -> Value {
            if constexpr (std::is_same_v<decltype(member), WordOf<Row>>) {
                return std::string{member.name(row)};
            } else {
                auto const& value = row.*member;
                using Type = std::decay_t<decltype(value)>;
                if constexpr (std::is_same_v<Type, bool>) {
                    return std::int64_t{value ? 1 : 0};
                } else if constexpr (std::is_same_v<Type, std::int64_t>) {
                    return column.zero_is_null && value == 0 ? Value{} : Value{value};
                } else {
                    return value;
                }
            }
        },
        column.member);
}

/// \param shape  of a row; ignored where `type` is none.
template <class Row, class ShapeOf>
StoreTable table_of(std::string name, std::string description, std::vector<Row> const& rows,
                    std::vector<ColumnOf<Row>> const& columns, ShapeType type, ShapeOf shape)
{
    StoreTable table{
        .name = std::move(name), .description = std::move(description), .shape_type = type};
    for (auto const& column : columns) {
        table.columns.push_back({std::string{column.name}, type_of(column)});
    }
    for (auto const& row : rows) {
        auto& values = table.rows.emplace_back();
        for (auto const& column : columns) {
            values.push_back(value_of(row, column));
        }
        if (type != ShapeType::none) {
            table.shapes.push_back(shape(row));
        }
    }
    return table;
}

constexpr auto no_shape = [](auto const&) -> geo::Shape { return geo::NoShape{}; };

template <class Row>
geo::Shape point_of(Row const& row)
{
    return row.placed ? geo::Shape{row.at} : geo::Shape{geo::NoShape{}};
}

template <class Row>
geo::Shape line_of(Row const& row)
{
    return geo::MultiLine{row.line};
}

StoreTable findings_table(geo::Findings const& findings)
{
    StoreTable table{.name = "findings", .description = "What was noticed in the data"};
    for (auto const* const name :
         {"severity", "layer", "feature", "field", "message", "action", "file", "rule"}) {
        table.columns.push_back({name, ValueType::text});
    }
    for (auto const& finding : findings) {
        table.rows.push_back({std::string{geo::name_of(finding.severity)}, finding.layer,
                              finding.feature, finding.field, finding.message, finding.action,
                              finding.file, finding.rule});
    }
    return table;
}

std::vector<StoreTable> tables_of(Results const& results)
{
    std::string const mark =
        "RESTRICTED" + std::string{results.about.synthetic ? ", SYNTHETIC" : ""} + ": ";
    std::vector<StoreTable> tables;
    auto const plain = [&]<class Row>(char const* name, std::string const& what,
                                      std::vector<Row> const& rows,
                                      std::vector<ColumnOf<Row>> const& columns) {
        tables.push_back(table_of(name, mark + what, rows, columns, ShapeType::none, no_shape));
    };
    tables.push_back(table_of("communes", mark + "communes of origin, estimated", results.communes,
                              commune_columns(), ShapeType::area,
                              [](CommuneRow const& row) -> geo::Shape { return row.shape; }));
    tables.push_back(table_of("clusters", mark + "hotspots", results.clusters, cluster_columns(),
                              ShapeType::line,
                              [](ClusterRow const& row) -> geo::Shape { return row.outline; }));
    tables.push_back(table_of("crossings", mark + "crossings", results.crossings,
                              crossing_columns(), ShapeType::point, point_of<CrossingRow>));
    tables.push_back(table_of("crossing_candidates",
                              mark + "where ways meet the border; never publish",
                              results.crossing_candidates, candidate_columns(), ShapeType::point,
                              point_of<CandidateRow>));
    tables.push_back(table_of("markets", mark + "markets", results.markets, market_columns(),
                              ShapeType::point, point_of<MarketRow>));
    tables.push_back(table_of("corridors", mark + "transit corridors; never publish as lines",
                              results.corridors, corridor_columns(), ShapeType::line,
                              [](CorridorRow const& row) -> geo::Shape { return row.line; }));
    plain("sheet", "what stands behind each corridor; never publish", results.sheet,
          sheet_columns());
    tables.push_back(table_of("chokepoints", mark + "where ways must pass or many meet",
                              results.chokepoints, chokepoint_columns(), ShapeType::point,
                              point_of<ChokepointRow>));
    plain("border_profile",
          "how easily each kilometre of the border is reached; stretches, no trails",
          results.border_profile, stretch_columns());
    plain("posts", "where posts reach most", results.posts, post_columns());
    tables.push_back(table_of("ways", mark + "roads and informal paths; never publish as lines",
                              results.ways, way_columns(), ShapeType::line, line_of<WayRow>));
    tables.push_back(table_of("repairs", mark + "gaps closed in the network", results.repairs,
                              repair_columns(), ShapeType::line, line_of<RepairRow>));
    StoreTable border{
        .name = "border", .description = mark + "border line", .shape_type = ShapeType::line};
    border.columns.push_back({"name", ValueType::text});
    if (!results.border.empty()) {
        border.rows.push_back({std::string{"border"}});
        border.shapes.emplace_back(results.border);
    }
    tables.push_back(std::move(border));
    plain("plan", "visits of the teams, and what was left out", results.plan, plan_columns());
    plain("changes", "is a rise real", results.changes, change_columns());
    plain("bulletin", "the region month by month", results.bulletin, bulletin_columns());
    plain("validation", "lists judged by a year they had not seen", results.validation,
          validation_columns());
    plain("reporting", "how many were never detected, as a range", results.reporting,
          reporting_columns());
    plain("model", "numbers behind the model of risk", results.model, model_columns());
    tables.push_back(findings_table(results.findings));
    tables.push_back(table_of("runs", "how the results were made", results.runs, run_columns(),
                              ShapeType::none, no_shape));
    return tables;
}

bool goes_to_csv(StoreTable const& table)
{
    bool const optional = std::ranges::find(optional_tables, table.name) != optional_tables.end();
    return (optional && !table.rows.empty()) || table.name == "communes" ||
           table.name == "clusters" || table.name == "crossings" || table.name == "corridors" ||
           table.name == "findings";
}

// ---- reading back

std::string listed(KindWords words)
{
    std::string list;
    for (auto const word : words) {
        list += (list.empty() ? "" : ", ") + std::string{word};
    }
    return list;
}

/// \throws Error{usage} a word that the column does not have: the result is damaged, and no default is
///         better than none.
template <class Row>
void set(Row& row, ColumnOf<Row> const& column, geo::Cell const& cell)
{
    std::visit(
        [&](auto member) {
            if constexpr (std::is_same_v<decltype(member), WordOf<Row>>) {
                auto const text = cell.value_or("");
                if (!member.set(row, text)) {
                    throw geo::Error{geo::Trouble::usage,
                                     "column " + std::string{column.name} + ": found \"" + text +
                                         "\", expected one of " + listed(member.words())};
                }
            } else if (cell) {
                using Type = std::decay_t<decltype(row.*member)>;
                if constexpr (std::is_same_v<Type, std::string>) {
                    row.*member = *cell;
                } else if (auto const number = geo::number_in(*cell)) {
                    row.*member = static_cast<Type>(*number);
                }
            }
        },
        column.member);
}

/// \param take_shape  puts the shape of a row where it belongs.
template <class Row, class TakeShape>
std::vector<Row> rows_of(fs::path const& file, std::string const& layer,
                         std::vector<ColumnOf<Row>> const& columns, TakeShape take_shape)
{
    auto table = geo::read_table({.layer = layer, .source = file.string(), .table = layer});
    std::vector<Row> rows(table.rows);
    try {
        for (auto const& column : columns) {
            if (auto const* const field = table.field(column.name)) {
                for (std::size_t i = 0; i < rows.size(); ++i) {
                    set(rows[i], column, field->cells[i]);
                }
            }
        }
    } catch (geo::Error const& error) {
        throw error.during("the result is damaged; make it anew with marchland run: " +
                           file.string() + ", table " + layer);
    }
    for (std::size_t i = 0; i < table.shapes.size(); ++i) {
        take_shape(rows[i], std::move(table.shapes[i]));
    }
    return rows;
}

/// Moves a shape of kind T to its member, if it is of that kind.
template <class T, class Take>
auto taking(Take take)
{
    return [take](auto& row, geo::Shape&& shape) {
        if (auto* const value = std::get_if<T>(&shape)) {
            take(row, std::move(*value));
        }
    };
}

template <class Row>
void take_point(Row& row, geo::Point at)
{
    row.at = at;
    row.placed = true;
}

template <class Row>
void take_first_line(Row& row, geo::MultiLine&& lines)
{
    if (!lines.empty()) {
        row.line = std::move(lines.front());
    }
}

geo::Findings read_findings(fs::path const& file)
{
    auto const table =
        geo::read_table({.layer = "findings", .source = file.string(), .table = "findings"});
    geo::Findings findings(table.rows);
    auto const text = [&table](char const* name, std::size_t row) {
        auto const* const field = table.field(name);
        return field != nullptr ? field->cells[row].value_or("") : std::string{};
    };
    for (std::size_t i = 0; i < findings.size(); ++i) {
        auto const severity = text("severity", i);
        findings[i] = {severity == "error"     ? geo::Severity::error
                       : severity == "warning" ? geo::Severity::warning
                                               : geo::Severity::note,
                       text("rule", i),
                       text("file", i),
                       text("layer", i),
                       text("feature", i),
                       text("field", i),
                       text("message", i),
                       text("action", i)};
    }
    return findings;
}

std::string text_of(fs::path const& file)
{
    std::ifstream in{file, std::ios::binary};
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

}  // namespace

std::span<std::string_view const> result_files()
{
    return files_of_a_result;
}

std::vector<std::string> files_in(fs::path const& folder)
{
    std::vector<std::string> files;
    for (auto const name : files_of_a_result) {
        if (fs::exists(folder / name)) {
            files.emplace_back(name);
        }
    }
    return files;
}

void write_results(Results const& results, fs::path const& folder, geo::LayerStyles const& styles)
{
    geo::make_folder(folder);
    auto const tables = tables_of(results);
    std::error_code kept;  // said by the write that follows, should the folder be closed
    for (auto const* const name : pictures) {
        fs::remove(folder / name, kept);
    }
    for (auto const name : optional_tables) {
        fs::remove(folder / (std::string{name} + ".csv"), kept);
    }
    // From here until the new one stands the folder holds no result: a run that is killed while it
    // replaces another cannot leave old shapes beside new tables.
    fs::remove(folder / "study.gpkg", kept);
    for (auto const& table : tables) {
        if (goes_to_csv(table)) {
            geo::write_file(folder / (table.name + ".csv"), geo::csv_text(table));
        }
    }
    geo::write_file(folder / "run.json", json_text(results.about, results.runs));
    geo::write_geopackage(folder / "study.gpkg", geo::Crs::parse(results.about.crs), tables,
                          styles);
}

Results read_results(fs::path const& folder)
{
    auto const file = folder / "study.gpkg";
    if (!fs::exists(file) || !fs::exists(folder / "run.json")) {
        throw geo::Error{geo::Trouble::usage,
                         folder.string() +
                             " holds no result of Marchland (study.gpkg and run.json); "
                             "make one with: marchland run STUDY"};
    }
    Results results;
    results.about = about_from_json(text_of(folder / "run.json"));
    results.communes =
        rows_of<CommuneRow>(file, "communes", commune_columns(),
                            taking<geo::Area>([](CommuneRow& row, geo::Area&& shape) {
                                row.shape = std::move(shape);
                            }));
    results.clusters =
        rows_of<ClusterRow>(file, "clusters", cluster_columns(),
                            taking<geo::MultiLine>([](ClusterRow& row, geo::MultiLine&& lines) {
                                row.outline = std::move(lines);
                            }));
    results.crossings = rows_of<CrossingRow>(file, "crossings", crossing_columns(),
                                             taking<geo::Point>(take_point<CrossingRow>));
    results.crossing_candidates =
        rows_of<CandidateRow>(file, "crossing_candidates", candidate_columns(),
                              taking<geo::Point>(take_point<CandidateRow>));
    results.markets = rows_of<MarketRow>(file, "markets", market_columns(),
                                         taking<geo::Point>(take_point<MarketRow>));
    results.corridors =
        rows_of<CorridorRow>(file, "corridors", corridor_columns(),
                             taking<geo::MultiLine>([](CorridorRow& row, geo::MultiLine&& lines) {
                                 row.line = std::move(lines);
                             }));
    auto const no_shapes = [](auto&, geo::Shape&&) {};
    results.sheet = rows_of<SheetRow>(file, "sheet", sheet_columns(), no_shapes);
    results.chokepoints = rows_of<ChokepointRow>(file, "chokepoints", chokepoint_columns(),
                                                 taking<geo::Point>(take_point<ChokepointRow>));
    results.posts = rows_of<PostRow>(file, "posts", post_columns(), no_shapes);
    results.border_profile =
        rows_of<StretchRow>(file, "border_profile", stretch_columns(), no_shapes);
    results.ways = rows_of<WayRow>(file, "ways", way_columns(),
                                   taking<geo::MultiLine>(take_first_line<WayRow>));
    results.repairs = rows_of<RepairRow>(file, "repairs", repair_columns(),
                                         taking<geo::MultiLine>(take_first_line<RepairRow>));
    results.plan = rows_of<PlanRow>(file, "plan", plan_columns(), no_shapes);
    results.changes = rows_of<ChangeRow>(file, "changes", change_columns(), no_shapes);
    results.bulletin = rows_of<BulletinRow>(file, "bulletin", bulletin_columns(), no_shapes);
    results.validation =
        rows_of<ValidationRow>(file, "validation", validation_columns(), no_shapes);
    results.reporting = rows_of<ReportingRow>(file, "reporting", reporting_columns(), no_shapes);
    results.model = rows_of<ModelRow>(file, "model", model_columns(), no_shapes);
    auto border = geo::read_table({.layer = "border", .source = file.string(), .table = "border"});
    for (auto& shape : border.shapes) {
        if (auto* const lines = std::get_if<geo::MultiLine>(&shape)) {
            results.border = std::move(*lines);
        }
    }
    results.findings = read_findings(file);
    results.runs = rows_of<RunRow>(file, "runs", run_columns(), [](RunRow&, geo::Shape&&) {});
    return results;
}

}  // namespace marchland::results
