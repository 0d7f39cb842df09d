#include "cli/commands.hpp"

namespace marchland::cli {

void declare(CLI::App& app, Console& console)
{
    app.description(
        "Maps where people along a border are most at risk of being trafficked, and along which "
        "roads and crossings, so that help gets there first.");
    app.set_version_flag("--version", std::string{"marchland "} + MARCHLAND_VERSION);
    app.require_subcommand(1);
    app.footer("Exit status: 0 done; 1 findings in the data stop the work; 2 wrong use; 3 the work "
               "failed.");
    add_new(app, console);
    add_inspect(app, console);
    add_check(app, console);
    add_run(app, console);
    add_graph(app, console);
    add_risk(app, console);
    add_hotspots(app, console);
    add_plan(app, console);
    add_corridors(app, console);
    add_routes(app, console);
    add_what_if(app, console);
    add_simulate(app, console);
    add_report(app, console);
    add_view(app, console);
}

}  // namespace marchland::cli
