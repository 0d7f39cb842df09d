#include "cli/commands.hpp"

#include "cli/summary.hpp"
#include "cli/work.hpp"

namespace marchland::cli {
namespace {

struct Args {
    Common common;
    std::optional<int> window_years;
    std::optional<std::string> rank_by;
    std::optional<std::string> model;
};

void run(Args const& args, Console& console)
{
    Changes changes;
    changes.set("risk.window_years", args.window_years);
    changes.set("risk.rank_by", args.rank_by);
    changes.set("risk.model", args.model);
    auto const study = study_of(args.common, changes);
    run_step(console, args.common, study, study::Step::risk,
             [](auto& out, auto const& results) { print_ranking(out, results, 20); });
}

}  // namespace

void add_risk(Command& program, Console& console)
{
    auto args = std::make_shared<Args>();
    auto command =
        program.subcommand("risk", "rates, relative risk, ranks and evidence of the communes");
    add_common(command, args->common);
    command.option("--window-years", args->window_years, "years that the figures rest on")
        .between(1, 50);
    command.option("--rank-by", args->rank_by, "what orders the communes")
        .one_of({"exceedance", "expected", "relative_risk"});
    command.option("--model", args->model, "statistical model")
        .one_of({"bym2", "bym2-negbin", "gamma-poisson"});
    command.runs([args, &console] { run(*args, console); });
}

}  // namespace marchland::cli
