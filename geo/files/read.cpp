#include "geo/files/read.hpp"

#include "geo/files/door.hpp"
#include "geo/files/gdal_handle.hpp"
#include "geo/files/likely_recipe.hpp"
#include "geo/files/office_sheet.hpp"
#include "geo/files/recast.hpp"
#include "geo/files/tool_columns.hpp"
#include "geo/files/where.hpp"
#include "geo/gate/shown.hpp"
#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/text.hpp"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_string.h>
#include <ogr_srs_api.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <iterator>
#include <set>

namespace marchland::geo {
namespace {

std::string path_of(LayerSource const& source)
{
    if (is_connection(source.source)) {
        return source.source;
    }
    auto const path = std::filesystem::path{source.source};
    return path.is_absolute() ? path.string() : (source.folder / path).string();
}

bool is_text_table(std::string const& path)
{
    auto const ending = folded(std::filesystem::path{path}.extension().string());
    return ending == ".csv" || ending == ".tsv" || ending == ".txt";
}

[[noreturn]] void refuse(std::string const& words)
{
    throw Error{Trouble::findings, words};
}

enum class FirstRow : std::uint8_t { header, data };  ///< of a sheet

Dataset opened(std::string const& path, std::string const& shown,
               FirstRow first_row = FirstRow::header)
{
    refuse_other_than_files(path, shown);
    // All cells stay text, so that 06148 keeps its zero; well-known text is taken from usual columns.
    std::array<char const*, 4> const options{"AUTODETECT_TYPE=NO",
                                             "GEOM_POSSIBLE_NAMES=wkt,WKT,geometry,geom,the_geom",
                                             "KEEP_GEOM_COLUMNS=NO", nullptr};
    // The first row of a sheet is its header, also where all cells below are text like it.
    auto const* const headers = first_row == FirstRow::header ? "FORCE" : "DISABLE";
    CPLSetThreadLocalConfigOption("OGR_XLSX_HEADERS", headers);
    CPLSetThreadLocalConfigOption("OGR_ODS_HEADERS", headers);
    bool const csv = is_text_table(path);
    Dataset dataset{GDALOpenEx(with_time_limit(path).c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY,
                               table_drivers(), csv ? options.data() : nullptr, nullptr)};
    if (!dataset) {
        auto const said = without_folder(Quiet::words(), path);
        refuse(shown + " is not a file of shapes or a table that can be read" +
               (said.empty() ? "" : " (" + said + ")"));
    }
    return dataset;
}

std::vector<std::string> layer_names(GDALDatasetH dataset)
{
    std::vector<std::string> names;
    for (int i = 0; i < GDALDatasetGetLayerCount(dataset); ++i) {
        names.emplace_back(OGR_L_GetName(GDALDatasetGetLayer(dataset, i)));
    }
    return names;
}

std::string joined(std::vector<std::string> const& names)
{
    std::string all;
    for (std::size_t i = 0; i < names.size(); ++i) {
        all += (all.empty() ? "" : ", ") + shown_header(names[i], i);
    }
    return all;
}

std::string driver_of(GDALDatasetH dataset)
{
    auto* const driver = GDALGetDatasetDriver(dataset);
    return driver != nullptr ? GDALGetDriverShortName(driver) : "";
}

bool is_openstreetmap(GDALDatasetH dataset)
{
    return driver_of(dataset) == "OSM";
}

/// Where blank rows come from formatting and mean nothing.
bool is_sheet(GDALDatasetH dataset)
{
    auto const driver = driver_of(dataset);
    return driver == "CSV" || driver == "XLSX" || driver == "ODS" || driver == "XLS";
}

/// The driver reads a file of OpenStreetMap once for all layers and keeps what it is not asked for; told
/// what is wanted it keeps nothing else.
void want_only(GDALDatasetH dataset, std::string const& layer)
{
    auto const words = "SET interest_layers = " + layer;
    GDALDatasetReleaseResultSet(dataset,
                                GDALDatasetExecuteSQL(dataset, words.c_str(), nullptr, nullptr));
}

OGRLayerH layer_of(GDALDatasetH dataset, LayerSource const& source)
{
    auto const names = layer_names(dataset);
    if (!source.table.empty()) {
        if (auto* const layer = GDALDatasetGetLayerByName(dataset, source.table.c_str())) {
            return layer;
        }
        refuse(shown_source(source.source) + " has no layer \"" + source.table +
               "\"; it has: " + joined(names));
    }
    std::vector<std::string> candidates;
    for (auto const& name : names) {
        if (name != "layer_styles") {  // QGIS puts its styles beside the data
            candidates.push_back(name);
        }
    }
    if (candidates.empty()) {
        refuse(shown_source(source.source) + " has no layer");
    }
    if (candidates.size() > 1) {
        refuse(shown_source(source.source) + " has " + std::to_string(candidates.size()) +
               " layers (" + joined(candidates) + "); name one with layer = \"...\"");
    }
    return GDALDatasetGetLayerByName(dataset, candidates.front().c_str());
}

FieldKind kind_of(OGRFieldDefnH definition)
{
    switch (OGR_Fld_GetType(definition)) {
    case OFTString:
        return FieldKind::text;
    case OFTInteger:
    case OFTInteger64:
        return FieldKind::integer;
    case OFTReal:
        return FieldKind::real;
    case OFTDate:
    case OFTDateTime:
        return FieldKind::date;
    default:
        return FieldKind::other;
    }
}

std::vector<Field> fields_of(OGRLayerH layer)
{
    auto* const definition = OGR_L_GetLayerDefn(layer);
    std::vector<Field> fields(static_cast<std::size_t>(OGR_FD_GetFieldCount(definition)));
    for (std::size_t i = 0; i < fields.size(); ++i) {
        auto* const one = OGR_FD_GetFieldDefn(definition, static_cast<int>(i));
        std::string_view name = OGR_Fld_GetNameRef(one);
        if (name.starts_with("\xEF\xBB\xBF")) {
            name.remove_prefix(3);
        }
        fields[i].name = nfc(trimmed(name));
        fields[i].kind = kind_of(one);
    }
    return fields;
}

std::string padded(int value, std::size_t width)
{
    auto const digits = std::to_string(value);
    return std::string(width - std::min(width, digits.size()), '0') + digits;
}

/// As people and standards write it, not as OGR does (2025/07/01).
std::string day_of(OGRFeatureH feature, int i)
{
    int year = 0;
    int month = 0;
    int day = 0;
    int hour = 0;
    int minute = 0;
    float second = 0.0F;
    int zone = 0;
    OGR_F_GetFieldAsDateTimeEx(feature, i, &year, &month, &day, &hour, &minute, &second, &zone);
    auto const date = padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2);
    return hour == 0 && minute == 0 && second == 0.0F
               ? date
               : date + "T" + padded(hour, 2) + ":" + padded(minute, 2) + ":" +
                     padded(static_cast<int>(second), 2);
}

/// A typed day in a column of a sheet that also has text comes out as 2025/07/01.
std::string with_iso_day(std::string text)
{
    auto const digit = [&text](std::size_t at) { return text[at] >= '0' && text[at] <= '9'; };
    bool const day = text.size() == 10 && text[4] == '/' && text[7] == '/' &&
                     std::ranges::all_of(std::array{0U, 1U, 2U, 3U, 5U, 6U, 8U, 9U}, digit);
    if (day) {
        text[4] = text[7] = '-';
    }
    return text;
}

Cell cell_of(OGRFeatureH feature, int i, FieldKind kind)
{
    if (OGR_F_IsFieldSetAndNotNull(feature, i) == 0) {
        return std::nullopt;
    }
    if (kind == FieldKind::date) {
        return day_of(feature, i);
    }
    if (kind == FieldKind::real) {
        return shortest(OGR_F_GetFieldAsDouble(feature, i));
    }
    std::string text = OGR_F_GetFieldAsString(feature, i);
    if (trimmed(text).empty()) {
        return std::nullopt;
    }
    return kind == FieldKind::text ? with_iso_day(std::move(text)) : text;
}

Line line_of(OGRGeometryH line)
{
    Line points(static_cast<std::size_t>(OGR_G_GetPointCount(line)));
    if (!points.empty()) {
        OGR_G_GetPoints(line, &points.front().x, sizeof(Point), &points.front().y, sizeof(Point),
                        nullptr, 0);
    }
    return points;
}

template <class Make>
auto parts_of(OGRGeometryH geometry, Make make)
{
    std::vector<decltype(make(geometry))> parts;
    for (int i = 0; i < OGR_G_GetGeometryCount(geometry); ++i) {
        parts.push_back(make(OGR_G_GetGeometryRef(geometry, i)));
    }
    return parts;
}

Polygon polygon_of(OGRGeometryH polygon)
{
    return parts_of(polygon, line_of);
}

/// What a collection holds: its polygons, else its lines. Tools that mend polygons leave such behind, with
/// slivers of lines beside them.
void collect(OGRGeometryH geometry, Area& area, MultiLine& lines)
{
    switch (OGR_GT_Flatten(OGR_G_GetGeometryType(geometry))) {
    case wkbPolygon:
    case wkbTriangle:
        area.push_back(polygon_of(geometry));
        break;
    case wkbLineString:
        lines.push_back(line_of(geometry));
        break;
    case wkbMultiPolygon:
    case wkbMultiLineString:
    case wkbGeometryCollection:
    case wkbPolyhedralSurface:
    case wkbTIN:
        for (int i = 0; i < OGR_G_GetGeometryCount(geometry); ++i) {
            collect(OGR_G_GetGeometryRef(geometry, i), area, lines);
        }
        break;
    default:
        break;
    }
}

Shape shape_of(OGRGeometryH geometry)
{
    switch (OGR_GT_Flatten(OGR_G_GetGeometryType(geometry))) {
    case wkbPoint:
        return Point{OGR_G_GetX(geometry, 0), OGR_G_GetY(geometry, 0)};
    case wkbMultiPoint:
        if (OGR_G_GetGeometryCount(geometry) == 1) {
            return shape_of(OGR_G_GetGeometryRef(geometry, 0));
        }
        return OtherShape{};
    default:
        break;
    }
    Area area;
    MultiLine lines;
    collect(geometry, area, lines);
    if (!area.empty()) {
        return area;
    }
    return lines.empty() ? Shape{OtherShape{}} : Shape{std::move(lines)};
}

void add_shape(Table& table, OGRGeometryH geometry)
{
    if (geometry == nullptr || OGR_G_IsEmpty(geometry) != 0) {
        table.shapes.emplace_back(NoShape{});
    } else if (OGR_G_HasCurveGeometry(geometry, FALSE) != 0) {
        GeometryHandle const straight{OGR_G_GetLinearGeometry(geometry, 0.0, nullptr)};
        table.shapes.push_back(shape_of(straight.get()));
        table.curved += OGR_G_HasCurveGeometry(geometry, TRUE) != 0 ? 1U : 0U;
    } else {
        table.shapes.push_back(shape_of(geometry));
    }
}

bool is_blank(Table const& table, std::vector<Cell> const& cells, OGRFeatureH feature, bool spatial)
{
    auto* const geometry = spatial ? OGR_F_GetGeometryRef(feature) : nullptr;
    return !table.fields.empty() && (geometry == nullptr || OGR_G_IsEmpty(geometry) != 0) &&
           std::ranges::none_of(cells, [](Cell const& cell) { return cell.has_value(); });
}

/// Sheets of offices end in thousands of blank rows.
void add_row(Table& table, OGRFeatureH feature, bool spatial, bool sheet)
{
    std::vector<Cell> cells;
    for (std::size_t i = 0; i < table.fields.size(); ++i) {
        cells.push_back(cell_of(feature, static_cast<int>(i), table.fields[i].kind));
    }
    if (sheet && is_blank(table, cells, feature, spatial)) {
        if (table.blank_rows++ == 0) {
            for (std::size_t row = 0; row < table.rows; ++row) {
                table.row_in_file.push_back(row);
            }
        }
        return;
    }
    for (std::size_t i = 0; i < cells.size(); ++i) {
        table.fields[i].cells.push_back(std::move(cells[i]));
    }
    if (spatial) {
        add_shape(table, OGR_F_GetGeometryRef(feature));
    }
    if (table.blank_rows > 0) {
        table.row_in_file.push_back(table.rows + table.blank_rows);
    }
    ++table.rows;
}

}  // namespace

