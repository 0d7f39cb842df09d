// Distribution functions and quantiles of the laws that the methods need: Boost.Math behind one unit, for it
// costs three seconds wherever it is included.
#pragma once

#include <cmath>
#include <numbers>

namespace marchland::analysis::numerics {

/// P(X <= x) of a normal variable.
inline double normal_cdf(double x, double mean = 0.0, double sd = 1.0)
{
    return 0.5 * std::erfc((mean - x) / (sd * std::numbers::sqrt2));
}

/// P(X > x) of a standard normal variable, to full precision far out.
inline double normal_tail(double x)
{
    return normal_cdf(-x);
}

/// \param share  in (0, 1), as in all quantiles here.
double normal_quantile(double share);

double log_gamma(double x);  ///< of the gamma function
double digamma(double x);    ///< the derivative of log_gamma

/// Of a gamma variable of rate 1: below it lies `share`.
double gamma_quantile(double shape, double share);
/// Of a gamma variable of rate 1: above it lies `tail`.
double gamma_upper_quantile(double shape, double tail);

double beta_quantile(double a, double b, double share);

double poisson_tail(double mean, double count);  ///< P(X > count)

double binomial_cdf(double trials, double chance, double count);   ///< P(X <= count)
double binomial_tail(double trials, double chance, double count);  ///< P(X > count)

/// Failures before `size` successes, size any positive number: a whole number, rounded outward.
double negative_binomial_quantile(double size, double chance, double share);
double negative_binomial_upper_quantile(double size, double chance, double tail);
double negative_binomial_cdf(double size, double chance, double count);   ///< P(X <= count)
double negative_binomial_tail(double size, double chance, double count);  ///< P(X > count)

}  // namespace marchland::analysis::numerics
