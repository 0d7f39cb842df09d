/// \file ids.hpp
/// Places in our tables. An id indexes only columns of its own kind (see column.hpp).
#pragma once

#include <cstdint>

namespace marchland::geo {

enum class CommuneId : std::uint32_t {};
enum class CrossingId : std::uint32_t {};
enum class MarketId : std::uint32_t {};
enum class WayId : std::uint32_t {};       ///< a line of the roads or paths layer
enum class JunctionId : std::uint32_t {};  ///< a vertex of the route graph

}  // namespace marchland::geo
