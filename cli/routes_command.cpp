#include "cli/commands.hpp"

#include "cli/summary.hpp"
#include "cli/work.hpp"
#include "study/questions/routes_study.hpp"

namespace marchland::cli {
namespace {

struct Args {
    Common common;
    study::RouteQuestion question;
    std::optional<study::WaysKind> kind;
};

void run(Args const& args, Console& console)
{
    auto question = args.question;
    question.kind = args.kind.value_or(study::WaysKind::reasonable);
    auto const& folder = args.common.out;
    if (!folder.empty() && std::filesystem::exists(folder / "routes.gpkg") && !args.common.force) {
        throw geo::Error{geo::Trouble::usage,
                         "there is an answer in " + folder.string() +
                             " already; give another folder with -o, or --force to replace it"};
    }
    auto const study = study_of(args.common);
    auto const job = console.job(args.common);
    auto session = sound_session(console, args.common, study, job.part(0.0, 0.3));
    console.step("routes");
    auto const tables = study::route_tables(session, question, job.part(0.3, 1.0));
    say_warnings(console, args.common, tables.findings);
    console.clear_bar();
    auto const files =
        folder.empty() ? std::vector<std::string>{} : study::write_routes(tables, folder);
    if (args.common.json) {
        print_routes_json(console.out(), tables);
        return;
    }
    print_routes(console.out(), tables);
    if (!files.empty()) {
        console.out() << "\nWritten to " << folder.string() << ":";
        for (auto const& file : files) {
            console.out() << " " << file;
        }
        console.out() << "\n";
    }
}

}  // namespace

void add_routes(Command& program, Console& console)
{
    using study::WaysKind;
    auto args = std::make_shared<Args>();
    auto command = program.subcommand(
        "routes", "ways from here to there, other ways, and what lies within a time");
    add_common(command, args->common, "folder for the answer (default: it is only printed)");
    command.option("--from", args->question.from,
                   "codes or names of communes, ids or names of crossings or markets, or lon,lat");
    command.option("--to", args->question.to, "the same");
    command.option("--ways", args->question.ways, "so many ways for each pair").between(1, 1000);
    command.choice(
        "--kind", args->kind,
        "type of alternative routes: reasonable (little overlap), loopless (next quickest), "
        "apart (no shared road)",
        {{"reasonable", study::WaysKind::reasonable},
         {"loopless", study::WaysKind::loopless},
         {"apart", study::WaysKind::apart}});
    command.option("--close", args->question.close, "ids of ways that are closed");
    command.option("--depart", args->question.depart,
                   "time of day, e.g. 21:30; gates keep their hours");
    command
        .option("--reach", args->question.reach_minutes, "minutes: what lies within them of --from")
        .between(1.0, 6000.0);
    command.runs([args, &console] { run(*args, console); });
}

}  // namespace marchland::cli
