#include "cli/work.hpp"

#include "cli/pictures.hpp"
#include "cli/summary.hpp"
#include "results/store.hpp"

#include <algorithm>
#include <iterator>

namespace marchland::cli {

study::Session sound_session(Console& console, Common const& common, study::StudyFile study,
                             geo::Job const& job)
{
    console.step("reading");
    study::Session session{std::move(study)};
    auto const& region = session.region(job);
    if (geo::stops_work(region.findings)) {
        console.say(region.findings, common.quiet);
        console.err() << "the findings marked \"error\" stop the work; nothing was written\n";
        throw StoppedByFindings{};
    }
    return session;
}

void say_warnings(Console& console, Common const& common, geo::Findings const& findings)
{
    geo::Findings warnings;
    std::ranges::copy_if(findings, std::back_inserter(warnings), [](geo::Finding const& one) {
        return one.severity == geo::Severity::warning;
    });
    if (!common.quiet) {
        console.say(warnings, false);
    }
}

Work work_up_to(Console& console, Common const& common, study::StudyFile const& study,
                study::Step last, std::filesystem::path const& folder)
{
    auto const job = console.job(common);
    auto session = sound_session(console, common, study, job.part(0.0, 0.2));
    auto results = session.results(last, job.part(0.2, 0.9),
                                   [&console](std::string_view step) { console.step(step); });
    console.step("writing");
    results::write_results(results, folder, layer_styles(results), job.part(0.9, 0.95));
    auto const warnings =
        std::ranges::count(results.findings, geo::Severity::warning, &geo::Finding::severity);
    console.clear_bar();
    if (!common.quiet && warnings > 0) {
        console.err() << warnings << (warnings == 1 ? " warning" : " warnings")
                      << " about the data: see findings.csv, or marchland check\n";
    }
    return {std::move(results), session.region().boundaries};
}

void run_step(Console& console, Common const& common, study::StudyFile const& study,
              study::Step step,
              std::function<void(std::ostream&, results::Results const&)> const& print)
{
    auto const folder = folder_of(common, study);
    auto const results = work_up_to(console, common, study, step, folder).results;
    if (common.json) {
        print_json(console.out(), results, folder, {"study.gpkg"});
        return;
    }
    print_headline(console.out(), results);
    print(console.out(), results);
}

}  // namespace marchland::cli
