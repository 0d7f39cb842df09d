// Hours that the network is not to be believed for: ways far longer than the straight line, odd neighbours, crossings
// and markets apart. Shared.
#pragma once

#include "analysis/routes/exposure.hpp"
#include "geo/vocabulary/finding.hpp"

#include <cstdint>

namespace marchland::analysis::routes {

/// How a crossing hangs on the network. apart: on a piece that most communes cannot reach; none: no way comes
/// near it, or its place is not known; trains: nobody walks or drives over it.
enum class NetworkTie : std::uint8_t { joined, apart, none, trains };

struct Doubts {
    geo::PerCommune<std::uint8_t> hours;  ///< 1: its hours to the crossing are not to be believed
    geo::Column<geo::CrossingId, NetworkTie> crossings;
    geo::Column<geo::CrossingId, std::uint8_t> reached;  ///< 1: by one commune at least
    geo::Findings findings;

    /// Somebody reaches it, and not only from a piece that most cannot get to: else 0 %, or next to it, would be an answer.
    bool tells_flow(geo::CrossingId id) const
    {
        return reached[id] != 0 && crossings[id] != NetworkTie::apart;
    }
    bool doubtful(geo::CommuneId id) const { return hours.size() > 0 && hours[id] != 0; }
};

/// What is compared, each a working assumption of ours (docs/methods/network.md):
/// - the way to the crossing that is reached first with four times the straight line to the nearest one, official ones
///   that are off the network among them;
/// - of a commune without neighbours where the way is that it is tied to: not on its own ground;
/// - the ways to neighbours with four times the straight line: doubted where none is shorter;
/// - the hours with those of all neighbours: three times as many, or a third, and an hour apart;
///   of two neighbours at least.
/// - the hours with what they would be over roads that seem to be missing, between neighbours that are far round:
///   half an hour less.
/// Straight lines below 5 km are taken as 5 km where lengths are compared.
///
/// \param beside  the neighbours of each commune.
/// \par Cost  one look around each commune, as far as its neighbours may be by road.
/// \throws Cancelled
Doubts doubts_of(network::Network const& network, RouteGraph const& graph, Anchors const& anchors,
                 Exposure const& exposure, geo::Communes const& communes,
                 geo::Crossings const& crossings, geo::Markets const& markets,
                 geo::PerCommune<std::vector<geo::CommuneId>> const& beside,
                 travel::TravelModel const& travel, geo::Job const& job = {});

}  // namespace marchland::analysis::routes
