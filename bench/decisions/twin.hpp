// The twin who knows the covariance that made the world and the chance of detection everywhere.
#pragma once

#include "analysis/neighbours/neighbours.hpp"

#include <Eigen/Dense>

#include <optional>
#include <vector>

namespace marchland::decisions {

/// Of the field that `smoother` makes: A A'.
Eigen::MatrixXd field_covariance(analysis::neighbours::Weights const& rows);

/// Of the field that BYM2 supposes: the generalised inverse of the Laplacian of neighbours,
/// geometric mean of variances 1, here over all pieces of the map together; 1 for a commune without
/// neighbours.
Eigen::MatrixXd neighbour_covariance(analysis::neighbours::Neighbours const& near);

/// A normal prior of log risk around an unknown level.
struct LogRisk {
    Eigen::VectorXd mean;
    Eigen::MatrixXd covariance;
};

/// What is left of the prior once values with noise of variance `noise` have been seen.
LogRisk seen_through(Eigen::MatrixXd const& covariance, Eigen::VectorXd const& values,
                     double noise);

/// Posterior mean of relative risk, up to a factor: cases ~ Poisson(expected x risk). The best
/// normal approximation in the sense of Kullback and Leibler, by Newton's method on dense matrices.
std::vector<double> twin_risk(LogRisk const& prior, std::vector<double> const& cases,
                              std::vector<double> const& expected);

}  // namespace marchland::decisions
