#include "cli/commands.hpp"

#include "cli/pictures.hpp"
#include "geo/vocabulary/error.hpp"
#include "results/store.hpp"

namespace marchland::cli {
namespace {

struct Args {
    std::filesystem::path folder;
    std::filesystem::path file;
    std::string lang = "en";
    bool force = false;
};

void run(Args const& args, Console& console)
{
    auto const results = results::read_results(args.folder);
    auto const file = args.file.empty() ? args.folder / "report.html" : args.file;
    if (!args.file.empty() && !args.force && std::filesystem::exists(file)) {
        throw geo::Error{geo::Trouble::usage,
                         file.string() + " exists already; --force replaces it"};
    }
    write_report(results, boundaries_of(results), file, args.lang);
    console.out() << file.string() << "\n";
}

}  // namespace

void add_report(Command& program, Console& console)
{
    auto args = std::make_shared<Args>();
    auto command = program.subcommand("report", "the report of a result, as one HTML file");
    command.option("DIR", args->folder, "folder of a result").required();
    command.option("-o,--out", args->file, "file to write (default: report.html in DIR)");
    command.option("--lang", args->lang, "language").one_of({"en", "vi"}).shows_default();
    command.flag("--force", args->force, "replace a file that is there already");
    command.runs([args, &console] { run(*args, console); });
}

}  // namespace marchland::cli
