#include "results/store.hpp"

#include "geo/files/read.hpp"
#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/numbers.hpp"
#include "geo/vocabulary/text.hpp"
#include "results/about_json.hpp"
#include "results/tables.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>

namespace marchland::results {
namespace {

namespace fs = std::filesystem;

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

template <class Row>
StoreTable stored(TableOf<Row> const& table, Results const& results)
{
    StoreTable made{.name = std::string{table.name},
                    .description = "RESTRICTED" +
                                   std::string{results.about.synthetic ? ", SYNTHETIC" : ""} +
                                   ": " + std::string{table.description},
                    .shape_type = table.shape.type};
    for (auto const& column : table.columns) {
        made.columns.push_back({std::string{column.name}, type_of(column)});
    }
    for (auto const& row : table.rows.of(results)) {
        auto& values = made.rows.emplace_back();
        for (auto const& column : table.columns) {
            values.push_back(value_of(row, column));
        }
        if (table.shape.of != nullptr) {
            made.shapes.push_back(table.shape.of(row));
        }
    }
    return made;
}

std::string csv_name(std::string_view table)
{
    return std::string{table} + ".csv";
}

std::vector<std::string> all_files()
{
    std::vector<std::string> files{pictures.begin(), pictures.end()};
    files.emplace_back("study.gpkg");
    each_table([&files](auto const& table) {
        if (table.csv != Csv::never) {
            files.push_back(csv_name(table.name));
        }
    });
    files.emplace_back("run.json");
    return files;
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

/// Our own files also hold bounds that are infinite.
std::optional<double> figure_in(std::string const& cell)
{
    return cell == "inf" ? std::optional{geo::infinite} : geo::number_in(cell);
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
                } else if (auto const number = figure_in(*cell)) {
                    row.*member = static_cast<Type>(*number);
                }
            }
        },
        column.member);
}

template <class Row>
std::vector<Row> rows_of(TableOf<Row> const& wanted, fs::path const& file)
{
    std::string const layer{wanted.name};
    auto table = geo::read_table({.layer = layer, .source = file.string(), .table = layer});
    std::vector<Row> rows(table.rows);
    try {
        for (auto const& column : wanted.columns) {
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
    if (wanted.shape.take != nullptr) {
        for (std::size_t i = 0; i < table.shapes.size(); ++i) {
            wanted.shape.take(rows[i], std::move(table.shapes[i]));
        }
    }
    return rows;
}

std::string text_of(fs::path const& file)
{
    std::ifstream in{file, std::ios::binary};
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

}  // namespace

std::vector<std::string> const& result_files()
{
    static auto const files = all_files();
    return files;
}

std::vector<std::string> files_in(fs::path const& folder)
{
    auto files = result_files();
    std::erase_if(files, [&folder](auto const& name) { return !fs::exists(folder / name); });
    return files;
}

void remove_results(fs::path const& folder)
{
    std::error_code kept;
    for (auto const& name : result_files()) {
        fs::remove(folder / name, kept);
    }
}

void write_results(Results const& results, fs::path const& folder, geo::LayerStyles const& styles,
                   geo::Job const& job)
{
    geo::make_folder(folder);
    std::vector<StoreTable> tables;
    std::vector<std::string> csv;  // of those tables
    each_table([&](auto const& table) {
        job.at(0.0);
        tables.push_back(stored(table, results));
        bool const wanted = table.csv == Csv::always ||
                            (table.csv == Csv::if_filled && !tables.back().rows.empty());
        csv.push_back(wanted ? csv_name(table.name) : "");
    });
    // From here until the new one stands the folder holds no result: a run that is killed while it
    // replaces another cannot leave old shapes beside new tables.
    std::error_code kept;  // said by the write that follows, should the folder be closed
    for (auto const& name : result_files()) {
        if (std::ranges::find(csv, name) == csv.end() && name != "run.json") {
            fs::remove(folder / name, kept);
        }
    }
    try {
        for (std::size_t t = 0; t < tables.size(); ++t) {
            job.at(0.1);
            if (!csv[t].empty()) {
                geo::write_file(folder / csv[t], geo::csv_text(tables[t]));
            }
        }
        geo::write_file(folder / "run.json", json_text(results));
        geo::write_geopackage(folder / "study.gpkg", geo::Crs::parse(results.about.crs), tables,
                              styles, job.part(0.2, 1.0));
    } catch (geo::Cancelled const&) {
        remove_results(folder);
        throw;
    }
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
    each_table([&](auto const& table) { table.rows.put(results, rows_of(table, file)); });
    return results;
}

}  // namespace marchland::results
