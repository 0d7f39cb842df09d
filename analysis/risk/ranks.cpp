#include "analysis/risk/ranks.hpp"

#include "analysis/numerics/sample_quantile.hpp"
#include "geo/vocabulary/numbers.hpp"
#include "geo/vocabulary/parallel.hpp"

#include <algorithm>
#include <numeric>

namespace marchland::analysis::risk {
namespace {

constexpr double told_apart = 0.95;

/// Share of the draws in which one part ranks before another.
double before(DrawTable const& table, std::size_t one, std::size_t other)
{
    auto const a = table.rank_of(one);
    auto const b = table.rank_of(other);
    std::size_t count = 0;
    for (std::size_t d = 0; d < a.size(); ++d) {
        count += a[d] < b[d] ? 1U : 0U;
    }
    return static_cast<double>(count) / static_cast<double>(a.size());
}

}  // namespace

void make_relative(std::vector<Part> const& parts, std::span<double> theta)
{
    double weights = 0.0;
    double sum = 0.0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        weights += parts[i].weight();
        sum += parts[i].weight() * theta[i];
    }
    for (double& value : theta) {
        value = value * weights / sum;  // in this order one commune alone is 1 to the last bit
    }
}

/// Exceedance is of the whole posterior, so that its draws are ordered by the relative risk it is made of.
double measure(Part const& part, double theta, RankBy rank_by)
{
    if (!part.ranked) {
        return -geo::infinite;  // not ranked: behind all that are
    }
    return rank_by == RankBy::expected ? theta * part.weight() : theta;
}

std::vector<float> ranks_of(std::span<double const> values)
{
    struct Entry {
        double value;
        std::uint32_t at;
    };
    std::vector<Entry> order(values.size());  // beside each other: it is sorted thousands of times
    for (std::uint32_t i = 0; i < order.size(); ++i) {
        order[i] = {values[i], i};
    }
    std::ranges::sort(order, [](Entry const& a, Entry const& b) {
        return a.value > b.value || (a.value == b.value && a.at < b.at);
    });
    std::vector<float> ranks(values.size());
    for (std::size_t place = 0; place < order.size(); ++place) {
        ranks[order[place].at] = static_cast<float>(place + 1);
    }
    return ranks;
}

double quantile(std::span<float const> draws, double share)
{
    std::vector<float> copy(draws.begin(), draws.end());
    return numerics::selected_quantile(copy, share);
}

DrawTable::DrawTable(std::vector<Part> const& parts, RiskPosterior const& posterior, RankBy rank_by,
                     std::size_t draws, geo::Job const& job)
    : draws_{draws}, theta_(parts.size() * draws), rank_(parts.size() * draws)
{
    constexpr std::size_t at_a_time = 128;
    for (std::size_t first = 0; first < draws; first += at_a_time) {
        job.at(static_cast<double>(first) / static_cast<double>(draws));
        auto const count = std::min(at_a_time, draws - first);
        auto drawn = posterior.draws(first, count, job.quiet());
        geo::for_each_index(count, job.threads(), [&](std::size_t d) {
            if (job.stop().stop_requested()) {
                throw geo::Cancelled{};
            }
            auto const theta = std::span{drawn}.subspan(d * parts.size(), parts.size());
            make_relative(parts, theta);
            for (std::size_t i = 0; i < parts.size(); ++i) {
                theta_[i * draws_ + first + d] = static_cast<float>(theta[i]);
                theta[i] = measure(parts[i], theta[i], rank_by);
            }
            auto const ranks = ranks_of(theta);
            for (std::size_t i = 0; i < parts.size(); ++i) {
                rank_[i * draws_ + first + d] = ranks[i];
            }
        });
    }
}

std::vector<std::int64_t> groups_of(std::vector<Part> const& parts, std::span<float const> ranks,
                                    DrawTable const& table)
{
    std::vector<std::size_t> order(parts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::erase_if(order, [&](std::size_t i) { return !parts[i].ranked; });
    std::ranges::sort(order, {}, [&](std::size_t i) { return ranks[i]; });
    std::vector<std::int64_t> groups(parts.size(), 0);
    std::int64_t group = 0;
    std::size_t first = 0;
    for (std::size_t at = 0; at < order.size(); ++at) {
        if (group == 0 || before(table, order[first], order[at]) >= told_apart) {
            ++group;
            first = at;
        }
        groups[order[at]] = group;
    }
    return groups;
}

}  // namespace marchland::analysis::risk
