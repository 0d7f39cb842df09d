#include "cli/commands.hpp"

#include "cli/summary.hpp"
#include "cli/work.hpp"

namespace marchland::cli {
namespace {

struct Args {
    Common common;
    std::optional<double> team_days;
    std::optional<int> teams;
    std::optional<double> exploration;
    std::optional<std::string> base;
    std::optional<std::string> start;
};

void run(Args const& args, Console& console)
{
    Changes changes;
    changes.set("plan.team_days", args.team_days);
    changes.set("plan.teams", args.teams);
    changes.set("plan.exploration", args.exploration);
    changes.set("plan.base", args.base);
    changes.set("plan.start", args.start);
    auto const study = study_of(args.common, changes);
    run_step(console, args.common, study, study::Step::plan, print_plan);
}

}  // namespace

void add_plan(Command& program, Console& console)
{
    auto args = std::make_shared<Args>();
    auto command = program.subcommand(
        "plan", "which communes the teams visit under a budget of days, and why");
    add_common(command, args->common);
    command.option("--team-days", args->team_days, "days of all teams together");
    command.option("--teams", args->teams, "teams at work side by side");
    command.option("--exploration", args->exploration,
                   "share of the days kept for communes of which little is known");
    command.option("--base", args->base, "code of the commune where the teams start");
    command.option("--start", args->start, "first day of the plan (2026-01-05): visits get dates");
    command.runs([args, &console] { run(*args, console); });
}

}  // namespace marchland::cli
