#include "analysis/scan/tango.hpp"

#include "analysis/scan/replicates.hpp"
#include "analysis/scan/require.hpp"
#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <numeric>
#include <span>

namespace marchland::analysis::scan {
namespace {

/// Whole numbers of 2^-44, so that statistics that are equal but for rounding tie.
using Fixed = std::int64_t;
constexpr std::size_t most_communes = 5000;

void check(geo::PerCommune<std::uint32_t> const& cases, geo::PerCommune<double> const& expected,
           geo::PerCommune<geo::Point> const& places, TangoOptions const& options)
{
    require(cases.size() == expected.size() && cases.size() == places.size(),
            "cases, expected numbers and places are for different numbers of communes");
    require(cases.size() <= most_communes, "Tango's test takes up to 5000 communes, not " +
                                               std::to_string(cases.size()) +
                                               ": its table has a cell for each pair");
    require(options.replicates >= 1 && options.replicates <= 999'999,
            "Tango's test takes 1 to 999999 replicates, not " + std::to_string(options.replicates));
    require(
        std::ranges::all_of(options.scales, [](double s) { return std::isfinite(s) && s > 0.0; }),
        "the scales of Tango's test are lengths above 0");
    for (auto const id : cases.ids()) {
        auto const name = "commune number " + std::to_string(geo::index_of(id) + 1);
        require(std::isfinite(expected[id]) && expected[id] >= 0.0,
                name + ": the expected number is negative or not a number");
        require(cases[id] == 0 || expected[id] > 0.0,
                name + " has " + std::to_string(cases[id]) + " cases where none can be expected");
        require(std::isfinite(places[id].x) && std::isfinite(places[id].y),
                "the place of " + name + " is not a pair of numbers");
    }
}

std::vector<double> default_scales(std::vector<geo::Point> const& places)
{
    double most = 0.0;
    for (auto const& a : places) {
        for (auto const& b : places) {
            most = std::max(most, geo::distance(a, b));
        }
    }
    std::vector<double> scales;
    for (int step = 1; step <= 10 && most > 0.0; ++step) {
        scales.push_back(0.05 * step * most);
    }
    return scales;
}

/// How near each pair is at one scale, and the parts of C that do not change between replicates.
class Closeness {
public:
    Closeness(std::vector<geo::Point> const& places, std::vector<double> const& share, double scale,
              geo::Job const& job)
        : count_{places.size()}, near_(places.size() * places.size()), pull_(places.size(), 0.0)
    {
        geo::for_each_index(count_, job.threads(), [&](std::size_t i) {
            job.at(0.0);
            for (std::size_t j = 0; j < count_; ++j) {
                double const apart = geo::distance(places[i], places[j]) / scale;
                near_[i * count_ + j] = std::exp(-4.0 * apart * apart);
                pull_[i] += near_[i * count_ + j] * share[j];
            }
        });
        for (std::size_t i = 0; i < count_; ++i) {
            constant_ += share[i] * pull_[i];
        }
    }

