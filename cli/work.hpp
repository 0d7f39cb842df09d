// From a study to a folder of results, as all subcommands that compute do it.
#pragma once

#include "analysis/study.hpp"
#include "cli/console.hpp"

#include <memory>

namespace marchland::cli {

/// The layers of the study; says what was found. \throws StoppedByFindings
analysis::Region sound_region(Console& console, Common const& common, analysis::StudyFile const& study,
                              geo::Job const& job);

struct Work {
    analysis::Results results;
    std::shared_ptr<geo::Boundaries const> boundaries;  ///< of the communes, for pictures
};

/// Reads, computes up to `last` and writes the tables into `folder`.
Work work_up_to(Console& console, Common const& common, analysis::StudyFile const& study,
                             analysis::Step last, std::filesystem::path const& folder);

}  // namespace marchland::cli
