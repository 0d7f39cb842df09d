// Change, months, hold-out and under-reporting, put into rows.
#include "analysis/capture_recapture/capture_recapture.hpp"
#include "analysis/trends/bulletin.hpp"
#include "analysis/trends/change.hpp"
#include "analysis/trends/validation.hpp"
#include "geo/vocabulary/numbers.hpp"
#include "geo/vocabulary/pieces.hpp"
#include "geo/vocabulary/text.hpp"
#include "study/rows/kinds.hpp"
#include "study/rows/risk_input.hpp"
#include "study/rows/rows.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

namespace marchland::study {
namespace {

constexpr auto* rule_of_the_map = "expected persons";
/// Half-lives in years that the hold-out tries, 0 for a past that does not fade.
constexpr std::array half_lives{0.0, 1.0, 2.0, 4.0};

/// Of the list that the map would give, had the past faded so.
std::string rule_of(double half_life_years)
{
    return std::string{rule_of_the_map} +
           (half_life_years == 0.0   ? ", past not fading"
            : half_life_years == 1.0 ? ", half-life 1 year"
                                     : ", half-life " + geo::shortest(half_life_years) + " years");
}

std::string text_of(geo::Period const& period)
{
    return period.from.text() + " to " + period.to.text();
}

results::ChangeRow row_of(analysis::trends::ChangeOf const& one,
                          analysis::trends::ChangeOptions const& options,
                          std::vector<geo::Month> const& reforms)
{
    auto const between = [&options](geo::Month month) {
        return options.before.from < month && month <= options.after.to;
    };
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
            .units_changed = std::ranges::any_of(reforms, between)};
}

/// Whole years of the study, the first one first.
std::vector<geo::Period> whole_years_of(geo::Period const& study,
                                        std::vector<geo::CaseCount> const& cases)
{
    auto years = analysis::rates::years_of(study, cases);
    std::erase_if(years, [](geo::Period const& year) { return year.months() < 12; });
    return years;
}

/// What the model of the map expected of a year, had the study ended the day before: the same input, from
/// the window of years before it. Indicators and ways are as they are known today.
class ModelRule {
public:
    ModelRule(Region const& region, StudyFile const& study, analysis::routes::Routes const* routes,
              analysis::neighbours::Neighbours const& near, std::vector<geo::Period> years,
              geo::Job const& job)
        : region_{region}, study_{study}, routes_{routes}, near_{near}, years_{std::move(years)},
          fits_{none_of(years_.size(), study.half_life_years)}
    {
        std::vector<geo::Piece> pieces;
        for (auto& [of, found] : fits_) {
            pieces.push_back({1.0, {}, [this, of = of, &found = found](geo::Job const& own) {
                                  found = fitted(of.first, of.second, own);
                              }});
        }
        geo::carry_out(pieces, job);
    }

    /// Persons at even effort.
    analysis::trends::Forecaster persons() const
    {
        return {rule_of_the_map, [this](auto const& before) {
                    return expected(before.size(), study_.half_life_years);
                }};
    }

    /// Persons at even effort, had the past faded otherwise than on the map.
    analysis::trends::Forecaster faded(double half_life_years) const
    {
        return {rule_of(half_life_years), [this, half_life_years](auto const& before) {
                    return expected(before.size(), half_life_years);
                }};
    }

    /// Detections where the effort is spent as in the last year.
    analysis::trends::Forecaster detections() const
    {
        return {"expected detections at last year's effort", [this](auto const& before) {
                    auto found = expected(before.size(), study_.half_life_years);
                    auto const effort = analysis::rates::sum_effort(region_.effort, found.size(),
                                                                    years_[before.size() - 1]);
                    for (auto const id : found.ids()) {
                        found[id] *= effort[id];
                    }
                    return found;
                }};
    }

private:
    /// Years before the one that is held out, and the half-life.
    using Fit = std::pair<std::size_t, double>;

