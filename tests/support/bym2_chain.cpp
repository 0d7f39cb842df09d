#include "tests/support/bym2_chain.hpp"

#include "geo/vocabulary/random.hpp"

#include <Eigen/Eigenvalues>

#include <array>
#include <cmath>
#include <numbers>
#include <numeric>

namespace marchland::test {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

double logistic(double x)
{
    return 1.0 / (1.0 + std::exp(-x));
}

geo::CommuneId commune(Index i)
{
    return static_cast<geo::CommuneId>(i);
}

/// Rows that can be reached from one another.
std::vector<std::vector<Index>> parts_of(analysis::neighbours::Neighbours const& near)
{
    std::vector<bool> seen(near.size());
    std::vector<std::vector<Index>> parts;
    for (std::size_t first = 0; first < near.size(); ++first) {
        if (seen[first]) {
            continue;
        }
        seen[first] = true;
        auto& part = parts.emplace_back(1, static_cast<Index>(first));
        for (std::size_t k = 0; k < part.size(); ++k) {
            for (auto const other : near[commune(part[k])]) {
                if (!seen[geo::index_of(other)]) {
                    seen[geo::index_of(other)] = true;
                    part.push_back(static_cast<Index>(geo::index_of(other)));
                }
            }
        }
    }
    return parts;
}

MatrixXd pseudo_inverse_of_laplacian(analysis::neighbours::Neighbours const& near,
                                     std::vector<Index> const& part)
{
    auto const m = static_cast<Index>(part.size());
    MatrixXd laplacian = MatrixXd::Zero(m, m);
    for (Index a = 0; a < m; ++a) {
        for (Index b = 0; b < m; ++b) {
            for (auto const other : near[commune(part[static_cast<std::size_t>(a)])]) {
                if (other == commune(part[static_cast<std::size_t>(b)])) {
                    laplacian(a, b) -= 1.0;
                    laplacian(a, a) += 1.0;
                }
            }
        }
    }
    MatrixXd const level = MatrixXd::Constant(m, m, 1.0 / static_cast<double>(m));
    return (laplacian + level).inverse() - level;
}

class Chain {
public:
    Chain(analysis::bym2::Bym2Data const& data, analysis::bym2::Bym2Options const& options,
          std::uint64_t seed)
        : data_{data}, options_{options}, icar_{data.near}, draws_{geo::Random{seed, "test-chain"}},
          n_{static_cast<Index>(data.cases.size())}, q_{static_cast<Index>(data.covariates.size()) +
                                                        1},
          noise_{VectorXd::Zero(2 * n_ + q_)}, theta_{std::log(0.3), 0.0, std::log(0.3)}
    {
        for (int k = 0; k <= 4000; ++k) {  // logit phi by its place in the prior
            logits_.push_back(icar_.logit_at(std::clamp(k / 4000.0, 1e-9, 1.0)));
        }
        log_ = log_likelihood(noise_, theta_);
    }

    void step()
    {
        slice();
        for (std::size_t axis = 0; axis < 3; ++axis) {
            walk(axis);
        }
    }

    double sigma() const { return std::exp(theta_[0]); }
    double phi() const { return logistic(logit_of(theta_[1])); }
    double spread() const { return std::exp(theta_[2]); }
    VectorXd beta() const { return beta_of(noise_); }
    VectorXd eta() const { return eta_of(noise_, theta_); }

private:
    using Theta = std::array<double, 3>;

    double logit_of(double x) const
    {
        double const where = 4000.0 * logistic(x);
        auto const k = std::min<std::size_t>(static_cast<std::size_t>(where), 3999);
        return logits_[k] + (where - static_cast<double>(k)) * (logits_[k + 1] - logits_[k]);
    }

    VectorXd beta_of(VectorXd const& noise) const
    {
        VectorXd beta = options_.coefficient_sd * noise.tail(q_);
        beta[0] = options_.intercept_sd * noise[2 * n_];
        return beta;
    }

    VectorXd eta_of(VectorXd const& noise, Theta const& theta) const
    {
        double const logit = logit_of(theta[1]);
        double const sigma = std::exp(theta[0]);
        auto const beta = beta_of(noise);
        VectorXd eta = sigma * (std::sqrt(logistic(logit)) * (icar_.root() * noise.head(n_)) +
                                std::sqrt(logistic(-logit)) * noise.segment(n_, n_));
        for (Index i = 0; i < n_; ++i) {
            eta[i] += beta[0];
            for (Index k = 1; k < q_; ++k) {
                eta[i] +=
                    beta[k] * data_.covariates[static_cast<std::size_t>(k - 1)].values[commune(i)];
            }
        }
        return eta;
    }

