/// \file counts.hpp
/// Detected persons and effort by commune, over the window of years that the figures rest on.
#pragma once

#include "geo/layers/cases.hpp"
#include "geo/vocabulary/column.hpp"
#include "geo/vocabulary/finding.hpp"
#include "geo/vocabulary/period.hpp"

#include <array>
#include <map>
#include <string>
#include <vector>

namespace marchland::analysis::rates {

/// The last `years` years of a period, or all of it where it is shorter.
geo::Period window_of(geo::Period const& study, int years);

/// The years of a period, counted back from its end, the first one first; that one may be shorter.
std::vector<geo::Period> years_of(geo::Period const& period);

double years_in(geo::Period const& window);

struct Counts {
    geo::Period window;
    geo::PerCommune<double> cases;          ///< role origin, in the window
    geo::PerCommune<double> hidden;         ///< of these, from cells such as "<5"
    geo::PerCommune<double> hidden_most;    ///< the most that these cells may hide
    double unplaced = 0.0;                  ///< role origin, in the window, commune not known
    std::array<double, 5> by_role{};        ///< in the window, by geo::Role, placed or not
    std::map<std::string, double> by_form;  ///< role origin, in the window
    geo::Month newest;                      ///< last month for which there is any row
};

/// Counts persons. A row belongs to the window if at least half of its months do: persons are not cut, so it
/// then counts with all of them. The rules are this project's own: docs/methods/counts.md.
/// \param communes  how many there are; every row names one of them, or none.
/// \par Cost  O(rows + communes).
Counts count_cases(std::vector<geo::CaseCount> const& cases, std::size_t communes,
                   geo::Period const& window);

/// Effort by commune in the window: amount x months within / months of its period, summed over rows of all
/// kinds. Communes without a row have 0.
/// \par Cost  O(rows + communes).
geo::PerCommune<double> sum_effort(std::vector<geo::EffortEntry> const& effort,
                                   std::size_t communes, geo::Period const& window);

}  // namespace marchland::analysis::rates
