#include "cli/commands.hpp"

#include "cli/summary.hpp"
#include "cli/work.hpp"

namespace marchland::cli {
namespace {

struct Args {
    Common common;
    std::optional<int> alternatives;
    std::optional<double> theta;
};

void run(Args const& args, Console& console)
{
    Changes changes;
    changes.set("corridors.alternatives", args.alternatives);
    changes.set("corridors.theta", args.theta);
    auto const study = study_of(args.common, changes);
    run_step(console, args.common, study, study::Step::corridors, print_crossings);
}

}  // namespace

void add_corridors(Command& program, Console& console)
{
    auto args = std::make_shared<Args>();
    auto command = program.subcommand(
        "corridors", "corridors from communes to crossings, and what would flow over them");
    add_common(command, args->common);
    command.option("--alternatives", args->alternatives, "most ways for a commune and a crossing")
        .between(1, 20);
    command
        .option("--theta", args->theta,
                "how strongly longer travel makes people choose another crossing (per hour)")
        .between(0.01, 100.0);
    command.runs([args, &console] { run(*args, console); });
}

}  // namespace marchland::cli
