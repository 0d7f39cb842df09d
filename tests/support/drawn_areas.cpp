#include "tests/support/drawn_areas.hpp"

#include <ogrsf_frmts.h>

#include <memory>

namespace marchland::geo::test {
namespace {

Polygon polygon_of(OGRPolygon const& from)
{
    Polygon polygon;
    for (auto const* ring : from) {
        auto& points = polygon.emplace_back();
        for (auto const& point : *ring) {
            points.push_back({point.getX(), point.getY()});
        }
    }
    return polygon;
}

}  // namespace

PerCommune<Area> areas_from(std::string const& path)
{
    GDALAllRegister();
    std::unique_ptr<GDALDataset> const data{GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR)};
    PerCommune<Area> areas;
    for (auto const& feature : *data->GetLayer(0)) {
        Area area;
        auto const* const shape = feature->GetGeometryRef();
        if (wkbFlatten(shape->getGeometryType()) == wkbPolygon) {
            area.push_back(polygon_of(*shape->toPolygon()));
        } else {
            for (auto const* part : *shape->toMultiPolygon()) {
                area.push_back(polygon_of(*part));
            }
        }
        areas.push_back(std::move(area));
    }
    return areas;
}

}  // namespace marchland::geo::test
