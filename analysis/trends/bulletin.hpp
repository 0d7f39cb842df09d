/// \file bulletin.hpp
/// Surveillance with prediction limits, the region month by month: what was found, what was to be expected,
/// and whether a month stands out.
#pragma once

#include "geo/layers/cases.hpp"
#include "geo/vocabulary/period.hpp"

#include <cstdint>
#include <vector>

namespace marchland::analysis::trends {

/// Whether a month stands out from those before it, all months taken together.
enum class MonthFlag : std::uint8_t { too_early, as_expected, above, below };

struct BulletinMonth {
    geo::Month month;
    double cases = 0.0;
    double effort = 0.0;    ///< NaN: the study has none
    double expected = 0.0;  ///< at the rate of the months before; NaN for the first year
    double lower = 0.0;     ///< 95 % band of what would be found by chance
    double upper = 0.0;
    double p_value = 0.0;  ///< two-sided, of this month for itself; NaN: not judged
    double q_value = 0.0;  ///< after Benjamini-Hochberg over all months judged
    MonthFlag flag = MonthFlag::too_early;
    bool units_changed = false;  ///< communes were merged in this month: a break line belongs here
};

struct Bulletin {
    std::vector<BulletinMonth> months;
    double longer_periods = 0.0;  ///< persons recorded by quarter or year: they belong to no month
};

/// Each month against the up to 24 months before it, at least 12, at the same rate for each unit of
/// effort. The band is that of a further Poisson count given an earlier one (negative binomial), so that
/// it is wide where little was found before. Months are many: the flag is taken from q_value <= 0.05, so that of the
/// months told as unusual no more than 5 % are by chance.
/// \param reforms  months in which communes changed.
/// \par Source  Krishnamoorthy and Peng (2011) J. Statistical Planning and Inference 141, 1709-1718.
/// \par Cost    O(rows + months x 24).
Bulletin bulletin_of(std::vector<geo::CaseCount> const& cases,
                     std::vector<geo::EffortEntry> const& effort, bool has_effort,
                     geo::Period const& study, std::vector<geo::Month> const& reforms = {});

}  // namespace marchland::analysis::trends
