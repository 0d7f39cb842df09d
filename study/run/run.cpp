#include "study/run/run.hpp"

#include "geo/files/write.hpp"
#include "geo/vocabulary/numbers.hpp"
#include "geo/vocabulary/text.hpp"
#include "study/input/nearness.hpp"
#include "study/rows/risk_input.hpp"
#include "study/rows/rows.hpp"
#include "study/run/work_to_risk.hpp"
#include "study/settings/inputs.hpp"
#include "study/settings/travel_keys.hpp"

#include <array>
#include <chrono>
#include <ctime>

namespace marchland::study {
namespace {

constexpr std::array step_names{std::string_view{"graph"}, std::string_view{"risk"},
                                std::string_view{"hotspots"}, std::string_view{"plan"},
                                std::string_view{"corridors"}};

std::string now_utc()
{
    auto const now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm parts{};
    gmtime_r(&now, &parts);
    std::array<char, 32> text{};
    std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
    return text.data();
}

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

std::string parameters_of(StudyFile const& study, Step step)
{
    switch (step) {
    case Step::graph:
        return "profile=" + std::string{name_of(study.profile)} +
               " snap_m=" + geo::shortest(study.snap_m) +
               " cell_m=" + (study.cell_m ? geo::shortest(*study.cell_m) : "file") + " " +
               told(study.travel) + classes_of(study.land_classes);
    case Step::risk:
        return "model=" + std::string{name_of(study.risk_model)} +
               " window_years=" + std::to_string(study.window_years) +
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
               " exploration=" + geo::shortest(study.plan.exploration);
    default:
        return "alternatives=" + std::to_string(study.alternatives) +
               " theta=" + geo::shortest(study.theta);
    }
}

/// Carries out the steps one after the other and keeps what later ones need.
class Runner {
public:
    Runner(StudyFile const& study, Region const& region, geo::Job const& job,
           StepWatch const& watch)
        : study_{study}, region_{region}, job_{job}, watch_{watch}, sha256_{hash_of(inputs(study))},
          contiguous_{region.boundaries->neighbours(geo::Contiguity::queen)}
    {
        results_.about = about_of(study, region);
        results_.findings = region.findings;
        results_.border = region.border;
        results_.communes = commune_rows(region);
        results_.crossings = crossing_rows(region);
        results_.markets = market_rows(region);
    }

    results::Results run(Step last)
    {
        // Share of the whole that each step takes, roughly.
        constexpr std::array<double, 6> marks{0.0, 0.25, 0.55, 0.65, 0.7, 1.0};
        constexpr std::array doers{&Runner::graph, &Runner::risk, &Runner::hotspots, &Runner::plan,
                                   &Runner::corridors};
        auto const steps = static_cast<std::size_t>(last) + 1;
        for (std::size_t i = 0; i < steps; ++i) {
            auto const step = static_cast<Step>(i);
            if (step == Step::plan && last != Step::plan && !study_.has_plan) {
                continue;
            }
            if (watch_) {
                watch_(name_of(step));
            }
            auto const started = now_utc();
            auto const clock = std::chrono::steady_clock::now();
            (this->*doers.at(i))(
                job_.part(marks.at(i) / marks.at(steps), marks.at(i + 1) / marks.at(steps)));
            std::chrono::duration<double> const taken = std::chrono::steady_clock::now() - clock;
            results_.runs.push_back({std::string{name_of(step)}, started, taken.count(),
                                     results_.about.version, results_.about.seed,
                                     static_cast<std::int64_t>(job_.threads()),
                                     parameters_of(study_, step), sha256_});
        }
        return std::move(results_);
    }

    WorkToRisk to_risk()
    {
        graph(job_.part(0.0, 0.4));
        risk(job_.part(0.4, 1.0));
        return {std::move(results_.about), std::move(results_.findings), std::move(*routes_),
                std::move(risk_)};
    }

private:
    void graph(geo::Job const& job)
    {
        routes_.emplace(routes_of(region_, study_, job.part(0.0, 0.6)));
        fill_routes(*routes_, region_, study_.travel, results_);
        say_banks(*routes_, region_, results_);
        fill_candidates(*routes_, region_, study_, results_, job.part(0.6, 0.65));
        fill_border_profile(*routes_, region_, study_, results_, job.part(0.65, 1.0));
    }

    analysis::routes::Routes const* routes() const
    {
        return region_.ways.size() > 0 ? &*routes_ : nullptr;
    }

