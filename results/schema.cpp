#include "results/schema.hpp"

#include <array>

namespace marchland::results {

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
        bound("lower", &R::lower, 90),
        bound("upper", &R::upper, 90),
        {"expected", &R::expected},
        {"exceedance", &R::exceedance},
        {"rank", &R::rank, true},
        bound("rank_lower", &R::rank_lower, 90),
        bound("rank_upper", &R::rank_upper, 90),
        {"evidence", word<&R::evidence>},
        {"hotspot", word<&R::hotspot>},
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
        bound("smr_lower", &R::smr_lower, 90),
        bound("smr_upper", &R::smr_upper, 90),
        bound("expected_lower", &R::expected_lower, 90),
        bound("expected_upper", &R::expected_upper, 90),
        {"expected_rank", &R::expected_rank},
        {"moran_i", &R::moran_i},
        {"moran_q", &R::moran_q},
        {"hours_to_market", &R::hours_to_market},
        {"nearest_market", &R::nearest_market},
        {"district", &R::district},
        {"spatial_rate", &R::spatial_rate},
        {"excess", &R::excess},
        {"eb_index", &R::eb_index},
        {"vulnerability", &R::vulnerability},
        {"vulnerability_rank", &R::vulnerability_rank},
        bound("vulnerability_rank_lower", &R::vulnerability_rank_lower, 90),
        bound("vulnerability_rank_upper", &R::vulnerability_rank_upper, 90),
        {"vulnerability_drivers", &R::vulnerability_drivers},
        {"found_per_effort", &R::found_per_effort},
        bound("found_per_effort_lower", &R::found_per_effort_lower, 90),
        bound("found_per_effort_upper", &R::found_per_effort_upper, 90),
        {"top_chance", &R::top_chance},
        {"rank_group", &R::rank_group, true},
        {"detectable", &R::detectable},
        {"score", &R::score},
        {"from_people", &R::from_people},
        {"from_indicators", &R::from_indicators},
        {"from_exposure", &R::from_exposure},
        {"from_neighbours", &R::from_neighbours},
        {"from_itself", &R::from_itself},
        {"hour_farther", &R::hour_farther},
        {"geary_c", &R::geary_c},
        {"geary_p", &R::geary_p},
        {"median_moran_p", &R::median_moran_p},
        {"scan_cluster", &R::scan_cluster, true},
    };
    return columns;
}

std::vector<ColumnOf<ClusterRow>> const& cluster_columns()
{
    using R = ClusterRow;
    static std::vector<ColumnOf<R>> const columns{
        {"id", &R::id},
        {"kind", word<&R::kind>},
        {"communes", &R::communes},
        {"cases", &R::cases},
        {"expected", &R::expected},
        {"relative_risk", &R::relative_risk},
        {"llr", &R::llr},
        {"p_value", &R::p_value},
        {"period_from", &R::period_from},
        {"period_to", &R::period_to},
        {"p_gumbel", &R::p_gumbel},
        {"words", &R::words},
    };
    return columns;
}

std::vector<ColumnOf<CrossingRow>> const& crossing_columns()
{
    using R = CrossingRow;
    static std::vector<ColumnOf<R>> const columns{
        {"id", &R::id},
        {"name", &R::name},
        {"class", word<&R::klass>},
        {"status", word<&R::status>},
        {"flow", &R::flow},
        {"share", &R::share},
        bound("share_lower", &R::share_lower, 90),
        bound("share_upper", &R::share_upper, 90),
        {"hours_mean", &R::hours_mean},
        bound("flow_lower", &R::flow_lower, 90),
        bound("flow_upper", &R::flow_upper, 90),
        {"share_randomised", &R::share_randomised},
        {"share_randomised_lower", &R::share_randomised_lower},
        {"share_randomised_upper", &R::share_randomised_upper},
        {"informal", &R::informal},
        {"name_other", &R::name_other},
        {"code_other", &R::code_other},
        {"hours", &R::hours},
        {"season", &R::season},
        {"source", &R::source},
        {"certainty", &R::certainty},
        {"history", &R::history},
        {"network", word<&R::network>},
    };
    return columns;
}

