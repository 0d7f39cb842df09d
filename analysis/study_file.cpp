#include "analysis/study_file.hpp"

#include "geo/error.hpp"
#include "geo/text.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace marchland::analysis {
namespace {

using geo::Error;
using geo::Trouble;
using Keys = std::vector<std::string>;

constexpr std::array rank_names{std::string_view{"expected"}, std::string_view{"relative_risk"},
                                std::string_view{"exceedance"}};
constexpr std::array model_names{std::string_view{"bym2"}, std::string_view{"bym2-negbin"},
                                 std::string_view{"gamma-poisson"}};
constexpr std::array rule_names{std::string_view{"queen"},    std::string_view{"rook"},
                                std::string_view{"nearest"},  std::string_view{"distance"},
                                std::string_view{"kernel"},   std::string_view{"travel-time"},
                                std::string_view{"file"}};
constexpr std::array kernel_names{std::string_view{"triangular"}, std::string_view{"epanechnikov"},
                                  std::string_view{"bisquare"}, std::string_view{"gaussian"}};
constexpr std::array window_names{std::string_view{"circles"}, std::string_view{"ellipses"},
                                  std::string_view{"travel-time"}, std::string_view{"border"}};
constexpr std::array correction_names{std::string_view{"benjamini-hochberg"},
                                      std::string_view{"benjamini-yekutieli"},
                                      std::string_view{"holm"}, std::string_view{"bonferroni"}};
constexpr std::array reach_names{std::string_view{"flow"}, std::string_view{"people"}};
constexpr std::array worse_names{std::string_view{"worse"}, std::string_view{"better"}};
constexpr std::array foot_speed_names{std::string_view{"tobler"},
                                      std::string_view{"irmischer-clarke"},
                                      std::string_view{"langmuir"}};
constexpr std::array profile_names{std::string_view{"motorbike"}, std::string_view{"foot"},
                                   std::string_view{"car"}};
constexpr std::array season_names{std::string_view{"dry"}, std::string_view{"wet"}};

/// Keys that every layer has, beside the names of its own columns.
Keys const source_keys{"source", "layer", "source_crs"};

/// What may be said of a whole layer of ways.
Keys const stated_keys{"topology", "as_of", "licence", "confidence", "sensitivity"};

bool is_layer_of_ways(std::string const& section) { return section == "roads" || section == "paths"; }

/// Sections that are layers, with the columns that can be mapped.
std::map<std::string, Keys> const& layer_columns()
{
    static std::map<std::string, Keys> const columns{
        {"communes", {"id", "name", "population", "at_risk", "district"}},
        {"crossings", {"id", "name", "class", "status", "valid_from", "valid_to", "accuracy_m", "x", "y",
                       "name_other", "code_other", "hours", "season", "certainty"}},
        {"markets", {"id", "name", "kind", "x", "y", "accuracy_m"}},
        {"roads", {"id", "class", "bridge", "tunnel", "level", "oneway"}},
        {"paths", {"id", "class", "bridge", "tunnel", "level", "oneway", "p_exists"}},
        {"terrain", {}},
        {"border", {}},
        {"cases", {"commune", "vintage", "period", "role", "form", "sex", "age", "count"}},
        {"effort", {"commune", "vintage", "period", "kind", "amount"}},
        {"demand", {"commune", "vintage", "crossing", "amount"}},
        {"lists", {"stratum", "lists", "count"}},
        {"people", {"commune", "vintage", "sex", "age", "count"}},
        {"crosswalk", {"old_code", "old_vintage", "new_code", "new_vintage", "share"}}};
    return columns;
}

std::map<std::string, Keys> const& setting_keys()
{
    static std::map<std::string, Keys> const keys{
        {"study", {"title", "purpose", "crs", "period", "vintage", "seed", "synthetic"}},
        {"graph", {"profile", "snap_m", "candidate_m", "undo", "accept", "foot_speed", "cell_m"}},
        {"travel", {"season", "night", "slope", "expressway_kmh", "national_kmh", "provincial_kmh", "local_kmh",
                    "urban_kmh", "service_kmh", "track_kmh", "path_kmh", "ferry_kmh", "unknown_kmh", "access_kmh",
                    "wet_unpaved", "wet_path", "wet_ford", "night_rough", "grade", "official_minutes",
                    "informal_minutes", "ford_minutes", "speed_spread", "access_spread", "delay_spread"}},
        {"neighbours", {"rule", "k", "metres", "hours", "kernel", "order", "edge", "file", "as_distance"}},
        {"risk", {"model", "window_years", "rank_by", "top", "exposure"}},
        {"hotspots", {"methods", "permutations", "fdr", "correction", "windows", "scan_share",
                      "replicates", "over_time"}},
        {"corridors", {"alternatives", "theta", "worlds", "detour"}},
        {"posts", {"count", "reach", "minutes", "robust", "standing"}},
        {"plan", {"team_days", "teams", "base", "exploration", "visit_days", "hours_a_day", "visits",
                  "reached", "district_minimum", "day_cost"}},
        {"release", {"profile", "threshold"}},
        {"indicators", {"name", "source", "layer", "column", "commune", "vintage", "higher_is", "as_of",
                        "weight", "in_model"}}};
    return keys;
}

/// Sections whose work comes with a later version.
std::array<std::string_view, 2> const not_used_yet{"crosswalk", "release"};

/// Reads one file and collects all that is wrong with it.
class Reader {
public:
    explicit Reader(std::filesystem::path const& file) : study_{.file = file}
    {
        try {
            root_ = toml::parse_file(file.string());
        } catch (toml::parse_error const& error) {
            throw Error{Trouble::usage, file.string() + ", line " +
                                            std::to_string(error.source().begin.line) +
                                            ": not valid TOML: " + std::string{error.description()}};
        }
    }

