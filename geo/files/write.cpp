#include "geo/files/write.hpp"

#include "geo/files/gdal_handle.hpp"
#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/text.hpp"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_string.h>
#include <ogr_srs_api.h>
#include <sodium.h>

#include <array>
#include <cmath>
#include <cstring>
#include <fstream>
#include <optional>

namespace marchland::geo {
namespace {

namespace fs = std::filesystem;

/// Removes the temporary file unless it was renamed away.
class Beside {
public:
    explicit Beside(fs::path const& target)
        : target_{target}, path_{target.parent_path() / ("." + target.stem().string() + ".part" +
                                                         target.extension().string())}
    {
        std::error_code ignored;
        fs::remove(path_, ignored);  // what a killed run left
    }
    ~Beside()
    {
        std::error_code ignored;
        fs::remove(path_, ignored);
        fs::remove(path_.string() + "-journal", ignored);
        fs::remove(path_.string() + "-wal", ignored);
    }
    Beside(Beside const&) = delete;
    Beside& operator=(Beside const&) = delete;

    fs::path const& path() const { return path_; }

    void rename()
    {
        std::error_code trouble;
        fs::rename(path_, target_, trouble);
        if (trouble) {
            throw Error{Trouble::failed,
                        "cannot write " + target_.string() + " (" + trouble.message() + ")"};
        }
    }

private:
    fs::path target_;
    fs::path path_;
};

/// The first failure that GDAL reports, kept until asked.
class Watch {
public:
    explicit Watch(std::string target) : target_{std::move(target)}
    {
        CPLPushErrorHandlerEx(&Watch::hear, this);
    }
    ~Watch() { CPLPopErrorHandler(); }
    Watch(Watch const&) = delete;
    Watch& operator=(Watch const&) = delete;

    void check() const
    {
        if (!first_.empty()) {
            throw Error{Trouble::failed, "cannot write " + target_ + " (" + first_ +
                                             "); is the disk full or the folder write-protected?"};
        }
    }

private:
    static void CPL_STDCALL hear(CPLErr kind, CPLErrorNum, char const* words)
    {
        auto* const self = static_cast<Watch*>(CPLGetErrorHandlerUserData());
        if (kind >= CE_Failure && self->first_.empty()) {
            self->first_ = words;
        }
    }

