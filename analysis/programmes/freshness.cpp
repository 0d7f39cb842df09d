#include "analysis/programmes/freshness.hpp"

namespace marchland::analysis::programmes {

std::optional<geo::Day> last_good_day(geo::Dated const& dated, int months)
{
    if (dated.expires || !dated.as_of) {
        return dated.expires;
    }
    return geo::months_later(*dated.as_of, months);
}

Freshness freshness_of(geo::Dated const& dated, FreshnessRule const& rule)
{
    auto const last = last_good_day(dated, rule.months);
    return !last ? Freshness::undated : *last < rule.today ? Freshness::stale : Freshness::fresh;
}

Freshness freshness_of(geo::Activity const& activity, FreshnessRule const& rule)
{
    auto const& dated = activity.dated;
    bool const final = dated.as_of && *dated.as_of >= geo::last_day(activity.period.to);
    return final && !dated.expires ? Freshness::fresh : freshness_of(dated, rule);
}

}  // namespace marchland::analysis::programmes
