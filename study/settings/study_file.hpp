/// \file study_file.hpp
/// study.toml: what to read and how to work. Every key is known by name here; an unknown one is an error.
#pragma once

#include "analysis/neighbours/proximity.hpp"
#include "analysis/numerics/multiple_testing.hpp"
#include "analysis/outreach/plan.hpp"
#include "analysis/travel/foot_speed.hpp"
#include "analysis/travel/land_cover.hpp"
#include "analysis/travel/travel_model.hpp"
#include "geo/files/read.hpp"
#include "geo/layers/indicators.hpp"
#include "geo/vocabulary/calendar.hpp"
#include "geo/vocabulary/period.hpp"

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace marchland::study {

enum class NeighbourRule : std::uint8_t {
    queen,
    rook,
    nearest,
    distance,
    kernel,
    travel_time,
    file
};
enum class ScanWindows : std::uint8_t { circles, ellipses, travel_time, border };

std::string_view name_of(NeighbourRule rule);
std::string_view name_of(ScanWindows windows);

/// Who counts as near in hotspots, and (linked both ways, unweighted) in the risk model.
struct NeighbourSettings {
    NeighbourRule rule = NeighbourRule::queen;
    int k = 6;            ///< nearest, and kernel where no metres are given
    double metres = 0.0;  ///< distance; bandwidth of a kernel
    double hours = 1.0;   ///< travel_time
    analysis::neighbours::Kernel kernel = analysis::neighbours::Kernel::bisquare;
    int order = 1;      ///< queen and rook: up to so many steps
    bool edge = false;  ///< weigh by the share of the outline that lies at the region's edge
    std::filesystem::path file;
    bool as_distance = false;  ///< the third column of a GWT is a distance
};

struct ScanSettings {
    ScanWindows windows = ScanWindows::circles;
    double max_share = 0.5;  ///< of the expected cases in a window
    int replicates = 999;
    bool over_time = false;  ///< also by years of the window
};

enum class PostsReach : std::uint8_t { flow, people };
std::string_view name_of(PostsReach reach);

/// " start=2026-01-05 work_days=mon;tue weeks_off=2026-01-26,2026-02-16/2"; nothing without a start.
std::string told(analysis::outreach::Calendar const& calendar);

struct PostSettings {
    int count = 0;  ///< posts to be placed; 0: none
    PostsReach reach = PostsReach::flow;
    double minutes = 60.0;  ///< people: within so many of a post
    /// flow: weight of what is reached once people avoid crossings with a post
    double robust = 0.5;
    /// codes of communes, ids of markets and crossings with a post
    std::vector<std::string> standing;
};

/// How services and activities are judged.
struct ProgrammeSettings {
    double limit_hours = 2.0;  ///< one way, that people can be asked to come to a service
    int fresh_months = 12;     ///< after which an entry without an end of its own is stale
    int visit_months = 12;     ///< after which a commune is to be visited again
};

/// An indicator of vulnerability: where it stands, and what the study says of it.
struct IndicatorSource {
    geo::LayerSource source;  ///< columns commune, value
    geo::Indicator stated;    ///< without values
};

/// What the amounts of effort are.
struct EffortSettings {
    bool in_all = false;  ///< of the commune, however many live there; false: a head
    std::map<std::string, double> kinds;  ///< how much an amount of each counts; empty: not said
};

struct StudyFile {
    std::filesystem::path file;
    std::string text;  ///< of the file, as read
    /// lines of TOML laid over it, see changed(); with `text` they say all settings, as long as nobody
    /// writes to the members below
    std::vector<std::string> changes;
    std::string title;
    std::string purpose = "not stated";
    std::optional<std::string> crs;  ///< working system; nothing: a fitting one is chosen
    geo::Period period;
    std::string vintage = "2025-07-01";
    std::uint64_t seed = 1;
    bool synthetic = false;

    /// by section name, those that are present; the second [[crosswalk]] is called "crosswalk 2"
    std::map<std::string, geo::LayerSource> layers;
    std::vector<std::string> unused;  ///< sections that this version knows but does not use yet

    analysis::travel::Profile profile = analysis::travel::Profile::motorbike;  // [graph]
    analysis::travel::TravelModel travel;                                      // [travel]
    double snap_m = 50.0;
    double candidate_m = 300.0;  ///< see CandidateOptions
    /// also in `travel`
    analysis::travel::FootSpeed foot_speed = analysis::travel::FootSpeed::tobler;
    std::optional<double> cell_m;                ///< of the terrain; nothing: as the file has them
    analysis::travel::LandClasses land_classes;  // [land_cover]
    std::optional<double> doubt_m;               ///< see GapRules
    std::vector<std::string> undo;    ///< repairs of the network that are not made, by id
    std::vector<std::string> accept;  ///< proposals that are

    geo::OwnWords words;    // [words]
    EffortSettings effort;  // [effort]

    NeighbourSettings neighbours;  // [neighbours]

    analysis::risk::RiskModel risk_model = analysis::risk::RiskModel::bym2;  // [risk]
    int window_years = 0;  ///< that the figures rest on, the last ones; 0: the whole period
    /// see analysis::rates::Fading, in the relative risk alone; 0: the past counts like the present
    double half_life_years = 0.0;
    analysis::risk::RankBy rank_by = analysis::risk::RankBy::expected;
    int top = 20;  ///< length of the list whose stability is told
    /// hours to the nearest crossing as a covariate, where there are routes
    bool use_exposure = true;

    std::vector<IndicatorSource> indicators;  // [[indicators]]

    std::vector<std::string> hotspot_methods{"local-moran", "gi-star"};  // [hotspots]
    int permutations = 9999;
    double fdr = 0.05;
    analysis::numerics::Correction correction = analysis::numerics::Correction::benjamini_hochberg;
    ScanSettings scan;

    bool has_plan = false;  // [plan]
    analysis::outreach::PlanOptions plan;
    std::vector<std::string>
        plan_bases;  ///< codes of communes where teams start; empty: the most people

    ProgrammeSettings programmes;  // [programmes]

    int alternatives = 3;  // [corridors]
    double theta = 1.0;
    int worlds = 1000;     ///< drawn for the bands of flows
    double detour = 1.15;  ///< of randomised paths: mean time over the quickest

    PostSettings posts;  // [posts]

    bool uses(std::string_view hotspot_method) const;
    geo::LayerSource const* layer(std::string const& name) const;  ///< nullptr where absent
    /// From which visits lie ahead and entries are judged: the first day of the plan, else the one after the period.
    geo::Day day_ahead() const;
    std::vector<geo::LayerSource> crosswalks() const;
};

/// \throws Error{usage}  the file is missing or not TOML, keys are unknown (with the nearest known one),
///         of the wrong type or out of range: all of them in one message, a line each.
StudyFile read_study_file(std::filesystem::path const& file,
                          std::vector<std::string> const& changes = {});

/// The same from a text, such as the one that a result keeps: same text and changes, same settings.
/// \param file  where the text stood or would stand: sources are relative to its folder.
StudyFile parse_study(std::string const& text, std::filesystem::path const& file,
                      std::vector<std::string> const& changes = {});

/// The same study with more changes: results made from it say how to make them again.
StudyFile with(StudyFile const& study, std::vector<std::string> const& changes);

/// A key with a value in place of the file's, as a line of TOML: "risk.top = 10", "plan.base = \"05977\"".
std::string changed(std::string const& key, double value);
std::string changed(std::string const& key, std::int64_t value);
std::string changed(std::string const& key, std::string const& value);

/// \namespace marchland::study
/// \par Example
/// \code
/// auto const study = study::read_study_file("study.toml");
/// auto const wider = study::with(study, {study::changed("risk.window_years", std::int64_t{4})});
/// assert(wider.window_years == 4 && wider.changes.size() == 1);
/// \endcode
/// \par Threads  functions of their arguments alone; a StudyFile is a value.

}  // namespace marchland::study
