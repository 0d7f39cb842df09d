#include "cli/commands.hpp"

#include "cli/summary.hpp"
#include "cli/work.hpp"

namespace marchland::cli {
namespace {

struct Args {
    Common common;
    std::optional<int> permutations;
    std::optional<double> fdr;
};

void run(Args const& args, Console& console)
{
    Changes changes;
    changes.set("hotspots.permutations", args.permutations);
    changes.set("hotspots.fdr", args.fdr);
    auto const study = study_of(args.common, changes);
    run_step(console, args.common, study, study::Step::hotspots, print_hotspots);
}

}  // namespace

void add_hotspots(Command& program, Console& console)
{
    auto args = std::make_shared<Args>();
    auto command = program.subcommand(
        "hotspots", "communes that are high or low together with their neighbours");
    add_common(command, args->common);
    command.option("--permutations", args->permutations, "number of random permutations")
        .between(99, 10'000'000);
    command
        .option("--fdr", args->fdr, "accepted share (or chance, see correction) of false hotspots")
        .between(0.0001, 0.5);
    command.runs([args, &console] { run(*args, console); });
}

}  // namespace marchland::cli
