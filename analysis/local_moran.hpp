/// \file local_moran.hpp
/// Communes that are high, or low, together with their neighbours.
#pragma once

#include "analysis/neighbours.hpp"
#include "geo/column.hpp"
#include "geo/job.hpp"

#include <cstdint>
#include <string_view>

namespace marchland::analysis {

enum class Pattern : std::uint8_t { none, high_high, low_low, high_low, low_high };
std::string_view name_of(Pattern pattern);

struct LocalMoranOptions {
    int permutations = 9999;  ///< at least 1; the smallest possible one-sided p is 1 / (permutations + 1)
    std::uint64_t seed = 1;
};

/// NaN where a commune has no value, or for p and the statistics also where it has no neighbour.
struct LocalMoran {
    geo::PerCommune<double> moran;      ///< I_i = z_i x mean of neighbours' z / m2, m2 = sum z^2 / n
    geo::PerCommune<double> lag;        ///< mean of the neighbours' values
    geo::PerCommune<double> p_greater;  ///< that I_i would be as large or larger by chance
    geo::PerCommune<double> p_less;
    geo::PerCommune<double> p_value;    ///< two-sided: min(1, 2 min(p_greater, p_less))
    geo::PerCommune<double> gi_star;    ///< Gi* as a standard score, self included, binary weights
    geo::PerCommune<Pattern> pattern;   ///< quadrant of (value, lag), whatever the p-value
    std::size_t compared = 0;           ///< communes with a value
};

/// Local Moran with row-standardised neighbours and conditional permutation.
///
/// The value of a commune stays, those of its k neighbours are drawn without replacement from all
/// others; p = (r + 1) / (permutations + 1), ties counted. All communes share the same random orders,
/// so the cost does not grow with communes x permutations. Values are compared as whole numbers
/// (1/2^32 of a standard deviation), so that equal sums are equal on every machine. Where all values are
/// equal nothing can be compared and every figure is NaN.
///
/// \param value  NaN: no information; such communes are nobody's neighbour.
/// \throws Error{usage} sizes differ or permutations < 1; Cancelled.
/// \par Source  Anselin (1995) Geographical Analysis 27, 93-115; Ord and Getis (1995) same journal 27,
///      286-306.
/// \par Cost    O(permutations x (most neighbours + log) x different numbers of neighbours).
LocalMoran local_moran(geo::PerCommune<double> const& value, Neighbours const& near,
                       LocalMoranOptions const& options = {}, geo::Job const& job = {});

}  // namespace marchland::analysis
