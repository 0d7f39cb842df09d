#include "analysis/trends/change.hpp"

#include "analysis/numerics/distributions.hpp"
#include "analysis/numerics/multiple_testing.hpp"
#include "geo/vocabulary/numbers.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

namespace marchland::analysis::trends {
namespace {

using geo::CommuneId;

/// P(X >= x) and P(X <= x) of a binomial count.
struct Tails {
    double upper = 1.0;
    double lower = 1.0;

    double two_sided() const { return std::min(1.0, 2.0 * std::min(upper, lower)); }
};

Tails tails_of(double after, double all, double share)
{
    if (all == 0.0) {
        return {};
    }
    return {after > 0.0 ? numerics::binomial_tail(all, share, after - 1.0) : 1.0,
            numerics::binomial_cdf(all, share, after)};
}

/// Clopper-Pearson bounds of the share of the later count, as ratios of rates.
void bound(Change& change, double after, double all, double share, double level)
{
    auto const ratio = [share](double p) {
        return p >= 1.0 ? geo::infinite : p / (1.0 - p) * (1.0 - share) / share;
    };
    double const before = all - after;
    change.ratio = before > 0.0 ? ratio(after / all) : geo::infinite;
    change.lower =
        after > 0.0 ? ratio(numerics::beta_quantile(after, before + 1.0, level / 2.0)) : 0.0;
    change.upper = before > 0.0
                       ? ratio(numerics::beta_quantile(after + 1.0, before, 1.0 - level / 2.0))
                       : geo::infinite;
}

bool usable(double share)
{
    return share > 0.0 && share < 1.0;
}

Verdict verdict_of(Change const& change, double p_value, bool effort_known, double level)
{
    if (effort_known && p_value <= level) {
        return change.ratio > 1.0 ? Verdict::real_rise : Verdict::real_fall;
    }
    if (effort_known && change.p_by_years <= level) {
        return Verdict::effort;
    }
    return Verdict::cannot_tell;
}

bool effort_known(BeforeAfter const& counts)
{
    return usable(counts.effort_after / (counts.effort_before + counts.effort_after));
}

/// Counts and effort by group and by commune, in both spans.
class Collector {
public:
    Collector(std::vector<geo::EffortEntry> const& effort, bool has_effort, std::size_t communes,
              ChangeOptions const& options)
        : options_{options}, communes_{communes}
    {
        region_ = blank();
        if (!has_effort) {
            return;
        }
        auto const before = rates::sum_effort(effort, communes, options.before);
        auto const after = rates::sum_effort(effort, communes, options.after);
        region_.effort_before = 0.0;
        region_.effort_after = 0.0;
        for (auto const id : before.ids()) {
            communes_[id] = blank();
            communes_[id].effort_before = before[id];
            communes_[id].effort_after = after[id];
            region_.effort_before += before[id];
            region_.effort_after += after[id];
        }
    }

    void add(geo::CaseCount const& row)
    {
        bool const earlier = rates::belongs(row.period, options_.before);
        bool const later = rates::belongs(row.period, options_.after);
        if (row.role != geo::Role::origin || (!earlier && !later)) {
            return;
        }
        auto const count = [&](BeforeAfter& counts) {
            (later ? counts.cases_after : counts.cases_before) += row.count;
        };
        count(region_);
        for (auto const& [scope, name] :
             {std::pair{Scope::form, row.form}, {Scope::age, row.age}, {Scope::sex, row.sex}}) {
            if (name != "unknown") {
                // all groups share the region's effort: nobody looks for one of them alone
                auto& group = groups_.try_emplace({scope, name}, effort_of_region()).first->second;
                count(group);
            }
        }
        if (row.commune) {
            auto& commune = communes_[*row.commune];
            if (commune.years_before == 0.0) {
                commune = blank();
            }
            count(commune);
        }
    }

    BeforeAfter const& region() const { return region_; }
    std::map<std::pair<Scope, std::string>, BeforeAfter> const& groups() const { return groups_; }
    geo::PerCommune<BeforeAfter> const& communes() const { return communes_; }

private:
    BeforeAfter blank() const
    {
        return {.years_before = rates::years_in(options_.before),
                .years_after = rates::years_in(options_.after),
                .effort_before = geo::unknown,
                .effort_after = geo::unknown};
    }

    BeforeAfter effort_of_region() const
    {
        auto counts = region_;
        counts.cases_before = 0.0;
        counts.cases_after = 0.0;
        return counts;
    }

