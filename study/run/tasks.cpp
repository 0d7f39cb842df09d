#include "analysis/flows/demand.hpp"
#include "analysis/routes/slopes.hpp"
#include "analysis/travel/travel_model.hpp"
#include "geo/vocabulary/numbers.hpp"
#include "study/input/nearness.hpp"
#include "study/rows/risk_input.hpp"
#include "study/run/task.hpp"
#include "study/settings/travel_keys.hpp"

namespace marchland::study {
namespace {

namespace flows = analysis::flows;
namespace hotspots = analysis::hotspots;
namespace rates = analysis::rates;
namespace risk = analysis::risk;
namespace routes = analysis::routes;

void no_settings(Stamp&, StudyFile const&, geo::Crossings const&) {}

// ---- what settings tasks read

/// All of [travel] but its spreads, which only bands of flows read.
void add_speeds(Stamp& stamp, StudyFile const& study)
{
    auto travel = study.travel;
    travel.speed_spread = travel.access_spread = travel.delay_spread = 0.0;
    stamp.add(study.profile, told(travel));
}

void add_places(Stamp& stamp, geo::Crossings const& crossings)
{
    stamp.add(crossings.id, crossings.accuracy_m);
    for (auto const& at : crossings.at) {
        stamp.add(at.has_value(), at ? at->x : 0.0, at ? at->y : 0.0);
    }
}

void add_gates(Stamp& stamp, geo::Crossings const& crossings)
{
    stamp.add(crossings.klass, crossings.status);
}

void network_settings(Stamp& stamp, StudyFile const& study, geo::Crossings const& crossings)
{
    stamp.add(study.snap_m, study.doubt_m, study.undo, study.accept);
    add_speeds(stamp, study);
    add_places(stamp, crossings);
}

void gate_settings(Stamp& stamp, StudyFile const& study, geo::Crossings const& crossings)
{
    add_speeds(stamp, study);
    add_gates(stamp, crossings);
}

void border_settings(Stamp& stamp, StudyFile const& study, geo::Crossings const& crossings)
{
    stamp.add(study.candidate_m, study.land_classes, crossings.name);
    gate_settings(stamp, study, crossings);
    add_places(stamp, crossings);
    for (auto const& detail : crossings.details) {
        stamp.add(detail.name_other, detail.code_other, detail.hours, detail.season, detail.source,
                  detail.certainty, detail.history);
    }
}

void service_settings(Stamp& stamp, StudyFile const& study, geo::Crossings const&)
{
    add_speeds(stamp, study);
    stamp.add(study.travel.speed_spread, study.programmes.limit_hours,
              study.day_ahead().time_since_epoch().count());
}

void neighbour_settings(Stamp& stamp, StudyFile const& study, geo::Crossings const&)
{
    auto const& near = study.neighbours;
    stamp.add(near.rule, near.k, near.metres, near.hours, near.kernel, near.order, near.edge,
              near.file, near.as_distance);
}

void count_settings(Stamp& stamp, StudyFile const& study, geo::Crossings const&)
{
    stamp.add(study.period.from.index, study.period.to.index, study.window_years);
    for (auto const& [source, stated] : study.indicators) {
        stamp.add(stated.name, stated.in_model);
    }
}

void risk_settings(Stamp& stamp, StudyFile const& study, geo::Crossings const&)
{
    stamp.add(study.risk_model, study.rank_by, study.top, study.use_exposure, study.seed,
              study.half_life_years);
}

void trend_settings(Stamp& stamp, StudyFile const& study, geo::Crossings const&)
{
    stamp.add(study.period.from.index, study.period.to.index);
}

void validation_settings(Stamp& stamp, StudyFile const& study, geo::Crossings const& crossings)
{
    trend_settings(stamp, study, crossings);
    stamp.add(study.risk_model, study.top, study.seed, study.use_exposure, study.half_life_years);
}

void vulnerability_settings(Stamp& stamp, StudyFile const& study, geo::Crossings const&)
{
    stamp.add(study.seed);
    for (auto const& [source, stated] : study.indicators) {
        stamp.add(stated.name, stated.weight, stated.higher_is_worse);
    }
}

void seed_alone(Stamp& stamp, StudyFile const& study, geo::Crossings const&)
{
    stamp.add(study.seed);
}

void hotspot_settings(Stamp& stamp, StudyFile const& study, geo::Crossings const&)
{
    stamp.add(study.hotspot_methods, study.permutations, study.fdr, study.correction, study.seed);
}

void scan_settings(Stamp& stamp, StudyFile const& study, geo::Crossings const&)
{
    stamp.add(study.uses("scan"), study.scan.windows, study.scan.max_share, study.scan.replicates,
              study.scan.over_time, study.seed);
    add_speeds(stamp, study);
}

void plan_settings(Stamp& stamp, StudyFile const& study, geo::Crossings const&)
{
    auto const& plan = study.plan;
    stamp.add(study.plan_bases, plan.team_days, plan.teams, plan.visit_days, plan.hours_a_day,
              plan.visits, plan.reached, plan.exploration, plan.district_minimum, plan.day_cost,
              told(plan.calendar));
    stamp.add(study.period.to.index);  // visits lie behind its end where the plan has no start
    add_speeds(stamp, study);
}

void choice_settings(Stamp& stamp, StudyFile const& study, geo::Crossings const& crossings)
{
    stamp.add(study.theta, study.seed);
    add_gates(stamp, crossings);
}

void corridor_settings(Stamp& stamp, StudyFile const& study, geo::Crossings const&)
{
    stamp.add(study.alternatives, study.theta);
}

void band_settings(Stamp& stamp, StudyFile const& study, geo::Crossings const&)
{
    stamp.add(study.worlds, study.theta, study.seed, told(study.travel));
}

void detour_settings(Stamp& stamp, StudyFile const& study, geo::Crossings const&)
{
    stamp.add(study.detour);
}

void post_settings(Stamp& stamp, StudyFile const& study, geo::Crossings const& crossings)
{
    auto const& posts = study.posts;
    stamp.add(posts.count, posts.reach, posts.minutes, posts.robust, posts.standing);
    band_settings(stamp, study, crossings);
}

// ---- what tasks make

void make_network(Work& work, geo::Job const& job)
{
    auto const& [study, region] = std::tie(work.study, work.region);
    auto network = analysis::network::network_of(
        region.ways, routes::places_of(region.communes, region.crossings, region.markets),
        {.snap_m = study.snap_m,
         .undo = study.undo,
         .accept = study.accept,
         .doubt_m = study.doubt_m},
        job.part(0.0, 0.8));
    work.network_findings = network_findings(network, region, job.part(0.8, 1.0));
    if (region.terrain && study.travel.slope) {
        routes::weigh_slopes(*region.terrain, region.ways, study.travel, network);
    }
    routes::RouteGraph graph{network, region.ways, study.travel};
    auto anchors = routes::anchors_of(network, region.communes, region.crossings, region.markets);
    work.routes.emplace(std::move(network), std::move(graph), std::move(anchors),
                        routes::Exposure{});
}

void make_hours(Work& work, geo::Job const& job)
{
    auto& ways = *work.routes;
    ways.exposure = routes::exposure_of(ways.graph, ways.anchors, work.region.crossings,
                                        work.study.travel, job.part(0.0, 0.8));
    auto const& region = work.region;
    ways.doubts = routes::doubts_of(ways.network, ways.graph, ways.anchors, ways.exposure,
                                    region.communes, region.crossings, region.markets,
                                    region.boundaries->neighbours(geo::Contiguity::queen),
                                    work.study.travel, job.part(0.8, 1.0));
}

void make_border(Work& work, geo::Job const& job)
{
    auto const& ways = *work.routes;
    work.bank_findings = bank_findings(ways, work.region);
    work.meeting_places = meeting_places_of(ways, work.region, work.study, job.part(0.0, 0.1));
    work.border_profile = border_profile_of(ways, work.region, work.study, job.part(0.1, 1.0));
}

void make_services(Work& work, geo::Job const& job)
{
    work.services = services_of(work.study, work.region, work.ways(), job);
}

void make_neighbours(Work& work, geo::Job const& job)
{
    work.contiguous = work.region.boundaries->neighbours(geo::Contiguity::queen);
    work.weights = weights_of(work.study, work.region, work.ways(), job);
    work.near = analysis::neighbours::symmetric(analysis::neighbours::lists_of(work.weights));
}

void make_counts(Work& work, geo::Job const&)
{
    auto const& region = work.region;
    auto const communes = region.communes.size();
    auto const window = rates::window_of(work.study.period, work.study.window_years);
    work.counts = rates::count_cases(region.cases, communes, window);
    work.structure_findings.clear();
    work.input = risk_input(region, work.near, window, work.structure_findings);
    work.exposed = risk::exposed_of(work.input);
}

void make_risk(Work& work, geo::Job const& job)
{
    auto const& study = work.study;
    work.faded.reset();
    if (study.half_life_years > 0.0) {
        geo::Findings said_of_the_window;
        work.faded = risk_input(work.region, work.near, work.counts.window, said_of_the_window,
                                study.half_life_years);
    }
    auto input = work.faded.value_or(work.input);
    add_exposure(study, work.region, work.ways(), input);
    work.risk = risk::risk_of(input,
                              {.rank_by = study.rank_by,
                               .seed = study.seed,
                               .model = study.risk_model,
                               .top = study.top,
                               .check = study.half_life_years == 0.0},
                              job);
}

void make_vulnerability(Work& work, geo::Job const& job)
{
    work.vulnerability.reset();
    if (!work.region.indicators.empty()) {
        work.vulnerability = risk::vulnerability_of(
            work.region.indicators, work.region.communes.size(), {.seed = work.study.seed}, job);
    }
}

void make_trends(Work& work, geo::Job const&)
{
    work.changes = change_rows(work.region, work.study);
    work.bulletin = bulletin_rows(work.region, work.study);
}

void make_validation(Work& work, geo::Job const& job)
{
    work.validation = validation_rows(work.region, work.study, work.ways(), work.near, job);
}

void make_reporting(Work& work, geo::Job const& job)
{
    work.reporting = reporting_rows(work.region, work.study, job);
}

void make_hotspots(Work& work, geo::Job const& job)
{
    auto const& study = work.study;
    work.rates = rates::rates_of(work.counts.cases, work.exposed.exposure, work.contiguous);
    auto const& values = work.rates.standardised;
    work.clustering = hotspots::global_test(
        hotspots::GlobalStatistic::moran, values, work.weights,
        {.permutations = study.permutations, .seed = study.seed}, job.part(0.0, 0.1));
    hotspots::LocalMoranOptions const test{.permutations = study.permutations, .seed = study.seed};
    work.hotspots = {};
    if (study.uses("local-moran")) {
        work.hotspots = hotspots::find_hotspots(
            values, work.weights, {test, study.fdr, study.correction}, job.part(0.1, 0.6));
    }
    work.gi_star = {};
    if (study.uses("gi-star")) {  // counts every neighbour once, whatever its weight
        work.gi_star = hotspots::local_moran(values, analysis::neighbours::lists_of(work.weights),
                                             test, job.part(0.6, 0.8));
    }
    hotspots::LocalTestOptions const options{.permutations = study.permutations,
                                             .seed = study.seed};
    auto const asked = [&](char const* method, hotspots::LocalStatistic statistic) {
        return study.uses(method) ? hotspots::local_test(statistic, values, work.weights, options,
                                                         job.part(0.8, 1.0))
                                  : hotspots::LocalTest{};
    };
    work.geary = asked("geary", hotspots::LocalStatistic::geary);
    work.median = asked("median-moran", hotspots::LocalStatistic::median_moran);
}

void make_scan(Work& work, geo::Job const& job)
{
    work.scan.reset();
    if (work.study.uses("scan")) {
        work.scan = scan_of(work.study, work.region, work.ways(), work.counts,
                            work.exposed.exposure, work.input.structure, job);
    }
}

void make_plan(Work& work, geo::Job const& job)
{
    work.plan = plan_of(work.study, work.region, work.ways(), work.risk, job);
}

void make_demand(Work& work, geo::Job const&)
{
    auto& movement = work.movement;
    work.demand_findings.clear();
    movement.chance = flows::chances(work.routes->network, work.region.ways, work.region.crossings,
                                     work.routes->anchors, work.study.travel);
    movement.demand = demand_of(work.risk, *work.routes, work.region, movement.chance,
                                work.study.theta, work.demand_findings);
}

void make_choice(Work& work, geo::Job const&)
{
    auto& movement = work.movement;
    movement.choice = flows::choose_crossings(work.routes->exposure.to_crossing, movement.demand,
                                              movement.chance, flow_options(work.study).choice);
}

void make_bands(Work& work, geo::Job const& job)
{
    work.movement.bands =
        flows::flow_bands(work.routes->graph, work.ground(), flow_options(work.study), {}, job);
}

void make_alternatives(Work& work, geo::Job const& job)
{
    auto const& ways = *work.routes;
    auto& movement = work.movement;
    flows::CorridorOptions options;
    options.limits.most = work.study.alternatives;
    options.theta = work.study.theta;
    movement.corridors = flows::find_corridors(
        ways.graph, ways.network, work.region.ways, ways.anchors, ways.exposure,
        flows::followed_pairs(movement.bands, flow_options(work.study).choice.smallest_share),
        options, job);
}

void make_randomised(Work& work, geo::Job const& job)
{
    work.movement.second = flows::randomised_flows(work.routes->graph, work.ground(),
                                                   {.detour = work.study.detour}, job);
}

void make_passing_places(Work& work, geo::Job const&)
{
    work.passing_places =
        analysis::outreach::passing_places(*work.routes, work.ground(), work.movement);
}

void make_posts(Work& work, geo::Job const& job)
{
    work.posts = posts_of(work.study, *work.routes, work.ground(), work.region, work.movement, job);
}

/// A task of the corridors is made only where there is something to move over.
template <void (*make)(Work&, geo::Job const&)>
void in_corridors(Work& work, geo::Job const& job)
{
    if (work.has_corridors()) {
        make(work, job);
    }
}

}  // namespace

std::span<Task const> tasks()
{
    static std::vector<Task> const all{
        {"network", Step::graph, 0.15, {}, network_settings, make_network},
        {"hours", Step::graph, 0.05, {"network"}, gate_settings, make_hours},
        {"border", Step::graph, 0.05, {"network"}, border_settings, make_border},
        {"services", Step::graph, 0.01, {"hours"}, service_settings, make_services},

        {"neighbours", Step::risk, 0.02, {"network"}, neighbour_settings, make_neighbours},
        {"counts", Step::risk, 0.01, {"neighbours"}, count_settings, make_counts},
        {"risk", Step::risk, 0.25, {"hours", "counts"}, risk_settings, make_risk},
        {"vulnerability", Step::risk, 0.02, {}, vulnerability_settings, make_vulnerability},
        {"trends", Step::risk, 0.01, {}, trend_settings, make_trends},
        {"validation", Step::risk, 0.05, {"hours", "counts"}, validation_settings, make_validation},
        {"reporting", Step::risk, 0.01, {}, seed_alone, make_reporting},

        {"hotspots", Step::hotspots, 0.02, {"counts", "risk"}, hotspot_settings, make_hotspots},
        {"scan", Step::hotspots, 0.06, {"counts", "risk"}, scan_settings, make_scan},

        {"plan", Step::plan, 0.05, {"hours", "risk"}, plan_settings, make_plan},

        {"demand", Step::corridors, 0.01, {"risk"}, choice_settings, in_corridors<make_demand>},
        {"choice", Step::corridors, 0.01, {"demand"}, choice_settings, in_corridors<make_choice>},
        {"bands", Step::corridors, 0.08, {"demand"}, band_settings, in_corridors<make_bands>},
        // clang-format off
        {"alternatives", Step::corridors, 0.08, {"bands"}, corridor_settings, in_corridors<make_alternatives>},
        {"randomised", Step::corridors, 0.02, {"demand"}, detour_settings, in_corridors<make_randomised>},
        {"passing places", Step::corridors, 0.02, {"alternatives"}, no_settings, in_corridors<make_passing_places>},
        // clang-format on
        {"posts", Step::corridors, 0.03, {"choice"}, post_settings, in_corridors<make_posts>},
    };
    return all;
}

}  // namespace marchland::study
