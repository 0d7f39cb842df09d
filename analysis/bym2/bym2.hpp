/// \file bym2.hpp
/// Relative risk of every commune from counts, effort, covariates and neighbours: the BYM2 model.
#pragma once

#include "analysis/neighbours/neighbours.hpp"
#include "geo/vocabulary/column.hpp"
#include "geo/vocabulary/finding.hpp"
#include "geo/vocabulary/job.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace marchland::analysis::bym2 {

enum class CountFamily : std::uint8_t {
    poisson,
    negative_binomial,  ///< variance = mean + mean^2 / size: finds come in groups
};

/// Something known of each commune that may go with risk. NaN: not known.
struct Covariate {
    std::string name;
    geo::PerCommune<double> values;
};

struct Bym2Data {
    /// Finite, 0 or more. Whole numbers, unless cases carry weights.
    geo::PerCommune<double> cases;
    /// Empty, or how many more cases there may be: the count is known to lie within cases and
    /// cases + hidden. A cell "<5" adds 4 here and nothing to cases. 0 or NaN: the count is exact.
    geo::PerCommune<double> hidden;
    /// Cases expected at relative risk 1: people x years x share of effort x rate of the region.
    /// 0 or NaN: nobody looked or nobody knows, the commune has no likelihood and keeps its prior.
    geo::PerCommune<double> expected;
    std::vector<Covariate> covariates;
    neighbours::Neighbours near;  ///< symmetric; in any number of connected parts
};

/// Priors are those of the penalised-complexity kind: they prefer the simpler model.
struct Bym2Options {
    CountFamily family = CountFamily::poisson;
    double sigma_above = 1.0;  ///< P(sigma > sigma_above) = sigma_chance
    double sigma_chance = 0.01;
    double phi_below = 0.5;  ///< P(phi < phi_below) = phi_chance
    double phi_chance = 0.5;
    double spread_above = 1.0;  ///< P(1 / sqrt(size) > spread_above) = spread_chance
    double spread_chance = 0.1;
    double intercept_sd = 5.0;    ///< of the normal prior, of a log rate
    double coefficient_sd = 0.5;  ///< the same for each covariate
    bool standardise = true;  ///< covariates to mean 0, standard deviation 1; false: as they come
    double coverage = 0.90;   ///< of every interval
    double exceeding = 1.0;   ///< c in P(relative risk > c)
    int check_draws = 400;    ///< of the posterior predictive check
    bool intervals = true;  ///< lower, upper and exceedance of each commune; else they stay unknown
    std::uint64_t seed = 1;  ///< of that check; the fit itself draws nothing
};

/// A posterior in five figures; lower and upper at the coverage asked for.
struct Estimate {
    double mean = 0.0;
    double sd = 0.0;
    double lower = 0.0;
    double median = 0.0;
    double upper = 0.0;
};

struct Bym2Coefficient {
    std::string name;
    Estimate estimate;    ///< change of log relative risk for each `scale` of the covariate
    double centre = 0.0;  ///< covariate that changes nothing; 0 where not standardised
    double scale = 1.0;
};

/// Does the model produce data like those seen? Near 0 or 1: it does not.
struct PredictiveCheck {
    double dispersion_p = 1.0;    ///< P(Pearson's chi-square of a replicate >= that of the data)
    double zeros_p = 1.0;         ///< P(zeros in a replicate >= zeros in the data)
    double zeros_seen = 0.0;      ///< among communes with an exact count and a likelihood
    double zeros_expected = 0.0;  ///< mean over replicates
};

/// Draws of the log relative risk, each of all communes.
struct Bym2Draws {
    std::size_t communes = 0;
    std::vector<float> log_risk;  ///< draw after draw

    std::size_t size() const { return communes == 0 ? 0 : log_risk.size() / communes; }
    std::span<float const> of(std::size_t draw) const
    {
        return {log_risk.data() + draw * communes, communes};
    }
};

/// What draws come from. Immutable and cheap to copy; may be shared by threads.
class Bym2Posterior {
public:
    struct Impl;
    Bym2Posterior() = default;
    explicit Bym2Posterior(std::shared_ptr<Impl const> impl) : impl_{std::move(impl)} {}

