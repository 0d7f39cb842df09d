#include "cli/commands.hpp"

#include "cli/pictures.hpp"
#include "cli/summary.hpp"
#include "cli/work.hpp"
#include "results/store.hpp"

namespace marchland::cli {
namespace {

struct Args {
    Common common;
    std::string lang = "en";
};

void run(Args const& args, Console& console)
{
    auto const study = study_of(args.common);
    auto const folder = folder_of(args.common, study);
    auto const [results, boundaries] =
        work_up_to(console, args.common, study, study::Step::corridors, folder);
    if (has_pictures()) {
        auto const job = console.job(args.common);
        try {
            write_pictures(results, *boundaries, folder, args.lang, job.part(0.95, 1.0));
        } catch (geo::Cancelled const&) {
            results::remove_results(folder);
            throw;
        }
        console.clear_bar();
    }
    auto const files = results::files_in(folder);
    if (args.common.json) {
        print_json(console.out(), results, folder, files);
        return;
    }
    print_headline(console.out(), results);
    print_ranking(console.out(), results, 5);
    print_hotspots(console.out(), results);
    print_crossings(console.out(), results);
    console.out() << "\nWritten to " << folder.string() << ":";
    for (auto const& file : files) {
        console.out() << " " << file;
    }
    console.out() << "\n";
}

}  // namespace

void add_run(Command& program, Console& console)
{
    auto args = std::make_shared<Args>();
    auto command = program.subcommand("run", "everything, in order: tables, map and report");
    add_common(command, args->common);
    command.option("--lang", args->lang, "language of map and report")
        .one_of({"en", "vi"})
        .shows_default();
    command.runs([args, &console] { run(*args, console); });
}

}  // namespace marchland::cli
