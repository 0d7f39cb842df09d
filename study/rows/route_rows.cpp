#include "analysis/network/network_findings.hpp"
#include "analysis/travel/travel_model.hpp"
#include "geo/vocabulary/numbers.hpp"
#include "geo/vocabulary/text.hpp"
#include "study/rows/kinds.hpp"
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
                            analysis::flows::FlowBands const& bands,
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
    row.doubtful = routes.doubts.doubtful(corridor.from);
    row.network = kind_of(routes.doubts.crossings[corridor.crossing]);
    if (corridor.alternative == 1) {
        auto const hours = hours_of(corridor, bands);
        row.hours_lower = hours.lower;
        row.hours_upper = hours.upper;
    }
    if (auto const line = analysis::flows::line_of(corridor, routes.graph, routes.network);
        line.size() >= 2) {
        row.line = {thinned(line)};
    }
    return row;
}

results::CandidateRow row_of(analysis::border::CrossingCandidate const& candidate,
                             analysis::routes::Doubts const& doubts, Region const& region,
                             std::size_t number)
{
    results::CandidateRow row;
    row.id = "K" + std::to_string(number);
    row.kind = candidate.crosses ? results::CandidateKind::crosses : results::CandidateKind::ends;
    row.way_class = analysis::border::best_class(candidate, region.ways);
    for (auto const way : candidate.ways) {
        row.ways += (row.ways.empty() ? "" : "; ") + region.ways.id[way];
    }
    if (candidate.crossing) {
        row.crossing = region.crossings.id[*candidate.crossing];
        row.metres = candidate.metres;
        row.network = name_of(kind_of(doubts.crossings[*candidate.crossing]));
    }
    row.informal = analysis::border::is_informal(candidate, region.ways, region.crossings);
    row.placed = true;
    row.at = candidate.at;
    return row;
}

