#include "analysis/flows/crossing_choice.hpp"

#include "geo/vocabulary/numbers.hpp"
#include "geo/vocabulary/random.hpp"

#include <algorithm>
#include <cmath>

namespace marchland::analysis::flows {
namespace {

using geo::CommuneId;
using geo::CrossingId;

constexpr double normal_95 = 1.6448536269514722;  // 95th percentile of the normal distribution

/// A log-normal draw with the mean and the spread of the demand's interval.
double drawn_demand(Demand const& demand, double normal)
{
    if (!(demand.expected > 0.0) || !(demand.lower > 0.0) || demand.upper <= demand.lower) {
        return std::max(0.0, demand.expected);
    }
    double const sigma = std::log(demand.upper / demand.lower) / (2.0 * normal_95);
    return demand.expected * std::exp(sigma * normal - 0.5 * sigma * sigma);
}

/// Hours without the crossings that are not there.
std::vector<double> masked(std::vector<double> row, std::vector<char> const& there)
{
    for (std::size_t c = 0; c < row.size(); ++c) {
        row[c] = there[c] != 0 ? row[c] : geo::infinite;
    }
    return row;
}

/// Shares and flows at the given theta, as if every path that may exist did.
void add_points(geo::PerCommune<std::vector<double>> const& hours,
                geo::PerCommune<Demand> const& demand,
                geo::Column<CrossingId, double> const& chance, ChoiceOptions const& options,
                Choice& choice)
{
    std::vector<char> there;
    for (double const p : chance) {
        there.push_back(p > 0.0 ? 1 : 0);
    }
    for (auto const id : hours.ids()) {
        auto const row = masked(hours[id], there);
        choice.share[id] =
            logit_shares(row, options.theta, options.smallest_share, demand[id].pull);
        double const people = std::isnan(demand[id].expected) ? 0.0 : demand[id].expected;
        if (!routes::nearest_of(row)) {
            choice.out_of_reach += people;
            continue;
        }
        choice.demand += people;
        for (auto const c : choice.crossings.ids()) {
            double const flow = people * choice.share[id][geo::index_of(c)];
            if (flow > 0.0) {
                choice.crossings[c].flow += flow;
                choice.crossings[c].hours_mean += flow * row[geo::index_of(c)];
            }
        }
    }
    for (auto& crossing : choice.crossings) {
        crossing.share = choice.demand > 0.0 ? crossing.flow / choice.demand : 0.0;
        crossing.hours_mean =
            crossing.flow > 0.0 ? crossing.hours_mean / crossing.flow : geo::unknown;
    }
}

/// Logarithms of the weights; minus infinity where a crossing is out of reach or has no pull.
std::vector<double> log_weights(std::vector<double> const& hours, double theta, Pull const& pull)
{
    std::vector<double> logs;
    for (std::size_t c = 0; c < hours.size(); ++c) {
        double const since = pull.since.empty() ? 0.0 : pull.since[c];
        double const weight = pull.weight.empty() ? 1.0 : pull.weight[c];
        logs.push_back(std::isfinite(hours[c]) && weight > 0.0
                           ? std::log(weight) - theta * (hours[c] - since)
                           : -geo::infinite);
    }
    return logs;
}

}  // namespace

DrawnChoice drawn_world(geo::PerCommune<Demand> const& demand, ChoiceOptions const& options,
                        std::uint64_t draw)
{
    geo::Draws draws{geo::Random{options.seed, "crossing-choice", draw}};
    DrawnChoice world{.theta = options.theta * std::exp2(2.0 * draws.uniform() - 1.0),
                      .people = geo::PerCommune<double>{demand.size()}};
    for (auto const id : demand.ids()) {
        // a commune without demand draws nothing, whatever the network
        world.people[id] =
            std::isnan(demand[id].expected) ? 0.0 : drawn_demand(demand[id], draws.normal());
    }
    return world;
}

std::vector<double> logit_shares(std::vector<double> const& hours, double theta, double smallest,
                                 Pull const& pull)
{
    auto const logs = log_weights(hours, theta, pull);
    std::vector<double> shares(hours.size());
    double const best = logs.empty() ? -geo::infinite : *std::ranges::max_element(logs);
    if (best == -geo::infinite) {
        return pull.weight.empty() ? shares : logit_shares(hours, theta, smallest);
    }
    double sum = 0.0;
    for (std::size_t c = 0; c < hours.size(); ++c) {
        shares[c] = std::exp(logs[c] - best);
        sum += shares[c];
    }
    double kept = 0.0;
    for (double& share : shares) {
        share = share / sum < smallest ? 0.0 : share;
        kept += share;
    }
    for (double& share : shares) {
        share /= kept;
    }
    return shares;
}

Choice choose_crossings(geo::PerCommune<std::vector<double>> const& hours,
                        geo::PerCommune<Demand> const& demand,
                        geo::Column<geo::CrossingId, double> const& chance,
                        ChoiceOptions const& options)
{
    Choice choice{geo::PerCommune<std::vector<double>>{hours.size()},
                  geo::Column<geo::CrossingId, CrossingFlow>{chance.size()}};
    add_points(hours, demand, chance, options, choice);
    return choice;
}

}  // namespace marchland::analysis::flows
