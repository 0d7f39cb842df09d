#include "analysis/programmes/due.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace marchland::analysis::programmes {
namespace {

using geo::Day;

class DueList {
public:
    explicit DueList(Day today) : today_{today} {}

    void add(DueKind kind, std::size_t row, std::optional<Day> from, std::optional<Day> to)
    {
        items_.push_back({kind, from, to, !to || *to < today_, row});
    }

    std::vector<DueItem> take()
    {
        std::ranges::sort(items_, {}, [](DueItem const& item) {
            return std::tuple{item.to, item.kind, item.row};
        });
        return std::move(items_);
    }

private:
    Day today_;
    std::vector<DueItem> items_;
};

void add_services(std::span<geo::Service const> services, FreshnessRule const& rule, DueList& due)
{
    auto const soon = geo::months_later(rule.today, rule.months);
    for (std::size_t i = 0; i < services.size(); ++i) {
        auto const& [until, dated] = std::tie(services[i].until, services[i].dated);
        if (until && *until < rule.today) {
            continue;
        }
        auto const last = last_good_day(dated, rule.months);
        due.add(DueKind::confirm, i, last, last);
        if (until && *until < soon) {
            due.add(DueKind::ends, i, until, until);
        }
    }
}

void add_visits(geo::PerCommune<LastSeen> const& seen, int months, DueList& due)
{
    for (auto const id : seen.ids()) {
        auto const& last = seen[id].last;
        auto const later = [months](Day day) { return geo::months_later(day, months); };
        due.add(DueKind::visit, geo::index_of(id),
                last ? std::optional{later(last->from)} : std::nullopt,
                last ? std::optional{later(last->to)} : std::nullopt);
    }
}

void add_reports(std::span<geo::Activity const> activities, DueList& due)
{
    for (std::size_t i = 0; i < activities.size(); ++i) {
        auto const& activity = activities[i];
        if (activity.planned > 0.0 && std::isnan(activity.done)) {
            auto const end = geo::last_day(activity.period.to);
            due.add(DueKind::report, i, end, end);
        }
    }
}

}  // namespace

std::vector<DueItem> due_items(DueInput const& input, FreshnessRule const& rule, int visit_months)
{
    DueList due{rule.today};
    add_services(input.services, rule, due);
    add_visits(input.seen, visit_months, due);
    add_reports(input.activities, due);
    for (std::size_t i = 0; i < input.answers.size(); ++i) {
        due.add(DueKind::answer, i, input.answers[i].from, input.answers[i].to);
    }
    return due.take();
}

}  // namespace marchland::analysis::programmes
