// Services, activities and waits of a study, put into rows.
#include "analysis/programmes/coverage.hpp"
#include "analysis/programmes/donor_lines.hpp"
#include "analysis/programmes/due.hpp"
#include "analysis/programmes/freshness.hpp"
#include "analysis/programmes/last_seen.hpp"
#include "analysis/programmes/overlap.hpp"
#include "analysis/programmes/waiting_times.hpp"
#include "geo/vocabulary/numbers.hpp"
#include "study/rows/kinds.hpp"
#include "study/rows/rows.hpp"

#include <algorithm>
#include <cmath>

namespace marchland::study {
namespace {

namespace programmes = analysis::programmes;

using geo::CommuneId;

programmes::FreshnessRule freshness_rule(StudyFile const& study)
{
    return {study.day_ahead(), study.programmes.fresh_months};
}

results::ServiceState state_on(geo::Service const& service, geo::Day day)
{
    return service.since && *service.since > day   ? results::ServiceState::planned
           : service.until && *service.until < day ? results::ServiceState::closed
                                                   : results::ServiceState::open;
}

bool is_open(geo::Service const& service, StudyFile const& study)
{
    return state_on(service, study.day_ahead()) == results::ServiceState::open;
}

std::string told(std::optional<geo::Day> const& day)
{
    return day ? geo::text_of(*day) : "";
}

std::string told(geo::Period const& period)
{
    return period.months() == 1 ? period.from.text()
                                : period.from.text() + " to " + period.to.text();
}

std::string joined(std::vector<std::string> const& words)
{
    std::string all;
    for (auto const& word : words) {
        all += (all.empty() ? "" : "; ") + word;
    }
    return all;
}

/// Where services are tied to the network: at their places, else at the centres of their communes.
std::vector<std::optional<geo::Point>> service_points(Region const& region)
{
    std::vector<std::optional<geo::Point>> points;
    for (auto const& service : region.services) {
        bool const by_commune =
            !service.at && service.commune && region.communes.has_shape(*service.commune);
        points.push_back(by_commune ? std::optional{region.communes.centre[*service.commune]}
                                    : service.at);
    }
    return points;
}

results::NetworkTie tie_of(ServicesFound const& found, std::size_t service,
                           analysis::routes::Routes const* routes)
{
    if (routes == nullptr || !found.ties[service]) {
        return results::NetworkTie::none;
    }
    std::size_t tied = 0;
    std::size_t reach_it = 0;
    for (auto const id : found.hours.ids()) {
        tied += routes->anchors.communes[id] ? 1U : 0U;
        reach_it += std::isfinite(found.hours[id][service]) ? 1U : 0U;
    }
    return 2 * reach_it < tied ? results::NetworkTie::apart : results::NetworkTie::joined;
}

bool tells_of_visits(Region const& region)
{
    return !region.visits.empty() || !region.activities.empty();
}

geo::PerCommune<programmes::LastSeen> seen_in(StudyFile const& study, Region const& region)
{
    return programmes::last_seen(region.visits, region.activities, region.communes.size(),
                                 study.day_ahead(), study.programmes.visit_months);
}

void put_commune(Region const& region, std::optional<CommuneId> const& id, auto& row)
{
    if (id) {
        row.code = region.communes.code[*id];
        row.name = region.communes.name[*id];
    }
}

results::DueRow row_of(programmes::DueItem const& item, Region const& region,
                       std::vector<programmes::AnswerDue> const& answers)
{
    results::DueRow row{.what = kind_of(item.kind),
                        .from = told(item.from),
                        .to = told(item.to),
                        .overdue = item.overdue};
    using enum programmes::DueKind;
    switch (item.kind) {
    case confirm:
    case ends: {
        auto const& service = region.services[item.row];
        put_commune(region, region.commune_of(service), row);
        row.name = service.name;
        row.note = service.kind;
        break;
    }
    case visit:
        put_commune(region, static_cast<CommuneId>(item.row), row);
        break;
    case report: {
        auto const& activity = region.activities[item.row];
        put_commune(region, activity.commune, row);
        row.note = activity.kind + ", " + activity.actor + ", " + told(activity.period);
        break;
    }
    case answer:
        row.persons_low = answers[item.row].persons.lower;
        row.persons_high = answers[item.row].persons.upper;
        break;
    }
    return row;
}

}  // namespace

ServicesFound services_of(StudyFile const& study, Region const& region,
                          analysis::routes::Routes const* routes, geo::Job const& job)
{
    ServicesFound found;
    if (region.services.empty()) {
        return found;
    }
    auto const n = region.communes.size();
    found.hours = geo::PerCommune<std::vector<double>>{
        n, std::vector<double>(region.services.size(), geo::infinite)};
    if (routes != nullptr) {
        found.ties =
            analysis::routes::places_beside(routes->network, region.ways, service_points(region));
        found.hours = analysis::routes::hours_to_places(
            routes->network, routes->graph, routes->anchors, found.ties, study.travel, job);
    }
    programmes::CoverageInput input{
        .services = {}, .hours = found.hours, .at_risk = region.communes.at_risk, .doubted = {}};
    for (auto const& service : region.services) {
        input.services.push_back(
            {service.kind, is_open(service, study), service.at || service.commune});
    }
    if (routes != nullptr) {
        input.doubted = routes->doubts.hours;
    }
    found.kinds = programmes::coverage_of(input, {.limit_hours = study.programmes.limit_hours,
                                                  .speed_spread = study.travel.speed_spread});
    return found;
}

std::vector<results::ServiceRow> service_rows(ServicesFound const& found, StudyFile const& study,
                                              Region const& region,
                                              analysis::routes::Routes const* routes)
{
    std::vector<results::ServiceRow> rows;
    for (std::size_t i = 0; i < region.services.size(); ++i) {
        auto const& service = region.services[i];
        auto const lies_in = region.commune_of(service);
        rows.push_back(
            {.id = service.id,
             .name = service.name,
             .kind = service.kind,
             .capacity = service.capacity,
             .opening = service.opening,
             .since = told(service.since),
             .until = told(service.until),
             .as_of = told(service.dated.as_of),
             .freshness = kind_of(programmes::freshness_of(service.dated, freshness_rule(study))),
             .state = state_on(service, study.day_ahead()),
             .code = lies_in ? region.communes.code[*lies_in] : "",
             .network = tie_of(found, i, routes),
             .by_commune = !service.at && service.commune,
             .placed = service.at.has_value(),
             .at = service.at.value_or(geo::Point{})});
    }
    return rows;
}

std::vector<results::CoverageRow> coverage_rows(ServicesFound const& found, StudyFile const& study,
                                                Region const& region)
{
    double at_risk = 0.0;
    for (double const persons : region.communes.at_risk) {
        at_risk += std::isfinite(persons) ? persons : 0.0;
    }
    std::vector<results::CoverageRow> rows;
    for (auto const& kind : found.kinds) {
        auto const not_fresh = std::ranges::count_if(region.services, [&](auto const& service) {
            return service.kind == kind.kind && is_open(service, study) &&
                   programmes::freshness_of(service.dated, freshness_rule(study)) !=
                       programmes::Freshness::fresh;
        });
        rows.push_back({.kind = kind.kind,
                        .services = static_cast<std::int64_t>(kind.open),
                        .not_fresh = not_fresh,
                        .at_risk = at_risk,
                        .within_hour = kind.within_hour.value,
                        .within_hour_lower = kind.within_hour.lower,
                        .within_hour_upper = kind.within_hour.upper,
                        .beyond_hour = kind.beyond_hour.value,
                        .beyond_hour_lower = kind.beyond_hour.lower,
                        .beyond_hour_upper = kind.beyond_hour.upper,
                        .limit_hours = study.programmes.limit_hours,
                        .beyond_limit = kind.beyond_limit.value,
                        .beyond_limit_lower = kind.beyond_limit.lower,
                        .beyond_limit_upper = kind.beyond_limit.upper,
                        .not_known = kind.not_known});
    }
    return rows;
}

std::vector<results::ServiceHoursRow> service_hours_rows(ServicesFound const& found,
                                                         StudyFile const& study,
                                                         Region const& region,
                                                         analysis::routes::Routes const* routes)
{
    std::vector<results::ServiceHoursRow> rows;
    for (auto const& kind : found.kinds) {
        for (auto const id : kind.nearest.ids()) {
            auto const& nearest = kind.nearest[id];
            results::ServiceHoursRow row{.code = region.communes.code[id],
                                         .name = region.communes.name[id],
                                         .kind = kind.kind,
                                         .at_risk = region.communes.at_risk[id],
                                         .hours = nearest.hours,
                                         .lower = nearest.lower,
                                         .upper = nearest.upper,
                                         .reach = kind_of(nearest.reach),
                                         .service = {}};
            if (nearest.service) {
                auto const& service = region.services[*nearest.service];
                row.service = service.id;
                row.freshness =
                    kind_of(programmes::freshness_of(service.dated, freshness_rule(study)));
            }
            row.doubtful = kind.open > 0 && routes != nullptr && routes->doubts.doubtful(id);
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

std::vector<results::ActivityRow> activity_rows(StudyFile const& study, Region const& region)
{
    std::vector<results::ActivityRow> rows;
    for (auto const& line : programmes::donor_lines(region.activities, freshness_rule(study))) {
        bool const whole =
            line.planned_missing == 0 && line.done_missing == 0 && line.planned > 0.0;
        rows.push_back({.kind = line.kind,
                        .actor = line.actor,
                        .period = told(line.period),
                        .unit = std::string{name_of(line.unit)},
                        .population = joined(line.populations),
                        .entries = static_cast<std::int64_t>(line.entries),
                        .communes = static_cast<std::int64_t>(line.communes),
                        .whole_region = line.everywhere,
                        .planned = line.planned,
                        .done = line.done,
                        .planned_missing = static_cast<std::int64_t>(line.planned_missing),
                        .done_missing = static_cast<std::int64_t>(line.done_missing),
                        .done_share = whole ? line.done / line.planned : geo::unknown,
                        .reached_low = line.reached_lower,
                        .reached_high = line.reached_upper,
                        .mixed = line.mixed(),
                        .persons_a_copy = line.persons_a_copy,
                        .unit_doubtful = line.doubts_unit(),
                        .freshness = kind_of(line.freshness)});
    }
    return rows;
}

std::vector<results::OverlapRow> overlap_rows(Region const& region)
{
    std::vector<results::OverlapRow> rows;
    for (auto const& overlap : programmes::overlaps_of(region.activities)) {
        results::OverlapRow row{.code = {},
                                .name = {},
                                .kind = overlap.kind,
                                .period = told(overlap.period),
                                .actors = joined(overlap.actors),
                                .actor_count = static_cast<std::int64_t>(overlap.actors.size()),
                                .coarsest_months = overlap.coarsest};
        put_commune(region, overlap.commune, row);
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<results::VisitedRow> visited_rows(StudyFile const& study, Region const& region)
{
    std::vector<results::VisitedRow> rows;
    if (!tells_of_visits(region)) {
        return rows;
    }
    auto const seen = seen_in(study, region);
    for (auto const id : seen.ids()) {
        auto const& last = seen[id].last;
        rows.push_back({.code = region.communes.code[id],
                        .name = region.communes.name[id],
                        .at_risk = region.communes.at_risk[id],
                        .visited = kind_of(seen[id].visited),
                        .last_from = last ? geo::text_of(last->from) : "",
                        .last_to = last ? geo::text_of(last->to) : "",
                        .months = study.programmes.visit_months});
    }
    return rows;
}

std::vector<results::DueRow> due_rows(StudyFile const& study, Region const& region)
{
    auto const seen =
        tells_of_visits(region) ? seen_in(study, region) : geo::PerCommune<programmes::LastSeen>{};
    auto const answers = programmes::answers_due(region.waiting);
    std::vector<results::DueRow> rows;
    for (auto const& item :
         programmes::due_items({region.services, seen, region.activities, answers},
                               freshness_rule(study), study.programmes.visit_months)) {
        rows.push_back(row_of(item, region, answers));
    }
    return rows;
}

std::vector<results::WaitingRow> waiting_rows(StudyFile const& study, Region const& region)
{
    std::vector<results::WaitingRow> rows;
    for (auto const& time : programmes::waiting_times(region.waiting, freshness_rule(study))) {
        rows.push_back({.period = told(time.period),
                        .kind = std::string{name_of(time.kind)},
                        .as_of = geo::text_of(time.as_of),
                        .freshness = kind_of(time.freshness),
                        .persons_low = time.all.lower,
                        .persons_high = time.all.upper,
                        .limit_days = time.kind == geo::WaitingKind::answer
                                          ? programmes::answer_days
                                          : programmes::notice_days,
                        .late_low = time.late.lower,
                        .late_high = time.late.upper});
    }
    return rows;
}

}  // namespace marchland::study
