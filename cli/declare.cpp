#include "cli/commands.hpp"

namespace marchland::cli {

std::unique_ptr<CommandLine> command_line(Console& console)
{
    auto line = std::make_unique<CommandLine>(
        "marchland", MARCHLAND_VERSION,
        "Maps where people along a border are most at risk of being trafficked, and along which "
        "roads and crossings, so that help gets there first.",
        "Exit status: 0 done; 1 findings in the data stop the work; 2 wrong use; 3 the work "
        "failed.");
    auto& program = line->program();
    add_new(program, console);
    add_inspect(program, console);
    add_check(program, console);
    add_run(program, console);
    add_graph(program, console);
    add_risk(program, console);
    add_hotspots(program, console);
    add_plan(program, console);
    add_corridors(program, console);
    add_routes(program, console);
    add_what_if(program, console);
    add_simulate(program, console);
    add_report(program, console);
    add_view(program, console);
    return line;
}

}  // namespace marchland::cli
