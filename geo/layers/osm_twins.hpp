// Nodes of OpenStreetMap that lie at one place. Private to geo.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <unordered_map>
#include <vector>

namespace marchland::geo {

/// A corner of a way that is another node than the first one at its place.
struct OsmTwin {
    std::uint32_t corner = 0;
    std::uint32_t number = 1;  ///< of the node among those at its place, in the order of their ids
};

struct OsmTwins {
    std::size_t corners = 0;  ///< of the whole way, to be compared with its line
    std::vector<OsmTwin> twins;
};

/// By id, the ways with a highway or a ferry that have such corners. Lines do not say which nodes
/// they share, only where: without this two nodes at one place look like one. Empty where the file
/// is no PBF that can be read. \par Cost  reads the file twice; 24 bytes for each corner of a way.
std::unordered_map<std::int64_t, OsmTwins> osm_twins(std::filesystem::path const& file);

}  // namespace marchland::geo
