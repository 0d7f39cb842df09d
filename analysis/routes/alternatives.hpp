/// \file alternatives.hpp
/// Alternative routes by plateaus: other reasonable ways between the same two places.
#pragma once

#include "analysis/routes/route_graph.hpp"

#include <vector>

namespace marchland::analysis::routes {

struct AlternativeLimits {
    int most = 3;               ///< ways, the quickest among them
    double longest = 1.5;       ///< times the quickest
    double most_overlap = 0.6;  ///< share of its time in common with ways already chosen
};

struct Alternative {
    std::vector<std::uint32_t> arcs;  ///< in the order of travel
    Ticks ticks = 0;
    double overlap = 0.0;  ///< share of its time in common with ways chosen before it
};

/// The quickest way and those that run for a while on a plateau: a stretch that is on a quickest way
/// both from the start and to the end, so that no part of the detour is absurd. A plateau may lie within
/// one long arc, where nothing branches off.
///
/// \param from_start, to_end  trees of the two places over the same graph.
/// \returns nothing where the end cannot be reached; an empty way where start and end are the same.
/// \par Source  Abraham, Delling, Goldberg, Werneck (2013) ACM JEA 18, 1.3 (plateaus: Cambridge Vehicle
///      Information Technology).
std::vector<Alternative> alternatives(RouteGraph const& graph, Tree const& from_start,
                                      Tree const& to_end, AlternativeLimits const& limits = {});

}  // namespace marchland::analysis::routes
