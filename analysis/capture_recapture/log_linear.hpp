/// \file log_linear.hpp
/// Poisson log-linear models of who is on which lists: what they say of those on none.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace marchland::analysis::capture_recapture {

/// Persons by the lists they are on. Bit l of a pattern: on list l. No names, no ids: counts only.
struct ListCells {
    std::vector<std::string> lists;  ///< 2 to 12 agencies
    std::vector<double> count;  ///< by pattern, 2^lists of them; count[0] (on none) is not read

    std::size_t patterns() const { return count.size(); }
    double observed() const;
    double on(std::size_t list) const;  ///< persons on a list
    double on_both(std::size_t a, std::size_t b) const;
    double on_exactly(int lists_together) const;
};

using ListPair = std::pair<std::size_t, std::size_t>;  ///< a < b

struct LogLinearFit {
    bool exists = false;      ///< estimates are finite
    bool identified = false;  ///< and one only
    std::vector<ListPair> pairs;
    double dark = 0.0;   ///< persons on no list: exp(intercept)
    double total = 0.0;  ///< observed + dark
    double lower = 0.0;  ///< of total, from intercept +- z x its standard error
    double upper = 0.0;
    double intercept = 0.0;
    double intercept_se = 0.0;
    double aic = 0.0;
    double bic = 0.0;
    double deviance = 0.0;
    int df = 0;
};

/// log mu = a + sum of lists + sum of pairs, over the 2^k - 1 observable patterns.
///
/// The estimate exists unless some direction of the parameters lowers only cells that are empty (a linear
/// program finds it); it is identified if the design has full rank. Otherwise nothing is fitted.
///
/// \param coverage  of the Wald interval.
/// \par Source  Fienberg (1972) Biometrika 59, 591-603; existence: Fienberg and Rinaldo (2012) Annals of
///      Statistics 40, 996-1023; Chan, Silverman and Vincent (2021) J. American
///      Statistical Association 116, 1297-1306.
LogLinearFit fit_log_linear(ListCells const& cells, std::vector<ListPair> const& pairs,
                            double coverage = 0.95);

}  // namespace marchland::analysis::capture_recapture
