#include "analysis/scan/likelihood_ratio.hpp"

#include "geo/vocabulary/numbers.hpp"

#include <algorithm>
#include <cmath>

namespace marchland::analysis::scan {
namespace {

constexpr double impossible = geo::infinite;

double x_log_x(double x)
{
    return x > 0.0 ? x * std::log(x) : 0.0;
}

/// A little less than must be beaten, so that rounding never hides a window from the exact look.
double cautious(double best)
{
    return best * (1.0 - 1e-9) - 1e-7;
}

}  // namespace

LogRatio::LogRatio(ScanProblem const& problem)
    : bernoulli_{problem.model == ScanModel::bernoulli}, rates_{problem.options.rates},
      cases_{problem.total_cases}, weight_{static_cast<double>(problem.total_weight)},
      x_log_x_(problem.total_cases + 1)
{
    for (std::size_t c = 0; c <= cases_; ++c) {
        x_log_x_[c] = x_log_x(static_cast<double>(c));
    }
    if (bernoulli_) {
        bernoulli_null_ =
            x_log_x_[cases_] + x_log_x(weight_ - static_cast<double>(cases_)) - x_log_x(weight_);
    }
}

double LogRatio::operator()(std::uint64_t c, double w) const
{
    switch (rates_) {
    case ScanFor::high:
        return high(c, w);
    case ScanFor::low:
        return low(c, w);
    case ScanFor::both:
        break;
    }
    return ratio(c, w);
}

double LogRatio::high(std::uint64_t c, double w) const
{
    return static_cast<double>(c) * weight_ > static_cast<double>(cases_) * w ? ratio(c, w) : 0.0;
}

double LogRatio::low(std::uint64_t c, double w) const
{
    return static_cast<double>(c) * weight_ < static_cast<double>(cases_) * w ? ratio(c, w) : 0.0;
}

double LogRatio::ratio(std::uint64_t c, double w) const
{
    if (bernoulli_) {
        return std::max(0.0, bernoulli(c, w));
    }
    double const all = static_cast<double>(cases_);
    double const mu = all * (w / weight_);
    return std::max(0.0, poisson(c, std::log(mu), std::log(all - mu)));
}

/// The logarithm of nothing is minus infinity: where cases meet it, the ratio is infinite.
double LogRatio::poisson(std::uint64_t c, double log_mu, double log_outside) const
{
    double const inside = c > 0 ? static_cast<double>(c) * log_mu : 0.0;
    double const outside = c < cases_ ? static_cast<double>(cases_ - c) * log_outside : 0.0;
    return x_log_x_[c] + x_log_x_[cases_ - c] - inside - outside;
}

double LogRatio::bernoulli(std::uint64_t c, double persons) const
{
    double const controls = persons - static_cast<double>(c);
    double const controls_outside = weight_ - persons - static_cast<double>(cases_ - c);
    if (controls < 0.0 || controls_outside < 0.0) {
        return impossible;
    }
    return x_log_x_[c] + x_log_x(controls) - x_log_x(persons) + x_log_x_[cases_ - c] +
           x_log_x(controls_outside) - x_log_x(weight_ - persons) - bernoulli_null_;
}

WeightClasses::WeightClasses(ScanProblem const& problem)
    : cases_{static_cast<double>(problem.total_cases)}, weight_{static_cast<double>(
                                                            problem.total_weight)}
{
    constexpr double most = 2047.0;
    step_ = std::max(0.05, std::sqrt(cases_) / most);
    size_ = static_cast<std::size_t>(std::sqrt(cases_) / step_) + 1;
}

std::uint16_t WeightClasses::of(std::uint64_t w) const
{
    double const mu = cases_ * (static_cast<double>(w) / weight_);
    return static_cast<std::uint16_t>(
        std::min(size_ - 1, static_cast<std::size_t>(std::sqrt(mu) / step_)));
}

double WeightClasses::floor(std::size_t index) const
{
    double const root = static_cast<double>(index) * step_;
    return std::min(weight_, root * root / cases_ * weight_);
}

double WeightClasses::ceiling(std::size_t index) const
{
    return index + 1 == size_ ? weight_ : floor(index + 1);
}

Thresholds::Thresholds(ScanProblem const& problem, LogRatio const& ratio,
                       WeightClasses const& classes)
    : ratio_{ratio}, cases_{static_cast<std::int64_t>(problem.total_cases)}
{
    for (std::size_t i = 0; i < classes.size(); ++i) {
        floors_.push_back(edge_at(classes.floor(i)));
        ceilings_.push_back(edge_at(classes.ceiling(i)));
    }
}

Thresholds::Edge Thresholds::edge_at(double weight) const
{
    double const all = static_cast<double>(cases_);
    double const mu = all * (weight / ratio_.weight());
    return {weight, mu, std::log(mu), std::log(all - mu)};
}

bool Thresholds::beats(std::int64_t c, Edge const& edge, double enough) const
{
    auto const count = static_cast<std::uint64_t>(c);
    return (ratio_.bernoulli_
                ? ratio_.bernoulli(count, edge.weight)
                : ratio_.poisson(count, edge.log_expected, edge.log_outside)) > enough;
}

void Thresholds::high(double best, double penalty, std::vector<std::uint32_t>& out) const
{
    // Beyond the expected count the ratio only grows, so each class is searched from where the one
    // before it ended, moved by how much more is expected.
    double const enough = cautious(best) / penalty;
    std::int64_t above = 0;
    for (std::size_t i = 0; i < floors_.size(); ++i) {
        auto const& edge = floors_[i];
        auto const first = std::min(cases_ + 1, static_cast<std::int64_t>(edge.expected) + 1);
        auto c = std::clamp(first + above, first, cases_ + 1);
        while (c > first && beats(c - 1, edge, enough)) {
            --c;
        }
        while (c <= cases_ && !beats(c, edge, enough)) {
            ++c;
        }
        above = c - first;
        out[i] = static_cast<std::uint32_t>(c);
    }
}

void Thresholds::low(double best, double penalty, std::vector<std::uint32_t>& out) const
{
    double const enough = cautious(best) / penalty;
    std::int64_t under = 0;
    for (std::size_t i = 0; i < ceilings_.size(); ++i) {
        auto const& edge = ceilings_[i];
        auto const last = static_cast<std::int64_t>(std::ceil(edge.expected)) - 1;
        auto c = std::clamp(last - under, std::int64_t{-1}, last);
        while (c < last && beats(c + 1, edge, enough)) {
            ++c;
        }
        while (c >= 0 && !beats(c, edge, enough)) {
            --c;
        }
        under = last - c;
        out[i] = static_cast<std::uint32_t>(c + 1);
    }
}

}  // namespace marchland::analysis::scan
