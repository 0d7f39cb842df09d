/// \file crs.hpp
/// Reference systems and the ways between them. PROJ stays behind crs.cpp.
#pragma once

#include "geo/shapes/geometry.hpp"
#include "geo/vocabulary/units.hpp"

#include <memory>
#include <optional>
#include <span>
#include <string>

namespace marchland::geo {

/// A reference system. x is always east (or longitude) and y north, whatever order the register gives.
class Crs {
public:
    /// \param text  "EPSG:9215", WKT or a PROJ string.
    /// \throws Error{usage}  unknown, or one of EPSG:6956-6959: these are deprecated, their register
    ///         entries have false easting and northing swapped and put points 500 km away.
    static Crs parse(std::string const& text);
    static Crs wgs84();

    std::string const& text() const noexcept
    {
        return text_;
    }  ///< "EPSG:9215" where it has a number
    std::string const& name() const noexcept { return name_; }  ///< "VN-2000 / TM-3 107-15"
    std::string const& wkt() const noexcept { return wkt_; }
    bool in_degrees() const noexcept { return in_degrees_; }
    bool operator==(Crs const& other) const { return wkt_ == other.wkt_; }

private:
    Crs() = default;
    std::string text_;
    std::string name_;
    std::string wkt_;
    bool in_degrees_ = false;
};

/// A way from one reference system to another, with what is known of its accuracy.
///
/// May be shared by threads: each thread gets its own PROJ context and its own copy, made once.
class Transform {
public:
    /// \throws Error{failed}  PROJ knows no way.
    Transform(Crs const& from, Crs const& to);
    ~Transform();
    Transform(Transform&&) noexcept;
    Transform& operator=(Transform&&) noexcept;

    /// \throws Error{failed}  the point cannot be carried over (outside the system's reach).
    Point operator()(Point p) const;
    /// All at once; points that cannot be carried over become infinite. Far cheaper than one by one.
    void apply(std::span<Point> points) const;

    /// Metres, as the register states; nothing where it is not known.
    std::optional<double> accuracy_m() const noexcept;
    /// True where PROJ only guesses that two datums are the same.
    bool ballpark() const noexcept;
    std::string const& description() const noexcept;

private:
    struct Impl;
    std::unique_ptr<Impl const> impl_;
};

/// The working system that fits best: the VN-2000 3-degree zone of Viet Nam whose central meridian is
/// nearest (EPSG:9205-9218, 5897-5899) where the box lies within Viet Nam's reach and spans less than
/// 3 degrees of longitude; VN-2000 UTM (EPSG:3405, 3406) where it spans more; WGS 84 UTM elsewhere.
/// \param lon_lat  WGS 84 degrees. \throws Error{usage} if the box is empty or outside the globe.
Crs fitting_crs(Box const& lon_lat);

}  // namespace marchland::geo
