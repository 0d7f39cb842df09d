#include "analysis/hotspots/max_t.hpp"

#include "analysis/hotspots/compared.hpp"
#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/numbers.hpp"
#include "geo/vocabulary/parallel.hpp"
#include "geo/vocabulary/random.hpp"

#include <algorithm>
#include <cmath>

namespace marchland::analysis::hotspots {
namespace {

/// What the variance of a lag owes to its weights: fixed, whatever the order of the values.
std::vector<double> spreads_of(Compared const& all)
{
    auto const n = static_cast<double>(all.size());
    std::vector<double> spread;
    for (std::size_t i = 0; i < all.size(); ++i) {
        double sum = 0.0;
        double squares = 0.0;
        for (double const w : all.weights(i)) {
            sum += w;
            squares += w * w;
        }
        spread.push_back((squares - sum * sum / (n - 1.0)) * n / (n - 2.0));
    }
    return spread;
}

/// |score| of the lag of commune i given its own value; 0 where there is none.
double score(Compared const& all, std::vector<double> const& z, std::size_t i, double spread)
{
    auto const n = static_cast<double>(all.size());
    auto const near = all.near(i);
    auto const weights = all.weights(i);
    double lag = 0.0;
    double sum = 0.0;
    for (std::size_t m = 0; m < near.size(); ++m) {
        lag += weights[m] * z[near[m]];
        sum += weights[m];
    }
    double const variance = spread * (all.m2 - z[i] * z[i] / (n - 1.0));
    bool const varies = variance > 1e-12 * all.m2 * sum * sum;
    return varies ? std::abs(lag + sum * z[i] / (n - 1.0)) / std::sqrt(variance) : 0.0;
}

void shuffle(std::vector<double>& values, std::uint64_t seed, std::size_t permutation)
{
    geo::Draws draws{geo::Random{seed, "max-t", permutation}};
    for (std::size_t i = values.size(); i > 1; --i) {
        std::swap(values[i - 1], values[draws.below(i)]);
    }
}

}  // namespace

geo::PerCommune<double> max_t(geo::PerCommune<double> const& x, neighbours::Weights const& weights,
                              MaxTOptions const& options, geo::Job const& job)
{
    if (options.permutations < 1 || options.permutations > 10'000'000) {
        throw geo::Error{geo::Trouble::usage, std::to_string(options.permutations) +
                                                  " permutations: expected 1 to 10000000"};
    }
    auto const all = compared(x, weights);
    geo::PerCommune<double> p{x.size(), geo::unknown};
    if (all.m2 <= 0.0 || all.to.empty() || all.size() < 3) {
        return p;
    }
    auto const spread = spreads_of(all);
    std::vector<double> largest(static_cast<std::size_t>(options.permutations));
    std::atomic<std::size_t> done{0};
    geo::for_each_index(largest.size(), job.threads(), [&](std::size_t permutation) {
        job.at(static_cast<double>(done++) / static_cast<double>(largest.size()));
        auto z = all.z;
        shuffle(z, options.seed, permutation);
        for (std::size_t i = 0; i < all.size(); ++i) {
            largest[permutation] = std::max(largest[permutation], score(all, z, i, spread[i]));
        }
    });
    std::ranges::sort(largest);
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!all.near(i).empty()) {
            double const seen = score(all, all.z, i, spread[i]) * (1.0 - 1e-9);
            auto const beyond = largest.end() - std::ranges::lower_bound(largest, seen);
            p[all.id[i]] =
                (static_cast<double>(beyond) + 1.0) / (static_cast<double>(largest.size()) + 1.0);
        }
    }
    return p;
}

}  // namespace marchland::analysis::hotspots
