// What sources write of bridges, tunnels and directions, by closed lists of words. Private to geo.
#pragma once

#include "geo/files/layer_reader.hpp"
#include "geo/layers/ways.hpp"

#include <optional>
#include <string>

namespace marchland::geo {

/// Of OpenStreetMap, of Geofabrik's and HERE's letters F, T and B, and of registers in Vietnamese, English and
/// Chinese. A word on no list is counted and told, and says nothing of the way.
class WayFlags {
public:
    /// \param fields  those of the layer; each may be nullptr.
    WayFlags(LayerReader& reader, Field const* bridge, Field const* tunnel, Field const* oneway);

    bool bridge(std::optional<std::string> const& word) { return yes(word, bridge_); }
    bool tunnel(std::optional<std::string> const& word) { return yes(word, tunnel_); }
    Oneway oneway(std::optional<std::string> const& word);

    /// Says how often there were words on no list. Call once, at the end.
    void finish();

private:
    struct Column {
        std::string name;
        char const* expected;
        std::size_t unknown = 0;
    };

    bool yes(std::optional<std::string> const& word, Column& column);

    LayerReader& reader_;
    Column bridge_;
    Column tunnel_;
    Column oneway_;
    bool letters_ = false;  ///< F: along the line, T: against it, B: both
};

}  // namespace marchland::geo
