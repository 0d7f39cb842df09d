// What a model of risk gives: means, draws and reasons, by part. Private to analysis.
#pragma once

#include "analysis/risk/parts.hpp"

#include <functional>
#include <vector>

namespace marchland::analysis::risk {

/// theta is relative risk up to a factor: the caller makes its weighted mean 1.
struct RiskPosterior {
    std::vector<double> mean;  ///< posterior mean of theta, by part
    /// theta of `count` draws from the `first` on, draw after draw; a pure function of its arguments.
    std::function<std::vector<double>(std::size_t first, std::size_t count, geo::Job const& job)>
        draws;

    std::vector<double> log_mean;  ///< posterior mean of log theta, by part; the parts below add up
    std::vector<double> indicators;  ///< to it, but for a number that all parts share
    std::vector<double> exposure;
    std::vector<double> neighbours;
    std::vector<double> itself;
    std::vector<double> hour_farther;
    double spread = 0.0;
    std::vector<ModelFigure> figures;
    bym2::PredictiveCheck check;
    bool checked = false;
    geo::Findings findings;
};

RiskPosterior gamma_poisson_posterior(std::vector<Part> const& parts, RiskOptions const& options);
RiskPosterior bym2_posterior(std::vector<Part> const& parts, RiskInput const& input,
                             RiskOptions const& options, geo::Job const& job);

}  // namespace marchland::analysis::risk
