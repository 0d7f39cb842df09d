// The BYM2 model with its two or three numbers held fixed. Private to analysis.
#pragma once

#include "analysis/bym2/icar.hpp"
#include "analysis/bym2/likelihood.hpp"

#include <Eigen/Cholesky>

#include <vector>

namespace marchland::analysis::bym2 {

/// Everything in the order of rows of the structure matrix.
struct Bym2Problem {
    Icar icar;
    std::vector<SeenCount> seen;
    Rows design;             ///< first column 1, then covariates
    Vector prior_precision;  ///< of each coefficient
    CountFamily family = CountFamily::poisson;

    Eigen::Index size() const { return icar.size(); }
};

/// The numbers behind the map.
struct Bym2Theta {
    double sigma = 1.0;
    double phi = 0.0;
    double rest = 1.0;  ///< 1 - phi, exact where phi is near 1
    double size = 1.0;  ///< of the negative binomial

    double structured() const { return sigma * std::sqrt(phi); }
    double unstructured_variance() const { return sigma * sigma * rest; }
};

/// A value of everything that is unknown: eta = design beta + structured x u + the rest.
struct Bym2State {
    Vector eta;
    Vector beta;
    Vector u;
};

/// The normal approximation of the posterior given theta: eliminates the unstructured part, so that
/// one factor with the zeros of the map serves all.
class Bym2Conditional {
public:
    /// \param problem  must outlive this object.
    explicit Bym2Conditional(Bym2Problem const& problem);

    /// Sets the curvature of the likelihood, commune by commune. All else below depends on it.
    void approximate(Bym2Theta const& theta, Vector const& curvature);

    /// A Newton step: where the quadratic that touches the log likelihood at eta, with this slope, has its
    /// top.
    Bym2State top(Vector const& eta, Vector const& slope) const;

    Vector variances(geo::Job const& job) const;  ///< of eta
    Matrix coefficient_covariance() const;
    double log_determinant() const;  ///< posterior precision relative to the prior's

    /// Turns white noise into deviations of eta from its mean.
    /// \param field   communes x draws; becomes the answer.
    /// \param single  communes x draws, for the unstructured part.
    /// \param effects coefficients x draws.
    void sample(Rows& field, Rows const& single, Matrix const& effects) const;

private:
    Bym2Problem const& problem_;
    IcarSolver solver_;
    Bym2Theta theta_;
    Vector curvature_;
    Vector thinned_;                   ///< 1 / (1 + unstructured variance x curvature)
    Rows loading_;                     ///< how u answers to a change of the coefficients
    Rows coupling_;                    ///< between u and coefficients in the precision
    Eigen::LLT<Matrix> coefficients_;  ///< their precision, u integrated out
};

/// The mode given theta, with the Laplace approximation of the likelihood of theta.
struct Bym2Mode {
    Bym2State state;
    Vector curvature;
    double log_likelihood = 0.0;  ///< of theta
};

/// \param start  eta to start from; need not be near.
/// \throws geo::Error{failed}  no convergence.
Bym2Mode find_mode(Bym2Problem const& problem, Bym2Conditional& conditional, Bym2Theta const& theta,
                   Vector const& start, geo::Job const& job);

/// Moves the mean from the mode to where the expected slope under the normal approximation
/// vanishes.
/// \param mode  eta of it. \pre conditional.approximate was called with its curvature.
/// \par Source  van Niekerk and Rue (2021), with all communes corrected.
Bym2State corrected_mean(Bym2Problem const& problem, Bym2Conditional& conditional,
                         Bym2Theta const& theta, Vector const& mode, Vector const& variances,
                         geo::Job const& job);

/// A start that needs no theta: each count drawn towards the overall ratio.
Vector first_guess(Bym2Problem const& problem);

}  // namespace marchland::analysis::bym2
