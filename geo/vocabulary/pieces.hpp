// Pieces of work that wait for one another, over threads. Private to the project: it does not install.
#pragma once

#include "geo/vocabulary/job.hpp"

#include <cstddef>
#include <functional>
#include <vector>

namespace marchland::geo {

struct Piece {
    double share = 1.0;              ///< of the time of the whole, roughly
    std::vector<std::size_t> after;  ///< the pieces whose work it needs; they stand before it
    std::function<void(Job const&)> work;
};

/// Carries out all of them, each once those that it comes after are done: as many at once as the job has threads,
/// with one thread in their order. The first exception stops the rest and is thrown again here.
void carry_out(std::vector<Piece> const& pieces, Job const& job);

}  // namespace marchland::geo
