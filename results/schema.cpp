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
        amount("population", &R::population),
        amount("at_risk", &R::at_risk),
        amount("cases", &R::cases),
        amount("effort", &R::effort),
        amount("rate", &R::rate),
        amount("eb_rate", &R::eb_rate),
        amount("relative_risk", &R::relative_risk),
        lower("lower", &R::lower, &R::relative_risk, 90),
        upper("upper", &R::upper, &R::relative_risk, 90),
        amount("expected", &R::expected),
        share("exceedance", &R::exceedance),
        {"rank", &R::rank, true},
        {"rank_lower", &R::rank_lower, false, 90, not_negative},
        {"rank_upper", &R::rank_upper, false, 90, not_negative},
        {"evidence", word<&R::evidence>},
        {"hotspot", word<&R::hotspot>},
        share("moran_p", &R::moran_p),
        {"gi_z", &R::gi_z},
        share("gi_p", &R::gi_p),
        {"cluster", &R::cluster, true},
        amount("hours_to_crossing", &R::hours_to_crossing),
        {"nearest_crossing", &R::nearest_crossing},
        {"drivers", &R::drivers},
        amount("eb_local_rate", &R::eb_local_rate),
        amount("cases_expected", &R::cases_expected),
        amount("effort_share", &R::effort_share),
        amount("smr", &R::smr),
        lower("smr_lower", &R::smr_lower, &R::smr, 90),
        upper("smr_upper", &R::smr_upper, &R::smr, 90),
        lower("expected_lower", &R::expected_lower, &R::expected, 90),
        upper("expected_upper", &R::expected_upper, &R::expected, 90),
        amount("expected_rank", &R::expected_rank),
        {"moran_i", &R::moran_i},
        share("moran_q", &R::moran_q),
        amount("hours_to_market", &R::hours_to_market),
        {"nearest_market", &R::nearest_market},
        {"district", &R::district},
        amount("spatial_rate", &R::spatial_rate),
        {"excess", &R::excess},
        {"eb_index", &R::eb_index},
        amount("vulnerability", &R::vulnerability),
        amount("vulnerability_rank", &R::vulnerability_rank),
        lower("vulnerability_rank_lower", &R::vulnerability_rank_lower, &R::vulnerability_rank, 90),
        upper("vulnerability_rank_upper", &R::vulnerability_rank_upper, &R::vulnerability_rank, 90),
        {"vulnerability_drivers", &R::vulnerability_drivers},
        amount("found_per_effort", &R::found_per_effort),
        lower("found_per_effort_lower", &R::found_per_effort_lower, &R::found_per_effort, 90),
        upper("found_per_effort_upper", &R::found_per_effort_upper, &R::found_per_effort, 90),
        share("top_chance", &R::top_chance),
        {"rank_group", &R::rank_group, true},
        amount("detectable", &R::detectable),
        {"score", &R::score},
        {"from_people", &R::from_people},
        {"from_indicators", &R::from_indicators},
        {"from_exposure", &R::from_exposure},
        {"from_neighbours", &R::from_neighbours},
        {"from_itself", &R::from_itself},
        amount("hour_farther", &R::hour_farther),
        amount("geary_c", &R::geary_c),
        share("geary_p", &R::geary_p),
        share("median_moran_p", &R::median_moran_p),
        {"scan_cluster", &R::scan_cluster, true},
        share("gi_q", &R::gi_q),
        share("geary_q", &R::geary_q),
        share("median_moran_q", &R::median_moran_q),
        {"hours_missing", &R::hours_missing},
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
        amount("cases", &R::cases),
        amount("expected", &R::expected),
        amount("relative_risk", &R::relative_risk),
        amount("llr", &R::llr),
        share("p_value", &R::p_value),
        {"period_from", &R::period_from},
        {"period_to", &R::period_to},
        share("p_gumbel", &R::p_gumbel),
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
        amount("flow", &R::flow),
        share("share", &R::share),
        lower("share_lower", &R::share_lower, &R::share, 90, from_0_to_1),
        upper("share_upper", &R::share_upper, &R::share, 90, from_0_to_1),
        amount("hours_mean", &R::hours_mean),
        lower("flow_lower", &R::flow_lower, &R::flow, 90),
        upper("flow_upper", &R::flow_upper, &R::flow, 90),
        share("share_randomised", &R::share_randomised),
        lower("share_randomised_lower", &R::share_randomised_lower, &R::share_randomised, 0,
              from_0_to_1),
        upper("share_randomised_upper", &R::share_randomised_upper, &R::share_randomised, 0,
              from_0_to_1),
        {"informal", &R::informal},
        {"name_other", &R::name_other},
        {"code_other", &R::code_other},
        {"hours", &R::hours},
        {"season", &R::season},
        {"source", &R::source},
        share("certainty", &R::certainty),
        {"history", &R::history},
        {"network", word<&R::network>},
        share("doubtful_share", &R::doubtful_share),
        lower("hours_mean_lower", &R::hours_mean_lower, &R::hours_mean, 90),
        upper("hours_mean_upper", &R::hours_mean_upper, &R::hours_mean, 90),
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
        amount("metres", &R::metres),
        {"informal", &R::informal},
        {"network", &R::network},
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
        amount("hours", &R::hours),
        amount("km", &R::km),
        share("informal_share", &R::informal_share),
        amount("flow", &R::flow),
        share("overlap", &R::overlap),
        {"by_class", &R::by_class},
        {"doubtful", &R::doubtful},
        lower("hours_lower", &R::hours_lower, &R::hours, 90),
        upper("hours_upper", &R::hours_upper, &R::hours, 90),
        {"network", word<&R::network>},
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
        amount("flow", &R::flow),
        share("share", &R::share),
        lower("share_lower", &R::share_lower, &R::share, 90, from_0_to_1),
        upper("share_upper", &R::share_upper, &R::share, 90, from_0_to_1),
        amount("hours", &R::hours),
        lower("hours_lower", &R::hours_lower, &R::hours, 90),
        upper("hours_upper", &R::hours_upper, &R::hours, 90),
        amount("km", &R::km),
        amount("national_km", &R::national_km),
        amount("provincial_km", &R::provincial_km),
        amount("local_km", &R::local_km),
        amount("track_km", &R::track_km),
        amount("path_km", &R::path_km),
        amount("inferred_km", &R::inferred_km),
        amount("river_km", &R::river_km),
        amount("unknown_km", &R::unknown_km),
        {"touches", &R::touches},
        {"evidence", word<&R::evidence>},
        {"network_grade", word<&R::network_grade>},
        share("least_confidence", &R::least_confidence),
        {"sensitivity", word<&R::sensitivity>},
        {"sources", &R::sources},
        {"note", &R::note},
        {"informal", &R::informal},
        {"doubtful", &R::doubtful},
        {"network", word<&R::network>},
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
        amount("flow", &R::flow),
        lower("flow_lower", &R::flow_lower, &R::flow, 90),
        upper("flow_upper", &R::flow_upper, &R::flow, 90),
        share("share", &R::share),
        {"communes", &R::communes},
        {"alone", &R::alone},
        amount("cut_off", &R::cut_off),
        {"in_cut", &R::in_cut},
        {"informal", &R::informal},
        {"network", &R::network},
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
        amount("adds", &R::adds),
        amount("reached", &R::reached),
        share("share", &R::share),
        lower("reached_lower", &R::reached_lower, &R::reached, 90),
        upper("reached_upper", &R::reached_upper, &R::reached, 90),
        amount("reached_after", &R::reached_after),
        {"network", &R::network},
    };
    return columns;
}

