/// \file multiple_testing.hpp
/// Many tests at once: how many of the finds may be false.
#pragma once

#include <span>
#include <vector>

namespace marchland::analysis {

/// Benjamini-Hochberg: for each p-value the smallest false discovery rate at which it is a find. NaN
/// stands for "not tested" and stays NaN.
/// \par Source  Benjamini and Hochberg (1995) JRSS B 57, 289-300; step-up, the largest k with
///      p(k) <= k q / m.
std::vector<double> benjamini_hochberg(std::span<double const> p_values);

}  // namespace marchland::analysis
