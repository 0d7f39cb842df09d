#include "study/settings/guess.hpp"

#include "geo/files/likely_recipe.hpp"
#include "geo/files/read.hpp"
#include "geo/gate/personal_headers.hpp"
#include "geo/gate/shown.hpp"
#include "geo/gate/word_lists.hpp"
#include "geo/layers/cases.hpp"
#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/period.hpp"
#include "geo/vocabulary/text.hpp"
#include "study/settings/column_words.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace marchland::study {
namespace {

constexpr std::array required{std::pair{"communes", "id"}, std::pair{"communes", "population"},
                              std::pair{"cases", "commune"}, std::pair{"cases", "period"},
                              std::pair{"cases", "count"}};

/// Read where the file has it; the key of that name states the day of the whole layer.
constexpr std::string_view as_of_column = "as_of";

/// What the study file takes for granted when a key is left out.
std::string_view default_name(ColumnWords const& wanted)
{
    if (wanted.section == "communes" && wanted.column == "id") {
        return "code";
    }
    return wanted.column == "x" ? "lon" : wanted.column == "y" ? "lat" : wanted.column;
}

geo::Field const* best_field(geo::Table const& table, ColumnWords const& wanted)
{
    std::vector<std::string> names;
    for (auto const& field : table.fields) {
        names.push_back(field.name);
    }
    auto const found = likely_header(names, wanted);
    return found ? &table.fields[*found] : nullptr;
}

std::string quoted(std::string const& text)
{
    std::string out = "\"";
    for (char const letter : text) {
        out += letter == '"' || letter == '\\' ? std::string{'\\', letter} : std::string(1, letter);
    }
    return out + "\"";
}

/// The first and the last month that occur.
std::optional<geo::Period> span_of(geo::Field const* field)
{
    std::optional<geo::Period> span;
    for (std::size_t i = 0; field != nullptr && i < field->cells.size(); ++i) {
        auto const period = geo::written_period(geo::trimmed(field->cells[i].value_or("")));
        if (period) {
            span = span ? geo::Period{std::min(span->from, period->from),
                                      std::max(span->to, period->to)}
                        : *period;
        }
    }
    return span;
}

class Guesser {
public:
    explicit Guesser(std::filesystem::path folder) : folder_{std::move(folder)} {}

    void add(std::string const& section, std::filesystem::path const& file)
    {
        auto source =
            geo::LayerSource{.layer = section, .source = std::filesystem::absolute(file).string()};
        auto const sheets = geo::like_sheets(source);
        auto const layer = sheets.size() > 1 ? sheets.front() : only_layer(section, file);
        source.table = layer;
        auto table = geo::read_table(source);
        if (table.title_rows > 0 || table.header_rows > 1) {
            source.import.header = table.title_rows + 1;
            say(section + ": the header is in row " + std::to_string(source.import.header) +
                " of the sheet");
        }
        if (section == "cases" || section == "effort") {
            table = as_recast(section, std::move(table), source, sheets);
        }
        std::error_code trouble;
        auto relative = std::filesystem::relative(file, folder_, trouble);
        sections_ +=
            "\n[" + section + "]\nsource = " +
            quoted((trouble || relative.empty() ? std::filesystem::absolute(file) : relative)
                       .generic_string()) +
            "\n";
        if (several_layers_ && source.import.sheets.empty()) {  // else the recipe names them
            sections_ += "layer = " + quoted(layer) + "\n";
        }
        for (auto const& wanted : column_words()) {
            if (wanted.section == section) {
                add_column(section, wanted, table);
            }
        }
        if (section == "cases" || section == "effort" || section == "activities" ||
            section == "waiting") {
            add_ignored(section, table);
        }
        add_recipe(section, source.import, names_instead_of_codes(section, table));
        if (section == "cases") {
            auto const period = *std::ranges::find_if(column_words(), [](ColumnWords const& one) {
                return one.section == "cases" && one.column == "period";
            });
            period_ = span_of(best_field(table, period));
        }
    }

