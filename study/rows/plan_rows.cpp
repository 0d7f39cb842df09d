// The plan of visits over a study, put into rows.
#include "analysis/outreach/plan.hpp"
#include "geo/vocabulary/calendar.hpp"
#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/numbers.hpp"
#include "geo/vocabulary/text.hpp"
#include "study/input/named_places.hpp"
#include "study/input/nearness.hpp"
#include "study/rows/rows.hpp"

#include <algorithm>
#include <cmath>

namespace marchland::study {
namespace {

using geo::CommuneId;

/// Where the teams start: as the study says, else where most people live.
std::vector<CommuneId> bases_of(StudyFile const& study, Region const& region,
                                geo::Findings& findings)
{
    auto const& communes = region.communes;
    std::vector<CommuneId> bases;
    NamedPlaces const named{region, {PlaceKind::commune}};
    for (auto const& code : study.plan_bases) {
        auto const found = communes.find(named.id_of(code, "[plan] base", findings).value_or(code));
        if (!found) {
            std::vector<std::string> const codes(communes.code.begin(), communes.code.end());
            auto const near = geo::nearest_name(code, codes);
            throw geo::Error{geo::Trouble::usage,
                             "[plan] base = \"" + code + "\" is no commune of the study" +
                                 (near ? "; did you mean \"" + *near + "\"?" : "")};
        }
        bases.push_back(*found);
    }
    if (!bases.empty()) {
        return bases;
    }
    CommuneId most{};
    for (auto const id : communes.code.ids()) {
        if (communes.population[id] > communes.population[most] ||
            std::isnan(communes.population[most])) {
            most = id;
        }
    }
    findings.push_back({.severity = geo::Severity::note,
                        .rule = "plan-base",
                        .layer = "plan",
                        .message = "[plan] names no base; the teams start in " +
                                   communes.label(most) + ", where most people live",
                        .action = "say where they start: base = \"code\""});
    return {most};
}

/// Each commune from the base that is nearest.
struct FromBases {
    geo::PerCommune<double> hours;
    geo::PerCommune<CommuneId> base;
};

FromBases from_bases(std::vector<CommuneId> const& bases, std::size_t communes,
                     analysis::neighbours::HoursFrom const& hours_from)
{
    FromBases nearest{geo::PerCommune<double>{communes, geo::infinite},
                      geo::PerCommune<CommuneId>{communes, bases.front()}};
    for (auto const base : bases) {
        auto const hours = hours_from(base);
        for (auto const id : hours.ids()) {
            if (hours[id] < nearest.hours[id]) {
                nearest.hours[id] = hours[id];
                nearest.base[id] = base;
            }
        }
    }
    return nearest;
}

void add_visits(StudyFile const& study, Region const& region, analysis::outreach::PlanInput& input,
                PlanFound& found)
{
    auto const n = region.communes.size();
    auto const start = study.day_ahead();
    found.last_visit = geo::PerCommune<std::optional<geo::Day>>{n};
    input.visited = geo::PerCommune<std::vector<double>>{n};
    for (auto const& visit : region.visits) {
        constexpr double days_a_year = 365.0;
        auto const days = static_cast<double>((start - visit.day).count());
        input.visited[visit.commune].push_back(std::max(0.0, days) / days_a_year);
        auto& last = found.last_visit[visit.commune];
        last = last ? std::max(*last, visit.day) : visit.day;
    }
}

void add_market_days(Region const& region, analysis::outreach::PlanInput& input)
{
    input.market = geo::PerCommune<geo::Recurring>{region.communes.size()};
    for (auto const id : region.markets.id.ids()) {
        auto const& at = region.markets.at[id];
        if (auto const commune = at ? region.boundaries->at(*at) : std::nullopt) {
            input.market[*commune].add(region.markets.days[id]);
        }
    }
}

/// Where nobody was found in the region there is no rate: how many are expected is not known, and what is open
/// follows the people and what the model holds possible of each commune.
void without_rate(Region const& region, analysis::risk::Risk const& risk,
                  analysis::outreach::PlanInput& input)
{
    auto const n = region.communes.size();
    input.open = geo::PerCommune<double>{n, 0.0};
    for (auto const id : input.open.ids()) {
        input.expected_lower[id] = input.expected_upper[id] = geo::unknown;
        double const open = (std::sqrt(risk.upper[id]) - std::sqrt(risk.lower[id])) *
                            std::sqrt(region.communes.at_risk[id]);
        input.open[id] = std::isfinite(open) ? open : 0.0;
    }
}

analysis::outreach::PlanInput input_of(StudyFile const& study, Region const& region,
                                       analysis::risk::Risk const& risk,
                                       analysis::routes::Routes const* routes,
                                       std::vector<CommuneId> const& bases, PlanFound& found)
{
    auto const n = region.communes.size();
    analysis::outreach::PlanInput input{.expected = risk.expected,
                                        .expected_lower = geo::PerCommune<double>{n},
                                        .expected_upper = geo::PerCommune<double>{n},
                                        .evidence = risk.evidence,
                                        .travel_hours = geo::PerCommune<double>{n, 0.0},
                                        .district = region.communes.district};
    for (auto const id : risk.expected.ids()) {
        double const scale = risk.expected[id] / risk.relative_risk[id];
        input.expected_lower[id] = risk.lower[id] * scale;
        input.expected_upper[id] = risk.upper[id] * scale;
    }
    if (risk.region_rate == 0.0) {
        without_rate(region, risk, input);
    }
    add_visits(study, region, input, found);
    add_market_days(region, input);
    if (routes != nullptr && region.ways.size() > 0) {
        auto nearest = from_bases(bases, n, hours_between(*routes, study.travel));
        input.travel_hours = std::move(nearest.hours);
        found.base = std::move(nearest.base);
        found.doubted = routes->doubts.hours;
    } else {
        found.findings.push_back(
            {.severity = geo::Severity::warning,
             .rule = "plan-without-roads",
             .layer = "plan",
             .message = "the study has no roads: travel of the teams counts nothing in the plan",
             .action = "add [roads]"});
    }
    return input;
}

void note(geo::Findings& findings, std::string message)
{
    findings.push_back({.severity = geo::Severity::note,
                        .rule = "plan",
                        .layer = "plan",
                        .message = std::move(message)});
}

std::string reach_words(analysis::outreach::Plan const& plan)
{
    return geo::fixed(plan.reach, 2) + " persons a year are expected to be reached" +
           (plan.gap > 0.0 ? "; no plan reaches over " + geo::fixed(100.0 * plan.gap, 2) + " % more"
                           : "; no plan reaches more");
}

/// \param rate  persons were found, so that a number is expected.
void say_limits(analysis::outreach::Plan const& plan,
                analysis::outreach::PlanOptions const& options, bool rate, geo::Findings& findings)
{
    note(
        findings,
        geo::fixed(plan.days, 1) + " of " + geo::fixed(options.team_days, 1) +
            " team-days are used; " +
            (rate
                 ? reach_words(plan)
                 : "nobody was found in the region, so nothing tells how many persons they reach"));
    for (auto const& binding : plan.binding) {
        note(findings, binding.limit + " would reach about " + geo::fixed(binding.reach, 2) +
                           " more persons a year");
    }
    double const share = options.team_days / options.teams;
    for (std::size_t team = 0; team < plan.team_ends.size(); ++team) {
        if (plan.team_ends[team] > share + 1e-9) {
            note(findings, "team " + std::to_string(team + 1) + " works " +
                               geo::fixed(plan.team_ends[team], 1) +
                               " days; an equal share would be " + geo::fixed(share, 1));
        }
    }
}

/// Visits over a network that lacks roads there.
void say_doubted(Region const& region, PlanFound& found)
{
    std::string named;
    std::size_t count = 0;
    for (auto const& visit : found.plan.visits) {
        if (!found.doubted.empty() && found.doubted[visit.commune] != 0) {
            named += (count++ == 0 ? "" : ", ") + region.communes.label(visit.commune);
        }
    }
    if (count > 0) {
        found.findings.push_back(
            {.severity = geo::Severity::warning,
             .rule = "plan-doubtful",
             .layer = "plan",
             .feature = named,
             .message =
                 std::to_string(count) +
                 " visits are to communes whose hours on this network are not to be believed: "
                 "the days that they take may be far fewer",
             .action = "ask who knows the way, and add the roads that are missing"});
    }
}

void say_days(StudyFile const& study, Region const& region,
              analysis::outreach::PlanInput const& input, PlanFound& found)
{
    bool const markets = std::ranges::any_of(input.market, &geo::Recurring::ever);
    if (!study.plan.calendar.start) {
        if (markets || !region.visits.empty()) {
            found.findings.push_back(
                {.severity = geo::Severity::note,
                 .rule = "plan-no-start",
                 .layer = "plan",
                 .message = "[plan] has no start: visits get no dates, market days are not used, "
                            "and earlier visits count back from the end of the study",
                 .action = "say when the plan starts: start = \"2026-01-05\""});
        }
        return;
    }
    std::optional<geo::Day> last;
    std::string missed;
    for (auto const& visit : found.plan.visits) {
        last = std::max(last, visit.date);
        if (input.market[visit.commune].ever() && !visit.market_day) {
            missed += (missed.empty() ? "" : ", ") + region.communes.label(visit.commune);
        }
    }
    if (last) {
        note(found.findings, "the last visit begins on " + geo::text_of(*last));
    }
    if (!missed.empty()) {
        found.findings.push_back(
            {.severity = geo::Severity::warning,
             .rule = "plan-market-day",
             .layer = "plan",
             .feature = missed,
             .message = "the markets there meet on no day on which teams work; their visits are on "
                        "other days",
             .action = "add the day to work_days in [plan]"});
    }
}

}  // namespace

PlanFound plan_of(StudyFile const& study, Region const& region,
                  analysis::routes::Routes const* routes, analysis::risk::Risk const& risk,
                  geo::Job const& job)
{
    PlanFound found;
    auto const bases = bases_of(study, region, found.findings);
    auto const input = input_of(study, region, risk, routes, bases, found);
    found.plan = analysis::outreach::plan_visits(input, study.plan, job);
    found.travel_hours = input.travel_hours;
    say_limits(found.plan, study.plan, risk.region_rate > 0.0, found.findings);
    say_days(study, region, input, found);
    say_doubted(region, found);
    return found;
}

std::vector<results::PlanRow> plan_rows(PlanFound const& found, Region const& region)
{
    auto const row = [&](CommuneId id, double days, std::string const& reason) {
        return results::PlanRow{
            .code = region.communes.code[id],
            .days = std::isfinite(days) ? days : geo::unknown,
            .reason = reason,
            .name = region.communes.name[id],
            .travel_hours =
                std::isfinite(found.travel_hours[id]) ? found.travel_hours[id] : geo::unknown,
            .base = found.base.empty() || std::isinf(found.travel_hours[id])
                        ? ""
                        : region.communes.code[found.base[id]],
            .last_visit = found.last_visit[id] ? geo::text_of(*found.last_visit[id]) : "",
            .doubtful = !found.doubted.empty() && found.doubted[id] != 0};
    };
    std::vector<results::PlanRow> rows;
    for (auto const& visit : found.plan.visits) {
        auto one = row(visit.commune, visit.days, visit.reason);
        one.order = static_cast<std::int64_t>(rows.size()) + 1;
        one.teams = 1;
        one.reach = std::isnan(visit.reach_upper) ? geo::unknown : visit.reach;
        one.reach_lower = visit.reach_lower;
        one.reach_upper = visit.reach_upper;
        one.visit = visit.number;
        one.team = visit.team;
        one.from_day = visit.from_day;
        one.to_learn = visit.to_learn;
        one.date = visit.date ? geo::text_of(*visit.date) : "";
        one.market_day = visit.market_day ? geo::text_of(*visit.market_day) : "";
        rows.push_back(std::move(one));
    }
    for (auto const& left : found.plan.left_out) {
        auto one = row(left.commune, left.days, "left out: " + left.reason);
        one.reach = left.reach;
        rows.push_back(std::move(one));
    }
    return rows;
}

}  // namespace marchland::study
