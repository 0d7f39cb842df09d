#include "cli/commands.hpp"

#include "cli/summary.hpp"
#include "cli/work.hpp"
#include "study/questions/what_if_study.hpp"

namespace marchland::cli {
namespace {

struct Args {
    Common common;
    study::ScenarioNames names;
};

std::filesystem::path out_folder(Common const& common, study::StudyFile const& study)
{
    return common.out.empty() ? study.file.parent_path() / "what-if" : common.out;
}

void run(Args const& args, Console& console)
{
    auto const study = study_of(args.common);
    auto const folder = out_folder(args.common, study);
    if (std::filesystem::exists(folder / "closures.csv") && !args.common.force) {
        throw geo::Error{geo::Trouble::usage,
                         "there is an answer in " + folder.string() +
                             " already; give another folder with -o, or --force to replace it"};
    }
    auto const job = console.job(args.common);
    auto session = sound_session(console, args.common, study, job.part(0.0, 0.2));
    console.step("what-if");
    auto const tables = study::what_if_tables(session, args.names, job.part(0.2, 1.0));
    auto const files = study::write_what_if(tables, folder);
    say_warnings(console, args.common, tables.findings);
    console.clear_bar();
    if (args.common.json) {
        print_what_if_json(console.out(), tables, folder, files);
    } else {
        print_what_if(console.out(), tables);
        console.out() << "\nWritten to " << folder.string() << ":";
        for (auto const& file : files) {
            console.out() << " " << file;
        }
        console.out() << "\n";
    }
}

}  // namespace

void add_what_if(Command& program, Console& console)
{
    auto args = std::make_shared<Args>();
    auto command = program.subcommand(
        "what-if", "what shifts if crossings or ways are closed, opened or watched");
    add_common(command, args->common, "folder for the answer (default: what-if/ beside the study)");
    command.option("--close", args->names.close,
                   "ids or names of crossings, or ids of roads, that close; with nothing closed, "
                   "opened or watched the "
                   "answer tells what every single closure would displace");
    command.option("--open", args->names.open, "ids or names of crossings that open");
    command.option("--watch", args->names.watch, "ids or names of crossings that are watched");
    command.runs([args, &console] { run(*args, console); });
}

}  // namespace marchland::cli
