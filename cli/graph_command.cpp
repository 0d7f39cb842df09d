#include "cli/commands.hpp"

#include "cli/summary.hpp"
#include "cli/work.hpp"

namespace marchland::cli {
namespace {

struct Args {
    Common common;
    std::optional<std::string> profile;
    std::optional<double> snap_m;
};

void run(Args const& args, Console& console)
{
    Changes changes;
    changes.set("graph.profile", args.profile);
    changes.set("graph.snap_m", args.snap_m);
    auto const study = study_of(args.common, changes);
    run_step(console, args.common, study, study::Step::graph, print_network);
}

}  // namespace

void add_graph(CLI::App& app, Console& console)
{
    auto args = std::make_shared<Args>();
    auto* const command = app.add_subcommand(
        "graph", "the route graph: what joins, what was repaired, hours to crossings and markets");
    add_common(*command, args->common);
    command->add_option("--profile", args->profile, "how people travel")
        ->check(CLI::IsMember({"car", "foot", "motorbike"}));
    command->add_option("--snap-m", args->snap_m, "widest gap between roads that is closed, metres")
        ->check(CLI::Range(0.0, 5000.0));
    command->callback([args, &console] { run(*args, console); });
}

}  // namespace marchland::cli
