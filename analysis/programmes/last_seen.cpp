#include "analysis/programmes/last_seen.hpp"

#include <algorithm>

namespace marchland::analysis::programmes {
namespace {

/// The last of two visits of which each was within some days: it cannot have been before the first day of either.
geo::Days later_of(geo::Days const& one, geo::Days const& other)
{
    return {std::max(one.from, other.from), std::max(one.to, other.to)};
}

Visited visited_since(std::optional<geo::Days> const& last, geo::Day line)
{
    return !last                ? Visited::never
           : last->from >= line ? Visited::yes
           : last->to >= line   ? Visited::perhaps
                                : Visited::no;
}

}  // namespace

geo::PerCommune<LastSeen> last_seen(std::span<geo::TeamVisit const> visits,
                                    std::span<geo::Activity const> activities, std::size_t communes,
                                    geo::Day today, int months)
{
    geo::PerCommune<LastSeen> seen{communes};
    auto const yesterday = today - std::chrono::days{1};
    auto const add = [&](geo::CommuneId id, geo::Days const& days) {
        if (days.from < today) {
            geo::Days const past{days.from, std::min(days.to, yesterday)};
            auto& last = seen[id].last;
            last = last ? later_of(*last, past) : past;
        }
    };
    for (auto const& visit : visits) {
        add(visit.commune, {visit.day, visit.day});
    }
    for (auto const& activity : activities) {
        if (activity.commune && activity.done > 0.0 && geo::meets_people(activity.kind)) {
            add(*activity.commune,
                {geo::first_day(activity.period.from), geo::last_day(activity.period.to)});
        }
    }
    auto const line = geo::months_later(today, -months);
    for (auto& one : seen) {
        one.visited = visited_since(one.last, line);
    }
    return seen;
}

}  // namespace marchland::analysis::programmes
