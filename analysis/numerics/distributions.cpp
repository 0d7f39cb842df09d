#include "analysis/numerics/distributions.hpp"

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/negative_binomial.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/poisson.hpp>
#include <boost/math/special_functions/digamma.hpp>
#include <boost/math/special_functions/gamma.hpp>

namespace marchland::analysis::numerics {

namespace bm = boost::math;

double normal_quantile(double share)
{
    return bm::quantile(bm::normal{}, share);
}

double log_gamma(double x)
{
    return bm::lgamma(x);
}

double digamma(double x)
{
    return bm::digamma(x);
}

double gamma_quantile(double shape, double share)
{
    return bm::gamma_p_inv(shape, share);
}

double gamma_upper_quantile(double shape, double tail)
{
    return bm::gamma_q_inv(shape, tail);
}

double beta_quantile(double a, double b, double share)
{
    return bm::quantile(bm::beta_distribution<>{a, b}, share);
}

double poisson_tail(double mean, double count)
{
    return bm::cdf(bm::complement(bm::poisson{mean}, count));
}

double binomial_cdf(double trials, double chance, double count)
{
    return bm::cdf(bm::binomial{trials, chance}, count);
}

double binomial_tail(double trials, double chance, double count)
{
    return bm::cdf(bm::complement(bm::binomial{trials, chance}, count));
}

double negative_binomial_quantile(double size, double chance, double share)
{
    return bm::quantile(bm::negative_binomial{size, chance}, share);
}

double negative_binomial_upper_quantile(double size, double chance, double tail)
{
    return bm::quantile(bm::complement(bm::negative_binomial{size, chance}, tail));
}

double negative_binomial_cdf(double size, double chance, double count)
{
    return bm::cdf(bm::negative_binomial{size, chance}, count);
}

double negative_binomial_tail(double size, double chance, double count)
{
    return bm::cdf(bm::complement(bm::negative_binomial{size, chance}, count));
}

}  // namespace marchland::analysis::numerics
