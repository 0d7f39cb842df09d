#include "geo/files/recast.hpp"

#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/number_style.hpp"
#include "geo/vocabulary/period.hpp"
#include "geo/vocabulary/text.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace marchland::geo {
namespace {

[[noreturn]] void refuse_recipe(std::string const& words)
{
    throw Error{Trouble::findings, words};
}

bool is_same(std::string_view one, std::string_view other)
{
    return word_key(one) == word_key(other);
}

bool is_one_of(std::vector<std::string> const& words, std::string_view word)
{
    return std::ranges::any_of(words, [word](auto const& one) { return is_same(one, word); });
}

/// "Tổng cộng" and "Tổng cộng (3 xã)", and not "Tổng Cọt".
bool begins_with_one_of(std::vector<std::string> const& words, std::string_view text)
{
    auto const key = word_key(text);
    return std::ranges::any_of(words, [&key](std::string const& one) {
        auto const word = word_key(one);
        if (!key.starts_with(word)) {
            return false;
        }
        auto const rest = std::string_view{key}.substr(word.size());
        return rest.empty() || rest.front() == ':' || rest.starts_with(" (") || rest == ":";
    });
}

/// The numbers of a column; nothing where a cell holds none.
std::vector<std::optional<double>> numbers_of(Field const& field)
{
    std::vector<std::string> cells;
    for (auto const& cell : field.cells) {
        if (cell) {
            cells.push_back(*cell);
        }
    }
    auto const style = number_style(cells, Quantity::whole);
    std::vector<std::optional<double>> numbers;
    for (auto const& cell : field.cells) {
        numbers.push_back(cell ? number_in(trimmed(*cell), style) : std::nullopt);
    }
    return numbers;
}

void fill_down(Table& table, LayerSource const& source)
{
    auto const& recipe = source.import;
    for (auto const& name : recipe.fill_down) {
        bool const figure = is_same(name, source.column(recipe.measure)) ||
                            across_of(name, recipe.across, {}, source.words).said.size() > 0;
        if (figure) {
            refuse_recipe("fill_down names the column \"" + printable(name) +
                          "\", which holds figures: a blank one is no figure, and not that above");
        }
        auto const found = std::ranges::find(table.fields, name, &Field::name);
        if (found == table.fields.end()) {
            refuse_recipe("fill_down names the column \"" + printable(name) + "\", which " +
                          table.file + " does not have");
        }
        Cell above;
        for (auto& cell : found->cells) {
            if (cell) {
                above = cell;
            } else if (above) {
                cell = above;
                ++table.recast.filled;
            }
        }
    }
}

bool is_close(double one, double other)
{
    return std::abs(one - other) <= 1e-6 * std::max(1.0, std::abs(other));
}

/// Whether the figure of a row of sums is that of all rows, of those above up to the sum before, or of those below.
bool adds_up(std::vector<std::optional<double>> const& numbers, std::vector<bool> const& total,
             std::size_t row)
{
    double all = 0.0;
    double above = 0.0;
    double below = 0.0;
    bool below_goes_on = true;
    for (std::size_t r = 0; r < numbers.size(); ++r) {
        if (total[r]) {
            above = r < row ? 0.0 : above;
            below_goes_on = below_goes_on && r <= row;
            continue;
        }
        double const figure = numbers[r].value_or(0.0);
        all += figure;
        above += r < row ? figure : 0.0;
        below += r > row && below_goes_on ? figure : 0.0;
    }
    return is_close(*numbers[row], all) || is_close(*numbers[row], above) ||
           is_close(*numbers[row], below);
}

void note_unequal(Table& table, std::set<std::size_t> const& rows)
{
    if (!rows.empty() && table.recast.unequal == 0) {
        table.recast.unequal_row = table.row_name(*rows.begin());
    }
    table.recast.unequal += rows.size();
}

/// A column of figures and what it says.
struct FigureColumn {
    std::size_t field = 0;
    Across across;
};

/// Those that say all of it, and those of sums.
std::vector<FigureColumn> figure_columns(Table const& table, ImportRecipe const& recipe,
                                         std::vector<std::string> const& totals,
                                         OwnWords const& words)
{
    std::vector<FigureColumn> columns;
    for (std::size_t f = 0; f < table.fields.size(); ++f) {
        auto across = across_of(table.fields[f].name, recipe.across, totals, words);
        bool const plain = across.other.empty() && (recipe.figures.empty() || across.total);
        bool const other =
            !plain && (across.other.size() != 1 || !is_same(across.other.front(), recipe.figures));
        bool const whole = across.said.size() == recipe.across.size();
        if (!other && (across.total || whole)) {
            columns.push_back({f, std::move(across)});
        }
    }
    return columns;
}

bool agrees(Across const& part, Across const& sum)
{
    return std::ranges::all_of(
        sum.said, [&part](auto const& one) { return part.said.at(one.first) == one.second; });
}

/// Sums across that are not those of their columns.
void compare_across(Table& table, std::vector<FigureColumn> const& columns)
{
    std::map<std::size_t, std::vector<std::optional<double>>> numbers;
    for (auto const& column : columns) {
        numbers[column.field] = numbers_of(table.fields[column.field]);
    }
    std::set<std::size_t> unequal;
    for (auto const& sum : columns) {
        for (std::size_t row = 0; sum.across.total && row < table.rows; ++row) {
            auto const& told = numbers[sum.field][row];
            double parts = 0.0;
            for (auto const& part : columns) {
                if (!part.across.total && agrees(part.across, sum.across)) {
                    parts += numbers[part.field][row].value_or(0.0);
                }
            }
            if (told && !is_close(*told, parts)) {
                unequal.insert(row);
            }
        }
    }
    note_unequal(table, unequal);
}

/// What the headers tell must be told by nothing else: two columns that say the same count twice, and a column of the file
/// with the name of one that is made would win over it.
void refuse_what_is_told_twice(Table const& table, LayerSource const& source,
                               std::vector<FigureColumn> const& columns)
{
    std::set<std::size_t> figures;
    std::set<std::map<std::string, std::string>> said;
    for (auto const& column : columns) {
        figures.insert(column.field);
        if (!column.across.total && !said.insert(column.across.said).second) {
            refuse_recipe("two columns of " + table.file + " have headers that say the same, \"" +
                          printable(table.fields[column.field].name) +
                          "\" is the second: they would be counted twice");
        }
    }
    auto made = source.import.across;
    made.push_back(source.import.measure);
    for (auto const& name : made) {
        for (std::size_t f = 0; f < table.fields.size(); ++f) {
            auto const& own = table.fields[f].name;
            if (!figures.contains(f) && (is_same(own, name) || is_same(own, source.column(name)))) {
                refuse_recipe(
                    table.file + " has a column \"" + printable(own) +
                    "\" of its own beside the figures across, which tell of " + name +
                    " too: take `across` out of the recipe, or the column out of the file");
            }
        }
    }
}

/// Columns that are left out are kept for the gate to look at.
void set_columns_aside(Table& table, Table const& from, std::vector<FigureColumn> const& columns)
{
    Table aside{.file = from.file, .layer = from.layer};
    for (auto const& column : columns) {
        if (column.across.total) {
            aside.fields.push_back(from.fields[column.field]);
        }
    }
    aside.rows = from.rows;
    aside.row_in_file = from.row_in_file;
    if (!aside.fields.empty()) {
        table.set_aside.push_back(std::move(aside));
    }
}

Table columns_made_rows(Table table, LayerSource const& source,
                        std::vector<std::string> const& totals)
{
    auto const& recipe = source.import;
    auto const columns = figure_columns(table, recipe, totals, source.words);
    refuse_what_is_told_twice(table, source, columns);
    std::set<std::size_t> figures;
    std::size_t sums = 0;
    for (auto const& column : columns) {
        figures.insert(column.field);
        sums += column.across.total ? 1U : 0U;
    }
    if (sums == columns.size()) {
        std::string kinds;
        for (auto const& kind : recipe.across) {
            kinds += (kinds.empty() ? "" : ", ") + kind;
        }
        refuse_recipe(
            "no column of " + table.file + " tells of " + kinds +
            " in its header, as `across` says; the file is laid out otherwise than before");
    }
    compare_across(table, columns);
    Table made = table;
    set_columns_aside(made, table, columns);
    made.fields.clear();
    made.shapes.clear();  // a figure has no shape
    made.row_in_file.clear();
    made.rows = 0;
    for (std::size_t f = 0; f < table.fields.size(); ++f) {
        if (!figures.contains(f)) {
            made.fields.push_back({table.fields[f].name, table.fields[f].kind, {}});
        }
    }
    auto const kept = made.fields.size();
    for (auto const& kind : recipe.across) {
        made.fields.push_back({kind, FieldKind::text, {}});
    }
    made.fields.push_back({recipe.measure, FieldKind::text, {}});
    for (std::size_t row = 0; row < table.rows; ++row) {
        for (auto const& column : columns) {
            if (column.across.total) {
                continue;
            }
            auto const& figure = table.fields[column.field].cells[row];
            if (!figure) {
                ++made.recast.blank_figures;
                continue;
            }
            std::size_t to = 0;
            for (std::size_t f = 0; f < table.fields.size(); ++f) {
                if (!figures.contains(f)) {
                    made.fields[to++].cells.push_back(table.fields[f].cells[row]);
                }
            }
            for (auto const& kind : recipe.across) {
                made.fields[to++].cells.push_back(column.across.said.at(kind));
            }
            made.fields[kept + recipe.across.size()].cells.push_back(figure);
            made.row_in_file.push_back(table.row_number(row) - 1);
            ++made.rows;
        }
    }
    made.recast.total_columns = sums;
    made.recast.rows_before = table.rows;
    return made;
}

std::string period_of(Table const& table, std::string const& stated)
{
    if (stated != "title") {
        return stated;
    }
    if (!table.title_period) {
        refuse_recipe("the rows above the header of " + table.file +
                      " do not tell of one period; write period = \"2024-03\" in its place");
    }
    return table.title_period->code();
}

}  // namespace

