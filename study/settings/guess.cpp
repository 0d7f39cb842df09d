#include "study/settings/guess.hpp"

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
        auto const layer = only_layer(section, file);
        source.table = layer;
        auto const table = geo::read_table(source);
        std::error_code trouble;
        auto relative = std::filesystem::relative(file, folder_, trouble);
        sections_ +=
            "\n[" + section + "]\nsource = " +
            quoted((trouble || relative.empty() ? std::filesystem::absolute(file) : relative)
                       .generic_string()) +
            "\n";
        if (several_layers_) {
            sections_ += "layer = " + quoted(layer) + "\n";
        }
        for (auto const& wanted : column_words()) {
            if (wanted.section == section) {
                add_column(section, wanted, table);
            }
        }
        if (section == "cases" || section == "effort") {
            add_ignored(section, table);
        }
        if (table.title_rows > 0) {
            auto const row = std::to_string(table.title_rows + 1);
            sections_ += "[" + section + ".import]\nheader = " + row + "\n";
            say(section + ": the header is in row " + row + " of the sheet");
        }
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
            if (std::ranges::find(read, field.name) == read.end() &&
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
         {"communes", "crossings", "markets", "roads", "paths", "border", "cases", "effort"}) {
        if (auto const file = files.find(section); file != files.end()) {
            guesser.add(section, file->second);
        }
    }
    return guesser.take(std::filesystem::absolute(folder).filename().string());
}

}  // namespace marchland::study
