#include "datasets/lang-son/make/ogr_shapes.hpp"

namespace marchland::lang_son {
namespace {

void fill(OGRLineString& to, geo::Line const& line)
{
    for (auto const point : line) {
        to.addPoint(point.x, point.y);
    }
}

}  // namespace

OGRGeometryUniquePtr ogr_shape(geo::Line const& line)
{
    auto whole = std::make_unique<OGRLineString>();
    fill(*whole, line);
    return OGRGeometryUniquePtr{whole.release()};
}

OGRGeometryUniquePtr ogr_shape(geo::Area const& area)
{
    auto whole = std::make_unique<OGRMultiPolygon>();
    for (auto const& polygon : area) {
        OGRPolygon part;
        for (auto const& ring : polygon) {
            OGRLinearRing closed;
            fill(closed, ring);
            part.addRing(&closed);
        }
        whole->addGeometry(&part);
    }
    return OGRGeometryUniquePtr{whole.release()};
}

}  // namespace marchland::lang_son
