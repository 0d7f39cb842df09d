// The subcommands, one file each.
#pragma once

#include "cli/command.hpp"
#include "cli/console.hpp"

namespace marchland::cli {

void add_new(Command& program, Console& console);
void add_inspect(Command& program, Console& console);
void add_check(Command& program, Console& console);
void add_run(Command& program, Console& console);
void add_graph(Command& program, Console& console);
void add_risk(Command& program, Console& console);
void add_hotspots(Command& program, Console& console);
void add_plan(Command& program, Console& console);
void add_what_if(Command& program, Console& console);
void add_routes(Command& program, Console& console);
void add_simulate(Command& program, Console& console);
void add_corridors(Command& program, Console& console);
void add_report(Command& program, Console& console);
void add_view(Command& program, Console& console);

/// The whole command line, so that help, man pages and completion come from one declaration.
std::unique_ptr<CommandLine> command_line(Console& console);

}  // namespace marchland::cli
