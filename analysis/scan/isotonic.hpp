// The isotonic scan: risk falls in steps with distance from the centre. Private.
#pragma once

#include "analysis/scan/window_row.hpp"

#include <cmath>
#include <cstdint>
#include <vector>

namespace marchland::analysis::scan {

struct IsotonicFit {
    double llr = 0.0;
    std::size_t places = 0;  ///< how many of the nearest communes lie in a step above the outermost
};

/// The steps by pooling adjacent violators: a ring whose risk is not below that of the ring inside
/// it joins it; what joins the outside is not part of the cluster.
///
/// \param cases  of each commune
template <class CasesOf>
IsotonicFit isotonic_fit(ScanRow const& row, ScanProblem const& problem, CasesOf const& cases)
{
    struct Step {
        double cases = 0.0;
        double weight = 0.0;
        std::size_t end = 0;
    };
    // Inner steps must be higher: join while the inner one is not.
    std::vector<Step> steps;
    auto const add = [&steps](Step next) {
        while (!steps.empty() &&
               steps.back().cases * next.weight <= next.cases * steps.back().weight) {
            next.cases += steps.back().cases;
            next.weight += steps.back().weight;
            steps.pop_back();
        }
        steps.push_back(next);
    };
    std::uint64_t inside = 0;
    Step ring;
    for (std::size_t k = 0; k < row.order.size(); ++k) {
        ring.cases += static_cast<double>(cases(row.order[k]));
        if (row.closes[k] != 0) {
            ring.end = k + 1;
            ring.weight = static_cast<double>(row.weight[k] - inside);
            inside = row.weight[k];
            if (ring.weight > 0.0) {
                add(ring);
            }
            ring = {};
        }
    }
    double caught = 0.0;
    for (auto const& step : steps) {
        caught += step.cases;
    }
    double const all = static_cast<double>(problem.total_cases);
    double const everything = static_cast<double>(problem.total_weight);
    add({all - caught, everything - static_cast<double>(inside), row.order.size()});
    IsotonicFit fit;
    for (auto const& step : steps) {
        if (step.cases > 0.0) {
            fit.llr += step.cases * std::log(step.cases * everything / (all * step.weight));
        }
    }
    fit.llr = steps.size() > 1 ? fit.llr * row.penalty : 0.0;
    fit.places = steps.size() > 1 ? steps[steps.size() - 2].end : 0;
    return fit;
}

}  // namespace marchland::analysis::scan
