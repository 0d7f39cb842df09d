#include "cli/commands.hpp"

#include "geo/vocabulary/error.hpp"

#include <csignal>

#include <unistd.h>

namespace marchland::cli {
namespace {

/// The viewer stands beside this program, else somewhere on the path. It takes over this process.
void run(std::string const& what)
{
    sigset_t none;
    sigemptyset(&none);
    pthread_sigmask(SIG_SETMASK, &none, nullptr);  // the viewer answers Ctrl-C itself
    std::error_code ignored;
    auto const self = std::filesystem::read_symlink("/proc/self/exe", ignored);
    auto const folder = self.parent_path();
    for (auto const& candidate :
         {folder / "marchland-viewer", folder.parent_path() / "viewer" / "marchland-viewer",
          std::filesystem::path{"marchland-viewer"}}) {
        std::vector<char const*> arguments{candidate.c_str()};
        if (!what.empty()) {
            arguments.push_back(what.c_str());
        }
        arguments.push_back(nullptr);
        execvp(candidate.c_str(), const_cast<char* const*>(arguments.data()));
    }
    throw geo::Error{geo::Trouble::usage,
                     "marchland-viewer is not installed; build it with the preset release"};
}

}  // namespace

void add_view(Command& program, Console&)
{
    auto what = std::make_shared<std::string>();
    auto command = program.subcommand("view", "the viewer");
    command.option("STUDY|DIR", *what, "study file or folder of a result");
    command.runs([what] { run(*what); });
}

}  // namespace marchland::cli
