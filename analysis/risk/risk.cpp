#include "analysis/risk/risk.hpp"

#include "analysis/numerics/distributions.hpp"
#include "analysis/risk/parts.hpp"
#include "analysis/risk/posterior.hpp"
#include "analysis/risk/ranks.hpp"
#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/numbers.hpp"
#include "geo/vocabulary/parallel.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace marchland::analysis::risk {
namespace {

using geo::PerCommune;

/// Evidence asks two things: is the interval narrow (ratio of its bounds), and does it rest on the
/// commune's own data (persons found or, at the region's rate, expected) and not on the prior alone.
constexpr double strong_ratio = 3.0;
constexpr double strong_count = 5.0;
constexpr double moderate_ratio = 6.0;
constexpr double moderate_count = 2.0;

constexpr double power = 0.80;
constexpr double false_alarm = 0.05;

/// Draws and their ranks are kept; this many numbers of each at most.
constexpr std::size_t most_kept = 50'000'000;
constexpr std::size_t fewest_draws = 400;

constexpr std::array evidence_names{std::string_view{"none"}, std::string_view{"weak"},
                                    std::string_view{"moderate"}, std::string_view{"strong"}};
constexpr std::array model_names{std::string_view{"bym2"}, std::string_view{"bym2-negbin"},
                                 std::string_view{"gamma-poisson"}};
constexpr std::array rank_names{std::string_view{"expected"}, std::string_view{"relative_risk"},
                                std::string_view{"exceedance"}};

Evidence evidence_of(Part const& part, double lower, double upper)
{
    if (!part.looked) {
        return Evidence::none;
    }
    if (!part.ranked) {
        return Evidence::weak;
    }
    double const ratio = lower > 0.0 ? upper / lower : geo::infinite;
    double const count = std::max(part.observed.cases, part.observed.expected);
    return ratio <= strong_ratio && count >= strong_count       ? Evidence::strong
           : ratio <= moderate_ratio && count >= moderate_count ? Evidence::moderate
                                                                : Evidence::weak;
}

/// The smallest relative risk at which this effort would have found a count that chance rarely brings.
double detectable_risk(Part const& part)
{
    double const expected = part.observed.expected;
    if (!part.looked || !(expected > 0.0)) {
        return geo::unknown;
    }
    double rare = 1.0;
    while (numerics::poisson_tail(expected, rare - 1.0) > false_alarm) {
        rare += 1.0;
    }
    return numerics::gamma_quantile(rare, power) / expected;
}

double mean_of(std::span<float const> draws)
{
    double sum = 0.0;
    for (float const value : draws) {
        sum += static_cast<double>(value);
    }
    return sum / static_cast<double>(draws.size());
}

double share_of(std::span<float const> draws, auto const& holds)
{
    return static_cast<double>(std::ranges::count_if(draws, holds)) /
           static_cast<double>(draws.size());
}

Risk empty_risk(std::size_t n)
{
    PerCommune<double> const none{n, geo::unknown};
    return {.relative_risk = none,
            .lower = none,
            .upper = none,
            .exceedance = none,
            .expected = none,
            .rank = PerCommune<std::int64_t>{n, 0},
            .expected_rank = none,
            .rank_lower = none,
            .rank_upper = none,
            .top_chance = none,
            .group = PerCommune<std::int64_t>{n, 0},
            .evidence = PerCommune<Evidence>{n, Evidence::none},
            .detectable = none,
            .why = {none, none, none, none, none, none, none}};
}

/// Puts the posterior of each part into the columns.
class Summary {
public:
    Summary(std::vector<Part> const& parts, RiskPosterior const& posterior, DrawTable const& table,
            RiskOptions const& options, Risk& risk)
        : parts_{parts}, table_{table}, options_{options}, risk_{risk}, theta_{posterior.mean}
    {
        make_relative(parts_, theta_);
    }

    void fill(geo::Job const& job)
    {
        std::vector<double> order(parts_.size());
        geo::for_each_index(parts_.size(), job.threads(), [&](std::size_t i) {
            fill_estimate(i);
            fill_ranks(i);
            bool const by_chance = options_.rank_by == RankBy::exceedance && parts_[i].ranked;
            order[i] = by_chance ? risk_.exceedance[parts_[i].id]
                                 : measure(parts_[i], theta_[i], options_.rank_by);
        });
        auto const ranks = ranks_of(order);
        auto const groups = groups_of(parts_, ranks, table_);
        for (std::size_t i = 0; i < parts_.size(); ++i) {
            if (parts_[i].ranked) {
                fill_rank(i, ranks[i], groups[i]);
            }
        }
    }

private:
    void fill_estimate(std::size_t i)
    {
        auto const& part = parts_[i];
        auto const id = part.id;
        auto const draws = table_.theta_of(i);
        double const tail = (1.0 - options_.coverage) / 2.0;
        risk_.relative_risk[id] = theta_[i];
        risk_.lower[id] = std::min(theta_[i], quantile(draws, tail));
        risk_.upper[id] = std::max(theta_[i], quantile(draws, 1.0 - tail));
        risk_.exceedance[id] = share_of(draws, [](float x) { return x > 1.0F; });
        risk_.expected[id] = theta_[i] * risk_.region_rate * part.weight();
        risk_.evidence[id] = evidence_of(part, risk_.lower[id], risk_.upper[id]);
        risk_.detectable[id] = detectable_risk(part);
    }

