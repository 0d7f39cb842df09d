#include "analysis/scan/scan.hpp"

#include "analysis/scan/clusters.hpp"
#include "analysis/scan/require.hpp"
#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/text.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>
#include <utility>

namespace marchland::analysis::scan {
namespace {

using geo::Error;
using geo::Trouble;

constexpr std::uint64_t most_cases = 10'000'000;
constexpr std::size_t most_steps = 400;
constexpr std::uint64_t most_persons = 20'000'000;

void check(ScanOptions const& options, WindowFamily const& family)
{
    require(options.replicates >= 1 && options.replicates <= 999'999,
            "a scan takes 1 to 999999 replicates, not " + std::to_string(options.replicates));
    require(options.max_share > 0.0 && options.max_share <= 0.5,
            "the largest window of a scan is a share above 0 and at most 0.5, not " +
                geo::told(options.max_share));
    require(options.stop_after >= 0, "a scan cannot stop after a negative number of replicates");
    require(!options.isotonic || options.rates == ScanFor::high,
            "the isotonic scan looks for high rates only");
    for (auto const& row : family.rows) {
        require(geo::index_of(row.centre) < family.communes && row.penalty > 0.0 &&
                    row.penalty <= 1.0,
                "a window of the scan has no centre or no penalty in (0, 1]");
    }
}

std::string place_of(std::size_t cell, std::size_t steps)
{
    auto const commune = "commune number " + std::to_string(cell / steps + 1);
    return steps > 1 ? commune + ", step " + std::to_string(cell % steps + 1) : commune;
}

void check_expected(std::span<std::uint32_t const> cases, std::span<double const> expected,
                    std::size_t steps)
{
    for (std::size_t i = 0; i < expected.size(); ++i) {
        require(std::isfinite(expected[i]) && expected[i] >= 0.0,
                place_of(i, steps) + ": the expected number is negative or not a number");
        require(cases[i] == 0 || expected[i] > 0.0,
                place_of(i, steps) + " has " + std::to_string(cases[i]) +
                    " cases where none can be expected: its population or effort is 0 or missing");
    }
}

ScanProblem problem_with(ScanModel model, std::span<std::uint32_t const> cases, std::size_t steps,
                         ScanOptions const& options)
{
    ScanProblem problem;
    problem.model = model;
    problem.steps = steps;
    problem.communes = cases.size() / steps;
    problem.cases.assign(cases.begin(), cases.end());
    problem.total_cases = std::accumulate(cases.begin(), cases.end(), std::uint64_t{0});
    problem.options = options;
    problem.intervals = {{0, 0}};
    require(problem.total_cases <= most_cases, "a scan takes up to 10 million cases");
    return problem;
}

void set_weights(std::vector<std::uint64_t> weights, ScanProblem& problem)
{
    problem.weight = std::move(weights);
    problem.total_weight =
        std::accumulate(problem.weight.begin(), problem.weight.end(), std::uint64_t{0});
}

/// By what is expected, unless the caller says otherwise.
void set_sizes(geo::PerCommune<double> const& size, ScanProblem& problem)
{
    problem.size.assign(problem.communes, 0.0);
    for (std::size_t cell = 0; size.empty() && cell < problem.weight.size(); ++cell) {
        problem.size[cell / problem.steps] += static_cast<double>(problem.weight[cell]);
    }
    for (auto const id : size.ids()) {
        require(std::isfinite(size[id]) && size[id] >= 0.0,
                place_of(geo::index_of(id), 1) + ": the population is negative or not a number");
        problem.size[geo::index_of(id)] = size[id];
    }
    problem.largest =
        problem.options.max_share * std::accumulate(problem.size.begin(), problem.size.end(), 0.0);
}

std::vector<Interval> intervals_of(std::size_t steps, ScanTime const& time)
{
    require(steps <= most_steps, "a space-time scan takes up to " + std::to_string(most_steps) +
                                     " steps of time, not " + std::to_string(steps) +
                                     ": choose longer steps");
    require(time.max_share > 0.0 && time.max_share <= 1.0,
            "the longest period of a scan is a share above 0 and at most 1 of the time");
    auto const longest =
        static_cast<std::size_t>(time.max_share * static_cast<double>(steps) + 1e-9);
    std::vector<Interval> intervals;
    for (std::size_t from = 0; from < steps; ++from) {
        for (std::size_t to = time.prospective ? steps - 1 : from; to < steps; ++to) {
            auto const length = to - from + 1;
            if (length <= longest || (time.whole_time_too && length == steps)) {
                intervals.push_back(
                    {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to)});
            }
        }
    }
    return intervals;
}

std::string why_none(ScanProblem const& problem, WindowFamily const& family)
{
    if (problem.communes < 2 || family.rows.empty()) {
        return "a scan needs two communes or more";
    }
    if (problem.total_cases == 0) {
        return "there are no cases to scan";
    }
    if (problem.intervals.empty()) {
        return "time has too few steps for the longest period allowed";
    }
    if (problem.model == ScanModel::bernoulli && problem.total_cases == problem.total_weight) {
        return "there are no controls to compare with";
    }
    return {};
}

Scan run(ScanProblem const& problem, WindowFamily const& family, geo::Job const& job)
{
    require(family.communes == problem.communes,
            "the windows of the scan are for " + std::to_string(family.communes) +
                " communes, the cases for " + std::to_string(problem.communes));
    check(problem.options, family);
    Scan scan;
    scan.options = problem.options;
    scan.cases = problem.total_cases;
    scan.note = why_none(problem, family);
    if (!scan.note.empty()) {
        return scan;
    }
    auto found = search(problem, family, job);
    scan.windows = found.windows;
    scan.maxima = std::move(found.maxima);
    if (scan.windows == 0) {
        scan.note = "every commune alone is larger than the largest window allowed";
        scan.maxima.clear();
        return scan;
    }
    list_clusters(problem, family, found, job, scan);
    return scan;
}

}  // namespace

