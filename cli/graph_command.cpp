#include "cli/commands.hpp"

#include "cli/summary.hpp"
#include "cli/work.hpp"

namespace marchland::cli {
namespace {

struct Args {
    Common common;
    std::optional<analysis::travel::Profile> profile;
    std::optional<double> snap_m;
};

void run(Args const& args, Console& console)
{
    auto study = study_of(args.common);
    if (args.profile) {
        study.profile = *args.profile;
        study.travel = analysis::travel::with_profile(study.travel, *args.profile);
    }
    study.snap_m = args.snap_m.value_or(study.snap_m);
    run_step(console, args.common, study, study::Step::graph, print_network);
}

}  // namespace

void add_graph(Command& program, Console& console)
{
    auto args = std::make_shared<Args>();
    auto command = program.subcommand(
        "graph", "the route graph: what joins, what was repaired, hours to crossings and markets");
    add_common(command, args->common);
    command.choice<analysis::travel::Profile>("--profile", args->profile, "how people travel",
                                              {{"motorbike", analysis::travel::Profile::motorbike},
                                               {"foot", analysis::travel::Profile::foot},
                                               {"car", analysis::travel::Profile::car}});
    command.option("--snap-m", args->snap_m, "widest gap between roads that is closed, metres")
        .between(0.0, 5000.0);
    command.runs([args, &console] { run(*args, console); });
}

}  // namespace marchland::cli
