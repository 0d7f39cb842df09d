/// \file knox.hpp
/// Knox's test of space-time interaction: are cases that are near in place also near in time, more often
/// than their dates dealt out again?
#pragma once

#include "geo/shapes/geometry.hpp"
#include "geo/vocabulary/job.hpp"
#include "geo/vocabulary/units.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace marchland::analysis::scan {

struct KnoxOptions {
    geo::Metres near{20000.0};  ///< at most so far apart
    double soon = 1.0;          ///< at most so far apart in time, in the unit of the times
    int replicates = 999;       ///< 1 to 999,999
    std::uint64_t seed = 1;
};

struct Knox {
    std::uint64_t both = 0;  ///< pairs near in place and in time
    std::uint64_t near = 0;  ///< pairs near in place
    std::uint64_t soon = 0;  ///< pairs near in time
    double expected = 0.0;   ///< of both: near x soon / all pairs
    double p_value = 1.0;    ///< (r + 1) / (replicates + 1), one-sided: more than chance
    std::string note;        ///< why there is no answer; empty where there is one
    KnoxOptions options;
};

/// \param places, times  of each case; two cases of one commune are at one place.
/// The answer depends on the arguments only, not on the number of threads.
/// \throws Error{usage} sizes differ, an option is out of range, a value is not finite, or more than
///      50 million pairs are near in place; Cancelled.
/// \par Source  Knox (1964) Applied Statistics 13, 25-29; Mantel (1967) Cancer Research 27, 209-220.
/// \par Cost    O(cases log cases + pairs near in place x replicates); 8 bytes a pair.
Knox knox_test(std::span<geo::Point const> places, std::span<double const> times,
               KnoxOptions const& options = {}, geo::Job const& job = {});

}  // namespace marchland::analysis::scan
