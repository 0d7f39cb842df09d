#include "analysis/flows/given_demand.hpp"

#include "geo/vocabulary/numbers.hpp"

#include <algorithm>
#include <cmath>

namespace marchland::analysis::flows {
namespace {

using geo::CrossingId;
using geo::index_of;
using Hours = geo::PerCommune<std::vector<double>>;
using Chances = geo::Column<CrossingId, double>;

constexpr int most_rounds = 1000;
constexpr double close_enough = 1e-10;

Hours reachable(Hours hours, Chances const& chance)
{
    for (auto& row : hours) {
        for (std::size_t c = 0; c < row.size(); ++c) {
            row[c] = chance[static_cast<CrossingId>(c)] > 0.0 ? row[c] : geo::infinite;
        }
    }
    return hours;
}

/// Log-sum (inclusive value) as hours: those at which one crossing alone would draw as all of the row
/// together.
double joint_hours(std::vector<double> const& row, double theta)
{
    double const nearest = *std::ranges::min_element(row);
    double sum = 0.0;
    for (double const hours : row) {
        sum += std::exp(-theta * (hours - nearest));
    }
    return nearest - std::log(sum) / theta;
}

Pull pull_of_row(std::vector<double> const& amounts, std::vector<double> const& row, double theta)
{
    double total = 0.0;
    for (std::size_t c = 0; c < row.size(); ++c) {
        total += std::isfinite(row[c]) ? amounts[c] : 0.0;
    }
    if (!(total > 0.0)) {
        return {};
    }
    Pull pull{.weight = {}, .since = row};
    double const joint = joint_hours(row, theta);
    for (std::size_t c = 0; c < row.size(); ++c) {
        bool const known = std::isfinite(row[c]);
        pull.weight.push_back(known ? amounts[c] / total : 1.0);
        pull.since[c] = known ? row[c] : joint;
    }
    return pull;
}

GivenFit by_table(geo::GivenFlows const& given, Hours const& hours, double theta,
                  geo::PerCommune<Demand>& demand)
{
    Hours amounts{hours.size()};
    std::vector<bool> has_row(hours.size());
    double all = 0.0;
    double unreached = 0.0;
    for (auto const& flow : given.flows) {
        auto& row = amounts[flow.commune];
        row.resize(hours[flow.commune].size());
        row[index_of(flow.crossing)] = flow.amount;
        has_row[index_of(flow.commune)] = true;
        all += flow.amount;
        unreached +=
            std::isfinite(hours[flow.commune][index_of(flow.crossing)]) ? 0.0 : flow.amount;
    }
    for (auto const id : hours.ids()) {
        if (has_row[index_of(id)]) {
            demand[id].pull = pull_of_row(amounts[id], hours[id], theta);
        }
    }
    return {.unreached = all > 0.0 ? unreached / all : 0.0};
}

/// Iterative proportional fitting (Furness): balances the weights of crossings until flows stand in the
/// ratio of the totals.
class Balance {
public:
    Balance(geo::GivenFlows const& given, Hours const& hours, double theta,
            geo::PerCommune<Demand> const& demand)
        : hours_{hours}, theta_{theta}, demand_{demand},
          total_(hours.empty() ? 0 : hours.begin()->size(), -1.0)
    {
        for (auto const& flow : given.flows) {
            total_[index_of(flow.crossing)] = flow.amount;
        }
        pull_.weight.assign(total_.size(), 1.0);
        auto const flows = flows_now();
        double all = 0.0;
        for (std::size_t c = 0; c < total_.size(); ++c) {
            bool const listed = total_[c] >= 0.0;
            all += listed ? total_[c] : 0.0;
            unreached_ += listed && !(flows[c] > 0.0) ? total_[c] : 0.0;
            if (total_[c] == 0.0) {
                pull_.weight[c] = 0.0;
            }
            if (total_[c] > 0.0 && flows[c] > 0.0) {
                balanced_.push_back(c);
            }
        }
        unreached_ = all > 0.0 ? unreached_ / all : 0.0;
    }

    GivenFit fit()
    {
        double gap = 0.0;
        for (int round = 0; round < most_rounds; ++round) {
            gap = step();
            if (gap < close_enough) {
                break;
            }
        }
        return {.unreached = unreached_, .largest_gap = gap};
    }

    Pull const& pull() const { return pull_; }

private:
    std::vector<double> flows_now() const
    {
        std::vector<double> flows(total_.size());
        for (auto const id : hours_.ids()) {
            double const people = demand_[id].expected;
            if (!(people > 0.0)) {
                continue;
            }
            auto const shares = logit_shares(hours_[id], theta_, 0.0, pull_);
            for (std::size_t c = 0; c < shares.size(); ++c) {
                flows[c] += people * shares[c];
            }
        }
        return flows;
    }

    /// One round of Furness; \returns the largest relative difference before it.
    double step()
    {
        auto const flows = flows_now();
        double flow = 0.0;
        double total = 0.0;
        for (auto const c : balanced_) {
            flow += flows[c];
            total += total_[c];
        }
        double gap = 0.0;
        double mean_log = 0.0;
        for (auto const c : balanced_) {
            double const ratio = flow * total_[c] / (total * flows[c]);
            gap = std::max(gap, std::abs(1.0 / ratio - 1.0));
            pull_.weight[c] *= ratio;
            mean_log += std::log(pull_.weight[c]) / static_cast<double>(balanced_.size());
        }
        for (auto const c : balanced_) {
            pull_.weight[c] *= std::exp(-mean_log);
        }
        return gap;
    }

    Hours const& hours_;
    double theta_;
    geo::PerCommune<Demand> const& demand_;
    std::vector<double> total_;  ///< below 0: not given
    std::vector<std::size_t> balanced_;
    double unreached_ = 0.0;
    Pull pull_;
};

}  // namespace

GivenFit pull_by(geo::GivenFlows const& given, Hours const& hours, Chances const& chance,
                 double theta, geo::PerCommune<Demand>& demand)
{
    if (given.flows.empty()) {
        return {};
    }
    auto const open = reachable(hours, chance);
    if (given.by_commune) {
        return by_table(given, open, theta, demand);
    }
    Balance balance{given, open, theta, demand};
    auto const fit = balance.fit();
    for (auto& one : demand) {
        one.pull = balance.pull();
    }
    return fit;
}

}  // namespace marchland::analysis::flows
