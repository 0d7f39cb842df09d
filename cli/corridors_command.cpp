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
    auto study = study_of(args.common);
    study.alternatives = args.alternatives.value_or(study.alternatives);
    study.theta = args.theta.value_or(study.theta);
    run_step(console, args.common, study, study::Step::corridors, print_crossings);
}

}  // namespace

void add_corridors(CLI::App& app, Console& console)
{
    auto args = std::make_shared<Args>();
    auto* const command = app.add_subcommand(
        "corridors", "corridors from communes to crossings, and what would flow over them");
    add_common(*command, args->common);
    command
        ->add_option("--alternatives", args->alternatives, "most ways for a commune and a crossing")
        ->check(CLI::Range(1, 20));
    command
        ->add_option("--theta", args->theta,
                     "how strongly longer travel makes people choose another crossing (per hour)")
        ->check(CLI::Range(0.01, 100.0));
    command->callback([args, &console] { run(*args, console); });
}

}  // namespace marchland::cli
