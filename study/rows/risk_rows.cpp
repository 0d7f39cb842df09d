#include "analysis/rates/rates.hpp"
#include "geo/vocabulary/numbers.hpp"
#include "geo/vocabulary/text.hpp"
#include "study/rows/kinds.hpp"
#include "study/rows/rows.hpp"

#include <algorithm>
#include <cmath>

namespace marchland::study {
namespace {

using geo::CommuneId;
using geo::index_of;

constexpr double per_people = 10000.0;

void say_unplaced(analysis::rates::Counts const& counts, geo::Findings& findings)
{
    auto const note = [&findings](std::string rule, std::string message) {
        findings.push_back({.severity = geo::Severity::note,
                            .rule = std::move(rule),
                            .layer = "cases",
                            .message = std::move(message)});
    };
    if (counts.unplaced > 0.0) {
        double known = 0.0;
        for (double const cases : counts.cases) {
            known += cases;
        }
        note("origin-unknown", "origin is known of " + geo::fixed(known, 0) + " of " +
                                   geo::fixed(known + counts.unplaced, 0) +
                                   " persons detected in the window");
    }
    for (std::size_t role = 1; role < counts.by_role.size(); ++role) {
        if (counts.by_role.at(role) > 0.0) {
            note("other-role", geo::fixed(counts.by_role.at(role), 0) +
                                   " persons are recorded by place of " +
                                   std::string{geo::name_of(static_cast<geo::Role>(role))} +
                                   "; they are not part of the risk of origin communes");
        }
    }
}

/// What the window leaves out, and whom its edges cut.
void say_window(analysis::rates::Counts const& counts, StudyFile const& study,
                geo::Findings& findings)
{
    auto const window = counts.window.from.text() + " to " + counts.window.to.text();
    if (counts.before + counts.cut_out > 0.0) {
        findings.push_back(
            {.severity = geo::Severity::note,
             .rule = "window-leaves-out",
             .layer = "cases",
             .message = geo::fixed(counts.before + counts.cut_out, 0) +
                        " persons detected in the study before the window (" + window +
                        ") are left out of all figures of risk: [risk] window_years = " +
                        std::to_string(study.window_years),
             .action = "leave window_years out, and the figures rest on the whole period"});
    }
    if (counts.cut_in + counts.cut_out > 0.0) {
        findings.push_back(
            {.severity = geo::Severity::warning,
             .rule = "window-cuts-rows",
             .layer = "cases",
             .field = "period",
             .message =
                 "the window (" + window +
                 ") cuts periods of the table: " + geo::fixed(counts.cut_in, 0) +
                 " persons of periods that lie at least half in it are counted, all of them; " +
                 geo::fixed(counts.cut_out, 0) +
                 " of the others are not, while effort is shared "
                 "out by months",
             .action = "choose window_years so that the window begins where periods do, or give "
                       "shorter periods"});
    }
}

/// Below it any order of communes is chance: the scan and the hold-out need as many.
constexpr double fewest_persons = 10.0;

void say_few_persons(analysis::rates::Counts const& counts, geo::Findings& findings)
{
    double persons = 0.0;
    double communes = 0.0;
    for (double const cases : counts.cases) {
        persons += cases;
        communes += cases > 0.0 ? 1.0 : 0.0;
    }
    if (persons < fewest_persons) {
        findings.push_back(
            {.severity = geo::Severity::warning,
             .rule = "few-persons",
             .layer = "cases",
             .message = (persons == 0.0
                             ? std::string{"no person"}
                             : geo::fixed(persons, 0) + (persons == 1.0 ? " person" : " persons") +
                                   " in " + geo::fixed(communes, 0) +
                                   (communes == 1.0 ? " commune" : " communes")) +
                        " detected in the window: too few to tell communes apart; what order there "
                        "is comes from the number of people, hours to crossings and indicators",
             .action = "take a longer period, or plan visits by what is known of the communes"});
    }
}

void say_no_effort(analysis::risk::RiskInput const& input, geo::Findings& findings)
{
    bool const none =
        std::ranges::all_of(input.effort, [](double effort) { return effort == 0.0; });
    if (!input.effort.empty() && none) {
        findings.push_back(
            {.severity = geo::Severity::warning,
             .rule = "no-effort",
             .layer = "effort",
             .field = "amount",
             .message =
                 "there is no effort in any commune within the window: only communes with detected "
                 "persons have evidence, and the region's rate is too high",
             .action =
                 "check the periods of the effort; without the layer, effort counts as even"});
    }
}

void say_cases_without_effort(analysis::risk::RiskInput const& input, geo::Findings& findings)
{
    std::size_t communes = 0;
    for (auto const id : input.cases.ids()) {
        communes +=
            !input.effort.empty() && input.effort[id] == 0.0 && input.cases[id] > 0.0 ? 1U : 0U;
    }
    if (communes > 0) {
        findings.push_back(
            {.severity = geo::Severity::warning,
             .rule = "cases-without-effort",
             .layer = "effort",
             .field = "amount",
             .message =
                 std::to_string(communes) +
                 " communes have detected persons but no effort on record; the average effort is "
                 "taken for them",
             .action = "add the effort that found these persons"});
    }
}

void say_cases_without_people(analysis::risk::RiskInput const& input, geo::Findings& findings)
{
    double persons = 0.0;
    std::size_t communes = 0;
    for (auto const id : input.cases.ids()) {
        if (!(input.at_risk[id] > 0.0) && input.cases[id] > 0.0) {
            persons += input.cases[id];
            ++communes;
        }
    }
    if (communes > 0) {
        findings.push_back(
            {.severity = geo::Severity::warning,
             .rule = "cases-without-people",
             .layer = "cases",
             .field = "commune",
             .message =
                 std::to_string(communes) + " communes have detected persons (" +
                 geo::fixed(persons, 0) +
                 " in all) but nobody at risk on record; they count in no rate and have no rank",
             .action = "fill in the population"});
    }
}

void say_effort_gaps(Region const& region, analysis::risk::RiskInput const& input,
                     geo::Findings& findings)
{
    if (input.effort.empty()) {
        return;
    }
    geo::PerCommune<std::uint8_t> told{input.effort.size()};
    for (auto const& entry : region.effort) {
        told[entry.commune] = 1;
    }
    auto const untold = std::ranges::count(told, 0);
    if (untold > 0) {
        findings.push_back(
            {.severity = geo::Severity::warning,
             .rule = "effort-not-told",
             .layer = "effort",
             .field = "commune",
             .message = std::to_string(untold) + " communes have no row of effort at all; they are "
                                                 "taken as places where nobody looked",
             .action = "add a row with amount 0 where that is so, and the true amount elsewhere"});
    }
}

/// "neighbours x 1.4": a part of the score as what it multiplies the risk with.
std::string factor(std::string const& what, double part)
{
    constexpr double worth_saying = 0.1;
    return std::abs(part) >= worth_saying ? "; " + what + " x " + geo::fixed(std::exp(part), 1)
                                          : "";
}

/// What moves the figure, in words that a planner can check against the columns beside it.
std::string drivers_of(results::CommuneRow const& row)
{
    if (std::isnan(row.cases_expected)) {
        return "no population figure";
    }
    std::string words = geo::fixed(row.cases, 0) + " detected, " +
                        geo::fixed(row.cases_expected, 1) + " expected at the region's rate";
    if (!std::isnan(row.effort)) {
        words += row.effort > 0.0
                     ? "; effort " + geo::fixed(row.effort_share, 1) + " x the region's"
                     : "; no effort on record";
    }
    words += factor("indicators", row.from_indicators) +
             (row.hours_missing ? "; hours to the crossing not known"
                                : factor("hours to the crossing", row.from_exposure)) +
             factor("what neighbours share", row.from_neighbours) +
             factor("its own counts", row.from_itself);
    return words;
}

/// What `risk` weighed the people of a commune with.
double effort_share(CommuneId id, analysis::risk::RiskInput const& input,
                    analysis::risk::Exposed const& exposed)
{
    return input.effort.empty() || input.effort[id] == 0.0
               ? geo::unknown
               : exposed.exposure[id] / (input.at_risk[id] * input.years);
}

/// Detections for the effort spent, with exact bounds: the one layer that rests on cases alone.
void fill_found(results::CommuneRow& row, CommuneId id, analysis::risk::RiskInput const& input,
                analysis::risk::Exposed const& exposed)
{
    double const structure =
        input.structure.empty() || std::isnan(input.structure[id]) ? 1.0 : input.structure[id];
    double const expected = exposed.exposure[id] * exposed.region_rate * structure;
    if (expected > 0.0) {
        auto const bounds = analysis::rates::poisson_bounds(row.cases, 0.90);
        row.found_per_effort = row.cases / expected;
        row.found_per_effort_lower = bounds.lower / expected;
        row.found_per_effort_upper = bounds.upper / expected;
    }
}

void fill_why(results::CommuneRow& row, CommuneId id, analysis::risk::Explanation const& why)
{
    row.score = why.score[id];
    row.from_people = why.people[id];
    row.from_indicators = why.indicators[id];
    row.from_exposure = why.exposure[id];
    row.from_neighbours = why.neighbours[id];
    row.from_itself = why.itself[id];
    row.hour_farther = why.hour_farther[id];
}

std::string check_words(analysis::bym2::PredictiveCheck const& check)
{
    auto const odd = [](double p) { return p < 0.02 || p > 0.98; };
    std::string const figures = " (dispersion p = " + geo::fixed(check.dispersion_p, 2) +
                                "; communes with no cases: " + geo::fixed(check.zeros_seen, 0) +
                                " in the data, " + geo::fixed(check.zeros_expected, 1) +
                                " in the model, p = " + geo::fixed(check.zeros_p, 2) + ")";
    return odd(check.dispersion_p) || odd(check.zeros_p)
               ? "the model does not fit the data" + figures
               : "the model fits the data" + figures;
}

void say_model(analysis::risk::Risk const& risk, geo::Findings& findings)
{
    if (risk.checked) {
        auto const words = check_words(risk.check);
        bool const fails = words.starts_with("the model does not");
        findings.push_back(
            {.severity = fails ? geo::Severity::warning : geo::Severity::note,
             .rule = "model-check",
             .layer = "risk",
             .message = words,
             .action = fails ? "try model = \"bym2-negbin\"; see docs/methods/bym2.md" : ""});
    }
    findings.insert(findings.end(), risk.findings.begin(), risk.findings.end());
}

/// Bounds of persons a year follow from those of the relative risk: the rate and the people are given.
void fill_expected(results::CommuneRow& row, analysis::risk::Risk const& risk, CommuneId id)
{
    row.expected = risk.expected[id];
    double const scale = risk.expected[id] / risk.relative_risk[id];
    row.expected_lower = row.lower * scale;
    row.expected_upper = row.upper * scale;
}

}  // namespace

std::vector<results::CommuneRow> commune_rows(Region const& region)
{
    std::vector<results::CommuneRow> rows(region.communes.size());
    for (auto const id : region.communes.code.ids()) {
        auto& row = rows[index_of(id)];
        row.code = region.communes.code[id];
        row.name = region.communes.name[id];
        row.vintage = region.communes.vintage;
        row.population = region.communes.population[id];
        row.at_risk = region.communes.at_risk[id];
        row.district = region.communes.district[id];
        row.shape = region.communes.shape[id];
    }
    return rows;
}

analysis::rates::Rates rates_of_input(analysis::risk::RiskInput const& input,
                                      analysis::neighbours::Neighbours const& near)
{
    geo::PerCommune<double> person_years = input.at_risk;
    for (double& people : person_years) {
        people *= input.years;
    }
    return analysis::rates::rates_of(input.cases, person_years, near);
}

void put_window(analysis::rates::Counts const& counts, analysis::risk::RiskInput const& input,
                analysis::risk::Exposed const& exposed, results::About& about)
{
    about.window_from = counts.window.from.text();
    about.window_to = counts.window.to.text();
    about.years = input.years;
    about.region_rate = exposed.region_rate * per_people;
    about.data_date = counts.newest.index > 0 ? std::min(counts.newest, counts.window.to).text()
                                              : counts.window.to.text();
}

void put_faded(analysis::risk::RiskInput const& faded, results::About& about)
{
    about.faded_found = 0.0;
    for (auto const id : faded.cases.ids()) {
        about.faded_found += faded.at_risk[id] > 0.0 ? faded.cases[id] / faded.years : 0.0;
    }
}

std::vector<results::ModelRow> model_rows(analysis::risk::Risk const& risk)
{
    std::vector<results::ModelRow> rows;
    for (auto const& [name, figure] : risk.figures) {
        rows.push_back(
            {name, figure.mean, figure.sd, figure.lower, figure.median, figure.upper, ""});
    }
    if (risk.checked) {
        rows.push_back({.name = "posterior predictive check", .note = check_words(risk.check)});
    }
    return rows;
}

geo::Findings risk_findings(analysis::rates::Counts const& counts,
                            analysis::risk::RiskInput const& input,
                            analysis::risk::Risk const& risk, Region const& region,
                            StudyFile const& study)
{
    geo::Findings findings;
    say_model(risk, findings);
    say_unplaced(counts, findings);
    say_window(counts, study, findings);
    say_few_persons(counts, findings);
    say_no_effort(input, findings);
    say_cases_without_effort(input, findings);
    say_cases_without_people(input, findings);
    say_effort_gaps(region, input, findings);
    return findings;
}

void put_risk(analysis::rates::Counts const& counts, analysis::risk::RiskInput const& input,
              analysis::risk::Exposed const& exposed, analysis::risk::Risk const& risk,
              analysis::rates::Rates const& rates,
              geo::PerCommune<std::uint8_t> const& hours_missing, CommuneRows& rows)
{
    // gamma-Poisson has no hours, nor has a model that had to leave them out
    bool const uses_hours = std::ranges::any_of(
        risk.why.hour_farther, [](double factor) { return std::isfinite(factor); });
    for (auto const id : risk.rank.ids()) {
        auto& row = rows[index_of(id)];
        row.cases = counts.cases[id];
        row.effort = input.effort.empty() ? geo::unknown : input.effort[id];
        row.rate = rates.crude[id] * per_people;
        row.eb_rate = rates.eb[id] * per_people;
        row.eb_local_rate = rates.eb_local[id] * per_people;
        row.cases_expected = rates.expected[id];
        row.effort_share = effort_share(id, input, exposed);
        row.smr = rates.smr[id];
        row.smr_lower = rates.smr_lower[id];
        row.smr_upper = rates.smr_upper[id];
        row.relative_risk = risk.relative_risk[id];
        row.lower = risk.lower[id];
        row.upper = risk.upper[id];
        row.exceedance = risk.exceedance[id];
        fill_expected(row, risk, id);
        row.rank = risk.rank[id];
        row.expected_rank = risk.expected_rank[id];
        row.rank_lower = risk.rank_lower[id];
        row.rank_upper = risk.rank_upper[id];
        row.evidence = kind_of(risk.evidence[id]);
        row.spatial_rate = rates.spatial[id] * per_people;
        row.excess = rates.excess[id];
        row.eb_index = rates.standardised[id];
        row.top_chance = risk.top_chance[id];
        row.rank_group = risk.group[id];
        row.detectable = risk.detectable[id];
        fill_found(row, id, input, exposed);
        fill_why(row, id, risk.why);
        row.hours_missing = uses_hours && hours_missing[id] != 0;
        row.drivers = drivers_of(row);
    }
}

void put_vulnerability(analysis::risk::Vulnerability const& found, CommuneRows& rows)
{
    for (auto const id : found.index.ids()) {
        auto& row = rows[index_of(id)];
        row.vulnerability = found.index[id];
        row.vulnerability_rank = found.rank[id];
        row.vulnerability_rank_lower = found.rank_lower[id];
        row.vulnerability_rank_upper = found.rank_upper[id];
        row.vulnerability_drivers = found.drivers[id];
    }
}

std::vector<results::ModelRow> model_rows(analysis::risk::Vulnerability const& found)
{
    std::vector<results::ModelRow> rows;
    for (auto const& effect : found.effects) {
        rows.push_back({.name = "vulnerability ranks: share explained by " + effect.choice,
                        .mean = effect.share});
    }
    return rows;
}

geo::Findings vulnerability_findings(analysis::risk::Vulnerability const& found)
{
    geo::Findings findings;
    for (auto const& name : found.left_out) {
        findings.push_back({.severity = geo::Severity::warning,
                            .rule = "indicator-constant",
                            .layer = "indicators",
                            .feature = name,
                            .message =
                                "the figures are the same everywhere, or there are none; the "
                                "indicator tells no commune from another and is left out",
                            .action = "check the column that the study names"});
    }
    return findings;
}

void put_local(analysis::hotspots::LocalTest const& geary,
               analysis::hotspots::LocalTest const& median,
               analysis::numerics::Correction correction, CommuneRows& rows)
{
    auto const geary_q = analysis::numerics::adjusted(geary.p_value.span(), correction);
    auto const median_q = analysis::numerics::adjusted(median.p_value.span(), correction);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        auto const id = static_cast<CommuneId>(i);
        auto& row = rows[i];
        if (!geary.value.empty()) {
            row.geary_c = geary.value[id];
            row.geary_p = geary.p_value[id];
            row.geary_q = geary_q[i];
        }
        if (!median.value.empty()) {
            row.median_moran_p = median.p_value[id];
            row.median_moran_q = median_q[i];
        }
    }
}