std::vector<ColumnOf<StretchRow>> const& stretch_columns()
{
    using R = StretchRow;
    static std::vector<ColumnOf<R>> const columns{
        {"part", &R::part},
        amount("from_km", &R::from_km),
        amount("to_km", &R::to_km),
        amount("hours", &R::hours),
        lower("hours_low", &R::hours_low, &R::hours, 0),
        upper("hours_high", &R::hours_high, &R::hours, 0),
        {"code", &R::code},
        {"name", &R::name},
        share("slow_share", &R::slow_share),
        share("known_share", &R::known_share),
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
        amount("hours", &R::hours),
        amount("flow", &R::flow),
        share("betweenness", &R::betweenness),
        lower("flow_lower", &R::flow_lower, &R::flow, 90),
        upper("flow_upper", &R::flow_upper, &R::flow, 90),
        amount("flow_randomised", &R::flow_randomised),
        {"source", &R::source},
        {"as_of", &R::as_of},
        {"licence", &R::licence},
        share("confidence", &R::confidence),
        {"sensitivity", word<&R::sensitivity>},
    };
    return columns;
}

std::vector<ColumnOf<RepairRow>> const& repair_columns()
{
    using R = RepairRow;
    static std::vector<ColumnOf<R>> const columns{
        {"id", &R::id},         {"kind", word<&R::kind>},        amount("metres", &R::metres),
        {"ways", &R::ways},     {"applied", &R::applied},        {"review", &R::review},
        {"reason", &R::reason}, share("p_exists", &R::p_exists),
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
        amount("days", &R::days),
        amount("reach", &R::reach),
        {"reason", &R::reason},
        {"name", &R::name},
        {"visit", &R::visit, true},
        lower("reach_lower", &R::reach_lower, &R::reach, 90),
        upper("reach_upper", &R::reach_upper, &R::reach, 90),
        {"team", &R::team, true},
        amount("from_day", &R::from_day),
        amount("travel_hours", &R::travel_hours),
        {"base", &R::base},
        {"to_learn", &R::to_learn},
        {"date", &R::date},
        {"market_day", &R::market_day},
        {"last_visit", &R::last_visit},
        {"doubtful", &R::doubtful},
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
        amount("cases_before", &R::cases_before),
        amount("cases_after", &R::cases_after),
        amount("effort_ratio", &R::effort_ratio),
        amount("ratio", &R::ratio),
        lower("lower", &R::lower, &R::ratio, 95),
        upper("upper", &R::upper, &R::ratio, 95),
        share("p_value", &R::p_value),
        share("q_value", &R::q_value),
        {"verdict", word<&R::verdict>},
        {"units_changed", &R::units_changed},
    };
    return columns;
}