    void fill_ranks(std::size_t i)
    {
        if (!parts_[i].ranked) {
            return;
        }
        auto const id = parts_[i].id;
        auto const ranks = table_.rank_of(i);
        double const tail = (1.0 - options_.coverage) / 2.0;
        risk_.expected_rank[id] = mean_of(ranks);
        risk_.rank_lower[id] = quantile(ranks, tail);
        risk_.rank_upper[id] = quantile(ranks, 1.0 - tail);
        auto const top = static_cast<float>(options_.top);
        risk_.top_chance[id] = share_of(ranks, [top](float rank) { return rank <= top; });
    }

    /// The rank of the posterior mean may be rarer among the draws than the interval's tail: a range
    /// that leaves out the rank beside it would help nobody.
    void fill_rank(std::size_t i, float rank, std::int64_t group)
    {
        auto const id = parts_[i].id;
        risk_.rank[id] = static_cast<std::int64_t>(rank);
        risk_.group[id] = group;
        risk_.rank_lower[id] = std::min(risk_.rank_lower[id], static_cast<double>(rank));
        risk_.rank_upper[id] = std::max(risk_.rank_upper[id], static_cast<double>(rank));
    }

    std::vector<Part> const& parts_;
    DrawTable const& table_;
    RiskOptions const& options_;
    Risk& risk_;
    std::vector<double> theta_;
};

std::vector<double> less_mean(std::vector<double> values)
{
    double mean = 0.0;
    for (double const value : values) {
        mean += value / static_cast<double>(values.size());
    }
    for (double& value : values) {
        value -= mean;
    }
    return values;
}

/// The score is the log of people x risk; each part of it is taken against its mean over the communes,
/// so that the parts add up to the score.
void explain(std::vector<Part> const& parts, RiskPosterior const& posterior, Explanation& why)
{
    std::vector<double> people;
    std::vector<double> score;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        people.push_back(std::log(parts[i].weight()));
        score.push_back(people.back() + posterior.log_mean[i]);
    }
    auto const fill = [&](PerCommune<double>& column, std::vector<double> const& values) {
        for (std::size_t i = 0; i < parts.size(); ++i) {
            column[parts[i].id] = values[i];
        }
    };
    fill(why.score, less_mean(std::move(score)));
    fill(why.people, less_mean(std::move(people)));
    fill(why.indicators, less_mean(posterior.indicators));
    fill(why.exposure, less_mean(posterior.exposure));
    fill(why.neighbours, less_mean(posterior.neighbours));
    fill(why.itself, less_mean(posterior.itself));
    fill(why.hour_farther, posterior.hour_farther);
}

std::size_t draws_for(std::size_t parts, RiskOptions const& options)
{
    auto const asked = static_cast<std::size_t>(options.draws);
    return std::min(asked, std::max(fewest_draws, most_kept / parts));
}

void check(RiskOptions const& options)
{
    if (options.draws < 1 || options.top < 1 ||
        !(options.coverage > 0.0 && options.coverage < 1.0)) {
        throw geo::Error{
            geo::Trouble::usage,
            "risk needs 1 draw or more, a list of 1 or more, and a coverage between 0 and 1"};
    }
}

}  // namespace

std::string_view name_of(RankBy rank_by)
{
    return rank_names.at(static_cast<std::size_t>(rank_by));
}
std::string_view name_of(RiskModel model)
{
    return model_names.at(static_cast<std::size_t>(model));
}
std::string_view name_of(Evidence evidence)
{
    return evidence_names.at(static_cast<std::size_t>(evidence));
}

Risk risk_of(RiskInput const& input, RiskOptions const& options, geo::Job const& job)
{
    check(options);
    auto parts = parts_of(input);
    auto risk = empty_risk(input.cases.size());
    risk.exposure = std::move(parts.exposed.exposure);
    risk.region_rate = parts.exposed.region_rate;
    if (parts.list.empty()) {
        return risk;
    }
    auto posterior = options.model == RiskModel::gamma_poisson
                         ? gamma_poisson_posterior(parts.list, options)
                         : bym2_posterior(parts.list, input, options, job.part(0.0, 0.5));
    DrawTable const table{parts.list, posterior, options.rank_by,
                          draws_for(parts.list.size(), options), job.part(0.5, 1.0)};
    Summary{parts.list, posterior, table, options, risk}.fill(job);
    explain(parts.list, posterior, risk.why);
    risk.spread = posterior.spread;
    risk.figures = std::move(posterior.figures);
    risk.check = posterior.check;
    risk.checked = posterior.checked;
    risk.findings = std::move(posterior.findings);
    return risk;
}

}  // namespace marchland::analysis::risk
