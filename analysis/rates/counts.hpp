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

/// The last `years` years of a period, or all of it where it is shorter or `years` is 0.
geo::Period window_of(geo::Period const& study, int years);

/// Whether a row counts in a span: at least half of its months are in it; of two halves, where the later one is. It then
/// counts with all its persons, as persons are not cut. Of spans that follow each other, one at most has it.
bool belongs(geo::Period const& row, geo::Period const& span);

/// Where a period may be cut without cutting records: of persons of origin, how many would be cut.
class Edges {
public:
    Edges(std::vector<geo::CaseCount> const& cases, geo::Period const& period);

    /// Persons in rows that have months on both sides of the edge before a month.
    double cut(geo::Month first) const;

    /// The edge that cuts the fewest, and of these the nearest to the one wanted; of two as near the later.
    /// \param among  first months after an edge.
    geo::Month nearest(geo::Month wanted, geo::Period const& among) const;

private:
    geo::Month from_;
    std::vector<double> cut_;
};

/// The years of a period, from one edge to the next 12 months on, the first one first; the first and the last may
/// be shorter. They end with the period, or where the records do: so that the fewest persons are cut.
std::vector<geo::Period> years_of(geo::Period const& period,
                                  std::vector<geo::CaseCount> const& cases);

/// How much the past counts: a month half a life before the last one counts half.
struct Fading {
    geo::Month last;
    double half_life_years = 0.0;  ///< 0: all months alike

    /// Months of a span, each as much as it counts: the sum of 2^(-age / half life), the last month of age 0.
    double months(geo::Period const& span) const;
};

/// \param half_life_years  of Fading, to the window's last month; 0: as long as it is.
double years_in(geo::Period const& window, double half_life_years = 0.0);

struct Counts {
    geo::Period window;
    geo::PerCommune<double> cases;   ///< role origin, in the window, faded where asked for
    geo::PerCommune<double> hidden;  ///< of these, beyond what cells such as "<5" have at least
    geo::PerCommune<double> hidden_most;    ///< what these cells may have beyond that at most
    double unplaced = 0.0;                  ///< role origin, in the window, commune not known
    std::array<double, 5> by_role{};        ///< in the window, by geo::Role, placed or not
    std::map<std::string, double> by_form;  ///< role origin, in the window
    double before = 0.0;                    ///< role origin, in rows that end before the window
    double cut_in = 0.0;   ///< role origin, in the window, from rows that lie partly outside
    double cut_out = 0.0;  ///< role origin, not in the window, from rows that lie partly in it
    geo::Month newest;     ///< last month for which there is any row
};

/// Counts persons in the rows that belong to the window. The rules are this project's own: docs/methods/counts.md.
/// \param communes  how many there are; every row names one of them, or none.
/// \param half_life_years  fades `cases`, `hidden` and `hidden_most`, and nothing else: a row counts as much as its
///        months within the window do on average; 0: fully.
/// \par Cost  O(rows log rows + communes).
Counts count_cases(std::vector<geo::CaseCount> const& cases, std::size_t communes,
                   geo::Period const& window, double half_life_years = 0.0);

/// Effort by commune in the window: amount x months within / months of its period, summed over rows of all
/// kinds, faded like cases. Communes without a row have 0.
/// \par Cost  O(rows log rows + communes).
geo::PerCommune<double> sum_effort(std::vector<geo::EffortEntry> const& effort,
                                   std::size_t communes, geo::Period const& window,
                                   double half_life_years = 0.0);

}  // namespace marchland::analysis::rates
