// Random orders of all communes, drawn once and used for every commune. Private to analysis.
#pragma once

#include "geo/job.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace marchland::analysis {

/// How often a sum of drawn values lay above, at and below the one that was seen.
struct Tally {
    std::uint64_t greater_or_equal = 0;
    std::uint64_t less_or_equal = 0;
};

/// The first entries of P random orders of n values, with sums of the first k of each.
///
/// For a commune that is not among the first k, these are k of the others without replacement. Where it
/// is among them, the next entry takes its place: again k of the others. So one set of orders serves all
/// communes exactly, and sorted sums turn counting into a search.
class SharedPermutations {
public:
    /// \param values   whole numbers; sums must not overflow.
    /// \param longest  the largest k that will be asked for; below values.size().
    SharedPermutations(std::vector<std::int64_t> values, std::size_t longest, std::size_t permutations,
                       std::uint64_t seed, geo::Job const& job);

    /// Sorts the sums of each k in `sizes`, in parallel. Must come before tally with that k.
    void prepare(std::vector<std::size_t> const& sizes, geo::Job const& job);

    /// Compares the sums of k values drawn from all but `focal` with `seen`; closer than 2 k is equal.
    Tally tally(std::size_t focal, std::size_t k, std::int64_t seen) const;

private:
    struct Place {
        std::uint32_t permutation;
        std::uint32_t position;
    };

    std::int64_t sum(std::size_t permutation, std::size_t k) const
    {
        return sums_[permutation * (width_ + 1) + k];
    }
    std::span<Place const> places_of(std::size_t i) const;
    void draw(std::uint64_t seed, geo::Job const& job);
    void index_places();

    std::vector<std::int64_t> values_;
    std::size_t width_;         ///< entries kept of each order: longest + 1
    std::size_t permutations_;
    std::vector<std::uint32_t> drawn_;  ///< permutations x width
    std::vector<std::int64_t> sums_;    ///< permutations x (width + 1): of the first k entries
    std::vector<std::vector<std::int64_t>> sorted_;  ///< by k
    std::vector<std::size_t> place_starts_;
    std::vector<Place> places_;
};

}  // namespace marchland::analysis
