/// \file change.hpp
/// Two Poisson rates compared: is a rise real, is it effort, or can nobody tell?
#pragma once

#include "analysis/rates/counts.hpp"
#include "geo/layers/cases.hpp"
#include "geo/vocabulary/column.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace marchland::analysis::trends {

enum class Verdict : std::uint8_t {
    cannot_tell,  ///< what was found is compatible with no change, or effort is not known
    real_rise,    ///< more were found for the same effort
    real_fall,
    effort,  ///< more (or fewer) were found, and effort explains it
};

/// Persons found and how hard was looked, in two spans of time.
struct BeforeAfter {
    double cases_before = 0.0;
    double cases_after = 0.0;
    double years_before = 0.0;
    double years_after = 0.0;
    double effort_before = 0.0;  ///< summed over the span; NaN: not known
    double effort_after = 0.0;
};

struct Change {
    double ratio = 0.0;  ///< of found per effort (per year where effort is not known); NaN: no case
    double lower = 0.0;  ///< exact bounds of the ratio
    double upper = 0.0;
    double effort_ratio = 0.0;  ///< effort a year, after over before; NaN: not known
    double p_value = 1.0;       ///< two-sided, of no change for the effort (or the years)
    double p_by_years = 1.0;    ///< the same if effort did not count
    Verdict verdict = Verdict::cannot_tell;
};

/// Given the sum of both counts, the later one is binomial; its share under no change is that of the
/// effort. So the chance of a false alarm is at most `level`, however small the counts.
///
/// \param level  of the verdicts, in (0, 1); the bounds cover 1 - level.
/// \par Source  Przyborowski and Wilenski (1940) Biometrika 31, 313-323; Clopper and Pearson (1934)
///      Biometrika 26, 404-413.
Change change_between(BeforeAfter const& counts, double level = 0.05);

/// Of whom a change is told.
enum class Scope : std::uint8_t { region, age, form, sex, commune };

/// A row of the table of changes: the region, a group of persons or a commune.
struct ChangeOf {
    Scope scope = Scope::region;
    std::string name;  ///< of the group, or the commune's code
    BeforeAfter counts;
    Change change;  ///< verdicts of groups and of communes after Benjamini-Hochberg over their kind
    double q_value = 1.0;
};

struct ChangeOptions {
    geo::Period before;
    geo::Period after;
    double level = 0.05;
};

/// The last year of a study against the two before it, or what there is. Both begin where the fewest persons'
/// records are cut, near to that: with counts by year, in January.
ChangeOptions last_year_of(geo::Period const& study, std::vector<geo::CaseCount> const& cases);

/// Region first, then groups by size, then communes in their order. Groups that hold "unknown" only are
/// left out, and communes without a case in either span.
/// \param has_effort  false: the study has no effort, so that no verdict can be more than "cannot tell".
std::vector<ChangeOf> changes_of(std::vector<geo::CaseCount> const& cases,
                                 std::vector<geo::EffortEntry> const& effort, bool has_effort,
                                 std::vector<std::string> const& codes,
                                 ChangeOptions const& options);

/// \namespace marchland::analysis::trends
/// \par Example
/// \code
/// using namespace analysis::trends;
/// // Twice as many in half the time, but people looked four times as hard.
/// auto const change = change_between({.cases_before = 12, .cases_after = 24,
///                                     .years_before = 2, .years_after = 1,
///                                     .effort_before = 200, .effort_after = 400});
/// assert(change.verdict == Verdict::effort);
/// \endcode
/// \par Threads  functions of their arguments alone: may be called from several threads at once.

}  // namespace marchland::analysis::trends
