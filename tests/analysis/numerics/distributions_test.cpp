// Figures of tables, and laws that hold between a distribution function and its quantile.
#include "analysis/numerics/distributions.hpp"

#include "analysis/numerics/sample_quantile.hpp"

#include <gtest/gtest.h>

namespace marchland::analysis::numerics {
namespace {

TEST(Distributions, NormalAsInTheTables)
{
    EXPECT_DOUBLE_EQ(normal_cdf(0.0), 0.5);
    EXPECT_NEAR(normal_cdf(1.96), 0.9750021048517795, 1e-15);
    EXPECT_NEAR(normal_quantile(0.975), 1.959963984540054, 1e-14);
    EXPECT_DOUBLE_EQ(normal_cdf(7.0, 3.0, 2.0), normal_cdf(2.0));
}

TEST(Distributions, NormalTailKeepsItsDigitsFarOut)
{
    EXPECT_NEAR(normal_tail(10.0) / 7.61985302416047e-24, 1.0, 1e-12);  // 1 - cdf would be 0
}

TEST(Distributions, PoissonAndGammaAreTwoViewsOfOneProcess)
{
    // More than five events at a mean of 3: the sixth comes before time 3.
    EXPECT_NEAR(poisson_tail(3.0, 5.0), 0.0839179, 1e-7);
    EXPECT_NEAR(gamma_quantile(6.0, poisson_tail(3.0, 5.0)), 3.0, 1e-12);
    EXPECT_NEAR(gamma_upper_quantile(6.0, 1.0 - poisson_tail(3.0, 5.0)), 3.0, 1e-12);
}

TEST(Distributions, BinomialAndBetaAreTwoViewsOfOneSample)
{
    EXPECT_NEAR(binomial_cdf(10.0, 0.3, 4.0), 0.8497316674, 1e-10);
    EXPECT_NEAR(binomial_tail(10.0, 0.3, 4.0), 1.0 - 0.8497316674, 1e-10);
    EXPECT_NEAR(beta_quantile(5.0, 6.0, binomial_tail(10.0, 0.3, 4.0)), 0.3, 1e-12);
}

TEST(Distributions, GammaFunctionAndItsDerivative)
{
    EXPECT_NEAR(log_gamma(5.0), std::log(24.0), 1e-14);
    EXPECT_NEAR(digamma(1.0), -0.5772156649015329, 1e-14);
}

TEST(Distributions, NegativeBinomialBoundsGoOutward)
{
    // One success at 1/2: 0, 1, 2, ... failures with chances 1/2, 1/4, 1/8, ...
    EXPECT_DOUBLE_EQ(negative_binomial_quantile(1.0, 0.5, 0.4), 0.0);  // below a half: down
    EXPECT_DOUBLE_EQ(negative_binomial_quantile(1.0, 0.5, 0.6), 1.0);  // above: up
    EXPECT_DOUBLE_EQ(negative_binomial_upper_quantile(1.0, 0.5, 0.05), 4.0);
}

TEST(SampleQuantile, NearestAndInterpolatedByHand)
{
    std::vector<double> const ascending{1.0, 2.0, 4.0, 8.0};
    EXPECT_DOUBLE_EQ(interpolated_quantile(ascending, 0.5), 3.0);  // halfway from 2 to 4
    EXPECT_DOUBLE_EQ(interpolated_quantile(ascending, 1.0), 8.0);
    EXPECT_DOUBLE_EQ(nearest_quantile(ascending, 0.5), 4.0);
    EXPECT_DOUBLE_EQ(nearest_quantile(ascending, 0.4), 2.0);
    std::vector<float> shuffled{8.0F, 1.0F, 4.0F, 2.0F};
    EXPECT_DOUBLE_EQ(selected_quantile(shuffled, 0.4), 2.0);
}

}  // namespace
}  // namespace marchland::analysis::numerics
