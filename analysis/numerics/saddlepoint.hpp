// Saddlepoint approximation: tails of a sum drawn without replacement, far below what permutation can show.
// Private to analysis.
#pragma once

#include <cstddef>
#include <optional>
#include <span>

namespace marchland::analysis::numerics {

/// P(sum of k values drawn without replacement >= seen), from the saddlepoint of a sum of independent
/// trials given their number. Nothing where it does not apply: seen at or beyond the ends of the possible,
/// or the values nearly all equal. Takes the sum as continuous: where values repeat a lot (counts), it
/// gives about half the mass at `seen`.
/// \par Source Robinson (1982) J. Royal Statistical Society B 44, 91-101; Skovgaard (1987) J. Applied
///      Probability 24, 875-887.
/// \par Cost   O(values x about 10).
std::optional<double> upper_tail(std::span<double const> values, std::size_t k, double seen);

}  // namespace marchland::analysis::numerics
