#include "analysis/bym2/mixing_prior.hpp"

#include "geo/vocabulary/parallel.hpp"

#include <algorithm>
#include <cmath>

namespace marchland::analysis::bym2 {
namespace {

constexpr double first_logit = -7.0;  // below, d is proportional to phi
constexpr double last_logit = 12.0;
constexpr double step = 19.0 / 27.0;
constexpr std::size_t points = 28;

double share_of(double logit)
{
    return 1.0 / (1.0 + std::exp(-logit));
}

/// d^2 at phi: the covariance has the eigenvalues of the inverse precision, and 0 once a part.
double squared_distance(Icar const& icar, double logit)
{
    double const phi = share_of(logit);
    double const rest = share_of(-logit);
    numerics::SparseCholesky cholesky{icar.triangle()};
    cholesky.factorise(rest, std::vector<double>(icar.order.size(), phi));
    double log_determinant = cholesky.log_determinant() - icar.log_determinant;
    for (double const size : icar.part_size) {
        if (size > 1.0) {
            log_determinant += std::log(rest) - std::log(phi);
        }
    }
    return phi * (icar.trace - static_cast<double>(icar.size())) - log_determinant;
}

}  // namespace

MixingPrior::MixingPrior(Icar const& icar, double below, double chance, geo::Job const& job)
    : log_distance_(points)
{
    geo::for_each_index(points, job.threads(), [&](std::size_t k) {
        job.at(static_cast<double>(k) / static_cast<double>(points));
        double const logit = first_logit + step * static_cast<double>(k);
        log_distance_[k] = 0.5 * std::log(std::max(squared_distance(icar, logit), 1e-300));
    });
    rate_ = -std::log1p(-chance) / distance(std::log(below / (1.0 - below)));
    most_ = -std::expm1(-rate_ * distance(last_logit));
}

double MixingPrior::distance(double logit) const
{
    if (logit <= first_logit) {
        return std::exp(log_distance_.front()) * share_of(logit) / share_of(first_logit);
    }
    double const where = std::min((logit - first_logit) / step, static_cast<double>(points) - 1.0);
    auto const k = std::min(static_cast<std::size_t>(where), points - 2);
    double const t = where - static_cast<double>(k);
    double const from = log_distance_[k];
    double const to = log_distance_[k + 1];
    double const slope_from = k == 0 ? to - from : 0.5 * (to - log_distance_[k - 1]);
    double const slope_to = k + 2 == points ? to - from : 0.5 * (log_distance_[k + 2] - from);
    double const bend = 3.0 * (to - from) - 2.0 * slope_from - slope_to;
    double const twist = slope_from + slope_to - 2.0 * (to - from);
    return std::exp(from + t * (slope_from + t * (bend + t * twist)));
}

double MixingPrior::logit_at(double share) const
{
    double const wanted = -std::log1p(-share * most_) / rate_;
    double from = -40.0;
    double to = last_logit;
    for (int halving = 0; halving < 60; ++halving) {
        double const middle = 0.5 * (from + to);
        (distance(middle) < wanted ? from : to) = middle;
    }
    return 0.5 * (from + to);
}

}  // namespace marchland::analysis::bym2
