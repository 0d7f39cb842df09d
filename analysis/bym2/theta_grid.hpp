// The plane of sigma, phi and spread: where its posterior lies, on a grid. Private to analysis.
#pragma once

#include "analysis/bym2/bym2.hpp"
#include "analysis/bym2/mixing_prior.hpp"
#include "analysis/bym2/model.hpp"

#include <functional>
#include <optional>
#include <vector>

namespace marchland::analysis::bym2 {

/// Coordinates in which the prior is standard normal: of sigma, of phi (where there are neighbours)
/// and of spread (negative binomial). Where data say little, so is the posterior, and few points of
/// a grid do.
class ThetaSpace {
public:
    ThetaSpace(Bym2Problem const& problem, Bym2Options const& options, geo::Job const& job);

    Eigen::Index dimensions() const { return 1 + (mixing_ ? 1 : 0) + (spread_ ? 1 : 0); }
    Vector start() const;
    Bym2Theta theta(Vector const& x) const;
    static double log_prior(Vector const& x);

    std::optional<Eigen::Index> phi_axis() const;
    std::optional<Eigen::Index> spread_axis() const;
    double sigma_at(double coordinate) const;
    double phi_at(double coordinate) const;  ///< \pre phi_axis()
    double spread_at(double coordinate) const;

private:
    double sigma_rate_;
    double spread_rate_;
    std::optional<MixingPrior> mixing_;
    bool spread_;
};

/// One point of the grid, with the most likely map given it.
struct ThetaPoint {
    Vector x;
    Bym2Theta theta;
    double log_density = 0.0;
    double weight = 0.0;  ///< sums to 1 over the grid
    Vector eta;
    Vector curvature;
};

/// A grid along the main axes of the posterior.
struct ThetaGrid {
    std::vector<ThetaPoint> points;  ///< those with weight, in a fixed order
    Matrix cell;                     ///< columns: from a point to the next along each axis
    double log_evidence = 0.0;
};

/// The log posterior density at x, found from an eta nearby. Called from several threads.
using ThetaDensity = std::function<ThetaPoint(Vector const& x, Vector const& eta)>;

/// Finds the posterior mode, then takes every point of the grid around it that matters.
/// \par Source  Rue, Martino and Chopin (2009), section 3.1.
ThetaGrid explore(ThetaDensity const& density, Vector const& start, Vector const& eta,
                  geo::Job const& job);

/// Quantiles of one coordinate, the density spread over the cells of the grid.
/// \param shares  ascending.
std::vector<double> quantiles(ThetaGrid const& grid, Eigen::Index axis,
                              std::vector<double> const& shares);

}  // namespace marchland::analysis::bym2
