// The tables of a question about routes, as files.
#include "study/questions/routes_study.hpp"

#include "geo/files/write.hpp"
#include "results/held.hpp"

namespace marchland::study {
namespace {

/// What the figures of these tables can be.
constexpr results::HeldColumn route_figures[]{{"hours", 0.0},   {"waiting", 0.0},
                                              {"km", 0.0},      {"access_m", 0.0},
                                              {"minutes", 0.0}, {"at_risk", 0.0}};

geo::StoreTable routes_table(RouteTables const& tables)
{
    using geo::ValueType;
    geo::StoreTable table{.name = "routes",
                          .description = "RESTRICTED: ways asked for; never publish as lines",
                          .columns = {{"from", ValueType::text},
                                      {"to", ValueType::text},
                                      {"number", ValueType::integer},
                                      {"hours", ValueType::real},
                                      {"waiting", ValueType::real},
                                      {"arrive", ValueType::text},
                                      {"km", ValueType::real},
                                      {"access_m", ValueType::real},
                                      {"by_class", ValueType::text},
                                      {"ways", ValueType::text},
                                      {"informal", ValueType::integer}},
                          .shape_type = geo::ShapeType::line};
    for (auto const& row : tables.routes) {
        table.rows.push_back({row.from, row.to, row.number, row.hours, row.waiting, row.arrive,
                              row.km, row.access_m, row.by_class, row.ways,
                              std::int64_t{row.informal ? 1 : 0}});
        table.shapes.push_back(row.line.empty() ? geo::Shape{geo::NoShape{}}
                                                : geo::Shape{row.line});
    }
    return table;
}

geo::StoreTable reached_table(RouteTables const& tables)
{
    using geo::ValueType;
    geo::StoreTable table{.name = "reached",
                          .columns = {{"from", ValueType::text},
                                      {"code", ValueType::text},
                                      {"name", ValueType::text},
                                      {"minutes", ValueType::real}}};
    for (auto const& row : tables.reached) {
        table.rows.push_back({row.from, row.code, row.name, row.minutes});
    }
    return table;
}

geo::StoreTable reach_table(RouteTables const& tables)
{
    using geo::ValueType;
    geo::StoreTable table{.name = "reach",
                          .description = "what lies within the minutes, in cells of 500 m",
                          .columns = {{"from", ValueType::text},
                                      {"minutes", ValueType::real},
                                      {"communes", ValueType::integer},
                                      {"at_risk", ValueType::real}},
                          .shape_type = geo::ShapeType::area};
    for (auto const& row : tables.reach) {
        table.rows.push_back({row.from, row.minutes, row.communes, row.at_risk});
        table.shapes.emplace_back(row.area);
    }
    return table;
}

}  // namespace

std::vector<std::string> write_routes(RouteTables const& tables,
                                      std::filesystem::path const& folder)
{
    std::vector<geo::StoreTable> csvs;
    std::vector<geo::StoreTable> layers;
    if (!tables.routes.empty()) {
        csvs.push_back(routes_table(tables));
        layers.push_back(routes_table(tables));
    }
    if (!tables.reach.empty()) {
        csvs.push_back(reached_table(tables));
        layers.push_back(reach_table(tables));
    }
    for (auto const* const made : {&csvs, &layers}) {
        for (auto const& table : *made) {
            results::hold("routes", table, route_figures);
        }
    }
    geo::make_folder(folder);
    std::vector<std::string> files;
    for (auto const& table : csvs) {
        geo::write_file(folder / (table.name + ".csv"), geo::csv_text(table));
        files.push_back(table.name + ".csv");
    }
    if (!layers.empty()) {
        geo::write_geopackage(folder / "routes.gpkg", geo::Crs::parse(tables.about.crs), layers);
        files.emplace_back("routes.gpkg");
    }
    return files;
}

}  // namespace marchland::study
