/// \file ways.hpp
/// Roads and informal paths: the lines that the route graph is built from.
#pragma once

#include "geo/column.hpp"
#include "geo/crs.hpp"
#include "geo/finding.hpp"
#include "geo/geometry.hpp"
#include "geo/read.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace marchland::geo {

enum class WayClass : std::uint8_t {
    expressway, national, provincial, local, urban, service, track, path, ferry, unknown
};
enum class WayKind : std::uint8_t { road, path };  ///< the layer it came from; paths are restricted
enum class Oneway : std::int8_t { backward = -1, both = 0, forward = 1 };

std::string_view name_of(WayClass klass);
std::string_view name_of(WayKind kind);

/// \invariant every line has at least two different points; ids are not empty.
struct Ways {
    Column<WayId, std::string> id;
    Column<WayId, WayKind> kind;
    Column<WayId, WayClass> klass;
    Column<WayId, std::uint8_t> bridge;  ///< 1 or 0
    Column<WayId, std::uint8_t> tunnel;  ///< 1 or 0
    Column<WayId, int> level;        ///< ways on different levels do not meet where they cross
    Column<WayId, Oneway> oneway;
    Column<WayId, double> p_exists;  ///< how sure it is that the way exists, in [0, 1]
    Column<WayId, Line> line;        ///< working system

    std::size_t size() const { return line.size(); }
    void add(Ways&& more);
};

/// Columns class, bridge, tunnel, level, oneway (and p_exists of paths); none is required.
/// Classes of OpenStreetMap are understood; railways and the like are left out and counted.
Ways read_ways(LayerSource const& source, WayKind kind, Crs const& working, Findings& findings);

/// The lines of the border; empty where the layer cannot be read.
MultiLine read_border(LayerSource const& source, Crs const& working, Findings& findings);

}  // namespace marchland::geo
