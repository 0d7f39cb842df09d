#include "study/questions/what_if_study.hpp"

#include "analysis/flows/what_if.hpp"
#include "geo/files/write.hpp"
#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/numbers.hpp"
#include "geo/vocabulary/text.hpp"
#include "results/held.hpp"
#include "study/input/named_places.hpp"
#include "study/rows/kinds.hpp"
#include "study/run/record.hpp"
#include "study/run/work.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace marchland::study {
namespace {

using geo::CrossingId;
using geo::index_of;
using geo::ValueType;

template <class Id>
std::optional<Id> find(geo::Column<Id, std::string> const& names, std::string const& wanted)
{
    for (auto const id : names.ids()) {
        if (names[id] == wanted) {
            return id;
        }
    }
    return std::nullopt;
}

[[noreturn]] void refuse(std::string const& wanted, std::string const& option, Region const& region,
                         bool ways_too)
{
    std::vector<std::string> known(region.crossings.id.begin(), region.crossings.id.end());
    if (ways_too) {
        known.insert(known.end(), region.ways.id.begin(), region.ways.id.end());
    }
    auto const near = geo::nearest_name(wanted, known);
    throw geo::Error{geo::Trouble::usage, option + " " + wanted + ": there is no crossing" +
                                              (ways_too ? " or way" : "") + " of that id or name" +
                                              (near ? "; did you mean " + *near + "?" : "")};
}

/// Places by id or name, with what was taken for a name.
class Named {
public:
    Named(Region const& region, geo::Findings& findings)
        : region_{region}, names_{region, {PlaceKind::crossing}}, findings_{findings}
    {
    }

    std::optional<CrossingId> crossing(std::string const& wanted, std::string const& option) const
    {
        auto const id = names_.id_of(wanted, option, findings_);
        return id ? find(region_.crossings.id, *id) : std::nullopt;
    }