    StudyFile read()
    {
        check_keys();
        read_study();
        read_layers();
        read_settings();
        if (!wrong_.empty()) {
            std::string words = study_.file.string() + " cannot be used:";
            for (auto const& line : wrong_) {
                words += "\n  " + line;
            }
            throw Error{Trouble::usage, words};
        }
        return std::move(study_);
    }

private:
    void wrong(std::string line) { wrong_.push_back(std::move(line)); }

    static std::string did_you_mean(std::string const& key, Keys const& known)
    {
        auto const near = geo::nearest_name(key, known);
        return near ? "; did you mean \"" + *near + "\"?" : "";
    }

    Keys known_sections() const
    {
        Keys sections;
        for (auto const& [name, keys] : layer_columns()) {
            sections.push_back(name);
        }
        for (auto const& [name, keys] : setting_keys()) {
            sections.push_back(name);
        }
        return sections;
    }

    static Keys known_keys(std::string const& section)
    {
        auto const layer = layer_columns().find(section);
        if (layer == layer_columns().end()) {
            return setting_keys().at(section);
        }
        Keys keys = source_keys;
        keys.insert(keys.end(), layer->second.begin(), layer->second.end());
        if (is_layer_of_ways(section)) {
            keys.insert(keys.end(), stated_keys.begin(), stated_keys.end());
        }
        return keys;
    }

    void check_keys()
    {
        auto const sections = known_sections();
        for (auto const& [key, node] : root_) {
            std::string const section{key.str()};
            if (std::ranges::find(sections, section) == sections.end()) {
                wrong("unknown section [" + section + "]" + did_you_mean(section, sections));
                continue;
            }
            if (auto const* const table = node.as_table()) {
                check_table(section, *table);
            } else if (auto const* const list = node.as_array(); list && section == "indicators") {
                for (auto const& one : *list) {
                    if (auto const* const entry = one.as_table()) {
                        check_table(section, *entry);
                    }
                }
            } else {
                wrong(section + " must be a section: [" + section + "]");
            }
            if (std::ranges::find(not_used_yet, section) != not_used_yet.end()) {
                study_.unused.push_back(section);
            }
        }
    }

    void check_table(std::string const& section, toml::table const& table)
    {
        auto const known = known_keys(section);
        for (auto const& [key, node] : table) {
            std::string const name{key.str()};
            if (std::ranges::find(known, name) == known.end()) {
                wrong("unknown key \"" + name + "\" in [" + section + "]" + did_you_mean(name, known));
            }
        }
    }