    /// Draws first, first + 1, ... first + count - 1. Draw d depends on the fit, seed and d only,
    /// so a country too large for memory can be drawn in pieces.
    ///
    /// \throws Cancelled
    /// \par Cost  communes x count x 4 bytes.
    Bym2Draws draw(std::uint64_t seed, std::size_t first, std::size_t count,
                   geo::Job const& job = {}) const;

private:
    std::shared_ptr<Impl const> impl_;
};

struct Bym2Fit {
    // What the map is made of
    Estimate intercept;
    std::vector<Bym2Coefficient> coefficients;  ///< of the covariates that were kept
    Estimate sigma;  ///< standard deviation of log relative risk beside covariates
    Estimate phi;    ///< share of its variance that neighbours have in common; 0 without neighbours
    Estimate spread;  ///< 1 / sqrt(size) of the negative binomial; 0 for Poisson

    // Each commune
    geo::PerCommune<double> log_mean;  ///< posterior mean of eta, the log relative risk
    geo::PerCommune<double> log_sd;
    geo::PerCommune<double> relative_risk;  ///< posterior mean of exp(eta): times what was expected
    geo::PerCommune<double> lower;
    geo::PerCommune<double> upper;
    geo::PerCommune<double> exceedance;  ///< P(exp(eta) > exceeding)

    // Why: log_mean = mean_log + by_covariate[0] + ... + spatial + unstructured, to 1e-9
    double mean_log = 0.0;                              ///< mean of log_mean over communes
    std::vector<geo::PerCommune<double>> by_covariate;  ///< as coefficients
    geo::PerCommune<double> spatial;
    geo::PerCommune<double> unstructured;

    PredictiveCheck check;
    double log_evidence = 0.0;  ///< log marginal likelihood, to compare models of the same counts
    int points = 0;             ///< of the grid over sigma, phi and spread
    geo::Findings findings;     ///< covariates dropped or filled, cases without expectation
    Bym2Posterior posterior;
    Bym2Options options;
};

/// Fits eta = intercept + covariates + sigma (sqrt(phi) u + sqrt(1 - phi) v) by nested Laplace
/// approximation with a variational correction of the means.
///
/// u is a scaled intrinsic autoregression that sums to zero in each connected part, v is
/// independent; a commune without neighbour has u of variance 1. The answer does not depend on the
/// number of threads.
///
/// \throws Error{usage}  sizes differ, a count or expectation is negative or not finite (an
///                       expectation may be NaN), neighbours are not symmetric, or options are out
///                       of range.
/// \throws Cancelled     within a second for 100,000 communes.
/// \par Source  Riebler and others (2016) SMMR 25; Rue, Martino and Chopin (2009) JRSS B 71;
///              van Niekerk and Rue (2021) arXiv 2111.12945; Freni-Sterrantino and others (2018).
/// \par Cost    for Poisson about 250 sparse Cholesky factors and 30 partial inverses, communes x
///              communes; a few times as many for the negative binomial. See docs/methods/bym2.md.
Bym2Fit fit_bym2(Bym2Data const& data, Bym2Options const& options = {}, geo::Job const& job = {});

/// \namespace marchland::analysis::bym2
/// \par Example
/// \code
/// using geo::CommuneId;
/// analysis::bym2::Bym2Data data;
/// data.cases = geo::PerCommune<double>{std::vector{1.0, 2.0, 9.0}};
/// data.expected = geo::PerCommune<double>{3, 4.0};
/// data.near = analysis::neighbours::Neighbours{3};  // in a row
/// data.near[CommuneId{0}] = {CommuneId{1}};
/// data.near[CommuneId{1}] = {CommuneId{0}, CommuneId{2}};
/// data.near[CommuneId{2}] = {CommuneId{1}};
/// auto const fit = analysis::bym2::fit_bym2(data);
/// assert(fit.relative_risk[CommuneId{0}] < 1.0 && fit.relative_risk[CommuneId{2}] > 1.0);
/// \endcode
/// \par Threads  functions of their arguments alone: may be called from several threads at once.
///      A Bym2Posterior may be shared.

}  // namespace marchland::analysis::bym2
