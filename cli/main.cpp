#include "cli/commands.hpp"

int main(int argc, char** argv)
{
    marchland::cli::Console console;
    auto const line = marchland::cli::command_line(console);
    int wrong_use = 0;
    int const code =
        marchland::cli::exit_code_of(console, [&] { wrong_use = line->run(argc, argv); });
    return code != 0 ? code : wrong_use;
}