void keep_rows(Table& table, std::vector<bool> const& kept)
{
    if (table.row_in_file.empty()) {
        for (std::size_t row = 0; row < table.rows; ++row) {
            table.row_in_file.push_back(row);
        }
    }
    auto const keep = [&kept](auto& values) {
        std::size_t at = 0;
        std::erase_if(values, [&](auto const&) { return !kept[at++]; });
    };
    Table aside{.file = table.file, .layer = table.layer};
    for (auto const& field : table.fields) {
        aside.fields.push_back({field.name, field.kind, {}});
    }
    for (std::size_t row = 0; row < table.rows; ++row) {
        for (std::size_t f = 0; !kept[row] && f < table.fields.size(); ++f) {
            aside.fields[f].cells.push_back(table.fields[f].cells[row]);
        }
        if (!kept[row]) {
            aside.row_in_file.push_back(table.row_in_file[row]);
        }
    }
    aside.rows = aside.row_in_file.size();
    if (aside.rows > 0) {
        table.set_aside.push_back(std::move(aside));
    }
    for (auto& field : table.fields) {
        keep(field.cells);
    }
    for (auto& sheet : table.sheets) {
        sheet.first = static_cast<std::size_t>(std::count(
            kept.begin(), kept.begin() + static_cast<std::ptrdiff_t>(sheet.first), true));
    }
    if (!table.shapes.empty()) {
        keep(table.shapes);
    }
    keep(table.row_in_file);
    table.rows = table.row_in_file.size();
}

