#include "analysis/scan/knox.hpp"

#include "analysis/scan/require.hpp"
#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/parallel.hpp"
#include "geo/vocabulary/random.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <utility>

namespace marchland::analysis::scan {
namespace {

using Pair = std::pair<std::uint32_t, std::uint32_t>;
constexpr std::size_t most_pairs = 50'000'000;

void check(std::span<geo::Point const> places, std::span<double const> times,
           KnoxOptions const& options)
{
    require(places.size() == times.size(), "the Knox test has " + std::to_string(places.size()) +
                                               " places and " + std::to_string(times.size()) +
                                               " times");
    require(options.replicates >= 1 && options.replicates <= 999'999,
            "the Knox test takes 1 to 999999 replicates, not " +
                std::to_string(options.replicates));
    require(std::isfinite(options.near.value) && options.near.value >= 0.0 &&
                std::isfinite(options.soon) && options.soon >= 0.0,
            "near and soon of the Knox test are 0 or more");
    for (std::size_t i = 0; i < times.size(); ++i) {
        require(std::isfinite(places[i].x) && std::isfinite(places[i].y) && std::isfinite(times[i]),
                "the place or time of case number " + std::to_string(i + 1) + " is not a number");
    }
}

/// A little more than asked, so that decimal fractions meet their limit.
double reach(double limit)
{
    return limit * (1.0 + 1e-9);
}

/// Sweep from west to east: only cases within reach in x are compared.
std::vector<Pair> near_pairs(std::span<geo::Point const> places, double limit, geo::Job const& job)
{
    std::vector<std::uint32_t> order(places.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) {
        order[i] = i;
    }
    std::ranges::sort(order, {}, [&](std::uint32_t i) { return std::pair{places[i].x, i}; });
    std::vector<Pair> pairs;
    for (std::size_t a = 0; a < order.size(); ++a) {
        job.at(0.0);
        for (auto b = a + 1; b < order.size() && places[order[b]].x - places[order[a]].x <= limit;
             ++b) {
            if (geo::distance(places[order[a]], places[order[b]]) <= limit) {
                pairs.emplace_back(order[a], order[b]);
            }
        }
        require(
            pairs.size() <= most_pairs,
            "more than 50 million pairs of cases are near each other: choose a shorter distance");
    }
    return pairs;
}

std::uint64_t count_soon(std::span<Pair const> pairs, std::span<double const> times, double limit)
{
    std::uint64_t count = 0;
    for (auto const& [a, b] : pairs) {
        count += std::abs(times[a] - times[b]) <= limit ? 1U : 0U;
    }
    return count;
}

/// Pairs within a limit in time, whatever their places.
std::uint64_t soon_pairs(std::span<double const> times, double limit)
{
    std::vector<double> sorted{times.begin(), times.end()};
    std::ranges::sort(sorted);
    std::uint64_t count = 0;
    for (std::size_t first = 0, i = 0; i < sorted.size(); ++i) {
        while (sorted[i] - sorted[first] > limit) {
            ++first;
        }
        count += i - first;
    }
    return count;
}

std::vector<double> shuffled(std::span<double const> times, std::uint64_t seed,
                             std::size_t replicate)
{
    std::vector<double> out{times.begin(), times.end()};
    geo::Draws draws{geo::Random{seed, "knox", replicate}};
    for (std::size_t i = out.size(); i > 1; --i) {
        std::swap(out[i - 1], out[draws.below(i)]);
    }
    return out;
}

}  // namespace

Knox knox_test(std::span<geo::Point const> places, std::span<double const> times,
               KnoxOptions const& options, geo::Job const& job)
{
    check(places, times, options);
    Knox found;
    found.options = options;
    if (places.size() < 2) {
        found.note = "the Knox test needs two cases or more";
        return found;
    }
    double const limit = reach(options.soon);
    auto const pairs = near_pairs(places, reach(options.near.value), job);
    auto const count = static_cast<double>(places.size());
    found.near = pairs.size();
    found.both = count_soon(pairs, times, limit);
    found.soon = soon_pairs(times, limit);
    found.expected = static_cast<double>(found.near) * static_cast<double>(found.soon) /
                     (0.5 * count * (count - 1.0));
    auto const replicates = static_cast<std::size_t>(options.replicates);
    std::atomic<std::size_t> as_many{0};
    std::atomic<std::size_t> done{0};
    geo::for_each_index(replicates, job.threads(), [&](std::size_t r) {
        job.at(static_cast<double>(done++) / static_cast<double>(replicates));
        as_many +=
            count_soon(pairs, shuffled(times, options.seed, r), limit) >= found.both ? 1U : 0U;
    });
    found.p_value = static_cast<double>(as_many + 1) / static_cast<double>(replicates + 1);
    return found;
}

}  // namespace marchland::analysis::scan
