#include "cli/summary.hpp"

#include "geo/vocabulary/finding.hpp"
#include "geo/vocabulary/text.hpp"
#include "results/reading.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace marchland::cli {
namespace {

using geo::fixed;
using results::CommuneRow;
using results::Results;
using Json = nlohmann::ordered_json;

std::vector<results::CommuneRow const*> ranked(results::Results const& results)
{
    std::vector<results::CommuneRow const*> rows;
    for (auto const& row : results.communes) {
        if (row.rank > 0) {
            rows.push_back(&row);
        }
    }
    std::ranges::sort(rows, {}, &results::CommuneRow::rank);
    return rows;
}

/// Letters, not bytes: Vietnamese letters take up to three.
std::size_t letters(std::string const& text)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char byte) { return (byte & 0xC0) != 0x80; }));
}

std::string padded(std::string text, std::size_t width)
{
    auto const have = letters(text);
    return have < width ? text + std::string(width - have, ' ') : text;
}

std::string interval(double value, double lower, double upper, int digits)
{
    return std::isnan(value) ? "not known"
                             : fixed(value, digits) + " (" + fixed(lower, digits) + "-" +
                                   fixed(upper, digits) + ")";
}

std::string percent(double share)
{
    return fixed(100.0 * share, 0) + " %";
}

/// What the correction for many tests holds down.
std::string false_finds(results::About const& about)
{
    bool const any = about.correction == "holm" || about.correction == "bonferroni";
    return (any ? "chance of one false find at most " : "share of false finds at most ") +
           percent(about.fdr);
}

double total_cases(results::Results const& results)
{
    double sum = 0.0;
    for (auto const& row : results.communes) {
        sum += row.cases;
    }
    return sum;
}

std::string rank_words(std::string const& rank_by)
{
    return rank_by == "expected"        ? "expected persons a year"
           : rank_by == "relative_risk" ? "relative risk"
                                        : "chance that the risk is above the region's";
}

Json number(double value)
{
    return std::isfinite(value) ? Json(value) : Json(nullptr);
}

Json ranking_json(results::Results const& results)
{
    Json list = Json::array();
    for (auto const* const row : ranked(results)) {
        list.push_back({{"rank", row->rank},
                        {"rank_lower", number(row->rank_lower)},
                        {"rank_upper", number(row->rank_upper)},
                        {"code", row->code},
                        {"name", row->name},
                        {"relative_risk", number(row->relative_risk)},
                        {"lower", number(row->lower)},
                        {"upper", number(row->upper)},
                        {"expected", number(row->expected)},
                        {"evidence", name_of(row->evidence)},
                        {"hotspot", name_of(row->hotspot)}});
        if (list.size() == 20) {
            break;
        }
    }
    return list;
}

Json plan_json(results::Results const& results)
{
    Json list = Json::array();
    for (auto const& row : results.plan) {
        list.push_back({{"order", row.order > 0 ? Json(row.order) : Json(nullptr)},
                        {"code", row.code},
                        {"name", row.name},
                        {"team", row.team},
                        {"date", row.date.empty() ? Json(nullptr) : Json(row.date)},
                        {"days", number(row.days)},
                        {"reach", number(row.reach)},
                        {"reach_lower", number(row.reach_lower)},
                        {"reach_upper", number(row.reach_upper)},
                        {"reason", row.reason}});
    }
    return list;
}

Json clusters_json(results::Results const& results)
{
    Json list = Json::array();
    for (auto const& row : results.clusters) {
        list.push_back({{"id", row.id},
                        {"kind", name_of(row.kind)},
                        {"communes", row.communes},
                        {"cases", row.cases},
                        {"expected", number(row.expected)},
                        {"p_value", number(row.p_value)}});
    }
    return list;
}

Json findings_json(results::Results const& results)
{
    Json counts = {{"error", 0}, {"warning", 0}, {"note", 0}};
    for (auto const& finding : results.findings) {
        auto& count = counts[std::string{geo::name_of(finding.severity)}];
        count = count.get<int>() + 1;
    }
    return counts;
}

/// "06253 Văn Quan; 06313 Tri Lễ", as the tables know them by code alone.
std::string named(results::Results const& results, std::int64_t cluster)
{
    std::string names;
    for (auto const& row : results.communes) {
        if (row.cluster == cluster) {
            names += (names.empty() ? "" : "; ") + row.code + " " + row.name;
        }
    }
    return names;
}

}  // namespace

