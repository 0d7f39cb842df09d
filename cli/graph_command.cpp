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

void add_graph(Command& program, Console& console)
{
    auto args = std::make_shared<Args>();
    auto command = program.subcommand(
        "graph", "the route graph: what joins, what was repaired, hours to crossings and markets");
    add_common(command, args->common);
    command.option("--profile", args->profile, "how people travel")
        .one_of({"car", "foot", "motorbike"});
    command.option("--snap-m", args->snap_m, "widest gap between roads that is closed, metres")
        .between(0.0, 5000.0);
    command.runs([args, &console] { run(*args, console); });
}

}  // namespace marchland::cli
