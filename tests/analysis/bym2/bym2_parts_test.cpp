// What the risk model is built from, each part against the same thing done plainly.
#include "analysis/bym2/icar.hpp"
#include "analysis/bym2/likelihood.hpp"
#include "analysis/bym2/mixing_prior.hpp"
#include "tests/support/bym2_chain.hpp"
#include "tests/support/drawn_maps.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace marchland::analysis::bym2 {
namespace {

/// A grid, a pair and a commune alone.
neighbours::Neighbours in_three_parts()
{
    auto near = test::grid_neighbours(5, 6);
    near.push_back({test::commune(31)});
    near.push_back({test::commune(30)});
    near.push_back({});
    return near;
}

TEST(Icar, TwoNeighboursByHand)
{
    // Precision c [1 -1; -1 1] has the covariance [1 -1; -1 1] / (4 c): variance 1 for c = 1/4.
    auto const icar = icar_of(test::path_neighbours(2), {});
    EXPECT_NEAR(icar.precision.coeff(0, 0), 0.25, 1e-9);
    EXPECT_NEAR(icar.precision.coeff(1, 0), -0.25, 1e-9);
    EXPECT_NEAR(icar.trace, 2.0, 1e-9);
    EXPECT_NEAR(icar.log_determinant, std::log(0.5), 1e-9);  // its eigenvalues are 0 and 1/2
}

TEST(Icar, CovarianceIsThatOfEigenvalues)
{
    auto const near = in_three_parts();
    test::DenseIcar const dense{near};
    auto const icar = icar_of(near, {});
    EXPECT_NEAR(icar.trace, dense.covariance().trace(), 1e-7);
    IcarSolver solver{icar};
    solver.factorise(1.0, Vector::Zero(icar.size()));
    Rows columns = Rows::Identity(icar.size(), icar.size());
    solver.solve(columns);
    auto const variances = solver.variances({});
    double worst = 0.0;
    for (Eigen::Index a = 0; a < icar.size(); ++a) {
        auto const i = static_cast<Eigen::Index>(icar.order[static_cast<std::size_t>(a)]);
        worst = std::max(worst, std::abs(variances[a] - dense.covariance()(i, i)));
        for (Eigen::Index b = 0; b < icar.size(); ++b) {
            auto const j = static_cast<Eigen::Index>(icar.order[static_cast<std::size_t>(b)]);
            // Right-hand sides do not sum to zero, answers do.
            double const level = dense.covariance()(i, j);
            worst = std::max(worst, std::abs(columns(a, b) - level));
        }
    }
    EXPECT_LT(worst, 5e-6);  // what the ridge may change
}

TEST(Icar, SelectedInverseIsTheInverse)
{
    auto const icar = icar_of(test::grid_neighbours(7, 9), {});
    numerics::SparseCholesky cholesky{icar.triangle()};
    Vector diagonal{icar.size()};
    for (Eigen::Index i = 0; i < icar.size(); ++i) {
        diagonal[i] = 0.1 + 0.01 * static_cast<double>(i % 7);
    }
    cholesky.factorise(0.7, numbers(diagonal));
    Sparse const both_halves = icar.precision.selfadjointView<Eigen::Lower>();
    Matrix full = 0.7 * Matrix{both_halves};
    full.diagonal() += diagonal;
    Matrix const inverse = full.inverse();
    auto const found = cholesky.inverse_diagonal({});
    Eigen::Map<Vector const> const selected{found.data(), icar.size()};
    EXPECT_LT((selected - inverse.diagonal()).cwiseAbs().maxCoeff(), 1e-12);
    EXPECT_NEAR(cholesky.log_determinant(), std::log(full.determinant()), 1e-10);
    for (Eigen::Index const width : {1, 2, 3, 4, 8, 11}) {
        Rows sides = Rows::Random(icar.size(), width);
        Rows const wanted = inverse * sides;
        cholesky.solve(numbers(sides));
        EXPECT_LT((sides - wanted).cwiseAbs().maxCoeff(), 1e-12);
    }
}

TEST(MixingPrior, DistanceIsThatOfEigenvalues)
{
    auto const near = in_three_parts();
    test::DenseIcar const dense{near};
    auto const icar = icar_of(near, {});
    MixingPrior const prior{icar, 0.5, 0.5, {}};
    for (double logit = -12.0; logit <= 12.0; logit += 0.37) {
        EXPECT_NEAR(prior.distance(logit) / dense.distance(logit), 1.0, 2e-3) << "logit " << logit;
    }
    for (double const share : {0.1, 0.3, 0.5, 0.9}) {
        EXPECT_NEAR(prior.logit_at(share), dense.logit_at(share), 0.02);
    }
}

TEST(MixingPrior, HalfOfItLiesBelowAHalf)
{
    auto const icar = icar_of(test::grid_neighbours(8, 8), {});
    MixingPrior const prior{icar, 0.5, 0.5, {}};
    EXPECT_NEAR(std::exp(-prior.rate() * prior.distance(0.0)), 0.5, 1e-12);
}

TEST(CountLikelihood, SlopesAreDifferences)
{
    constexpr double h = 1e-4;
    for (auto const family : {CountFamily::poisson, CountFamily::negative_binomial}) {
        CountLikelihood const likelihood{family, 2.5};
        for (SeenCount const seen : {SeenCount{0.0, 0.0, 2.0}, SeenCount{7.0, 0.0, 2.0},
                                     SeenCount{0.0, 4.0, 2.0}, SeenCount{3.0, 8.0, 1.5}}) {
            for (double const eta : {-3.0, 0.0, 1.2, 3.0}) {
                auto const here = likelihood.at(seen, eta);
                double const up = likelihood.at(seen, eta + h).log;
                double const down = likelihood.at(seen, eta - h).log;
                EXPECT_NEAR(here.slope, (up - down) / (2.0 * h), 1e-5);
                EXPECT_NEAR(here.curvature, (2.0 * here.log - up - down) / (h * h), 1e-4);
            }
        }
    }
}

TEST(CountLikelihood, RisingIsADifferenceOfLogGammas)
{
    for (double const from : {1e-6, 0.3, 1.0, 9.5, 80.0}) {
        for (double const by : {0.0, 0.25, 1.0, 7.0, 400.0}) {
            double const wanted = std::lgamma(from + by) - std::lgamma(from);
            EXPECT_NEAR(log_rising(from, by), wanted, 1e-11 * (1.0 + std::abs(wanted)));
        }
    }
    EXPECT_NEAR(log_rising(1e15, 3.0), 3.0 * std::log(1e15), 1e-12);
}

TEST(CountLikelihood, WithoutSpreadItIsPoisson)
{
    CountLikelihood const poisson{CountFamily::poisson, 1.0};
    CountLikelihood const nearly{CountFamily::negative_binomial, 1e14};
    for (double const cases : {0.0, 3.0, 50.0}) {
        EXPECT_NEAR(nearly.at({cases, 0.0, 4.0}, 0.3).log, poisson.at({cases, 0.0, 4.0}, 0.3).log,
                    1e-10);
    }
}

TEST(CountLikelihood, LessThanFiveByHand)
{
    // Mean 2: e^-2 (1 + 2 + 2 + 4/3 + 2/3) = 7 e^-2.
    CountLikelihood const likelihood{CountFamily::poisson, 1.0};
    EXPECT_NEAR(likelihood.at({0.0, 4.0, 2.0}, 0.0).log, std::log(7.0) - 2.0, 1e-12);
    // Both ends: one count only, and any count at all.
    EXPECT_NEAR(likelihood.at({0.0, 0.0, 2.0}, 0.0).log, -2.0, 1e-12);
    EXPECT_NEAR(likelihood.at({0.0, 1e6, 2.0}, 0.0).log, 0.0, 1e-12);
}

TEST(CountLikelihood, AverageOverANormalIsTheIntegral)
{
    CountLikelihood const likelihood{CountFamily::negative_binomial, 3.0};
    SeenCount const seen{1.0, 4.0, 2.0};
    double slope = 0.0;
    double all = 0.0;
    for (double z = -8.0; z <= 8.0; z += 0.01) {
        double const weight = std::exp(-0.5 * z * z);
        slope += weight * likelihood.at(seen, 0.2 + 0.6 * z).slope;
        all += weight;
    }
    EXPECT_NEAR(likelihood.averaged(seen, 0.2, 0.36).slope, slope / all, 1e-5);
}

}  // namespace
}  // namespace marchland::analysis::bym2
