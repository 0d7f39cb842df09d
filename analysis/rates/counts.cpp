#include "analysis/rates/counts.hpp"

#include "geo/vocabulary/numbers.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numeric>
#include <utility>
#include <vector>

namespace marchland::analysis::rates {

namespace {

/// Sums by commune that are the same whatever the order of the rows: what is added is sorted first.
class Sums {
public:
    void add(geo::CommuneId commune, double amount) { parts_.emplace_back(commune, amount); }

    geo::PerCommune<double> over(std::size_t communes)
    {
        std::ranges::sort(parts_);
        geo::PerCommune<double> sums{communes};
        for (auto const& [commune, amount] : parts_) {
            sums[commune] += amount;
        }
        return sums;
    }

private:
    std::vector<std::pair<geo::CommuneId, double>> parts_;
};

}  // namespace

geo::Period window_of(geo::Period const& study, int years)
{
    return years == 0 ? study
                      : geo::Period{{std::max(study.from.index, study.to.index - 12 * years + 1)},
                                    study.to};
}

bool belongs(geo::Period const& row, geo::Period const& span)
{
    geo::Month const middle{row.from.index + row.months() / 2};
    return 2 * row.overlap(span) >= row.months() && span.from <= middle && middle <= span.to;
}

Edges::Edges(std::vector<geo::CaseCount> const& cases, geo::Period const& period)
    : from_{period.from}, cut_(static_cast<std::size_t>(period.months()) + 1, 0.0)
{
    for (auto const& row : cases) {
        if (row.role == geo::Role::origin && row.period.overlap(period) > 1) {
            auto const within = row.period.common(period);
            cut_[static_cast<std::size_t>(within.from.index + 1 - from_.index)] += row.count;
            cut_[static_cast<std::size_t>(within.to.index + 1 - from_.index)] -= row.count;
        }
    }
    std::partial_sum(cut_.begin(), cut_.end(), cut_.begin());  // counts are whole: exact
}

double Edges::cut(geo::Month first) const
{
    auto const at = first.index - from_.index;
    return at < 0 || at >= static_cast<int>(cut_.size()) ? 0.0 : cut_[static_cast<std::size_t>(at)];
}

geo::Month Edges::nearest(geo::Month wanted, geo::Period const& among) const
{
    auto best = among.to;
    auto const worth = [&](geo::Month edge) {
        return std::pair{cut(edge), std::abs(edge.index - wanted.index)};
    };
    for (geo::Month edge = among.to; edge >= among.from; --edge.index) {
        best = worth(edge) < worth(best) ? edge : best;
    }
    return best;
}

std::vector<geo::Period> years_of(geo::Period const& period,
                                  std::vector<geo::CaseCount> const& cases)
{
    Edges const edges{cases, period};
    int left = 0;  // months after the last whole year
    double fewest = geo::infinite;
    for (int months = 0; months < 12; ++months) {
        double cut = 0.0;
        for (int edge = period.to.index + 1 - months; edge > period.from.index; edge -= 12) {
            cut += edges.cut({edge});
        }
        if (cut < fewest) {
            fewest = cut;
            left = months;
        }
    }
    std::vector<geo::Period> years;
    if (left > 0) {
        years.push_back({{std::max(period.from.index, period.to.index + 1 - left)}, period.to});
    }
    for (int to = period.to.index - left; to >= period.from.index; to -= 12) {
        years.push_back(window_of({period.from, {to}}, 1));
    }
    std::ranges::reverse(years);
    return years;
}

double Fading::months(geo::Period const& span) const
{
    if (half_life_years == 0.0) {
        return span.months();
    }
    double sum = 0.0;
    for (int month = span.from.index; month <= span.to.index; ++month) {
        sum += std::exp2((month - last.index) / (12.0 * half_life_years));
    }
    return sum;
}

double years_in(geo::Period const& window, double half_life_years)
{
    return Fading{window.to, half_life_years}.months(window) / 12.0;
}

Counts count_cases(std::vector<geo::CaseCount> const& cases, std::size_t communes,
                   geo::Period const& window, double half_life_years)
{
    Fading const fading{window.to, half_life_years};
    Counts counts{.window = window};
    Sums placed;
    Sums hidden;
    Sums hidden_most;
    for (auto const& row : cases) {
        counts.newest = std::max(counts.newest, row.period.to);
        bool const inside = belongs(row.period, window);
        bool const partly =
            row.period.overlap(window) > 0 && row.period.common(window) != row.period;
        if (row.role == geo::Role::origin) {
            counts.before += row.period.to < window.from ? row.count : 0.0;
            (inside ? counts.cut_in : counts.cut_out) += partly ? row.count : 0.0;
        }
        if (!inside) {
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
        auto const within = row.period.common(window);
        double const weight = fading.months(within) / within.months();
        placed.add(*row.commune, weight * row.count);
        if (row.censored) {
            hidden.add(*row.commune, weight * (row.count - row.least));
            hidden_most.add(*row.commune, weight * (row.most - row.least));
        }
    }
    counts.cases = placed.over(communes);
    counts.hidden = hidden.over(communes);
    counts.hidden_most = hidden_most.over(communes);
    return counts;
}

geo::PerCommune<double> sum_effort(std::vector<geo::EffortEntry> const& effort,
                                   std::size_t communes, geo::Period const& window,
                                   double half_life_years)
{
    Fading const fading{window.to, half_life_years};
    Sums sums;
    for (auto const& entry : effort) {
        if (entry.period.overlap(window) == 0) {
            continue;
        }
        double const inside = fading.months(entry.period.common(window));
        sums.add(entry.commune, entry.amount * inside / entry.period.months());
    }
    return sums.over(communes);
}

}  // namespace marchland::analysis::rates
