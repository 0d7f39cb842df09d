#include "analysis/rates/rates.hpp"

#include "analysis/numerics/distributions.hpp"
#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/numbers.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <vector>

namespace marchland::analysis::rates {
namespace {

using geo::CommuneId;
using geo::PerCommune;

constexpr double same_rate = 1e-12;  // relative

bool counts(double exposure)
{
    return exposure > 0.0 && std::isfinite(exposure);
}

/// What Marshall's estimator needs of a group of communes.
struct Pool {
    double cases = 0.0;
    double exposure = 0.0;
    double spread = 0.0;  ///< sum of exposure x (rate - mean)^2
    double size = 0.0;

    double mean() const { return cases / exposure; }
    /// Between-commune variance; below zero where the rates differ less than chance makes them.
    double variance() const { return spread / exposure - mean() / (exposure / size); }
    double shrunk(double rate, double own_exposure) const
    {
        double const between = std::max(0.0, variance());
        double const within = mean() / own_exposure;
        return between + within > 0.0 ? mean() + between / (between + within) * (rate - mean())
                                      : mean();
    }
};

Pool pooled(std::vector<CommuneId> const& group, PerCommune<double> const& cases,
            PerCommune<double> const& exposure)
{
    Pool pool;
    for (auto const id : group) {
        if (counts(exposure[id])) {
            pool.cases += cases[id];
            pool.exposure += exposure[id];
            pool.size += 1.0;
        }
    }
    for (auto const id : group) {
        if (counts(exposure[id])) {
            double const off = cases[id] / exposure[id] - pool.mean();
            pool.spread += exposure[id] * off * off;
        }
    }
    return pool;
}

double standardised(double rate, double exposure, Pool const& pool)
{
    // Equal quotients may differ in their last places; blown up to a score, that would make a map of
    // rounding errors out of a region where nothing differs.
    if (std::abs(rate - pool.mean()) <= same_rate * pool.mean()) {
        return 0.0;
    }
    double const chance = pool.mean() / exposure;
    double const variance = pool.variance() + chance;
    return (rate - pool.mean()) / std::sqrt(variance > 0.0 ? variance : chance);
}

std::vector<CommuneId> with_neighbours(CommuneId id, neighbours::Neighbours const& near)
{
    std::vector<CommuneId> group{id};
    group.insert(group.end(), near[id].begin(), near[id].end());
    return group;
}

void fill(Rates& rates, CommuneId id, double cases, double exposure, Pool const& region,
          Pool const& around, double coverage)
{
    double const rate = cases / exposure;
    rates.crude[id] = rate;
    rates.expected[id] = exposure * region.mean();
    rates.eb[id] = region.shrunk(rate, exposure);
    rates.eb_local[id] = around.shrunk(rate, exposure);
    rates.spatial[id] = around.mean();
    rates.excess[id] = cases - rates.expected[id];
    if (region.cases > 0.0) {
        auto const bounds = poisson_bounds(cases, coverage);
        rates.smr[id] = cases / rates.expected[id];
        rates.smr_lower[id] = bounds.lower / rates.expected[id];
        rates.smr_upper[id] = bounds.upper / rates.expected[id];
        rates.standardised[id] = standardised(rate, exposure, region);
    }
}

}  // namespace

Rates rates_of(PerCommune<double> const& cases, PerCommune<double> const& exposure,
               neighbours::Neighbours const& near, double coverage)
{
    auto const n = cases.size();
    if (exposure.size() != n || near.size() != n) {
        throw geo::Error{geo::Trouble::usage,
                         "rates need as many exposures and neighbours as cases"};
    }
    std::vector<CommuneId> all;
    std::ranges::copy(cases.ids(), std::back_inserter(all));
    auto const region = pooled(all, cases, exposure);
    PerCommune<double> const empty{n, geo::unknown};
    Rates rates{region.exposure > 0.0 ? region.mean() : 0.0,
                empty,
                empty,
                empty,
                empty,
                empty,
                empty,
                empty,
                empty,
                empty,
                empty};
    for (auto const id : all) {
        if (counts(exposure[id])) {
            auto const around = pooled(with_neighbours(id, near), cases, exposure);
            fill(rates, id, cases[id], exposure[id], region, around, coverage);
        }
    }
    return rates;
}

Bounds poisson_bounds(double count, double coverage)
{
    double const tail = (1.0 - coverage) / 2.0;
    double const lower = count > 0.0 ? numerics::gamma_quantile(count, tail) : 0.0;
    return {lower, numerics::gamma_upper_quantile(count + 1.0, tail)};
}

}  // namespace marchland::analysis::rates