std::optional<Crs> crs_of(OGRSpatialReferenceH reference)
{
    if (reference == nullptr) {
        return std::nullopt;
    }
    auto const* const authority = OSRGetAuthorityName(reference, nullptr);
    auto const* const code = OSRGetAuthorityCode(reference, nullptr);
    if (authority != nullptr && code != nullptr && std::strcmp(authority, "EPSG") == 0) {
        return Crs::parse(std::string{"EPSG:"} + code);
    }
    char* wkt = nullptr;
    std::array<char const*, 2> const options{"FORMAT=WKT2_2019", nullptr};
    OSRExportToWktEx(reference, &wkt, options.data());
    std::string const text = wkt != nullptr ? wkt : "";
    CPLFree(wkt);
    if (text.empty() || text.starts_with("ENGCRS") || text.starts_with("LOCAL_CS")) {
        return std::nullopt;  // "undefined" systems of GeoPackage
    }
    return Crs::parse(text);
}

std::string LayerSource::column(std::string const& name) const
{
    for (auto const* const said : {&columns, &usual}) {
        if (auto const found = said->find(name); found != said->end()) {
            return found->second;
        }
    }
    return name;
}

namespace {

Table table_of(LayerSource const& source)
{
    auto const dataset = opened(path_of(source), shown_source(source.source));
    auto* const layer = layer_of(dataset.get(), source);
    Table table;
    table.file = shown_source(source.source);
    table.layer = OGR_L_GetName(layer);
    table.fields = fields_of(layer);
    bool const spatial = OGR_L_GetGeomType(layer) != wkbNone;
    if (spatial) {
        table.crs = crs_of(OGR_L_GetSpatialRef(layer));
    }
    table.openstreetmap = is_openstreetmap(dataset.get());
    if (table.openstreetmap) {
        want_only(dataset.get(), table.layer);
    }
    bool const sheet = is_sheet(dataset.get());
    OGR_L_ResetReading(layer);
    for (Feature feature{OGR_L_GetNextFeature(layer)}; feature;
         feature.reset(OGR_L_GetNextFeature(layer))) {
        add_row(table, feature.get(), spatial, sheet);
    }
    if (CPLGetLastErrorType() == CE_Failure) {
        refuse(table.file + " breaks off after row " + std::to_string(table.rows) + " (" +
               without_folder(Quiet::words(), path_of(source)) + ")");
    }
    return table;
}

/// The cells of a sheet below no header at all.
Grid grid_of_sheet(LayerSource const& source)
{
    auto const dataset = opened(path_of(source), shown_source(source.source), FirstRow::data);
    auto* const layer = layer_of(dataset.get(), source);
    auto const fields = fields_of(layer);
    Grid grid;
    OGR_L_ResetReading(layer);
    for (Feature feature{OGR_L_GetNextFeature(layer)}; feature;
         feature.reset(OGR_L_GetNextFeature(layer))) {
        std::vector<Cell> row;
        for (std::size_t i = 0; i < fields.size(); ++i) {
            row.push_back(cell_of(feature.get(), static_cast<int>(i), fields[i].kind));
        }
        grid.push_back(std::move(row));
    }
    return grid;
}

std::optional<Table> table_of_office(LayerSource const& source, bool text)
{
    auto table = laid_out(text ? grid_of_text(path_of(source)) : grid_of_sheet(source),
                          source.import.header);
    if (!table && source.import.header > 0) {
        refuse("row " + std::to_string(source.import.header) + " of " +
               shown_source(source.source) + " holds no header");
    }
    if (table) {
        table->file = shown_source(source.source);
    }
    return table;
}

/// One sheet with its header found.
Table sheet_of(LayerSource const& source)
{
    auto const path = path_of(source);
    bool const text = is_text_table(path);
    if (text && std::filesystem::is_regular_file(path) &&
        (source.import.header > 0 || is_text_of_a_spreadsheet(path))) {
        if (auto table = table_of_office(source, true)) {
            return std::move(*table);
        }
    }
    auto table = table_of(source);
    auto const ending = folded(std::filesystem::path{path}.extension().string());
    bool const sheet = ending == ".xlsx" || ending == ".ods";
    if ((text || sheet) && (source.import.header > 0 || header_is_elsewhere(table))) {
        if (auto found = table_of_office(source, text)) {
            found->layer = table.layer;
            table = std::move(*found);
        }
    }
    if (sheet) {
        table.formulas = formulas_without_values(path);
    }
    drop_tool_columns(table, source);
    return table;
}

/// The period of a sheet's name, for the year also of what stands above its header: "Tháng 3", "T3/2024".
std::string period_of_sheet(std::string const& name, Table const& table)
{
    auto const year = table.title_period ? table.title_period->from.text().substr(0, 4) : "";
    for (auto const& text : {name, name + " năm " + year, name + "/" + year}) {
        if (auto const period = written_period(text)) {
            return period->code();
        }
    }
    refuse("the name of the sheet " + shown_header(name, 0) + " of " + table.file +
           " tells of no period");
}

/// Adds the rows of another sheet of the same columns.
void append(Table& table, Table&& sheet, std::string const& name)
{
    for (auto& field : table.fields) {
        auto const same = std::ranges::find(sheet.fields, field.name, &Field::name);
        if (same == sheet.fields.end() || table.fields.size() != sheet.fields.size()) {
            refuse("the sheet " + shown_header(name, 0) + " of " + table.file +
                   " has other columns than the one before: read it for itself, or take it out of "
                   "sheets");
        }
        std::ranges::move(same->cells, std::back_inserter(field.cells));
    }
    for (std::size_t row = 0; row < sheet.rows; ++row) {
        table.row_in_file.push_back(sheet.row_number(row) - 1);
    }
    table.sheets.emplace_back(table.rows, name);
    table.rows += sheet.rows;
    table.title_rows = std::max(table.title_rows, sheet.title_rows);
    table.note_rows += sheet.note_rows;
    table.blank_rows += sheet.blank_rows;
    table.recast.filled += sheet.recast.filled;
    table.recast.total_rows += sheet.recast.total_rows;
    table.recast.total_columns += sheet.recast.total_columns;
    table.recast.blank_figures += sheet.recast.blank_figures;
    table.recast.rows_before += sheet.recast.rows_before;
    table.recast.unequal += sheet.recast.unequal;
    if (table.recast.unequal_row.empty() && sheet.recast.unequal > 0) {
        table.recast.unequal_row =
            "sheet " + shown_header(name, 0) + ", " + sheet.recast.unequal_row;
    }
    std::ranges::move(sheet.set_aside, std::back_inserter(table.set_aside));
}

Table sheets_of(LayerSource const& source)
{
    bool const any = source.import.sheets.front() == "*";
    auto const names = any ? like_sheets(source) : source.import.sheets;
    if (std::set<std::string>{names.begin(), names.end()}.size() < names.size()) {
        refuse("sheets names one sheet twice: its rows would be counted twice");
    }
    if (names.empty()) {
        refuse(shown_source(source.source) + " has no sheets to read one below the other");
    }
    std::optional<Table> all;
    for (auto const& name : names) {
        auto one = source;
        one.table = name;
        auto sheet = sheet_of(one);
        if (one.import.period == "sheet") {
            one.import.period = period_of_sheet(name, sheet);
        }
        sheet = recast(std::move(sheet), one);
        if (all) {
            append(*all, std::move(sheet), name);
            continue;
        }
        all = std::move(sheet);
        all->sheets.emplace_back(0, name);
        for (std::size_t row = 0; all->row_in_file.size() < all->rows; ++row) {
            all->row_in_file.push_back(row);
        }
    }
    if (any) {
        for (auto const& sheet : summarise(path_of(source))) {
            if (sheet.rows > 0 && std::ranges::find(names, sheet.name) == names.end()) {
                all->sheets_left_out.push_back(sheet.name);
            }
        }
    }
    return std::move(*all);
}

}  // namespace

