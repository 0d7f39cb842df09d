// The posterior: a mixture of normals, one for each point of the grid. Private to analysis.
#pragma once

#include "analysis/bym2/model.hpp"
#include "analysis/bym2/theta_grid.hpp"

#include <memory>
#include <mutex>
#include <vector>

namespace marchland::analysis::bym2 {

/// The posterior of the map given one theta.
struct PosteriorPoint {
    Bym2Theta theta;
    double weight = 0.0;
    Vector curvature;
    Vector mean;      ///< of eta, corrected
    Vector variance;  ///< of eta
    Vector spatial;   ///< mean of the structured part of eta
    Vector beta;
    Matrix covariance;  ///< of beta
};

/// Solvers that threads borrow: to build one costs as much as a factor.
class Workbench {
public:
    explicit Workbench(Bym2Problem const& problem) : problem_{problem} {}

    std::unique_ptr<Bym2Conditional> borrow();
    void give_back(std::unique_ptr<Bym2Conditional> conditional);

private:
    Bym2Problem const& problem_;
    std::mutex lock_;
    std::vector<std::unique_ptr<Bym2Conditional>> free_;
};

struct Bym2Posterior::Impl {
    Bym2Problem problem;
    std::vector<PosteriorPoint> points;

    /// Which point draw d comes from.
    std::size_t point_of(std::uint64_t seed, std::size_t draw) const;
};

/// Marginals at every point of the grid. Empties the grid of its maps.
std::vector<PosteriorPoint> marginals(Bym2Problem const& problem, Workbench& bench, ThetaGrid& grid,
                                      geo::Job const& job);

/// How well replicates of the counts resemble those seen.
PredictiveCheck predictive_check(std::shared_ptr<Bym2Posterior::Impl const> const& impl,
                                 Bym2Options const& options, geo::Job const& job);

}  // namespace marchland::analysis::bym2