void print_headline(std::ostream& out, results::Results const& results)
{
    auto const& about = results.about;
    out << about.title << " - RESTRICTED" << (about.synthetic ? ", SYNTHETIC" : "") << "\n"
        << results.communes.size() << " communes";
    if (!about.window_from.empty()) {
        out << ", " << fixed(total_cases(results), 0) << " persons detected by commune of origin, "
            << about.window_from << " to " << about.window_to;
    }
    out << "\n";
    if (results::has_few_persons(results)) {
        out << "Too few persons to tell communes apart\n";
    }
    if (results::no_better_than_by_lot(about)) {
        out << "The order was not seen to be better than by lot in years that it had not seen: its "
               "lists held "
            << fixed(about.held_out_caught, 0) << " of " << fixed(about.held_out_cases, 0)
            << " persons, lists by lot would hold " << fixed(about.held_out_by_lot, 1) << "\n";
    }
}

void print_ranking(std::ostream& out, results::Results const& results, std::size_t most)
{
    auto const rows = ranked(results);
    out << "\nCommunes to visit first (estimated, by " << rank_words(results.about.rank_by)
        << "; 90 % intervals)\n  " << padded("rank", 6) << padded("of ranks", 10)
        << padded("code", 8) << padded("commune", 22) << padded("persons a year", 20)
        << padded("relative risk", 20) << "evidence\n";
    for (std::size_t i = 0; i < std::min(most, rows.size()); ++i) {
        auto const& row = *rows[i];
        out << "  " << padded(std::to_string(row.rank), 6)
            << padded(fixed(row.rank_lower, 0) + "-" + fixed(row.rank_upper, 0), 10)
            << padded(row.code, 8) << padded(row.name, 22)
            << padded(interval(row.expected, row.expected_lower, row.expected_upper, 2), 20)
            << padded(interval(row.relative_risk, row.lower, row.upper, 1), 20)
            << name_of(row.evidence) << "\n";
    }
    if (rows.empty()) {
        out << "  none: without a detected person, or with one commune alone, there is no order\n";
    }
    auto const blind = std::ranges::count(results.communes, results::Evidence::none,
                                          &results::CommuneRow::evidence);
    if (blind > 0) {
        out << "No information (nobody looked, or no population figure): " << blind
            << " communes\n";
    }
}

void print_hotspots(std::ostream& out, results::Results const& results)
{
    auto const& methods = results.about.hotspot_methods;
    bool const moran = std::ranges::find(methods, "local-moran") != methods.end();
    bool const scan = std::ranges::find(methods, "scan") != methods.end();
    if (!moran && !scan) {
        out << "\nHotspots: not looked for; [hotspots] methods lists neither local-moran nor scan, "
               "or the scan has no answer\n";
        return;
    }
    out << "\nHotspots (" << (moran ? "local Moran, " + false_finds(results.about) : "scan")
        << "): " << (results.clusters.empty() ? "none that stand up to testing every commune" : "")
        << "\n";
    for (auto const& cluster : results.clusters) {
        if (cluster.words.empty()) {
            out << "  " << cluster.id << "  " << padded(std::string{name_of(cluster.kind)}, 24)
                << named(results, cluster.id) << ": " << fixed(cluster.cases, 0) << " detected, "
                << fixed(cluster.expected, 1) << " expected\n";
        } else {
            out << "  " << cluster.id << "  " << padded(std::string{name_of(cluster.kind)}, 24)
                << cluster.words << "\n";
        }
    }
}

void print_plan(std::ostream& out, results::Results const& results)
{
    bool const dated = !results.plan.empty() && !results.plan.front().date.empty();
    out << "\nVisits of the teams (estimated; 90 % intervals)\n  " << padded("no", 4)
        << padded("code", 8) << padded("commune", 22) << padded("team", 6)
        << padded(dated ? "date" : "from day", 12) << padded("days", 6)
        << padded("persons reached a year", 24) << "why\n";
    for (auto const& row : results.plan) {
        if (row.order > 0) {
            out << "  " << padded(std::to_string(row.order), 4) << padded(row.code, 8)
                << padded(row.name, 22) << padded(std::to_string(row.team), 6)
                << padded(dated ? row.date : fixed(row.from_day, 1), 12)
                << padded(fixed(row.days, 1), 6)
                << padded(interval(row.reach, row.reach_lower, row.reach_upper, 2), 24)
                << row.reason << "\n";
        }
    }
    out << "Left out\n";
    for (auto const& row : results.plan) {
        if (row.order == 0) {
            out << "  " << padded(row.code, 8) << padded(row.name, 22) << row.reason << "\n";
        }
    }
    for (auto const& finding : results.findings) {
        if (finding.layer == "plan") {
            out << finding.message << "\n";
        }
    }
}