    void risk(geo::Job const& job)
    {
        weights_ = weights_of(study_, region_, routes(), job.part(0.0, 0.1));
        near_ = analysis::neighbours::symmetric(analysis::neighbours::lists_of(weights_));
        auto const window = analysis::rates::window_of(study_.period, study_.window_years);
        counts_ = analysis::rates::count_cases(region_.cases, region_.communes.size(), window);
        auto const input = risk_input(study_, region_, routes(), near_, window, results_.findings);
        structure_ = input.structure;
        risk_ = analysis::risk::risk_of(input,
                                        {.rank_by = study_.rank_by,
                                         .seed = study_.seed,
                                         .model = study_.risk_model,
                                         .top = study_.top},
                                        job.part(0.1, 0.8));
        fill_risk(counts_, input, risk_, rates_of_input(input, contiguous_), region_, results_);
        if (!region_.indicators.empty()) {
            fill_vulnerability(
                analysis::risk::vulnerability_of(region_.indicators, region_.communes.size(),
                                                 {.seed = study_.seed}, job.part(0.8, 0.85)),
                region_, results_);
        }
        fill_changes(region_, study_, results_);
        fill_validation(region_, study_, routes(), near_, results_, job.part(0.85, 0.95));
        fill_reporting(region_, study_, results_, job.part(0.95, 1.0));
    }

    /// Local Moran and Gi* come from one set of permutations; each is told only where it is asked for.
    void local_moran(analysis::rates::Rates const& rates, geo::Job const& job)
    {
        analysis::hotspots::LocalMoranOptions const options{.permutations = study_.permutations,
                                                            .seed = study_.seed};
        analysis::hotspots::LocalMoran local;
        if (study_.uses("local-moran")) {
            auto found = analysis::hotspots::find_hotspots(
                rates.standardised, weights_, {options, study_.fdr, study_.correction}, job);
            fill_hotspots(found, counts_, rates, region_, results_);
            local = std::move(found.local);
        } else if (study_.uses("gi-star")) {
            local = analysis::hotspots::local_moran(rates.standardised, weights_, options, job);
        }
        if (study_.uses("gi-star")) {
            fill_gi_star(local, results_);
        }
    }

    void hotspots(geo::Job const& job)
    {
        auto const rates = analysis::rates::rates_of(counts_.cases, risk_.exposure, contiguous_);
        local_moran(rates, job.part(0.0, 0.4));
        analysis::hotspots::LocalTestOptions const options{.permutations = study_.permutations,
                                                           .seed = study_.seed};
        auto const asked = [&](char const* method, analysis::hotspots::LocalStatistic statistic) {
            return study_.uses(method)
                       ? analysis::hotspots::local_test(statistic, rates.standardised, weights_,
                                                        options, job.part(0.4, 0.5))
                       : analysis::hotspots::LocalTest{};
        };
        fill_local(asked("geary", analysis::hotspots::LocalStatistic::geary),
                   asked("median-moran", analysis::hotspots::LocalStatistic::median_moran),
                   results_);
        if (study_.uses("scan")) {
            fill_scan(study_, region_, routes(), counts_, risk_, structure_, results_,
                      job.part(0.5, 1.0));
        }
    }

    void plan(geo::Job const& job) { fill_plan(study_, region_, routes(), risk_, results_, job); }

    void corridors(geo::Job const& job)
    {
        if (region_.ways.size() > 0 && region_.crossings.size() > 0) {
            fill_corridors(*routes_, region_, study_, risk_, results_, job);
        }
    }

    StudyFile const& study_;
    Region const& region_;
    geo::Job const& job_;
    StepWatch const& watch_;
    std::string sha256_;
    analysis::neighbours::Neighbours contiguous_;  ///< for rates, whatever the study calls near
    analysis::neighbours::Weights weights_;
    analysis::neighbours::Neighbours near_;  ///< linked both ways
    geo::PerCommune<double> structure_;
    results::Results results_;
    std::optional<analysis::routes::Routes> routes_;
    analysis::rates::Counts counts_;
    analysis::risk::Risk risk_;
};

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
    about.permutations = study.permutations;
    about.hotspot_methods = study.hotspot_methods;
    about.profile = name_of(study.profile);
    about.has_effort = region.has("effort");
    about.absent = region.absent;
    for (auto const& [name, layer] : study.layers) {
        about.sources.push_back(name + ": " + layer.source);
    }
    about.study = study.text;
    about.changed = study.changes;
    return about;
}

std::string_view name_of(Step step)
{
    return step_names.at(static_cast<std::size_t>(step));
}

WorkToRisk work_to_risk(StudyFile const& study, Region const& region, geo::Job const& job)
{
    StepWatch const nobody;
    return Runner{study, region, job, nobody}.to_risk();
}

results::Results run_steps(StudyFile const& study, Region const& region, Step last,
                           geo::Job const& job, StepWatch const& watch)
{
    return Runner{study, region, job, watch}.run(last);
}

}  // namespace marchland::study