std::vector<std::uint64_t> whole_weights(std::span<double const> values)
{
    double const sum = std::accumulate(values.begin(), values.end(), 0.0);
    std::vector<std::uint64_t> weights(values.size(), 0);
    if (!(sum > 0.0)) {
        return weights;
    }
    int exponent = 0;
    std::frexp(sum, &exponent);
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (values[i] > 0.0) {
            weights[i] = std::max<std::uint64_t>(
                1, static_cast<std::uint64_t>(std::llround(std::ldexp(values[i], 52 - exponent))));
        }
    }
    return weights;
}

Scan scan_poisson(geo::PerCommune<std::uint32_t> const& cases,
                  geo::PerCommune<double> const& expected, WindowFamily const& family,
                  ScanOptions const& options, geo::PerCommune<double> const& size,
                  geo::Job const& job)
{
    require(cases.size() == expected.size() && (size.empty() || size.size() == cases.size()),
            "cases, expected numbers and sizes of a scan are for different numbers of communes");
    check_expected(cases.span(), expected.span(), 1);
    auto problem = problem_with(ScanModel::poisson, cases.span(), 1, options);
    set_weights(whole_weights(expected.span()), problem);
    set_sizes(size, problem);
    return run(problem, family, job);
}

Scan scan_bernoulli(geo::PerCommune<std::uint32_t> const& cases,
                    geo::PerCommune<std::uint32_t> const& controls, WindowFamily const& family,
                    ScanOptions const& options, geo::Job const& job)
{
    require(cases.size() == controls.size(),
            "cases and controls are for different numbers of communes");
    require(!options.isotonic, "the isotonic scan is for counts against what is expected");
    auto problem = problem_with(ScanModel::bernoulli, cases.span(), 1, options);
    std::vector<std::uint64_t> persons;
    for (auto const id : cases.ids()) {
        persons.push_back(std::uint64_t{cases[id]} + controls[id]);
    }
    set_weights(std::move(persons), problem);
    require(problem.total_weight <= most_persons,
            "a scan takes up to 20 million cases and controls");
    set_sizes({}, problem);
    return run(problem, family, job);
}

Scan scan_space_time(std::span<std::uint32_t const> cases, std::span<double const> expected,
                     std::size_t steps, WindowFamily const& family, ScanTime const& time,
                     ScanOptions const& options, geo::Job const& job)
{
    require(
        steps >= 1 && cases.size() % steps == 0 && cases.size() == expected.size(),
        "cases and expected numbers of a space-time scan are not one for each commune and step");
    require(!options.isotonic, "the isotonic scan is without time");
    check_expected(cases, expected, steps);
    auto problem = problem_with(ScanModel::poisson, cases, steps, options);
    set_weights(whole_weights(expected), problem);
    set_sizes({}, problem);
    problem.intervals = intervals_of(steps, time);
    return run(problem, family, job);
}

Scan scan_permutation(std::span<std::uint32_t const> cases, std::size_t steps,
                      WindowFamily const& family, ScanTime const& time, ScanOptions const& options,
                      geo::Job const& job)
{
    require(steps >= 1 && cases.size() % steps == 0,
            "cases of a space-time scan are not one for each commune and step");
    require(!options.isotonic, "the isotonic scan is without time");
    auto problem = problem_with(ScanModel::permutation, cases, steps, options);
    require(problem.total_cases <= 1'000'000, "a permutation scan takes up to a million cases");
    // Expected of a cell is cases of the commune x cases of the step / all: whole numbers but for a
    // factor.
    std::vector<std::uint64_t> of_step(steps, 0);
    std::vector<std::uint64_t> of_commune(problem.communes, 0);
    for (std::size_t cell = 0; cell < cases.size(); ++cell) {
        of_commune[cell / steps] += cases[cell];
        of_step[cell % steps] += cases[cell];
    }
    std::vector<std::uint64_t> weights(cases.size());
    for (std::size_t cell = 0; cell < cases.size(); ++cell) {
        weights[cell] = of_commune[cell / steps] * of_step[cell % steps];
    }
    set_weights(std::move(weights), problem);
    set_sizes({}, problem);
    problem.intervals = intervals_of(steps, time);
    return run(problem, family, job);
}

}  // namespace marchland::analysis::scan