std::optional<std::string> said_across(std::string_view kind, std::string_view part,
                                       OwnWords const& words)
{
    if (kind == "period") {
        auto const period = written_period(part);
        return period ? std::optional{std::string{part}} : std::nullopt;
    }
    auto const known = std::ranges::find(across_kinds(), kind, &AcrossKind::name);
    return known == across_kinds().end() ? std::nullopt : listed_value(known->list, part, words);
}

std::vector<std::string> header_parts(std::string const& header)
{
    std::vector<std::string> parts;
    std::string_view rest = header;
    while (!rest.empty()) {
        std::size_t end = rest.size();
        std::size_t skipped = 0;
        for (std::string_view const mark : {" / ", " - ", " – ", "\n", ",", ";", "_", ":"}) {
            if (auto const at = rest.find(mark); at < end) {
                end = at;
                skipped = mark.size();
            }
        }
        if (auto const part = trimmed(rest.substr(0, end)); !part.empty()) {
            parts.emplace_back(part);
        }
        rest.remove_prefix(std::min(end + skipped, rest.size()));
    }
    return parts;
}

Across across_of(std::string const& header, std::vector<std::string> const& kinds,
                 std::vector<std::string> const& totals, OwnWords const& words)
{
    Across across;
    for (auto const& part : header_parts(header)) {
        if (is_one_of(totals, part)) {
            across.total = true;
            continue;
        }
        auto const kind = std::ranges::find_if(kinds, [&](std::string const& one) {
            return !across.said.contains(one) && said_across(one, part, words);
        });
        if (kind != kinds.end()) {
            across.said[*kind] = *said_across(*kind, part, words);
        } else {
            across.other.push_back(part);
        }
    }
    return across;
}

