// The columns of the tables of services and activities.
#include "results/schema.hpp"

namespace marchland::results {

std::vector<ColumnOf<ServiceRow>> const& service_columns()
{
    using R = ServiceRow;
    static std::vector<ColumnOf<R>> const columns{
        {"id", &R::id},
        {"name", &R::name},
        {"kind", &R::kind},
        amount("capacity", &R::capacity),
        {"opening", &R::opening},
        {"since", &R::since},
        {"until", &R::until},
        {"as_of", &R::as_of},
        {"freshness", word<&R::freshness>},
        {"state", word<&R::state>},
        {"code", &R::code},
        {"network", word<&R::network>},
        {"by_commune", &R::by_commune},
    };
    return columns;
}

std::vector<ColumnOf<CoverageRow>> const& coverage_columns()
{
    using R = CoverageRow;
    static std::vector<ColumnOf<R>> const columns{
        {"kind", &R::kind},
        {"services", &R::services},
        {"not_fresh", &R::not_fresh},
        amount("at_risk", &R::at_risk),
        amount("within_hour", &R::within_hour),
        lower("within_hour_lower", &R::within_hour_lower, &R::within_hour, 90),
        upper("within_hour_upper", &R::within_hour_upper, &R::within_hour, 90),
        amount("beyond_hour", &R::beyond_hour),
        lower("beyond_hour_lower", &R::beyond_hour_lower, &R::beyond_hour, 90),
        upper("beyond_hour_upper", &R::beyond_hour_upper, &R::beyond_hour, 90),
        amount("limit_hours", &R::limit_hours),
        amount("beyond_limit", &R::beyond_limit),
        lower("beyond_limit_lower", &R::beyond_limit_lower, &R::beyond_limit, 90),
        upper("beyond_limit_upper", &R::beyond_limit_upper, &R::beyond_limit, 90),
        amount("not_known", &R::not_known),
    };
    return columns;
}

std::vector<ColumnOf<ServiceHoursRow>> const& service_hours_columns()
{
    using R = ServiceHoursRow;
    static std::vector<ColumnOf<R>> const columns{
        {"code", &R::code},
        {"name", &R::name},
        {"kind", &R::kind},
        amount("at_risk", &R::at_risk),
        amount("hours", &R::hours),
        lower("lower", &R::lower, &R::hours, 90),
        upper("upper", &R::upper, &R::hours, 90),
        {"reach", word<&R::reach>},
        {"service", &R::service},
        {"doubtful", &R::doubtful},
        {"freshness", word<&R::freshness>},
    };
    return columns;
}

std::vector<ColumnOf<ActivityRow>> const& activity_columns()
{
    using R = ActivityRow;
    static std::vector<ColumnOf<R>> const columns{
        {"kind", &R::kind},
        {"actor", &R::actor},
        {"period", &R::period},
        {"unit", &R::unit},
        {"population", &R::population},
        {"entries", &R::entries},
        {"communes", &R::communes},
        {"whole_region", &R::whole_region},
        amount("planned", &R::planned),
        amount("done", &R::done),
        {"planned_missing", &R::planned_missing},
        {"done_missing", &R::done_missing},
        amount("done_share", &R::done_share),  // more than was planned is possible
        lower("reached_low", &R::reached_low, &R::reached_high, 0),
        upper("reached_high", &R::reached_high, &R::reached_low, 0),
        {"mixed", &R::mixed},
        amount("persons_a_copy", &R::persons_a_copy),
        {"unit_doubtful", &R::unit_doubtful},
        {"freshness", word<&R::freshness>},
    };
    return columns;
}

std::vector<ColumnOf<OverlapRow>> const& overlap_columns()
{
    using R = OverlapRow;
    static std::vector<ColumnOf<R>> const columns{
        {"code", &R::code},
        {"name", &R::name},
        {"kind", &R::kind},
        {"period", &R::period},
        {"actors", &R::actors},
        {"actor_count", &R::actor_count},
        {"coarsest_months", &R::coarsest_months},
    };
    return columns;
}

std::vector<ColumnOf<VisitedRow>> const& visited_columns()
{
    using R = VisitedRow;
    static std::vector<ColumnOf<R>> const columns{
        {"code", &R::code},
        {"name", &R::name},
        amount("at_risk", &R::at_risk),
        {"visited", word<&R::visited>},
        {"last_from", &R::last_from},
        {"last_to", &R::last_to},
        {"months", &R::months},
    };
    return columns;
}

std::vector<ColumnOf<DueRow>> const& due_columns()
{
    using R = DueRow;
    static std::vector<ColumnOf<R>> const columns{
        {"what", word<&R::what>},
        {"from", &R::from},
        {"to", &R::to},
        {"overdue", &R::overdue},
        {"code", &R::code},
        {"name", &R::name},
        {"note", &R::note},
        lower("persons_low", &R::persons_low, &R::persons_high, 0),
        upper("persons_high", &R::persons_high, &R::persons_low, 0),
    };
    return columns;
}

std::vector<ColumnOf<WaitingRow>> const& waiting_columns()
{
    using R = WaitingRow;
    static std::vector<ColumnOf<R>> const columns{
        {"period", &R::period},
        {"kind", &R::kind},
        {"as_of", &R::as_of},
        {"freshness", word<&R::freshness>},
        lower("persons_low", &R::persons_low, &R::persons_high, 0),
        upper("persons_high", &R::persons_high, &R::persons_low, 0),
        {"limit_days", &R::limit_days},
        lower("late_low", &R::late_low, &R::late_high, 0),
        upper("late_high", &R::late_high, &R::late_low, 0),
    };
    return columns;
}

}  // namespace marchland::results
