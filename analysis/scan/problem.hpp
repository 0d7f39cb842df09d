// What a scan works on: counts and weights of cells (commune x step of time), as whole numbers.
// Private.
#pragma once

#include "analysis/scan/scan.hpp"

#include <cstdint>
#include <utility>
#include <vector>

namespace marchland::analysis::scan {

enum class ScanModel : std::uint8_t { poisson, bernoulli, permutation };

/// Steps of time from..to, both included.
struct Interval {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
};

struct ScanProblem {
    ScanModel model{};
    std::size_t communes = 0;
    std::size_t steps = 1;
    std::vector<std::uint32_t> cases;   ///< [commune x steps + step]
    std::vector<std::uint64_t> weight;  ///< likewise; persons (Bernoulli) or shares of the expected
    std::vector<double> size;           ///< [commune], for the largest window
    std::uint64_t total_cases = 0;
    std::uint64_t total_weight = 0;  ///< below 2^53
    double largest = 0.0;            ///< sum of size that a window may have
    std::vector<Interval> intervals;
    ScanOptions options;

    double expected(std::uint64_t w) const
    {
        return static_cast<double>(total_cases) *
               (static_cast<double>(w) / static_cast<double>(total_weight));
    }
};

/// Whole numbers in proportion to values; those that are whole stay exactly proportional, so that
/// equal sums are equal.
std::vector<std::uint64_t> whole_weights(std::span<double const> values);

}  // namespace marchland::analysis::scan
