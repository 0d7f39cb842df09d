// What the tasks of a run made, copied into the rows of results.hpp. Each function reads values and gives
// rows or findings, or puts its own columns into the rows of communes, crossings or ways; none reads what
// another has put there. Shared with study/run and study/questions.
#pragma once

#include "analysis/border/crossing_candidates.hpp"
#include "analysis/border/profile.hpp"
#include "analysis/flows/movement.hpp"
#include "analysis/hotspots/global_statistics.hpp"
#include "analysis/hotspots/hotspots.hpp"
#include "analysis/hotspots/local_statistics.hpp"
#include "analysis/numerics/multiple_testing.hpp"
#include "analysis/outreach/passing_places.hpp"
#include "analysis/outreach/plan.hpp"
#include "analysis/programmes/coverage.hpp"
#include "analysis/rates/counts.hpp"
#include "analysis/rates/rates.hpp"
#include "analysis/risk/risk.hpp"
#include "analysis/risk/vulnerability.hpp"
#include "analysis/routes/places_beside.hpp"
#include "analysis/routes/routes.hpp"
#include "analysis/scan/scan.hpp"
#include "results/results.hpp"
#include "study/input/region.hpp"

namespace marchland::study {

using CommuneRows = std::vector<results::CommuneRow>;

// ---- the layers themselves

std::vector<results::CommuneRow> commune_rows(Region const& region);
std::vector<results::CrossingRow> crossing_rows(Region const& region);
std::vector<results::MarketRow> market_rows(Region const& region);
std::vector<results::WayRow> way_rows(Region const& region,
                                      analysis::travel::TravelModel const& travel);

// ---- graph

std::vector<results::RepairRow> repair_rows(analysis::network::Network const& network,
                                            geo::Ways const& ways);
/// Pieces, repairs to review, and places that the network does not reach.
/// \throws Cancelled
geo::Findings network_findings(analysis::network::Network const& network, Region const& region,
                               geo::Job const& job);
/// Hours that are not to be believed are not told.
void put_hours(analysis::routes::Routes const& routes, Region const& region, CommuneRows& rows);
/// How crossings hang on the network; without one they are as they were.
void put_ties(analysis::routes::Doubts const& doubts, std::vector<results::CrossingRow>& rows);

/// Communes that the network ties to a way on the other bank of a river.
/// \par Cost  communes x rivers; corners only of rivers near the way to the network.
geo::Findings bank_findings(analysis::routes::Routes const& routes, Region const& region);

/// Where ways meet the border, and what register and network say against each other.
struct MeetingPlaces {
    analysis::border::CrossingCandidates found;
    geo::Findings findings;
};
/// Without a border only the register is looked at. \throws Cancelled
MeetingPlaces meeting_places_of(analysis::routes::Routes const& routes, Region const& region,
                                StudyFile const& study, geo::Job const& job);
std::vector<results::CandidateRow> candidate_rows(MeetingPlaces const& places,
                                                  analysis::routes::Doubts const& doubts,
                                                  Region const& region);

/// Empty without terrain, or without a border. \throws Cancelled
analysis::border::BorderProfile border_profile_of(analysis::routes::Routes const& routes,
                                                  Region const& region, StudyFile const& study,
                                                  geo::Job const& job);
std::vector<results::StretchRow> stretch_rows(analysis::border::BorderProfile const& profile,
                                              Region const& region);

// ---- risk; counts, input and what was exposed are those of the whole window, whether or not the past fades in the risk

/// Rates per person at risk and year, without effort: what was found.
analysis::rates::Rates rates_of_input(analysis::risk::RiskInput const& input,
                                      analysis::neighbours::Neighbours const& near);

void put_window(analysis::rates::Counts const& counts, analysis::risk::RiskInput const& input,
                analysis::risk::Exposed const& exposed, results::About& about);
/// \param faded  what the risk rests on.
void put_faded(analysis::risk::RiskInput const& faded, results::About& about);
/// Where hours that the model uses are missing, no figure is told of what they do.
/// \param hours_missing  see hours_missing().
void put_risk(analysis::rates::Counts const& counts, analysis::risk::RiskInput const& input,
              analysis::risk::Exposed const& exposed, analysis::risk::Risk const& risk,
              analysis::rates::Rates const& rates,
              geo::PerCommune<std::uint8_t> const& hours_missing, CommuneRows& rows);
std::vector<results::ModelRow> model_rows(analysis::risk::Risk const& risk);
geo::Findings risk_findings(analysis::rates::Counts const& counts,
                            analysis::risk::RiskInput const& input,
                            analysis::risk::Risk const& risk, Region const& region,
                            StudyFile const& study);

void put_vulnerability(analysis::risk::Vulnerability const& found, CommuneRows& rows);
std::vector<results::ModelRow> model_rows(analysis::risk::Vulnerability const& found);
geo::Findings vulnerability_findings(analysis::risk::Vulnerability const& found);

std::vector<results::ChangeRow> change_rows(Region const& region, StudyFile const& study);
std::vector<results::BulletinRow> bulletin_rows(Region const& region, StudyFile const& study);
/// \param routes  nullptr: the study has no network.
std::vector<results::ValidationRow> validation_rows(Region const& region, StudyFile const& study,
                                                    analysis::routes::Routes const* routes,
                                                    analysis::neighbours::Neighbours const& near,
                                                    geo::Job const& job);
/// How the order of the map did in all years that it had not seen, together, and what half-life would have done
/// clearly better.
void put_held_out(std::vector<results::ValidationRow> const& rows, StudyFile const& study,
                  results::About& about);
/// What half-life would have held clearly more of those persons, if any.
geo::Findings fading_findings(std::vector<results::ValidationRow> const& rows,
                              StudyFile const& study);
std::vector<results::ReportingRow> reporting_rows(Region const& region, StudyFile const& study,
                                                  geo::Job const& job);

// ---- hotspots

void put_hotspots(analysis::hotspots::Hotspots const& found, CommuneRows& rows);
std::vector<results::ClusterRow> cluster_rows(analysis::hotspots::Hotspots const& found,
                                              analysis::rates::Counts const& counts,
                                              analysis::rates::Rates const& rates,
                                              Region const& region);
/// \param local  of neighbours that count alike: then, given the commune's own value, Gi* and Moran's I depend
///        on the same sum and have one p.
/// \param correction  over the communes.
void put_gi_star(analysis::hotspots::LocalMoran const& local,
                 analysis::numerics::Correction correction, CommuneRows& rows);
void put_local(analysis::hotspots::LocalTest const& geary,
               analysis::hotspots::LocalTest const& median,
               analysis::numerics::Correction correction, CommuneRows& rows);

struct ScanFound {
    analysis::scan::Scan scan;
    std::vector<geo::Period> periods;  ///< by which its clusters are counted; one: the window
    bool timed = false;
};
/// \param routes  nullptr: the study has no network. \throws Cancelled
ScanFound scan_of(StudyFile const& study, Region const& region,
                  analysis::routes::Routes const* routes, analysis::rates::Counts const& counts,
                  geo::PerCommune<double> const& exposure, geo::PerCommune<double> const& structure,
                  geo::Job const& job);
geo::Findings scan_findings(ScanFound const& found);
/// Numbers its clusters after those that are there.
void put_scan(ScanFound const& found, Region const& region,
              std::vector<results::ClusterRow>& clusters, CommuneRows& rows);

// ---- plan

struct PlanFound {
    analysis::outreach::Plan plan;
    geo::PerCommune<double> travel_hours;  ///< one way from the base; infinite: no way
    geo::PerCommune<geo::CommuneId> base;  ///< the nearest; empty: the study has no roads
    geo::PerCommune<std::optional<geo::Day>> last_visit;  ///< nothing: none is known
    geo::PerCommune<std::uint8_t> doubted;  ///< 1: its hours are not to be believed; empty: none
    geo::Findings findings;
};
/// \param routes  nullptr: the study has no network.
/// \throws Error{usage} the base is no commune; Error{findings} the limits cannot be kept; Cancelled.
PlanFound plan_of(StudyFile const& study, Region const& region,
                  analysis::routes::Routes const* routes, analysis::risk::Risk const& risk,
                  geo::Job const& job);
std::vector<results::PlanRow> plan_rows(PlanFound const& found, Region const& region);

// ---- programmes, judged on StudyFile::day_ahead

struct ServicesFound {
    std::vector<std::optional<analysis::routes::PlaceBeside>> ties;  ///< to the network, by service
    geo::PerCommune<std::vector<double>> hours;                      ///< by service
    std::vector<analysis::programmes::KindCoverage> kinds;
};
/// \param routes  nullptr: the study has no network, and no hours are known. \throws Cancelled
ServicesFound services_of(StudyFile const& study, Region const& region,
                          analysis::routes::Routes const* routes, geo::Job const& job);
std::vector<results::ServiceRow> service_rows(ServicesFound const& found, StudyFile const& study,
                                              Region const& region,
                                              analysis::routes::Routes const* routes);
std::vector<results::CoverageRow> coverage_rows(ServicesFound const& found, StudyFile const& study,
                                                Region const& region);
std::vector<results::ServiceHoursRow> service_hours_rows(ServicesFound const& found,
                                                         StudyFile const& study,
                                                         Region const& region,
                                                         analysis::routes::Routes const* routes);

std::vector<results::ActivityRow> activity_rows(StudyFile const& study, Region const& region);
std::vector<results::OverlapRow> overlap_rows(Region const& region);
/// Of all communes; empty where the study has neither visits nor activities.
std::vector<results::VisitedRow> visited_rows(StudyFile const& study, Region const& region);
std::vector<results::DueRow> due_rows(StudyFile const& study, Region const& region);
std::vector<results::WaitingRow> waiting_rows(StudyFile const& study, Region const& region);

// ---- corridors

/// "national 62 %, local 30 %, path 8 %", the longest first.
std::string class_mix(analysis::flows::Corridor const& corridor);

/// The expected persons of each commune with their bounds, and what draws them where the study has a layer
/// demand.
geo::PerCommune<analysis::flows::Demand>
demand_of(analysis::risk::Risk const& risk, analysis::routes::Routes const& routes,
          Region const& region, geo::Column<geo::CrossingId, double> const& chance, double theta,
          geo::Findings& findings);

/// How worlds are drawn for every band of flows that a study gives.
analysis::flows::FlowOptions flow_options(StudyFile const& study);

analysis::flows::Ground ground_of(analysis::routes::Routes const& routes, Region const& region,
                                  analysis::travel::TravelModel const& travel,
                                  geo::PerCommune<analysis::flows::Demand> const& demand,
                                  geo::Column<geo::CrossingId, double> const& chance);

/// Flows of crossings and ways with their bands and by both models of choice.
/// Of a crossing that no commune reaches no flow is told: 0 would be an answer.
void put_flows(analysis::flows::Movement const& movement, analysis::routes::Routes const& routes,
               Region const& region, std::vector<results::CrossingRow>& crossings,
               std::vector<results::WayRow>& ways);
std::vector<results::ModelRow> model_rows(analysis::flows::Movement const& movement,
                                          Region const& region);
/// Bounds of the hours of the quickest way from a commune to a crossing, over the worlds in which somebody goes it;
/// they hold the corridor's own hours.
analysis::flows::Band hours_of(analysis::flows::Corridor const& quickest,
                               analysis::flows::FlowBands const& bands);
std::vector<results::CorridorRow> corridor_rows(analysis::flows::Movement const& movement,
                                                analysis::routes::Routes const& routes,
                                                Region const& region);
geo::Findings reach_findings(analysis::flows::Movement const& movement,
                             analysis::routes::Doubts const& doubts);

std::vector<results::ChokepointRow> chokepoint_rows(analysis::outreach::PassingPlaces const& places,
                                                    analysis::routes::Routes const& routes,
                                                    Region const& region,
                                                    analysis::flows::FlowBands const& bands);
std::vector<results::SheetRow> sheet_rows(analysis::flows::Movement const& movement,
                                          analysis::routes::Routes const& routes,
                                          analysis::risk::Risk const& risk, Region const& region);

struct PostsFound {
    std::vector<results::PostRow> rows;
    geo::Findings findings;
};
/// Nothing where the study asks for no posts.
/// \throws Error{usage} a standing post is at no known place; Cancelled.
PostsFound posts_of(StudyFile const& study, analysis::routes::Routes const& routes,
                    analysis::flows::Ground const& ground, Region const& region,
                    analysis::flows::Movement const& movement, geo::Job const& job);

}  // namespace marchland::study
