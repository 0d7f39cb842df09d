#include "analysis/scan/replicates.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace marchland::analysis::scan {
namespace {

/// Sums of logarithms; Stirling's series would do, but a table is exact enough and as fast.
std::vector<double> log_factorials(std::uint64_t largest)
{
    std::vector<double> table(largest + 1, 0.0);
    for (std::size_t i = 1; i <= largest; ++i) {
        table[i] = table[i - 1] + std::log(static_cast<double>(i));
    }
    return table;
}

/// One multiplication for each value passed, from 0 up. \pre n p is small
std::uint64_t by_inversion(geo::Draws& draws, double n, double p)
{
    double const odds = p / (1.0 - p);
    for (;;) {
        double chance = std::exp(n * std::log1p(-p));
        double left = draws.uniform();
        for (double x = 0.0; x <= n; x += 1.0) {
            if (left < chance) {
                return static_cast<std::uint64_t>(x);
            }
            left -= chance;
            chance *= odds * (n - x) / (x + 1.0);
        }
    }  // rounding left nothing to land on: draw again
}

}  // namespace

Binomial::Binomial(std::uint64_t largest_n) : log_factorial_{log_factorials(largest_n)} {}

std::uint64_t Binomial::operator()(geo::Draws& draws, std::uint64_t n, double p) const
{
    if (n == 0 || p <= 0.0) {
        return 0;
    }
    if (p >= 1.0) {
        return n;
    }
    if (p > 0.5) {
        return n - (*this)(draws, n, 1.0 - p);
    }
    double const count = static_cast<double>(n);
    return count * p < 10.0 ? by_inversion(draws, count, p) : rejected(draws, count, p);
}

std::uint64_t Binomial::rejected(geo::Draws& draws, double n, double p) const
{
    double const spread = std::sqrt(n * p * (1.0 - p));
    double const b = 1.15 + 2.53 * spread;
    double const a = -0.0873 + 0.0248 * b + 0.01 * p;
    double const c = n * p + 0.5;
    double const v_r = 0.92 - 4.2 / b;
    double const alpha = (2.83 + 5.1 / b) * spread;
    double const log_odds = std::log(p / (1.0 - p));
    auto const mode = static_cast<std::size_t>((n + 1.0) * p);
    auto const whole = static_cast<std::size_t>(n);
    double const at_mode = log_factorial_[mode] + log_factorial_[whole - mode];
    for (;;) {
        double const u = draws.uniform() - 0.5;
        double const v = draws.uniform();
        double const us = 0.5 - std::abs(u);
        double const k = std::floor((2.0 * a / us + b) * u + c);
        if (k < 0.0 || k > n) {
            continue;
        }
        if (us >= 0.07 && v <= v_r) {
            return static_cast<std::uint64_t>(k);
        }
        auto const x = static_cast<std::size_t>(k);
        double const scaled = std::log(v * alpha / (a / (us * us) + b));
        double const target = at_mode - log_factorial_[x] - log_factorial_[whole - x] +
                              (k - static_cast<double>(mode)) * log_odds;
        if (scaled <= target) {
            return x;
        }
    }
}

ReplicateDraws::ReplicateDraws(ScanProblem const& problem)
    : problem_{problem}, binomial_{problem.model == ScanModel::poisson ? problem.total_cases : 0}
{
    auto const cells = problem.weight.size();
    if (problem.model == ScanModel::bernoulli) {
        persons_until_.resize(cells);
        std::partial_sum(problem.weight.begin(), problem.weight.end(), persons_until_.begin());
    } else if (problem.model == ScanModel::permutation) {
        for (std::size_t cell = 0; cell < cells; ++cell) {
            case_commune_.insert(case_commune_.end(), problem.cases[cell],
                                 static_cast<std::uint32_t>(cell / problem.steps));
            case_step_.insert(case_step_.end(), problem.cases[cell],
                              static_cast<std::uint32_t>(cell % problem.steps));
        }
    } else if (problem.total_cases <= 8 * cells) {
        // Each cell holds total_weight in units of 1/cells; those that lack are filled by those
        // that have.
        __extension__ using Wide = unsigned __int128;
        std::vector<Wide> has(cells);
        std::vector<std::uint32_t> lacking;
        std::vector<std::uint32_t> rich;
        for (std::size_t i = 0; i < cells; ++i) {
            has[i] = static_cast<Wide>(problem.weight[i]) * cells;
            (has[i] < problem.total_weight ? lacking : rich)
                .push_back(static_cast<std::uint32_t>(i));
        }
        alias_.resize(cells);
        while (!lacking.empty() && !rich.empty()) {
            auto const poor = lacking.back();
            auto const giver = rich.back();
            lacking.pop_back();
            alias_[poor] = {static_cast<std::uint64_t>(has[poor]), giver};
            has[giver] -= problem.total_weight - has[poor];
            if (has[giver] < problem.total_weight) {
                rich.pop_back();
                lacking.push_back(giver);
            }
        }
        for (auto const i : rich) {
            alias_[i] = {problem.total_weight, i};
        }
    }
}

