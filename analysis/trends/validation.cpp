#include "analysis/trends/validation.hpp"

#include "analysis/numerics/distributions.hpp"
#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/numbers.hpp"

#include <algorithm>
#include <cmath>

namespace marchland::analysis::trends {
namespace {

using geo::CommuneId;
using Years = std::vector<geo::PerCommune<double>>;

double sum_over(std::vector<CommuneId> const& list, geo::PerCommune<double> const& values)
{
    double sum = 0.0;
    for (auto const id : list) {
        sum += std::isnan(values[id]) ? 0.0 : values[id];
    }
    return sum;
}

double sum_of(geo::PerCommune<double> const& values)
{
    double sum = 0.0;
    for (double const value : values) {
        sum += std::isnan(value) ? 0.0 : value;
    }
    return sum;
}

/// Clopper-Pearson, 90 %.
void bound(HoldOut& judged)
{
    double const missed = judged.cases - judged.caught;
    judged.lower =
        judged.caught > 0.0 ? numerics::beta_quantile(judged.caught, missed + 1.0, 0.05) : 0.0;
    judged.upper = missed > 0.0 ? numerics::beta_quantile(judged.caught + 1.0, missed, 0.95) : 1.0;
}

HoldOut judge(Forecaster const& rule, Years const& before, geo::PerCommune<double> const& seen,
              geo::PerCommune<double> const& people, int top)
{
    auto forecast = rule.forecast(before);
    for (auto const id : forecast.ids()) {
        if (!(people[id] > 0.0)) {
            forecast[id] = geo::unknown;
        }
    }
    auto const list = top_of(forecast, top);
    HoldOut judged{.rule = rule.name,
                   .year = static_cast<int>(before.size()),
                   .top = static_cast<double>(list.size()),
                   .caught = sum_over(list, seen),
                   .cases = sum_of(seen)};
    judged.share = judged.lower = judged.upper = judged.accuracy = judged.expected_inside =
        geo::unknown;
    if (judged.cases > 0.0) {
        judged.share = judged.caught / judged.cases;
        judged.by_lot = judged.cases * sum_over(list, people) / sum_of(people);
        judged.accuracy = judged.caught / judged.by_lot;
        bound(judged);
        double const all = sum_of(forecast);
        judged.expected_inside =
            all > 0.0 ? sum_over(list, forecast) / all * judged.cases : geo::unknown;
    }
    return judged;
}

}  // namespace

std::vector<CommuneId> top_of(geo::PerCommune<double> const& values, int top)
{
    std::vector<CommuneId> order;
    for (auto const id : values.ids()) {
        if (!std::isnan(values[id])) {
            order.push_back(id);
        }
    }
    std::ranges::stable_sort(order, std::greater{}, [&](CommuneId id) { return values[id]; });
    order.resize(std::min(order.size(), static_cast<std::size_t>(top)));
    return order;
}

std::vector<HoldOut> hold_out(Years const& cases_by_year, geo::PerCommune<double> const& people,
                              std::vector<Forecaster> const& rules, int top, int least_years)
{
    if (top < 1 || least_years < 1) {
        throw geo::Error{
            geo::Trouble::usage,
            "a hold-out needs a list of 1 or more communes and 1 or more years before"};
    }
    for (auto const& year : cases_by_year) {
        if (year.size() != people.size()) {
            throw geo::Error{geo::Trouble::usage,
                             "a hold-out needs the same communes in every year"};
        }
    }
    std::vector<HoldOut> judged;
    for (auto year = static_cast<std::size_t>(least_years); year < cases_by_year.size(); ++year) {
        Years const before(cases_by_year.begin(),
                           cases_by_year.begin() + static_cast<std::ptrdiff_t>(year));
        for (auto const& rule : rules) {
            judged.push_back(judge(rule, before, cases_by_year[year], people, top));
        }
    }
    return judged;
}

double chance_by_lot(double caught, double cases, double by_lot)
{
    return caught > 0.0 && by_lot < cases
               ? numerics::binomial_tail(cases, by_lot / cases, caught - 1.0)
               : 1.0;
}

double chance_by_coin(double first, double second)
{
    return chance_by_lot(first, first + second, 0.5 * (first + second));
}

std::vector<Forecaster> simple_rules(geo::PerCommune<double> const& people)
{
    auto const all_years = [](Years const& before) {
        geo::PerCommune<double> sum{before.front().size(), 0.0};
        for (auto const& year : before) {
            for (auto const id : sum.ids()) {
                sum[id] += year[id];
            }
        }
        return sum;
    };
    auto const last_year = [](Years const& before) { return before.back(); };
    auto const by_people = [people](Years const&) { return people; };
    return {{"all years before", all_years},
            {"last year's list", last_year},
            {"people at risk", by_people}};
}

}  // namespace marchland::analysis::trends