/// "1 piece", "8 gaps"
std::string counted(std::size_t count, std::string const& what)
{
    return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

std::size_t to_review(analysis::network::Network const& network)
{
    return network.proposals.size() + static_cast<std::size_t>(std::ranges::count_if(
                                          network.repairs, analysis::network::wants_review));
}

/// Persons of communes whose hours are not to be believed: their corridors follow the network as it is.
void find_doubtful(analysis::flows::Movement const& movement,
                   analysis::routes::Doubts const& doubts, geo::Findings& findings)
{
    double all = 0.0;
    double doubtful = 0.0;
    for (auto const& corridor : movement.corridors) {
        all += corridor.flow;
        doubtful += doubts.doubtful(corridor.from) ? corridor.flow : 0.0;
    }
    if (doubtful > 0.0) {
        findings.push_back(
            {.severity = geo::Severity::warning,
             .rule = "flow-doubtful",
             .layer = "corridors",
             .message = geo::fixed(doubtful, 1) + " of " + geo::fixed(all, 1) +
                        " persons a year of the corridors are from communes whose hours are not "
                        "to be believed; their ways are those of the network as it is (doubtful in "
                        "corridors and sheet, doubtful_share in crossings)",
             .action =
                 "add the roads that are missing: see the findings about communes and roads"});
    }
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
        row.klass = region.crossings.klass[id];
        row.status = region.crossings.status[id];
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

geo::Findings network_findings(analysis::network::Network const& network, Region const& region,
                               geo::Job const& job)
{
    geo::Findings findings;
    auto const say = [&findings](geo::Severity severity, std::string rule, std::string layer,
                                 std::string feature, std::string message, std::string action) {
        findings.push_back({.severity = severity,
                            .rule = std::move(rule),
                            .layer = std::move(layer),
                            .feature = std::move(feature),
                            .message = std::move(message),
                            .action = std::move(action)});
    };
    say(geo::Severity::note, "network", "roads", "",
        "the network has " + counted(network.components, "piece") + " after closing " +
            counted(network.repairs.size(), "gap"),
        network.repairs.empty() && network.proposals.empty()
            ? ""
            : "please review " + counted(to_review(network), "row") +
                  " in the layer repairs; snap_m, undo and accept in [graph] set what is closed");
    for (auto& finding : analysis::network::network_findings(network, region.ways, job)) {
        findings.push_back(std::move(finding));
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
        if (region.crossings.at[id] && region.crossings.klass[id] != geo::CrossingClass::rail &&
            !network.anchors[region.communes.size() + index_of(id)]) {
            say(geo::Severity::warning, "crossing-off-network", "crossings",
                region.crossings.id[id],
                "no way ends within reach of the crossing; it gets no corridors",
                "add the way to it, or correct its coordinates");
        }
    }
    return findings;
}

void put_hours(analysis::routes::Routes const& routes, Region const& region, CommuneRows& rows)
{
    auto const& exposure = routes.exposure;
    for (auto const id : region.communes.code.ids()) {
        auto& row = rows[index_of(id)];
        auto const gate = analysis::routes::nearest_of(exposure.to_crossing[id]);
        if (gate && !routes.doubts.doubtful(id)) {
            row.hours_to_crossing = exposure.to_crossing[id][*gate];
            row.nearest_crossing = region.crossings.id.span()[*gate];
        }
        if (auto const near = analysis::routes::nearest_of(exposure.to_market[id])) {
            row.hours_to_market = exposure.to_market[id][*near];
            row.nearest_market = region.markets.id.span()[*near];
        }
    }
}

void put_ties(analysis::routes::Doubts const& doubts, std::vector<results::CrossingRow>& rows)
{
    for (auto const id : doubts.crossings.ids()) {
        rows[index_of(id)].network = kind_of(doubts.crossings[id]);
    }
}

std::vector<results::WayRow> way_rows(Region const& region,
                                      analysis::travel::TravelModel const& travel)
{
    std::vector<results::WayRow> rows;
    for (auto const id : region.ways.id.ids()) {
        results::WayRow row;
        row.id = region.ways.id[id];
        row.kind = region.ways.kind[id];
        row.klass = region.ways.klass[id];
        row.line = region.ways.line[id];
        double const speed = analysis::travel::speed_kmh(travel, region.ways.klass[id]);
        auto const& made_from = region.ways.provenance(id);
        row.source = made_from.source;
        row.as_of = made_from.as_of;
        row.licence = made_from.licence;
        row.confidence = made_from.confidence.value_or(geo::unknown);
        row.sensitivity = made_from.sensitivity;
        row.hours = speed > 0.0 ? geo::length_of(row.line) / 1000.0 / speed : geo::unknown;
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<results::RepairRow> repair_rows(analysis::network::Network const& network,
                                            geo::Ways const& ways)
{
    std::vector<results::RepairRow> rows;
    for (auto const* const list : {&network.repairs, &network.proposals}) {
        for (auto const& repair : *list) {
            rows.push_back({repair.id,
                            kind_of(repair.kind),
                            repair.metres,
                            ways.id[repair.way] + "; " + ways.id[repair.other],
                            {repair.from, repair.to},
                            repair.applied,
                            wants_review(repair),
                            repair.reason,
                            repair.p_exists});
        }
    }
    return rows;
}

MeetingPlaces meeting_places_of(analysis::routes::Routes const& routes, Region const& region,
                                StudyFile const& study, geo::Job const& job)
{
    analysis::border::CandidateOptions const options{.tolerance_m = study.candidate_m};
    MeetingPlaces places;
    places.found = analysis::border::find_candidates(
        routes.network, region.ways, region.border, region.crossings, region.communes,
        *region.boundaries, options, job.part(0.0, 0.7));
    places.findings = analysis::border::border_findings(
        region.border, region.communes, *region.boundaries, options, job.part(0.7, 1.0));
    std::ranges::move(analysis::border::candidate_findings(places.found, region.ways,
                                                           region.crossings, region.communes),
                      std::back_inserter(places.findings));
    return places;
}

std::vector<results::CandidateRow> candidate_rows(MeetingPlaces const& places,
                                                  analysis::routes::Doubts const& doubts,
                                                  Region const& region)
{
    std::vector<results::CandidateRow> rows;
    for (auto const& candidate : places.found.candidates) {
        rows.push_back(row_of(candidate, doubts, region, rows.size() + 1));
    }
    return rows;
}

std::vector<results::CorridorRow> corridor_rows(analysis::flows::Movement const& movement,
                                                analysis::routes::Routes const& routes,
                                                Region const& region)
{
    std::vector<results::CorridorRow> rows;
    for (auto const& corridor : movement.corridors) {
        rows.push_back(row_of(corridor, movement.bands, routes, region));
    }
    return rows;
}

geo::Findings reach_findings(analysis::flows::Movement const& movement,
                             analysis::routes::Doubts const& doubts)
{
    geo::Findings findings;
    find_doubtful(movement, doubts, findings);
    if (!movement.second.refusal.empty()) {
        findings.push_back({.severity = geo::Severity::warning,
                            .rule = "randomised-refused",
                            .layer = "corridors",
                            .message = movement.second.refusal,
                            .action = "mend the network: see the findings about its pieces"});
    }
    double const lost = movement.bands.out_of_reach.mean;
    if (!(lost > 0.0)) {
        return findings;
    }
    findings.push_back(
        {.severity = geo::Severity::warning,
         .rule = "out-of-reach",
         .layer = "corridors",
         .message =
             geo::fixed(lost, 1) + " of " + geo::fixed(lost + movement.bands.reached.mean, 1) +
             " expected persons a year live where no crossing can be reached on this network",
         .action = "add the roads that are missing"});
    return findings;
}

}  // namespace marchland::study
