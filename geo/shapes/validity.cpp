#include "geo/shapes/validity.hpp"

#define GEOS_USE_ONLY_R_API
#include <geos_c.h>

#include <memory>

namespace marchland::geo {
namespace {

using Context = std::unique_ptr<GEOSContextHandle_HS, decltype(&GEOS_finish_r)>;

/// GEOS contexts must not be shared by threads: one for each.
GEOSContextHandle_t geos()
{
    thread_local Context const context{GEOS_init_r(), &GEOS_finish_r};
    return context.get();
}

struct Destroy {
    void operator()(GEOSGeometry* geometry) const { GEOSGeom_destroy_r(geos(), geometry); }
};
using Geometry = std::unique_ptr<GEOSGeometry, Destroy>;

GEOSGeometry* ring_of(Ring const& ring)
{
    auto* const points = GEOSCoordSeq_copyFromBuffer_r(geos(), &ring.front().x,
                                                       static_cast<unsigned>(ring.size()), 0, 0);
    return GEOSGeom_createLinearRing_r(geos(), points);
}

/// Rings of fewer than four points are no rings to GEOS; they cover nothing.
GEOSGeometry* polygon_of(Polygon const& polygon)
{
    if (polygon.empty() || polygon.front().size() < 4) {
        return GEOSGeom_createEmptyPolygon_r(geos());
    }
    std::vector<GEOSGeometry*> holes;
    for (std::size_t i = 1; i < polygon.size(); ++i) {
        if (polygon[i].size() >= 4) {
            holes.push_back(ring_of(polygon[i]));
        }
    }
    return GEOSGeom_createPolygon_r(geos(), ring_of(polygon.front()), holes.data(),
                                    static_cast<unsigned>(holes.size()));
}

Geometry multipolygon_of(Area const& area)
{
    std::vector<GEOSGeometry*> parts;
    for (auto const& polygon : area) {
        parts.push_back(polygon_of(polygon));
    }
    return Geometry{GEOSGeom_createCollection_r(geos(), GEOS_MULTIPOLYGON, parts.data(),
                                                static_cast<unsigned>(parts.size()))};
}

Ring points_of(GEOSGeometry const* ring)
{
    auto const* const sequence = GEOSGeom_getCoordSeq_r(geos(), ring);
    unsigned size = 0;
    GEOSCoordSeq_getSize_r(geos(), sequence, &size);
    Ring points(size);
    if (size > 0) {
        GEOSCoordSeq_copyToBuffer_r(geos(), sequence, &points.front().x, 0, 0);
    }
    return points;
}

void add_polygons(GEOSGeometry const* geometry, Area& area)
{
    if (GEOSGeomTypeId_r(geos(), geometry) == GEOS_POLYGON) {
        if (GEOSisEmpty_r(geos(), geometry) != 0) {
            return;
        }
        Polygon polygon{points_of(GEOSGetExteriorRing_r(geos(), geometry))};
        for (int i = 0; i < GEOSGetNumInteriorRings_r(geos(), geometry); ++i) {
            polygon.push_back(points_of(GEOSGetInteriorRingN_r(geos(), geometry, i)));
        }
        area.push_back(std::move(polygon));
        return;
    }
    for (int i = 0; i < GEOSGetNumGeometries_r(geos(), geometry); ++i) {
        auto const* const part = GEOSGetGeometryN_r(geos(), geometry, i);
        auto const type = GEOSGeomTypeId_r(geos(), part);
        if (type == GEOS_POLYGON || type == GEOS_MULTIPOLYGON || type == GEOS_GEOMETRYCOLLECTION) {
            add_polygons(part, area);
        }
    }
}

}  // namespace

std::optional<std::string> defect_of(Area const& area)
{
    auto const geometry = multipolygon_of(area);
    if (!geometry) {
        return "a ring that is not closed";
    }
    if (GEOSisValid_r(geos(), geometry.get()) == 1) {
        return std::nullopt;
    }
    std::unique_ptr<char, void (*)(char*)> const reason{
        GEOSisValidReason_r(geos(), geometry.get()), [](char* text) { GEOSFree_r(geos(), text); }};
    return reason ? reason.get() : "not valid";
}

Area mended(Area const& area)
{
    auto const geometry = multipolygon_of(area);
    Area out;
    if (!geometry) {
        return out;
    }
    std::unique_ptr<GEOSMakeValidParams, void (*)(GEOSMakeValidParams*)> const how{
        GEOSMakeValidParams_create_r(geos()),
        [](GEOSMakeValidParams* made) { GEOSMakeValidParams_destroy_r(geos(), made); }};
    GEOSMakeValidParams_setMethod_r(geos(), how.get(), GEOS_MAKE_VALID_STRUCTURE);
    Geometry const valid{GEOSMakeValidWithParams_r(geos(), geometry.get(), how.get())};
    if (valid) {
        add_polygons(valid.get(), out);
    }
    return out;
}

}  // namespace marchland::geo
