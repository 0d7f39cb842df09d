#include "cli/console.hpp"

#include "geo/vocabulary/error.hpp"
#include "results/store.hpp"
#include "study/run/output_folder.hpp"

#include <array>
#include <chrono>
#include <csignal>
#include <ctime>
#include <functional>
#include <limits>
#include <mutex>

#include <unistd.h>

namespace marchland::cli {
namespace {

/// What run.json and the tables can hold; CLI11 takes larger numbers for the largest of their type.
constexpr std::uint64_t largest_seed = std::numeric_limits<std::int64_t>::max();

sigset_t stop_signals()
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    return set;
}

/// Waits for Ctrl-C on a thread of its own: a handler may do next to nothing, a thread may do anything.
void watch_signals(std::stop_token const& ended, std::stop_source& stop)
{
    auto const set = stop_signals();
    timespec const patience{0, 50'000'000};
    while (!ended.stop_requested()) {
        if (sigtimedwait(&set, nullptr, &patience) > 0) {
            if (stop.stop_requested()) {
                _exit(3);  // asked twice: somebody is in a hurry
            }
            stop.request_stop();
        }
    }
}

}  // namespace

void add_common(Command& command, Common& common, std::string const& out)
{
    command.option("STUDY", common.study, "study file, or the folder that holds study.toml")
        .required();
    command.option("-o,--out", common.out, out);
    command.option("--threads", common.threads, "threads to use (default: all)");
    command.option("--seed", common.seed, "seed of random numbers (default: that of the study)")
        .between(std::uint64_t{0}, largest_seed);
    command.flag("--quiet", common.quiet, "no progress and no notes");
    command.flag("--json", common.json, "machine-readable summary on standard output");
    command.flag("--force", common.force, "replace a result that is there already");
}

study::StudyFile study_of(Common const& common, Changes changes)
{
    changes.set("study.seed", common.seed);
    return study::read_study_file(common.study, changes.lines);
}

std::filesystem::path folder_of(Common const& common, study::StudyFile const& study)
{
    auto const folder = common.out.empty() ? study.file.parent_path() / "out" : common.out;
    study::refuse_replacing_sources(study, folder);
    if (!common.force) {
        study::refuse_existing_results(folder);
    }
    return folder;
}

Console::Console()
{
    auto const set = stop_signals();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    signals_ = std::jthread{[this](std::stop_token const& ended) { watch_signals(ended, stop_); }};
}

Console::~Console()
{
    err().flush();
    clear_bar();
}

geo::Job Console::job(Common const& common)
{
    geo::Job::Progress progress;
    if (!common.quiet && isatty(STDERR_FILENO) != 0) {
        bar_ = true;
        progress = [this, last = -1](double fraction) mutable {
            std::scoped_lock const guard{lock_};
            int const percent = static_cast<int>(100.0 * fraction);
            if (percent != last) {
                last = percent;
                std::string const done(static_cast<std::size_t>(percent / 4), '#');
                std::string const left(static_cast<std::size_t>(25 - percent / 4), '.');
                std::cerr << "\r[" << done << left << "] " << percent << " % " << step_ << "\033[K"
                          << std::flush;
            }
        };
    }
    return geo::Job{stop_.get_token(), progress, common.threads};
}

void Console::step(std::string_view name)
{
    std::scoped_lock const guard{lock_};
    step_ = name;
}

void Console::clear_bar()
{
    err().flush();
    if (bar_) {
        std::cerr << "\r\033[K" << std::flush;
    }
}

void Console::say(geo::Findings const& findings, bool quiet)
{
    clear_bar();
    for (auto const& finding : findings) {
        if (finding.severity != geo::Severity::note || !quiet) {
            err() << geo::sentence(finding) << '\n';
        }
    }
}

int exit_code_of(Console& console, std::function<void()> const& work)
{
    try {
        work();
        return 0;
    } catch (StoppedByFindings const&) {
        return 1;
    } catch (geo::Cancelled const&) {
        console.clear_bar();
        console.err() << "stopped; nothing was written\n";
        return 3;
    } catch (geo::Error const& error) {
        console.clear_bar();
        console.err() << "marchland: " << error.what() << '\n';
        return error.kind() == geo::Trouble::findings ? 1
               : error.kind() == geo::Trouble::usage  ? 2
                                                      : 3;
    } catch (std::exception const& error) {
        console.clear_bar();
        console.err() << "marchland: the work failed: " << error.what() << '\n';
        return 3;
    }
}

}  // namespace marchland::cli
