#include "analysis/border/crossing_candidates.hpp"
#include "analysis/network/network_findings.hpp"
#include "analysis/routes/slopes.hpp"
#include "analysis/travel/travel_model.hpp"
#include "geo/vocabulary/numbers.hpp"
#include "geo/vocabulary/text.hpp"
#include "study/rows/rows.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace marchland::study {
namespace {

using geo::CommuneId;
using geo::CrossingId;
using geo::index_of;

/// Corridors are drawn to this; their lengths and hours are of the full lines.
constexpr double corridor_detail_m = 25.0;

/// A finding names so many communes; the rest is counted.
constexpr std::size_t communes_told = 5;

std::string percent(double share)
{
    return geo::fixed(100.0 * share, 0) + " %";
}

/// Keeps ends, and every point farther than the detail from the last one kept.
geo::Line thinned(geo::Line const& line)
{
    geo::Line thin;
    for (std::size_t i = 0; i < line.size(); ++i) {
        bool const end = i == 0 || i + 1 == line.size();
        if (end || geo::distance(thin.back(), line[i]) >= corridor_detail_m) {
            thin.push_back(line[i]);
        }
    }
    return thin;
}

results::CorridorRow row_of(analysis::flows::Corridor const& corridor,
                            analysis::routes::Routes const& routes, Region const& region)
{
    results::CorridorRow row;
    row.from_code = region.communes.code[corridor.from];
    row.crossing = region.crossings.id[corridor.crossing];
    row.id = row.from_code + ">" + row.crossing + "/" + std::to_string(corridor.alternative);
    row.alternative = corridor.alternative;
    row.hours = corridor.hours;
    row.km = corridor.metres / 1000.0;
    row.informal_share = corridor.metres > 0.0 ? corridor.informal_metres / corridor.metres : 0.0;
    row.flow = corridor.flow;
    row.overlap = corridor.overlap;
    row.by_class = class_mix(corridor);
    if (auto const line = analysis::flows::line_of(corridor, routes.graph, routes.network);
        line.size() >= 2) {
        row.line = {thinned(line)};
    }
    return row;
}

results::CandidateRow row_of(analysis::border::CrossingCandidate const& candidate,
                             Region const& region, std::size_t number)
{
    results::CandidateRow row;
    row.id = "K" + std::to_string(number);
    row.kind = candidate.crosses ? "crosses" : "ends";
    row.way_class = geo::name_of(analysis::border::best_class(candidate, region.ways));
    for (auto const way : candidate.ways) {
        row.ways += (row.ways.empty() ? "" : "; ") + region.ways.id[way];
    }
    if (candidate.crossing) {
        row.crossing = region.crossings.id[*candidate.crossing];
        row.metres = candidate.metres;
    }
    row.informal = analysis::border::is_informal(candidate, region.ways, region.crossings);
    row.placed = true;
    row.at = candidate.at;
    return row;
}

std::size_t to_review(analysis::network::Network const& network)
{
    return network.proposals.size() + static_cast<std::size_t>(std::ranges::count_if(
                                          network.repairs, analysis::network::wants_review));
}

void say_network(analysis::network::Network const& network, Region const& region,
                 results::Results& results)
{
    auto const say = [&results](geo::Severity severity, std::string rule, std::string layer,
                                std::string feature, std::string message, std::string action) {
        results.findings.push_back({.severity = severity,
                                    .rule = std::move(rule),
                                    .layer = std::move(layer),
                                    .feature = std::move(feature),
                                    .message = std::move(message),
                                    .action = std::move(action)});
    };
    say(geo::Severity::note, "network", "roads", "",
        std::to_string(network.components_before) + " separate pieces of network; " +
            std::to_string(network.repairs.size()) + " gaps were closed and " +
            std::to_string(network.components) + " pieces are left",
        network.repairs.empty() && network.proposals.empty()
            ? ""
            : "look at the layer repairs, " + std::to_string(to_review(network)) +
                  " of its rows want review; snap_m, undo and accept in [graph] set what is "
                  "closed");
    for (auto& finding : analysis::network::network_findings(network, region.ways)) {
        results.findings.push_back(std::move(finding));
    }
    std::string on_fragments;
    std::size_t count = 0;
    for (auto const id : region.communes.code.ids()) {
        auto const& anchor = network.anchors[index_of(id)];
        if (anchor && network.component[anchor->junction] != 0) {
            if (count < communes_told) {
                on_fragments += (count == 0 ? "" : ", ") + region.communes.label(id);
            }
            ++count;
        }
    }
    if (count > 0) {
        on_fragments += count > communes_told ? ", ..." : "";
        say(geo::Severity::warning, "commune-on-fragment", "roads", on_fragments,
            std::to_string(count) +
                " communes are tied to a piece of the network that is not joined to the largest",
            "look at the proposals in the layer repairs around them");
    }
    std::size_t far = 0;
    for (auto const id : region.communes.code.ids()) {
        far += region.communes.has_shape(id) && !network.anchors[index_of(id)] ? 1U : 0U;
    }
    if (far > 0) {
        say(geo::Severity::warning, "commune-off-network", "roads", "",
            std::to_string(far) +
                " communes are farther than 20 km from every way; they get no hours "
                "and no corridors",
            "add the local roads around them");
    }
    for (auto const id : region.crossings.id.ids()) {
        if (region.crossings.at[id] && !network.anchors[region.communes.size() + index_of(id)]) {
            say(geo::Severity::warning, "crossing-off-network", "crossings",
                region.crossings.id[id],
                "no way ends within reach of the crossing; it gets no corridors",
                "add the way to it, or correct its coordinates");
        }
    }
}

void fill_hours(analysis::routes::Exposure const& exposure, Region const& region,
                results::Results& results)
{
    for (auto const id : region.communes.code.ids()) {
        auto& row = results.communes[index_of(id)];
        if (auto const near = analysis::routes::nearest_of(exposure.to_crossing[id])) {
            row.hours_to_crossing = exposure.to_crossing[id][*near];
            row.nearest_crossing = region.crossings.id.span()[*near];
        }
        if (auto const near = analysis::routes::nearest_of(exposure.to_market[id])) {
            row.hours_to_market = exposure.to_market[id][*near];
            row.nearest_market = region.markets.id.span()[*near];
        }
    }
}

std::vector<results::WayRow> way_rows(Region const& region,
                                      analysis::travel::TravelModel const& travel)
{
    std::vector<results::WayRow> rows;
    for (auto const id : region.ways.id.ids()) {
        results::WayRow row;
        row.id = region.ways.id[id];
        row.kind = geo::name_of(region.ways.kind[id]);
        row.klass = geo::name_of(region.ways.klass[id]);
        row.line = region.ways.line[id];
        double const speed = analysis::travel::speed_kmh(travel, region.ways.klass[id]);
        auto const& made_from = region.ways.provenance(id);
        row.source = made_from.source;
        row.as_of = made_from.as_of;
        row.licence = made_from.licence;
        row.confidence = made_from.confidence.value_or(geo::unknown);
        row.sensitivity = geo::name_of(made_from.sensitivity);
        row.hours = speed > 0.0 ? geo::length_of(row.line) / 1000.0 / speed : geo::unknown;
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace

std::string class_mix(analysis::flows::Corridor const& corridor)
{
    std::vector<std::pair<double, std::string_view>> parts;
    for (std::size_t k = 0; k < corridor.metres_by_class.size(); ++k) {
        if (corridor.metres_by_class.at(k) > 0.0) {
            parts.emplace_back(corridor.metres_by_class.at(k),
                               geo::name_of(static_cast<geo::WayClass>(k)));
        }
    }
    std::ranges::stable_sort(parts, std::greater{}, &std::pair<double, std::string_view>::first);
    std::string words;
    for (auto const& [metres, name] : parts) {
        words += (words.empty() ? "" : ", ") + std::string{name} + " " +
                 percent(metres / corridor.metres);
    }
    return words;
}

std::vector<results::CrossingRow> crossing_rows(Region const& region)
{
    std::vector<results::CrossingRow> rows;
    for (auto const id : region.crossings.id.ids()) {
        results::CrossingRow row;
        row.id = region.crossings.id[id];
        row.name = region.crossings.name[id];
        row.klass = geo::name_of(region.crossings.klass[id]);
        row.status = geo::name_of(region.crossings.status[id]);
        row.informal = region.crossings.informal(id);
        row.placed = region.crossings.at[id].has_value();
        row.at = region.crossings.at[id].value_or(geo::Point{});
        auto const detail = region.crossings.detail(id);
        row.name_other = detail.name_other;
        row.code_other = detail.code_other;
        row.hours = detail.hours;
        row.season = detail.season;
        row.source = detail.source;
        row.certainty = detail.certainty.value_or(geo::unknown);
        row.history = detail.history;
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<results::MarketRow> market_rows(Region const& region)
{
    std::vector<results::MarketRow> rows;
    for (auto const id : region.markets.id.ids()) {
        rows.push_back({region.markets.id[id], region.markets.name[id], region.markets.kind[id],
                        region.markets.at[id].has_value(),
                        region.markets.at[id].value_or(geo::Point{})});
    }
    return rows;
}

analysis::routes::Routes routes_of(Region const& region, StudyFile const& study,
                                   geo::Job const& job)
{
    auto network = analysis::network::network_of(
        region.ways, analysis::routes::places_of(region.communes, region.crossings, region.markets),
        {.snap_m = study.snap_m, .undo = study.undo, .accept = study.accept}, job.part(0.0, 0.6));
    if (region.terrain && study.travel.slope) {
        analysis::routes::weigh_slopes(*region.terrain, region.ways, study.travel, network);
    }
    analysis::routes::RouteGraph graph{network, region.ways, study.travel};
    auto anchors =
        analysis::routes::anchors_of(network, region.communes, region.crossings, region.markets);
    auto exposure = analysis::routes::exposure_of(graph, anchors, region.crossings, study.travel,
                                                  job.part(0.6, 1.0));
    return {std::move(network), std::move(graph), std::move(anchors), std::move(exposure)};
}

void fill_routes(analysis::routes::Routes const& routes, Region const& region,
                 analysis::travel::TravelModel const& travel, results::Results& results)
{
    if (region.ways.size() == 0) {
        return;
    }
    say_network(routes.network, region, results);
    fill_hours(routes.exposure, region, results);
    results.ways = way_rows(region, travel);
    for (auto const* const list : {&routes.network.repairs, &routes.network.proposals}) {
        for (auto const& repair : *list) {
            results.repairs.push_back(
                {repair.id,
                 std::string{name_of(repair.kind)},
                 repair.metres,
                 region.ways.id[repair.way] + "; " + region.ways.id[repair.other],
                 {repair.from, repair.to},
                 repair.applied,
                 analysis::network::wants_review(repair),
                 repair.reason});
        }
    }
}

void fill_candidates(analysis::routes::Routes const& routes, Region const& region,
                     StudyFile const& study, results::Results& results, geo::Job const& job)
{
    analysis::border::CandidateOptions const options{.tolerance_m = study.candidate_m};
    auto const found = analysis::border::find_candidates(
        routes.network, region.ways, region.border, region.crossings, region.communes,
        *region.boundaries, options, job.part(0.0, 0.7));
    for (auto const& candidate : found.candidates) {
        results.crossing_candidates.push_back(
            row_of(candidate, region, results.crossing_candidates.size() + 1));
    }
    auto& all = results.findings;
    std::ranges::move(analysis::border::border_findings(region.border, region.communes,
                                                        *region.boundaries, options,
                                                        job.part(0.7, 1.0)),
                      std::back_inserter(all));
    std::ranges::move(
        analysis::border::candidate_findings(found, region.ways, region.crossings, region.communes),
        std::back_inserter(all));
}

void fill_corridors(analysis::routes::Routes const& routes, Region const& region,
                    StudyFile const& study, analysis::risk::Risk const& risk,
                    results::Results& results, geo::Job const& job)
{
    analysis::flows::Movement movement{.demand = {},
                                       .chance = chances(routes, region, study.travel)};
    movement.demand =
        demand_of(risk, routes, region, movement.chance, study.theta, results.findings);
    auto const ground = ground_of(routes, region, study.travel, movement.demand, movement.chance);
    analysis::flows::ChoiceOptions const choice{
        .theta = study.theta, .draws = 0, .seed = study.seed};
    movement.choice = analysis::flows::choose_crossings(routes.exposure.to_crossing,
                                                        movement.demand, movement.chance, choice);
    analysis::flows::CorridorOptions options;
    options.limits.most = study.alternatives;
    options.theta = study.theta;
    movement.found = analysis::flows::find_corridors(
        routes.graph, routes.network, region.ways, routes.anchors, routes.exposure, movement.choice,
        movement.demand, options, job.part(0.0, 0.2));
    analysis::flows::FlowOptions worlds{.choice = choice,
                                        .speed_spread = study.travel.speed_spread,
                                        .access_spread = study.travel.access_spread,
                                        .delay_spread = study.travel.delay_spread};
    worlds.choice.draws = study.worlds;
    movement.bands = analysis::flows::flow_bands(routes.graph, ground, worlds, job.part(0.2, 0.7));
    movement.second = analysis::flows::randomised_flows(
        routes.graph, ground, {.detour = study.detour}, job.part(0.7, 0.8));
    for (auto const& corridor : movement.found.corridors) {
        results.corridors.push_back(row_of(corridor, routes, region));
    }
    fill_flows(movement, region, results);
    job.at(0.8);
    fill_chokepoints(routes, ground, region, movement, results);
    job.at(0.85);
    fill_sheet(routes, region, movement, results);
    fill_posts(study, routes, ground, region, movement, results, job.part(0.9, 1.0));
    job.at(1.0);
    if (movement.choice.out_of_reach > 0.0) {
        results.findings.push_back(
            {.severity = geo::Severity::warning,
             .rule = "out-of-reach",
             .layer = "corridors",
             .message =
                 geo::fixed(movement.choice.out_of_reach, 1) + " of " +
                 geo::fixed(movement.choice.out_of_reach + movement.choice.demand, 1) +
                 " expected persons a year live where no crossing can be reached on this network",
             .action = "add the roads that are missing"});
    }
}

}  // namespace marchland::study
