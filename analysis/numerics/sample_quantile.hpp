// Quantiles of a sample.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

namespace marchland::analysis::numerics {

/// Where the nearest order statistic of a share in [0, 1] stands among so many in ascending order.
inline std::size_t quantile_place(std::size_t count, double share)
{
    return static_cast<std::size_t>(share * static_cast<double>(count - 1) + 0.5);
}

/// The nearest order statistic of values in ascending order, at least one.
template <class Real>
double nearest_quantile(std::vector<Real> const& ascending, double share)
{
    return static_cast<double>(ascending[quantile_place(ascending.size(), share)]);
}

/// The nearest order statistic of values in any order, at least one; partly sorts them (quickselect).
template <class Real>
double selected_quantile(std::vector<Real>& values, double share)
{
    auto const place =
        values.begin() + static_cast<std::ptrdiff_t>(quantile_place(values.size(), share));
    std::ranges::nth_element(values, place);
    return static_cast<double>(*place);
}

/// Linear between the order statistics of values in ascending order, at least one.
/// \par Source  Hyndman and Fan (1996), The American Statistician 50(4), type 7, as in R.
inline double interpolated_quantile(std::span<double const> ascending, double share)
{
    double const at = share * static_cast<double>(ascending.size() - 1);
    auto const below = static_cast<std::size_t>(at);
    auto const above = std::min(below + 1, ascending.size() - 1);
    return std::lerp(ascending[below], ascending[above], at - static_cast<double>(below));
}

}  // namespace marchland::analysis::numerics