    /// (r - p)' A (r - p), from the communes that have cases only.
    Fixed statistic(std::span<std::uint32_t const> cases, double total) const
    {
        std::vector<std::uint32_t> with;
        for (std::uint32_t i = 0; i < count_; ++i) {
            if (cases[i] > 0) {
                with.push_back(i);
            }
        }
        double squares = 0.0;
        double cross = 0.0;
        for (auto const i : with) {
            double row = 0.0;
            for (auto const j : with) {
                row += near_[i * count_ + j] * static_cast<double>(cases[j]);
            }
            squares += row * static_cast<double>(cases[i]);
            cross += pull_[i] * static_cast<double>(cases[i]);
        }
        double const value = squares / (total * total) - 2.0 * cross / total + constant_;
        return std::llround(value * 0x1.0p44);
    }

private:
    std::size_t count_;
    std::vector<double> near_;
    std::vector<double> pull_;  ///< A p
    double constant_ = 0.0;     ///< p' A p
};

/// Share of all values, itself included, that are at least as large.
std::vector<double> ranks_of(std::vector<Fixed> const& values)
{
    auto sorted = values;
    std::ranges::sort(sorted);
    std::vector<double> p;
    for (auto const value : values) {
        auto const as_large = sorted.end() - std::ranges::lower_bound(sorted, value);
        p.push_back(static_cast<double>(as_large) / static_cast<double>(values.size()));
    }
    return p;
}

ScanProblem chance_of(geo::PerCommune<std::uint32_t> const& cases,
                      geo::PerCommune<double> const& expected, std::uint64_t seed)
{
    ScanProblem problem{.model = ScanModel::poisson, .communes = cases.size()};
    problem.cases.assign(cases.begin(), cases.end());
    problem.weight = whole_weights(expected.span());
    problem.total_cases = std::accumulate(cases.begin(), cases.end(), std::uint64_t{0});
    problem.total_weight =
        std::accumulate(problem.weight.begin(), problem.weight.end(), std::uint64_t{0});
    problem.options.seed = seed;
    return problem;
}

/// The data first, then every replicate.
std::vector<Fixed> statistics(ScanProblem const& problem, ReplicateDraws const& draws,
                              Closeness const& closeness, std::size_t replicates,
                              geo::Job const& job)
{
    auto const total = static_cast<double>(problem.total_cases);
    std::vector<Fixed> values(replicates + 1);
    values[0] = closeness.statistic(problem.cases, total);
    std::atomic<std::size_t> done{0};
    geo::for_each_index(replicates, job.threads(), [&](std::size_t r) {
        job.at(static_cast<double>(done++) / static_cast<double>(replicates));
        std::vector<std::uint32_t> counts(problem.communes);
        draws(r, counts);
        values[r + 1] = closeness.statistic(counts, total);
    });
    return values;
}

}  // namespace

Tango tango_test(geo::PerCommune<std::uint32_t> const& cases,
                 geo::PerCommune<double> const& expected, geo::PerCommune<geo::Point> const& places,
                 TangoOptions const& options, geo::Job const& job)
{
    check(cases, expected, places, options);
    std::vector<geo::Point> const points{places.begin(), places.end()};
    auto const problem = chance_of(cases, expected, options.seed);
    Tango found;
    found.options = options;
    found.scales = options.scales.empty() ? default_scales(points) : options.scales;
    if (problem.total_cases == 0 || found.scales.empty()) {
        found.note = problem.total_cases == 0 ? "there are no cases to test"
                                              : "all communes are at one place";
        return found;
    }
    ReplicateDraws const draws{problem};
    std::vector<double> share;
    for (auto const weight : problem.weight) {
        share.push_back(static_cast<double>(weight) / static_cast<double>(problem.total_weight));
    }
    auto const replicates = static_cast<std::size_t>(options.replicates);
    std::vector<double> smallest(replicates + 1, 1.0);
    for (std::size_t s = 0; s < found.scales.size(); ++s) {
        auto const many = static_cast<double>(found.scales.size());
        auto const part =
            job.part(static_cast<double>(s) / many, static_cast<double>(s + 1) / many);
        Closeness const closeness{points, share, found.scales[s], part};
        auto const values = statistics(problem, draws, closeness, replicates, part);
        auto const p = ranks_of(values);
        found.statistic.push_back(static_cast<double>(values[0]) * 0x1.0p-44);
        found.p_at_scale.push_back(p[0]);
        std::ranges::transform(smallest, p, smallest.begin(),
                               [](double a, double b) { return std::min(a, b); });
    }
    found.best_scale = found.scales[static_cast<std::size_t>(
        std::ranges::min_element(found.p_at_scale) - found.p_at_scale.begin())];
    auto const as_small =
        std::ranges::count_if(smallest, [&](double p) { return p <= smallest[0]; });
    found.p_value = static_cast<double>(as_small) / static_cast<double>(replicates + 1);
    return found;
}

}  // namespace marchland::analysis::scan
