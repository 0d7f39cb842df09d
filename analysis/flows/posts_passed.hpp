// Posts on the way of people: how many pass them in a thousand possible worlds. Private to analysis.
#pragma once

#include "analysis/flows/bands.hpp"

#include <vector>

namespace marchland::analysis::flows {

/// A post, and the crossings that people put off once it stands there.
struct Post {
    geo::JunctionId at{};
    std::vector<geo::CrossingId> avoided;
};

/// Persons a year who pass at least one of the posts up to this one, on the quickest ways of their world.
struct PostPassed {
    Band today;
    Band after;  ///< once people put off the crossings of these posts, as if they were watched
};

struct PostsPassed {
    std::vector<PostPassed> posts;  ///< in the order given
    double all = 0.0;               ///< persons a year who reach a crossing
};

/// Posts that are set up one after the other, over the same worlds as flow_bands.
/// \throws Cancelled
/// \par Cost  the trees of flow_bands once, for each post a choice of every commune.
PostsPassed posts_passed(routes::RouteGraph const& graph, Ground const& ground,
                         std::vector<Post> const& posts, FlowOptions const& options,
                         geo::Job const& job = {});

}  // namespace marchland::analysis::flows
