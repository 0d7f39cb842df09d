// Everything that the tasks of a run make, in the order in which they make it. Shared with study/questions.
#pragma once

#include "study/rows/rows.hpp"

#include <optional>

namespace marchland::study {

/// Each task writes its own members and reads those of the tasks it names.
struct Work {
    StudyFile study;
    Region region;

    // graph
    std::optional<analysis::routes::Routes> routes;  ///< its exposure by the task "hours"
    geo::Findings network_findings;
    geo::Findings bank_findings;
    MeetingPlaces meeting_places;
    analysis::border::BorderProfile border_profile;
    ServicesFound services;

    // risk
    analysis::neighbours::Weights weights;
    analysis::neighbours::Neighbours near;        ///< linked both ways
    analysis::neighbours::Neighbours contiguous;  ///< for rates, whatever the study calls near
    analysis::rates::Counts counts;
    analysis::risk::RiskInput input;  ///< without hours to the crossing
    analysis::risk::Exposed exposed;
    std::optional<analysis::risk::RiskInput>
        faded;  ///< what the risk rests on where the past fades in it
    geo::Findings structure_findings;
    analysis::risk::Risk risk;
    std::optional<analysis::risk::Vulnerability> vulnerability;  ///< nothing: no indicators
    std::vector<results::ChangeRow> changes;
    std::vector<results::BulletinRow> bulletin;
    std::vector<results::ValidationRow> validation;
    std::vector<results::ReportingRow> reporting;

    // hotspots
    analysis::rates::Rates rates;  ///< after effort
    analysis::hotspots::GlobalTest clustering;
    analysis::hotspots::Hotspots hotspots;
    analysis::hotspots::LocalMoran gi_star;  ///< where every neighbour counts alike
    analysis::hotspots::LocalTest geary;
    analysis::hotspots::LocalTest median;
    std::optional<ScanFound> scan;  ///< nothing: not asked for

    PlanFound plan;

    // corridors; untouched where the study has no ways or no crossings
    analysis::flows::Movement movement;
    geo::Findings demand_findings;
    analysis::outreach::PassingPlaces passing_places;
    PostsFound posts;

    /// nullptr: the study has no network.
    analysis::routes::Routes const* ways() const
    {
        return region.ways.size() > 0 ? &*routes : nullptr;
    }
    bool has_corridors() const { return region.ways.size() > 0 && region.crossings.size() > 0; }
    analysis::flows::Ground ground() const
    {
        return ground_of(*routes, region, study.travel, movement.demand, movement.chance);
    }
};

}  // namespace marchland::study
