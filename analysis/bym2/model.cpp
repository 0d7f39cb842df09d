#include "analysis/bym2/model.hpp"

#include "geo/vocabulary/numbers.hpp"

#include <algorithm>
#include <cmath>

namespace marchland::analysis::bym2 {
namespace {

using Index = Eigen::Index;

constexpr int most_steps = 100;
constexpr double still = 1e-6;       // of log relative risk
constexpr double still_mean = 1e-5;  // the correction itself is an approximation

void stop_if_asked(geo::Job const& job)
{
    if (job.stop().stop_requested()) {
        throw geo::Cancelled{};
    }
}

SeenCount const& seen_at(Bym2Problem const& problem, Index i)
{
    return problem.seen[static_cast<std::size_t>(i)];
}

struct Slopes {
    double log = 0.0;
    Vector slope;
    Vector curvature;
};

template <class Count>
Slopes slopes_of(Index n, Count const& count)
{
    Slopes all{0.0, Vector{n}, Vector{n}};
    for (Index i = 0; i < n; ++i) {
        auto const one = count(i);
        all.log += one.log;
        all.slope[i] = one.slope;
        all.curvature[i] = one.curvature;
    }
    return all;
}

/// Of the likelihood itself.
Slopes slopes_at(Bym2Problem const& problem, Bym2Theta const& theta, Vector const& eta)
{
    CountLikelihood const likelihood{problem.family, theta.size};
    return slopes_of(eta.size(),
                     [&](Index i) { return likelihood.at(seen_at(problem, i), eta[i]); });
}

/// Of its expectation, where eta is the mean of normal distributions with these variances.
Slopes averaged_slopes_at(Bym2Problem const& problem, Bym2Theta const& theta, Vector const& eta,
                          Vector const& variances)
{
    CountLikelihood const likelihood{problem.family, theta.size};
    return slopes_of(eta.size(), [&](Index i) {
        return likelihood.averaged(seen_at(problem, i), eta[i], variances[i]);
    });
}

/// Log likelihood and log prior, without what depends on theta only.
double height(Bym2Problem const& problem, Bym2Theta const& theta, Bym2State const& state,
              double log_likelihood)
{
    Vector const rest = state.eta - problem.design * state.beta - theta.structured() * state.u;
    Vector const rough = problem.icar.precision.selfadjointView<Eigen::Lower>() * state.u;
    return log_likelihood - 0.5 * state.u.dot(rough) -
           0.5 * state.beta.cwiseAbs2().dot(problem.prior_precision) -
           0.5 * rest.squaredNorm() / theta.unstructured_variance();
}

Bym2State between(Bym2State const& from, Bym2State const& to, double share)
{
    return {from.eta + share * (to.eta - from.eta), from.beta + share * (to.beta - from.beta),
            from.u + share * (to.u - from.u)};
}

/// A state with its slopes and its height.
struct Place {
    Bym2State state;
    Slopes slopes;
    double height = 0.0;
};

/// \param slopes_at_eta  of what is climbed: the likelihood or its expectation.
template <class SlopesAt>
Place place_at(Bym2Problem const& problem, Bym2Theta const& theta, Bym2State state,
               SlopesAt const& slopes_at_eta)
{
    auto slopes = slopes_at_eta(state.eta);
    double const high = height(problem, theta, state, slopes.log);
    return {std::move(state), std::move(slopes), high};
}

/// Backtracking line search: towards a state that Newton's method found, halfway again and again while that
/// leads down; nowhere, where it still does after that.
template <class SlopesAt>
Place stepped(Bym2Problem const& problem, Bym2Theta const& theta, Place const& from,
              Bym2State const& to, SlopesAt const& slopes_at_eta)
{
    double const slack = 1e-9 * (1.0 + std::abs(from.height));
    double share = 1.0;
    auto next = place_at(problem, theta, to, slopes_at_eta);
    auto const lower = [&] {
        return !(next.height >= from.height - slack);
    };  // also where it is no number
    for (int halving = 0; halving < 20 && lower(); ++halving) {
        share *= 0.5;
        next = place_at(problem, theta, between(from.state, to, share), slopes_at_eta);
    }
    return lower() ? from : next;
}

double largest_change(Vector const& a, Vector const& b)
{
    return (a - b).cwiseAbs().maxCoeff();
}

}  // namespace

Bym2Conditional::Bym2Conditional(Bym2Problem const& problem)
    : problem_{problem}, solver_{problem_.icar}
{
}

void Bym2Conditional::approximate(Bym2Theta const& theta, Vector const& curvature)
{
    theta_ = theta;
    curvature_ = curvature;
    thinned_ = (1.0 + theta.unstructured_variance() * curvature.array()).inverse();
    Vector const weight = curvature.cwiseProduct(thinned_);
    double const s = theta.structured();
    solver_.factorise(1.0, s * s * weight);
    coupling_ = (s * weight).asDiagonal() * problem_.design;
    loading_ = coupling_;
    solver_.solve(loading_);
    Matrix precision = problem_.design.transpose() * weight.asDiagonal() * problem_.design;
    precision.diagonal() += problem_.prior_precision;
    precision -= coupling_.transpose() * loading_;
    coefficients_.compute(precision);
}

Bym2State Bym2Conditional::top(Vector const& eta, Vector const& slope) const
{
    double const s = theta_.structured();
    Vector const response = curvature_.cwiseProduct(eta) + slope;
    Vector const thin = response.cwiseProduct(thinned_);
    Rows field = s * thin;
    solver_.solve(field);
    Bym2State found;
    found.beta = coefficients_.solve(problem_.design.transpose() * thin -
                                     coupling_.transpose() * field.col(0));
    found.u = field.col(0) - loading_ * found.beta;
    found.eta =
        (problem_.design * found.beta + s * found.u + theta_.unstructured_variance() * response)
            .cwiseProduct(thinned_);
    return found;
}

Vector Bym2Conditional::variances(geo::Job const& job) const
{
    double const s = theta_.structured();
    Vector found = s * s * solver_.variances(job);
    Rows const effect = problem_.design - s * loading_;
    Matrix const answer = coefficients_.matrixL().solve(effect.transpose());
    found += answer.colwise().squaredNorm().transpose();
    return found.cwiseProduct(thinned_.cwiseAbs2()) + theta_.unstructured_variance() * thinned_;
}

Matrix Bym2Conditional::coefficient_covariance() const
{
    auto const q = problem_.design.cols();
    return coefficients_.solve(Matrix::Identity(q, q));
}

double Bym2Conditional::log_determinant() const
{
    Matrix const factor = coefficients_.matrixL();
    return solver_.log_determinant() - problem_.icar.log_determinant -
           thinned_.array().log().sum() + 2.0 * factor.diagonal().array().log().sum() -
           problem_.prior_precision.array().log().sum();
}

void Bym2Conditional::sample(Rows& field, Rows const& single, Matrix const& effects) const
{
    double const s = theta_.structured();
    solver_.sample(field);
    Matrix const beta = coefficients_.matrixU().solve(effects);
    field *= s;
    field.noalias() += (problem_.design - s * loading_) * beta;
    field = thinned_.asDiagonal() * field;
    Vector const own = (theta_.unstructured_variance() * thinned_.array()).sqrt();
    field += own.asDiagonal() * single;
}

Bym2Mode find_mode(Bym2Problem const& problem, Bym2Conditional& conditional, Bym2Theta const& theta,
                   Vector const& start, geo::Job const& job)
{
    auto const slopes_here = [&](Vector const& eta) { return slopes_at(problem, theta, eta); };
    auto const slopes = slopes_here(start);
    stop_if_asked(job);
    conditional.approximate(theta, slopes.curvature);
    // The start knows nothing of this theta: what leads there has no height to compare with.
    auto place = place_at(problem, theta, conditional.top(start, slopes.slope), slopes_here);
    double change = largest_change(place.state.eta, start);
    for (int step = 0; step < most_steps && !(change < still); ++step) {
        stop_if_asked(job);
        conditional.approximate(theta, place.slopes.curvature);
        auto const to = conditional.top(place.state.eta, place.slopes.slope);
        auto next = stepped(problem, theta, place, to, slopes_here);
        change = largest_change(next.state.eta, place.state.eta);
        place = std::move(next);
    }
    if (!(change < still) || !std::isfinite(place.height)) {
        throw geo::Error{geo::Trouble::failed, "the risk model found no most likely map"};
    }
    double const likelihood = place.height - 0.5 * conditional.log_determinant();
    return {std::move(place.state), std::move(place.slopes.curvature), likelihood};
}

Bym2State corrected_mean(Bym2Problem const& problem, Bym2Conditional& conditional,
                         Bym2Theta const& theta, Vector const& mode, Vector const& variances,
                         geo::Job const& job)
{
    auto const slopes_here = [&](Vector const& eta) {
        return averaged_slopes_at(problem, theta, eta, variances);
    };
    auto const top = conditional.top(mode, slopes_at(problem, theta, mode).slope);
    auto place = place_at(problem, theta, top, slopes_here);
    double last = geo::infinite;
    for (int step = 0; step < most_steps; ++step) {
        stop_if_asked(job);
        auto const to = conditional.top(place.state.eta, place.slopes.slope);
        auto next = stepped(problem, theta, place, to, slopes_here);
        double const change = largest_change(next.state.eta, place.state.eta);
        place = std::move(next);
        if (change < still_mean) {
            break;
        }
        if (change > 0.5 * last) {  // the curvature of the mode is no guide any more
            conditional.approximate(theta, place.slopes.curvature);
        }
        last = change;
    }
    return std::move(place.state);
}

Vector first_guess(Bym2Problem const& problem)
{
    double cases = 0.5;
    double expected = 0.5;
    for (auto const& one : problem.seen) {
        if (one.expected > 0.0) {
            cases += one.cases + 0.5 * one.hidden;
            expected += one.expected;
        }
    }
    double const ratio = cases / expected;
    Vector guess{problem.size()};
    for (Index i = 0; i < guess.size(); ++i) {
        auto const& one = seen_at(problem, i);
        double const found = one.expected > 0.0 ? one.cases + 0.5 * one.hidden : 0.0;
        guess[i] = std::log(ratio * (found + 1.0) / (ratio * one.expected + 1.0));
    }
    return guess;
}

}  // namespace marchland::analysis::bym2
