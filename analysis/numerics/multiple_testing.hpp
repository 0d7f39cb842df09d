/// \file multiple_testing.hpp
/// Corrections for multiple testing, many tests at once: how many of the finds may be false. NaN stands for
/// "not tested" and stays NaN.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace marchland::analysis::numerics {

enum class Correction : std::uint8_t {
    benjamini_hochberg,   ///< share of false finds, tests independent or positively dependent
    benjamini_yekutieli,  ///< share of false finds, whatever the dependence
    holm,                 ///< chance of any false find
    bonferroni,           ///< the same, simpler and never better than Holm
};
std::string_view name_of(Correction correction);

/// For each p-value the smallest level at which it is a find after the correction.
/// \par Source  Benjamini and Hochberg (1995) JRSS B 57, 289-300 (step-up, the largest k with
///      p(k) <= k q / m); Benjamini and Yekutieli (2001) Annals of Statistics 29, 1165-1188; Holm
///      (1979) Scandinavian Journal of Statistics 6, 65-70.
std::vector<double> adjusted(std::span<double const> p_values, Correction correction);

/// \namespace marchland::analysis::numerics
/// \par Example
/// \code
/// using namespace analysis::numerics;
/// std::vector const p{0.01, 0.029, 0.03, 0.9};
/// auto const q = adjusted(p, Correction::benjamini_hochberg);  // 0.04, 0.04, 0.04, 0.9
/// assert(std::ranges::count_if(q, [](double level) { return level <= 0.05; }) == 3);
/// \endcode
/// \par Threads  functions of their arguments alone: may be called from several threads at once.

}  // namespace marchland::analysis::numerics
