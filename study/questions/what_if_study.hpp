/// \file what_if_study.hpp
/// A question about closures put to a study, and its answer as tables.
#pragma once

#include "analysis/flows/what_if.hpp"
#include "geo/vocabulary/job.hpp"
#include "geo/vocabulary/numbers.hpp"
#include "results/results.hpp"
#include "study/run/session.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace marchland::study {

/// Ids of crossings, or of ways (closing only), as the files of the study have them.
struct ScenarioNames {
    std::vector<std::string> close;
    std::vector<std::string> open;
    std::vector<std::string> watch;
};

struct WhatIfCrossingRow {
    std::string id;
    std::string name;
    std::string klass;
    std::string change_of;     ///< closed, opened, watched, or empty
    double flow_before = 0.0;  ///< persons a year
    double flow_after = 0.0;
    double change = 0.0;
    double change_lower = 0.0;  ///< 90 %
    double change_upper = 0.0;
    bool informal = false;
    results::NetworkTie network =
        results::NetworkTie::joined;  ///< flows are NaN where nobody reaches it
};

/// The corridors from one commune over one crossing together.
struct WhatIfCorridorRow {
    std::string code;  ///< of the commune
    std::string commune;
    std::string crossing;  ///< id
    std::string crossing_name;
    double flow_before = 0.0;  ///< persons a year
    double flow_after = 0.0;
    double change = 0.0;
    double change_lower = 0.0;  ///< 90 %
    double change_upper = 0.0;
    double hours_before = geo::unknown;  ///< by the quickest way
    double hours_after = geo::unknown;
    bool informal = false;                                      ///< the crossing
    results::NetworkTie network = results::NetworkTie::joined;  ///< of the crossing
};

struct WhatIfCommuneRow {
    std::string code;
    std::string name;
    double expected = geo::unknown;      ///< persons a year
    double hours_before = geo::unknown;  ///< to the nearest crossing
    double hours_after = geo::unknown;
    double mean_before = geo::unknown;  ///< over the crossings chosen, of the same persons
    double mean_after = geo::unknown;
    bool cut_off = false;
    std::string note;  ///< why the mean way gets shorter, where nothing opens
};

/// What closing one crossing alone would do.
struct ClosureRow {
    std::string id;
    std::string name;
    double flow = 0.0;
    double moved = 0.0;
    double cut_off = 0.0;
    double added_hours = 0.0;  ///< persons x hours a year, of communes whose hours are told
    std::string most_to;       ///< id of the crossing that takes most of it
    double most = 0.0;
    results::NetworkTie network = results::NetworkTie::joined;
    analysis::flows::Bounds flow_bounds{};  ///< 90 %, as the three below
    analysis::flows::Bounds moved_bounds{};
    analysis::flows::Bounds cut_off_bounds{};
    analysis::flows::Bounds added_bounds{};
};

struct WhatIfTables {
    results::About about;
    std::vector<WhatIfCrossingRow> crossings;
    /// with a flow before or after, the largest change first
    std::vector<WhatIfCorridorRow> corridors;
    std::vector<WhatIfCommuneRow> communes;  ///< those whose hours change, or who are cut off
    std::vector<ClosureRow> closures;        ///< the most displacing first
    double moved = 0.0;
    double cut_off = 0.0;
    double added_hours = 0.0;  ///< of communes whose hours are told
    analysis::flows::Bounds moved_bounds;
    analysis::flows::Bounds cut_off_bounds;
    analysis::flows::Bounds added_bounds;
    geo::Findings findings;
};

/// Carries out graph and risk, then answers. With nothing named only the closures are filled.
/// \throws Error{usage}    an id is neither a crossing nor a way; names the nearest. The study has no roads or
///         no crossings.
/// \throws Cancelled
WhatIfTables what_if_tables(Session& session, ScenarioNames const& names, geo::Job const& job = {});

/// Writes what_if_crossings.csv, what_if_corridors.csv, what_if_communes.csv and closures.csv into a folder.
/// They are held against what their
/// figures can be before one is written. \returns their names. \throws Error{failed}
std::vector<std::string> write_what_if(WhatIfTables const& tables,
                                       std::filesystem::path const& folder);

}  // namespace marchland::study