    ChangeOptions const& options_;
    BeforeAfter region_;
    std::map<std::pair<Scope, std::string>, BeforeAfter> groups_;
    geo::PerCommune<BeforeAfter> communes_;
};

/// Many communes, or groups, are tested at once: verdicts hold for the rate of false ones among them.
void correct(std::vector<ChangeOf>& family, double level)
{
    std::vector<double> p;
    std::vector<double> p_by_years;
    for (auto const& one : family) {
        p.push_back(one.change.p_value);
        p_by_years.push_back(one.change.p_by_years);
    }
    auto const q = numerics::adjusted(p, numerics::Correction::benjamini_hochberg);
    auto const q_by_years =
        numerics::adjusted(p_by_years, numerics::Correction::benjamini_hochberg);
    for (std::size_t i = 0; i < family.size(); ++i) {
        auto& one = family[i];
        one.q_value = q[i];
        auto judged = one.change;
        judged.p_by_years = q_by_years[i];
        one.change.verdict = verdict_of(judged, q[i], effort_known(one.counts), level);
    }
}

}  // namespace

Change change_between(BeforeAfter const& counts, double level)
{
    double const all = counts.cases_before + counts.cases_after;
    double const by_years = counts.years_after / (counts.years_before + counts.years_after);
    bool const known = effort_known(counts);
    double const share =
        known ? counts.effort_after / (counts.effort_before + counts.effort_after) : by_years;
    Change change{geo::unknown, geo::unknown, geo::unknown,        geo::unknown,
                  1.0,          1.0,          Verdict::cannot_tell};
    if (known) {
        change.effort_ratio =
            counts.effort_after / counts.years_after / (counts.effort_before / counts.years_before);
    }
    if (!usable(by_years) || all == 0.0) {
        return change;
    }
    change.p_value = tails_of(counts.cases_after, all, share).two_sided();
    change.p_by_years = tails_of(counts.cases_after, all, by_years).two_sided();
    bound(change, counts.cases_after, all, share, level);
    change.verdict = verdict_of(change, change.p_value, known, level);
    return change;
}

ChangeOptions last_year_of(geo::Period const& study, std::vector<geo::CaseCount> const& cases)
{
    if (study.months() == 1) {
        return {{study.from, {study.from.index - 1}}, study, 0.05};
    }
    rates::Edges const edges{cases, study};
    int const after = std::min(12, std::max(1, study.months() / 2));
    auto const split =
        edges.nearest({study.to.index - after + 1}, {{study.from.index + 1}, study.to});
    auto const first = edges.nearest({std::max(study.from.index, split.index - 24)},
                                     {study.from, {split.index - 1}});
    return {{first, {split.index - 1}}, {split, study.to}, 0.05};
}

std::vector<ChangeOf> changes_of(std::vector<geo::CaseCount> const& cases,
                                 std::vector<geo::EffortEntry> const& effort, bool has_effort,
                                 std::vector<std::string> const& codes,
                                 ChangeOptions const& options)
{
    Collector collector{effort, has_effort, codes.size(), options};
    for (auto const& row : cases) {
        collector.add(row);
    }
    auto const judged = [&](Scope scope, std::string name, BeforeAfter const& counts) {
        auto const change = change_between(counts, options.level);
        return ChangeOf{scope, std::move(name), counts, change, change.p_value};
    };
    std::vector<ChangeOf> rows{judged(Scope::region, "", collector.region())};
    std::vector<ChangeOf> groups;
    for (auto const& [key, counts] : collector.groups()) {
        groups.push_back(judged(key.first, key.second, counts));
    }
    std::ranges::stable_sort(groups, std::greater{}, [](ChangeOf const& one) {
        return one.counts.cases_before + one.counts.cases_after;
    });
    std::vector<ChangeOf> communes;
    for (auto const id : collector.communes().ids()) {
        auto const& counts = collector.communes()[id];
        if (counts.cases_before + counts.cases_after > 0.0) {
            communes.push_back(judged(Scope::commune, codes[geo::index_of(id)], counts));
        }
    }
    correct(groups, options.level);
    correct(communes, options.level);
    rows.insert(rows.end(), groups.begin(), groups.end());
    rows.insert(rows.end(), communes.begin(), communes.end());
    return rows;
}

}  // namespace marchland::analysis::trends