    /// All that the rules will ask for, at once: several ask for the same, and no fit waits for another.
    static std::map<Fit, geo::PerCommune<double>> none_of(std::size_t years, double half_life_years)
    {
        std::map<Fit, geo::PerCommune<double>> fits;
        for (std::size_t before = 1; before < years; ++before) {
            fits.try_emplace({before, half_life_years});
            for (double const half_life : half_lives) {
                fits.try_emplace({before, half_life});
            }
        }
        return fits;
    }

    geo::PerCommune<double> const& expected(std::size_t years_before, double half_life_years) const
    {
        return fits_.at({years_before, half_life_years});
    }

    geo::PerCommune<double> fitted(std::size_t years_before, double half_life_years,
                                   geo::Job const& job) const
    {
        geo::Period const before{study_.period.from, years_[years_before - 1].to};
        geo::Findings said_of_the_map;
        auto const window = analysis::rates::window_of(before, study_.window_years);
        auto input = risk_input(region_, near_, window, said_of_the_map, half_life_years);
        add_exposure(study_, region_, routes_, input);
        // draws make intervals and ranks, which are not asked for, nor is how well the model fits
        return analysis::risk::risk_of(
                   input,
                   {.draws = 100, .seed = study_.seed, .model = study_.risk_model, .check = false},
                   job)
            .expected;
    }