void put_gi_star(analysis::hotspots::LocalMoran const& local,
                 analysis::numerics::Correction correction, CommuneRows& rows)
{
    geo::PerCommune<double> p{local.gi_star.size(), geo::unknown};
    for (auto const id : p.ids()) {
        auto& row = rows[index_of(id)];
        row.gi_z = local.gi_star[id];
        row.gi_p = p[id] = std::isnan(row.gi_z) ? geo::unknown : local.p_value[id];
    }
    auto const q = analysis::numerics::adjusted(p.span(), correction);
    for (std::size_t i = 0; i < q.size(); ++i) {
        rows[i].gi_q = q[i];
    }
}

void put_hotspots(analysis::hotspots::Hotspots const& found, CommuneRows& rows)
{
    for (auto const id : found.hotspot.ids()) {
        auto& row = rows[index_of(id)];
        row.hotspot = kind_of(found.hotspot[id]);
        row.moran_i = found.local.moran[id];
        row.moran_p = found.local.p_value[id];
        row.moran_q = found.q_value[id];
    }
    for (std::size_t i = 0; i < found.clusters.size(); ++i) {
        for (auto const id : found.clusters[i]) {
            rows[index_of(id)].cluster = static_cast<std::int64_t>(i) + 1;
        }
    }
}

std::vector<results::ClusterRow> cluster_rows(analysis::hotspots::Hotspots const& found,
                                              analysis::rates::Counts const& counts,
                                              analysis::rates::Rates const& rates,
                                              Region const& region)
{
    std::vector<results::ClusterRow> rows;
    for (auto const& members : found.clusters) {
        results::ClusterRow cluster;
        cluster.id = static_cast<std::int64_t>(rows.size()) + 1;
        cluster.kind = cluster_of(found.hotspot[members.front()]);
        cluster.expected = 0.0;
        cluster.p_value = 1.0;
        cluster.period_from = counts.window.from.text();
        cluster.period_to = counts.window.to.text();
        for (auto const id : members) {
            cluster.communes += (cluster.communes.empty() ? "" : "; ") + region.communes.code[id];
            cluster.cases += counts.cases[id];
            cluster.expected += rates.expected[id];
            cluster.p_value = std::min(cluster.p_value, found.q_value[id]);
        }
        cluster.relative_risk =
            cluster.expected > 0.0 ? cluster.cases / cluster.expected : geo::unknown;
        cluster.outline = region.boundaries->outline(members);
        rows.push_back(std::move(cluster));
    }
    return rows;
}

}  // namespace marchland::study
