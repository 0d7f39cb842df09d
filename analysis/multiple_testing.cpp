#include "analysis/multiple_testing.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace marchland::analysis {

std::vector<double> benjamini_hochberg(std::span<double const> p_values)
{
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < p_values.size(); ++i) {
        if (!std::isnan(p_values[i])) {
            order.push_back(i);
        }
    }
    std::ranges::sort(order, {}, [&](std::size_t i) { return p_values[i]; });
    std::vector<double> q(p_values.size(), std::numeric_limits<double>::quiet_NaN());
    double const tests = static_cast<double>(order.size());
    double smallest = 1.0;
    for (std::size_t k = order.size(); k-- > 0;) {
        smallest = std::min(smallest, p_values[order[k]] * tests / static_cast<double>(k + 1));
        q[order[k]] = smallest;
    }
    return q;
}

}  // namespace marchland::analysis
