// SIMD, many replicates side by side: one instruction adds a commune to the windows of 16 or 32. Private.
#pragma once

#include "analysis/scan/window_row.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace marchland::analysis::scan {

/// Counts of one cell in as many replicates as fit into 64 bytes.
template <class Count>
struct alignas(64) Pack {
    static constexpr std::size_t lanes = 64 / sizeof(Count);
    std::array<Count, lanes> lane{};
};

/// A block in which some replicate may beat its best so far.
template <class Count>
struct Suspect {
    std::uint32_t block = 0;
    std::uint32_t interval = 0;
    Pack<Count> at_end;  ///< cases in the block's largest window
};

/// What a row of windows is compared with.
template <class Count>
struct Lanes {
    Pack<Count> const* counts = nullptr;  ///< [commune x steps + step], summed up over the steps
    /// [class] smallest count that matters; null: not looked for
    Pack<Count> const* high = nullptr;
    Pack<Count> const* low = nullptr;  ///< [class] one more than the largest that does
};

/// Blocks where no replicate can win are passed with one comparison.
/// Integers only, so the processor's width does not change what is found.
template <class Count>
void find_suspects(ScanRow const& row, ScanProblem const& problem, Lanes<Count> const& lanes,
                   std::vector<Suspect<Count>>& out);

extern template void find_suspects(ScanRow const&, ScanProblem const&, Lanes<std::uint16_t> const&,
                                   std::vector<Suspect<std::uint16_t>>&);
extern template void find_suspects(ScanRow const&, ScanProblem const&, Lanes<std::uint32_t> const&,
                                   std::vector<Suspect<std::uint32_t>>&);

}  // namespace marchland::analysis::scan
