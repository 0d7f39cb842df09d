#include "analysis/schema.hpp"

namespace marchland::analysis {

std::vector<ColumnOf<CommuneRow>> const& commune_columns()
{
    using R = CommuneRow;
    static std::vector<ColumnOf<R>> const columns{
        {"code", &R::code},
        {"name", &R::name},
        {"vintage", &R::vintage},
        {"population", &R::population},
        {"at_risk", &R::at_risk},
        {"cases", &R::cases},
        {"effort", &R::effort},
        {"rate", &R::rate},
        {"eb_rate", &R::eb_rate},
        {"relative_risk", &R::relative_risk},
        {"lower", &R::lower},
        {"upper", &R::upper},
        {"expected", &R::expected},
        {"exceedance", &R::exceedance},
        {"rank", &R::rank, true},
        {"rank_lower", &R::rank_lower},
        {"rank_upper", &R::rank_upper},
        {"evidence", &R::evidence},
        {"hotspot", &R::hotspot},
        {"moran_p", &R::moran_p},
        {"gi_z", &R::gi_z},
        {"gi_p", &R::gi_p},
        {"cluster", &R::cluster, true},
        {"hours_to_crossing", &R::hours_to_crossing},
        {"nearest_crossing", &R::nearest_crossing},
        {"drivers", &R::drivers},
        {"eb_local_rate", &R::eb_local_rate},
        {"cases_expected", &R::cases_expected},
        {"effort_share", &R::effort_share},
        {"smr", &R::smr},
        {"smr_lower", &R::smr_lower},
        {"smr_upper", &R::smr_upper},
        {"expected_lower", &R::expected_lower},
        {"expected_upper", &R::expected_upper},
        {"expected_rank", &R::expected_rank},
        {"moran_i", &R::moran_i},
        {"moran_q", &R::moran_q},
        {"hours_to_market", &R::hours_to_market},
        {"nearest_market", &R::nearest_market},
    };
    return columns;
}

std::vector<ColumnOf<ClusterRow>> const& cluster_columns()
{
    using R = ClusterRow;
    static std::vector<ColumnOf<R>> const columns{
        {"id", &R::id},
        {"kind", &R::kind},
        {"communes", &R::communes},
        {"cases", &R::cases},
        {"expected", &R::expected},
        {"relative_risk", &R::relative_risk},
        {"llr", &R::llr},
        {"p_value", &R::p_value},
        {"period_from", &R::period_from},
        {"period_to", &R::period_to},
    };
    return columns;
}

std::vector<ColumnOf<CrossingRow>> const& crossing_columns()
{
    using R = CrossingRow;
    static std::vector<ColumnOf<R>> const columns{
        {"id", &R::id},
        {"name", &R::name},
        {"class", &R::klass},
        {"status", &R::status},
        {"flow", &R::flow},
        {"share", &R::share},
        {"share_lower", &R::share_lower},
        {"share_upper", &R::share_upper},
        {"hours_mean", &R::hours_mean},
        {"informal", &R::informal},
    };
    return columns;
}

std::vector<ColumnOf<MarketRow>> const& market_columns()
{
    using R = MarketRow;
    static std::vector<ColumnOf<R>> const columns{
        {"id", &R::id}, {"name", &R::name}, {"kind", &R::kind}};
    return columns;
}

std::vector<ColumnOf<CorridorRow>> const& corridor_columns()
{
    using R = CorridorRow;
    static std::vector<ColumnOf<R>> const columns{
        {"id", &R::id},
        {"from_code", &R::from_code},
        {"crossing", &R::crossing},
        {"alternative", &R::alternative},
        {"hours", &R::hours},
        {"km", &R::km},
        {"informal_share", &R::informal_share},
        {"flow", &R::flow},
        {"overlap", &R::overlap},
        {"by_class", &R::by_class},
    };
    return columns;
}

std::vector<ColumnOf<WayRow>> const& way_columns()
{
    using R = WayRow;
    static std::vector<ColumnOf<R>> const columns{
        {"id", &R::id},
        {"kind", &R::kind},
        {"class", &R::klass},
        {"hours", &R::hours},
        {"flow", &R::flow},
        {"betweenness", &R::betweenness},
    };
    return columns;
}

std::vector<ColumnOf<RepairRow>> const& repair_columns()
{
    using R = RepairRow;
    static std::vector<ColumnOf<R>> const columns{
        {"id", &R::id},
        {"kind", &R::kind},
        {"metres", &R::metres},
        {"ways", &R::ways},
    };
    return columns;
}

std::vector<ColumnOf<RunRow>> const& run_columns()
{
    using R = RunRow;
    static std::vector<ColumnOf<R>> const columns{
        {"step", &R::step},
        {"started", &R::started},
        {"seconds", &R::seconds},
        {"version", &R::version},
        {"seed", &R::seed},
        {"threads", &R::threads},
        {"parameters", &R::parameters},
        {"input_sha256", &R::input_sha256},
    };
    return columns;
}

}  // namespace marchland::analysis
