#include "analysis/hotspots/global_statistics.hpp"

#include "analysis/hotspots/compared.hpp"
#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/numbers.hpp"
#include "geo/vocabulary/parallel.hpp"
#include "geo/vocabulary/random.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace marchland::analysis::hotspots {
namespace {

/// The three sums of the weights on which all variances rest (Cliff and Ord).
struct WeightSums {
    double s0 = 0.0;
    double s1 = 0.0;
    double s2 = 0.0;
    double n = 0.0;  ///< communes with a neighbour
};

double weight_back(Compared const& all, std::size_t from, std::size_t to)
{
    auto const near = all.near(from);
    auto const at = std::ranges::find(near, to);
    return at == near.end() ? 0.0 : all.weights(from)[static_cast<std::size_t>(at - near.begin())];
}

WeightSums sums_of(Compared const& all)
{
    WeightSums sums;
    std::vector<double> in(all.size(), 0.0);
    std::vector<double> out(all.size(), 0.0);
    for (std::size_t i = 0; i < all.size(); ++i) {
        auto const near = all.near(i);
        auto const weights = all.weights(i);
        sums.n += near.empty() ? 0.0 : 1.0;
        for (std::size_t m = 0; m < near.size(); ++m) {
            double const back = weight_back(all, near[m], i);
            double const both = weights[m] + back;
            sums.s0 += weights[m];
            // a pair linked both ways is met twice, one linked one way once
            sums.s1 += (back != 0.0 ? 0.5 : 1.0) * both * both;
            out[i] += weights[m];
            in[near[m]] += weights[m];
        }
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
        sums.s2 += (in[i] + out[i]) * (in[i] + out[i]);
    }
    return sums;
}

/// Sums of powers of the values themselves.
struct Powers {
    double first = 0.0;
    double second = 0.0;
    double third = 0.0;
    double fourth = 0.0;
};

Powers powers_of(std::vector<double> const& values)
{
    Powers sums;
    for (double const x : values) {
        sums.first += x;
        sums.second += x * x;
        sums.third += x * x * x;
        sums.fourth += x * x * x * x;
    }
    return sums;
}

struct NullMoments {
    double mean = 0.0;
    double variance = 0.0;
};

NullMoments moran_moments(WeightSums const& w, double kurtosis)
{
    double const n = w.n;
    double const s02 = w.s0 * w.s0;
    double const mean = -1.0 / (n - 1.0);
    double const varied = n * ((n * n - 3.0 * n + 3.0) * w.s1 - n * w.s2 + 3.0 * s02) -
                          kurtosis * ((n * n - n) * w.s1 - 2.0 * n * w.s2 + 6.0 * s02);
    return {mean, varied / ((n - 1.0) * (n - 2.0) * (n - 3.0) * s02) - mean * mean};
}

/// Where there are islands spdep lets them count in some places and not in others; so do we, and leave
/// exactness to the permutations.
NullMoments geary_moments(WeightSums const& w, double all, double kurtosis)
{
    double const n = w.n;
    double const s02 = w.s0 * w.s0;
    double const varied =
        (n - 1.0) * w.s1 * (n * n - 3.0 * all + 3.0 - (n - 1.0) * kurtosis) -
        0.25 * (n - 1.0) * w.s2 * (n * n + 3.0 * all - 6.0 - (n * n - all + 2.0) * kurtosis) +
        s02 * (n * n - 3.0 - (n - 1.0) * (n - 1.0) * kurtosis);
    return {1.0, varied / (all * (n - 2.0) * (n - 3.0) * s02)};
}

NullMoments getis_ord_moments(WeightSums const& w, Powers const& x)
{
    double const n = w.n;
    double const s02 = w.s0 * w.s0;
    double const mean = w.s0 / (n * (n - 1.0));
    double const b0 = (n * n - 3.0 * n + 3.0) * w.s1 - n * w.s2 + 3.0 * s02;
    double const b1 = -((n * n - n) * w.s1 - 2.0 * n * w.s2 + 6.0 * s02);
    double const b2 = -(2.0 * n * w.s1 - (n + 3.0) * w.s2 + 6.0 * s02);
    double const b3 = 4.0 * (n - 1.0) * w.s1 - 2.0 * (n + 1.0) * w.s2 + 8.0 * s02;
    double const b4 = w.s1 - w.s2 + s02;
    double const products = x.first * x.first - x.second;
    double const varied = b0 * x.second * x.second + b1 * x.fourth +
                          b2 * x.first * x.first * x.second + b3 * x.first * x.third +
                          b4 * x.first * x.first * x.first * x.first;
    return {mean,
            varied / (products * products * n * (n - 1.0) * (n - 2.0) * (n - 3.0)) - mean * mean};
}

/// Joins of like communes when `ones` of n are drawn without replacement.
NullMoments join_moments(WeightSums const& w, double ones)
{
    double const n = w.n;
    double const two = ones * (ones - 1.0) / (n * (n - 1.0));
    double const three = two * (ones - 2.0) / (n - 2.0);
    double const four = three * (ones - 3.0) / (n - 3.0);
    double const s02 = w.s0 * w.s0;
    double const varied =
        w.s1 * two + (w.s2 - 2.0 * w.s1) * three + (s02 + w.s1 - w.s2) * four - s02 * two * two;
    return {0.5 * w.s0 * two, 0.25 * varied};
}

class GlobalTester {
public:
    GlobalTester(GlobalStatistic statistic, Compared all)
        : statistic_{statistic}, all_{std::move(all)}
    {
        for (double const z : all_.z) {
            x_.push_back(z + all_.mean);
        }
        weights_ = sums_of(all_);
        powers_ = powers_of(x_);
    }

