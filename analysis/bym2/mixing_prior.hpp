// How much of the variation is spatial: the prior, which prefers none. Private to analysis.
#pragma once

#include "analysis/bym2/icar.hpp"

#include <vector>

namespace marchland::analysis::bym2 {

/// The prior of the share phi of the variance that is spatial.
///
/// Exponential in the distance d(phi) from the model without neighbours, the root of twice the
/// Kullback-Leibler divergence: d^2 = phi (tr S - n) - log det((1 - phi) I + phi S), S the
/// covariance of the spatial effect. logit phi ends at 12: beyond, phi cannot be told from 1, yet d
/// has no bound.
/// \par Source  Riebler, Sorbye, Simpson and Rue (2016) Statistical Methods in Medical Research 25;
///              Simpson and others (2017) Statistical Science 32.
class MixingPrior {
public:
    /// P(phi < below) = chance. \pre icar.spatial()
    /// \par Cost  28 sparse factors.
    MixingPrior(Icar const& icar, double below, double chance, geo::Job const& job);

    /// logit phi where the prior, without what lies beyond its end, has this share below it.
    double logit_at(double share) const;

    double distance(double logit) const;
    double rate() const { return rate_; }  ///< of the exponential in d

private:
    std::vector<double> log_distance_;  ///< on an even grid of logit phi
    double rate_ = 1.0;
    double most_ = 1.0;  ///< share of the exponential that lies before the end
};

}  // namespace marchland::analysis::bym2
