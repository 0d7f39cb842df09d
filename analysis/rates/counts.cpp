#include "analysis/rates/counts.hpp"

#include <algorithm>

namespace marchland::analysis::rates {

geo::Period window_of(geo::Period const& study, int years)
{
    return {{std::max(study.from.index, study.to.index - 12 * years + 1)}, study.to};
}

std::vector<geo::Period> years_of(geo::Period const& period)
{
    std::vector<geo::Period> years;
    for (auto left = period; left.months() > 0; left.to.index -= 12) {
        years.push_back(window_of(left, 1));
    }
    std::ranges::reverse(years);
    return years;
}

double years_in(geo::Period const& window)
{
    return window.months() / 12.0;
}

Counts count_cases(std::vector<geo::CaseCount> const& cases, std::size_t communes,
                   geo::Period const& window)
{
    Counts counts{.window = window,
                  .cases = geo::PerCommune<double>{communes},
                  .hidden = geo::PerCommune<double>{communes},
                  .hidden_most = geo::PerCommune<double>{communes}};
    for (auto const& row : cases) {
        counts.newest = std::max(counts.newest, row.period.to);
        if (2 * row.period.overlap(window) < row.period.months()) {
            continue;
        }
        counts.by_role.at(static_cast<std::size_t>(row.role)) += row.count;
        if (row.role != geo::Role::origin) {
            continue;
        }
        counts.by_form[row.form] += row.count;
        if (!row.commune) {
            counts.unplaced += row.count;
            continue;
        }
        counts.cases[*row.commune] += row.count;
        counts.hidden[*row.commune] += row.censored ? row.count : 0.0;
        counts.hidden_most[*row.commune] += row.censored ? row.most : 0.0;
    }
    return counts;
}

geo::PerCommune<double> sum_effort(std::vector<geo::EffortEntry> const& effort,
                                   std::size_t communes, geo::Period const& window)
{
    geo::PerCommune<double> sums{communes};
    for (auto const& entry : effort) {
        double const inside = entry.period.overlap(window);
        sums[entry.commune] += entry.amount * inside / entry.period.months();
    }
    return sums;
}

}  // namespace marchland::analysis::rates
