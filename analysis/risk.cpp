#include "analysis/risk.hpp"

#include "analysis/gamma_poisson.hpp"
#include "geo/error.hpp"
#include "geo/parallel.hpp"
#include "geo/random.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

namespace marchland::analysis {
namespace {

using geo::CommuneId;
using geo::PerCommune;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// Evidence asks two things: is the interval narrow (ratio of its bounds), and does it rest on the
/// commune's own data (persons found or, at the region's rate, expected) and not on the prior alone.
constexpr double strong_ratio = 3.0;
constexpr double strong_count = 5.0;
constexpr double moderate_ratio = 6.0;
constexpr double moderate_count = 2.0;

constexpr std::array evidence_names{std::string_view{"none"}, std::string_view{"weak"},
                                    std::string_view{"moderate"}, std::string_view{"strong"}};

/// One commune that takes part: its share of people, its count, and what was expected.
struct Part {
    CommuneId id{};
    double people = 0.0;
    Observed observed;
    bool looked = true;  ///< there is a likelihood
    bool ranked = true;  ///< it can be told apart from others at all
};

bool known(double people) { return people > 0.0 && std::isfinite(people); }

/// Effort relative to its mean over people; 1 in a study without effort. Where somebody was found
/// although no effort is on record, the average effort is the fairest guess.
double effort_share(RiskInput const& input, CommuneId id, double mean)
{
    if (input.effort.empty()) {
        return 1.0;
    }
    double const share = mean > 0.0 ? input.effort[id] / mean : 0.0;
    return share == 0.0 && input.cases[id] > 0.0 ? 1.0 : share;
}

/// Exposure: people x years x effort share.
PerCommune<double> exposures(RiskInput const& input)
{
    PerCommune<double> exposure{input.cases.size(), nan};
    double people = 0.0;
    double weighted = 0.0;
    for (auto const id : exposure.ids()) {
        if (known(input.at_risk[id]) && !input.effort.empty()) {
            people += input.at_risk[id];
            weighted += input.at_risk[id] * input.effort[id];
        }
    }
    double const mean = weighted > 0.0 ? weighted / people : 0.0;
    for (auto const id : exposure.ids()) {
        if (!known(input.at_risk[id])) {
            continue;
        }
        exposure[id] = input.at_risk[id] * input.years * effort_share(input, id, mean);
    }
    return exposure;
}

std::vector<Part> parts_of(RiskInput const& input, Risk& risk)
{
    std::vector<Part> parts;
    double cases = 0.0;
    double exposure = 0.0;
    for (auto const id : risk.exposure.ids()) {
        if (known(input.at_risk[id])) {
            cases += input.cases[id];
            exposure += risk.exposure[id];
        }
    }
    risk.region_rate = exposure > 0.0 ? cases / exposure : 0.0;
    for (auto const id : risk.exposure.ids()) {
        if (known(input.at_risk[id])) {
            parts.push_back({id, input.at_risk[id],
                             {input.cases[id], risk.exposure[id] * risk.region_rate},
                             risk.exposure[id] > 0.0});
        }
    }
    // Without a case, or alone, no commune is above or below another.
    bool const comparable = cases > 0.0 && parts.size() > 1;
    for (auto& part : parts) {
        part.ranked = part.looked && comparable;
    }
    return parts;
}

std::vector<PriorPoint> prior_of(std::vector<Part> const& parts)
{
    std::vector<Observed> observed;
    for (auto const& part : parts) {
        if (part.looked && part.observed.expected > 0.0) {
            observed.push_back(part.observed);
        }
    }
    return prior_posterior(observed);
}

double posterior_mean(Part const& part, PriorPoint const& prior)
{
    double const cases = part.looked ? part.observed.cases : 0.0;
    double const expected = part.looked ? part.observed.expected : 0.0;
    return (prior.shape + cases) / (prior.shape / prior.mean + expected);
}

/// Divides by the at-risk-weighted mean, so that the region is 1.
void make_relative(std::vector<Part> const& parts, std::vector<double>& theta)
{
    double people = 0.0;
    double sum = 0.0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        people += parts[i].people;
        sum += parts[i].people * theta[i];
    }
    for (double& value : theta) {
        value *= people / sum;
    }
}

std::vector<double> means(std::vector<Part> const& parts, std::vector<PriorPoint> const& prior)
{
    std::vector<double> theta(parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i) {
        for (auto const& point : prior) {
            theta[i] += point.weight * posterior_mean(parts[i], point);
        }
    }
    make_relative(parts, theta);
    return theta;
}

PriorPoint const& drawn(std::vector<PriorPoint> const& prior, double uniform)
{
    double sum = 0.0;
    for (auto const& point : prior) {
        sum += point.weight;
        if (uniform < sum) {
            return point;
        }
    }
    return prior.back();
}

/// How many numbers a gamma draw may use; rejections beyond a few dozen do not happen.
constexpr std::uint64_t numbers_a_draw = 1U << 10U;

std::vector<double> draw_theta(std::vector<Part> const& parts, std::vector<PriorPoint> const& prior,
                               std::uint64_t seed, std::uint64_t draw)
{
    auto const& point = drawn(prior, geo::Random{seed, "risk-prior"}.uniform(draw));
    std::vector<double> theta(parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i) {
        auto const& part = parts[i];
        geo::Draws draws{geo::Random{seed, "risk", geo::index_of(part.id)}, draw * numbers_a_draw};
        double const cases = part.looked ? part.observed.cases : 0.0;
        double const expected = part.looked ? part.observed.expected : 0.0;
        theta[i] = draws.gamma(point.shape + cases) / (point.shape / point.mean + expected);
    }
    make_relative(parts, theta);
    return theta;
}

/// What communes are ordered by within one draw: exceedance is of the whole posterior, so that its
/// draws are ordered by the relative risk it is made of.
double measure(Part const& part, double theta, RankBy rank_by)
{
    if (!part.ranked) {
        return -std::numeric_limits<double>::infinity();  // not ranked: behind all that are
    }
    return rank_by == RankBy::expected ? theta * part.people : theta;
}

/// Rank 1 is the largest; equal values are ordered by commune, as in the table.
std::vector<float> ranks_of(std::vector<double> const& values)
{
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, [&values](std::size_t a, std::size_t b) {
        return values[a] != values[b] ? values[a] > values[b] : a < b;
    });
    std::vector<float> ranks(values.size());
    for (std::size_t place = 0; place < order.size(); ++place) {
        ranks[order[place]] = static_cast<float>(place + 1);
    }
    return ranks;
}