    /// A value of the wanted type, or nothing where the key is absent; a wrong type is said.
    template <class T>
    std::optional<T> value(std::string const& section, std::string const& key,
                           std::string_view expected)
    {
        auto const node = root_[section][key];
        if (!node) {
            return std::nullopt;
        }
        auto const found = node.template value<T>();
        if (!found) {
            wrong("[" + section + "] " + key + ": expected " + std::string{expected});
        }
        return found;
    }

    std::optional<std::string> text(std::string const& section, std::string const& key)
    {
        auto const found = value<std::string>(section, key, "a text in quotes");
        return found ? std::optional{geo::nfc(*found)} : std::nullopt;
    }

    template <class T>
    void number(std::string const& section, std::string const& key, T& target, T lowest, T highest)
    {
        auto const found = value<double>(section, key, "a number");
        if (!found) {
            return;
        }
        bool const whole = std::is_floating_point_v<T> || *found == std::floor(*found);
        // Said this way round, "nan" is out of range too.
        if (*found >= static_cast<double>(lowest) && *found <= static_cast<double>(highest) && whole) {
            target = static_cast<T>(*found);
            return;
        }
        wrong("[" + section + "] " + key + " = " + geo::told(*found) + ": expected " +
              (std::is_floating_point_v<T> ? "" : "a whole number, ") + geo::told(static_cast<double>(lowest)) +
              " to " + geo::told(static_cast<double>(highest)));
    }

    template <class Enum, std::size_t n>
    void choice(std::string const& section, std::string const& key,
                std::array<std::string_view, n> const& names, Enum& target)
    {
        auto const found = text(section, key);
        if (!found) {
            return;
        }
        auto const* const at = std::ranges::find(names, std::string_view{*found});
        if (at == names.end()) {
            wrong("[" + section + "] " + key + " = \"" + *found + "\": expected one of " +
                  listed({names.begin(), names.end()}));
            return;
        }
        target = static_cast<Enum>(at - names.begin());
    }

    static std::string listed(Keys const& names)
    {
        std::string list;
        for (auto const& name : names) {
            list += (list.empty() ? "" : ", ") + name;
        }
        return list;
    }

    void read_study()
    {
        if (!root_["study"].is_table()) {
            wrong("there is no [study] section; expected at least its period");
        }
        study_.title = text("study", "title").value_or(study_.file.stem().string());
        study_.purpose = text("study", "purpose").value_or(study_.purpose);
        study_.crs = text("study", "crs");
        study_.vintage = text("study", "vintage").value_or(study_.vintage);
        if (!geo::is_day(study_.vintage)) {
            wrong("[study] vintage = \"" + study_.vintage + "\": expected a day like 2025-07-01");
        }
        study_.synthetic = value<bool>("study", "synthetic", "true or false").value_or(false);
        if (auto const seed = value<std::int64_t>("study", "seed", "a whole number")) {
            if (*seed < 0) {
                wrong("[study] seed = " + std::to_string(*seed) + ": expected 0 or more");
            }
            study_.seed = static_cast<std::uint64_t>(*seed);
        }
        read_period();
    }

    void read_period()
    {
        auto const* const list = root_["study"]["period"].as_array();
        std::optional<geo::Period> from;
        std::optional<geo::Period> to;
        if (list != nullptr && list->size() == 2) {
            from = geo::parse_period((*list)[0].value_or(std::string{}));
            to = geo::parse_period((*list)[1].value_or(std::string{}));
        }
        if (!from || !to || to->to < from->from) {
            wrong("[study] period: expected the first and the last month, e.g. period = "
                  "[\"2021-01\", \"2025-06\"]");
            return;
        }
        study_.period = {from->from, to->to};
    }

