/// \file chinese_offset.hpp
/// Coordinates as maps published in China have them: degrees that are shifted by some hundreds of metres.
#pragma once

#include "geo/shapes/geometry.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace marchland::geo {

enum class ChineseOffset : std::uint8_t {
    gcj02,  ///< "Mars coordinates": AMap, Tencent, Google's map of China
    bd09    ///< Baidu, shifted once more
};

/// "GCJ-02", "gcj02", "BD-09": how a study names them in source_crs.
std::optional<ChineseOffset> chinese_offset(std::string_view text);
std::string_view name_of(ChineseOffset offset);

/// \param at  WGS 84 degrees, x longitude. \returns degrees of the shifted map.
/// \par Source  the published reconstruction of the State Bureau's algorithm (eviltransform, 2013), which agrees with such
///      maps to about a metre; BD-09 as Baidu's converters do it.
Point shifted(Point at, ChineseOffset offset);

/// The way back, by iteration, to within 1e-9 degrees.
Point unshifted(Point at, ChineseOffset offset);

/// \par Example
/// \code
/// auto const there = geo::shifted({106.712, 21.976}, geo::ChineseOffset::gcj02);
/// assert(std::abs(geo::unshifted(there, geo::ChineseOffset::gcj02).x - 106.712) < 1e-8);
/// \endcode
/// Keywords: GCJ-02, BD-09, Mars coordinates, China GPS offset.

}  // namespace marchland::geo