Table read_table(LayerSource const& source)
{
    register_drivers();
    Quiet const quiet;
    auto table =
        source.import.sheets.empty() ? recast(sheet_of(source), source) : sheets_of(source);
    if (!source.where.empty()) {
        keep_where(table, source.where);
    }
    return table;
}

std::vector<LayerSummary> summarise(std::filesystem::path const& file)
{
    register_drivers();
    Quiet const quiet;
    auto const dataset = opened(file.string(), shown_source(file.string()));
    std::vector<LayerSummary> layers;
    for (int i = 0; i < GDALDatasetGetLayerCount(dataset.get()); ++i) {
        auto* const layer = GDALDatasetGetLayer(dataset.get(), i);
        LayerSummary summary;
        summary.name = OGR_L_GetName(layer);
        bool const spatial = OGR_L_GetGeomType(layer) != wkbNone;
        summary.geometry = spatial ? OGRGeometryTypeToName(OGR_L_GetGeomType(layer)) : "none";
        auto const crs = spatial ? crs_of(OGR_L_GetSpatialRef(layer)) : std::nullopt;
        summary.crs = crs ? crs->text() + " " + crs->name() : "none";
        summary.rows = static_cast<std::size_t>(OGR_L_GetFeatureCount(layer, 1));
        auto* const definition = OGR_L_GetLayerDefn(layer);
        for (int f = 0; f < OGR_FD_GetFieldCount(definition); ++f) {
            auto* const one = OGR_FD_GetFieldDefn(definition, f);
            summary.fields.emplace_back(
                shown_header(OGR_Fld_GetNameRef(one), static_cast<std::size_t>(f)),
                OGR_GetFieldTypeName(OGR_Fld_GetType(one)));
        }
        layers.push_back(std::move(summary));
    }
    return layers;
}

}  // namespace marchland::geo