    void read_layers()
    {
        for (auto const& [name, columns] : layer_columns()) {
            auto const* const table = root_[name].as_table();
            if (table == nullptr) {
                continue;
            }
            geo::LayerSource layer{.layer = name,
                                   .source = text(name, "source").value_or(""),
                                   .table = text(name, "layer").value_or(""),
                                   .crs = text(name, "source_crs").value_or(""),
                                   .folder = study_.file.parent_path()};
            if (layer.source.empty()) {
                wrong("[" + name + "] has no source = \"file\"");
            }
            for (auto const& column : columns) {
                if (auto const mapped = text(name, column)) {
                    layer.columns[column] = *mapped;
                }
            }
            if (is_layer_of_ways(name)) {
                read_stated(name, layer);
            }
            if (name == "communes") {
                layer.columns.try_emplace("id", "code");
            }
            if (name == "crossings" || name == "markets") {
                layer.columns.try_emplace("x", "lon");
                layer.columns.try_emplace("y", "lat");
            }
            study_.layers.emplace(name, std::move(layer));
        }
        for (auto const* const required : {"communes", "cases"}) {
            if (!study_.layers.contains(required)) {
                wrong(std::string{"there is no ["} + required +
                      "] section; communes and cases are required");
            }
        }
    }

    /// What the study says of a whole layer of ways; columns of the file say it of a row.
    void read_stated(std::string const& section, geo::LayerSource& layer)
    {
        auto const one_of = [&](std::string const& key, Keys const& names) {
            if (auto const found = text(section, key)) {
                layer.stated[key] = *found;
                if (std::ranges::find(names, *found) == names.end()) {
                    wrong("[" + section + "] " + key + " = \"" + *found + "\": expected one of " + listed(names));
                }
            }
        };
        one_of("topology", {"shared-nodes", "crossings"});
        one_of("sensitivity", {"public", "partner", "restricted"});
        if (auto const found = text(section, "licence")) {
            layer.stated["licence"] = *found;
        }
        if (auto const found = text(section, "as_of")) {
            layer.stated["as_of"] = *found;
            if (!geo::is_day(*found)) {
                wrong("[" + section + "] as_of = \"" + *found + "\": expected a day like 2025-07-01");
            }
        }
        if (auto const node = root_[section]["confidence"]; node.is_number()) {
            double confidence = 0.0;
            number(section, "confidence", confidence, 0.0, 1.0);
            layer.stated["confidence"] = geo::shortest(confidence);
        } else {
            one_of("confidence", {"low", "medium", "high"});
        }
    }

    /// A list of texts, e.g. undo = ["R7K2QX0A"].
    void texts(std::string const& section, std::string const& key, Keys& target)
    {
        auto const node = root_[section][key];
        if (!node) {
            return;
        }
        auto const* const list = node.as_array();
        bool const sound = list != nullptr && std::ranges::all_of(*list, [](auto const& one) {
            return one.is_string();
        });
        if (!sound) {
            wrong("[" + section + "] " + key + ": expected a list of texts, e.g. " + key + " = [\"R7K2QX0A\"]");
            return;
        }
        for (auto const& one : *list) {
            target.push_back(one.value_or(std::string{}));
        }
    }

