#include "analysis/hotspots/local_statistics.hpp"

#include "analysis/hotspots/compared.hpp"
#include "analysis/hotspots/shared_permutations.hpp"
#include "analysis/numerics/saddlepoint.hpp"
#include "analysis/numerics/sample_quantile.hpp"
#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/numbers.hpp"
#include "geo/vocabulary/parallel.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <optional>

namespace marchland::analysis::hotspots {
namespace {

using geo::CommuneId;
using geo::PerCommune;

constexpr int most_permutations = 10'000'000;
constexpr std::uint64_t rare = 10;  ///< draws beyond, below which permutation says little of p

constexpr std::array names{std::string_view{"moran"},        std::string_view{"bivariate-moran"},
                           std::string_view{"median-moran"}, std::string_view{"gi"},
                           std::string_view{"gi-star"},      std::string_view{"geary"},
                           std::string_view{"join-count"}};

/// A figure linear in what is drawn: its lag and the sums of its weights.
struct Lag {
    double sum = 0.0;
    double weights = 0.0;
    double squares = 0.0;
};

/// Mean and variance of one value drawn from the others.
struct Others {
    double mean = 0.0;
    double variance = 0.0;
};

struct Moments {
    double mean = 0.0;
    double variance = 0.0;
};

/// Of a weighted sum drawn without replacement from n - 1 others.
Moments moments(Lag const& lag, Others const& others, double n)
{
    double const spread = lag.squares - lag.weights * lag.weights / (n - 1.0);
    return {lag.weights * others.mean,
            n > 2.0 ? others.variance * spread * (n - 1.0) / (n - 2.0) : 0.0};
}

class Tester {
public:
    /// `drawn` holds the values of the neighbours; with one variable those of x itself.
    Tester(LocalStatistic statistic, PerCommune<double> const& x, PerCommune<double> const* y,
           neighbours::Weights const& weights, LocalTestOptions const& options, geo::Job const& job)
        : statistic_{statistic}, options_{options}, job_{job}, x_{y != nullptr
                                                                      ? compared(x, weights, *y)
                                                                      : compared(x, weights)}
    {
        drawn_ = {x_.z, x_.whole, x_.mean, x_.m2};
        if (y != nullptr) {
            std::vector<double> values;
            for (auto const id : x_.id) {
                values.push_back((*y)[id]);
            }
            drawn_ = standardised(values);
        }
        PerCommune<double> const empty{x.size(), geo::unknown};
        test_ = {empty, empty, empty, empty, empty, empty, empty, x_.size()};
    }

    LocalTest run()
    {
        if (x_.m2 <= 0.0 || drawn_.m2 <= 0.0 || x_.to.empty()) {
            return std::move(test_);  // all values are equal, or nobody has a neighbour
        }
        for (double const z : drawn_.z) {
            third_ += z * z * z;
            fourth_ += z * z * z * z;
        }
        std::vector<Tally> const tallies = tally();
        geo::for_each_index(x_.size(), job_.threads(), [&](std::size_t i) {
            if (!x_.near(i).empty()) {
                describe(i);
                judge(i, tallies[i]);
            }
        });
        return std::move(test_);
    }

private:
    double n() const { return static_cast<double>(x_.size()); }

    bool equal_weights(std::size_t i) const
    {
        auto const weights = x_.weights(i);
        return std::ranges::all_of(weights, [&](double w) { return w == weights.front(); });
    }

    bool searched() const
    {
        if (statistic_ == LocalStatistic::median_moran) {
            return true;
        }
        for (std::size_t i = 0; i < x_.size(); ++i) {
            if (!equal_weights(i)) {
                return false;
            }
        }
        return statistic_ != LocalStatistic::geary;
    }

    Lag lag_of(std::size_t i) const
    {
        Lag lag;
        auto const near = x_.near(i);
        auto const weights = x_.weights(i);
        for (std::size_t m = 0; m < near.size(); ++m) {
            double const difference = x_.z[i] - drawn_.z[near[m]];
            double const value =
                statistic_ == LocalStatistic::geary ? difference * difference : drawn_.z[near[m]];
            lag.sum += weights[m] * value;
            lag.weights += weights[m];
            lag.squares += weights[m] * weights[m];
        }
        return lag;
    }

    Others others_of(std::size_t i) const
    {
        double const z = drawn_.z[i];
        if (statistic_ == LocalStatistic::geary) {
            double const mean = n() * (z * z + drawn_.m2) / (n() - 1.0);
            double const squares =
                n() * z * z * z * z + 6.0 * z * z * n() * drawn_.m2 - 4.0 * z * third_ + fourth_;
            return {mean, squares / (n() - 1.0) - mean * mean};
        }
        double const mean = -z / (n() - 1.0);
        return {mean, (n() * drawn_.m2 - z * z) / (n() - 1.0) - mean * mean};
    }

