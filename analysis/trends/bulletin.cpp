#include "analysis/trends/bulletin.hpp"

#include "analysis/numerics/distributions.hpp"
#include "analysis/numerics/multiple_testing.hpp"
#include "geo/vocabulary/numbers.hpp"

#include <algorithm>
#include <cmath>

namespace marchland::analysis::trends {
namespace {

constexpr std::size_t least_months = 12;
constexpr std::size_t most_months = 24;
constexpr double coverage = 0.95;

void add_effort(std::vector<BulletinMonth>& months, std::vector<geo::EffortEntry> const& effort)
{
    for (auto const& entry : effort) {
        double const a_month = entry.amount / entry.period.months();
        for (auto& one : months) {
            if (entry.period.from <= one.month && one.month <= entry.period.to) {
                one.effort += a_month;
            }
        }
    }
}

/// A further count given that `before` were found under `looked`, for `look`: negative binomial with the
/// half of Jeffreys, so that nothing found before does not mean nothing to come.
void judge(BulletinMonth& month, double before, double looked, double look)
{
    if (!(looked > 0.0) || !(look > 0.0)) {
        return;
    }
    double const size = before + 0.5;
    double const chance = looked / (looked + look);
    double const tail = (1.0 - coverage) / 2.0;
    month.expected = size * (1.0 - chance) / chance;
    month.lower = std::max(0.0, numerics::negative_binomial_quantile(size, chance, tail));
    month.upper = numerics::negative_binomial_upper_quantile(size, chance, tail);
    double const as_few = numerics::negative_binomial_cdf(size, chance, month.cases);
    double const as_many =
        month.cases > 0.0 ? numerics::negative_binomial_tail(size, chance, month.cases - 1.0) : 1.0;
    month.p_value = std::min(1.0, 2.0 * std::min(as_few, as_many));
}

/// Of many months some lie outside their band by chance.
void flag(std::vector<BulletinMonth>& months)
{
    std::vector<double> p;
    for (auto const& month : months) {
        p.push_back(month.p_value);
    }
    auto const q = numerics::adjusted(p, numerics::Correction::benjamini_hochberg);
    for (std::size_t m = 0; m < months.size(); ++m) {
        auto& month = months[m];
        month.q_value = q[m];
        month.flag = std::isnan(month.p_value)        ? MonthFlag::too_early
                     : month.q_value > 1.0 - coverage ? MonthFlag::as_expected
                     : month.cases > month.expected   ? MonthFlag::above
                                                      : MonthFlag::below;
    }
}

}  // namespace

Bulletin bulletin_of(std::vector<geo::CaseCount> const& cases,
                     std::vector<geo::EffortEntry> const& effort, bool has_effort,
                     geo::Period const& study, std::vector<geo::Month> const& reforms)
{
    Bulletin bulletin;
    for (int index = study.from.index; index <= study.to.index; ++index) {
        bulletin.months.push_back(
            {.month = {index},
             .effort = has_effort ? 0.0 : geo::unknown,
             .expected = geo::unknown,
             .lower = geo::unknown,
             .upper = geo::unknown,
             .p_value = geo::unknown,
             .q_value = geo::unknown,
             .units_changed = std::ranges::find(reforms, geo::Month{index}) != reforms.end()});
    }
    for (auto const& row : cases) {
        if (row.role != geo::Role::origin || row.period.overlap(study) == 0) {
            continue;
        }
        if (row.period.months() > 1) {
            bulletin.longer_periods += row.count;
        } else {
            bulletin.months[static_cast<std::size_t>(row.period.from.index - study.from.index)]
                .cases += row.count;
        }
    }
    if (has_effort) {
        add_effort(bulletin.months, effort);
    }
    auto& months = bulletin.months;
    for (std::size_t m = least_months; m < months.size(); ++m) {
        double before = 0.0;
        double looked = 0.0;
        for (std::size_t b = m - std::min(m, most_months); b < m; ++b) {
            before += months[b].cases;
            looked += has_effort ? months[b].effort : 1.0;
        }
        judge(months[m], before, looked, has_effort ? months[m].effort : 1.0);
    }
    flag(months);
    return bulletin;
}

}  // namespace marchland::analysis::trends
