#include "study/run/record.hpp"

#include "geo/gate/shown.hpp"
#include "geo/vocabulary/text.hpp"
#include "study/settings/travel_keys.hpp"

#include <array>
#include <chrono>
#include <ctime>

namespace marchland::study {
namespace {

constexpr std::array step_names{std::string_view{"graph"}, std::string_view{"risk"},
                                std::string_view{"hotspots"}, std::string_view{"plan"},
                                std::string_view{"corridors"}};

std::string methods_of(StudyFile const& study)
{
    std::string methods;
    for (auto const& method : study.hotspot_methods) {
        methods += (methods.empty() ? "" : "+") + method;
    }
    return methods;
}

/// " land_cover=10:dense,20:medium"; nothing where there is none.
std::string classes_of(analysis::travel::LandClasses const& classes)
{
    std::string words;
    for (auto const& [code, cover] : classes) {
        words += (words.empty() ? " land_cover=" : ",") + std::to_string(code) + ":" +
                 std::string{name_of(cover)};
    }
    return words;
}

}  // namespace

results::About about_of(StudyFile const& study, Region const& region)
{
    results::About about;
    about.title = study.title;
    about.purpose = study.purpose;
    about.crs = region.communes.crs.text();
    about.crs_name = region.communes.crs.name();
    about.period_from = study.period.from.text();
    about.period_to = study.period.to.text();
    about.vintage = study.vintage;
    about.synthetic = study.synthetic;
    about.version = MARCHLAND_VERSION;
    about.seed = static_cast<std::int64_t>(study.seed);
    about.rank_by = name_of(study.rank_by);
    about.risk_model = name_of(study.risk_model);
    about.fdr = study.fdr;
    about.correction = name_of(study.correction);
    about.permutations = study.permutations;
    about.hotspot_methods = study.hotspot_methods;
    about.profile = name_of(study.profile);
    about.programme_day = geo::text_of(study.day_ahead());
    about.has_effort = region.has("effort");
    about.absent = region.absent;
    for (auto const& [name, layer] : study.layers) {
        about.sources.push_back(name + ": " + geo::shown_source(layer.source));
    }
    about.study = geo::without_passwords(study.text);
    about.changed = study.changes;
    return about;
}

std::string_view name_of(Step step)
{
    return step_names.at(static_cast<std::size_t>(step));
}

std::string now_utc()
{
    auto const now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm parts{};
    gmtime_r(&now, &parts);
    std::array<char, 32> text{};
    std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
    return text.data();
}

std::string parameters_of(StudyFile const& study, Step step)
{
    switch (step) {
    case Step::graph:
        return "profile=" + std::string{name_of(study.profile)} +
               " snap_m=" + geo::shortest(study.snap_m) +
               (study.doubt_m ? " doubt_m=" + geo::shortest(*study.doubt_m) : "") +
               " limit_hours=" + geo::shortest(study.programmes.limit_hours) +
               " fresh_months=" + std::to_string(study.programmes.fresh_months) +
               " visit_months=" + std::to_string(study.programmes.visit_months) +
               " cell_m=" + (study.cell_m ? geo::shortest(*study.cell_m) : "file") + " " +
               told(study.travel) + classes_of(study.land_classes);
    case Step::risk:
        return "model=" + std::string{name_of(study.risk_model)} + " window_years=" +
               (study.window_years == 0 ? "all" : std::to_string(study.window_years)) +
               (study.half_life_years == 0.0
                    ? ""
                    : " half_life_years=" + geo::shortest(study.half_life_years)) +
               " rank_by=" + std::string{name_of(study.rank_by)};
    case Step::hotspots:
        return "method=" + methods_of(study) +
               " neighbours=" + std::string{name_of(study.neighbours.rule)} +
               " permutations=" + std::to_string(study.permutations) +
               " fdr=" + geo::shortest(study.fdr) +
               " correction=" + std::string{name_of(study.correction)};
    case Step::plan:
        return "team_days=" + geo::shortest(study.plan.team_days) +
               " teams=" + std::to_string(study.plan.teams) +
               " exploration=" + geo::shortest(study.plan.exploration) + told(study.plan.calendar);
    default:
        return "alternatives=" + std::to_string(study.alternatives) +
               " theta=" + geo::shortest(study.theta);
    }
}

}  // namespace marchland::study
