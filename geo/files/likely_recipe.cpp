#include "geo/files/likely_recipe.hpp"

#include "geo/files/recast.hpp"
#include "geo/gate/personal_values.hpp"
#include "geo/gate/shown.hpp"
#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/text.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

namespace marchland::geo {
namespace {

/// A code, a year or a word, and no figure.
bool may_name_a_group(Field const& field)
{
    std::set<std::size_t> lengths;
    bool number = false;
    for (auto const& cell : field.cells) {
        if (cell) {
            auto const word = trimmed(*cell);
            bool const digits = std::ranges::all_of(word, is_digit);
            number = number || number_in(word).has_value();
            lengths.insert(digits ? word.size() : 0);
        }
    }
    constexpr std::size_t shortest_code = 4;
    return !number || (lengths.size() == 1 && *lengths.begin() >= shortest_code);
}

bool has_words(Field const& field)
{
    return std::ranges::any_of(field.cells, [](Cell const& cell) {
        return cell && !number_in(trimmed(*cell)).has_value();
    });
}

bool has_blanks_below(Field const& field)
{
    return !field.cells.empty() && field.cells.front().has_value() &&
           std::ranges::any_of(field.cells, [](Cell const& cell) { return !cell; });
}

/// Merged cells stand at the left, the outer group first: where one is blank the outer one is blank, too.
std::vector<std::string> merged_groups(Table const& table)
{
    std::vector<std::string> groups;
    Field const* outer = nullptr;
    for (auto const& field : table.fields) {
        bool inside = outer != nullptr;
        for (std::size_t row = 0; inside && row < table.rows; ++row) {
            inside = field.cells[row].has_value() || !outer->cells[row].has_value();
        }
        if (has_blanks_below(field) && may_name_a_group(field) && (outer == nullptr || inside)) {
            groups.push_back(field.name);
            outer = &field;
        } else if (has_words(field)) {
            break;
        }
    }
    return groups;
}

/// Kinds of which the headers of two columns or more tell different things.
std::vector<std::string> kinds_across(Table const& table, bool has_period, OwnWords const& words)
{
    std::vector<std::string> kinds;
    for (auto const& kind : across_kinds()) {
        std::set<std::string> values;
        for (auto const& field : table.fields) {
            for (auto const& part : header_parts(field.name)) {
                if (auto const said = said_across(kind.name, part, words)) {
                    values.insert(*said);
                }
            }
        }
        bool const period = kind.name == "period";
        if (values.size() > 1 || (period && !has_period && !values.empty())) {
            kinds.emplace_back(kind.name);
        }
    }
    return kinds;
}

/// What else the headers of the figures say, where all say the same.
std::optional<std::string> figures_across(Table const& table, std::vector<std::string> const& kinds,
                                          OwnWords const& words)
{
    std::set<std::string> other;
    std::set<std::map<std::string, std::string>> said;
    for (auto const& field : table.fields) {
        auto const across = across_of(field.name, kinds, usual_totals(), words);
        if (across.said.size() == kinds.size()) {
            if (across.other.size() > 1) {
                return std::nullopt;
            }
            other.insert(across.other.empty() ? "" : across.other.front());
            if (!across.total && !said.insert(across.said).second) {
                return std::nullopt;
            }
        }
    }
    return other.size() == 1 ? std::optional{*other.begin()} : std::nullopt;
}

bool is_sum_of_sheets(std::string const& name)
{
    auto const word = word_key(name);
    return word == "tong" ||
           std::ranges::any_of(std::array{"tong hop", "tong so", "tong cong", "tong ket", "total",
                                          "summary", "ca nam"},
                               [&word](std::string const& start) {
                                   return word == start || word.starts_with(start + " ");
                               });
}

std::vector<std::string> headers_of(Table const& table)
{
    std::vector<std::string> headers;
    for (auto const& field : table.fields) {
        headers.push_back(field.name);
    }
    std::ranges::sort(headers);
    return headers;
}

}  // namespace

ImportRecipe likely_recipe(Table const& table, LayerSource const& source, std::string_view measure,
                           bool has_period)
{
    auto recipe = source.import;
    recipe.measure = measure;
    for (auto const& word : usual_totals()) {
        if (std::ranges::count(rows_of_totals(table, {word}), true) > 0) {
            recipe.totals.push_back(word);
        }
    }
    auto rest = table;
    if (!recipe.totals.empty()) {
        set_totals_aside(rest, recipe.totals);
    }
    recipe.fill_down = merged_groups(rest);
    auto const kinds =
        measure.empty() ? std::vector<std::string>{} : kinds_across(rest, has_period, source.words);
    if (auto const figures = figures_across(rest, kinds, source.words); !kinds.empty() && figures) {
        recipe.across = kinds;
        recipe.figures = *figures;
    }
    bool const across = std::ranges::find(recipe.across, "period") != recipe.across.end();
    if (!has_period && !across && table.title_period) {
        recipe.period = "title";
    }
    return recipe;
}

std::vector<std::string> like_sheets(LayerSource const& source)
{
    auto const ending = folded(std::filesystem::path{source.source}.extension().string());
    if (ending != ".xlsx" && ending != ".ods" && ending != ".xls") {
        return {};
    }
    auto const file = std::filesystem::path{source.source}.is_absolute()
                          ? std::filesystem::path{source.source}
                          : source.folder / source.source;
    std::vector<std::pair<std::vector<std::string>, std::vector<std::string>>> layouts;
    for (auto const& sheet : summarise(file)) {
        if (personal_value(sheet.name)) {
            throw Error{Trouble::findings,
                        "the name of a sheet of " + shown_source(source.source) +
                            " looks like a person's (it is not shown here): name sheets by place "
                            "or period"};
        }
        if (sheet.rows == 0 || is_sum_of_sheets(sheet.name)) {
            continue;
        }
        auto other = source;
        other.table = sheet.name;
        other.import = {.header = source.import.header};
        other.where.clear();
        std::vector<std::string> headers;
        try {
            headers = headers_of(read_table(other));
        } catch (Error const&) {
            continue;  // no header where the others have theirs
        }
        auto const same =
            std::ranges::find(layouts, headers, [](auto const& one) { return one.first; });
        if (same != layouts.end()) {
            same->second.push_back(sheet.name);
        } else {
            layouts.push_back({std::move(headers), {sheet.name}});
        }
    }
    auto const most =
        std::ranges::max_element(layouts, {}, [](auto const& one) { return one.second.size(); });
    return most == layouts.end() ? std::vector<std::string>{} : most->second;
}

}  // namespace marchland::geo
