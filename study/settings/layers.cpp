// Layers of study.toml: where each is, what its columns are called, what is said of it as a whole.
#include "study/settings/keys.hpp"
#include "study/settings/sections.hpp"

#include "geo/vocabulary/period.hpp"
#include "geo/vocabulary/text.hpp"

namespace marchland::study {
namespace {

/// The day on which a whole layer was true.
void read_as_of(StudyToml& toml, std::string const& section, geo::LayerSource& layer)
{
    if (auto const found = toml.text(section, "as_of")) {
        layer.stated["as_of"] = *found;
        if (!geo::is_day(*found)) {
            toml.wrong(StudyToml::called(section, "as_of") + " = \"" + *found +
                       "\": expected a day like 2025-07-01");
        }
    }
}

/// What the study says of a whole layer of ways; columns of the file say it of a row.
void read_stated(StudyToml& toml, std::string const& section, geo::LayerSource& layer)
{
    auto const one_of = [&](std::string const& key, Keys const& names) {
        if (auto const found = toml.text(section, key)) {
            layer.stated[key] = *found;
            if (std::ranges::find(names, *found) == names.end()) {
                toml.wrong(StudyToml::called(section, key) + " = \"" + *found +
                           "\": expected one of " + listed(names));
            }
        }
    };
    one_of("topology", {"shared-nodes", "crossings"});
    one_of("sensitivity", {"public", "partner", "restricted"});
    if (auto const found = toml.text(section, "licence")) {
        layer.stated["licence"] = *found;
    }
    if (toml.is_number(section, "confidence")) {
        double confidence = 0.0;
        toml.number(section, "confidence", confidence, 0.0, 1.0);
        layer.stated["confidence"] = geo::shortest(confidence);
    } else {
        one_of("confidence", {"low", "medium", "high"});
    }
}

/// The names that a column goes by where the study says nothing.
void add_usual_columns(std::string const& name, geo::LayerSource& layer)
{
    if (name == "communes") {
        layer.usual["id"] = "code";
    }
    if (name == "population") {
        layer.usual["commune"] = "code";
    }
    if (name == "crossings" || name == "markets" || name == "services") {
        layer.usual["x"] = "lon";
        layer.usual["y"] = "lat";
    }
}

/// What a layer of counts calls its figures.
std::string measure_of(std::string const& layer)
{
    return layer == "effort" || layer == "demand" ? "amount" : "count";
}

void read_recipe(StudyToml& toml, std::string const& layer, std::string const& name,
                 geo::ImportRecipe& recipe)
{
    auto const section = layer + ".import";
    toml.number(section, "header", recipe.header, std::size_t{1}, std::size_t{1000});
    for (auto const& [key, words] :
         {std::pair{"sheets", &recipe.sheets}, std::pair{"fill_down", &recipe.fill_down},
          std::pair{"totals", &recipe.totals}, std::pair{"across", &recipe.across}}) {
        if (toml.has(section, key)) {
            toml.texts(section, key, *words);
            std::ranges::transform(*words, words->begin(),
                                   [](std::string const& word) { return geo::nfc(word); });
        }
    }
    recipe.figures = geo::nfc(toml.text(section, "figures").value_or(""));
    recipe.period = toml.text(section, "period").value_or("");
    recipe.measure = measure_of(name);
    Keys kinds;
    for (auto const& kind : geo::across_kinds()) {
        kinds.emplace_back(kind.name);
    }
    for (auto const& kind : recipe.across) {
        if (std::ranges::find(kinds, kind) == kinds.end()) {
            toml.wrong(StudyToml::called(section, "across") + " holds \"" + kind +
                       "\": expected some of " + listed(kinds));
        }
    }
    bool const stated =
        !recipe.period.empty() && recipe.period != "title" && recipe.period != "sheet";
    if (stated && !geo::written_period(recipe.period)) {
        toml.wrong(StudyToml::called(section, "period") + " = \"" + recipe.period +
                   "\": expected title, sheet, or a period like 2024-03");
    }
    if (recipe.period == "sheet" && recipe.sheets.empty()) {
        toml.wrong(StudyToml::called(section, "period") +
                   " = \"sheet\" needs the names of the sheets: sheets = [\"...\"]");
    }
}

/// \param section  where it stands: the name, or "crosswalk[1]".
geo::LayerSource read_layer(StudyToml& toml, std::string const& section, std::string const& name,
                            Keys const& columns, std::filesystem::path const& folder)
{
    geo::LayerSource layer{.layer = name,
                           .source = toml.text(section, "source").value_or(""),
                           .table = toml.text(section, "layer").value_or(""),
                           .crs = toml.text(section, "source_crs").value_or(""),
                           .folder = folder};
    if (layer.source.empty()) {
        toml.wrong("[" + name + "] has no source = \"file\"");
    }
    for (auto const& column : columns) {
        if (auto const mapped = toml.text(section, column)) {
            map_column(column, *mapped, layer);
        }
    }
    if (toml.has(section, "ignore")) {
        toml.texts(section, "ignore", layer.ignore);
        std::ranges::transform(layer.ignore, layer.ignore.begin(),
                               [](std::string const& column) { return geo::nfc(column); });
    }
    layer.where = toml.text(section, "where").value_or("");
    read_recipe(toml, section, name, layer.import);
    read_names(toml, section, layer);
    if (is_layer_of_ways(name)) {
        read_stated(toml, name, layer);
    }
    if (may_state_as_of(name)) {
        read_as_of(toml, name, layer);
    }
    add_usual_columns(name, layer);
    return layer;
}

}  // namespace

void map_column(std::string const& column, std::string const& name, geo::LayerSource& layer)
{
    bool const vintage = column == "vintage" || column.ends_with("_vintage");
    (vintage && geo::is_day(name) ? layer.stated : layer.columns)[column] = name;
}

void read_names(StudyToml& toml, std::string const& section, geo::LayerSource& layer)
{
    for (auto const& written : toml.keys(section + ".names")) {
        if (auto const code = toml.text(section + ".names", written)) {
            layer.names[geo::nfc(written)] = *code;
        }
    }
    constexpr std::array ways{std::string_view{"ask"}, std::string_view{"single"}};
    int way = 0;
    toml.choice(section + ".import", "names", ways, way);
    layer.take_single_names = way == 1;
}

void read_layers(StudyToml& toml, StudyFile& study)
{
    study.words = read_words(toml);
    auto const read = [&](std::string const& section, std::string const& name) {
        auto layer =
            read_layer(toml, section, name, layer_columns().at(name), study.file.parent_path());
        layer.words = study.words;
        return layer;
    };
    for (auto const& [name, columns] : layer_columns()) {
        if (toml.is_section(name)) {
            study.layers.emplace(name, read(name, name));
        }
        for (std::size_t i = 0; i < toml.list_size(name); ++i) {  // only crosswalks: see keys.cpp
            study.layers.emplace(name + (i == 0 ? "" : " " + std::to_string(i + 1)),
                                 read(name + "[" + std::to_string(i) + "]", name));
        }
    }
    for (auto const* const required : {"communes", "cases"}) {
        if (!study.layers.contains(required)) {
            toml.wrong(std::string{"there is no ["} + required +
                       "] section; communes and cases are required");
        }
    }
}

}  // namespace marchland::study
