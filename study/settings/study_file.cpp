#include "study/settings/study_file.hpp"

#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/text.hpp"
#include "study/settings/keys.hpp"
#include "study/settings/sections.hpp"

#include <fstream>
#include <sstream>

#include <cmath>

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

void refuse_if_wrong(StudyToml const& toml, StudyFile const& study)
{
    if (toml.all_wrong().empty()) {
        return;
    }
    std::string words = study.file.string() +
                        (study.changes.empty() ? "" : ", with the options that were given,") +
                        " cannot be used:";
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

geo::Day StudyFile::day_ahead() const
{
    return plan.calendar.start.value_or(geo::first_day({period.to.index + 1}));
}

std::vector<geo::LayerSource> StudyFile::crosswalks() const
{
    std::vector<geo::LayerSource> all;
    for (auto const& [name, source] : layers) {
        if (source.layer == "crosswalk") {
            all.push_back(source);
        }
    }
    return all;
}

StudyFile parse_study(std::string const& text, std::filesystem::path const& file,
                      std::vector<std::string> const& changes)
{
    StudyFile study{.file = std::filesystem::absolute(file), .text = text, .changes = changes};
    StudyToml toml{text, study.file, changes};
    study.unused = check_keys(toml);
    read_study(toml, study);
    read_layers(toml, study);
    read_travel(toml, study);
    read_risk(toml, study);
    read_plan(toml, study);
    read_indicators(toml, study);
    refuse_if_wrong(toml, study);
    return study;
}

StudyFile read_study_file(std::filesystem::path const& file,
                          std::vector<std::string> const& changes)
{
    if (!std::filesystem::exists(file)) {
        throw Error{Trouble::usage, "there is no study file " + file.string() +
                                        "; make one with: marchland new DIR --communes FILE"};
    }
    if (std::filesystem::is_directory(file)) {
        return read_study_file(file / "study.toml", changes);
    }
    std::ifstream in{file, std::ios::binary};
    std::ostringstream text;
    text << in.rdbuf();
    if (!in) {
        throw Error{Trouble::usage, "the study file " + file.string() + " cannot be read"};
    }
    return parse_study(text.str(), file, changes);
}

StudyFile with(StudyFile const& study, std::vector<std::string> const& changes)
{
    auto all = study.changes;
    all.insert(all.end(), changes.begin(), changes.end());
    return parse_study(study.text, study.file, all);
}

std::string changed(std::string const& key, double value)
{
    // TOML says infinity and no number in these words; both are then judged as out of range
    return key + " = " +
           (std::isnan(value)   ? "nan"
            : std::isinf(value) ? (value > 0.0 ? "inf" : "-inf")
                                : geo::shortest(value));
}

std::string changed(std::string const& key, std::int64_t value)
{
    return key + " = " + std::to_string(value);
}

std::string changed(std::string const& key, std::string const& value)
{
    std::string quoted;
    for (char const c : value) {
        quoted += c == '"' || c == '\\' ? std::string{'\\', c} : std::string{c};
    }
    return key + " = \"" + quoted + "\"";
}

}  // namespace marchland::study
