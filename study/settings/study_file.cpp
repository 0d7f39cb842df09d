#include "study/settings/study_file.hpp"

#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/text.hpp"
#include "study/settings/keys.hpp"
#include "study/settings/sections.hpp"

namespace marchland::study {
namespace {

using geo::Error;
using geo::Trouble;

void read_period(StudyToml& toml, StudyFile& study)
{
    auto const months = toml.list("study", "period");
    std::optional<geo::Period> from;
    std::optional<geo::Period> to;
    if (months && months->size() == 2) {
        from = geo::parse_period(months->front());
        to = geo::parse_period(months->back());
    }
    if (!from || !to || to->to < from->from) {
        toml.wrong("[study] period: expected the first and the last month, e.g. period = "
                   "[\"2021-01\", \"2025-06\"]");
        return;
    }
    study.period = {from->from, to->to};
}

void read_study(StudyToml& toml, StudyFile& study)
{
    if (!toml.is_section("study")) {
        toml.wrong("there is no [study] section; expected at least its period");
    }
    study.title = toml.text("study", "title").value_or(study.file.stem().string());
    study.purpose = toml.text("study", "purpose").value_or(study.purpose);
    study.crs = toml.text("study", "crs");
    study.vintage = toml.text("study", "vintage").value_or(study.vintage);
    if (!geo::is_day(study.vintage)) {
        toml.wrong("[study] vintage = \"" + study.vintage + "\": expected a day like 2025-07-01");
    }
    toml.flag("study", "synthetic", study.synthetic);
    if (auto const seed = toml.whole("study", "seed")) {
        if (*seed < 0) {
            toml.wrong("[study] seed = " + std::to_string(*seed) + ": expected 0 or more");
        }
        study.seed = static_cast<std::uint64_t>(*seed);
    }
    read_period(toml, study);
}

void refuse_if_wrong(StudyToml const& toml, std::filesystem::path const& file)
{
    if (toml.all_wrong().empty()) {
        return;
    }
    std::string words = file.string() + " cannot be used:";
    for (auto const& line : toml.all_wrong()) {
        words += "\n  " + line;
    }
    throw Error{Trouble::usage, words};
}

}  // namespace

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
    StudyFile study{.file = std::filesystem::absolute(file)};
    StudyToml toml{study.file};
    study.unused = check_keys(toml);
    read_study(toml, study);
    read_layers(toml, study);
    read_travel(toml, study);
    read_risk(toml, study);
    read_plan(toml, study);
    read_indicators(toml, study);
    refuse_if_wrong(toml, study.file);
    return study;
}

}  // namespace marchland::study