/// What must be known before a share is used.
std::string reservations(results::CrossingRow const& row)
{
    std::string words;
    if (row.network != results::NetworkTie::joined) {
        words = "network: " + std::string{name_of(row.network)};
    }
    if (row.doubtful_share >= 0.005) {  // 0 % would say nothing
        words += (words.empty() ? "" : "; ") + percent(row.doubtful_share) +
                 " of it on hours not to be believed";
    }
    return words;
}

void print_crossings(std::ostream& out, results::Results const& results)
{
    auto rows = results.crossings;
    std::erase_if(rows, [](auto const& row) { return !(row.share > 0.0); });
    std::ranges::stable_sort(rows, std::greater{}, &results::CrossingRow::share);
    out << "\nCrossings by share of the expected flow (transit; 90 % intervals)\n";
    for (auto const& row : rows) {
        out << "  " << padded(row.id, 18) << padded(row.name, 28)
            << padded(percent(row.share) + " (" + percent(row.share_lower) + " - " +
                          percent(row.share_upper) + ")",
                      22)
            << padded(fixed(row.hours_mean, 1) + " h", 8) << reservations(row) << "\n";
    }
    for (auto const& row : results.crossings) {
        if (row.network != results::NetworkTie::joined && !(row.share > 0.0)) {
            out << "  " << padded(row.id, 18) << padded(row.name, 28)
                << "– network: " << name_of(row.network) << "\n";
        }
    }
    out << results.corridors.size() << " corridors: see the layer corridors of study.gpkg\n";
}

void print_network(std::ostream& out, results::Results const& results)
{
    out << "\nRoute graph (" << results.about.profile << ")\n";
    for (auto const& finding : results.findings) {
        if (finding.rule == "network" || finding.rule == "commune-off-network" ||
            finding.rule == "crossing-off-network") {
            out << "  " << (finding.feature.empty() ? "" : finding.feature + ": ")
                << finding.message << "\n";
        }
    }
    std::size_t reached = 0;
    for (auto const& row : results.communes) {
        reached += row.nearest_crossing.empty() ? 0U : 1U;
    }
    out << "  " << reached << " of " << results.communes.size() << " communes reach a crossing\n";
}

void print_routes(std::ostream& out, study::RouteTables const& tables)
{
    auto const& about = tables.about;
    out << about.title << " - RESTRICTED" << (about.synthetic ? ", SYNTHETIC" : "") << "\n";
    if (!tables.routes.empty()) {
        out << "\nWays by " << about.profile
            << " (hours rest on assumed speeds: see docs/methods/route-graph.md)\n  "
            << padded("from", 14) << padded("to", 18) << padded("way", 5) << padded("hours", 8)
            << padded("km", 8) << padded("access m", 10) << "on\n";
    }
    for (auto const& row : tables.routes) {
        out << "  " << padded(row.from, 14) << padded(row.to, 18)
            << padded(std::to_string(row.number), 5) << padded(fixed(row.hours, 2), 8)
            << padded(fixed(row.km, 1), 8) << padded(fixed(row.access_m, 0), 10) << row.by_class;
        if (!row.arrive.empty()) {
            out << "; there at " << row.arrive << ", " << fixed(row.waiting, 2)
                << " h of it waiting";
        }
        out << (row.informal ? "; informal" : "") << "\n";
    }
    for (auto const& pair : tables.without) {
        out << "  " << pair << ": no way on this network\n";
    }
    for (auto const& row : tables.reach) {
        out << "\nWithin " << fixed(row.minutes, 0) << " minutes of " << row.from << ": "
            << row.communes << " communes, " << fixed(row.at_risk, 0) << " persons at risk\n";
        for (auto const& one : tables.reached) {
            if (one.from == row.from) {
                out << "  " << padded(one.code, 8) << padded(one.name, 28) << fixed(one.minutes, 0)
                    << " min\n";
            }
        }
    }
}

