// How far p-values are from what they must be where there is nothing to find.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace marchland::test {

/// The Kolmogorov-Smirnov statistic against the uniform distribution on [0, 1].
inline double distance_to_uniform(std::vector<double> values)
{
    std::ranges::sort(values);
    double worst = 0.0;
    auto const n = static_cast<double>(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        auto const place = static_cast<double>(i);
        worst = std::max({worst, values[i] - place / n, (place + 1.0) / n - values[i]});
    }
    return worst;
}

}  // namespace marchland::test
