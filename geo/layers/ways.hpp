/// \file ways.hpp
/// Roads and informal paths: the lines that the route graph is built from.
#pragma once

#include "geo/files/read.hpp"
#include "geo/shapes/crs.hpp"
#include "geo/shapes/geometry.hpp"
#include "geo/vocabulary/column.hpp"
#include "geo/vocabulary/finding.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace marchland::geo {

enum class WayClass : std::uint8_t {
    expressway,
    national,
    provincial,
    local,
    urban,
    service,
    track,
    path,
    ferry,
    unknown
};
enum class WayKind : std::uint8_t { road, path };  ///< the layer it came from; paths are restricted
enum class Oneway : std::int8_t { backward = -1, both = 0, forward = 1 };

enum class Sensitivity : std::uint8_t { open, partner, restricted };  ///< "open" is called public

std::string_view name_of(WayClass klass);
std::string_view name_of(WayKind kind);
std::string_view name_of(Sensitivity sensitivity);

/// Where a way comes from, and who may see it.
struct Provenance {
    std::string source;                ///< file and layer, or what a column `source` says
    std::string as_of;                 ///< the day it was true, YYYY-MM-DD; empty: not stated
    std::string licence;               ///< empty: not stated
    std::optional<double> confidence;  ///< in [0, 1]; nothing: not stated
    Sensitivity sensitivity = Sensitivity::open;

    bool operator==(Provenance const&) const = default;
};

/// A corner of a way with shared nodes that is not the node others have at its place.
struct NodeTwin {
    WayId way{};
    std::uint32_t corner = 0;
    /// ways meet here if they have the same number; without an entry it is 0
    std::uint32_t number = 1;
};

/// \invariant every line has at least two different points; ids are not empty.
struct Ways {
    Column<WayId, std::string> id;
    Column<WayId, WayKind> kind;
    Column<WayId, WayClass> klass;
    Column<WayId, std::uint8_t> bridge;  ///< 1 or 0
    Column<WayId, std::uint8_t> tunnel;  ///< 1 or 0
    Column<WayId, int> level;            ///< ways on different levels do not meet where they cross
    Column<WayId, Oneway> oneway;
    Column<WayId, double> p_exists;  ///< how sure it is that the way exists, in [0, 1]
    Column<WayId, Line> line;        ///< working system
    /// 1: lines of OpenStreetMap, that meet where they share a node and nowhere else. Empty: none.
    Column<WayId, std::uint8_t> shared_nodes;
    std::vector<NodeTwin> twins;             ///< by way, then corner; few
    std::vector<Provenance> provenances;     ///< different ones, few
    Column<WayId, std::uint32_t> made_from;  ///< number in provenances. Empty: not known of any way

    std::size_t size() const { return line.size(); }
    bool has_shared_nodes(WayId way) const
    {
        return !shared_nodes.empty() && shared_nodes[way] != 0;
    }
    /// What is known of where a way comes from; nothing stated where nothing is known.
    Provenance const& provenance(WayId way) const;
    /// The number of the node at a corner among those at its place; nearly always 0.
    std::uint32_t twin_at(WayId way, std::uint32_t corner) const;
    void add(Ways&& more);
};

/// Columns class, status, bridge, tunnel, level, oneway (and p_exists of paths); none is required.
/// Classes of OpenStreetMap are understood. Railways, and lines that are planned, under construction or out
/// of use, by their class or their status, are left out and counted by kind.
///
/// Files of OpenStreetMap (.osm, .pbf; layer "lines" unless said otherwise) are taken by their tags:
/// highway (and ferries), bridge, tunnel, layer, oneway. Lines without highway are left out. Their ways,
/// and those of a layer stated to have topology = "shared-nodes", share nodes where they meet. Of a PBF
/// two nodes at one place stay two.
///
/// Columns source, as_of, licence, confidence and sensitivity say where each way comes from; what they do
/// not say is as stated of the layer. Paths are restricted unless something else is said.
Ways read_ways(LayerSource const& source, WayKind kind, Crs const& working, Findings& findings);

/// The lines of the border; empty where the layer cannot be read.
MultiLine read_border(LayerSource const& source, Crs const& working, Findings& findings);

}  // namespace marchland::geo
