// What the steps found, put into the rows of results.hpp. Private to analysis.
#pragma once

#include "analysis/flows/movement.hpp"
#include "analysis/routes/routes.hpp"
#include "analysis/hotspots/hotspots.hpp"
#include "analysis/hotspots/local_statistics.hpp"
#include "analysis/rates/counts.hpp"
#include "analysis/rates/rates.hpp"
#include "analysis/risk/risk.hpp"
#include "analysis/risk/vulnerability.hpp"
#include "results/results.hpp"
#include "study/input/region.hpp"

namespace marchland::analysis {

/// What the results of a study are about.
About about_of(StudyFile const& study, Region const& region);

/// "national 62 %, local 30 %, path 8 %", the longest first.
std::string class_mix(Corridor const& corridor);

/// Expected persons of each commune, with their bounds.
/// The expected persons, and what draws them where the study has a layer demand.
geo::PerCommune<Demand> demand_of(Risk const& risk, Routes const& routes, Region const& region,
                                  geo::Column<geo::CrossingId, double> const& chance, double theta,
                                  geo::Findings& findings);

/// How sure it is that an informal crossing can be reached at all: the surest path that ends at it.
geo::Column<geo::CrossingId, double> chances(Routes const& routes, Region const& region,
                                             TravelModel const& travel);

Routes routes_of(Region const& region, StudyFile const& study, geo::Job const& job);

std::vector<CommuneRow> commune_rows(Region const& region);
std::vector<CrossingRow> crossing_rows(Region const& region);
std::vector<MarketRow> market_rows(Region const& region);

/// Rates per person at risk and year, without effort: what was found.
Rates rates_of_input(RiskInput const& input, Neighbours const& near);

void fill_routes(Routes const& routes, Region const& region, TravelModel const& travel,
                 Results& results);
/// Where ways meet the border, and what register and network say against each other. Without a border only
/// the register is looked at.
void fill_candidates(Routes const& routes, Region const& region, StudyFile const& study,
                     Results& results, geo::Job const& job);
/// Says which communes the network ties to a way on the other bank of a river.
/// \par Cost  communes x rivers; corners only of rivers near the way to the network.
void say_banks(Routes const& routes, Region const& region, Results& results);

/// Nothing without terrain, or without a border.
void fill_border_profile(Routes const& routes, Region const& region, StudyFile const& study,
                         Results& results, geo::Job const& job);
void fill_risk(Counts const& counts, RiskInput const& input, Risk const& risk, Rates const& rates,
               Region const& region, Results& results);
void fill_vulnerability(Vulnerability const& found, Region const& region, Results& results);
void fill_hotspots(Hotspots const& found, Counts const& counts, Rates const& rates,
                   Region const& region, Results& results);
void fill_local(LocalTest const& geary, LocalTest const& median, Results& results);

/// Clusters of the scan, after those that are there. \param routes nullptr: the study has no network.
void fill_scan(StudyFile const& study, Region const& region, Routes const* routes,
               Counts const& counts, Risk const& risk, geo::PerCommune<double> const& structure,
               Results& results, geo::Job const& job);

void fill_changes(Region const& region, StudyFile const& study, Results& results);
void fill_validation(Region const& region, StudyFile const& study, Neighbours const& near,
                     Results& results, geo::Job const& job);
void fill_reporting(Region const& region, StudyFile const& study, Results& results,
                    geo::Job const& job);

/// \throws Error{usage} the base is no commune; Error{findings} the limits cannot be kept.
void fill_plan(StudyFile const& study, Region const& region, Routes const* routes, Risk const& risk,
               Results& results, geo::Job const& job);

Ground ground_of(Routes const& routes, Region const& region, TravelModel const& travel,
                 geo::PerCommune<Demand> const& demand,
                 geo::Column<geo::CrossingId, double> const& chance);

/// Flows of crossings and ways with their bands and by both models of choice.
void fill_flows(Movement const& movement, Region const& region, Results& results);
void fill_chokepoints(Routes const& routes, Ground const& ground, Region const& region,
                      Movement const& movement, Results& results);
void fill_sheet(Routes const& routes, Region const& region, Movement const& movement,
                Results& results);
/// Nothing where the study asks for no posts. \throws Error{usage} a standing post is at no known place.
void fill_posts(StudyFile const& study, Routes const& routes, Ground const& ground,
                Region const& region, Movement const& movement, Results& results,
                geo::Job const& job);

void fill_corridors(Routes const& routes, Region const& region, StudyFile const& study,
                    Risk const& risk, Results& results, geo::Job const& job);

}  // namespace marchland::analysis