    std::string target_;
    std::string first_;
};

struct ReferenceRelease {
    void operator()(OGRSpatialReferenceH reference) const noexcept { OSRRelease(reference); }
};
using Reference = std::unique_ptr<std::remove_pointer_t<OGRSpatialReferenceH>, ReferenceRelease>;

Reference reference_of(Crs const& crs)
{
    Reference reference{OSRNewSpatialReference(nullptr)};
    OSRSetFromUserInput(reference.get(), crs.text().c_str());
    OSRSetAxisMappingStrategy(reference.get(), OAMS_TRADITIONAL_GIS_ORDER);
    return reference;
}

OGRwkbGeometryType wkb_of(ShapeType type)
{
    switch (type) {
    case ShapeType::point:
        return wkbPoint;
    case ShapeType::line:
        return wkbMultiLineString;
    case ShapeType::area:
        return wkbMultiPolygon;
    default:
        return wkbNone;
    }
}

void fill(OGRGeometryH geometry, Line const& line)
{
    if (!line.empty()) {
        OGR_G_SetPoints(geometry, static_cast<int>(line.size()), &line.front().x, sizeof(Point),
                        &line.front().y, sizeof(Point), nullptr, 0);
    }
}

OGRGeometryH line_geometry(Line const& line, OGRwkbGeometryType type)
{
    auto* const geometry = OGR_G_CreateGeometry(type);
    fill(geometry, line);
    return geometry;
}

OGRGeometryH polygon_geometry(Polygon const& polygon)
{
    auto* const geometry = OGR_G_CreateGeometry(wkbPolygon);
    for (auto const& ring : polygon) {
        OGR_G_AddGeometryDirectly(geometry, line_geometry(ring, wkbLinearRing));
    }
    return geometry;
}

GeometryHandle geometry_of(Shape const& shape)
{
    GeometryHandle geometry;
    if (auto const* const point = std::get_if<Point>(&shape)) {
        geometry.reset(OGR_G_CreateGeometry(wkbPoint));
        OGR_G_SetPoint_2D(geometry.get(), 0, point->x, point->y);
    } else if (auto const* const lines = std::get_if<MultiLine>(&shape); lines && !lines->empty()) {
        geometry.reset(OGR_G_CreateGeometry(wkbMultiLineString));
        for (auto const& line : *lines) {
            OGR_G_AddGeometryDirectly(geometry.get(), line_geometry(line, wkbLineString));
        }
    } else if (auto const* const area = std::get_if<Area>(&shape); area && !area->empty()) {
        geometry.reset(OGR_G_CreateGeometry(wkbMultiPolygon));
        for (auto const& polygon : *area) {
            OGR_G_AddGeometryDirectly(geometry.get(), polygon_geometry(polygon));
        }
    }
    return geometry;
}

void set_field(OGRFeatureH feature, int i, Value const& value)
{
    if (auto const* const whole = std::get_if<std::int64_t>(&value)) {
        OGR_F_SetFieldInteger64(feature, i, *whole);
    } else if (auto const* const real = std::get_if<double>(&value); real && !std::isnan(*real)) {
        OGR_F_SetFieldDouble(feature, i, *real);
    } else if (auto const* const text = std::get_if<std::string>(&value)) {
        OGR_F_SetFieldString(feature, i, text->c_str());
    } else {
        OGR_F_SetFieldNull(feature, i);
    }
}

OGRLayerH make_layer(GDALDatasetH dataset, OGRSpatialReferenceH reference, StoreTable const& table)
{
    char** options = nullptr;
    options = CSLSetNameValue(options, "DESCRIPTION", table.description.c_str());
    options = CSLSetNameValue(options, "GEOMETRY_NAME", "geom");
    bool const spatial = table.shape_type != ShapeType::none;
    auto* const layer =
        GDALDatasetCreateLayer(dataset, table.name.c_str(), spatial ? reference : nullptr,
                               wkb_of(table.shape_type), options);
    CSLDestroy(options);
    if (layer == nullptr) {
        return nullptr;
    }
    for (auto const& column : table.columns) {
        auto const type = column.type == ValueType::integer ? OFTInteger64
                          : column.type == ValueType::real  ? OFTReal
                                                            : OFTString;
        auto* const field = OGR_Fld_Create(column.name.c_str(), type);
        OGR_L_CreateField(layer, field, 1);
        OGR_Fld_Destroy(field);
    }
    return layer;
}

void write_table(GDALDatasetH dataset, OGRSpatialReferenceH reference, StoreTable const& table,
                 Watch const& watch, Job const& job)
{
    auto* const layer = make_layer(dataset, reference, table);
    watch.check();
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        job.at(static_cast<double>(row) / static_cast<double>(table.rows.size()));
        Feature const feature{OGR_F_Create(OGR_L_GetLayerDefn(layer))};
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            set_field(feature.get(), static_cast<int>(i), table.rows[row][i]);
        }
        if (table.shape_type != ShapeType::none) {
            OGR_F_SetGeometryDirectly(feature.get(), geometry_of(table.shapes[row]).release());
        }
        if (OGR_L_CreateFeature(layer, feature.get()) != OGRERR_NONE) {
            break;  // said to the watch
        }
    }
    watch.check();
}

/// The table in which QGIS looks for styles.
StoreTable styles_table(LayerStyles const& styles)
{
    StoreTable table{.name = "layer_styles", .description = "how QGIS draws the layers"};
    for (auto const* const name : {"f_table_catalog", "f_table_schema", "f_table_name",
                                   "f_geometry_column", "styleName", "styleQML", "styleSLD"}) {
        table.columns.push_back({name, ValueType::text});
    }
    table.columns.push_back({"useAsDefault", ValueType::integer});
    for (auto const* const name : {"description", "owner", "ui", "update_time"}) {
        table.columns.push_back({name, ValueType::text});
    }
    for (auto const& [layer, qml] : styles) {
        table.rows.push_back({std::string{}, std::string{}, layer, std::string{"geom"}, layer, qml,
                              std::string{}, std::int64_t{1}, std::string{"Marchland"},
                              std::string{}, std::monostate{},
                              std::string{"2025-07-01T00:00:00.000Z"}});
    }
    return table;
}