/// Posterior draws, one row a commune.
struct DrawTable {
    std::size_t draws;
    std::vector<float> theta;
    std::vector<float> rank;

    std::span<float> theta_of(std::size_t i) { return {&theta[i * draws], draws}; }
    std::span<float> rank_of(std::size_t i) { return {&rank[i * draws], draws}; }
};

DrawTable draw_all(std::vector<Part> const& parts, std::vector<PriorPoint> const& prior,
                   RiskOptions const& options, geo::Job const& job)
{
    auto const count = static_cast<std::size_t>(options.draws);
    DrawTable table{count, std::vector<float>(parts.size() * count),
                    std::vector<float>(parts.size() * count)};
    std::atomic<std::size_t> done{0};
    geo::for_each_index(count, job.threads(), [&](std::size_t draw) {
        job.at(static_cast<double>(done++) / static_cast<double>(count));
        auto theta = draw_theta(parts, prior, options.seed, draw);
        for (std::size_t i = 0; i < parts.size(); ++i) {
            table.theta[i * count + draw] = static_cast<float>(theta[i]);
            theta[i] = measure(parts[i], theta[i], options.rank_by);
        }
        auto const ranks = ranks_of(theta);
        for (std::size_t i = 0; i < parts.size(); ++i) {
            table.rank[i * count + draw] = ranks[i];
        }
    });
    return table;
}

/// The value below which a share of the draws lies. Reorders them.
double quantile(std::span<float> draws, double share)
{
    auto const place = static_cast<std::ptrdiff_t>(share * static_cast<double>(draws.size() - 1) + 0.5);
    std::ranges::nth_element(draws, draws.begin() + place);
    return static_cast<double>(draws[static_cast<std::size_t>(place)]);
}

double mean_of(std::span<float const> draws)
{
    double sum = 0.0;
    for (float const value : draws) {
        sum += static_cast<double>(value);
    }
    return sum / static_cast<double>(draws.size());
}

