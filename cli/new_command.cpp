#include "cli/commands.hpp"

#include "geo/files/write.hpp"
#include "geo/vocabulary/error.hpp"
#include "study/settings/guess.hpp"

#include <array>

namespace marchland::cli {
namespace {

constexpr std::array sections{"communes", "cases",     "effort",    "crossings", "markets",
                              "roads",    "paths",     "border",    "services",  "activities",
                              "waiting",  "crosswalk", "population"};

struct Args {
    std::filesystem::path folder;
    std::map<std::string, std::filesystem::path> files;
    bool force = false;
};

void run(Args args, Console& console)
{
    auto const file = args.folder / "study.toml";
    if (std::filesystem::exists(file) && !args.force) {
        throw geo::Error{geo::Trouble::usage,
                         file.string() + " exists already; --force replaces it"};
    }
    std::erase_if(args.files, [](auto const& entry) { return entry.second.empty(); });
    auto const guessed = study::guess_study(args.files, args.folder);
    geo::make_folder(args.folder);
    geo::write_file(file, guessed.toml);
    for (auto const& words : guessed.said) {
        console.out() << words << "\n";
    }
    console.out() << "Written to " << file.string() << ". Read it, then: marchland check "
                  << file.string() << "\n";
}

}  // namespace

void add_new(Command& program, Console& console)
{
    auto args = std::make_shared<Args>();
    auto command = program.subcommand(
        "new", "make a first study.toml from your files and list the columns it guessed");
    command.option("DIR", args->folder, "folder of the new study").required();
    for (auto const* const section : sections) {
        auto option = command.option(std::string{"--"} + section, args->files[section],
                                     std::string{"file with the "} + section);
        option.existing_file();
        if (std::string_view{section} == "communes") {
            option.required();
        }
    }
    command.flag("--force", args->force, "replace a study.toml that is there already");
    command.runs([args, &console] { run(*args, console); });
}

}  // namespace marchland::cli
