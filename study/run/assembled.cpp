#include "study/run/assembled.hpp"

#include "study/rows/risk_input.hpp"
#include "study/run/record.hpp"

#include <tuple>

namespace marchland::study {
namespace {

template <class T>
void append(std::vector<T>& all, std::vector<T> const& more)
{
    all.insert(all.end(), more.begin(), more.end());
}

void add_graph(Work const& work, results::Results& results)
{
    auto const& region = work.region;
    if (auto const* const ways = work.ways()) {
        append(results.findings, work.network_findings);
        append(results.findings, ways->doubts.findings);
        put_hours(*ways, region, results.communes);
        put_ties(ways->doubts, results.crossings);
        results.ways = way_rows(region, work.study.travel);
        results.repairs = repair_rows(ways->network, region.ways);
        results.crossing_candidates = candidate_rows(work.meeting_places, ways->doubts, region);
    }
    append(results.findings, work.bank_findings);
    append(results.findings, work.meeting_places.findings);
    results.border_profile = stretch_rows(work.border_profile, region);
    append(results.findings, work.border_profile.findings);
}

void add_programmes(Work const& work, results::Results& results)
{
    auto const& [study, region] = std::tie(work.study, work.region);
    results.services = service_rows(work.services, study, region, work.ways());
    results.service_coverage = coverage_rows(work.services, study, region);
    results.service_hours = service_hours_rows(work.services, study, region, work.ways());
    results.activities = activity_rows(study, region);
    results.overlaps = overlap_rows(region);
    results.visited = visited_rows(study, region);
    results.due = due_rows(study, region);
    results.waiting = waiting_rows(study, region);
}

void add_risk(Work const& work, results::Results& results)
{
    append(results.findings, work.structure_findings);
    put_window(work.counts, work.input, work.exposed, results.about);
    if (work.faded) {
        put_faded(*work.faded, results.about);
    }
    put_risk(work.counts, work.input, work.exposed, work.risk,
             rates_of_input(work.input, work.contiguous),
             hours_missing(work.study, work.region, work.ways()), results.communes);
    append(results.model, model_rows(work.risk));
    append(results.findings,
           risk_findings(work.counts, work.input, work.risk, work.region, work.study));
    if (work.vulnerability) {
        put_vulnerability(*work.vulnerability, results.communes);
        append(results.model, model_rows(*work.vulnerability));
        append(results.findings, vulnerability_findings(*work.vulnerability));
    }
    results.changes = work.changes;
    results.bulletin = work.bulletin;
    results.validation = work.validation;
    put_held_out(work.validation, work.study, results.about);
    append(results.findings, fading_findings(work.validation, work.study));
    results.reporting = work.reporting;
}

void add_hotspots(Work const& work, results::Results& results)
{
    results.about.clustering_i = work.clustering.value;
    results.about.clustering_p = work.clustering.p_greater;
    put_hotspots(work.hotspots, results.communes);
    results.clusters = cluster_rows(work.hotspots, work.counts, work.rates, work.region);
    put_gi_star(work.gi_star, work.study.correction, results.communes);
    put_local(work.geary, work.median, work.study.correction, results.communes);
    if (work.scan) {
        append(results.findings, scan_findings(*work.scan));
        if (!work.scan->scan.note.empty()) {  // "none found" would claim that it had looked
            std::erase(results.about.hotspot_methods, "scan");
        }
        put_scan(*work.scan, work.region, results.clusters, results.communes);
    }
}

void add_corridors(Work const& work, results::Results& results)
{
    auto const& movement = work.movement;
    append(results.findings, work.demand_findings);
    results.corridors = corridor_rows(movement, *work.routes, work.region);
    put_flows(movement, *work.routes, work.region, results.crossings, results.ways);
    append(results.model, model_rows(movement, work.region));
    results.chokepoints =
        chokepoint_rows(work.passing_places, *work.routes, work.region, movement.bands);
    results.sheet = sheet_rows(movement, *work.routes, work.risk, work.region);
    results.posts = work.posts.rows;
    append(results.findings, work.posts.findings);
    append(results.findings, reach_findings(movement, work.routes->doubts));
}

}  // namespace

results::Results assembled(Work const& work, Step last, bool plan)
{
    results::Results results;
    results.about = about_of(work.study, work.region);
    results.findings = work.region.findings;
    results.border = work.region.border;
    results.communes = commune_rows(work.region);
    results.crossings = crossing_rows(work.region);
    results.markets = market_rows(work.region);
    add_graph(work, results);
    add_programmes(work, results);
    if (last >= Step::risk) {
        add_risk(work, results);
    }
    if (last >= Step::hotspots) {
        add_hotspots(work, results);
    }
    if (plan) {
        results.plan = plan_rows(work.plan, work.region);
        append(results.findings, work.plan.findings);
    }
    if (last >= Step::corridors && work.has_corridors()) {
        add_corridors(work, results);
    }
    return results;
}

}  // namespace marchland::study
