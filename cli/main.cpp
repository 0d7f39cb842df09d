#include "cli/commands.hpp"

int main(int argc, char** argv)
{
    marchland::cli::Console console;
    CLI::App app;
    app.name("marchland");
    marchland::cli::declare(app, console);
    int wrong_use = 0;
    int const code = marchland::cli::exit_code_of(console, [&] {
        try {
            app.parse(argc, argv);
        } catch (CLI::ParseError const& error) {
            wrong_use = app.exit(error) == 0 ? 0 : 2;  // help and version are no mistakes
        }
    });
    return code != 0 ? code : wrong_use;
}
