#include "cli/commands.hpp"

#include "cli/summary.hpp"
#include "cli/work.hpp"

namespace marchland::cli {
namespace {

struct Args {
    Common common;
    std::optional<int> window_years;
    std::optional<analysis::risk::RankBy> rank_by;
    std::optional<analysis::risk::RiskModel> model;
};

void run(Args const& args, Console& console)
{
    auto study = study_of(args.common);
    study.window_years = args.window_years.value_or(study.window_years);
    study.rank_by = args.rank_by.value_or(study.rank_by);
    study.risk_model = args.model.value_or(study.risk_model);
    run_step(console, args.common, study, study::Step::risk,
             [](auto& out, auto const& results) { print_ranking(out, results, 20); });
}

}  // namespace

void add_risk(CLI::App& app, Console& console)
{
    auto args = std::make_shared<Args>();
    auto* const command =
        app.add_subcommand("risk", "rates, relative risk, ranks and evidence of the communes");
    add_common(*command, args->common);
    command->add_option("--window-years", args->window_years, "years that the figures rest on")
        ->check(CLI::Range(1, 50));
    add_choice<analysis::risk::RankBy>(*command, "--rank-by", args->rank_by,
                                       "what orders the communes",
                                       {{"expected", analysis::risk::RankBy::expected},
                                        {"relative_risk", analysis::risk::RankBy::relative_risk},
                                        {"exceedance", analysis::risk::RankBy::exceedance}});
    add_choice<analysis::risk::RiskModel>(
        *command, "--model", args->model, "statistical model",
        {{"bym2", analysis::risk::RiskModel::bym2},
         {"bym2-negbin", analysis::risk::RiskModel::bym2_negbin},
         {"gamma-poisson", analysis::risk::RiskModel::gamma_poisson}});
    command->callback([args, &console] { run(*args, console); });
}

}  // namespace marchland::cli
