#include "analysis/bym2/likelihood.hpp"

#include "geo/vocabulary/numbers.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace marchland::analysis::bym2 {
namespace {

struct Node {
    double place;  ///< in standard deviations
    double weight;
};

/// Gauss-Hermite rule for a standard normal, nine points: exact for polynomials up to degree 17.
constexpr std::array<Node, 9> normal_rule{{{-4.512745863399783, 2.2345844007746586e-05},
                                           {-3.205429002856470, 2.7891413212317693e-03},
                                           {-2.076847978677830, 4.9916406765217884e-02},
                                           {-1.023255663789133, 2.4409750289493942e-01},
                                           {0.0, 4.0634920634920636e-01},
                                           {1.023255663789133, 2.4409750289493942e-01},
                                           {2.076847978677830, 4.9916406765217884e-02},
                                           {3.205429002856470, 2.7891413212317693e-03},
                                           {4.512745863399783, 2.2345844007746586e-05}}};

/// Weighted mean and variance of slopes while their log probabilities come in.
class Mixture {
public:
    void add(Evidenced const& part)
    {
        if (part.log > top_) {
            double const shrink = std::exp(top_ - part.log);
            weight_ *= shrink;
            slope_ *= shrink;
            square_ *= shrink;
            curvature_ *= shrink;
            top_ = part.log;
        }
        double const weight = std::exp(part.log - top_);
        weight_ += weight;
        slope_ += weight * part.slope;
        square_ += weight * part.slope * part.slope;
        curvature_ += weight * part.curvature;
    }

    bool negligible(double log) const { return log < top_ + std::log(weight_) - 45.0; }

    Evidenced result() const
    {
        double const slope = slope_ / weight_;
        double const spread = std::max(0.0, square_ / weight_ - slope * slope);
        return {top_ + std::log(weight_), slope, std::max(0.0, curvature_ / weight_ - spread)};
    }

private:
    double top_ = -geo::infinite;
    double weight_ = 0.0;
    double slope_ = 0.0;
    double square_ = 0.0;
    double curvature_ = 0.0;
};

/// What Stirling's formula leaves of ln Gamma, x >= 10.
double stirling_rest(double x)
{
    double const square = 1.0 / (x * x);
    return (1.0 / 12.0 - square * (1.0 / 360.0 - square * (1.0 / 1260.0 - square / 1680.0))) / x;
}

}  // namespace

double log_rising(double from, double by)
{
    double steps = 1.0;  // up to where the series is good
    for (; from < 10.0; from += 1.0) {
        steps *= from / (from + by);
    }
    return std::log(steps) + (from - 0.5) * std::log1p(by / from) + by * std::log(from + by) - by +
           stirling_rest(from + by) - stirling_rest(from);
}

Evidenced CountLikelihood::of_count(double cases, double mean) const
{
    double const fixed = -log_rising(1.0, cases);
    if (family_ == CountFamily::poisson) {
        return {fixed + (cases > 0.0 ? cases * std::log(mean) : 0.0) - mean, cases - mean, mean};
    }
    double const share = mean / (size_ + mean);
    double const log =
        fixed - size_ * std::log1p(mean / size_) +
        (cases > 0.0 ? log_rising(size_, cases) + cases * (std::log(mean) - std::log(size_ + mean))
                     : 0.0);
    return {log, cases - (cases + size_) * share, (cases + size_) * share * (1.0 - share)};
}

/// From the likeliest count outwards, as far as anything is added.
Evidenced CountLikelihood::of_range(SeenCount const& seen, double mean) const
{
    double const middle = std::clamp(std::floor(mean - seen.cases), 0.0, seen.hidden);
    Mixture mixture;
    for (double more = middle; more >= 0.0; more -= 1.0) {
        auto const part = of_count(seen.cases + more, mean);
        mixture.add(part);
        if (mixture.negligible(part.log)) {
            break;
        }
    }
    for (double more = middle + 1.0; more <= seen.hidden; more += 1.0) {
        auto const part = of_count(seen.cases + more, mean);
        mixture.add(part);
        if (mixture.negligible(part.log)) {
            break;
        }
    }
    return mixture.result();
}

Evidenced CountLikelihood::at(SeenCount const& seen, double eta) const
{
    if (seen.expected == 0.0) {
        return {};
    }
    double const mean = seen.expected * std::exp(std::clamp(eta, -300.0, 300.0));
    return seen.hidden > 0.0 ? of_range(seen, mean) : of_count(seen.cases, mean);
}

Evidenced CountLikelihood::averaged(SeenCount const& seen, double mean, double variance) const
{
    if (family_ == CountFamily::poisson && seen.hidden == 0.0) {
        double const level = seen.expected * std::exp(std::min(mean + 0.5 * variance, 300.0));
        return seen.expected == 0.0
                   ? Evidenced{}
                   : Evidenced{seen.cases * mean - level, seen.cases - level, level};
    }
    Evidenced sum;
    for (auto const& node : normal_rule) {
        auto const part = at(seen, mean + node.place * std::sqrt(variance));
        sum.log += node.weight * part.log;
        sum.slope += node.weight * part.slope;
        sum.curvature += node.weight * part.curvature;
    }
    return sum;
}

double CountLikelihood::variance(double mean) const
{
    return family_ == CountFamily::poisson ? mean : mean + mean * mean / size_;
}

}  // namespace marchland::analysis::bym2