void print_routes_json(std::ostream& out, study::RouteTables const& tables)
{
    auto const number = [](double value) { return std::isnan(value) ? Json{} : Json(value); };
    Json routes = Json::array();
    for (auto const& row : tables.routes) {
        routes.push_back({{"from", row.from},
                          {"to", row.to},
                          {"number", row.number},
                          {"hours", row.hours},
                          {"waiting", number(row.waiting)},
                          {"arrive", row.arrive},
                          {"km", row.km},
                          {"access_m", row.access_m},
                          {"by_class", row.by_class},
                          {"ways", row.ways},
                          {"informal", row.informal}});
    }
    Json reach = Json::array();
    for (auto const& row : tables.reach) {
        Json communes = Json::array();
        for (auto const& one : tables.reached) {
            if (one.from == row.from) {
                communes.push_back({{"code", one.code}, {"minutes", one.minutes}});
            }
        }
        reach.push_back({{"from", row.from},
                         {"minutes", row.minutes},
                         {"at_risk", row.at_risk},
                         {"communes", communes}});
    }
    Json const json = {{"title", tables.about.title},         {"profile", "restricted"},
                       {"synthetic", tables.about.synthetic}, {"routes", routes},
                       {"without", tables.without},           {"reach", reach}};
    out << json.dump(2) << "\n";
}

namespace {

constexpr std::size_t corridors_told = 5;

void print_changed_corridors(std::ostream& out,
                             std::vector<study::WhatIfCorridorRow> const& corridors)
{
    if (corridors.empty() || corridors.front().change == 0.0) {  // the largest is the first
        return;
    }
    out << "\nCorridors that change most, persons a year (90 % intervals of the change); all are "
           "in "
           "what_if_corridors.csv\n  "
        << padded("commune", 28) << padded("crossing", 28) << padded("before", 9)
        << padded("after", 9) << "change\n";
    for (std::size_t i = 0;
         i < std::min(corridors_told, corridors.size()) && corridors[i].change != 0.0; ++i) {
        auto const& row = corridors[i];
        out << "  " << padded(row.code + " " + row.commune, 28) << padded(row.crossing, 28)
            << padded(fixed(row.flow_before, 2), 9) << padded(fixed(row.flow_after, 2), 9)
            << (row.change > 0.0 ? "+" : "") << fixed(row.change, 2) << " ("
            << fixed(row.change_lower, 2) << " to " << fixed(row.change_upper, 2) << ")\n";
    }
}

Json changed_corridors_json(std::vector<study::WhatIfCorridorRow> const& corridors)
{
    auto const number = [](double value) { return std::isnan(value) ? Json{} : Json(value); };
    Json changed = Json::array();
    for (auto const& row : corridors) {
        if (row.change != 0.0) {
            changed.push_back({{"commune", row.code},
                               {"crossing", row.crossing},
                               {"before", row.flow_before},
                               {"after", row.flow_after},
                               {"change", row.change},
                               {"change_lower", row.change_lower},
                               {"change_upper", row.change_upper},
                               {"hours_before", number(row.hours_before)},
                               {"hours_after", number(row.hours_after)}});
        }
    }
    return changed;
}

}  // namespace

