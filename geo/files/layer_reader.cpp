#include "geo/files/layer_reader.hpp"

#include "geo/gate/shown.hpp"
#include "geo/vocabulary/encodings.hpp"
#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/text.hpp"

namespace marchland::geo {
namespace {

constexpr std::size_t said_in_full = 12;

std::vector<std::string> names_of(Table const& table)
{
    std::vector<std::string> names;
    for (auto const& field : table.fields) {
        names.push_back(shown_header(field.name, names.size()));
    }
    return names;
}

std::string list_of(std::vector<std::string> const& names)
{
    std::string list;
    for (auto const& name : names) {
        list += (list.empty() ? "" : ", ") + name;
    }
    return list.empty() ? "none" : list;
}

}  // namespace

LayerReader::LayerReader(LayerSource source, Table table, Findings& findings)
    : source_{std::move(source)}, table_{std::move(table)}, findings_{&findings}
{
}

std::optional<LayerReader> LayerReader::open(LayerSource const& source, Findings& findings)
{
    try {
        LayerReader reader{source, read_table(source), findings};
        if (reader.rows() == 0) {
            reader.say(Severity::error, "empty-layer",
                       "the layer has no rows; expected at least one",
                       "check that the export worked, or take the layer out of study.toml");
            return std::nullopt;
        }
        reader.say_what_was_done();
        for (auto const& [name, column] : source.columns) {
            if (reader.optional_field(name) == nullptr) {
                reader.say_missing(name);
            }
        }
        return reader;
    } catch (Error const& error) {
        findings.push_back({.severity = Severity::error,
                            .rule = "unreadable",
                            .file = shown_source(source.source),
                            .layer = source.layer,
                            .message = error.what(),
                            .action = "check `source` (and `layer`) in [" + source.layer +
                                      "] of study.toml; it is relative to the study file"});
        return std::nullopt;
    }
}

void LayerReader::label(std::size_t row, std::string const& code)
{
    if (may_be_shown(code)) {
        labels_[row] = code;
    }
}

Field const* LayerReader::optional_field(std::string const& name) const
{
    return table_.field(source_.column(name));
}

Field const* LayerReader::required_field(std::string const& name)
{
    auto const* const field = optional_field(name);
    if (field == nullptr && !source_.columns.contains(name)) {  // else it was said at the door
        say_missing(name);
    }
    return field;
}

std::string LayerReader::name_in_file(std::string const& name) const
{
    auto const* const field = optional_field(name);
    return field == nullptr ? std::string{} : field->name;
}

void LayerReader::say_what_was_done()
{
    auto const plural = [](std::size_t n, char const* one, char const* many) {
        return std::to_string(n) + (n == 1 ? one : many);
    };
    if (table_.title_rows > 0) {
        auto const row = std::to_string(table_.title_rows + 1);
        bool const stated = source_.import.header == table_.title_rows + 1;
        say(stated ? Severity::note : Severity::error, "header-below",
            "the header is not in the first row; it was found in row " + row + ", below " +
                plural(table_.title_rows, " row", " rows") + " of titles",
            stated ? ""
                   : "if that is right write header = " + row + " in [" + source_.layer +
                         ".import] of study.toml; next month's file is then read alike");
    }
    if (table_.note_rows > 0) {
        say(Severity::note, "notes-below",
            plural(table_.note_rows, " lone cell", " lone cells") + " below the table left aside",
            "");
    }
    say_recast();
    if (table_.formulas > 0) {
        say(Severity::warning, "formulas",
            plural(table_.formulas, " cell has a formula", " cells have formulas") +
                " whose value was not saved; such a cell counts as empty",
            "open the file in the spreadsheet program, save it there, or put in the values");
    }
    if (table_.blank_rows > 0) {
        say(Severity::note, "blank-rows",
            plural(table_.blank_rows, " row is blank", " rows are blank") + " and passed over", "");
    }
    if (table_.curved > 0) {
        say(Severity::note, "curves",
            plural(table_.curved, " shape has", " shapes have") +
                " arcs (curves); they were made of short straight pieces",
            "");
    }
}

void LayerReader::say_recast()
{
    auto const& done = table_.recast;
    auto const many = [](std::size_t n, std::string const& one, std::string const& several) {
        return std::to_string(n) + " " + (n == 1 ? one : several);
    };
    auto const note = [this](std::string_view rule, std::string words) {
        say(Severity::note, rule, std::move(words), "");
    };
    if (table_.sheets.size() > 1) {
        note("sheets", std::to_string(table_.sheets.size()) + " sheets read one below the other");
    }
    if (!table_.sheets_left_out.empty()) {
        std::string list;
        for (auto const& name : table_.sheets_left_out) {
            list += (list.empty() ? "" : ", ") + shown_header(name, 0);
        }
        say(Severity::warning, "sheets-left-out",
            many(table_.sheets_left_out.size(), "sheet is", "sheets are") +
                " not read, for other columns or a name like that of a sum: " + list,
            "if one of them has figures, name all sheets: sheets = [\"...\"] in [" + source_.layer +
                ".import] of study.toml");
    }
    if (table_.tool_columns > 0) {
        note("tool-columns",
             many(table_.tool_columns, "column", "columns") +
                 " that the survey or reporting tool wrote of itself left aside, never looked at");
    }
    if (done.filled > 0) {
        note("filled-down", many(done.filled, "blank cell takes", "blank cells take") +
                                " what stands above, as fill_down says");
    }
    if (done.total_rows + done.total_columns > 0) {
        note("totals", many(done.total_rows, "row", "rows") + " and " +
                           many(done.total_columns, "column", "columns") + " of sums set aside");
    }
    if (done.unequal > 0) {
        say(Severity::warning, "totals-differ",
            many(done.unequal, "row has", "rows have") +
                " a sum that is not that of its parts; the first is " + done.unequal_row,
            "ask the office that made the table which figure is right");
    }
    if (done.rows_before > 0) {
        note("across",
             many(done.rows_before, "row of the sheet became ", "rows of the sheet became ") +
                 many(table_.rows + table_.where_left_out, "figure", "figures") + "; " +
                 many(done.blank_figures, "blank cell says", "blank cells say") + " nothing");
    }
    if (table_.where_left_out > 0) {
        note("where", many(table_.where_left_out, "row is", "rows are") +
                          " not taken, as `where` says; " + many(table_.rows, "is", "are"));
    }
}

void LayerReader::say_missing(std::string const& name)
{
    auto const wanted = source_.column(name);
    auto const names = names_of(table_);
    auto const near = nearest_name(wanted, names);
    findings_->push_back(
        {.severity = Severity::error,
         .rule = "missing-column",
         .file = table_.file,
         .layer = source_.layer,
         .field = wanted,
         .message = "there is no column \"" + wanted + "\"; the file has: " + list_of(names),
         .action = "say which column it is: " + name + " = \"" + near.value_or("...") + "\" in [" +
                   source_.layer + "] of study.toml"});
}

std::optional<std::string> LayerReader::text(Field const* field, std::size_t row)
{
    if (field == nullptr || !field->cells[row]) {
        return std::nullopt;
    }
    auto raw = *field->cells[row];
    if (auto meant = restored(raw)) {
        say(Severity::warning, "encoding", row, field->name,
            "the letters are those of another encoding, " + std::string{name_of(meant->encoding)} +
                "; they were read as such",
            "compare the names; save the file as UTF-8, a Shapefile with its .cpg");
        raw = std::move(meant->text);
    }
    auto const plain = unescaped(raw);
    if (plain != raw) {
        say(Severity::warning, "escaped-text", row, field->name,
            "letters are written as \\u escapes; they were read as the letters they stand for",
            "export the names again as plain UTF-8");
    }
    auto const composed = nfc(plain);
    if (composed != plain) {
        say(Severity::warning, "not-nfc", row, field->name,
            "marks are separate from their letters (not NFC); they were joined",
            "nothing to do; other programs may not find the name");
    }
    auto const word = trimmed(composed);
    return word.empty() ? std::nullopt : std::optional<std::string>{word};
}

NumberStyle const& LayerReader::number_style_of(Field const& field, Quantity quantity)
{
    auto const [at, fresh] = styles_.try_emplace(field.name);
    auto& style = at->second;
    if (!fresh || field.kind != FieldKind::text) {
        return style;  // a typed number has no marks
    }
    std::vector<std::string> cells;
    for (auto const& cell : field.cells) {
        if (cell) {
            cells.push_back(*cell);
        }
    }
    style = number_style(cells, quantity);
    if (style.unclear) {
        findings_->push_back(
            {.severity = Severity::error,
             .rule = "separators",
             .file = table_.file,
             .layer = source_.layer,
             .field = field.name,
             .message = "dots and commas of the numbers contradict each other: the same mark "
                        "seems to group thousands and to begin decimals",
             .action = "write numbers without thousand separators, 2240 and 12.5"});
    } else if (style.judged) {
        std::string const mark{style.group};
        findings_->push_back(
            {.severity = Severity::warning,
             .rule = "separators",
             .file = table_.file,
             .layer = source_.layer,
             .field = field.name,
             .message = std::string{style.group == '.' ? "dots" : "commas"} +
                        " are taken for thousand separators: 2" + mark + "240 is read as 2240",
             .action =
                 "compare the figures; write numbers without thousand separators, 2240 and 12.5"});
    }
    return style;
}

std::optional<double> LayerReader::number(Field const* field, std::size_t row, Quantity quantity)
{
    auto const word = text(field, row);
    return word ? number_in(*word, number_style_of(*field, quantity)) : std::nullopt;
}

void LayerReader::say(Severity severity, std::string_view rule, std::size_t row,
                      std::string_view field, std::string message, std::string action)
{
    auto& [count, last] = said_[{std::string{rule}, std::string{field}}];
    auto const labelled = labels_.find(row);
    std::string feature = table_.row_name(row);
    if (labelled != labels_.end()) {
        feature += " (" + labelled->second + ")";
    }
    Finding finding{.severity = severity,
                    .rule = std::string{rule},
                    .file = table_.file,
                    .layer = source_.layer,
                    .feature = std::move(feature),
                    .field = std::string{field},
                    .message = std::move(message),
                    .action = std::move(action)};
    last = finding;
    if (++count <= said_in_full) {
        findings_->push_back(std::move(finding));
    }
}

void LayerReader::say(Severity severity, std::string_view rule, std::string message,
                      std::string action)
{
    findings_->push_back({.severity = severity,
                          .rule = std::string{rule},
                          .file = table_.file,
                          .layer = source_.layer,
                          .message = std::move(message),
                          .action = std::move(action)});
}

void LayerReader::finish()
{
    for (auto const& [key, counted] : said_) {
        auto const& [count, last] = counted;
        if (count > said_in_full) {
            auto rest = last;
            rest.feature =
                std::to_string(count - said_in_full) + " more rows, the last " + last.feature;
            findings_->push_back(std::move(rest));
        }
    }
    said_.clear();
}

}  // namespace marchland::geo