    std::vector<Question> questions() const
    {
        std::vector<Question> asked(x_.size());
        std::vector<std::int64_t> around;
        for (std::uint32_t i = 0; i < x_.size(); ++i) {
            auto const near = x_.near(i);
            if (near.empty()) {
                continue;
            }
            asked[i] = {i, static_cast<std::uint32_t>(near.size()), 0};
            if (statistic_ == LocalStatistic::median_moran) {
                around.clear();
                for (auto const j : near) {
                    around.push_back(drawn_.whole[j]);
                }
                asked[i].seen = twice_median(around);
            } else {
                for (auto const j : near) {
                    asked[i].seen += drawn_.whole[j];
                }
            }
        }
        return asked;
    }

    std::vector<WeightedQuestion> weighted_questions() const
    {
        double const unit = statistic_ == LocalStatistic::geary ? drawn_.m2 : std::sqrt(drawn_.m2);
        std::vector<WeightedQuestion> asked(x_.size());
        for (std::uint32_t i = 0; i < x_.size(); ++i) {
            if (!x_.near(i).empty()) {
                auto const lag = lag_of(i);
                asked[i] = {i, x_.weights(i), lag.sum, 1e-9 * unit * lag.weights};
            }
        }
        return asked;
    }

    std::vector<Tally> tally() const
    {
        Shuffling const shuffling{static_cast<std::size_t>(options_.permutations), options_.seed};
        if (!searched()) {
            auto const drawn =
                statistic_ == LocalStatistic::geary ? Drawn::squared_difference : Drawn::value;
            return tally_weighted(drawn_.z, weighted_questions(), drawn, shuffling, job_);
        }
        auto const asked = questions();
        if (statistic_ == LocalStatistic::median_moran) {
            return tally_medians(drawn_.whole, asked, shuffling, job_);
        }
        return options_.enough > 0
                   ? tally_sums_until(drawn_.whole, asked,
                                      static_cast<std::uint64_t>(options_.enough), shuffling, job_)
                   : tally_sums(drawn_.whole, asked, shuffling, job_);
    }

    /// Value, mean and variance of the statistic.
    void describe(std::size_t i)
    {
        auto const id = x_.id[i];
        auto const lag = lag_of(i);
        auto const drawn = moments(lag, others_of(i), n());
        auto const say = [&](double value, double mean, double variance) {
            test_.value[id] = value;
            test_.expected[id] = mean;
            test_.variance[id] = variance;
        };
        double const z = x_.z[i];
        switch (statistic_) {
        case LocalStatistic::moran:
        case LocalStatistic::bivariate_moran: {
            double const factor = z / std::sqrt(x_.m2 * drawn_.m2);
            return say(factor * lag.sum, factor * drawn.mean, factor * factor * drawn.variance);
        }
        case LocalStatistic::median_moran:
            test_.value[id] = z * median_around(i) / x_.m2;
            return;
        case LocalStatistic::gi: {
            double const deviation = std::sqrt(drawn.variance);
            bool const varies = deviation > 1e-12 * lag.weights * std::sqrt(x_.m2);
            return say(varies ? (lag.sum - drawn.mean) / deviation : geo::unknown, 0.0, 1.0);
        }
        case LocalStatistic::gi_star: {
            double const weights = lag.weights + 1.0;
            double const spread = n() * (lag.squares + 1.0) - weights * weights;
            double const deviation = std::sqrt(x_.m2 * spread / (n() - 1.0));
            bool const varies = spread > 1e-9;
            return say(varies ? (lag.sum + z) / deviation : geo::unknown,
                       (drawn.mean + z) / deviation, drawn.variance / (deviation * deviation));
        }
        case LocalStatistic::geary: {
            double const scale = n() * x_.m2 / (n() - 1.0);
            return say(lag.sum / scale, drawn.mean / scale, drawn.variance / (scale * scale));
        }
        case LocalStatistic::join_count:
            if (z > 0.0) {
                double const level = lag.weights * x_.mean;
                say(lag.sum + level, drawn.mean + level, drawn.variance);
            }
            return;
        }
    }

    double median_around(std::size_t i) const
    {
        std::vector<double> around;
        for (auto const j : x_.near(i)) {
            around.push_back(drawn_.z[j]);
        }
        std::ranges::sort(around);
        auto const middle = around.size() / 2;
        return around.size() % 2 == 1 ? around[middle]
                                      : (around[middle] + around[middle - 1]) / 2.0;
    }

