#include "study/settings/keys.hpp"

#include "geo/gate/word_lists.hpp"
#include "study/settings/travel_keys.hpp"

#include <algorithm>
#include <array>

namespace marchland::study {
namespace {

/// Keys that every layer has, beside the names of its own columns.
Keys const& source_keys()
{
    static Keys const keys{"source", "layer", "source_crs"};
    return keys;
}

/// Tables in which a column that nobody asked for is an error, unless the study leaves it aside.
constexpr std::array tables_of_counts{
    std::string_view{"cases"},      std::string_view{"effort"}, std::string_view{"demand"},
    std::string_view{"lists"},      std::string_view{"people"}, std::string_view{"population"},
    std::string_view{"activities"}, std::string_view{"waiting"}};

/// What may be said of a whole layer, beside its columns.
std::map<std::string, Keys> const& stated_keys()
{
    static Keys const ways{"topology", "as_of", "licence", "confidence", "sensitivity"};
    static Keys const dated{"as_of"};
    static std::map<std::string, Keys> const keys{{"roads", ways},
                                                  {"paths", ways},
                                                  {"land_cover", {"legend", "classes"}},
                                                  {"effort", {"unit", "kinds"}},
                                                  {"services", dated},
                                                  {"activities", dated},
                                                  {"waiting", dated}};
    return keys;
}

Keys every_travel_key()
{
    Keys keys{"season", "night", "slope"};
    for (auto const& key : travel_keys()) {
        keys.push_back(key.name);
    }
    return keys;
}

std::map<std::string, Keys> const& setting_keys()
{
    static std::map<std::string, Keys> const keys{
        {"study", {"title", "purpose", "crs", "period", "vintage", "seed", "synthetic"}},
        {"graph",
         {"profile", "snap_m", "doubt_m", "candidate_m", "undo", "accept", "foot_speed", "cell_m"}},
        {"travel", every_travel_key()},
        {"neighbours",
         {"rule", "k", "metres", "hours", "kernel", "order", "edge", "file", "as_distance"}},
        {"risk", {"model", "window_years", "half_life_years", "rank_by", "top", "exposure"}},
        {"hotspots",
         {"methods", "permutations", "fdr", "correction", "windows", "scan_share", "replicates",
          "over_time"}},
        {"corridors", {"alternatives", "theta", "worlds", "detour"}},
        {"posts", {"count", "reach", "minutes", "robust", "standing"}},
        {"plan",
         {"team_days", "teams", "base", "exploration", "visit_days", "hours_a_day", "visits",
          "reached", "district_minimum", "day_cost", "start", "work_days", "weeks_off"}},
        {"programmes", {"limit_hours", "fresh_months", "visit_months"}},
        {"release", {"profile", "threshold"}},
        {"indicators",
         {"name", "source", "layer", "column", "commune", "district", "province", "vintage",
          "level", "higher_is", "as_of", "weight", "in_model", "ignore", "import", "names"}},
        {"words", geo::names_of_lists()}};
    return keys;
}

/// Columns that say which commune a row means, and others.
Keys with_commune(Keys others)
{
    Keys columns{"commune", "district", "province", "vintage", "level"};
    columns.insert(columns.end(), others.begin(), others.end());
    return columns;
}

/// Sections whose work comes with a later version.
constexpr std::array not_used_yet{std::string_view{"release"}};

/// Sections of which there may be several: [[indicators]].
constexpr std::array lists{std::string_view{"crosswalk"}, std::string_view{"indicators"}};

Keys known_sections()
{
    Keys sections;
    for (auto const* const group : {&layer_columns(), &setting_keys()}) {
        for (auto const& [name, keys] : *group) {
            sections.push_back(name);
        }
    }
    return sections;
}

Keys known_keys(std::string const& section)
{
    auto const layer = layer_columns().find(section);
    if (layer == layer_columns().end()) {
        return setting_keys().at(section);
    }
    Keys keys = source_keys();
    keys.insert(keys.end(), layer->second.begin(), layer->second.end());
    if (std::ranges::find(tables_of_counts, section) != tables_of_counts.end()) {
        keys.emplace_back("ignore");
    }
    keys.emplace_back("import");
    keys.emplace_back("where");
    if (std::ranges::find(layer->second, "commune") != layer->second.end()) {
        keys.emplace_back("names");
    }
    if (auto const stated = stated_keys().find(section); stated != stated_keys().end()) {
        keys.insert(keys.end(), stated->second.begin(), stated->second.end());
    }
    return keys;
}

void check_section(StudyToml& toml, std::string const& name, std::string const& where)
{
    auto const known = known_keys(name);
    for (auto const& key : toml.keys(where)) {
        if (std::ranges::find(known, key) == known.end()) {
            toml.wrong("unknown key \"" + key + "\" in [" + name + "]" + did_you_mean(key, known));
        }
    }
}

/// How a file is laid out.
void check_import(StudyToml& toml, std::string const& section)
{
    Keys const known{"header", "names",  "sheets",  "fill_down",
                     "totals", "across", "figures", "period"};
    for (auto const& key : toml.keys(section)) {
        if (std::ranges::find(known, key) == known.end()) {
            toml.wrong("unknown key \"" + key + "\" in [" + section + "]" +
                       did_you_mean(key, known));
        }
    }
}

}  // namespace

std::map<std::string, Keys> const& layer_columns()
{
    static std::map<std::string, Keys> const columns{
        {"communes", {"id", "name", "population", "at_risk", "district", "province"}},
        {"crossings",
         {"id", "name", "class", "status", "valid_from", "valid_to", "accuracy_m", "x", "y",
          "name_other", "code_other", "hours", "season", "certainty"}},
        {"markets", {"id", "name", "kind", "days", "x", "y", "accuracy_m"}},
        {"roads", {"id", "class", "status", "bridge", "tunnel", "level", "oneway"}},
        {"paths", {"id", "class", "status", "bridge", "tunnel", "level", "oneway", "p_exists"}},
        {"terrain", {}},
        {"land_cover", {}},
        {"rivers", {"id", "class", "ford", "width_m"}},
        {"border", {}},
        {"cases", with_commune({"period", "role", "form", "sex", "age", "count"})},
        {"effort", with_commune({"period", "kind", "amount"})},
        {"demand", with_commune({"crossing", "amount"})},
        {"visits", with_commune({"date"})},
        {"services",
         {"id", "name", "kind", "capacity", "opening", "since", "until", "expires", "commune",
          "vintage", "level", "district", "province", "x", "y"}},
        {"activities",
         {"commune", "place", "vintage", "level", "district", "province", "kind", "actor", "period",
          "unit", "planned", "done", "reached", "population", "expires"}},
        {"waiting", {"period", "kind", "band", "count", "expires"}},
        {"lists", {"stratum", "lists", "count"}},
        {"population", with_commune({"population"})},
        {"people", with_commune({"sex", "age", "count"})},
        {"crosswalk",
         {"old_code", "old_vintage", "new_code", "new_vintage", "share", "old_name", "old_district",
          "old_province"}}};
    return columns;
}

bool is_layer_of_ways(std::string const& section)
{
    return section == "roads" || section == "paths";
}

bool may_state_as_of(std::string const& section)
{
    auto const stated = stated_keys().find(section);
    return stated != stated_keys().end() &&
           std::ranges::find(stated->second, "as_of") != stated->second.end();
}

Keys check_keys(StudyToml& toml)
{
    Keys unused;
    auto const sections = known_sections();
    for (auto const& name : toml.names()) {
        if (std::ranges::find(sections, name) == sections.end()) {
            toml.wrong("unknown section [" + name + "]" + did_you_mean(name, sections));
            continue;
        }
        if (toml.is_section(name)) {
            check_section(toml, name, name);
            check_import(toml, name + ".import");
        } else if (std::ranges::find(lists, name) != lists.end() && toml.is_list(name)) {
            for (std::size_t i = 0; i < toml.list_size(name); ++i) {
                auto const section = name + "[" + std::to_string(i) + "]";
                check_section(toml, name, section);
                check_import(toml, section + ".import");
            }
        } else {
            toml.wrong(name + " must be a section: [" + name + "]");
        }
        if (std::ranges::find(not_used_yet, name) != not_used_yet.end()) {
            unused.push_back(name);
        }
    }
    return unused;
}

}  // namespace marchland::study