std::vector<ColumnOf<BulletinRow>> const& bulletin_columns()
{
    using R = BulletinRow;
    static std::vector<ColumnOf<R>> const columns{
        {"month", &R::month},
        amount("cases", &R::cases),
        amount("effort", &R::effort),
        amount("expected", &R::expected),
        lower("lower", &R::lower, &R::expected, 95),
        upper("upper", &R::upper, &R::expected, 95),
        {"flag", word<&R::flag>},
        {"units_changed", &R::units_changed},
        share("p_value", &R::p_value),
        share("q_value", &R::q_value),
    };
    return columns;
}

std::vector<ColumnOf<ValidationRow>> const& validation_columns()
{
    using R = ValidationRow;
    static std::vector<ColumnOf<R>> const columns{
        {"year", &R::year},
        {"rule", &R::rule},
        amount("top", &R::top),
        amount("caught", &R::caught),
        amount("cases", &R::cases),
        share("share", &R::share),
        lower("lower", &R::lower, &R::share, 90, from_0_to_1),
        upper("upper", &R::upper, &R::share, 90, from_0_to_1),
        amount("accuracy", &R::accuracy),
        amount("expected_inside", &R::expected_inside),
        amount("by_lot", &R::by_lot),
    };
    return columns;
}

std::vector<ColumnOf<ReportingRow>> const& reporting_columns()
{
    using R = ReportingRow;
    static std::vector<ColumnOf<R>> const columns{
        {"stratum", &R::stratum},
        {"model", &R::model},
        amount("observed", &R::observed),
        amount("persons", &R::persons),
        lower("lower", &R::lower, &R::persons, 95),
        upper("upper", &R::upper, &R::persons, 95),
        {"note", &R::note},
    };
    return columns;
}

std::vector<ColumnOf<ModelRow>> const& model_columns()
{
    using R = ModelRow;
    static std::vector<ColumnOf<R>> const columns{
        {"name", &R::name},     {"mean", &R::mean},
        amount("sd", &R::sd),   lower("lower", &R::lower, &R::median, 90, any_figure),
        {"median", &R::median}, upper("upper", &R::upper, &R::median, 90, any_figure),
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
