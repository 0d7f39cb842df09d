#include "cartography/disclosure/shown.hpp"

#include "cartography/disclosure/names.hpp"
#include "geo/vocabulary/numbers.hpp"
#include "results/reading.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace marchland::cartography {

using results::CrossingRow;
using results::Results;

namespace {

constexpr std::string_view withheld = "…";

/// Who lives there is looked for.
bool is_shelter(std::string_view kind)
{
    return kind == "shelter";
}

/// What the gate knows of the results before it takes anything away.
struct Gate {
    explicit Gate(results::Results const& results);

    /// Public roads all along, to an official crossing.
    bool may_draw(results::CorridorRow const& corridor) const
    {
        return corridor.informal_share == 0.0 && official_ids.contains(corridor.crossing);
    }

    bool may_say(geo::Finding const& finding) const;
    void scrub(std::string& text) const { text = informal.replaced(text, withheld); }

    std::unordered_map<std::string, std::size_t> official_ids;  ///< id to row
    Names official;                                             ///< their ids
    Names informal;                                             ///< ids, and names that tell
    Names shelters;                                             ///< ids and names
};

Gate::Gate(results::Results const& results)
{
    std::unordered_map<std::string, bool> known;
    for (auto const& row : results.communes) {
        known[row.name] = true;
    }
    for (std::size_t i = 0; i < results.crossings.size(); ++i) {
        auto const& row = results.crossings[i];
        if (is_official(row)) {
            known[row.name] = true;
            official_ids.emplace(row.id, i);
            official.add(row.id);
        }
    }
    for (auto const& row : results.crossings) {
        if (!is_official(row)) {
            informal.add(row.id);
            if (!known.contains(row.name)) {
                informal.add(row.name);
            }
        }
    }
    for (auto const& row : results.services) {
        if (is_shelter(row.kind)) {
            shelters.add(row.id);
            shelters.add(row.name);
        }
    }
}

bool Gate::may_say(geo::Finding const& finding) const
{
    if (finding.layer == "services" &&
        (shelters.any_in(finding.feature) || shelters.any_in(finding.message))) {
        return false;
    }
    if (finding.layer == "paths" || informal.any_in(finding.feature) ||
        informal.any_in(finding.message) || informal.any_in(finding.action)) {
        return false;
    }
    // A row number may be that of an informal crossing, and its message may hold a coordinate.
    return finding.layer != "crossings" || finding.feature.empty() ||
           official.any_in(finding.feature);
}

/// The quickest corridor of each commune that may be drawn.
std::unordered_map<std::string, results::CorridorRow const*>
quickest(results::Results const& results, Gate const& gate)
{
    std::unordered_map<std::string, results::CorridorRow const*> found;
    for (auto const& corridor : results.corridors) {
        if (gate.may_draw(corridor) && std::isfinite(corridor.hours)) {
            auto& best = found[corridor.from_code];
            best = best == nullptr || corridor.hours < best->hours ? &corridor : best;
        }
    }
    return found;
}

void keep_official_hours(Gate const& gate, results::Results& results)
{
    auto const best = quickest(results, gate);
    for (auto& row : results.communes) {
        bool const official = gate.official_ids.contains(row.nearest_crossing);
        if (!official) {
            row.from_exposure = geo::unknown;  // made of the hours to the informal one
            row.hour_farther = geo::unknown;
            if (!row.hours_missing) {
                row.drivers.clear();
            }
        }
        // Hours that a run does not tell stay untold, whatever its corridors took.
        bool const told = std::isfinite(row.hours_to_crossing);
        if (auto const found = best.find(row.code); told && found != best.end()) {
            row.hours_to_crossing = found->second->hours;
            row.nearest_crossing = found->second->crossing;
        } else if (!official || !results.corridors.empty()) {
            row.hours_to_crossing = geo::unknown;
            row.nearest_crossing.clear();
        }
        gate.scrub(row.drivers);
    }
}

/// All informal crossings as one: no id, no name, no place, no time.
CrossingRow together(std::vector<CrossingRow> const& crossings)
{
    CrossingRow sum;
    sum.klass = results::CrossingClass::informal;
    sum.informal = true;
    for (auto const& row : crossings) {
        if (is_official(row) || !std::isfinite(row.share)) {
            continue;
        }
        if (std::isnan(sum.share)) {
            sum.share = sum.share_lower = sum.share_upper = 0.0;
        }
        sum.share += row.share;
        sum.share_lower += row.share_lower;
        sum.share_upper += row.share_upper;
    }
    sum.share_upper = std::min(sum.share_upper, 1.0);
    return sum;
}

void keep_official_crossings(Gate const& gate, results::Results& results)
{
    auto const sum = together(results.crossings);
    std::erase_if(results.crossings, [](auto const& row) { return !is_official(row); });
    for (auto& row : results.crossings) {
        gate.scrub(row.history);
        gate.scrub(row.source);
    }
    if (std::isfinite(sum.share)) {
        results.crossings.push_back(sum);
    }
    std::erase_if(results.crossing_candidates, [&gate](auto const& row) {
        return row.informal || (!row.crossing.empty() && !gate.official_ids.contains(row.crossing));
    });
}

void keep_public_ways(Gate const& gate, results::Results& results)
{
    std::erase_if(results.corridors, [&gate](auto const& row) { return !gate.may_draw(row); });
    std::erase_if(results.ways, [](auto const& row) {
        return row.kind != results::WayKind::road ||
               row.sensitivity == results::Sensitivity::restricted;
    });
    std::erase_if(results.sheet, [&gate](auto const& row) {
        return row.informal || !gate.official_ids.contains(row.crossing);
    });
    std::erase_if(results.chokepoints, [](auto const& row) { return row.informal; });
    results.repairs.clear();
}

void keep_public_posts(Gate const& gate, results::Results& results)
{
    for (auto& row : results.posts) {
        if (row.kind == results::PostKind::crossing && !gate.official_ids.contains(row.id)) {
            row.id.clear();
            row.name.clear();
        }
    }
}

/// Shelters are counted, and neither named nor placed; hours to them would place them.
void keep_shelters_apart(Results& results)
{
    for (auto& row : results.services) {
        if (is_shelter(row.kind)) {
            row = {.id = {},
                   .name = {},
                   .kind = row.kind,
                   .capacity = row.capacity,
                   .opening = {},
                   .since = {},
                   .until = {},
                   .as_of = row.as_of,
                   .freshness = row.freshness,
                   .state = row.state,
                   .code = {}};
        }
    }
    std::erase_if(results.service_hours, [](auto const& row) { return is_shelter(row.kind); });
    for (auto& row : results.due) {
        if (is_shelter(row.note)) {
            row.code.clear();
            row.name.clear();
        }
    }
}

void withhold_findings(Gate const& gate, results::Results& results)
{
    for (auto& finding : results.findings) {
        if (!gate.may_say(finding)) {
            finding = {.severity = finding.severity, .rule = finding.rule, .layer = finding.layer};
        }
    }
}

void scrub_texts(Gate const& gate, results::Results& results)
{
    gate.scrub(results.about.title);
    gate.scrub(results.about.purpose);
    std::ranges::for_each(results.about.sources, [&](auto& text) { gate.scrub(text); });
    std::ranges::for_each(results.clusters, [&](auto& row) { gate.scrub(row.words); });
    std::ranges::for_each(results.plan, [&](auto& row) { gate.scrub(row.reason); });
    std::ranges::for_each(results.posts, [&](auto& row) { gate.scrub(row.name); });
    std::ranges::for_each(results.chokepoints, [&](auto& row) { gate.scrub(row.name); });
    std::ranges::for_each(results.markets, [&](auto& row) { gate.scrub(row.name); });
    std::ranges::for_each(results.services, [&](auto& row) { gate.scrub(row.name); });
    std::ranges::for_each(results.due, [&](auto& row) { gate.scrub(row.name); });
    std::ranges::for_each(results.reporting, [&](auto& row) { gate.scrub(row.note); });
    std::ranges::for_each(results.model, [&](auto& row) { gate.scrub(row.note); });
    for (auto& row : results.changes) {
        gate.scrub(row.name);
    }
    for (auto& row : results.sheet) {
        gate.scrub(row.touches);
        gate.scrub(row.sources);
        gate.scrub(row.note);
        gate.scrub(row.crossing_history);
    }
    results.runs.clear();
}

}  // namespace

Shown discreet(results::Results results)
{
    Gate const gate{results};
    keep_official_hours(gate, results);  // reads the corridors, so it comes before they go
    keep_official_crossings(gate, results);
    keep_public_ways(gate, results);
    keep_public_posts(gate, results);
    keep_shelters_apart(results);
    withhold_findings(gate, results);
    scrub_texts(gate, results);
    return Shown{std::move(results)};
}

bool is_withheld(geo::Finding const& finding)
{
    return finding.message.empty();
}

}  // namespace marchland::cartography
