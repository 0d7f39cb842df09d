#include "analysis/network/loose_ends.hpp"

#include <algorithm>
#include <tuple>

namespace marchland::analysis::network {

std::vector<LooseEnd> loose_ends(NodedWays const& made)
{
    geo::Column<geo::JunctionId, int> degree{made.junctions.size()};
    for (auto const& piece : made.pieces) {
        ++degree[piece.from];
        ++degree[piece.to];
    }
    std::vector<LooseEnd> ends;
    for (std::size_t i = 0; i < made.pieces.size(); ++i) {
        auto const& piece = made.pieces[i];
        for (auto const junction : {piece.from, piece.to}) {
            if (degree[junction] == 1 && piece.way) {
                ends.push_back({made.junctions[junction], *piece.way, junction, i});
            }
        }
    }
    std::ranges::sort(ends, [](LooseEnd const& a, LooseEnd const& b) {
        return std::tie(a.at.x, a.at.y) < std::tie(b.at.x, b.at.y);
    });
    return ends;
}

bool leads_onto(geo::Ways const& ways, geo::WayId way, geo::WayId other)
{
    bool const is_large =
        ways.klass[way] == geo::WayClass::expressway || ways.klass[way] == geo::WayClass::national;
    return entered_midway(ways, other) ||
           (is_large && ways.bridge[other] == 0 && ways.tunnel[other] == 0);
}

}  // namespace marchland::analysis::network