    std::vector<CrossingId> crossings(std::vector<std::string> const& wanted,
                                      std::string const& option) const
    {
        std::vector<CrossingId> found;
        for (auto const& name : wanted) {
            auto const id = crossing(name, option);
            if (!id) {
                refuse(name, option, region_, false);
            }
            found.push_back(*id);
        }
        return found;
    }

private:
    Region const& region_;
    NamedPlaces names_;
    geo::Findings& findings_;
};

analysis::flows::Scenario scenario_of(ScenarioNames const& names, Region const& region,
                                      geo::Findings& findings)
{
    Named const named{region, findings};
    analysis::flows::Scenario scenario{.opened = named.crossings(names.open, "--open"),
                                       .watched = named.crossings(names.watch, "--watch")};
    for (auto const& name : names.close) {
        if (auto const id = find(region.crossings.id, name)) {
            scenario.closed.push_back(*id);
        } else if (auto const way = find(region.ways.id, name)) {
            scenario.closed_ways.push_back(*way);
        } else if (auto const crossing = named.crossing(name, "--close")) {
            scenario.closed.push_back(*crossing);
        } else {
            refuse(name, "--close", region, true);
        }
    }
    return scenario;
}

std::string change_of(CrossingId id, analysis::flows::Scenario const& scenario)
{
    auto const in = [id](auto const& list) { return std::ranges::find(list, id) != list.end(); };
    return in(scenario.closed)    ? "closed"
           : in(scenario.opened)  ? "opened"
           : in(scenario.watched) ? "watched"
                                  : "";
}

void say_without_effect(CrossingId id, std::string const& reason, Region const& region,
                        geo::Findings& findings)
{
    findings.push_back({.severity = geo::Severity::warning,
                        .rule = "change-without-effect",
                        .layer = "crossings",
                        .feature = region.crossings.id[id] + " " + region.crossings.name[id],
                        .message = reason + ": the change changes nothing"});
}

/// Crossings named to no effect: a planner would take the noughts for an answer.
void find_without_effect(analysis::flows::Scenario const& scenario, Region const& region,
                         analysis::routes::Anchors const& anchors, geo::Findings& findings)
{
    for (auto const* const list : {&scenario.closed, &scenario.opened, &scenario.watched}) {
        for (auto const id : *list) {
            bool const closed = region.crossings.status[id] == geo::CrossingStatus::closed;
            if (!anchors.crossings[id]) {
                say_without_effect(id,
                                   region.crossings.at[id] ? "no way comes near the crossing"
                                                           : "the place is not known",
                                   region, findings);
            } else if (list == &scenario.opened && !closed) {
                say_without_effect(id, "the crossing is not closed", region, findings);
            } else if (list != &scenario.opened && closed) {
                say_without_effect(id, "the crossing is closed already", region, findings);
            }
        }
    }
}

double or_unknown(double hours)
{
    return std::isfinite(hours) ? hours : geo::unknown;
}

void fill_corridors(analysis::flows::WhatIf const& found, Region const& region,
                    analysis::routes::Doubts const& doubts, WhatIfTables& tables)
{
    auto const told = [&doubts](geo::CommuneId id, double hours) {
        return doubts.doubtful(id) ? geo::unknown : or_unknown(hours);
    };
    for (auto const& pair : found.pairs) {
        tables.corridors.push_back(
            {region.communes.code[pair.from], region.communes.name[pair.from],
             region.crossings.id[pair.crossing], region.crossings.name[pair.crossing],
             pair.flow.before, pair.flow.after, pair.flow.change, pair.flow.change_lower,
             pair.flow.change_upper, told(pair.from, pair.hours_before),
             told(pair.from, pair.hours_after), region.crossings.informal(pair.crossing),
             kind_of(doubts.crossings[pair.crossing])});
    }
    std::ranges::stable_sort(tables.corridors, std::greater{},
                             [](WhatIfCorridorRow const& row) { return std::abs(row.change); });
}

/// Closing or watching what nobody is expected at changes nothing either.
void find_without_flow(analysis::flows::WhatIf const& found,
                       analysis::flows::Scenario const& scenario, Region const& region,
                       analysis::routes::Anchors const& anchors, geo::Findings& findings)
{
    for (auto const* const list : {&scenario.closed, &scenario.watched}) {
        for (auto const id : *list) {
            bool const used = found.crossings[id].before > 0.0 || found.crossings[id].after > 0.0;
            bool const told = !anchors.crossings[id] ||
                              region.crossings.status[id] == geo::CrossingStatus::closed;
            if (!used && !told) {
                say_without_effect(id, "no commune is expected to go over the crossing", region,
                                   findings);
            }
        }
    }
}

/// Where nothing opens a shorter way looks wrong.
std::string shorter_note(analysis::flows::CommuneChange const& one,
                         analysis::flows::Scenario const& scenario)
{
    return scenario.opened.empty() && one.mean_after < one.mean_before
               ? "shorter: fewer go to a crossing farther away"
               : "";
}

void fill_change(analysis::flows::WhatIf const& found, analysis::flows::Scenario const& scenario,
                 Region const& region, analysis::risk::Risk const& risk,
                 analysis::routes::Doubts const& doubts, WhatIfTables& tables)
{
    for (auto const id : region.crossings.id.ids()) {
        auto const& one = found.crossings[id];
        tables.crossings.push_back({region.crossings.id[id], region.crossings.name[id],
                                    std::string{geo::name_of(region.crossings.klass[id])},
                                    change_of(id, scenario), one.before, one.after, one.change,
                                    one.change_lower, one.change_upper,
                                    region.crossings.informal(id), kind_of(doubts.crossings[id])});
    }
    std::ranges::stable_sort(tables.crossings, std::greater{},
                             [](WhatIfCrossingRow const& row) { return std::abs(row.change); });
    for (auto& row : tables.crossings) {
        auto const id = *find(region.crossings.id, row.id);
        bool const opened = doubts.reached[id] == 0 && row.flow_after > 0.0;
        if (!doubts.tells_flow(id) && !opened) {
            row.flow_before = row.flow_after = row.change = geo::unknown;
            row.change_lower = row.change_upper = geo::unknown;
        }
    }
    fill_corridors(found, region, doubts, tables);
    for (auto const id : region.communes.code.ids()) {
        auto const& one = found.communes[id];
        bool const moved = one.mean_after != one.mean_before &&
                           !(std::isnan(one.mean_after) && std::isnan(one.mean_before));
        if (one.cut_off || moved) {
            auto const told = [&](double hours) {  // as in a run: none where they are doubted
                return doubts.doubtful(id) ? geo::unknown : or_unknown(hours);
            };
            tables.communes.push_back(
                {region.communes.code[id], region.communes.name[id], risk.expected[id],
                 told(one.hours_before), told(one.hours_after), told(one.mean_before),
                 told(one.mean_after), one.cut_off, shorter_note(one, scenario)});
        }
    }
    tables.moved = found.moved;
    tables.cut_off = found.cut_off;
    tables.added_hours = found.added_hours;
    tables.moved_bounds = found.moved_bounds;
    tables.cut_off_bounds = found.cut_off_bounds;
    tables.added_bounds = found.added_bounds;
}

/// What the figures of these tables can be. A closed crossing far away may shorten ways: hours that are added may be
/// less than none.
constexpr results::HeldColumn what_if_figures[]{
    {"flow_before", 0.0},
    {"flow_after", 0.0},
    {"change"},
    {.name = "change_lower", .lower_of = "change"},
    {.name = "change_upper", .upper_of = "change"},
    {"hours_before", 0.0},
    {"hours_after", 0.0},
    {"expected", 0.0},
    {"mean_hours_before", 0.0},
    {"mean_hours_after", 0.0},
    {"flow", 0.0},
    {"moved", 0.0},
    {"cut_off", 0.0},
    {"added_hours"},
    {"most", 0.0},
    {.name = "flow_lower", .lower_of = "flow"},
    {.name = "flow_upper", .upper_of = "flow"},
    {.name = "moved_lower", .lower_of = "moved"},
    {.name = "moved_upper", .upper_of = "moved"},
    {.name = "cut_off_lower", .lower_of = "cut_off"},
    {.name = "cut_off_upper", .upper_of = "cut_off"},
    {.name = "added_hours_lower", .lower_of = "added_hours"},
    {.name = "added_hours_upper", .upper_of = "added_hours"}};

geo::StoreTable crossings_table(WhatIfTables const& tables)
{
    geo::StoreTable table{.name = "what_if_crossings",
                          .columns = {{"id", ValueType::text},
                                      {"name", ValueType::text},
                                      {"class", ValueType::text},
                                      {"scenario", ValueType::text},
                                      {"flow_before", ValueType::real},
                                      {"flow_after", ValueType::real},
                                      {"change", ValueType::real},
                                      {"change_lower", ValueType::real},
                                      {"change_upper", ValueType::real},
                                      {"informal", ValueType::integer},
                                      {"network", ValueType::text}}};
    for (auto const& row : tables.crossings) {
        table.rows.push_back({row.id, row.name, row.klass, row.change_of, row.flow_before,
                              row.flow_after, row.change, row.change_lower, row.change_upper,
                              std::int64_t{row.informal ? 1 : 0},
                              std::string{name_of(row.network)}});
    }
    return table;
}

geo::StoreTable corridors_table(WhatIfTables const& tables)
{
    geo::StoreTable table{.name = "what_if_corridors",
                          .columns = {{"code", ValueType::text},
                                      {"commune", ValueType::text},
                                      {"crossing", ValueType::text},
                                      {"crossing_name", ValueType::text},
                                      {"flow_before", ValueType::real},
                                      {"flow_after", ValueType::real},
                                      {"change", ValueType::real},
                                      {"change_lower", ValueType::real},
                                      {"change_upper", ValueType::real},
                                      {"hours_before", ValueType::real},
                                      {"hours_after", ValueType::real},
                                      {"informal", ValueType::integer},
                                      {"network", ValueType::text}}};
    for (auto const& row : tables.corridors) {
        table.rows.push_back({row.code, row.commune, row.crossing, row.crossing_name,
                              row.flow_before, row.flow_after, row.change, row.change_lower,
                              row.change_upper, row.hours_before, row.hours_after,
                              std::int64_t{row.informal ? 1 : 0},
                              std::string{name_of(row.network)}});
    }
    return table;
}

geo::StoreTable communes_table(WhatIfTables const& tables)
{
    geo::StoreTable table{.name = "what_if_communes",
                          .columns = {{"code", ValueType::text},
                                      {"name", ValueType::text},
                                      {"expected", ValueType::real},
                                      {"hours_before", ValueType::real},
                                      {"hours_after", ValueType::real},
                                      {"mean_hours_before", ValueType::real},
                                      {"mean_hours_after", ValueType::real},
                                      {"cut_off", ValueType::integer},
                                      {"note", ValueType::text}}};
    for (auto const& row : tables.communes) {
        table.rows.push_back({row.code, row.name, row.expected, row.hours_before, row.hours_after,
                              row.mean_before, row.mean_after, std::int64_t{row.cut_off ? 1 : 0},
                              row.note});
    }
    return table;
}

geo::StoreTable closures_table(WhatIfTables const& tables)
{
    geo::StoreTable table{.name = "closures",
                          .columns = {{"id", ValueType::text},
                                      {"name", ValueType::text},
                                      {"flow", ValueType::real},
                                      {"moved", ValueType::real},
                                      {"cut_off", ValueType::real},
                                      {"added_hours", ValueType::real},
                                      {"most_to", ValueType::text},
                                      {"most", ValueType::real},
                                      {"network", ValueType::text},
                                      {"flow_lower", ValueType::real},
                                      {"flow_upper", ValueType::real},
                                      {"moved_lower", ValueType::real},
                                      {"moved_upper", ValueType::real},
                                      {"cut_off_lower", ValueType::real},
                                      {"cut_off_upper", ValueType::real},
                                      {"added_hours_lower", ValueType::real},
                                      {"added_hours_upper", ValueType::real}}};
    for (auto const& row : tables.closures) {
        table.rows.push_back({row.id, row.name, row.flow, row.moved, row.cut_off, row.added_hours,
                              row.most_to, row.most, std::string{name_of(row.network)},
                              row.flow_bounds.lower, row.flow_bounds.upper, row.moved_bounds.lower,
                              row.moved_bounds.upper, row.cut_off_bounds.lower,
                              row.cut_off_bounds.upper, row.added_bounds.lower,
                              row.added_bounds.upper});
    }
    return table;
}

}  // namespace