    GuessedStudy take(std::string const& title)
    {
        std::string head = "[study]\ntitle = " + quoted(title) +
                           "\npurpose = \"not stated: write here what the result is for\"\n";
        if (period_) {
            head += "period = [\"" + period_->from.text() + "\", \"" + period_->to.text() + "\"]\n";
            say("the period " + period_->from.text() + " to " + period_->to.text() +
                " is that of the cases");
        } else {
            head += "period = [\"2021-01\", \"2025-06\"]\n";
            say("the period could not be read from the cases; 2021-01 to 2025-06 was written, "
                "correct it");
        }
        head += "vintage = \"2025-07-01\"\nseed = 1\n";
        say("the codes are taken to be those in force since 2025-07-01 (vintage)");
        return {head + sections_, std::move(said_)};
    }

private:
    void say(std::string words) { said_.push_back(std::move(words)); }

    std::string only_layer(std::string const& section, std::filesystem::path const& file)
    {
        auto const layers = geo::summarise(file);
        several_layers_ = layers.size() > 1;
        auto const same_name = std::ranges::find(layers, section, &geo::LayerSummary::name);
        auto const& chosen = same_name != layers.end() ? *same_name : layers.at(0);
        if (several_layers_) {
            say(section + ": " + std::to_string(layers.size()) + " layers in the file, \"" +
                chosen.name + "\" is taken");
        }
        return chosen.name;
    }

    void add_column(std::string const& section, ColumnWords const& wanted, geo::Table const& table)
    {
        if (table.spatial() && (wanted.column == "x" || wanted.column == "y")) {
            return;  // the shapes say where things are
        }
        auto const* const field = best_field(table, wanted);
        auto const key = std::string{wanted.column};
        if (field == nullptr) {
            bool const needed = std::ranges::any_of(required, [&](auto const& one) {
                return section == one.first && wanted.column == one.second;
            });
            if (needed) {
                say(section + ": no column looks like " + key + "; write " + key +
                    " = \"...\" yourself");
            }
            return;
        }
        if (field->name != default_name(wanted)) {
            sections_ += key + " = " + quoted(field->name) + "\n";
        }
        say(section + ": " + key + " is the column \"" + field->name + "\"");
    }

    /// The table as the recipe that it suggests makes it; the recipe is noted in the source.
    geo::Table as_recast(std::string const& section, geo::Table table, geo::LayerSource& source,
                         std::vector<std::string> const& sheets)
    {
        auto const wanted = [&](std::string_view column) {
            return *std::ranges::find_if(column_words(), [&](ColumnWords const& one) {
                return one.section == section && one.column == column;
            });
        };
        std::string_view measure = section == "cases" ? "count" : "amount";
        if (best_field(table, wanted(measure)) != nullptr) {
            measure = {};  // the figures stand in a column of their own, not across
        }
        // Figures across are no periods: "Số người / Nam" is men, and not a year.
        source.import = geo::likely_recipe(table, source, measure, true);
        bool const has_period = best_field(geo::read_table(source), wanted("period")) != nullptr;
        source.import = {.header = source.import.header};
        source.import = geo::likely_recipe(table, source, measure, has_period);
        auto const names_a_period = [](std::string const& sheet) {
            return geo::written_period(sheet) || geo::written_period(sheet + " năm 2000");
        };
        // Sheets of months grow in number: next time there is one more.
        bool const by_months = !sheets.empty() && std::ranges::all_of(sheets, names_a_period);
        if (by_months) {
            source.import.sheets = {"*"};
            source.import.period = has_period ? "" : "sheet";
        } else if (sheets.size() > 1) {
            source.import.sheets = sheets;
        }
        auto const rows = table.rows;
        table = geo::read_table(source);
        say_recipe(section, source.import, rows, table);
        return table;
    }

    void say_recipe(std::string const& section, geo::ImportRecipe const& recipe, std::size_t rows,
                    geo::Table const& table)
    {
        auto const& done = table.recast;
        if (!recipe.sheets.empty()) {
            say(section + ": sheets of one layout are read one below the other: " +
                (recipe.sheets.front() == "*" ? "all that there will be" : list_of(recipe.sheets)));
        }
        if (!recipe.fill_down.empty()) {
            say(section + ": a blank cell means \"as above\" in " + list_of(recipe.fill_down));
        }
        if (done.total_rows + done.total_columns > 0) {
            say(section + ": " + std::to_string(done.total_rows) + " rows and " +
                std::to_string(done.total_columns) + " columns of sums are left aside");
        }
        if (!recipe.across.empty()) {
            say(section + ": the headers tell of " + list_of(recipe.across) + "; " +
                std::to_string(rows) + " rows of the sheet become " + std::to_string(table.rows) +
                " figures");
        }
        if (recipe.period == "title" && table.title_period) {
            say(section + ": the period is that of the title, " + table.title_period->code());
        } else if (recipe.period == "sheet") {
            say(section + ": the period is that of the sheet's name");
        }
    }

