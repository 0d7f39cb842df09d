// GDAL's handles as owners, and its drivers registered once. Private to geo.
#pragma once

#include "geo/shapes/crs.hpp"

#include <cpl_error.h>
#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>

#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace marchland::geo {

template <auto release>
struct GdalRelease {
    void operator()(auto* handle) const noexcept { release(handle); }
};

using Dataset = std::unique_ptr<void, GdalRelease<GDALClose>>;
using Feature = std::unique_ptr<std::remove_pointer_t<OGRFeatureH>, GdalRelease<OGR_F_Destroy>>;
using GeometryHandle =
    std::unique_ptr<std::remove_pointer_t<OGRGeometryH>, GdalRelease<OGR_G_DestroyGeometry>>;

/// GDAL speaks on standard error by itself; here its words go into our sentences instead.
class Quiet {
public:
    Quiet()
    {
        CPLPushErrorHandler(CPLQuietErrorHandler);
        CPLErrorReset();
    }
    ~Quiet() { CPLPopErrorHandler(); }
    Quiet(Quiet const&) = delete;
    Quiet& operator=(Quiet const&) = delete;
    static std::string words() { return CPLGetLastErrorMsg(); }
};

/// The system as GDAL tells it, by its number where it has one; nothing for "undefined" ones.
std::optional<Crs> crs_of(OGRSpatialReferenceH reference);

inline void register_drivers()
{
    static std::once_flag once;
    std::call_once(once, [] { GDALAllRegister(); });
}

}  // namespace marchland::geo
