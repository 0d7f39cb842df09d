// One row of windows made ready: communes by distance, where windows end, and blocks of windows
// that one comparison can rule out. Private.
#pragma once

#include "analysis/scan/likelihood_ratio.hpp"
#include "analysis/scan/problem.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace marchland::analysis::scan {

struct ScanRow {
    /// Communes up to `end`; the windows that end in a block differ little.
    struct Block {
        std::uint32_t end = 0;
    };

    std::size_t row = 0;  ///< of the family
    double penalty = 1.0;
    std::vector<std::uint32_t> order;  ///< nearest first
    std::vector<std::uint32_t> far;    ///< [place] distance as a whole number: equal ones are tied
    std::vector<std::uint8_t> closes;  ///< a window ends here: the next commune is farther
    /// [place x steps + step]: of all up to there, in time and space
    std::vector<std::uint64_t> weight;
    std::vector<Block> blocks;
    /// [block x intervals]: class of the block's smallest window
    std::vector<std::uint16_t> first;
    std::vector<std::uint16_t> last;  ///< likewise: of its largest

    /// Of the window that ends at a place, within an interval.
    std::uint64_t weight_at(std::size_t place, std::size_t steps, Interval interval) const
    {
        auto const* const until = &weight[place * steps];
        return until[interval.to] - (interval.from > 0 ? until[interval.from - 1] : 0);
    }
};

/// \throws Error{usage} a distance is negative or no number.
void prepare_row(ScanProblem const& problem, WindowFamily const& family,
                 WeightClasses const& classes, std::size_t row, ScanRow& out);

/// Members of the window of a row that reaches so far, ascending, and how far that is.
struct WindowContents {
    std::vector<geo::CommuneId> members;
    double radius = 0.0;
};
WindowContents contents_of(WindowFamily const& family, std::size_t row, std::uint32_t far);

}  // namespace marchland::analysis::scan
