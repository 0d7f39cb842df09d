#include "analysis/hotspots/local_moran.hpp"

#include "analysis/hotspots/local_statistics.hpp"
#include "geo/vocabulary/numbers.hpp"

#include <cmath>

namespace marchland::analysis::hotspots {
namespace {

using geo::PerCommune;

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
    return known > 0.0 ? sum / known : geo::unknown;
}

/// Weighted mean of the neighbours, and their plain sum of deviations for Gi*.
struct Around {
    double lag = 0.0;
    double sum = 0.0;
    double members = 0.0;
};

Around around(std::vector<neighbours::Link> const& links, PerCommune<double> const& value,
              double mean)
{
    Around found;
    double weights = 0.0;
    for (auto const& link : links) {
        found.lag += link.weight * value[link.to];
        found.sum += value[link.to] - mean;
        found.members += 1.0;
        weights += link.weight;
    }
    found.lag /= weights;
    return found;
}

/// Links to neighbours without a value go; the others take over their share.
neighbours::Weights among_known(PerCommune<double> const& value, neighbours::Weights weights)
{
    for (auto& links : weights) {
        double all = 0.0;
        double kept = 0.0;
        for (auto const& link : links) {
            all += link.weight;
            kept += std::isnan(value[link.to]) ? 0.0 : link.weight;
        }
        std::erase_if(links,
                      [&](neighbours::Link const& link) { return std::isnan(value[link.to]); });
        for (auto& link : links) {
            link.weight *= kept < all ? all / kept : 1.0;
        }
    }
    return weights;
}

/// Ord and Getis: sum over the commune and its neighbours, less its mean, over its deviation.
double gi_star(double sum_z, double members, double n, double m2)
{
    double const variance = m2 * (n * members - members * members) / (n - 1.0);
    return variance > 0.0 ? sum_z / std::sqrt(variance) : geo::unknown;
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

LocalMoran local_moran(PerCommune<double> const& value, neighbours::Neighbours const& near,
                       LocalMoranOptions const& options, geo::Job const& job)
{
    return local_moran(value, neighbours::row_standardised(neighbours::binary(near)), options, job);
}

LocalMoran local_moran(PerCommune<double> const& value, neighbours::Weights const& weights,
                       LocalMoranOptions const& options, geo::Job const& job)
{
    auto const known = weights.size() == value.size() ? among_known(value, weights) : weights;
    auto test = local_test(LocalStatistic::moran, value, known,
                           {.permutations = options.permutations, .seed = options.seed}, job);
    PerCommune<double> const empty{value.size(), geo::unknown};
    LocalMoran found{std::move(test.value),
                     empty,
                     std::move(test.p_greater),
                     std::move(test.p_less),
                     std::move(test.p_value),
                     empty,
                     PerCommune<Pattern>{value.size(), Pattern::none},
                     test.compared};
    auto const n = static_cast<double>(test.compared);
    double const mean = mean_of(value);
    double const m2 = mean_square(value, mean, n);
    for (auto const id : value.ids()) {
        if (std::isnan(found.moran[id])) {
            continue;
        }
        auto const near = around(known[id], value, mean);
        found.lag[id] = near.lag;
        found.gi_star[id] = gi_star(near.sum + value[id] - mean, near.members + 1.0, n, m2);
        found.pattern[id] = pattern_of(value[id], near.lag, mean);
    }
    return found;
}

}  // namespace marchland::analysis::hotspots