Evidence evidence_of(Part const& part, double lower, double upper)
{
    if (!part.looked) {
        return Evidence::none;
    }
    if (!part.ranked) {
        return Evidence::weak;
    }
    double const ratio = lower > 0.0 ? upper / lower : std::numeric_limits<double>::infinity();
    double const count = std::max(part.observed.cases, part.observed.expected);
    return ratio <= strong_ratio && count >= strong_count       ? Evidence::strong
           : ratio <= moderate_ratio && count >= moderate_count ? Evidence::moderate
                                                                : Evidence::weak;
}

void summarise(std::vector<Part> const& parts, std::vector<double> const& theta, DrawTable& table,
               RiskOptions const& options, Risk& risk)
{
    double const tail = (1.0 - options.coverage) / 2.0;
    std::vector<double> order(parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i) {
        auto const id = parts[i].id;
        auto const draws = table.theta_of(i);
        auto const ranks = table.rank_of(i);
        risk.relative_risk[id] = theta[i];
        risk.lower[id] = std::min(theta[i], quantile(draws, tail));
        risk.upper[id] = std::max(theta[i], quantile(draws, 1.0 - tail));
        risk.exceedance[id] =
            static_cast<double>(std::ranges::count_if(draws, [](float x) { return x > 1.0F; })) /
            static_cast<double>(draws.size());
        risk.expected[id] = theta[i] * risk.region_rate * parts[i].people;
        if (parts[i].ranked) {
            risk.expected_rank[id] = mean_of(ranks);
            risk.rank_lower[id] = quantile(ranks, tail);
            risk.rank_upper[id] = quantile(ranks, 1.0 - tail);
        }
        risk.evidence[id] = evidence_of(parts[i], risk.lower[id], risk.upper[id]);
        bool const by_chance = options.rank_by == RankBy::exceedance && parts[i].ranked;
        order[i] = by_chance ? risk.exceedance[id] : measure(parts[i], theta[i], options.rank_by);
    }
    auto const ranks = ranks_of(order);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        auto const id = parts[i].id;
        if (!parts[i].ranked) {
            continue;
        }
        // The rank of the posterior mean may be rarer among the draws than the interval's tail: a range
        // that leaves out the rank beside it would help nobody.
        auto const rank = static_cast<double>(ranks[i]);
        risk.rank[id] = static_cast<std::int64_t>(ranks[i]);
        risk.rank_lower[id] = std::min(risk.rank_lower[id], rank);
        risk.rank_upper[id] = std::max(risk.rank_upper[id], rank);
    }
}

Risk empty_risk(std::size_t n)
{
    PerCommune<double> const none{n, nan};
    return {.relative_risk = none,
            .lower = none,
            .upper = none,
            .exceedance = none,
            .expected = none,
            .rank = PerCommune<std::int64_t>{n, 0},
            .expected_rank = none,
            .rank_lower = none,
            .rank_upper = none,
            .evidence = PerCommune<Evidence>{n, Evidence::none}};
}

}  // namespace

std::string_view name_of(Evidence evidence)
{
    return evidence_names.at(static_cast<std::size_t>(evidence));
}

Risk risk_of(RiskInput const& input, RiskOptions const& options, geo::Job const& job)
{
    auto const n = input.cases.size();
    if (input.at_risk.size() != n || (!input.effort.empty() && input.effort.size() != n)) {
        throw geo::Error{geo::Trouble::usage, "risk needs one figure of each kind for each commune"};
    }
    if (options.draws < 1 || !(options.coverage > 0.0 && options.coverage < 1.0)) {
        throw geo::Error{geo::Trouble::usage, "risk needs 1 draw or more, and a coverage between 0 and 1"};
    }
    auto risk = empty_risk(n);
    risk.exposure = exposures(input);
    auto const parts = parts_of(input, risk);
    if (parts.empty()) {
        return risk;
    }
    auto const prior = prior_of(parts);
    for (auto const& point : prior) {
        risk.spread += point.weight / std::sqrt(point.shape);
    }
    auto table = draw_all(parts, prior, options, job);
    summarise(parts, means(parts, prior), table, options, risk);
    return risk;
}

}  // namespace marchland::analysis