void ReplicateDraws::operator()(std::uint64_t replicate, std::span<std::uint32_t> counts) const
{
    std::ranges::fill(counts, 0U);
    geo::Draws draws{geo::Random{problem_.options.seed, "scan", replicate}};
    if (problem_.model == ScanModel::bernoulli) {
        without_replacement(draws, counts);
    } else if (problem_.model == ScanModel::permutation) {
        new_dates(draws, counts);
    } else if (!alias_.empty()) {
        by_alias(draws, counts);
    } else {
        by_splitting(draws, counts);
    }
}

void ReplicateDraws::by_alias(geo::Draws& draws, std::span<std::uint32_t> counts) const
{
    for (std::uint64_t i = 0; i < problem_.total_cases; ++i) {
        // total_weight is below 2^53 and cells below 2^32, so one draw of both loses nothing that
        // shows.
        __extension__ using Wide = unsigned __int128;
        Wide const both = static_cast<Wide>(draws.below(~std::uint64_t{0})) * alias_.size();
        auto const cell = static_cast<std::size_t>(both >> 64U);
        auto const rest = static_cast<std::uint64_t>(
            (static_cast<Wide>(static_cast<std::uint64_t>(both)) * problem_.total_weight) >> 64U);
        ++counts[rest < alias_[cell].keep ? cell : alias_[cell].other];
    }
}

void ReplicateDraws::by_splitting(geo::Draws& draws, std::span<std::uint32_t> counts) const
{
    auto left = problem_.total_cases;
    auto weight = problem_.total_weight;
    for (std::size_t i = 0; i < counts.size() && left > 0; ++i) {
        auto const own = problem_.weight[i];
        double const p =
            own == weight ? 1.0 : static_cast<double>(own) / static_cast<double>(weight);
        auto const drawn = binomial_(draws, left, p);
        counts[i] = static_cast<std::uint32_t>(drawn);
        left -= drawn;
        weight -= own;
    }
}

void ReplicateDraws::without_replacement(geo::Draws& draws, std::span<std::uint32_t> counts) const
{
    auto const persons = problem_.total_weight;
    bool const draw_controls = problem_.total_cases > persons / 2;  // the smaller group is drawn
    auto const wanted = draw_controls ? persons - problem_.total_cases : problem_.total_cases;
    std::vector<bool> taken(persons, false);
    for (std::uint64_t i = 0; i < wanted;) {
        auto const person = draws.below(persons);
        if (taken[person]) {
            continue;
        }
        taken[person] = true;
        ++i;
        auto const place =
            std::ranges::upper_bound(persons_until_, person) - persons_until_.begin();
        ++counts[static_cast<std::size_t>(place)];
    }
    for (std::size_t i = 0; draw_controls && i < counts.size(); ++i) {
        counts[i] = static_cast<std::uint32_t>(problem_.weight[i]) - counts[i];
    }
}

void ReplicateDraws::new_dates(geo::Draws& draws, std::span<std::uint32_t> counts) const
{
    auto steps = case_step_;
    for (std::size_t i = steps.size(); i > 1; --i) {
        std::swap(steps[i - 1], steps[draws.below(i)]);
    }
    for (std::size_t i = 0; i < steps.size(); ++i) {
        ++counts[case_commune_[i] * problem_.steps + steps[i]];
    }
}

}  // namespace marchland::analysis::scan
