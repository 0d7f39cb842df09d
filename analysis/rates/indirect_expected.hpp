/// \file indirect_expected.hpp
/// How many cases to expect where each group (age, sex) has the risk that it has everywhere.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace marchland::analysis::rates {

/// Indirect standardisation: E_i = sum over groups of population_ig x cases_g / population_g.
///
/// \param population  persons at risk, [cell x groups + group]; a cell is a commune, or a commune in
///      one step of time. At least 0.
/// \param cases       of each group, over all cells.
/// \returns one expected number for each cell; their sum is that of the cases.
/// \throws Error{usage} sizes differ, a number is negative or not finite, or a group has cases and
///      no population.
/// \par Source  Breslow and Day (1987) Statistical Methods in Cancer Research II, chapter 2.
std::vector<double> indirect_expected(std::span<double const> population,
                                      std::span<double const> cases);

}  // namespace marchland::analysis::rates
