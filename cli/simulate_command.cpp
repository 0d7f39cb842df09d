#include "cli/commands.hpp"

#include "cli/work.hpp"
#include "geo/vocabulary/text.hpp"
#include "study/questions/simulated_study.hpp"

namespace marchland::cli {
namespace {

struct Args {
    Common common;
    std::optional<analysis::simulation::WorldFamily> family;
    analysis::simulation::WorldOptions world;
};

double detected(analysis::simulation::World const& world)
{
    double sum = 0.0;
    for (auto const& year : world.detected) {
        for (double const count : year) {
            sum += count;
        }
    }
    return sum;
}

void run(Args args, Console& console)
{
    auto const study = study_of(args.common);
    auto& options = args.world;
    options.family = args.family.value_or(options.family);
    options.seed = study.seed;
    auto const job = console.job(args.common);
    auto session = sound_session(console, args.common, study, job);
    auto const& region = session.region();
    auto const world = analysis::simulation::simulate(
        region.communes, region.boundaries->neighbours(geo::Contiguity::queen), options);
    auto const files =
        study::write_simulated(study, region, world, options, args.common.out, args.common.force);
    console.clear_bar();
    console.out() << "Simulated " << name_of(options.family) << " world over "
                  << region.communes.size() << " communes, seed " << options.seed
                  << " - SYNTHETIC\n"
                  << geo::fixed(detected(world), 0) << " persons detected in " << options.years
                  << " years\nWritten to " << args.common.out.string() << ":";
    for (auto const& file : files) {
        console.out() << " " << file;
    }
    console.out() << "\nNow: marchland run " << (args.common.out / "study.toml").string() << "\n";
}

}  // namespace

void add_simulate(Command& program, Console& console)
{
    auto args = std::make_shared<Args>();
    auto& world = args->world;
    auto command = program.subcommand(
        "simulate", "synthetic cases with a known truth, for training and for checking");
    add_common(command, args->common, "folder for the study that is made");
    command.option("-o").required();
    command.choice<analysis::simulation::WorldFamily>(
        "--world", args->family, "pattern of the true risk [smooth]",
        {{"null", analysis::simulation::WorldFamily::null},
         {"smooth", analysis::simulation::WorldFamily::smooth},
         {"clusters", analysis::simulation::WorldFamily::clusters},
         {"corridor", analysis::simulation::WorldFamily::corridor}});
    command.option("--persons", world.persons_a_year, "detected persons a year, on average")
        .shows_default();
    command.option("--years", world.years, "years of cases").shows_default();
    command.option("--spread", world.spread, "deviation of the log risk of a smooth world")
        .shows_default();
    command.option("--times", world.times, "risk in a cluster or corridor against the rest")
        .shows_default();
    command
        .option("--reporting", world.reporting_ratio,
                "chance of detection where effort is highest over where it is lowest")
        .shows_default();
    command
        .option("--indicator", world.indicator,
                "correlation of an indicator with the log risk; 0: no indicator")
        .shows_default();
    command.runs([args, &console] { run(*args, console); });
}

}  // namespace marchland::cli