    double log_probability(double cases, double mean, double size) const
    {
        if (options_.family == analysis::bym2::CountFamily::poisson) {
            return cases * std::log(mean) - mean - std::lgamma(cases + 1.0);
        }
        return std::lgamma(cases + size) - std::lgamma(size) - std::lgamma(cases + 1.0) +
               size * std::log(size / (size + mean)) + cases * std::log(mean / (size + mean));
    }

    double log_likelihood(VectorXd const& noise, Theta const& theta) const
    {
        auto const eta = eta_of(noise, theta);
        double const size = std::exp(-2.0 * theta[2]);
        double sum = 0.0;
        for (Index i = 0; i < n_; ++i) {
            auto const id = commune(i);
            double const expected = data_.expected[id];
            if (!(expected > 0.0)) {
                continue;
            }
            double const hidden = data_.hidden.empty() ? 0.0 : data_.hidden[id];
            double probability = 0.0;
            for (double more = 0.0; more <= hidden; more += 1.0) {
                probability += std::exp(
                    log_probability(data_.cases[id] + more, expected * std::exp(eta[i]), size));
            }
            sum += std::log(probability);
        }
        return sum;
    }

    void slice()
    {
        VectorXd other{noise_.size()};
        for (double& one : other) {
            one = draws_.normal();
        }
        double const least = log_ + std::log(draws_.uniform());
        double angle = 2.0 * std::numbers::pi * draws_.uniform();
        double from = angle - 2.0 * std::numbers::pi;
        double to = angle;
        for (;;) {
            VectorXd const turned = std::cos(angle) * noise_ + std::sin(angle) * other;
            double const log = log_likelihood(turned, theta_);
            if (log > least) {
                noise_ = turned;
                log_ = log;
                return;
            }
            (angle < 0.0 ? from : to) = angle;
            angle = from + (to - from) * draws_.uniform();
        }
    }

    double log_prior(Theta const& theta) const
    {
        double const sigma_rate = -std::log(options_.sigma_chance) / options_.sigma_above;
        double const spread_rate = -std::log(options_.spread_chance) / options_.spread_above;
        return theta[0] - sigma_rate * std::exp(theta[0]) + std::log(logistic(theta[1])) +
               std::log(logistic(-theta[1])) + theta[2] - spread_rate * std::exp(theta[2]);
    }

    void walk(std::size_t axis)
    {
        constexpr std::array<double, 3> reach{0.8, 2.5, 1.0};
        auto next = theta_;
        next[axis] += reach[axis] * draws_.normal();
        double const log = log_likelihood(noise_, next);
        if (std::log(draws_.uniform()) < log + log_prior(next) - log_ - log_prior(theta_)) {
            theta_ = next;
            log_ = log;
        }
    }

    analysis::bym2::Bym2Data const& data_;
    analysis::bym2::Bym2Options const& options_;
    DenseIcar icar_;
    geo::Draws draws_;
    Index n_;
    Index q_;
    VectorXd noise_;  ///< of u, v and coefficients
    Theta theta_;     ///< log sigma, logit of the prior's share below phi, log spread
    std::vector<double> logits_;
    double log_ = 0.0;
};

/// Sums over the steps of batches, for the errors of mean and spread.
class Tally {
public:
    explicit Tally(std::size_t batches) : mean_(batches), square_(batches) {}

    void add(std::size_t batch, double value, double share)
    {
        double const part = share * static_cast<double>(mean_.size());
        mean_[batch] += value * part;
        square_[batch] += value * value * part;
    }

    ChainFigure figure() const
    {
        double const mean = mean_of(mean_);
        std::vector<double> variance;
        for (std::size_t b = 0; b < mean_.size(); ++b) {
            variance.push_back(square_[b] - 2.0 * mean * mean_[b] + mean * mean);
        }
        double const sd = std::sqrt(mean_of(variance));
        return {mean, sd, error_of(mean_), error_of(variance) / (2.0 * sd)};
    }

private:
    static double mean_of(std::vector<double> const& values)
    {
        return std::accumulate(values.begin(), values.end(), 0.0) /
               static_cast<double>(values.size());
    }

