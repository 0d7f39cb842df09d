#include "datasets/lang-son/make/projection.hpp"

#include "geo/vocabulary/error.hpp"

#include <ogr_spatialref.h>

namespace marchland::lang_son {

struct Projection::Impl {
    OGRSpatialReference globe;
    OGRSpatialReference local;
    std::unique_ptr<OGRCoordinateTransformation> there;
    std::unique_ptr<OGRCoordinateTransformation> back;
};

Projection::Projection() : impl_{std::make_unique<Impl>()}
{
    auto& [globe, local, there, back] = *impl_;
    globe.importFromEPSG(4326);
    local.importFromEPSG(epsg);
    globe.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    local.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    there.reset(OGRCreateCoordinateTransformation(&globe, &local));
    back.reset(OGRCreateCoordinateTransformation(&local, &globe));
    if (!there || !back) {
        throw geo::Error{geo::Trouble::failed, "PROJ knows no way to VN-2000 / TM-3 107-15"};
    }
}

Projection::~Projection() = default;

geo::Point Projection::metres(double lon, double lat) const
{
    impl_->there->Transform(1, &lon, &lat);
    return {lon, lat};
}

geo::Point Projection::degrees(geo::Point metres) const
{
    impl_->back->Transform(1, &metres.x, &metres.y);
    return metres;
}

}  // namespace marchland::lang_son
