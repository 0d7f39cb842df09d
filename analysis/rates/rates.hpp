/// \file rates.hpp
/// Rates of small counts: crude, standardised, and shrunk towards the region or the neighbourhood.
#pragma once

#include "analysis/neighbours/neighbours.hpp"
#include "geo/vocabulary/column.hpp"

namespace marchland::analysis::rates {

/// All rates are per unit of exposure (person, person-year, ...), NaN where exposure is NaN or not
/// positive; such communes take no part in sums.
struct Rates {
    double overall = 0.0;               ///< sum of cases over sum of exposure
    geo::PerCommune<double> crude;      ///< cases / exposure
    geo::PerCommune<double> expected;   ///< exposure x overall, in cases
    geo::PerCommune<double> smr;        ///< cases / expected; NaN where nothing is expected
    geo::PerCommune<double> smr_lower;  ///< exact (Garwood) bounds of smr
    geo::PerCommune<double> smr_upper;
    geo::PerCommune<double> eb;        ///< global empirical Bayes
    geo::PerCommune<double> eb_local;  ///< local empirical Bayes over a commune and its neighbours
    /// Assuncao-Reis z of the rate; NaN where there are no cases at all
    geo::PerCommune<double> standardised;
    geo::PerCommune<double> spatial;  ///< rate of a commune and its neighbours together
    geo::PerCommune<double> excess;   ///< cases - expected
};

/// \param cases     one finite count >= 0 for each commune.
/// \param exposure  same communes; at risk, or at risk times years and effort.
/// \param coverage  of the SMR interval, e.g. 0.90.
/// \throws Error{usage}  sizes differ.
/// \par Source  Marshall (1991) Applied Statistics 40, 283-294; Assuncao and Reis (1999) Statistics in
///      Medicine 18, 2147-2162; Garwood (1936) Biometrika 28, 437-442.
/// \par Cost    O(communes + links of neighbours).
Rates rates_of(geo::PerCommune<double> const& cases, geo::PerCommune<double> const& exposure,
               neighbours::Neighbours const& near, double coverage = 0.90);

struct Bounds {
    double lower = 0.0;
    double upper = 0.0;
};

/// Exact bounds for the mean of a Poisson count, by the gamma distribution. \pre count >= 0
Bounds poisson_bounds(double count, double coverage);

/// \namespace marchland::analysis::rates
/// \par Example
/// \code
/// geo::PerCommune<double> const cases{std::vector{1.0, 2.0, 3.0}};
/// geo::PerCommune<double> const people{3, 1000.0};
/// auto const rates = analysis::rates::rates_of(cases, people, analysis::neighbours::Neighbours{3});
/// assert(rates.overall == 0.002);
/// \endcode
/// \par Threads  functions of their arguments alone: may be called from several threads at once.

}  // namespace marchland::analysis::rates
