/// \file posts.hpp
/// Maximal covering and flow capturing: where a few outreach posts, information desks or service points
/// reach most.
#pragma once

#include "geo/vocabulary/job.hpp"

#include <cstdint>
#include <vector>

namespace marchland::analysis::outreach {

/// People, or people on one way, and the sites at which any post reaches all of them.
struct Reached {
    double weight = 0.0;  ///< e.g. persons a year; not below 0
    std::vector<std::uint32_t> sites;
};

struct PostsInput {
    std::size_t sites = 0;
    std::vector<Reached> demand;
    std::vector<std::uint32_t> standing;  ///< sites that have a post already
};

/// A site chosen, in the order in which they add most.
struct Post {
    std::uint32_t site = 0;
    double adds = 0.0;  ///< to what the standing ones and those before it reach
};

struct Posts {
    std::vector<Post> posts;  ///< fewer than asked where more would add nothing
    double standing = 0.0;    ///< reached without them
    double reached = 0.0;     ///< with them
    double bound = 0.0;  ///< no choice of as many reaches more; equal to reached to 1e-9: the best
};

/// The sites for `count` more posts that reach most. Demand that the same sites reach is taken together;
/// then branch and cut while that leaves at most `exact_size` rows, else the greedy choice with a bound:
/// the best of as many sites cannot add more than the sum of the largest single additions.
/// \throws Error{usage} a site does not exist, count < 0, a weight is below 0; Cancelled.
/// \par Source  maximal covering: Church and ReVelle (1974) Papers of the Regional Science Association
///      32, 101-118; flow capturing: Hodgson (1990) Geographical Analysis 22, 270-279; bound: Nemhauser,
///      Wolsey and Fisher (1978) Mathematical Programming 14, 265-294.
Posts best_posts(PostsInput const& input, int count, std::size_t exact_size = 3000,
                 geo::Job const& job = {});

/// \namespace marchland::analysis::outreach
/// \par Example
/// \code
/// using namespace analysis::outreach;
/// // Persons, and the sites at which a post reaches them.
/// PostsInput const input{.sites = 2, .demand = {{10.0, {0}}, {6.0, {1}}, {4.0, {0, 1}}}};
/// auto const best = best_posts(input, 1);
/// assert(best.posts.front().site == 0 && best.reached == 14.0);
/// \endcode
/// \par Threads  functions of their arguments alone: may be called from several threads at once.
///      GLPK keeps an environment for each thread.

}  // namespace marchland::analysis::outreach