std::vector<ColumnOf<CandidateRow>> const& candidate_columns()
{
    using R = CandidateRow;
    static std::vector<ColumnOf<R>> const columns{
        {"id", &R::id},
        {"kind", word<&R::kind>},
        {"way_class", word<&R::way_class>},
        {"ways", &R::ways},
        {"crossing", &R::crossing},
        {"metres", &R::metres},
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

std::vector<ColumnOf<SheetRow>> const& sheet_columns()
{
    using R = SheetRow;
    static std::vector<ColumnOf<R>> const columns{
        {"from_code", &R::from_code},
        {"from_name", &R::from_name},
        {"crossing", &R::crossing},
        {"crossing_name", &R::crossing_name},
        {"crossing_class", word<&R::crossing_class>},
        {"crossing_history", &R::crossing_history},
        {"flow", &R::flow},
        {"share", &R::share},
        bound("share_lower", &R::share_lower, 90),
        bound("share_upper", &R::share_upper, 90),
        {"hours", &R::hours},
        bound("hours_lower", &R::hours_lower, 90),
        bound("hours_upper", &R::hours_upper, 90),
        {"km", &R::km},
        {"national_km", &R::national_km},
        {"provincial_km", &R::provincial_km},
        {"local_km", &R::local_km},
        {"track_km", &R::track_km},
        {"path_km", &R::path_km},
        {"inferred_km", &R::inferred_km},
        {"river_km", &R::river_km},
        {"unknown_km", &R::unknown_km},
        {"touches", &R::touches},
        {"evidence", word<&R::evidence>},
        {"network_grade", word<&R::network_grade>},
        {"least_confidence", &R::least_confidence},
        {"sensitivity", word<&R::sensitivity>},
        {"sources", &R::sources},
        {"note", &R::note},
        {"informal", &R::informal},
    };
    return columns;
}

std::vector<ColumnOf<ChokepointRow>> const& chokepoint_columns()
{
    using R = ChokepointRow;
    static std::vector<ColumnOf<R>> const columns{
        {"id", &R::id},
        {"kind", word<&R::kind>},
        {"name", &R::name},
        {"flow", &R::flow},
        bound("flow_lower", &R::flow_lower, 90),
        bound("flow_upper", &R::flow_upper, 90),
        {"share", &R::share},
        {"communes", &R::communes},
        {"alone", &R::alone},
        {"cut_off", &R::cut_off},
        {"in_cut", &R::in_cut},
        {"informal", &R::informal},
    };
    return columns;
}

std::vector<ColumnOf<PostRow>> const& post_columns()
{
    using R = PostRow;
    static std::vector<ColumnOf<R>> const columns{
        {"order", &R::order, true},
        {"kind", word<&R::kind>},
        {"id", &R::id},
        {"name", &R::name},
        {"adds", &R::adds},
        {"reached", &R::reached},
        {"share", &R::share},
        bound("reached_lower", &R::reached_lower, 90),
        bound("reached_upper", &R::reached_upper, 90),
        {"reached_after", &R::reached_after},
    };
    return columns;
}

std::vector<ColumnOf<StretchRow>> const& stretch_columns()
{
    using R = StretchRow;
    static std::vector<ColumnOf<R>> const columns{
        {"part", &R::part},
        {"from_km", &R::from_km},
        {"to_km", &R::to_km},
        {"hours", &R::hours},
        {"hours_low", &R::hours_low},
        {"hours_high", &R::hours_high},
        {"code", &R::code},
        {"name", &R::name},
        {"slow_share", &R::slow_share},
        {"known_share", &R::known_share},
    };
    return columns;
}

std::vector<ColumnOf<WayRow>> const& way_columns()
{
    using R = WayRow;
    static std::vector<ColumnOf<R>> const columns{
        {"id", &R::id},
        {"kind", word<&R::kind>},
        {"class", word<&R::klass>},
        {"hours", &R::hours},
        {"flow", &R::flow},
        {"betweenness", &R::betweenness},
        bound("flow_lower", &R::flow_lower, 90),
        bound("flow_upper", &R::flow_upper, 90),
        {"flow_randomised", &R::flow_randomised},
        {"source", &R::source},
        {"as_of", &R::as_of},
        {"licence", &R::licence},
        {"confidence", &R::confidence},
        {"sensitivity", word<&R::sensitivity>},
    };
    return columns;
}

std::vector<ColumnOf<RepairRow>> const& repair_columns()
{
    using R = RepairRow;
    static std::vector<ColumnOf<R>> const columns{
        {"id", &R::id},         {"kind", word<&R::kind>},   {"metres", &R::metres},
        {"ways", &R::ways},     {"applied", &R::applied},   {"review", &R::review},
        {"reason", &R::reason}, {"p_exists", &R::p_exists},
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

std::vector<ColumnOf<PlanRow>> const& plan_columns()
{
    using R = PlanRow;
    static std::vector<ColumnOf<R>> const columns{
        {"code", &R::code},
        {"order", &R::order, true},
        {"teams", &R::teams},
        {"days", &R::days},
        {"reach", &R::reach},
        {"reason", &R::reason},
        {"name", &R::name},
        {"visit", &R::visit, true},
        bound("reach_lower", &R::reach_lower, 90),
        bound("reach_upper", &R::reach_upper, 90),
        {"team", &R::team, true},
        {"from_day", &R::from_day},
        {"travel_hours", &R::travel_hours},
    };
    return columns;
}

std::vector<ColumnOf<ChangeRow>> const& change_columns()
{
    using R = ChangeRow;
    static std::vector<ColumnOf<R>> const columns{
        {"scope", word<&R::scope>},
        {"name", &R::name},
        {"before", &R::before},
        {"after", &R::after},
        {"cases_before", &R::cases_before},
        {"cases_after", &R::cases_after},
        {"effort_ratio", &R::effort_ratio},
        {"ratio", &R::ratio},
        bound("lower", &R::lower, 95),
        bound("upper", &R::upper, 95),
        {"p_value", &R::p_value},
        {"q_value", &R::q_value},
        {"verdict", word<&R::verdict>},
        {"units_changed", &R::units_changed},
    };
    return columns;
}

std::vector<ColumnOf<BulletinRow>> const& bulletin_columns()
{
    using R = BulletinRow;
    static std::vector<ColumnOf<R>> const columns{
        {"month", &R::month},          {"cases", &R::cases},
        {"effort", &R::effort},        {"expected", &R::expected},
        bound("lower", &R::lower, 95), bound("upper", &R::upper, 95),
        {"flag", word<&R::flag>},      {"units_changed", &R::units_changed},
    };
    return columns;
}

std::vector<ColumnOf<ValidationRow>> const& validation_columns()
{
    using R = ValidationRow;
    static std::vector<ColumnOf<R>> const columns{
        {"year", &R::year},
        {"rule", &R::rule},
        {"top", &R::top},
        {"caught", &R::caught},
        {"cases", &R::cases},
        {"share", &R::share},
        bound("lower", &R::lower, 90),
        bound("upper", &R::upper, 90),
        {"accuracy", &R::accuracy},
        {"expected_inside", &R::expected_inside},
    };
    return columns;
}

std::vector<ColumnOf<ReportingRow>> const& reporting_columns()
{
    using R = ReportingRow;
    static std::vector<ColumnOf<R>> const columns{
        {"stratum", &R::stratum}, {"model", &R::model},          {"observed", &R::observed},
        {"persons", &R::persons}, bound("lower", &R::lower, 95), bound("upper", &R::upper, 95),
        {"note", &R::note},
    };
    return columns;
}

std::vector<ColumnOf<ModelRow>> const& model_columns()
{
    using R = ModelRow;
    static std::vector<ColumnOf<R>> const columns{
        {"name", &R::name},     {"mean", &R::mean},
        {"sd", &R::sd},         bound("lower", &R::lower, 90),
        {"median", &R::median}, bound("upper", &R::upper, 90),
        {"note", &R::note},
    };
    return columns;
}

std::vector<ColumnOf<geo::MultiLine>> const& border_columns()
{
    using R = geo::MultiLine;
    static constexpr std::array words{std::string_view{"border"}};
    static std::vector<ColumnOf<R>> const columns{
        {"name", WordOf<R>{[](R const&) { return words[0]; },
                           [](R&, std::string_view word) { return word == words[0]; },
                           [] { return KindWords{words}; }}}};
    return columns;
}

std::vector<ColumnOf<geo::Finding>> const& finding_columns()
{
    using R = geo::Finding;
    static std::vector<ColumnOf<R>> const columns{
        {"severity", word<&R::severity>},
        {"layer", &R::layer},
        {"feature", &R::feature},
        {"field", &R::field},
        {"message", &R::message},
        {"action", &R::action},
        {"file", &R::file},
        {"rule", &R::rule},
    };
    return columns;
}

}  // namespace marchland::results