    Region const& region_;
    StudyFile const& study_;
    analysis::routes::Routes const* routes_;
    analysis::neighbours::Neighbours const& near_;
    std::vector<geo::Period> years_;
    std::map<Fit, geo::PerCommune<double>> fits_;
};

/// Persons of all years held out, together.
struct HeldOut {
    double caught = 0.0;
    double cases = 0.0;
    double by_lot = 0.0;
};

HeldOut in_all_years(std::vector<results::ValidationRow> const& rows, std::string const& rule)
{
    HeldOut sum;
    for (auto const& row : rows) {
        if (row.rule == rule) {
            sum.caught += row.caught;
            sum.cases += row.cases;
            sum.by_lot += row.by_lot;
        }
    }
    return sum;
}

/// A half-life whose list would have held clearly more.
struct FadingOffer {
    double half_life_years = 0.0;
    HeldOut best;
    HeldOut map;
};

std::optional<FadingOffer> offered(std::vector<results::ValidationRow> const& rows,
                                   StudyFile const& study)
{
    FadingOffer offer{.map = in_all_years(rows, rule_of_the_map)};
    offer.best = offer.map;
    double tried = 0.0;
    for (double const half_life : half_lives) {
        if (half_life == study.half_life_years) {
            continue;
        }
        tried += 1.0;
        auto const other = in_all_years(rows, rule_of(half_life));
        if (other.caught > offer.best.caught) {
            offer.best = other;
            offer.half_life_years = half_life;
        }
    }
    // The best of several is looked at: each has its share of the 5 %.
    bool const clearly =
        offer.best.caught > offer.map.caught &&
        tried * analysis::trends::chance_by_coin(offer.best.caught, offer.map.caught) <= 0.05;
    return clearly ? std::optional{offer} : std::nullopt;
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

/// Where nothing bounds a number from above the cell stays empty.
double bound_or_unknown(double upper)
{
    return std::isinf(upper) ? geo::unknown : upper;
}

void add_rows(analysis::capture_recapture::Reporting const& reporting,
              analysis::capture_recapture::ListCells const& cells,
              std::vector<results::ReportingRow>& rows)
{
    std::string apart;
    for (auto const& [a, b] : reporting.never_together) {
        apart += (apart.empty() ? "" : ", ") + cells.lists[a] + " and " + cells.lists[b];
    }
    std::string note = !reporting.refusal.empty() ? reporting.refusal
                       : apart.empty()            ? ""
                                                  : "nobody is on both " + apart;
    if (std::isinf(reporting.upper)) {
        note += (note.empty() ? "" : "; ") +
                std::string{"no model has an estimate, only a lower bound"};
    }
    results::ReportingRow range{.stratum = reporting.stratum,
                                .model = "all models",
                                .observed = reporting.observed,
                                .note = note};
    if (reporting.refusal.empty()) {
        range.lower = reporting.lower;
        range.upper = bound_or_unknown(reporting.upper);
    }
    rows.push_back(range);
    for (auto const& model : reporting.models) {
        rows.push_back({.stratum = reporting.stratum,
                        .model = model.name,
                        .observed = reporting.observed,
                        .persons = model.total,
                        .lower = model.lower,
                        .upper = bound_or_unknown(model.upper),
                        .note = model.bound_only ? "a lower bound" : ""});
    }
}

}  // namespace

std::vector<results::ChangeRow> change_rows(Region const& region, StudyFile const& study)
{
    auto const options = analysis::trends::last_year_of(study.period, region.cases);
    std::vector<std::string> const codes(region.communes.code.begin(), region.communes.code.end());
    std::vector<results::ChangeRow> rows;
    for (auto const& one : analysis::trends::changes_of(region.cases, region.effort,
                                                        region.has("effort"), codes, options)) {
        rows.push_back(row_of(one, options, region.communes.reforms()));
    }
    return rows;
}

std::vector<results::BulletinRow> bulletin_rows(Region const& region, StudyFile const& study)
{
    auto const bulletin = analysis::trends::bulletin_of(
        region.cases, region.effort, region.has("effort"), study.period, region.communes.reforms());
    bool const monthly =
        std::ranges::any_of(bulletin.months, [](auto const& month) { return month.cases > 0.0; });
    std::vector<results::BulletinRow> rows;
    if (!monthly) {
        return rows;  // counts by quarter or year have no months
    }
    for (auto const& month : bulletin.months) {
        rows.push_back({month.month.text(), month.cases, month.effort, month.expected, month.lower,
                        month.upper, kind_of(month.flag), month.units_changed, month.p_value,
                        month.q_value});
    }
    return rows;
}

std::vector<results::ValidationRow> validation_rows(Region const& region, StudyFile const& study,
                                                    analysis::routes::Routes const* routes,
                                                    analysis::neighbours::Neighbours const& near,
                                                    geo::Job const& job)
{
    auto const years = whole_years_of(study.period, region.cases);
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
    ModelRule const model{region, study, routes, near, years, job};
    rules.insert(rules.begin(), model.persons());
    if (region.has("effort")) {
        rules.insert(rules.begin() + 1, model.detections());
    }
    for (double const half_life : half_lives) {
        if (half_life != study.half_life_years) {
            rules.push_back(model.faded(half_life));
        }
    }
    for (auto const& judged :
         analysis::trends::hold_out(counts, region.communes.at_risk, rules, study.top)) {
        rows.push_back({text_of(years[static_cast<std::size_t>(judged.year)]), judged.rule,
                        judged.top, judged.caught, judged.cases, judged.share, judged.lower,
                        judged.upper, judged.accuracy, judged.expected_inside, judged.by_lot});
    }
    return rows;
}

void put_held_out(std::vector<results::ValidationRow> const& rows, StudyFile const& study,
                  results::About& about)
{
    if (auto const offer = offered(rows, study)) {
        about.offered_half_life = offer->half_life_years;
    }
    auto const [caught, cases, by_lot] = in_all_years(rows, rule_of_the_map);
    if (cases > 0.0) {
        about.held_out_caught = caught;
        about.held_out_cases = cases;
        about.held_out_by_lot = by_lot;
        about.held_out_p = analysis::trends::chance_by_lot(caught, cases, by_lot);
    }
}

geo::Findings fading_findings(std::vector<results::ValidationRow> const& rows,
                              StudyFile const& study)
{
    auto const offer = offered(rows, study);
    if (!offer) {
        return {};
    }
    auto const years = geo::shortest(offer->half_life_years);
    bool const fades = offer->half_life_years > 0.0;
    return {
        {.severity = geo::Severity::note,
         .rule = "fading",
         .layer = "cases",
         .message = "of " + geo::fixed(offer->best.cases, 0) +
                    " persons in years held out, the list of the map held " +
                    geo::fixed(offer->map.caught, 0) + "; with " +
                    (fades ? "persons and effort counting half after every " + years +
                                 (years == "1" ? " year" : " years")
                           : "a past that counts like the present") +
                    " it would have held " + geo::fixed(offer->best.caught, 0),
         .action = fades ? "try [risk] half_life_years = " + years : "leave half_life_years out"}};
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
