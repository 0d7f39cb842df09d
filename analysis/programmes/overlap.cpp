#include "analysis/programmes/overlap.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace marchland::analysis::programmes {
namespace {

using geo::Activity;

/// Where, and what; the whole region comes first.
using PlaceAndKind = std::pair<std::optional<geo::CommuneId>, std::string>;
using Rows = std::vector<Activity const*>;

bool takes_place(Activity const& activity)
{
    bool const placed = activity.commune || activity.everywhere;
    // not known is not nothing
    bool const something = !(activity.planned == 0.0 && activity.done == 0.0) &&
                           !(activity.done == 0.0 && !(activity.planned > 0.0));
    return placed && something && activity.actor != "unknown";
}

struct MonthOf {
    std::set<std::string> actors;
    int coarsest = 1;
};

std::map<geo::Month, MonthOf> months_of(Rows const& rows)
{
    std::map<geo::Month, MonthOf> months;
    for (auto const* const row : rows) {
        for (auto month = row->period.from; month <= row->period.to; ++month.index) {
            auto& at = months[month];
            at.actors.insert(row->actor);
            at.coarsest = std::max(at.coarsest, row->period.months());
        }
    }
    return months;
}

void add_runs(PlaceAndKind const& key, std::map<geo::Month, MonthOf> const& months,
              std::vector<Overlap>& all)
{
    std::set<std::string> actors;
    std::optional<Overlap> run;
    auto const close = [&] {
        if (run) {
            run->actors.assign(actors.begin(), actors.end());
            all.push_back(std::move(*run));
            run.reset();
            actors.clear();
        }
    };
    for (auto const& [month, at] : months) {
        bool const several = at.actors.size() >= 2;
        if (run && (!several || month.index != run->period.to.index + 1)) {
            close();
        }
        if (!several) {
            continue;
        }
        if (!run) {
            run = Overlap{key.first, key.second, {month, month}, {}};
        }
        run->period.to = month;
        run->coarsest = std::max(run->coarsest, at.coarsest);
        actors.insert(at.actors.begin(), at.actors.end());
    }
    close();
}

}  // namespace

std::vector<Overlap> overlaps_of(std::span<Activity const> activities)
{
    std::map<PlaceAndKind, Rows> groups;
    for (auto const& activity : activities) {
        if (takes_place(activity)) {
            groups[{activity.commune, activity.kind}].push_back(&activity);
        }
    }
    std::vector<Overlap> all;
    for (auto const& [key, rows] : groups) {
        add_runs(key, months_of(rows), all);
    }
    return all;
}

}  // namespace marchland::analysis::programmes
