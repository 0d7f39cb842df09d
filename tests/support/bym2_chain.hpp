// The risk model the slow and obvious way: dense matrices and a Markov chain.
#pragma once

#include "analysis/bym2/bym2.hpp"

#include <Eigen/Dense>

#include <cstdint>
#include <vector>

namespace marchland::test {

/// The spatial effect of a map with a handful of communes, by eigenvalues.
class DenseIcar {
public:
    explicit DenseIcar(analysis::neighbours::Neighbours const& near);

    Eigen::MatrixXd const& covariance() const { return covariance_; }
    Eigen::MatrixXd const& root() const { return root_; }  ///< times its transpose: the covariance

    /// sqrt(phi (tr S - n) - log det((1 - phi) I + phi S)) at logit phi.
    double distance(double logit) const;

    /// logit phi, at most 12, with this share of the prior below it; P(phi < 0.5) = 0.5.
    double logit_at(double share) const;

private:
    Eigen::MatrixXd covariance_;
    Eigen::MatrixXd root_;
    Eigen::VectorXd eigenvalues_;
};

/// Mean and spread, and how far chance may have moved both: standard errors over batches.
struct ChainFigure {
    double mean = 0.0;
    double sd = 0.0;
    double error = 0.0;
    double sd_error = 0.0;
};

struct ChainAnswer {
    ChainFigure sigma, phi, spread;
    std::vector<ChainFigure> beta;  ///< intercept first
    std::vector<ChainFigure> eta;
    std::vector<double> exceedance;
};

/// Elliptical slices for the map, random steps for sigma, phi and spread, all of them independent
/// standard normals beforehand. Covariates as they come: standardise = false.
/// \par Source  Murray, Adams and MacKay (2010), Elliptical slice sampling.
ChainAnswer run_chain(analysis::bym2::Bym2Data const& data,
                      analysis::bym2::Bym2Options const& options, std::size_t steps,
                      std::uint64_t seed);

}  // namespace marchland::test
