// The search of a scan: the strongest window of each centre in the data, and of each replicate.
// Private.
#pragma once

#include "analysis/scan/wave.hpp"

#include <cstdint>
#include <vector>

namespace marchland::analysis::scan {

/// The strongest window around one centre.
struct BestWindow {
    double llr = 0.0;  ///< 0: none
    std::size_t row = 0;
    std::uint32_t far = 0;  ///< how far it reaches (ScanRow::far)
    Interval interval;
};

struct ScanSearch {
    std::vector<BestWindow> by_centre;  ///< [commune]
    std::vector<double> maxima;         ///< [replicate]; fewer where stopped early
    std::uint64_t windows = 0;
    int as_strong = 0;  ///< replicates at least as strong as the strongest
};

/// \pre the problem is sound (see scan.cpp)
ScanSearch search(ScanProblem const& problem, WindowFamily const& family, geo::Job const& job);

}  // namespace marchland::analysis::scan
