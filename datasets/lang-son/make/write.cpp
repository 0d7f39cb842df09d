#include "datasets/lang-son/make/write.hpp"

#include "datasets/lang-son/make/ogr_shapes.hpp"
#include "datasets/lang-son/make/projection.hpp"
#include "geo/vocabulary/error.hpp"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>

#include <array>
#include <memory>

namespace marchland::lang_son {
namespace {

using Dataset = std::unique_ptr<GDALDataset>;

OGRFieldType type_of(Value const& value)
{
    constexpr std::array types{OFTString, OFTInteger, OFTReal};
    return types.at(value.index());
}

void set(OGRFeature& feature, int field, Value const& value)
{
    std::visit(
        [&](auto const& known) {
            if constexpr (std::is_same_v<std::decay_t<decltype(known)>, std::string>) {
                feature.SetField(field, known.c_str());
            } else {
                feature.SetField(field, known);
            }
        },
        value);
}

OGRSpatialReference local_system()
{
    OGRSpatialReference system;
    system.importFromEPSG(epsg);
    system.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    return system;
}

Dataset created(char const* driver_name, std::filesystem::path const& path, int columns, int rows,
                GDALDataType type, char** options)
{
    GDALAllRegister();
    // The time of writing would be the only thing that differs from one run to the next.
    CPLSetConfigOption("OGR_CURRENT_DATE", "2025-07-01T00:00:00.000Z");
    std::filesystem::remove(path);
    auto* const driver = GetGDALDriverManager()->GetDriverByName(driver_name);
    auto const bands = type == GDT_Unknown ? 0 : 1;
    Dataset data{driver->Create(path.c_str(), columns, rows, bands, type, options)};
    if (!data) {
        throw geo::Error{geo::Trouble::failed, path.string() + " cannot be written"};
    }
    return data;
}

void add_rows(OGRLayer& to, Layer const& layer)
{
    for (auto const& row : layer.rows) {
        OGRFeatureUniquePtr const feature{OGRFeature::CreateFeature(to.GetLayerDefn())};
        for (std::size_t i = 0; i < row.values.size(); ++i) {
            set(*feature, static_cast<int>(i), row.values[i]);
        }
        feature->SetGeometry(
            std::visit([](auto const& shape) { return ogr_shape(shape); }, row.shape).get());
        if (to.CreateFeature(feature.get()) != OGRERR_NONE) {
            throw geo::Error{geo::Trouble::failed, layer.name + " cannot be written"};
        }
    }
}

}  // namespace

void write_layer(Layer const& layer, std::filesystem::path const& path)
{
    auto const data = created("GPKG", path, 0, 0, GDT_Unknown, nullptr);
    auto system = local_system();
    CPLStringList options;
    options.SetNameValue("DESCRIPTION", layer.description.c_str());
    options.SetNameValue("GEOMETRY_NAME", "geom");
    bool const polygons = std::holds_alternative<geo::Area>(layer.rows.at(0).shape);
    auto* const to = data->CreateLayer(layer.name.c_str(), &system,
                                       polygons ? wkbMultiPolygon : wkbLineString, options.List());
    for (std::size_t i = 0; i < layer.columns.size(); ++i) {
        OGRFieldDefn field{layer.columns[i].c_str(), type_of(layer.rows.front().values.at(i))};
        to->CreateField(&field);
    }
    if (data->StartTransaction() != OGRERR_NONE) {
        throw geo::Error{geo::Trouble::failed, path.string() + " cannot be written"};
    }
    add_rows(*to, layer);
    if (data->CommitTransaction() != OGRERR_NONE) {
        throw geo::Error{geo::Trouble::failed, path.string() + " cannot be written"};
    }
}

void write_raster(Raster const& raster, std::string const& description,
                  std::filesystem::path const& path)
{
    CPLStringList options;
    options.SetNameValue("COMPRESS", "DEFLATE");
    options.SetNameValue("PREDICTOR", "2");
    auto const data =
        created("GTiff", path, raster.columns, raster.rows, GDT_Int16, options.List());
    std::array transform{raster.corner.x, raster.cell, 0.0, raster.corner.y, 0.0, -raster.cell};
    data->SetGeoTransform(transform.data());
    auto const system = local_system();
    data->SetSpatialRef(&system);
    data->SetMetadataItem("TIFFTAG_IMAGEDESCRIPTION", description.c_str());
    auto heights = raster.heights;
    auto* const band = data->GetRasterBand(1);
    if (band->RasterIO(GF_Write, 0, 0, raster.columns, raster.rows, heights.data(), raster.columns,
                       raster.rows, GDT_Int16, 0, 0, nullptr) != CE_None) {
        throw geo::Error{geo::Trouble::failed, path.string() + " cannot be written"};
    }
}

}  // namespace marchland::lang_son
