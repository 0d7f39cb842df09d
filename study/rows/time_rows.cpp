// Change, months, hold-out and under-reporting, put into rows.
#include "analysis/capture_recapture/capture_recapture.hpp"
#include "analysis/trends/bulletin.hpp"
#include "analysis/trends/change.hpp"
#include "analysis/trends/validation.hpp"
#include "geo/vocabulary/text.hpp"
#include "study/rows/kinds.hpp"
#include "study/rows/rows.hpp"

#include <algorithm>
#include <map>

namespace marchland::study {
namespace {

constexpr int reform = 2025 * 12 + 6;  // July 2025: 10,035 communes became 3,321

std::string text_of(geo::Period const& period)
{
    return period.from.text() + " to " + period.to.text();
}

results::ChangeRow row_of(analysis::trends::ChangeOf const& one,
                          analysis::trends::ChangeOptions const& options)
{
    return {.scope = kind_of(one.scope),
            .name = one.name,
            .before = text_of(options.before),
            .after = text_of(options.after),
            .cases_before = one.counts.cases_before,
            .cases_after = one.counts.cases_after,
            .effort_ratio = one.change.effort_ratio,
            .ratio = one.change.ratio,
            .lower = one.change.lower,
            .upper = one.change.upper,
            .p_value = one.change.p_value,
            .q_value = one.q_value,
            .verdict = kind_of(one.change.verdict),
            .units_changed =
                options.before.from.index < reform && reform <= options.after.to.index};
}

/// Years back from the end of the study, the first one first.
std::vector<geo::Period> years_of(geo::Period const& study)
{
    std::vector<geo::Period> years;
    for (int to = study.to.index; to - 11 >= study.from.index; to -= 12) {
        years.push_back({{to - 11}, {to}});
    }
    std::ranges::reverse(years);
    return years;
}

/// The model's own forecast, from counts and effort of the years before: persons at even effort, or
/// detections where the effort is spent as in the last year.
analysis::trends::Forecaster model_rule(Region const& region, StudyFile const& study,
                                        std::vector<geo::Period> const& years,
                                        analysis::neighbours::Neighbours const& near,
                                        bool at_last_effort)
{
    std::string const name =
        at_last_effort ? "expected detections at last year's effort" : "expected persons";
    return {name, [&region, &study, years, near,
                   at_last_effort](std::vector<geo::PerCommune<double>> const& before) {
                geo::Period const seen{years.front().from, years[before.size() - 1].to};
                analysis::risk::RiskInput input{
                    .cases = geo::PerCommune<double>{region.communes.size(), 0.0},
                    .at_risk = region.communes.at_risk,
                    .years = analysis::rates::years_in(seen),
                    .near = near};
                for (auto const& year : before) {
                    for (auto const id : year.ids()) {
                        input.cases[id] += year[id];
                    }
                }
                if (region.has("effort")) {
                    input.effort =
                        analysis::rates::sum_effort(region.effort, region.communes.size(), seen);
                }
                auto expected =
                    analysis::risk::risk_of(
                        input, {.draws = 100, .seed = study.seed, .model = study.risk_model})
                        .expected;
                if (at_last_effort) {
                    auto const effort = analysis::rates::sum_effort(region.effort, expected.size(),
                                                                    years[before.size() - 1]);
                    for (auto const id : expected.ids()) {
                        expected[id] *= effort[id];
                    }
                }
                return expected;
            }};
}

double persons_of(std::vector<geo::SharedCount> const& shared, std::string const& stratum)
{
    double persons = 0.0;
    for (auto const& row : shared) {
        persons += row.stratum == stratum ? row.count : 0.0;
    }
    return persons;
}

analysis::capture_recapture::ListCells cells_of(std::vector<geo::SharedCount> const& shared,
                                                std::string const& stratum)
{
    analysis::capture_recapture::ListCells cells;
    for (auto const& row : shared) {
        for (auto const& list : row.lists) {
            if (row.stratum == stratum &&
                std::ranges::find(cells.lists, list) == cells.lists.end()) {
                cells.lists.push_back(list);
            }
        }
    }
    std::ranges::sort(cells.lists);
    cells.count.assign(std::size_t{1} << std::min<std::size_t>(cells.lists.size(), 12), 0.0);
    for (auto const& row : shared) {
        std::size_t pattern = 0;
        for (auto const& list : row.lists) {
            auto const at = std::ranges::find(cells.lists, list) - cells.lists.begin();
            pattern |= std::size_t{1} << static_cast<std::size_t>(at);
        }
        if (row.stratum == stratum && pattern < cells.count.size()) {
            cells.count[pattern] += row.count;
        }
    }
    return cells;
}

void add_rows(analysis::capture_recapture::Reporting const& reporting,
              analysis::capture_recapture::ListCells const& cells,
              std::vector<results::ReportingRow>& rows)
{
    std::string apart;
    for (auto const& [a, b] : reporting.never_together) {
        apart += (apart.empty() ? "" : ", ") + cells.lists[a] + " and " + cells.lists[b];
    }
    std::string const note = !reporting.refusal.empty() ? reporting.refusal
                             : apart.empty()            ? ""
                                                        : "nobody is on both " + apart;
    results::ReportingRow range{.stratum = reporting.stratum,
                                .model = "all models",
                                .observed = reporting.observed,
                                .note = note};
    if (reporting.refusal.empty()) {
        range.lower = reporting.lower;
        range.upper = reporting.upper;
    }
    rows.push_back(range);
    for (auto const& model : reporting.models) {
        rows.push_back({.stratum = reporting.stratum,
                        .model = model.name,
                        .observed = reporting.observed,
                        .persons = model.total,
                        .lower = model.lower,
                        .upper = model.upper,
                        .note = model.bound_only ? "a lower bound" : ""});
    }
}

}  // namespace

std::vector<results::ChangeRow> change_rows(Region const& region, StudyFile const& study)
{
    auto const options = analysis::trends::last_year_of(study.period);
    std::vector<std::string> const codes(region.communes.code.begin(), region.communes.code.end());
    std::vector<results::ChangeRow> rows;
    for (auto const& one : analysis::trends::changes_of(region.cases, region.effort,
                                                        region.has("effort"), codes, options)) {
        rows.push_back(row_of(one, options));
    }
    return rows;
}

std::vector<results::BulletinRow> bulletin_rows(Region const& region, StudyFile const& study)
{
    auto const bulletin = analysis::trends::bulletin_of(region.cases, region.effort,
                                                        region.has("effort"), study.period);
    bool const monthly =
        std::ranges::any_of(bulletin.months, [](auto const& month) { return month.cases > 0.0; });
    std::vector<results::BulletinRow> rows;
    if (!monthly) {
        return rows;  // counts by quarter or year have no months
    }
    for (auto const& month : bulletin.months) {
        rows.push_back({month.month.text(), month.cases, month.effort, month.expected, month.lower,
                        month.upper, kind_of(month.flag), month.units_changed});
    }
    return rows;
}

std::vector<results::ValidationRow> validation_rows(Region const& region, StudyFile const& study,
                                                    analysis::neighbours::Neighbours const& near,
                                                    geo::Job const& job)
{
    auto const years = years_of(study.period);
    std::vector<results::ValidationRow> rows;
    if (years.size() < 2) {
        return rows;
    }
    std::vector<geo::PerCommune<double>> counts;
    for (auto const& year : years) {
        counts.push_back(
            analysis::rates::count_cases(region.cases, region.communes.size(), year).cases);
    }
    auto rules = analysis::trends::simple_rules(region.communes.at_risk);
    rules.insert(rules.begin(), model_rule(region, study, years, near, false));
    if (region.has("effort")) {
        rules.insert(rules.begin() + 1, model_rule(region, study, years, near, true));
    }
    job.at(0.0);
    for (auto const& judged :
         analysis::trends::hold_out(counts, region.communes.at_risk, rules, study.top)) {
        rows.push_back({text_of(years[static_cast<std::size_t>(judged.year)]), judged.rule,
                        judged.top, judged.caught, judged.cases, judged.share, judged.lower,
                        judged.upper, judged.accuracy, judged.expected_inside});
    }
    return rows;
}

std::vector<results::ReportingRow> reporting_rows(Region const& region, StudyFile const& study,
                                                  geo::Job const& job)
{
    std::vector<results::ReportingRow> rows;
    std::vector<std::string> strata;
    for (auto const& row : region.lists) {
        if (std::ranges::find(strata, row.stratum) == strata.end()) {
            strata.push_back(row.stratum);
        }
    }
    std::ranges::sort(strata);
    for (auto const& stratum : strata) {
        auto const cells = cells_of(region.lists, stratum);
        if (cells.lists.size() < 2 || cells.lists.size() > 12) {
            auto const n = cells.lists.size();
            rows.push_back({.stratum = stratum,
                            .model = "all models",
                            .observed = persons_of(region.lists, stratum),
                            .note = std::to_string(n) + (n == 1 ? " list" : " lists") +
                                    "; 2 to 12 are needed"});
            continue;
        }
        add_rows(
            analysis::capture_recapture::reporting_of(stratum, cells, {.seed = study.seed}, job),
            cells, rows);
    }
    return rows;
}

}  // namespace marchland::study
