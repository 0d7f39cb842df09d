#include "geo/shapes/shared_area.hpp"

#include <geos_c.h>

#include <memory>

namespace marchland::geo {
namespace {

struct FinishGeos {
    void operator()(GEOSContextHandle_t context) const { GEOS_finish_r(context); }
};
using OwnContext = std::unique_ptr<std::remove_pointer_t<GEOSContextHandle_t>, FinishGeos>;

struct DestroyGeometry {
    GEOSContextHandle_t context;
    void operator()(GEOSGeometry* geometry) const { GEOSGeom_destroy_r(context, geometry); }
};
using OwnGeometry = std::unique_ptr<GEOSGeometry, DestroyGeometry>;

GEOSGeometry* ring_of(GEOSContextHandle_t context, Ring const& ring)
{
    auto const count = static_cast<unsigned>(ring.size());
    auto* const points = GEOSCoordSeq_create_r(context, count, 2);
    for (unsigned i = 0; i < count; ++i) {
        GEOSCoordSeq_setXY_r(context, points, i, ring[i].x, ring[i].y);
    }
    return GEOSGeom_createLinearRing_r(context, points);
}

OwnGeometry geometry_of(GEOSContextHandle_t context, Area const& area)
{
    std::vector<GEOSGeometry*> parts;
    for (auto const& polygon : area) {
        if (polygon.empty() || polygon.front().size() < 4) {
            continue;
        }
        std::vector<GEOSGeometry*> holes;
        for (std::size_t i = 1; i < polygon.size(); ++i) {
            if (polygon[i].size() >= 4) {
                holes.push_back(ring_of(context, polygon[i]));
            }
        }
        parts.push_back(GEOSGeom_createPolygon_r(context, ring_of(context, polygon.front()),
                                                 holes.data(),
                                                 static_cast<unsigned>(holes.size())));
    }
    return OwnGeometry{GEOSGeom_createCollection_r(context, GEOS_MULTIPOLYGON, parts.data(),
                                                   static_cast<unsigned>(parts.size())),
                       DestroyGeometry{context}};
}

}  // namespace

std::optional<double> shared_area(Area const& one, Area const& two)
{
    OwnContext const context{GEOS_init_r()};  // silent: trouble comes back as a null pointer
    auto const first = geometry_of(context.get(), one);
    auto const second = geometry_of(context.get(), two);
    if (!first || !second) {
        return {};
    }
    OwnGeometry const both{GEOSIntersection_r(context.get(), first.get(), second.get()),
                           DestroyGeometry{context.get()}};
    double area = 0.0;
    if (!both || GEOSArea_r(context.get(), both.get(), &area) == 0) {
        return {};
    }
    return area;
}

}  // namespace marchland::geo
