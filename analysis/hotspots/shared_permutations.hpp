// Conditional permutation: random orders of all communes, drawn once and used for every commune. Private to
// analysis.
//
// The first k entries of a random order are k of n without replacement. For a commune that is not among
// them, they are k of the others. Where it is among them, entry k + 1 takes its place: again k of the
// others. So one set of orders serves all communes exactly. Orders are drawn in blocks that fit the
// cache; an order depends on the seed and its number alone, so neither blocks nor threads show.
#pragma once

#include "geo/vocabulary/job.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace marchland::analysis::hotspots {

/// How often what was drawn lay at or above, and at or below, what was seen.
struct Tally {
    std::uint64_t greater_or_equal = 0;
    std::uint64_t less_or_equal = 0;
    std::uint64_t drawn = 0;  ///< fewer than asked for only where drawing stopped early

    Tally& operator+=(Tally const& other)
    {
        greater_or_equal += other.greater_or_equal;
        less_or_equal += other.less_or_equal;
        drawn += other.drawn;
        return *this;
    }
};

struct Shuffling {
    std::size_t permutations = 9999;
    std::uint64_t seed = 1;
};

/// What one commune asks: is the sum (or median) of k drawn values as extreme as the one seen?
struct Question {
    std::uint32_t focal = 0;
    std::uint32_t k = 0;  ///< 0: nothing to ask; below the number of values
    std::int64_t seen = 0;
};

/// Compares sums of k values drawn from all but `focal` with `seen`; closer than 2 k is equal, because
/// each value was rounded to a whole number. Sums are sorted once per k and searched.
/// \par Cost O(permutations x (most k + log) x different k + questions x log(permutations)).
std::vector<Tally> tally_sums(std::vector<std::int64_t> const& values,
                              std::span<Question const> questions, Shuffling const& shuffling,
                              geo::Job const& job);

/// The same for twice the median of the k drawn values.
std::vector<Tally> tally_medians(std::vector<std::int64_t> const& values,
                                 std::span<Question const> questions, Shuffling const& shuffling,
                                 geo::Job const& job);

/// Twice the median: the sum of the two in the middle, or twice the one. Reorders `values`.
std::int64_t twice_median(std::span<std::int64_t> values);

/// What one commune asks where neighbours count differently: sum of weight_m x f(drawn_m).
struct WeightedQuestion {
    std::uint32_t focal = 0;
    std::span<double const> weights;  ///< k of them; empty: nothing to ask
    double seen = 0.0;
    double slack = 0.0;  ///< closer than this is equal
};

enum class Drawn : std::uint8_t {
    value,               ///< f(x) = x
    squared_difference,  ///< f(x) = (x - value of the focal commune)^2
};

/// \par Cost O(questions x permutations x k), no gathers: the drawn values are shared.
std::vector<Tally> tally_weighted(std::vector<double> const& values,
                                  std::span<WeightedQuestion const> questions, Drawn drawn,
                                  Shuffling const& shuffling, geo::Job const& job);

/// tally_sums that stops asking for a commune once `enough` draws lay beyond on the rarer side.
/// Tally.drawn says after how many draws; greater_or_equal and less_or_equal are counts up to there.
/// \par Source Besag and Clifford (1991) Biometrika 78, 301-304.
std::vector<Tally> tally_sums_until(std::vector<std::int64_t> const& values,
                                    std::span<Question const> questions, std::uint64_t enough,
                                    Shuffling const& shuffling, geo::Job const& job);

}  // namespace marchland::analysis::hotspots
