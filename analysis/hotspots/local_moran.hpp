/// \file local_moran.hpp
/// Local Moran's I: communes that are high, or low, together with their neighbours.
#pragma once

#include "analysis/neighbours/neighbours.hpp"
#include "geo/vocabulary/column.hpp"
#include "geo/vocabulary/job.hpp"

#include <cstdint>

namespace marchland::analysis::hotspots {

enum class Pattern : std::uint8_t { none, high_high, low_low, high_low, low_high };

struct LocalMoranOptions {
    /// at least 1; the smallest possible one-sided p is 1 / (permutations + 1)
    int permutations = 9999;
    std::uint64_t seed = 1;
};

/// NaN where a commune has no value, or for p and the statistics also where it has no neighbour.
struct LocalMoran {
    geo::PerCommune<double> moran;      ///< I_i = z_i sum_j w_ij z_j / m2, m2 = sum z^2 / n
    geo::PerCommune<double> lag;        ///< weighted mean of the neighbours' values
    geo::PerCommune<double> p_greater;  ///< that I_i would be as large or larger by chance
    geo::PerCommune<double> p_less;
    geo::PerCommune<double> p_value;   ///< two-sided: min(1, 2 min(p_greater, p_less))
    geo::PerCommune<double> gi_star;   ///< Gi* as a standard score, self included, binary weights
    geo::PerCommune<Pattern> pattern;  ///< quadrant of (value, lag), whatever the p-value
    std::size_t compared = 0;          ///< communes with a value
};

/// Local Moran and conditional permutation: local_test with the quadrant of each commune and Gi* beside it.
///
/// \param value    NaN: no information; such communes are nobody's neighbour.
/// \param weights  whose rows sum to what the neighbours count for: 1, or less beside a border (see
///        edge_corrected). Where a neighbour has no value, the others take over its share.
/// \throws Error{usage} as local_test; Cancelled.
/// \par Source  Anselin (1995) Geographical Analysis 27, 93-115; Ord and Getis (1995) same journal 27,
///      286-306.
LocalMoran local_moran(geo::PerCommune<double> const& value, neighbours::Weights const& weights,
                       LocalMoranOptions const& options = {}, geo::Job const& job = {});

/// The same where every neighbour counts alike.
LocalMoran local_moran(geo::PerCommune<double> const& value, neighbours::Neighbours const& near,
                       LocalMoranOptions const& options = {}, geo::Job const& job = {});

}  // namespace marchland::analysis::hotspots