    /// Whether the statistic grows with the sum of what is drawn (1), falls (-1) or does not move (0).
    int direction(std::size_t i) const
    {
        switch (statistic_) {
        case LocalStatistic::moran:
        case LocalStatistic::bivariate_moran:
        case LocalStatistic::median_moran:
            return (x_.whole[i] > 0 ? 1 : 0) - (x_.whole[i] < 0 ? 1 : 0);
        default:
            return 1;
        }
    }

    void judge(std::size_t i, Tally tally)
    {
        if (statistic_ == LocalStatistic::join_count && x_.z[i] <= 0.0) {
            return;
        }
        auto const id = x_.id[i];
        int const way = direction(i);
        if (way < 0) {
            std::swap(tally.greater_or_equal, tally.less_or_equal);
        } else if (way == 0) {
            tally.greater_or_equal = tally.less_or_equal = tally.drawn;
        }
        auto const all = static_cast<double>(tally.drawn);
        bool const stopped = tally.drawn < static_cast<std::uint64_t>(options_.permutations);
        auto const p = [&](std::uint64_t beyond) {
            auto const count = static_cast<double>(beyond);
            return stopped ? count / all : (count + 1.0) / (all + 1.0);
        };
        test_.p_greater[id] = p(tally.greater_or_equal);
        test_.p_less[id] = p(tally.less_or_equal);
        test_.p_value[id] = std::min(1.0, 2.0 * std::min(test_.p_greater[id], test_.p_less[id]));
        if (options_.tails && std::min(tally.greater_or_equal, tally.less_or_equal) < rare) {
            test_.tail[id] = tail_of(i).value_or(geo::unknown);
        }
    }

    /// Two-sided tail of the lag, for equal weights.
    std::optional<double> tail_of(std::size_t i) const
    {
        if (statistic_ == LocalStatistic::geary || statistic_ == LocalStatistic::median_moran ||
            !equal_weights(i)) {
            return std::nullopt;
        }
        auto const near = x_.near(i);
        double seen = 0.0;
        for (auto const j : near) {
            seen += drawn_.z[j];
        }
        double const centre = static_cast<double>(near.size()) * others_of(i).mean;
        double const sign = seen >= centre ? 1.0 : -1.0;
        std::vector<double> others;
        others.reserve(x_.size() - 1);
        for (std::size_t j = 0; j < x_.size(); ++j) {
            if (j != i) {
                others.push_back(sign * drawn_.z[j]);
            }
        }
        auto const tail = numerics::upper_tail(others, near.size(), sign * seen);
        return tail ? std::optional{std::min(1.0, 2.0 * *tail)} : std::nullopt;
    }

    LocalStatistic statistic_;
    LocalTestOptions options_;
    geo::Job const& job_;
    Compared x_;
    Standardised drawn_;
    double third_ = 0.0;  ///< sum of z cubed
    double fourth_ = 0.0;
    LocalTest test_;
};

void check(LocalTestOptions const& options)
{
    if (options.permutations < 1 || options.permutations > most_permutations) {
        throw geo::Error{geo::Trouble::usage, std::to_string(options.permutations) +
                                                  " permutations: expected 1 to 10000000"};
    }
}

}  // namespace

std::string_view name_of(LocalStatistic statistic)
{
    return names.at(static_cast<std::size_t>(statistic));
}

LocalTest local_test(LocalStatistic statistic, PerCommune<double> const& x,
                     neighbours::Weights const& weights, LocalTestOptions const& options,
                     geo::Job const& job)
{
    check(options);
    if (statistic == LocalStatistic::bivariate_moran) {
        throw geo::Error{geo::Trouble::usage, "bivariate Moran needs a second variable"};
    }
    return Tester{statistic, x, nullptr, weights, options, job}.run();
}

LocalTest local_test(PerCommune<double> const& x, PerCommune<double> const& y,
                     neighbours::Weights const& weights, LocalTestOptions const& options,
                     geo::Job const& job)
{
    check(options);
    return Tester{LocalStatistic::bivariate_moran, x, &y, weights, options, job}.run();
}

PerCommune<double> in_quantiles(PerCommune<double> const& x, double from, double to)
{
    std::vector<double> known;
    for (double const value : x) {
        if (!std::isnan(value)) {
            known.push_back(value);
        }
    }
    std::ranges::sort(known);
    PerCommune<double> inside{x.size(), geo::unknown};
    if (known.empty()) {
        return inside;
    }
    double const low = numerics::interpolated_quantile(known, from);
    double const high = numerics::interpolated_quantile(known, to);
    for (auto const id : x.ids()) {
        if (!std::isnan(x[id])) {
            inside[id] = x[id] >= low && x[id] <= high ? 1.0 : 0.0;
        }
    }
    return inside;
}

}  // namespace marchland::analysis::hotspots
