// The tables of a result, in one list: what writes, reads, names or describes them all walks over it, so a
// new table is one entry here. Private to results.
#pragma once

#include "results/schema.hpp"

#include <functional>
#include <span>
#include <utility>

namespace marchland::results {

/// Where the rows of a table stand in Results.
template <class Row>
struct RowsOf {
    std::span<Row const> (*of)(Results const& results);
    void (*put)(Results& results, std::vector<Row>&& rows);
};

template <class Row, std::vector<Row> Results::*member>
constexpr RowsOf<Row> rows_in{
    [](Results const& results) { return std::span<Row const>{results.*member}; },
    [](Results& results, std::vector<Row>&& rows) { results.*member = std::move(rows); }};

/// The border is one row, its shape, or none.
constexpr RowsOf<geo::MultiLine> border_rows{
    [](Results const& results) {
        return std::span{&results.border, results.border.empty() ? 0U : 1U};
    },
    [](Results& results, std::vector<geo::MultiLine>&& rows) {
        results.border = rows.empty() ? geo::MultiLine{} : std::move(rows.front());
    }};

/// How the shape of a row is written and read back. No functions: the table has no shapes.
template <class Row>
struct ShapeOf {
    geo::ShapeType type = geo::ShapeType::none;
    geo::Shape (*of)(Row const& row) = nullptr;
    void (*take)(Row& row, geo::Shape&& shape) = nullptr;
};

template <class Row>
constexpr ShapeOf<Row> area_of_row{geo::ShapeType::area,
                                   [](Row const& row) -> geo::Shape { return row.shape; },
                                   [](Row& row, geo::Shape&& shape) {
                                       if (auto* const area = std::get_if<geo::Area>(&shape)) {
                                           row.shape = std::move(*area);
                                       }
                                   }};

template <class Row>
constexpr ShapeOf<Row> point_of_row{
    geo::ShapeType::point,
    [](Row const& row) { return row.placed ? geo::Shape{row.at} : geo::Shape{geo::NoShape{}}; },
    [](Row& row, geo::Shape&& shape) {
        if (auto const* const at = std::get_if<geo::Point>(&shape)) {
            row.at = *at;
            row.placed = true;
        }
    }};

template <class Row>
constexpr ShapeOf<Row> line_of_row{
    geo::ShapeType::line, [](Row const& row) -> geo::Shape { return geo::MultiLine{row.line}; },
    [](Row& row, geo::Shape&& shape) {
        auto* const lines = std::get_if<geo::MultiLine>(&shape);
        if (lines != nullptr && !lines->empty()) {
            row.line = std::move(lines->front());
        }
    }};

/// \param lines  which lines of a row: a member, or the row itself.
template <class Row, auto lines>
constexpr ShapeOf<Row> lines_of_row{
    geo::ShapeType::line, [](Row const& row) -> geo::Shape { return std::invoke(lines, row); },
    [](Row& row, geo::Shape&& shape) {
        if (auto* const found = std::get_if<geo::MultiLine>(&shape)) {
            std::invoke(lines, row) = std::move(*found);
        }
    }};

enum class Csv : std::uint8_t { never, always, if_filled };

/// One table: its name, what it is, which rows and columns.
template <class Row>
struct TableOf {
    std::string_view name;
    std::string_view description;
    std::string_view role;    ///< of the places it tells of: origin, transit; empty: neither
    std::string_view method;  ///< its page in docs/methods; empty: none
    RowsOf<Row> rows;
    std::vector<ColumnOf<Row>> const& columns;
    Csv csv = Csv::never;
    ShapeOf<Row> shape = {};
};

/// Calls visit(TableOf<Row>) for every table, in the order of study.gpkg.
template <class Visit>
void each_table(Visit const& visit)
{
    using R = Results;
    visit(TableOf<CommuneRow>{"communes", "communes of origin, estimated", "origin", "risk",
                              rows_in<CommuneRow, &R::communes>, commune_columns(), Csv::always,
                              area_of_row<CommuneRow>});
    visit(TableOf<ClusterRow>{"clusters", "hotspots", "origin", "scan",
                              rows_in<ClusterRow, &R::clusters>, cluster_columns(), Csv::always,
                              lines_of_row<ClusterRow, &ClusterRow::outline>});
    visit(TableOf<CrossingRow>{"crossings", "crossings", "transit", "flows",
                               rows_in<CrossingRow, &R::crossings>, crossing_columns(), Csv::always,
                               point_of_row<CrossingRow>});
    visit(TableOf<CandidateRow>{"crossing_candidates", "where ways meet the border; never publish",
                                "transit", "crossings",
                                rows_in<CandidateRow, &R::crossing_candidates>, candidate_columns(),
                                Csv::never, point_of_row<CandidateRow>});
    visit(TableOf<MarketRow>{"markets", "markets", "", "exposure", rows_in<MarketRow, &R::markets>,
                             market_columns(), Csv::never, point_of_row<MarketRow>});
    visit(TableOf<CorridorRow>{"corridors", "transit corridors; never publish as lines", "transit",
                               "corridors", rows_in<CorridorRow, &R::corridors>, corridor_columns(),
                               Csv::always, lines_of_row<CorridorRow, &CorridorRow::line>});
    visit(TableOf<SheetRow>{"sheet", "what stands behind each corridor; never publish", "transit",
                            "corridor-sheet", rows_in<SheetRow, &R::sheet>, sheet_columns(),
                            Csv::if_filled});
    visit(TableOf<ChokepointRow>{"chokepoints", "where ways must pass or many meet", "transit",
                                 "chokepoints", rows_in<ChokepointRow, &R::chokepoints>,
                                 chokepoint_columns(), Csv::if_filled,
                                 point_of_row<ChokepointRow>});
    visit(TableOf<StretchRow>{
        "border_profile",
        "how easily each kilometre of the border is reached; stretches, no trails", "transit",
        "border-profile", rows_in<StretchRow, &R::border_profile>, stretch_columns(),
        Csv::if_filled});
    visit(TableOf<PostRow>{"posts", "where posts reach most", "transit", "posts",
                           rows_in<PostRow, &R::posts>, post_columns(), Csv::if_filled});
    visit(TableOf<WayRow>{"ways", "roads and informal paths; never publish as lines", "transit",
                          "flows", rows_in<WayRow, &R::ways>, way_columns(), Csv::never,
                          line_of_row<WayRow>});
    visit(TableOf<RepairRow>{"repairs", "gaps closed in the network", "", "network",
                             rows_in<RepairRow, &R::repairs>, repair_columns(), Csv::never,
                             line_of_row<RepairRow>});
    visit(TableOf<geo::MultiLine>{"border", "border line", "", "border-profile", border_rows,
                                  border_columns(), Csv::never,
                                  lines_of_row<geo::MultiLine, std::identity{}>});
    visit(TableOf<PlanRow>{"plan", "visits of the teams, and what was left out", "origin", "plan",
                           rows_in<PlanRow, &R::plan>, plan_columns(), Csv::if_filled});
    visit(TableOf<ServiceRow>{"services", "where help is to be had; never publish shelters", "",
                              "services", rows_in<ServiceRow, &R::services>, service_columns(),
                              Csv::if_filled, point_of_row<ServiceRow>});
    visit(TableOf<CoverageRow>{"service_coverage", "people near to and far from services", "",
                               "services", rows_in<CoverageRow, &R::service_coverage>,
                               coverage_columns(), Csv::if_filled});
    visit(TableOf<ServiceHoursRow>{"service_hours",
                                   "hours from each commune to services; never publish of shelters",
                                   "", "services", rows_in<ServiceHoursRow, &R::service_hours>,
                                   service_hours_columns(), Csv::if_filled});
    visit(TableOf<ActivityRow>{"activities", "what was planned and done, as agencies report it", "",
                               "activities", rows_in<ActivityRow, &R::activities>,
                               activity_columns(), Csv::if_filled});
    visit(TableOf<OverlapRow>{"overlaps", "several agencies at the same", "", "activities",
                              rows_in<OverlapRow, &R::overlaps>, overlap_columns(),
                              Csv::if_filled});
    visit(TableOf<VisitedRow>{"visited", "when communes were last visited", "", "activities",
                              rows_in<VisitedRow, &R::visited>, visited_columns(), Csv::if_filled});
    visit(TableOf<DueRow>{"due", "what is due when", "", "activities", rows_in<DueRow, &R::due>,
                          due_columns(), Csv::if_filled});
    visit(TableOf<WaitingRow>{"waiting", "how long returns wait", "", "activities",
                              rows_in<WaitingRow, &R::waiting>, waiting_columns(), Csv::if_filled});
    visit(TableOf<ChangeRow>{"changes", "is a rise real", "origin", "change",
                             rows_in<ChangeRow, &R::changes>, change_columns(), Csv::if_filled});
    visit(TableOf<BulletinRow>{"bulletin", "the region month by month", "origin", "change",
                               rows_in<BulletinRow, &R::bulletin>, bulletin_columns(),
                               Csv::if_filled});
    visit(TableOf<ValidationRow>{"validation", "lists judged by a year they had not seen", "origin",
                                 "change", rows_in<ValidationRow, &R::validation>,
                                 validation_columns(), Csv::if_filled});
    visit(TableOf<ReportingRow>{"reporting", "how many were never detected, as a range", "origin",
                                "capture-recapture", rows_in<ReportingRow, &R::reporting>,
                                reporting_columns(), Csv::if_filled});
    visit(TableOf<ModelRow>{"model", "numbers behind the model of risk", "origin", "bym2",
                            rows_in<ModelRow, &R::model>, model_columns(), Csv::if_filled});
    visit(TableOf<geo::Finding>{"findings", "what was noticed in the data", "", "",
                                rows_in<geo::Finding, &R::findings>, finding_columns(),
                                Csv::always});
    visit(TableOf<RunRow>{"runs", "how the results were made", "", "", rows_in<RunRow, &R::runs>,
                          run_columns()});
}

}  // namespace marchland::results