    static double error_of(std::vector<double> const& values)
    {
        double const mean = mean_of(values);
        double square = 0.0;
        for (double const one : values) {
            square += (one - mean) * (one - mean);
        }
        auto const count = static_cast<double>(values.size());
        return std::sqrt(square / (count - 1.0) / count);
    }

    std::vector<double> mean_;
    std::vector<double> square_;
};

std::vector<ChainFigure> figures(std::vector<Tally> const& tallies)
{
    std::vector<ChainFigure> all;
    for (auto const& tally : tallies) {
        all.push_back(tally.figure());
    }
    return all;
}

}  // namespace

DenseIcar::DenseIcar(analysis::neighbours::Neighbours const& near)
{
    auto const n = static_cast<Index>(near.size());
    covariance_ = MatrixXd::Zero(n, n);
    for (auto const& part : parts_of(near)) {
        auto const m = static_cast<Index>(part.size());
        MatrixXd block = m == 1 ? MatrixXd::Ones(1, 1) : pseudo_inverse_of_laplacian(near, part);
        block /= std::exp(block.diagonal().array().log().mean());
        for (Index a = 0; a < m; ++a) {
            for (Index b = 0; b < m; ++b) {
                covariance_(part[static_cast<std::size_t>(a)], part[static_cast<std::size_t>(b)]) =
                    block(a, b);
            }
        }
    }
    Eigen::SelfAdjointEigenSolver<MatrixXd> const solved{covariance_};
    eigenvalues_ = solved.eigenvalues().cwiseMax(0.0);
    for (double& one : eigenvalues_) {
        one = one < 1e-9 ? 0.0 : one;
    }
    root_ = solved.eigenvectors() * eigenvalues_.cwiseSqrt().asDiagonal();
}

double DenseIcar::distance(double logit) const
{
    double const phi = logistic(logit);
    double sum = 0.0;
    for (double const one : eigenvalues_) {
        sum += phi * (one - 1.0) - std::log(logistic(-logit) + phi * one);
    }
    return std::sqrt(std::max(sum, 0.0));
}

double DenseIcar::logit_at(double share) const
{
    constexpr double last = 12.0;
    double const rate = std::numbers::ln2 / distance(0.0);
    double const wanted = -std::log1p(share * std::expm1(-rate * distance(last))) / rate;
    double from = -30.0;
    double to = last;
    for (int halving = 0; halving < 60; ++halving) {
        double const middle = 0.5 * (from + to);
        (distance(middle) < wanted ? from : to) = middle;
    }
    return 0.5 * (from + to);
}

ChainAnswer run_chain(analysis::bym2::Bym2Data const& data,
                      analysis::bym2::Bym2Options const& options, std::size_t steps,
                      std::uint64_t seed)
{
    constexpr std::size_t batches = 25;
    Chain chain{data, options, seed};
    for (std::size_t step = 0; step < steps / 20; ++step) {
        chain.step();
    }
    auto const n = data.cases.size();
    Tally const none{batches};
    Tally sigma{batches};
    Tally phi{batches};
    Tally spread{batches};
    std::vector<Tally> beta(data.covariates.size() + 1, none);
    std::vector<Tally> eta(n, none);
    ChainAnswer answer;
    answer.exceedance.resize(n);
    double const share = 1.0 / static_cast<double>(steps);
    for (std::size_t step = 0; step < steps; ++step) {
        chain.step();
        auto const batch = step * batches / steps;
        sigma.add(batch, chain.sigma(), share);
        phi.add(batch, chain.phi(), share);
        spread.add(batch, chain.spread(), share);
        VectorXd const now_beta = chain.beta();
        VectorXd const now_eta = chain.eta();
        for (std::size_t k = 0; k < beta.size(); ++k) {
            beta[k].add(batch, now_beta[static_cast<Index>(k)], share);
        }
        for (std::size_t i = 0; i < n; ++i) {
            eta[i].add(batch, now_eta[static_cast<Index>(i)], share);
            answer.exceedance[i] +=
                now_eta[static_cast<Index>(i)] > std::log(options.exceeding) ? share : 0.0;
        }
    }
    answer.sigma = sigma.figure();
    answer.phi = phi.figure();
    answer.spread = spread.figure();
    answer.beta = figures(beta);
    answer.eta = figures(eta);
    return answer;
}

}  // namespace marchland::test
