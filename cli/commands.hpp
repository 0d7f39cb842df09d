// The subcommands, one file each.
#pragma once

#include "cli/console.hpp"

namespace marchland::cli {

void add_new(CLI::App& app, Console& console);
void add_inspect(CLI::App& app, Console& console);
void add_check(CLI::App& app, Console& console);
void add_run(CLI::App& app, Console& console);
void add_graph(CLI::App& app, Console& console);
void add_risk(CLI::App& app, Console& console);
void add_hotspots(CLI::App& app, Console& console);
void add_plan(CLI::App& app, Console& console);
void add_what_if(CLI::App& app, Console& console);
void add_routes(CLI::App& app, Console& console);
void add_simulate(CLI::App& app, Console& console);
void add_corridors(CLI::App& app, Console& console);
void add_report(CLI::App& app, Console& console);
void add_view(CLI::App& app, Console& console);

/// The whole command line, so that help, man pages and completion come from one declaration.
void declare(CLI::App& app, Console& console);

}  // namespace marchland::cli
