#include "analysis/local_moran.hpp"

#include "analysis/local_statistics.hpp"

#include <array>
#include <cmath>
#include <limits>

namespace marchland::analysis {
namespace {

using geo::PerCommune;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

constexpr std::array pattern_names{std::string_view{"none"}, std::string_view{"high-high"},
                                   std::string_view{"low-low"}, std::string_view{"high-low"},
                                   std::string_view{"low-high"}};

Pattern pattern_of(double value, double lag, double mean)
{
    if (value > mean) {
        return lag > mean ? Pattern::high_high : Pattern::high_low;
    }
    return lag > mean ? Pattern::low_high : Pattern::low_low;
}

double mean_of(PerCommune<double> const& values)
{
    double sum = 0.0;
    double known = 0.0;
    for (double const value : values) {
        if (!std::isnan(value)) {
            sum += value;
            known += 1.0;
        }
    }
    return known > 0.0 ? sum / known : nan;
}

/// Mean of the neighbours that have a value.
double lag_of(geo::CommuneId id, PerCommune<double> const& value, Weights const& weights)
{
    double sum = 0.0;
    for (auto const& link : weights[id]) {
        sum += value[link.to];
    }
    return sum / static_cast<double>(weights[id].size());
}

/// Row-standardised among the neighbours that have a value, so that Moran's lag is their mean.
Weights shares(PerCommune<double> const& value, Neighbours const& near)
{
    Weights weights{near.size()};
    for (auto const id : near.ids()) {
        for (auto const other : near[id]) {
            if (!std::isnan(value[other])) {
                weights[id].push_back({other, 1.0});
            }
        }
    }
    return row_standardised(std::move(weights));
}

/// Ord and Getis: sum over the commune and its neighbours, less its mean, over its deviation.
double gi_star(double sum_z, double members, double n, double m2)
{
    double const variance = m2 * (n * members - members * members) / (n - 1.0);
    return variance > 0.0 ? sum_z / std::sqrt(variance) : nan;
}

double mean_square(PerCommune<double> const& values, double mean, double n)
{
    double sum = 0.0;
    for (double const value : values) {
        sum += std::isnan(value) ? 0.0 : (value - mean) * (value - mean) / n;
    }
    return sum;
}

}  // namespace

std::string_view name_of(Pattern pattern)
{
    return pattern_names.at(static_cast<std::size_t>(pattern));
}

LocalMoran local_moran(PerCommune<double> const& value, Neighbours const& near,
                       LocalMoranOptions const& options, geo::Job const& job)
{
    auto const weights = near.size() == value.size() ? shares(value, near) : Weights{near.size()};
    auto test = local_test(LocalStatistic::moran, value, weights,
                           {.permutations = options.permutations, .seed = options.seed}, job);
    PerCommune<double> const empty{value.size(), nan};
    LocalMoran found{std::move(test.value), empty, std::move(test.p_greater), std::move(test.p_less),
                     std::move(test.p_value), empty, PerCommune<Pattern>{value.size(), Pattern::none},
                     test.compared};
    auto const n = static_cast<double>(test.compared);
    double const mean = mean_of(value);
    double const m2 = mean_square(value, mean, n);
    for (auto const id : value.ids()) {
        if (std::isnan(found.moran[id])) {
            continue;
        }
        auto const k = static_cast<double>(weights[id].size());
        found.lag[id] = lag_of(id, value, weights);
        found.gi_star[id] = gi_star(k * (found.lag[id] - mean) + value[id] - mean, k + 1.0, n, m2);
        found.pattern[id] = pattern_of(value[id], found.lag[id], mean);
    }
    return found;
}

}  // namespace marchland::analysis
