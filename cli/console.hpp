// What all subcommands share: where words go, progress, Ctrl-C, and the common options. Nothing is
// computed here.
#pragma once

#include "cli/command.hpp"
#include "cli/plain_stream.hpp"
#include "geo/vocabulary/finding.hpp"
#include "geo/vocabulary/job.hpp"
#include "results/results.hpp"
#include "study/settings/study_file.hpp"

#include <filesystem>
#include <functional>
#include <iostream>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace marchland::cli {

/// Options that every subcommand which works on a study has.
struct Common {
    unsigned threads = 0;               ///< 0: as many as the machine has
    std::optional<std::uint64_t> seed;  ///< nothing: that of the study
    bool quiet = false;
    bool json = false;
    bool force = false;
    std::filesystem::path study;
    std::filesystem::path out;
};

/// STUDY, -o and all the others.
/// \param out  what -o is for.
void add_common(Command& command, Common& common,
                std::string const& out = "folder for the results (default: out/ beside the study)");

/// Options that stand for keys of study.toml; a result keeps them beside the study's text.
struct Changes {
    std::vector<std::string> lines;

    /// \param key  e.g. "risk.top". \param value  nothing: as the study has it.
    template <class T>
    void set(std::string const& key, std::optional<T> const& value)
    {
        if (value) {
            if constexpr (std::is_integral_v<T>) {
                lines.push_back(study::changed(key, static_cast<std::int64_t>(*value)));
            } else {
                lines.push_back(study::changed(key, *value));
            }
        }
    }
};

/// The study with the options laid over it.
study::StudyFile study_of(Common const& common, Changes changes = {});
/// Where results go: -o, else out/ beside the study. Refuses a result that is there without
/// --force, and a folder where the result would replace a file of the study.
std::filesystem::path folder_of(Common const& common, study::StudyFile const& study);

class Console {
public:
    Console();
    ~Console();
    Console(Console const&) = delete;
    Console& operator=(Console const&) = delete;

    std::ostream& out() const { return out_.stream(); }
    std::ostream& err() const { return err_.stream(); }

    /// A job that Ctrl-C stops, with a bar on standard error if that is a terminal.
    geo::Job job(Common const& common);
    void step(std::string_view name);
    void clear_bar();

    /// All findings to standard error, errors first; notes only counted when `quiet`.
    void say(geo::Findings const& findings, bool quiet);

private:
    mutable PlainStream out_{std::cout};
    mutable PlainStream err_{std::cerr};
    std::stop_source stop_;
    std::jthread signals_;
    std::mutex lock_;  ///< progress and steps come from any thread
    std::string step_;
    bool bar_ = false;
};

/// Runs `work` and turns every way to end into an exit code: 0, 1, 2 or 3.
int exit_code_of(Console& console, std::function<void()> const& work);

/// Thrown by a subcommand whose findings stop the work, after they were said: exit code 1.
struct StoppedByFindings {};

}  // namespace marchland::cli
