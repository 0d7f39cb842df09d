/// \file corridor_evidence.hpp
/// What stands behind the ways from one commune to one crossing: kinds of way, sources, communes passed.
#pragma once

#include "analysis/flows/corridors.hpp"
#include "analysis/network/way_evidence.hpp"
#include "analysis/risk/risk.hpp"
#include "analysis/routes/routes.hpp"
#include "geo/layers/ways.hpp"
#include "geo/shapes/boundaries.hpp"

#include <optional>
#include <span>
#include <vector>

namespace marchland::analysis::flows {

/// Parts of a length in km, by what the way is.
struct WayMix {
    double national = 0.0;  ///< with expressways
    double provincial = 0.0;
    double local = 0.0;  ///< with urban and service
    double track = 0.0;
    double path = 0.0;
    double inferred = 0.0;  ///< paths that may not exist
    double river = 0.0;     ///< ferries
    double unknown = 0.0;   ///< gaps that were closed, ways without a class

    double total() const
    {
        return national + provincial + local + track + path + inferred + river + unknown;
    }
};

/// Lengths of the alternatives weighted by their flows, or plainly where there is no flow.
/// \param alternatives  from one commune to one crossing; not empty.
WayMix mix_of(std::span<Corridor const> alternatives, routes::Routes const& routes,
              geo::Ways const& ways);

/// Sources and confidence of all stretches of all alternatives.
network::WayEvidence evidence_of(std::span<Corridor const> alternatives,
                                 routes::Routes const& routes, geo::Ways const& ways);

/// Of the network alone. Weak where a fifth or more of the length is inferred or unknown, or the weakest
/// stretch is graded low; moderate from a twentieth, or where that stretch is graded medium or nothing is
/// stated of it; else strong.
risk::Evidence network_evidence(WayMix const& mix, network::EvidenceGrade grade);

/// Which communes corridors pass. Corridors share most of their pieces: each piece is looked at once.
/// Refers to what others own; one for each thread.
class CommunesPassed {
public:
    CommunesPassed(routes::Routes const& routes, geo::Boundaries const& boundaries);

    /// After the one the corridor starts from, each once, in the order of travel.
    /// \par Cost  see Boundaries::along, for pieces not met before.
    std::vector<geo::CommuneId> of(Corridor const& corridor);

private:
    routes::Routes const& routes_;
    geo::Boundaries const& boundaries_;
    std::vector<std::optional<std::vector<geo::CommuneId>>> by_piece_;  ///< from its `from` on
};

}  // namespace marchland::analysis::flows
