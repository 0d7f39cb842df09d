#include "analysis/flows/randomised_flows.hpp"

#include "analysis/flows/contracted_network.hpp"
#include "analysis/graph/randomised_paths.hpp"
#include "geo/vocabulary/numbers.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <queue>

namespace marchland::analysis::flows {
namespace {

using geo::CrossingId;
using geo::index_of;

/// no step is free: the walk steps in proportion to 1 / cost
constexpr double shortest_hours = 1e-6;

/// The contracted network with one more node that stands for "across the border".
struct Problem {
    graph::Digraph graph;
    std::vector<double> hours;                    ///< by edge
    std::vector<double> demand;                   ///< by node
    std::vector<std::optional<CrossingId>> over;  ///< the crossing that an edge stands for
    std::uint32_t target = 0;
};

/// The chain is usable unless a way on it cannot exist.
bool possible(FlowNetwork const& network, Ground const& ground, std::uint32_t chain)
{
    return std::ranges::all_of(network.unsure[chain],
                               [&](geo::WayId way) { return ground.ways.p_exists[way] > 0.0; });
}

Problem problem_of(FlowNetwork const& network, Ground const& ground,
                   std::vector<std::uint32_t>& chain_of)
{
    Problem problem;
    problem.target = static_cast<std::uint32_t>(network.junctions.size());
    std::vector<graph::DirectedEdge> edges;
    for (std::uint32_t c = 0; c < network.chains.size(); ++c) {
        if (possible(network, ground, c)) {
            double ticks = 0.0;
            for (double const part : network.ticks[c]) {
                ticks += part;
            }
            edges.push_back({network.chains[c].from, network.chains[c].to, 0});
            problem.hours.push_back(std::max(shortest_hours, ticks / routes::ticks_an_hour));
            problem.over.emplace_back();
            chain_of.push_back(c);
        }
    }
    for (auto const id : network.crossings.ids()) {
        if (auto const& tied = network.crossings[id]; tied && ground.chance[id] > 0.0) {
            edges.push_back({tied->node, problem.target, 0});
            problem.hours.push_back(
                std::max(shortest_hours, tied->access_hours + tied->delay_hours));
            problem.over.emplace_back(id);
        }
    }
    problem.graph = graph::Digraph{network.junctions.size() + 1, edges};
    problem.demand.assign(network.junctions.size() + 1, 0.0);
    for (auto const id : network.communes.ids()) {
        double const people = ground.demand[id].expected;
        if (network.communes[id] && people > 0.0) {
            problem.demand[network.communes[id]->node] += people;
        }
    }
    return problem;
}

/// Hours of the quickest way from every node to the target.
std::vector<double> quickest(Problem const& problem)
{
    std::vector<double> best(problem.graph.nodes(), geo::infinite);
    using Entry = std::pair<double, std::uint32_t>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> front;
    best[problem.target] = 0.0;
    front.emplace(0.0, problem.target);
    while (!front.empty()) {
        auto const [so_far, node] = front.top();
        front.pop();
        for (std::size_t i = 0; so_far == best[node] && i < problem.graph.in(node).size(); ++i) {
            auto const from = problem.graph.in(node)[i].node;
            double const next = so_far + problem.hours[problem.graph.in_edges(node)[i]];
            if (next < best[from]) {
                best[from] = next;
                front.emplace(next, from);
            }
        }
    }
    return best;
}

graph::RandomisedPaths paths_at(Problem const& problem, double theta)
{
    return graph::randomised_paths(problem.graph, problem.hours, problem.target, problem.demand,
                                   theta);
}

double mean_hours(std::vector<double> const& hours, Problem const& problem)
{
    double sum = 0.0;
    double people = 0.0;
    for (std::size_t node = 0; node < hours.size(); ++node) {
        if (problem.demand[node] > 0.0 && std::isfinite(hours[node])) {
            sum += problem.demand[node] * hours[node];
            people += problem.demand[node];
        }
    }
    return people > 0.0 ? sum / people : 0.0;
}

/// No way is quicker than the quickest, and nobody walks backwards.
bool sound(graph::RandomisedPaths const& paths, Problem const& problem, double least)
{
    constexpr double rounding = 1e-6;
    double people = 0.0;
    for (double const one : problem.demand) {
        people += one;
    }
    double const hours = mean_hours(paths.cost, problem);
    return hours >= least * (1.0 - rounding) && std::isfinite(hours) &&
           std::ranges::all_of(paths.flow, [&](double flow) {
               return flow >= -rounding * people && std::isfinite(flow);
           });
}

/// Bisection: the detour falls as theta grows: halved in logarithms until it is known to a thousandth. Where
/// theta is so small that the sums are no answer, it has to grow.
double theta_for(Problem const& problem, double least, double detour, geo::Job const& job)
{
    double low = std::log(0.01);
    double high = std::log(1.0e5);
    while (high - low > 0.002) {
        job.at(1.0 - (high - low) / 17.0);
        double const middle = 0.5 * (low + high);
        auto const paths = paths_at(problem, std::exp(middle));
        double const found =
            sound(paths, problem, least) ? mean_hours(paths.cost, problem) / least : geo::infinite;
        if (std::abs(found - detour) < 0.001) {
            return std::exp(middle);
        }
        (found > detour ? low : high) = middle;
    }
    return std::exp(high);
}

geo::Column<CrossingId, double> shares_of(graph::RandomisedPaths const& paths,
                                          Problem const& problem, std::size_t crossings)
{
    geo::Column<CrossingId, double> share{crossings};
    double all = 0.0;
    for (std::size_t e = 0; e < problem.over.size(); ++e) {
        if (problem.over[e]) {
            share[*problem.over[e]] += paths.flow[e];
            all += paths.flow[e];
        }
    }
    for (double& one : share) {
        one = all > 0.0 ? one / all : 0.0;
    }
    return share;
}

/// How near to the detour asked for theta comes; where it does not, sums over walks round short circles are no answer
/// before people take as much time as that.
constexpr double detour_known = 0.02;

void refuse(RandomisedFlows& found)
{
    found.refusal =
        "randomised paths have no answer on this network: ways that take almost no time make "
        "circles, or it is in pieces, and the sums over all walks cancel";
    found.theta = found.detour = geo::unknown;
    for (auto* const column : {&found.share, &found.share_lower, &found.share_upper}) {
        std::ranges::fill(*column, geo::unknown);
    }
    std::ranges::fill(found.ways, geo::unknown);
}

/// A bound over one more theta; once it is not known it stays so.
double wider(double bound, double other, auto const& beyond)
{
    return std::isnan(bound) || std::isnan(other) ? geo::unknown
                                                  : (beyond(other, bound) ? other : bound);
}

}  // namespace

RandomisedFlows randomised_flows(routes::RouteGraph const& graph, Ground const& ground,
                                 RandomisedOptions const& options, geo::Job const& job)
{
    auto const network = flow_network_of(graph, ground);
    std::vector<std::uint32_t> chain_of;
    auto const problem = problem_of(network, ground, chain_of);
    double const least = mean_hours(quickest(problem), problem);
    RandomisedFlows found;
    found.share = geo::Column<CrossingId, double>{ground.crossings.size()};
    found.ways = geo::Column<geo::WayId, double>{ground.ways.size()};
    found.share_lower = found.share_upper = found.share;
    if (!(least > 0.0)) {
        return found;  // nobody can reach a crossing
    }
    found.theta = options.theta > 0.0
                      ? options.theta
                      : theta_for(problem, least, options.detour, job.part(0.0, 0.8));
    auto const paths = paths_at(problem, found.theta);
    found.detour = mean_hours(paths.cost, problem) / least;
    bool const as_asked =
        options.theta > 0.0 || std::abs(found.detour - options.detour) < detour_known;
    if (!sound(paths, problem, least) || !as_asked) {
        refuse(found);
        return found;
    }
    found.share = shares_of(paths, problem, ground.crossings.size());
    found.share_lower = found.share_upper = found.share;
    for (double const factor : {0.5, 2.0}) {
        job.at(0.9);
        auto const paths_there = paths_at(problem, factor * found.theta);
        auto const other =
            sound(paths_there, problem, least)
                ? shares_of(paths_there, problem, ground.crossings.size())
                : geo::Column<CrossingId, double>{ground.crossings.size(), geo::unknown};
        for (auto const id : other.ids()) {
            found.share_lower[id] = wider(found.share_lower[id], other[id], std::less<>{});
            found.share_upper[id] = wider(found.share_upper[id], other[id], std::greater<>{});
        }
    }
    std::vector<double> on_chain(network.chains.size());
    for (std::size_t e = 0; e < chain_of.size(); ++e) {
        on_chain[chain_of[e]] = paths.flow[e];
    }
    found.ways = flow_on_ways(network, on_chain);
    return found;
}

double agreement_of(geo::Column<CrossingId, double> const& a,
                    geo::Column<CrossingId, double> const& b)
{
    double common = 0.0;
    for (auto const id : a.ids()) {
        common += std::min(a[id], b[id]);
    }
    return common;
}

}  // namespace marchland::analysis::flows
