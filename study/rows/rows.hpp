// What the steps found, put into the rows of results.hpp. Private to analysis.
#pragma once

#include "analysis/flows/movement.hpp"
#include "analysis/hotspots/hotspots.hpp"
#include "analysis/hotspots/local_statistics.hpp"
#include "analysis/rates/counts.hpp"
#include "analysis/rates/rates.hpp"
#include "analysis/risk/risk.hpp"
#include "analysis/risk/vulnerability.hpp"
#include "analysis/routes/routes.hpp"
#include "results/results.hpp"
#include "study/input/region.hpp"

namespace marchland::study {

/// What the results of a study are about.
results::About about_of(StudyFile const& study, Region const& region);

/// "national 62 %, local 30 %, path 8 %", the longest first.
std::string class_mix(analysis::flows::Corridor const& corridor);

/// Expected persons of each commune, with their bounds.
/// The expected persons, and what draws them where the study has a layer demand.
geo::PerCommune<analysis::flows::Demand>
demand_of(analysis::risk::Risk const& risk, analysis::routes::Routes const& routes,
          Region const& region, geo::Column<geo::CrossingId, double> const& chance, double theta,
          geo::Findings& findings);

/// How sure it is that an informal crossing can be reached at all: the surest path that ends at it.
geo::Column<geo::CrossingId, double> chances(analysis::routes::Routes const& routes,
                                             Region const& region,
                                             analysis::travel::TravelModel const& travel);

analysis::routes::Routes routes_of(Region const& region, StudyFile const& study,
                                   geo::Job const& job);

std::vector<results::CommuneRow> commune_rows(Region const& region);
std::vector<results::CrossingRow> crossing_rows(Region const& region);
std::vector<results::MarketRow> market_rows(Region const& region);

/// Rates per person at risk and year, without effort: what was found.
analysis::rates::Rates rates_of_input(analysis::risk::RiskInput const& input,
                                      analysis::neighbours::Neighbours const& near);

void fill_routes(analysis::routes::Routes const& routes, Region const& region,
                 analysis::travel::TravelModel const& travel, results::Results& results);
/// Where ways meet the border, and what register and network say against each other. Without a border only
/// the register is looked at.
void fill_candidates(analysis::routes::Routes const& routes, Region const& region,
                     StudyFile const& study, results::Results& results, geo::Job const& job);
/// Says which communes the network ties to a way on the other bank of a river.
/// \par Cost  communes x rivers; corners only of rivers near the way to the network.
void say_banks(analysis::routes::Routes const& routes, Region const& region,
               results::Results& results);

/// Nothing without terrain, or without a border.
void fill_border_profile(analysis::routes::Routes const& routes, Region const& region,
                         StudyFile const& study, results::Results& results, geo::Job const& job);
void fill_risk(analysis::rates::Counts const& counts, analysis::risk::RiskInput const& input,
               analysis::risk::Risk const& risk, analysis::rates::Rates const& rates,
               Region const& region, results::Results& results);
void fill_vulnerability(analysis::risk::Vulnerability const& found, Region const& region,
                        results::Results& results);
void fill_hotspots(analysis::hotspots::Hotspots const& found, analysis::rates::Counts const& counts,
                   analysis::rates::Rates const& rates, Region const& region,
                   results::Results& results);
void fill_gi_star(analysis::hotspots::LocalMoran const& local, results::Results& results);
void fill_local(analysis::hotspots::LocalTest const& geary,
                analysis::hotspots::LocalTest const& median, results::Results& results);

/// Clusters of the scan, after those that are there. \param routes nullptr: the study has no network.
void fill_scan(StudyFile const& study, Region const& region, analysis::routes::Routes const* routes,
               analysis::rates::Counts const& counts, analysis::risk::Risk const& risk,
               geo::PerCommune<double> const& structure, results::Results& results,
               geo::Job const& job);

void fill_changes(Region const& region, StudyFile const& study, results::Results& results);
/// \param routes nullptr: the study has no network.
void fill_validation(Region const& region, StudyFile const& study,
                     analysis::routes::Routes const* routes,
                     analysis::neighbours::Neighbours const& near, results::Results& results,
                     geo::Job const& job);
void fill_reporting(Region const& region, StudyFile const& study, results::Results& results,
                    geo::Job const& job);

/// \throws Error{usage} the base is no commune; Error{findings} the limits cannot be kept.
void fill_plan(StudyFile const& study, Region const& region, analysis::routes::Routes const* routes,
               analysis::risk::Risk const& risk, results::Results& results, geo::Job const& job);

analysis::flows::Ground ground_of(analysis::routes::Routes const& routes, Region const& region,
                                  analysis::travel::TravelModel const& travel,
                                  geo::PerCommune<analysis::flows::Demand> const& demand,
                                  geo::Column<geo::CrossingId, double> const& chance);

/// Flows of crossings and ways with their bands and by both models of choice.
void fill_flows(analysis::flows::Movement const& movement, Region const& region,
                results::Results& results);
void fill_chokepoints(analysis::routes::Routes const& routes, analysis::flows::Ground const& ground,
                      Region const& region, analysis::flows::Movement const& movement,
                      results::Results& results);
void fill_sheet(analysis::routes::Routes const& routes, Region const& region,
                analysis::flows::Movement const& movement, results::Results& results);
/// Nothing where the study asks for no posts. \throws Error{usage} a standing post is at no known place.
void fill_posts(StudyFile const& study, analysis::routes::Routes const& routes,
                analysis::flows::Ground const& ground, Region const& region,
                analysis::flows::Movement const& movement, results::Results& results,
                geo::Job const& job);

void fill_corridors(analysis::routes::Routes const& routes, Region const& region,
                    StudyFile const& study, analysis::risk::Risk const& risk,
                    results::Results& results, geo::Job const& job);

}  // namespace marchland::study
