// [graph], [travel] and the legend of [land_cover] in study.toml.
#include "study/settings/sections.hpp"
#include "study/settings/travel_keys.hpp"

#include "geo/vocabulary/text.hpp"

namespace marchland::study {
namespace {

constexpr std::array foot_speed_names{
    std::string_view{"tobler"}, std::string_view{"irmischer-clarke"}, std::string_view{"langmuir"}};
constexpr std::array profile_names{std::string_view{"motorbike"}, std::string_view{"foot"},
                                   std::string_view{"car"}};
constexpr std::array season_names{std::string_view{"dry"}, std::string_view{"wet"}};
constexpr std::array legend_names{std::string_view{"esa-worldcover"}};

void read_graph(StudyToml& toml, StudyFile& study)
{
    toml.choice("graph", "profile", profile_names, study.profile);
    toml.number("graph", "snap_m", study.snap_m, 0.0, 5000.0);
    if (toml.has("graph", "doubt_m")) {
        toml.number("graph", "doubt_m", study.doubt_m.emplace(250.0), 1.0, 100000.0);
    }
    toml.number("graph", "candidate_m", study.candidate_m, 1.0, 5000.0);
    toml.texts("graph", "undo", study.undo);
    toml.texts("graph", "accept", study.accept);
    toml.choice("graph", "foot_speed", foot_speed_names, study.foot_speed);
    if (toml.has("graph", "cell_m")) {
        toml.number("graph", "cell_m", study.cell_m.emplace(30.0), 1.0, 10000.0);
    }
}

/// A code of the raster; nothing for what is no whole number.
std::optional<int> code_in(std::string const& text)
{
    auto const value = geo::number_in(text);
    bool const sound = value && std::abs(*value) < 1e6 && *value == std::floor(*value);
    return sound ? std::optional{static_cast<int>(*value)} : std::nullopt;
}

/// One line of [land_cover.classes]: code = "cover".
void read_class(StudyToml& toml, std::string const& key, analysis::travel::LandClasses& classes)
{
    std::string const section = "land_cover.classes";
    auto const code = code_in(key);
    if (!code) {
        toml.wrong(StudyToml::called(section, key) +
                   ": expected a code of the raster, a whole number like 10 = \"dense\"");
        return;
    }
    auto const word = toml.text(section, key);
    if (auto const cover = analysis::travel::cover_called(word.value_or(""))) {
        classes[*code] = *cover;
    } else if (word) {
        toml.wrong(StudyToml::called(section, key) + " = \"" + *word + "\": expected one of " +
                   listed(analysis::travel::cover_words()) +
                   did_you_mean(*word, analysis::travel::cover_words()));
    }
}

void read_land_classes(StudyToml& toml, StudyFile& study)
{
    if (!toml.is_section("land_cover")) {
        return;
    }
    int legend = -1;
    toml.choice("land_cover", "legend", legend_names, legend);
    if (legend == 0) {
        study.land_classes = analysis::travel::esa_worldcover();
    }
    if (toml.has("land_cover", "classes") && !toml.is_section("land_cover.classes")) {
        toml.wrong("[land_cover] classes: expected a section [land_cover.classes] with lines like "
                   "10 = \"dense\"");
    }
    for (auto const& key : toml.keys("land_cover.classes")) {
        read_class(toml, key, study.land_classes);
    }
    if (!toml.has("land_cover", "legend") && toml.keys("land_cover.classes").empty()) {
        toml.wrong("[land_cover] does not say what its codes mean; expected legend = "
                   "\"esa-worldcover\" or a section [land_cover.classes] with lines like "
                   "10 = \"dense\"");
    }
}

}  // namespace

void read_travel(StudyToml& toml, StudyFile& study)
{
    read_graph(toml, study);
    auto& travel = study.travel;
    travel = analysis::travel::TravelModel{study.profile};
    travel.foot = study.foot_speed;
    toml.choice("travel", "season", season_names, travel.season);
    toml.flag("travel", "night", travel.night);
    toml.flag("travel", "slope", travel.slope);
    for (auto const& key : travel_keys()) {
        toml.number("travel", key.name, key.of(travel), key.lowest, key.highest);
    }
    read_land_classes(toml, study);
}

}  // namespace marchland::study
