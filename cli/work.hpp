// From a study to a folder of results, as all subcommands that compute do it.
#pragma once

#include "cli/console.hpp"
#include "study/run/run.hpp"

#include <functional>
#include <memory>
#include <ostream>

namespace marchland::cli {

/// A session whose layers are read and sound; says what was found. \throws StoppedByFindings
study::Session sound_session(Console& console, Common const& common, study::StudyFile study,
                             geo::Job const& job);

/// Where no table of findings is written: what makes the answer weaker.
void say_warnings(Console& console, Common const& common, geo::Findings const& findings);

struct Work {
    results::Results results;
    std::shared_ptr<geo::Boundaries const> boundaries;  ///< of the communes, for pictures
};

/// Reads, computes up to `last` and writes the tables into `folder`.
Work work_up_to(Console& console, Common const& common, study::StudyFile const& study,
                study::Step last, std::filesystem::path const& folder);

/// One step and what it needs, for the subcommands graph, risk, hotspots and corridors: works, writes and
/// says the headline, then what `print` adds; with --json one object instead.
void run_step(Console& console, Common const& common, study::StudyFile const& study,
              study::Step step,
              std::function<void(std::ostream&, results::Results const&)> const& print);

}  // namespace marchland::cli