std::string csv_cell(std::string text)
{
    bool const number = number_in(text).has_value();
    if (!text.empty() && !number && std::strchr("=+-@", text.front()) != nullptr) {
        text.insert(0, "'");
    }
    if (text.find_first_of("\",\r\n") == std::string::npos) {
        return text;
    }
    std::string quoted = "\"";
    for (char const letter : text) {
        quoted += letter == '"' ? "\"\"" : std::string(1, letter);
    }
    return quoted + "\"";
}

std::string csv_cell(Value const& value)
{
    if (auto const* const whole = std::get_if<std::int64_t>(&value)) {
        return std::to_string(*whole);
    }
    if (auto const* const real = std::get_if<double>(&value)) {
        return shortest(*real);
    }
    auto const* const text = std::get_if<std::string>(&value);
    return text != nullptr ? csv_cell(*text) : std::string{};
}

}  // namespace

void write_geopackage(fs::path const& path, Crs const& crs, std::span<StoreTable const> tables,
                      LayerStyles const& styles, Job const& job)
{
    register_drivers();
    Beside beside{path};
    Watch const watch{path.string()};
    CPLSetThreadLocalConfigOption("OGR_SQLITE_SYNCHRONOUS", "OFF");  // renamed when whole anyway
    {
        Dataset const dataset{GDALCreate(GDALGetDriverByName("GPKG"), beside.path().c_str(), 0, 0,
                                         0, GDT_Unknown, nullptr)};
        watch.check();
        auto const reference = reference_of(crs);
        GDALDatasetStartTransaction(dataset.get(), 0);
        for (std::size_t t = 0; t < tables.size(); ++t) {
            auto const part = [&](std::size_t k) {
                return static_cast<double>(k) / static_cast<double>(tables.size());
            };
            write_table(dataset.get(), reference.get(), tables[t], watch,
                        job.part(part(t), part(t + 1)));
        }
        if (!styles.empty()) {
            write_table(dataset.get(), reference.get(), styles_table(styles), watch, {});
        }
        GDALDatasetCommitTransaction(dataset.get());
        watch.check();
    }
    watch.check();
    beside.rename();
}

std::string csv_text(StoreTable const& table)
{
    std::string text = "\xEF\xBB\xBF";
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        text += (i == 0 ? "" : ",") + csv_cell(table.columns[i].name);
    }
    text += "\r\n";
    for (auto const& row : table.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            text += (i == 0 ? "" : ",") + csv_cell(row[i]);
        }
        text += "\r\n";
    }
    return text;
}

void write_file(fs::path const& path, std::string_view bytes)
{
    Beside beside{path};
    {
        std::ofstream out{beside.path(), std::ios::binary};
        out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        out.close();
        if (!out) {
            throw Error{Trouble::failed, "cannot write " + path.string() +
                                             "; is the disk full or the folder write-protected?"};
        }
    }
    beside.rename();
}

void make_folder(fs::path const& folder)
{
    std::error_code trouble;
    fs::create_directories(folder, trouble);
    if (trouble && !fs::is_directory(folder)) {
        throw Error{Trouble::failed,
                    "cannot make the folder " + folder.string() + " (" + trouble.message() + ")"};
    }
}

std::string sha256_of_file(fs::path const& path)
{
    std::ifstream in{path, std::ios::binary};
    if (!in) {
        throw Error{Trouble::failed, "cannot read " + path.string()};
    }
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    std::vector<char> block(1U << 16U);
    while (in.read(block.data(), static_cast<std::streamsize>(block.size())) || in.gcount() > 0) {
        crypto_hash_sha256_update(&state, reinterpret_cast<unsigned char const*>(block.data()),
                                  static_cast<unsigned long long>(in.gcount()));
    }
    std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
    crypto_hash_sha256_final(&state, digest.data());
    std::array<char, 2 * crypto_hash_sha256_BYTES + 1> text{};
    sodium_bin2hex(text.data(), text.size(), digest.data(), digest.size());
    return text.data();
}

}  // namespace marchland::geo
