#include "cli/commands.hpp"

#include "cli/work.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace marchland::cli {
namespace {

void print_json(std::ostream& out, geo::Findings const& findings)
{
    auto list = nlohmann::ordered_json::array();
    for (auto const& finding : findings) {
        list.push_back({{"severity", geo::name_of(finding.severity)},
                        {"rule", finding.rule},
                        {"file", finding.file},
                        {"layer", finding.layer},
                        {"feature", finding.feature},
                        {"field", finding.field},
                        {"message", finding.message},
                        {"action", finding.action}});
    }
    out << nlohmann::ordered_json{{"findings", list}}.dump(2) << "\n";
}

void run(Common const& common, Console& console)
{
    auto const study = study_of(common);
    auto const region = study::read_region(study, console.job(common));
    console.clear_bar();
    if (common.json) {
        print_json(console.out(), region.findings);
    } else {
        for (auto const& finding : region.findings) {
            console.out() << geo::sentence(finding) << '\n';
        }
        auto const count = [&](geo::Severity severity) {
            return std::ranges::count(region.findings, severity, &geo::Finding::severity);
        };
        console.out() << region.communes.size() << " communes, " << region.crossings.size()
                      << " crossings, " << region.ways.size() << " ways, " << region.cases.size()
                      << " rows of cases: " << count(geo::Severity::error) << " errors, "
                      << count(geo::Severity::warning) << " warnings, "
                      << count(geo::Severity::note) << " notes\n";
    }
    if (geo::stops_work(region.findings)) {
        throw StoppedByFindings{};
    }
}

}  // namespace

void add_check(Command& program, Console& console)
{
    auto common = std::make_shared<Common>();
    auto command =
        program.subcommand("check", "check the data and list all problems; computes nothing");
    command.option("STUDY", common->study, "study file, or the folder that holds study.toml")
        .required();
    command.option("--threads", common->threads, "threads to use (default: all)");
    command.flag("--quiet", common->quiet, "no progress");
    command.flag("--json", common->json, "findings as JSON");
    command.runs([common, &console] { run(*common, console); });
}

}  // namespace marchland::cli