void print_what_if(std::ostream& out, study::WhatIfTables const& tables)
{
    auto const& about = tables.about;
    out << about.title << " - RESTRICTED" << (about.synthetic ? ", SYNTHETIC" : "") << "\n";
    if (!tables.crossings.empty()) {
        out << "\nFlow over each crossing, persons a year (transit, estimated; 90 % intervals of "
               "the change)\n  "
            << padded("id", 18) << padded("crossing", 28) << padded("before", 9)
            << padded("after", 9) << "change\n";
        for (auto const& row : tables.crossings) {
            if (row.flow_before > 0.0 || row.flow_after > 0.0) {
                out << "  " << padded(row.id, 18) << padded(row.name, 28)
                    << padded(fixed(row.flow_before, 2), 9) << padded(fixed(row.flow_after, 2), 9)
                    << (row.change > 0.0 ? "+" : "") << fixed(row.change, 2) << " ("
                    << fixed(row.change_lower, 2) << " to " << fixed(row.change_upper, 2) << ")"
                    << (row.change_of.empty() ? "" : "  " + row.change_of) << "\n";
            }
        }
        auto const cut = std::ranges::count_if(tables.communes, &study::WhatIfCommuneRow::cut_off);
        auto const with = [](double value, analysis::flows::Bounds const& bounds, int digits) {
            return fixed(value, digits) + " (" + fixed(bounds.lower, digits) + " to " +
                   fixed(bounds.upper, digits) + ")";
        };
        out << with(tables.moved, tables.moved_bounds, 2)
            << " persons a year would change their crossing; " << cut << " communes, "
            << with(tables.cut_off, tables.cut_off_bounds, 2)
            << " persons a year, would reach none; "
            << with(tables.added_hours, tables.added_bounds, 1)
            << " hours a year are added in all, where the hours are to be believed\n";
        print_changed_corridors(out, tables.corridors);
    }
    out << "\nEvery crossing closed alone, by what it would displace (persons a year; 90 % "
           "intervals)\n  "
        << padded("id", 18) << padded("crossing", 28) << padded("moved", 24)
        << padded("cut off", 24) << "most of it to\n";
    for (auto const& row : tables.closures) {
        out << "  " << padded(row.id, 18) << padded(row.name, 28)
            << padded(interval(row.moved, row.moved_bounds.lower, row.moved_bounds.upper, 2), 24)
            << padded(interval(row.cut_off, row.cut_off_bounds.lower, row.cut_off_bounds.upper, 2),
                      24)
            << (row.most_to.empty() ? "-" : row.most_to + " (" + fixed(row.most, 2) + ")") << "\n";
    }
}

void print_what_if_json(std::ostream& out, study::WhatIfTables const& tables,
                        std::filesystem::path const& folder, std::vector<std::string> const& files)
{
    Json crossings = Json::array();
    for (auto const& row : tables.crossings) {
        crossings.push_back({{"id", row.id},
                             {"scenario", row.change_of},
                             {"before", row.flow_before},
                             {"after", row.flow_after},
                             {"change", row.change},
                             {"change_lower", row.change_lower},
                             {"change_upper", row.change_upper}});
    }
    auto const pair = [](analysis::flows::Bounds const& bounds) {
        return Json::array({bounds.lower, bounds.upper});
    };
    Json closures = Json::array();
    for (auto const& row : tables.closures) {
        closures.push_back({{"id", row.id},
                            {"flow", row.flow},
                            {"moved", row.moved},
                            {"cut_off", row.cut_off},
                            {"added_hours", row.added_hours},
                            {"most_to", row.most_to},
                            {"most", row.most},
                            {"flow_bounds", pair(row.flow_bounds)},
                            {"moved_bounds", pair(row.moved_bounds)},
                            {"cut_off_bounds", pair(row.cut_off_bounds)},
                            {"added_hours_bounds", pair(row.added_bounds)}});
    }
    Json const json = {{"title", tables.about.title},
                       {"profile", "restricted"},
                       {"synthetic", tables.about.synthetic},
                       {"moved", tables.moved},
                       {"cut_off", tables.cut_off},
                       {"added_hours", tables.added_hours},
                       {"moved_bounds", pair(tables.moved_bounds)},
                       {"cut_off_bounds", pair(tables.cut_off_bounds)},
                       {"added_hours_bounds", pair(tables.added_bounds)},
                       {"crossings", crossings},
                       {"corridors", changed_corridors_json(tables.corridors)},
                       {"closures", closures},
                       {"folder", folder.string()},
                       {"files", files}};
    out << json.dump(2) << "\n";
}

void print_json(std::ostream& out, results::Results const& results,
                std::filesystem::path const& folder, std::vector<std::string> const& files)
{
    auto const& about = results.about;
    Json json = {{"title", about.title},
                 {"profile", "restricted"},
                 {"synthetic", about.synthetic},
                 {"version", about.version},
                 {"seed", about.seed},
                 {"communes", results.communes.size()},
                 {"detected", total_cases(results)},
                 {"window", {about.window_from, about.window_to}},
                 {"findings", findings_json(results)},
                 {"ranking", ranking_json(results)},
                 {"clusters", results.clusters.size()},
                 {"cluster_list", clusters_json(results)},
                 {"plan", plan_json(results)},
                 {"change", results.changes.empty()
                                ? Json(nullptr)
                                : Json(name_of(results.changes.front().verdict))},
                 {"corridors", results.corridors.size()},
                 {"repairs", std::ranges::count_if(results.repairs, &results::RepairRow::applied)},
                 {"folder", folder.string()},
                 {"files", files}};
    out << json.dump(2) << "\n";
}

}  // namespace marchland::cli
