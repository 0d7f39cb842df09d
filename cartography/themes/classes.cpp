#include "cartography/themes/classes.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace marchland::cartography {

namespace {

std::vector<double> finite_sorted(std::span<double const> values)
{
    std::vector<double> kept;
    std::ranges::copy_if(values, std::back_inserter(kept),
                         [](double v) { return std::isfinite(v); });
    std::ranges::sort(kept);
    return kept;
}

}  // namespace

Classes::Classes(std::vector<double> breaks) : breaks_{finite_sorted(breaks)}
{
    auto const repeats = std::ranges::unique(breaks_);
    breaks_.erase(repeats.begin(), repeats.end());
}

int Classes::of(double value) const
{
    return static_cast<int>(std::ranges::upper_bound(breaks_, value) - breaks_.begin());
}

Classes quantile_classes(std::span<double const> values, int count)
{
    auto const sorted = finite_sorted(values);
    std::vector<double> breaks;
    for (int i = 1; i < count && !sorted.empty(); ++i) {
        auto const at =
            sorted.size() * static_cast<std::size_t>(i) / static_cast<std::size_t>(count);
        if (sorted[at] > sorted.front()) {  // a break at the least value would leave class 0 empty
            breaks.push_back(sorted[at]);
        }
    }
    return Classes{std::move(breaks)};
}

Classes equal_classes(std::span<double const> values, int count)
{
    auto const sorted = finite_sorted(values);
    std::vector<double> breaks;
    for (int i = 1; i < count && !sorted.empty() && sorted.front() < sorted.back(); ++i) {
        breaks.push_back(sorted.front() + (sorted.back() - sorted.front()) * i / count);
    }
    return Classes{std::move(breaks)};
}

Classes rounded(Classes const& classes)
{
    std::vector<double> breaks;
    for (double const value : classes.breaks()) {
        if (value == 0.0) {
            breaks.push_back(0.0);
            continue;
        }
        double const unit = std::pow(10.0, std::floor(std::log10(std::abs(value))) - 1.0);
        breaks.push_back(std::round(value / unit) * unit);
    }
    return Classes{std::move(breaks)};
}

}  // namespace marchland::cartography
