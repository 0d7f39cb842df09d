#include "analysis/numerics/multiple_testing.hpp"

#include "geo/vocabulary/numbers.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace marchland::analysis::numerics {
namespace {

constexpr std::array names{std::string_view{"benjamini-hochberg"},
                           std::string_view{"benjamini-yekutieli"}, std::string_view{"holm"},
                           std::string_view{"bonferroni"}};

/// 1 + 1/2 + ... + 1/m: the price of any dependence.
double harmonic(std::size_t m)
{
    double sum = 0.0;
    for (std::size_t k = 1; k <= m; ++k) {
        sum += 1.0 / static_cast<double>(k);
    }
    return sum;
}

/// Tests by rising p, those that were made.
std::vector<std::size_t> made(std::span<double const> p_values)
{
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < p_values.size(); ++i) {
        if (!std::isnan(p_values[i])) {
            order.push_back(i);
        }
    }
    std::ranges::sort(order, {}, [&](std::size_t i) { return std::pair{p_values[i], i}; });
    return order;
}

}  // namespace

std::string_view name_of(Correction correction)
{
    return names.at(static_cast<std::size_t>(correction));
}

std::vector<double> adjusted(std::span<double const> p_values, Correction correction)
{
    auto const order = made(p_values);
    auto const tests = static_cast<double>(order.size());
    std::vector<double> level(p_values.size(), geo::unknown);
    double const price =
        correction == Correction::benjamini_yekutieli ? harmonic(order.size()) : 1.0;
    double bound = correction == Correction::holm ? 0.0 : 1.0;
    for (std::size_t step = 0; step < order.size(); ++step) {
        bool const down = correction == Correction::holm;  // from the smallest p
        std::size_t const k = down ? step : order.size() - 1 - step;
        double const p = p_values[order[k]];
        auto const rank = static_cast<double>(k + 1);
        switch (correction) {
        case Correction::benjamini_hochberg:
        case Correction::benjamini_yekutieli:
            bound = std::min(bound, p * price * tests / rank);
            break;
        case Correction::holm:
            bound = std::max(bound, std::min(1.0, p * (tests - rank + 1.0)));
            break;
        case Correction::bonferroni:
            bound = std::min(1.0, p * tests);
            break;
        }
        level[order[k]] = bound;
    }
    return level;
}

}  // namespace marchland::analysis::numerics
