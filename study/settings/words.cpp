// [words] of study.toml: what the study's own words stand for, list by list.
#include "study/settings/sections.hpp"

#include "geo/gate/personal_values.hpp"
#include "geo/vocabulary/text.hpp"

namespace marchland::study {
namespace {

/// Lists whose values the program works with; a study cannot add to them.
constexpr std::array fixed_lists{
    std::string_view{"activity_unit"},  std::string_view{"area"},
    std::string_view{"crossing_class"}, std::string_view{"crossing_status"},
    std::string_view{"flag"},           std::string_view{"road_class"},
    std::string_view{"role"},           std::string_view{"season"},
    std::string_view{"sensitivity"},    std::string_view{"sex"},
    std::string_view{"waiting_kind"}};

bool is_fixed(std::string const& list)
{
    return std::ranges::find(fixed_lists, list) != fixed_lists.end();
}

/// The value of the list that is meant; a new one where the study may make some.
std::optional<std::string> meant_value(std::string const& list, std::string const& value)
{
    if (auto const known = geo::listed_value(list, value)) {
        return known;
    }
    bool const sound = !geo::trimmed(value).empty() && !geo::personal_value(value);
    return is_fixed(list) || !sound ? std::nullopt : std::optional{value};
}

void read_list(StudyToml& toml, std::string const& list, geo::OwnWords& words)
{
    auto const section = "words." + list;
    if (!toml.is_section(section)) {
        toml.wrong("[words] " + list + ": expected a section [" + section +
                   "] with lines like \"own word\" = \"value\"");
        return;
    }
    for (auto const& word : toml.keys(section)) {
        auto const value = toml.text(section, word);
        auto const meant = value ? meant_value(list, *value) : std::nullopt;
        if (meant) {
            words[list][geo::nfc(word)] = *meant;
        } else if (value) {
            toml.wrong("[" + section + "] " + word + " = \"" + *value + "\": expected one of " +
                       listed(geo::values_of_list(list)));
        }
    }
}

}  // namespace

geo::OwnWords read_words(StudyToml& toml)
{
    geo::OwnWords words;
    if (toml.is_section("words")) {
        for (auto const& list : toml.keys("words")) {
            if (!geo::values_of_list(list).empty()) {  // else it was said as an unknown key
                read_list(toml, list, words);
            }
        }
    }
    return words;
}

}  // namespace marchland::study
