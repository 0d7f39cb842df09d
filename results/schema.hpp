// The columns of study.gpkg and where each stands in the rows of results.hpp: one list serves writing
// to GeoPackage and CSV and reading back. Private to analysis.
#pragma once

#include "geo/files/write.hpp"
#include "results/results.hpp"

#include <string_view>
#include <variant>
#include <vector>

namespace marchland::results {

/// A column of rows of type Row: its name and the member that holds it.
template <class Row>
struct ColumnOf {
    std::string_view name;
    std::variant<std::string Row::*, double Row::*, std::int64_t Row::*, bool Row::*> member;
    bool zero_is_null = false;  ///< 0 stands for "none" and would sort first in a spreadsheet
};

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
std::vector<ColumnOf<ChangeRow>> const& change_columns();
std::vector<ColumnOf<BulletinRow>> const& bulletin_columns();
std::vector<ColumnOf<ValidationRow>> const& validation_columns();
std::vector<ColumnOf<ReportingRow>> const& reporting_columns();
std::vector<ColumnOf<ModelRow>> const& model_columns();

}  // namespace marchland::results
