// The columns of study.gpkg and where each stands in the rows of results.hpp: one list serves writing
// to GeoPackage and CSV and reading back. Private to analysis.
#pragma once

#include "geo/files/write.hpp"
#include "results/results.hpp"

#include <string_view>
#include <variant>
#include <vector>

namespace marchland::results {

/// A member that holds one of a few words: how it is written, and read back.
template <class Row>
struct WordOf {
    std::string_view (*name)(Row const& row);
    bool (*set)(Row& row, std::string_view word);  ///< false: there is no such word
    KindWords (*words)();
};

template <class Member>
struct Owner;
template <class Class, class Value>
struct Owner<Value Class::*> {
    using Row = Class;
    using Kind = Value;
};

/// Which member: word<&CommuneRow::evidence>.
template <auto member>
constexpr WordOf<typename Owner<decltype(member)>::Row> word{
    [](auto const& row) { return name_of(row.*member); },
    [](auto& row, std::string_view text) {
        auto const kind = kind_called<typename Owner<decltype(member)>::Kind>(text);
        row.*member = kind.value_or(row.*member);
        return kind.has_value();
    },
    [] { return words_of(typename Owner<decltype(member)>::Kind{}); }};

/// What a figure can be; one that is not known is always allowed.
struct Range {
    double lowest = -geo::infinite;
    double highest = geo::infinite;
};
constexpr Range any_figure{};
constexpr Range not_negative{0.0, geo::infinite};
constexpr Range from_0_to_1{0.0, 1.0};

/// A column of rows of type Row: its name and the member that holds it.
template <class Row>
struct ColumnOf {
    std::string_view name;
    std::variant<std::string Row::*, double Row::*, std::int64_t Row::*, bool Row::*, WordOf<Row>>
        member;
    bool zero_is_null = false;  ///< 0 stands for "none" and would sort first in a spreadsheet
    /// per cent that the interval holds of which this is a bound; 0: no bound of an interval
    int level = 0;
    Range range = {};
    double Row::*lower_of = nullptr;  ///< the figure that this must not exceed
    double Row::*upper_of = nullptr;  ///< the figure that this must not fall below
};

/// A figure that cannot be negative: persons, hours, kilometres, ratios.
template <class Row>
ColumnOf<Row> amount(std::string_view name, double Row::*member)
{
    return {name, member, false, 0, not_negative};
}

/// A share or a chance.
template <class Row>
ColumnOf<Row> share(std::string_view name, double Row::*member)
{
    return {name, member, false, 0, from_0_to_1};
}

/// Bounds of an interval around a figure, with its level in per cent; 0: a range that is none.
template <class Row>
ColumnOf<Row> lower(std::string_view name, double Row::*member, double Row::*of, int level,
                    Range range = not_negative)
{
    return {name, member, false, level, range, of, nullptr};
}

template <class Row>
ColumnOf<Row> upper(std::string_view name, double Row::*member, double Row::*of, int level,
                    Range range = not_negative)
{
    return {name, member, false, level, range, nullptr, of};
}

std::vector<ColumnOf<CommuneRow>> const& commune_columns();
std::vector<ColumnOf<ClusterRow>> const& cluster_columns();
std::vector<ColumnOf<CrossingRow>> const& crossing_columns();
std::vector<ColumnOf<CandidateRow>> const& candidate_columns();
std::vector<ColumnOf<MarketRow>> const& market_columns();
std::vector<ColumnOf<CorridorRow>> const& corridor_columns();
std::vector<ColumnOf<SheetRow>> const& sheet_columns();
std::vector<ColumnOf<ChokepointRow>> const& chokepoint_columns();
std::vector<ColumnOf<PostRow>> const& post_columns();
std::vector<ColumnOf<StretchRow>> const& stretch_columns();
std::vector<ColumnOf<WayRow>> const& way_columns();
std::vector<ColumnOf<RepairRow>> const& repair_columns();
std::vector<ColumnOf<RunRow>> const& run_columns();
std::vector<ColumnOf<PlanRow>> const& plan_columns();
std::vector<ColumnOf<ServiceRow>> const& service_columns();
std::vector<ColumnOf<CoverageRow>> const& coverage_columns();
std::vector<ColumnOf<ServiceHoursRow>> const& service_hours_columns();
std::vector<ColumnOf<ActivityRow>> const& activity_columns();
std::vector<ColumnOf<OverlapRow>> const& overlap_columns();
std::vector<ColumnOf<VisitedRow>> const& visited_columns();
std::vector<ColumnOf<DueRow>> const& due_columns();
std::vector<ColumnOf<WaitingRow>> const& waiting_columns();
std::vector<ColumnOf<ChangeRow>> const& change_columns();
std::vector<ColumnOf<BulletinRow>> const& bulletin_columns();
std::vector<ColumnOf<ValidationRow>> const& validation_columns();
std::vector<ColumnOf<ReportingRow>> const& reporting_columns();
std::vector<ColumnOf<ModelRow>> const& model_columns();
std::vector<ColumnOf<geo::MultiLine>> const& border_columns();
std::vector<ColumnOf<geo::Finding>> const& finding_columns();

}  // namespace marchland::results
