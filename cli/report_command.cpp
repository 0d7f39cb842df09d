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

void add_report(CLI::App& app, Console& console)
{
    auto args = std::make_shared<Args>();
    auto* const command = app.add_subcommand("report", "the report of a result, as one HTML file");
    command->add_option("DIR", args->folder, "folder of a result")->required();
    command->add_option("-o,--out", args->file, "file to write (default: report.html in DIR)");
    command->add_option("--lang", args->lang, "language")
        ->check(CLI::IsMember({"en", "vi"}))
        ->capture_default_str();
    command->add_flag("--force", args->force, "replace a file that is there already");
    command->callback([args, &console] { run(*args, console); });
}

}  // namespace marchland::cli
