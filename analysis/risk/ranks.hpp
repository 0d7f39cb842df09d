// Ranks over posterior draws: intervals, the chance of the list, groups. Private to analysis.
#pragma once

#include "analysis/risk/posterior.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace marchland::analysis::risk {

/// Posterior draws, one row a part: relative risk and the rank by what orders the communes.
class DrawTable {
public:
    DrawTable(std::vector<Part> const& parts, RiskPosterior const& posterior, RankBy rank_by,
              std::size_t draws, geo::Job const& job);

    std::size_t draws() const noexcept { return draws_; }
    std::span<float const> theta_of(std::size_t part) const
    {
        return {&theta_[part * draws_], draws_};
    }
    std::span<float const> rank_of(std::size_t part) const
    {
        return {&rank_[part * draws_], draws_};
    }

private:
    std::size_t draws_;
    std::vector<float> theta_;
    std::vector<float> rank_;
};

/// Divides by the weighted mean, so that the region is 1.
void make_relative(std::vector<Part> const& parts, std::span<double> theta);

/// What parts are ordered by; -infinity: not ranked.
double measure(Part const& part, double theta, RankBy rank_by);

/// Rank 1 is the largest; equal values are ordered by part, as in the table.
std::vector<float> ranks_of(std::span<double const> values);

/// The value below which a share of the draws lies.
double quantile(std::span<float const> draws, double share);

/// Numbers of the groups that cannot be told apart, by part: each begins with the best rank that is
/// left, and takes those that follow it until one lies below it in 95 % of the draws. 0: not ranked.
std::vector<std::int64_t> groups_of(std::vector<Part> const& parts, std::span<float const> ranks,
                                    DrawTable const& table);

}  // namespace marchland::analysis::risk
