// Between degrees of WGS 84 and metres of VN-2000 / TM-3 107-15, the system of the province.
#pragma once

#include "geo/shapes/geometry.hpp"

#include <memory>

namespace marchland::lang_son {

constexpr int epsg = 9215;

class Projection {
public:
    Projection();
    ~Projection();
    Projection(Projection const&) = delete;
    Projection& operator=(Projection const&) = delete;

    geo::Point metres(double lon, double lat) const;
    geo::Point degrees(geo::Point metres) const;  ///< x longitude, y latitude

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace marchland::lang_son