WhatIfTables what_if_tables(Session& session, ScenarioNames const& names, geo::Job const& job)
{
    auto const& region = session.region();
    if (region.ways.size() == 0 || region.crossings.size() == 0) {
        throw geo::Error{geo::Trouble::usage, "what-if needs [roads] and [crossings] in the study"};
    }
    geo::Findings taken;
    auto const scenario = scenario_of(names, region, taken);
    auto const& work = session.work({"demand"}, job.part(0.0, 0.5));
    auto const ground = work.ground();
    auto const& graph = work.routes->graph;
    auto const options = flow_options(work.study);
    WhatIfTables tables{.about = about_of(work.study, region), .findings = region.findings};
    std::ranges::copy(work.demand_findings, std::back_inserter(tables.findings));
    std::ranges::copy(taken, std::back_inserter(tables.findings));
    bool const asked = !names.close.empty() || !names.open.empty() || !names.watch.empty();
    if (asked) {
        find_without_effect(scenario, region, work.routes->anchors, tables.findings);
        auto const found =
            analysis::flows::what_if(graph, ground, scenario, options, job.part(0.5, 0.8));
        find_without_flow(found, scenario, region, work.routes->anchors, tables.findings);
        fill_change(found, scenario, region, work.risk, work.routes->doubts, tables);
    }
    for (auto const& closure :
         analysis::flows::single_closures(graph, ground, options, job.part(0.8, 1.0))) {
        if (!work.routes->doubts.tells_flow(closure.crossing)) {
            continue;
        }
        tables.closures.push_back(
            {region.crossings.id[closure.crossing], region.crossings.name[closure.crossing],
             closure.flow, closure.moved, closure.cut_off, closure.added_hours,
             closure.moved > 0.0 ? region.crossings.id[closure.most_to] : "", closure.most,
             kind_of(work.routes->doubts.crossings[closure.crossing]), closure.flow_bounds,
             closure.moved_bounds, closure.cut_off_bounds, closure.added_bounds});
    }
    return tables;
}

std::vector<std::string> write_what_if(WhatIfTables const& tables,
                                       std::filesystem::path const& folder)
{
    std::vector<geo::StoreTable> made;
    if (!tables.crossings.empty()) {
        made = {crossings_table(tables), corridors_table(tables), communes_table(tables)};
    }
    made.push_back(closures_table(tables));
    for (auto const& table : made) {
        results::hold("what-if", table, what_if_figures);
    }
    geo::make_folder(folder);
    std::vector<std::string> files;
    for (auto const& table : made) {
        geo::write_file(folder / (table.name + ".csv"), geo::csv_text(table));
        files.push_back(table.name + ".csv");
    }
    return files;
}

}  // namespace marchland::study
