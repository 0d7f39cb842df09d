#include "analysis/scan_llr.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace marchland::analysis {
namespace {

constexpr double impossible = std::numeric_limits<double>::infinity();

double x_log_x(double x) { return x > 0.0 ? x * std::log(x) : 0.0; }

/// A little less than must be beaten, so that rounding never hides a window from the exact look.
double cautious(double best) { return best * (1.0 - 1e-9) - 1e-7; }

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
        bernoulli_null_ = x_log_x_[cases_] + x_log_x(weight_ - static_cast<double>(cases_)) - x_log_x(weight_);
    }
}

double LogRatio::operator()(std::uint64_t c, double w) const
{
    switch (rates_) {
    case ScanFor::high: return high(c, w);
    case ScanFor::low: return low(c, w);
    case ScanFor::both: break;
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
    double const value =
        bernoulli_ ? bernoulli(c, w) : poisson(c, static_cast<double>(cases_) * (w / weight_));
    return std::max(0.0, value);
}

double LogRatio::poisson(std::uint64_t c, double mu) const
{
    double const all = static_cast<double>(cases_);
    double const inside = static_cast<double>(c);
    if ((c > 0 && mu <= 0.0) || (c < cases_ && mu >= all)) {
        return impossible;
    }
    double const within = c > 0 ? inside * std::log(mu) : 0.0;
    double const outside = c < cases_ ? (all - inside) * std::log(all - mu) : 0.0;
    return x_log_x_[c] + x_log_x_[cases_ - c] - within - outside;
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
    : cases_{static_cast<double>(problem.total_cases)},
      weight_{static_cast<double>(problem.total_weight)}
{
    constexpr double most = 2047.0;
    step_ = std::max(0.05, std::sqrt(cases_) / most);
    size_ = static_cast<std::size_t>(std::sqrt(cases_) / step_) + 1;
}

std::uint16_t WeightClasses::of(std::uint64_t w) const
{
    double const mu = cases_ * (static_cast<double>(w) / weight_);
    return static_cast<std::uint16_t>(std::min(size_ - 1, static_cast<std::size_t>(std::sqrt(mu) / step_)));
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

void high_thresholds(LogRatio const& ratio, WeightClasses const& classes, double best, double penalty,
                     std::vector<std::uint32_t>& out)
{
    double const enough = cautious(best);
    std::uint32_t c = 1;
    for (std::size_t i = 0; i < classes.size(); ++i) {
        // The ratio falls with the weight and grows with the count: thresholds never go down.
        double const w = classes.floor(i);
        while (c <= ratio.cases()) {
            bool const above = static_cast<double>(c) * ratio.weight() > static_cast<double>(ratio.cases()) * w;
            if (above && penalty * ratio.high(c, w) > enough) {
                break;
            }
            ++c;
        }
        out[i] = c;
    }
}

void low_thresholds(LogRatio const& ratio, WeightClasses const& classes, double best, double penalty,
                    std::vector<std::uint32_t>& out)
{
    double const enough = cautious(best);
    std::uint32_t below = 0;
    for (std::size_t i = 0; i < classes.size(); ++i) {
        double const w = classes.ceiling(i);
        while (below <= ratio.cases()) {
            bool const under = static_cast<double>(below) * ratio.weight() < static_cast<double>(ratio.cases()) * w;
            if (!under || !(penalty * ratio.low(below, w) > enough)) {
                break;
            }
            ++below;
        }
        out[i] = below;
    }
}

}  // namespace marchland::analysis
