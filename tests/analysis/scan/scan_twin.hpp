// The scan as slow and as plain as it can be: every window as a set, every ratio from its formula.
#pragma once

#include "analysis/scan/problem.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <span>
#include <vector>

namespace marchland::analysis::scan {

struct TwinBest {
    double llr = 0.0;
    std::vector<std::set<std::uint32_t>> members;  ///< of all windows within rounding of the best
};

inline double x_ln(double x, double y)
{
    return x > 0.0 ? x * std::log(x / y) : 0.0;
}

/// Straight from the papers.
inline double twin_ratio(ScanProblem const& problem, double c, double w)
{
    double const all = static_cast<double>(problem.total_cases);
    double const weight = static_cast<double>(problem.total_weight);
    bool const high = c * weight > all * w;
    bool const low = c * weight < all * w;
    auto const rates = problem.options.rates;
    if ((rates == ScanFor::high && !high) || (rates == ScanFor::low && !low)) {
        return 0.0;
    }
    if (problem.model == ScanModel::bernoulli) {
        double const inside = x_ln(c, w) + x_ln(w - c, w);
        double const outside = x_ln(all - c, weight - w) + x_ln(weight - w - all + c, weight - w);
        return inside + outside - x_ln(all, weight) - x_ln(weight - all, weight);
    }
    double const mu = all * w / weight;
    return x_ln(c, mu) + x_ln(all - c, all - mu);
}

inline TwinBest twin_best(ScanProblem const& problem, WindowFamily const& family,
                          std::span<std::uint32_t const> cases)
{
    TwinBest best;
    std::vector<double> far(problem.communes);
    for (std::size_t row = 0; row < family.rows.size(); ++row) {
        family.distances(row, far);
        for (double const reach : far) {
            if (std::isinf(reach)) {
                continue;
            }
            std::set<std::uint32_t> members;
            double size = 0.0;
            for (std::uint32_t i = 0; i < problem.communes; ++i) {
                if (far[i] <= reach * (1.0 + 1e-12)) {
                    members.insert(i);
                    size += problem.size[i];
                }
            }
            if (size > problem.largest) {
                continue;
            }
            for (auto const interval : problem.intervals) {
                double c = 0.0;
                double w = 0.0;
                for (auto const i : members) {
                    for (auto t = interval.from; t <= interval.to; ++t) {
                        c += cases[i * problem.steps + t];
                        w += static_cast<double>(problem.weight[i * problem.steps + t]);
                    }
                }
                double const llr = family.rows[row].penalty * twin_ratio(problem, c, w);
                if (llr > best.llr + 1e-9) {
                    best.members.clear();
                }
                if (llr > best.llr - 1e-9 && llr > 0.0) {
                    best.members.push_back(members);
                    best.llr = std::max(best.llr, llr);
                }
            }
        }
    }
    return best;
}

}  // namespace marchland::analysis::scan
