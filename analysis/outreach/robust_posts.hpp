/// \file robust_posts.hpp
/// Robust flow capturing: where a few posts reach most of those who pass, also once people avoid crossings
/// with a post.
#pragma once

#include "analysis/flows/crossing_choice.hpp"
#include "analysis/outreach/posts.hpp"

#include <cstdint>
#include <vector>

namespace marchland::analysis::outreach {

/// The people of one commune, and where they pass.
struct PassingBy {
    double people = 0.0;        ///< persons a year; not below 0
    std::vector<double> hours;  ///< by crossing; infinite where out of reach
    flows::Pull pull{};
    std::vector<std::vector<std::uint32_t>> sites;  ///< by crossing: those on the way there
};

struct PassingInput {
    std::size_t sites = 0;
    std::vector<PassingBy> origins;
    std::vector<std::vector<std::uint32_t>> at;  ///< of each site: crossings at its place
    std::vector<std::uint32_t> standing;         ///< sites that have a post already
    double theta = 1.0;
    /// a crossing with a post is avoided as if it took so much longer
    double avoid_hours = flows::watched_hours;
    double robust = 0.5;  ///< weight of what is reached once people avoid; the rest: of today
};

/// What posts reach today, and once people avoid crossings with a post.
struct PassingReached {
    double today = 0.0;
    double after = 0.0;
};
PassingReached reached_by(PassingInput const& input, std::vector<std::uint32_t> const& posts);

/// The sites for at most `count` more posts for which (1 - robust) x today + robust x after is largest; in
/// Posts all figures are of that sum. A post that drives more away than it reaches is not taken. Every choice
/// is tried while choices x pairs of origin and crossing are at most `exact_work`; else the best of the
/// greedy choice and of exchanges, and a bound: no choice gives a crossing more than it has when all the
/// others are avoided.
/// \throws Error{usage} as best_posts; Cancelled.
Posts robust_posts(PassingInput const& input, int count, double exact_work = 4.0e8,
                   geo::Job const& job = {});

}  // namespace marchland::analysis::outreach
