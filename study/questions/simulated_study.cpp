#include "study/questions/simulated_study.hpp"

#include "geo/files/write.hpp"
#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/text.hpp"

#include <toml++/toml.h>

#include <array>
#include <cmath>
#include <set>
#include <sstream>

namespace marchland::study {
namespace {

namespace fs = std::filesystem;
using geo::ValueType;

/// Sections that speak of real persons or of what was known of real communes.
constexpr std::array left_behind{"cases",  "effort",     "lists",   "people",    "crosswalk",
                                 "visits", "activities", "waiting", "indicators"};

int first_year(StudyFile const& study, int years)
{
    return study.period.to.index / 12 - years + 1;
}

geo::StoreTable truth_table(Region const& region, analysis::simulation::World const& world)
{
    geo::StoreTable table{.name = "truth",
                          .description = "what the simulated world holds",
                          .columns = {{"code", ValueType::text},
                                      {"relative_risk", ValueType::real},
                                      {"persons", ValueType::real},
                                      {"reporting", ValueType::real},
                                      {"planted", ValueType::integer}}};
    for (auto const id : region.communes.code.ids()) {
        table.rows.push_back({region.communes.code[id], world.relative_risk[id], world.persons[id],
                              world.reporting[id], std::int64_t{world.planted[id]}});
    }
    return table;
}

geo::StoreTable cases_table(Region const& region, analysis::simulation::World const& world,
                            int from)
{
    geo::StoreTable table{.name = "cases",
                          .columns = {{"commune", ValueType::text},
                                      {"period", ValueType::text},
                                      {"count", ValueType::integer}}};
    for (std::size_t year = 0; year < world.detected.size(); ++year) {
        for (auto const id : region.communes.code.ids()) {
            if (double const count = world.detected[year][id]; count > 0.0) {
                table.rows.push_back({region.communes.code[id],
                                      std::to_string(from + static_cast<int>(year)),
                                      static_cast<std::int64_t>(count)});
            }
        }
    }
    return table;
}

/// The simulated study's own word.
constexpr std::string_view effort_kind = "hours per 1000 people";

geo::StoreTable effort_table(Region const& region, analysis::simulation::World const& world,
                             int from)
{
    geo::StoreTable table{.name = "effort",
                          .columns = {{"commune", ValueType::text},
                                      {"period", ValueType::text},
                                      {"kind", ValueType::text},
                                      {"amount", ValueType::real}}};
    for (std::size_t year = 0; year < world.detected.size(); ++year) {
        for (auto const id : region.communes.code.ids()) {
            table.rows.push_back({region.communes.code[id],
                                  std::to_string(from + static_cast<int>(year)),
                                  std::string{effort_kind}, world.effort[id]});
        }
    }
    return table;
}

geo::StoreTable indicator_table(Region const& region, analysis::simulation::World const& world)
{
    geo::StoreTable table{.name = "indicator",
                          .columns = {{"commune", ValueType::text}, {"score", ValueType::real}}};
    for (auto const id : region.communes.code.ids()) {
        table.rows.push_back({region.communes.code[id], world.indicator[id]});
    }
    return table;
}

/// The study with its files named from another folder.
toml::table moved(StudyFile const& study, fs::path const& folder)
{
    auto root = toml::parse(study.text);
    for (auto const* const section : left_behind) {
        root.erase(section);
    }
    for (auto const& [name, layer] : study.layers) {
        auto const file = layer.folder / layer.source;
        if (auto* const table = root[name].as_table(); table != nullptr && fs::exists(file)) {
            table->insert_or_assign(
                "source", fs::proximate(fs::weakly_canonical(file), fs::weakly_canonical(folder))
                              .generic_string());
        }
    }
    if (auto* const near = root["neighbours"].as_table();
        near != nullptr && !study.neighbours.file.empty()) {
        near->insert_or_assign("file", fs::proximate(fs::weakly_canonical(study.neighbours.file),
                                                     fs::weakly_canonical(folder))
                                           .generic_string());
    }
    return root;
}

std::string toml_text(StudyFile const& study, analysis::simulation::WorldOptions const& options,
                      fs::path const& folder, int from)
{
    auto root = moved(study, folder);
    auto* const head = root["study"].as_table();
    head->insert_or_assign("title", "Simulated world (" + std::string{name_of(options.family)} +
                                        ") over " + study.title);
    head->insert_or_assign("purpose", "training");
    head->insert_or_assign("synthetic", true);
    head->insert_or_assign("period", toml::array{std::to_string(from) + "-01",
                                                 std::to_string(from + options.years - 1) + "-12"});
    root.insert_or_assign("cases", toml::table{{"source", "cases.csv"}});
    root.insert_or_assign(
        "effort", toml::table{{"source", "effort.csv"}, {"kinds", toml::table{{effort_kind, 1}}}});
    if (options.indicator > 0.0) {
        root.insert_or_assign("indicators", toml::array{toml::table{{"name", "simulated indicator"},
                                                                    {"source", "indicator.csv"},
                                                                    {"column", "score"},
                                                                    {"higher_is", "worse"}}});
    }
    if (auto* const risk = root["risk"].as_table()) {
        risk->erase("window_years");  // chosen for other records
        risk->erase("half_life_years");
    }
    std::ostringstream text;
    text << "# SYNTHETIC: a simulated world (" << name_of(options.family) << "), seed "
         << options.seed << ". truth.csv says what it holds.\n\n"
         << root << "\n";
    return text.str();
}

void refuse(StudyFile const& study, fs::path const& folder, bool replace)
{
    std::error_code unlike;
    if (fs::equivalent(folder, study.file.parent_path(), unlike)) {
        throw geo::Error{geo::Trouble::usage, "the simulated study would replace " +
                                                  study.file.string() +
                                                  "; give another folder with -o"};
    }
    if (fs::exists(folder / "study.toml") && !replace) {
        throw geo::Error{geo::Trouble::usage,
                         "there is a study in " + folder.string() +
                             " already; give another folder with -o, or --force to replace it"};
    }
}

}  // namespace

std::vector<std::string> write_simulated(StudyFile const& study, Region const& region,
                                         analysis::simulation::World const& world,
                                         analysis::simulation::WorldOptions const& options,
                                         fs::path const& folder, bool replace)
{
    refuse(study, folder, replace);
    int const from = first_year(study, options.years);
    geo::make_folder(folder);
    std::vector<std::string> files;
    auto const write = [&](std::string const& name, std::string const& text) {
        geo::write_file(folder / name, text);
        files.push_back(name);
    };
    write("truth.csv", geo::csv_text(truth_table(region, world)));
    write("cases.csv", geo::csv_text(cases_table(region, world, from)));
    write("effort.csv", geo::csv_text(effort_table(region, world, from)));
    if (options.indicator > 0.0) {
        write("indicator.csv", geo::csv_text(indicator_table(region, world)));
    }
    write("study.toml", toml_text(study, options, folder, from));
    return files;
}

}  // namespace marchland::study
