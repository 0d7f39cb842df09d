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
    auto study = study_of(args.common);
    study.permutations = args.permutations.value_or(study.permutations);
    study.fdr = args.fdr.value_or(study.fdr);
    run_step(console, args.common, study, study::Step::hotspots, print_hotspots);
}

}  // namespace

void add_hotspots(CLI::App& app, Console& console)
{
    auto args = std::make_shared<Args>();
    auto* const command = app.add_subcommand(
        "hotspots", "communes that are high or low together with their neighbours");
    add_common(*command, args->common);
    command->add_option("--permutations", args->permutations, "number of random permutations")
        ->check(CLI::Range(99, 10'000'000));
    command
        ->add_option("--fdr", args->fdr,
                     "accepted share (or chance, see correction) of false hotspots")
        ->check(CLI::Range(0.0001, 0.5));
    command->callback([args, &console] { run(*args, console); });
}

}  // namespace marchland::cli
