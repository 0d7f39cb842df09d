// Monte Carlo: many worlds, one after the other, made on several threads. Private to flows.
#pragma once

#include "analysis/flows/bands.hpp"
#include "geo/vocabulary/job.hpp"
#include "geo/vocabulary/parallel.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

namespace marchland::analysis::flows {

/// At least the central one.
inline std::size_t worlds_of(FlowOptions const& options)
{
    return static_cast<std::size_t>(std::max(1, options.choice.draws));
}

/// Calls take(i, made) for each world in its order, where made = make(number of the world), or of nothing for
/// the central one. A block of worlds is made at a time, on all threads: sums that `take` makes do not depend
/// on how many there are, and no more than a block is held.
template <class Made, class Make, class Take>
void for_each_world(FlowOptions const& options, geo::Job const& job, Make const& make,
                    Take const& take)
{
    constexpr std::size_t at_a_time = 64;
    auto const worlds = worlds_of(options);
    for (std::size_t first = 0; first < worlds; first += at_a_time) {
        std::vector<Made> block(std::min(at_a_time, worlds - first));
        geo::for_each_index(block.size(), job.threads(), [&](std::size_t i) {
            job.at(static_cast<double>(first) / static_cast<double>(worlds));
            block[i] =
                make(options.choice.draws > 0 ? std::optional{static_cast<std::uint64_t>(first + i)}
                                              : std::nullopt);
        });
        for (std::size_t i = 0; i < block.size(); ++i) {
            take(first + i, block[i]);
        }
    }
}

}  // namespace marchland::analysis::flows