    static std::string list_of(std::vector<std::string> const& words)
    {
        std::string list;
        for (auto const& word : words) {
            list += (list.empty() ? "" : ", ") + quoted(geo::shown_header(word, 0));
        }
        return list;
    }

    /// The column of communes holds words.
    bool names_instead_of_codes(std::string const& section, geo::Table const& table)
    {
        auto const places = std::ranges::find_if(column_words(), [&](ColumnWords const& one) {
            return one.section == section && one.column == "commune";
        });
        auto const* const field = places == column_words().end() || table.spatial()
                                      ? nullptr
                                      : best_field(table, *places);
        if (field == nullptr) {
            return false;
        }
        auto const words = std::ranges::count_if(field->cells, [](geo::Cell const& cell) {
            return cell && std::ranges::none_of(*cell, geo::is_digit);
        });
        bool const names = 2 * words > static_cast<std::ptrdiff_t>(table.rows);
        if (names) {
            say(section + ": communes are named; a name that one commune bears, now or by the "
                          "[crosswalk] before, is taken, and any other is asked about");
        }
        return names;
    }

    void add_recipe(std::string const& section, geo::ImportRecipe const& recipe, bool names)
    {
        std::string lines = names ? "names = \"single\"\n" : "";
        if (recipe.header > 0) {
            lines += "header = " + std::to_string(recipe.header) + "\n";
        }
        for (auto const& [key, words] :
             {std::pair{"sheets", &recipe.sheets}, std::pair{"fill_down", &recipe.fill_down},
              std::pair{"totals", &recipe.totals}, std::pair{"across", &recipe.across}}) {
            std::string list;
            for (auto const& word : *words) {
                list += (list.empty() ? "" : ", ") + quoted(word);
            }
            lines += list.empty() ? "" : key + (" = [" + list + "]\n");
        }
        for (auto const& [key, word] :
             {std::pair{"figures", &recipe.figures}, std::pair{"period", &recipe.period}}) {
            lines += word->empty() ? "" : key + (" = " + quoted(*word) + "\n");
        }
        sections_ += lines.empty() ? "" : "[" + section + ".import]\n" + lines;
    }

    /// Columns that the layer does not read are left aside by name; what looks like a person's stays an error.
    void add_ignored(std::string const& section, geo::Table const& table)
    {
        std::vector<std::string> read;
        for (auto const& wanted : column_words()) {
            auto const* const field =
                wanted.section == section ? best_field(table, wanted) : nullptr;
            if (field != nullptr) {
                read.push_back(field->name);
            }
        }
        std::string list;
        for (auto const& field : table.fields) {
            if (std::ranges::find(read, field.name) == read.end() && field.name != as_of_column &&
                !geo::personal_header(field.name) &&
                geo::shown_header(field.name, 0) == field.name) {
                list += (list.empty() ? "" : ", ") + quoted(field.name);
            }
        }
        if (!list.empty()) {
            sections_ += "ignore = [" + list + "]\n";
            say(section + ": left aside: " + list);
        }
    }

    std::filesystem::path folder_;
    std::string sections_;
    std::vector<std::string> said_;
    std::optional<geo::Period> period_;
    bool several_layers_ = false;
};

}  // namespace

GuessedStudy guess_study(std::map<std::string, std::filesystem::path> const& files,
                         std::filesystem::path const& folder)
{
    Guesser guesser{std::filesystem::absolute(folder)};
    for (auto const* const section :
         {"communes", "crossings", "markets", "roads", "paths", "border", "cases", "effort",
          "services", "activities", "waiting", "crosswalk", "population"}) {
        if (auto const file = files.find(section); file != files.end()) {
            guesser.add(section, file->second);
        }
    }
    return guesser.take(std::filesystem::absolute(folder).filename().string());
}

}  // namespace marchland::study