std::vector<bool> rows_of_totals(Table const& table, std::vector<std::string> const& words)
{
    std::vector<bool> total(table.rows, false);
    for (auto const& field : table.fields) {
        for (std::size_t row = 0; row < table.rows; ++row) {
            total[row] =
                total[row] || (field.cells[row] && begins_with_one_of(words, *field.cells[row]));
        }
    }
    return total;
}

void set_totals_aside(Table& table, std::vector<std::string> const& words)
{
    auto const total = rows_of_totals(table, words);
    auto const count = static_cast<std::size_t>(std::ranges::count(total, true));
    if (count == 0) {
        return;
    }
    std::set<std::size_t> unequal;
    for (auto const& field : table.fields) {
        auto const numbers = numbers_of(field);
        for (std::size_t row = 0; row < table.rows; ++row) {
            if (total[row] && numbers[row] && !adds_up(numbers, total, row)) {
                unequal.insert(row);
            }
        }
    }
    note_unequal(table, unequal);
    table.recast.total_rows = count;
    std::vector<bool> kept;
    std::ranges::transform(total, std::back_inserter(kept), [](bool sum) { return !sum; });
    keep_rows(table, kept);
}

Table recast(Table table, LayerSource const& source)
{
    auto const& recipe = source.import;
    auto totals = usual_totals();
    totals.insert(totals.end(), recipe.totals.begin(), recipe.totals.end());
    if (!recipe.totals.empty()) {
        set_totals_aside(table, recipe.totals);
    }
    fill_down(table, source);
    if (!recipe.across.empty()) {
        table = columns_made_rows(std::move(table), source, totals);
    }
    if (!recipe.period.empty()) {
        if (std::ranges::find(table.fields, std::string{"period"}, &Field::name) !=
            table.fields.end()) {
            refuse_recipe(table.file +
                          " has a column period of its own: take period out of the recipe");
        }
        table.fields.push_back({"period", FieldKind::text,
                                std::vector<Cell>(table.rows, period_of(table, recipe.period))});
    }
    return table;
}

}  // namespace marchland::geo