    void read_settings()
    {
        choice("graph", "profile", profile_names, study_.profile);
        number("graph", "snap_m", study_.snap_m, 0.0, 5000.0);
        number("graph", "candidate_m", study_.candidate_m, 1.0, 5000.0);
        texts("graph", "undo", study_.undo);
        texts("graph", "accept", study_.accept);
        choice("graph", "foot_speed", foot_speed_names, study_.foot_speed);
        if (root_["graph"]["cell_m"]) {
            number("graph", "cell_m", study_.cell_m.emplace(30.0), 1.0, 10000.0);
        }
        choice("risk", "model", model_names, study_.risk_model);
        number("risk", "window_years", study_.window_years, 1, 50);
        choice("risk", "rank_by", rank_names, study_.rank_by);
        number("risk", "top", study_.top, 1, 1000);
        flag("risk", "exposure", study_.use_exposure);
        number("hotspots", "permutations", study_.permutations, 99, 10'000'000);
        number("hotspots", "fdr", study_.fdr, 0.0001, 0.5);
        choice("hotspots", "correction", correction_names, study_.correction);
        choice("hotspots", "windows", window_names, study_.scan.windows);
        number("hotspots", "scan_share", study_.scan.max_share, 0.01, 0.5);
        number("hotspots", "replicates", study_.scan.replicates, 99, 999'999);
        flag("hotspots", "over_time", study_.scan.over_time);
        number("corridors", "alternatives", study_.alternatives, 1, 20);
        number("corridors", "theta", study_.theta, 0.01, 100.0);
        number("corridors", "worlds", study_.worlds, 1, 100'000);
        number("corridors", "detour", study_.detour, 1.01, 5.0);
        number("posts", "count", study_.posts.count, 0, 1000);
        choice("posts", "reach", reach_names, study_.posts.reach);
        number("posts", "minutes", study_.posts.minutes, 1.0, 6000.0);
        number("posts", "robust", study_.posts.robust, 0.0, 1.0);
        texts("posts", "standing", study_.posts.standing);
        read_methods();
        read_travel();
        read_neighbours();
        read_plan();
        read_indicators();
    }

    void flag(std::string const& section, std::string const& key, bool& target)
    {
        target = value<bool>(section, key, "true or false").value_or(target);
    }

    void read_travel()
    {
        auto& travel = study_.travel;
        travel = TravelModel{study_.profile};
        travel.foot = study_.foot_speed;
        choice("travel", "season", season_names, travel.season);
        flag("travel", "night", travel.night);
        flag("travel", "slope", travel.slope);
        for (std::size_t k = 0; k < travel.kmh.size(); ++k) {
            auto const name = std::string{geo::name_of(static_cast<geo::WayClass>(k))};
            number("travel", name + "_kmh", travel.kmh.at(k), 0.0, 120.0);
        }
        number("travel", "access_kmh", travel.access_kmh, 0.5, 60.0);
        number("travel", "wet_unpaved", travel.wet_unpaved, 1.0, 10.0);
        number("travel", "wet_path", travel.wet_path, 1.0, 10.0);
        number("travel", "wet_ford", travel.wet_ford, 0.0, 1.0);
        number("travel", "night_rough", travel.night_rough, 1.0, 10.0);
        number("travel", "grade", travel.grade, 0.0, 50.0);
        number("travel", "official_minutes", travel.official_minutes, 0.0, 1440.0);
        number("travel", "informal_minutes", travel.informal_minutes, 0.0, 1440.0);
        number("travel", "ford_minutes", travel.ford_minutes, 0.0, 1440.0);
        number("travel", "speed_spread", travel.speed_spread, 0.0, 2.0);
        number("travel", "access_spread", travel.access_spread, 0.0, 2.0);
        number("travel", "delay_spread", travel.delay_spread, 0.0, 2.0);
    }

    void read_neighbours()
    {
        auto& near = study_.neighbours;
        choice("neighbours", "rule", rule_names, near.rule);
        choice("neighbours", "kernel", kernel_names, near.kernel);
        number("neighbours", "k", near.k, 1, 1000);
        number("neighbours", "metres", near.metres, 1.0, 1e7);
        number("neighbours", "hours", near.hours, 0.01, 1000.0);
        number("neighbours", "order", near.order, 1, 20);
        flag("neighbours", "edge", near.edge);
        flag("neighbours", "as_distance", near.as_distance);
        if (auto const file = text("neighbours", "file")) {
            near.file = study_.file.parent_path() / *file;
        }
        if (near.rule == NeighbourRule::file && near.file.empty()) {
            wrong("[neighbours] rule = \"file\" needs file = \"weights.gal\" (or .gwt, .csv)");
        }
        if (near.rule == NeighbourRule::distance && near.metres == 0.0) {
            wrong("[neighbours] rule = \"distance\" needs metres = 20000 or the like");
        }
    }

    void read_plan()
    {
        study_.has_plan = root_["plan"].is_table();
        auto& plan = study_.plan;
        number("plan", "team_days", plan.team_days, 0.0, 1e6);
        number("plan", "teams", plan.teams, 1, 1000);
        number("plan", "exploration", plan.exploration, 0.0, 1.0);
        number("plan", "visit_days", plan.visit_days, 0.01, 366.0);
        number("plan", "hours_a_day", plan.hours_a_day, 0.5, 24.0);
        number("plan", "visits", plan.visits, 1, 12);
        number("plan", "reached", plan.reached, 0.01, 1.0);
        number("plan", "district_minimum", plan.district_minimum, 0, 1000);
        number("plan", "day_cost", plan.day_cost, 0.0, 1e6);
        study_.plan_base = text("plan", "base").value_or("");
    }

    /// [[indicators]] is a list of sections: each is read as if it stood alone.
    void read_indicators()
    {
        auto const* const list = root_["indicators"].as_array();
        if (list == nullptr) {
            return;
        }
        for (std::size_t i = 0; i < list->size(); ++i) {
            auto const* const entry = (*list)[i].as_table();
            if (entry != nullptr) {
                read_indicator(*entry, i + 1);
            }
        }
    }

    void read_indicator(toml::table const& entry, std::size_t number)
    {
        auto const text_of = [&](char const* key) { return geo::nfc(entry[key].value_or(std::string{})); };
        IndicatorSource indicator;
        auto& [source, stated] = indicator;
        stated.name = text_of("name");
        stated.as_of = text_of("as_of");
        stated.weight = entry["weight"].value_or(1.0);
        stated.in_model = entry["in_model"].value_or(true);
        std::string const which = "[[indicators]] " + (stated.name.empty() ? "number " + std::to_string(number) : stated.name);
        auto const direction = text_of("higher_is");
        stated.higher_is_worse = direction != worse_names[1];
        if (!direction.empty() && std::ranges::find(worse_names, std::string_view{direction}) == worse_names.end()) {
            wrong(which + ": higher_is = \"" + direction + "\"; expected worse or better");
        }
        if (stated.name.empty() || text_of("source").empty() || text_of("column").empty()) {
            wrong(which + ": expected at least name, source and column");
        }
        if (!(stated.weight > 0.0) || std::isinf(stated.weight)) {
            wrong(which + ": weight = " + geo::told(stated.weight) + "; expected a number above 0");
        }
        source = {.layer = "indicators", .source = text_of("source"), .table = text_of("layer"), .crs = {},
                  .columns = {{"value", text_of("column")}}, .folder = study_.file.parent_path()};
        for (auto const* const key : {"commune", "vintage"}) {
            if (auto const mapped = text_of(key); !mapped.empty()) {
                source.columns[key] = mapped;
            }
        }
        study_.indicators.push_back(std::move(indicator));
    }

    void read_methods()
    {
        auto const node = root_["hotspots"]["methods"];
        if (!node) {
            return;
        }
        auto const* const list = node.as_array();
        if (list == nullptr) {
            wrong("[hotspots] methods: expected a list, e.g. methods = [\"local-moran\"]");
            return;
        }
        study_.hotspot_methods.clear();
        Keys const known{"local-moran", "gi-star", "geary", "median-moran", "scan"};
        for (auto const& entry : *list) {
            auto const method = entry.value_or(std::string{});
            if (std::ranges::find(known, method) == known.end()) {
                wrong("[hotspots] methods: \"" + method + "\" is not known; expected " + listed(known));
            }
            study_.hotspot_methods.push_back(method);
        }
    }

    toml::table root_;
    StudyFile study_;
    Keys wrong_;
};

}  // namespace

std::string_view name_of(NeighbourRule rule) { return rule_names.at(static_cast<std::size_t>(rule)); }
std::string_view name_of(PostsReach reach) { return reach_names.at(static_cast<std::size_t>(reach)); }
std::string_view name_of(ScanWindows windows)
{
    return window_names.at(static_cast<std::size_t>(windows));
}

bool StudyFile::uses(std::string_view hotspot_method) const
{
    return std::ranges::find(hotspot_methods, hotspot_method) != hotspot_methods.end();
}

geo::LayerSource const* StudyFile::layer(std::string const& name) const
{
    auto const found = layers.find(name);
    return found == layers.end() ? nullptr : &found->second;
}

StudyFile read_study_file(std::filesystem::path const& file)
{
    if (!std::filesystem::exists(file)) {
        throw Error{Trouble::usage, "there is no study file " + file.string() +
                                        "; make one with: marchland new DIR --communes FILE"};
    }
    if (std::filesystem::is_directory(file)) {
        return read_study_file(file / "study.toml");
    }
    return Reader{std::filesystem::absolute(file)}.read();
}

}  // namespace marchland::analysis