    bool answers() const { return all_.m2 > 0.0 && weights_.s0 > 0.0; }
    bool has_negative() const
    {
        return std::ranges::any_of(x_, [](double x) { return x < 0.0; });
    }

    /// The statistic if commune i had the value of order[i].
    double value(std::vector<std::uint32_t> const& order) const
    {
        double cross = 0.0;
        for (std::size_t i = 0; i < all_.size(); ++i) {
            auto const near = all_.near(i);
            auto const weights = all_.weights(i);
            for (std::size_t m = 0; m < near.size(); ++m) {
                cross += weights[m] * product(order[i], order[near[m]]);
            }
        }
        return cross * factor();
    }

    NullMoments moments() const
    {
        auto const size = static_cast<double>(all_.size());
        double fourth = 0.0;
        for (double const z : all_.z) {
            fourth += z * z * z * z;
        }
        double const squares = size * all_.m2;
        double const kurtosis = fourth / (squares * squares);
        switch (statistic_) {
        case GlobalStatistic::moran:
            return moran_moments(weights_, size * kurtosis);
        case GlobalStatistic::geary:
            return geary_moments(weights_, size, weights_.n * kurtosis);
        case GlobalStatistic::getis_ord:
            return getis_ord_moments(weights_, powers_);
        default:
            return join_moments(weights_, powers_.first);
        }
    }

    std::size_t size() const { return all_.size(); }

private:
    double product(std::size_t i, std::size_t j) const
    {
        switch (statistic_) {
        case GlobalStatistic::moran:
            return all_.z[i] * all_.z[j];
        case GlobalStatistic::geary:
            return (x_[i] - x_[j]) * (x_[i] - x_[j]);
        default:
            return x_[i] * x_[j];
        }
    }

    double factor() const
    {
        double const squares = static_cast<double>(all_.size()) * all_.m2;
        switch (statistic_) {
        case GlobalStatistic::moran:
            return weights_.n / (weights_.s0 * squares);
        case GlobalStatistic::geary:
            return (weights_.n - 1.0) / (2.0 * weights_.s0 * squares);
        case GlobalStatistic::getis_ord:
            return 1.0 / (powers_.first * powers_.first - powers_.second);
        default:
            return 0.5;
        }
    }

    GlobalStatistic statistic_;
    Compared all_;
    std::vector<double> x_;
    WeightSums weights_;
    Powers powers_;
};

std::vector<std::uint32_t> in_order(std::size_t n)
{
    std::vector<std::uint32_t> order(n);
    std::iota(order.begin(), order.end(), 0U);
    return order;
}

std::vector<std::uint32_t> shuffled(std::size_t n, std::uint64_t seed, std::size_t permutation)
{
    auto order = in_order(n);
    geo::Draws draws{geo::Random{seed, "whole-map", permutation}};
    for (std::size_t i = n; i > 1; --i) {
        std::swap(order[i - 1], order[draws.below(i)]);
    }
    return order;
}

void count_draws(GlobalTester const& tester, GlobalOptions const& options, geo::Job const& job,
                 GlobalTest& test)
{
    auto const permutations = static_cast<std::size_t>(options.permutations);
    std::atomic<std::size_t> done{0};
    std::atomic<std::size_t> greater{0};
    std::atomic<std::size_t> less{0};
    double const slack = 1e-9 * std::max(std::sqrt(test.variance), std::abs(test.value));
    geo::for_each_index(permutations, job.threads(), [&](std::size_t p) {
        job.at(static_cast<double>(done++) / static_cast<double>(permutations));
        double const drawn = tester.value(shuffled(tester.size(), options.seed, p));
        greater += drawn >= test.value - slack ? 1U : 0U;
        less += drawn <= test.value + slack ? 1U : 0U;
    });
    auto const all = static_cast<double>(permutations) + 1.0;
    test.p_greater = (static_cast<double>(greater) + 1.0) / all;
    test.p_less = (static_cast<double>(less) + 1.0) / all;
    test.p_value = std::min(1.0, 2.0 * std::min(test.p_greater, test.p_less));
}

}  // namespace

GlobalTest global_test(GlobalStatistic statistic, geo::PerCommune<double> const& x,
                       neighbours::Weights const& weights, GlobalOptions const& options,
                       geo::Job const& job)
{
    if (options.permutations < 0 || options.permutations > 10'000'000) {
        throw geo::Error{geo::Trouble::usage, std::to_string(options.permutations) +
                                                  " permutations: expected 0 to 10000000"};
    }
    GlobalTest test{geo::unknown, geo::unknown, geo::unknown, geo::unknown,
                    geo::unknown, geo::unknown, geo::unknown};
    GlobalTester const tester{statistic, compared(x, weights)};
    if (statistic == GlobalStatistic::getis_ord && tester.has_negative()) {
        throw geo::Error{
            geo::Trouble::usage,
            "the global Getis-Ord statistic needs values of 0 or more; found a negative one"};
    }
    if (!tester.answers()) {
        return test;
    }
    auto const moments = tester.moments();
    test.value = tester.value(in_order(tester.size()));
    test.expected = moments.mean;
    test.variance = moments.variance;
    test.z = moments.variance > 0.0 ? (test.value - test.expected) / std::sqrt(test.variance)
                                    : geo::unknown;
    if (options.permutations > 0) {
        count_draws(tester, options, job, test);
    }
    return test;
}

}  // namespace marchland::analysis::hotspots
