#include "geo/files/read.hpp"

#include "geo/files/gdal_handle.hpp"
#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/text.hpp"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_string.h>
#include <ogr_srs_api.h>

#include <array>
#include <cstring>

namespace marchland::geo {
namespace {

bool is_connection(std::string const& source)
{
    return source.starts_with("PG:") || source.starts_with("/vsi");
}

std::string path_of(LayerSource const& source)
{
    if (is_connection(source.source)) {
        return source.source;
    }
    auto const path = std::filesystem::path{source.source};
    return path.is_absolute() ? path.string() : (source.folder / path).string();
}

[[noreturn]] void refuse(std::string const& words)
{
    throw Error{Trouble::findings, words};
}

Dataset opened(std::string const& path, std::string const& shown)
{
    if (!is_connection(path) && !std::filesystem::exists(path)) {
        refuse("the file " + shown + " does not exist");
    }
    // All cells stay text, so that 06148 keeps its zero; well-known text is taken from usual columns.
    std::array<char const*, 4> const options{"AUTODETECT_TYPE=NO",
                                             "GEOM_POSSIBLE_NAMES=wkt,WKT,geometry,geom,the_geom",
                                             "KEEP_GEOM_COLUMNS=NO", nullptr};
    // The first row of a sheet is its header, also where all cells below are text like it.
    CPLSetThreadLocalConfigOption("OGR_XLSX_HEADERS", "FORCE");
    CPLSetThreadLocalConfigOption("OGR_ODS_HEADERS", "FORCE");
    bool const csv = path.ends_with(".csv") || path.ends_with(".CSV") || path.ends_with(".tsv");
    Dataset dataset{GDALOpenEx(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, nullptr,
                               csv ? options.data() : nullptr, nullptr)};
    if (!dataset) {
        auto const said = Quiet::words();
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
    for (auto const& name : names) {
        all += (all.empty() ? "" : ", ") + name;
    }
    return all;
}

bool is_openstreetmap(GDALDatasetH dataset)
{
    auto* const driver = GDALGetDatasetDriver(dataset);
    return driver != nullptr && std::string_view{GDALGetDriverShortName(driver)} == "OSM";
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
        refuse(source.source + " has no layer \"" + source.table + "\"; it has: " + joined(names));
    }
    std::vector<std::string> candidates;
    for (auto const& name : names) {
        if (name != "layer_styles") {  // QGIS puts its styles beside the data
            candidates.push_back(name);
        }
    }
    if (candidates.empty()) {
        refuse(source.source + " has no layer");
    }
    if (candidates.size() > 1) {
        refuse(source.source + " has " + std::to_string(candidates.size()) + " layers (" +
               joined(candidates) + "); name one with layer = \"...\"");
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

Cell cell_of(OGRFeatureH feature, int i, FieldKind kind)
{
    if (OGR_F_IsFieldSetAndNotNull(feature, i) == 0) {
        return std::nullopt;
    }
    if (kind == FieldKind::real) {
        return shortest(OGR_F_GetFieldAsDouble(feature, i));
    }
    std::string text = OGR_F_GetFieldAsString(feature, i);
    if (trimmed(text).empty()) {
        return std::nullopt;
    }
    return text;
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

Shape shape_of(OGRGeometryH geometry)
{
    if (geometry == nullptr || OGR_G_IsEmpty(geometry) != 0) {
        return NoShape{};
    }
    switch (OGR_GT_Flatten(OGR_G_GetGeometryType(geometry))) {
    case wkbPoint:
        return Point{OGR_G_GetX(geometry, 0), OGR_G_GetY(geometry, 0)};
    case wkbMultiPoint:
        if (OGR_G_GetGeometryCount(geometry) == 1) {
            return shape_of(OGR_G_GetGeometryRef(geometry, 0));
        }
        return OtherShape{};
    case wkbLineString:
        return MultiLine{line_of(geometry)};
    case wkbMultiLineString:
        return parts_of(geometry, line_of);
    case wkbPolygon:
        return Area{polygon_of(geometry)};
    case wkbMultiPolygon:
        return parts_of(geometry, polygon_of);
    default:
        return OtherShape{};
    }
}

void add_row(Table& table, OGRFeatureH feature, bool spatial)
{
    for (std::size_t i = 0; i < table.fields.size(); ++i) {
        auto& field = table.fields[i];
        field.cells.push_back(cell_of(feature, static_cast<int>(i), field.kind));
    }
    if (spatial) {
        table.shapes.push_back(shape_of(OGR_F_GetGeometryRef(feature)));
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
    for (auto const* const names : {&columns, &usual}) {
        if (auto const found = names->find(name); found != names->end()) {
            return found->second;
        }
    }
    return name;
}

Table read_table(LayerSource const& source)
{
    register_drivers();
    Quiet const quiet;
    auto const dataset = opened(path_of(source), source.source);
    auto* const layer = layer_of(dataset.get(), source);
    Table table;
    table.file = source.source;
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
    OGR_L_ResetReading(layer);
    for (Feature feature{OGR_L_GetNextFeature(layer)}; feature;
         feature.reset(OGR_L_GetNextFeature(layer))) {
        add_row(table, feature.get(), spatial);
    }
    if (CPLGetLastErrorType() == CE_Failure) {
        refuse(source.source + " breaks off after row " + std::to_string(table.rows) + " (" +
               Quiet::words() + ")");
    }
    return table;
}

std::vector<LayerSummary> summarise(std::filesystem::path const& file)
{
    register_drivers();
    Quiet const quiet;
    auto const dataset = opened(file.string(), file.string());
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
            summary.fields.emplace_back(OGR_Fld_GetNameRef(one),
                                        OGR_GetFieldTypeName(OGR_Fld_GetType(one)));
        }
        layers.push_back(std::move(summary));
    }
    return layers;
}

}  // namespace marchland::geo
