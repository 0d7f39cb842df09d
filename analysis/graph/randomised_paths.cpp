#include "analysis/graph/randomised_paths.hpp"

#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/numbers.hpp"
#include "geo/vocabulary/text.hpp"

#include <Eigen/SparseCore>
#include <Eigen/SparseLU>

#include <cmath>
#include <functional>
#include <queue>
#include <string>

namespace marchland::analysis::graph {
namespace {

using Sparse = Eigen::SparseMatrix<double>;
using Vector = Eigen::VectorXd;

void check(Digraph const& graph, std::span<double const> cost, std::uint32_t target,
           std::span<double const> demand, double theta)
{
    if (cost.size() != graph.edges() || demand.size() != graph.nodes() || target >= graph.nodes()) {
        throw geo::Error{
            geo::Trouble::usage,
            "randomised paths need a cost for each edge, a demand for each node and a target "
            "among the nodes"};
    }
    if (!(theta > 0.0)) {
        throw geo::Error{geo::Trouble::usage,
                         "theta must be above 0, found " + geo::shortest(theta)};
    }
    for (double const one : cost) {
        if (!(one > 0.0) || !std::isfinite(one)) {
            throw geo::Error{geo::Trouble::usage,
                             "costs must be above 0, found " + geo::shortest(one)};
        }
    }
}

/// Edges that the walk may take: out of nodes from which the target can be reached, to such nodes.
struct Step {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    std::uint32_t edge = 0;
    double minus_log = 0.0;  ///< of the probability of the step times exp(-theta cost)
};

std::vector<bool> reaching(Digraph const& graph, std::uint32_t target)
{
    std::vector<bool> seen(graph.nodes());
    std::vector<std::uint32_t> front{target};
    seen[target] = true;
    while (!front.empty()) {
        auto const node = front.back();
        front.pop_back();
        for (auto const& step : graph.in(node)) {
            if (!seen[step.node]) {
                seen[step.node] = true;
                front.push_back(step.node);
            }
        }
    }
    return seen;
}

std::vector<Step> steps_of(Digraph const& graph, std::span<double const> cost, std::uint32_t target,
                           double theta, std::vector<bool> const& reaches)
{
    std::vector<Step> steps;
    for (std::uint32_t node = 0; node < graph.nodes(); ++node) {
        if (!reaches[node] || node == target) {
            continue;
        }
        double all = 0.0;
        auto const first = steps.size();
        for (std::size_t i = 0; i < graph.out(node).size(); ++i) {
            auto const to = graph.out(node)[i].node;
            auto const edge = graph.out_edges(node)[i];
            if (reaches[to]) {
                all += 1.0 / cost[edge];
                steps.push_back({node, to, edge, 0.0});
            }
        }
        for (auto s = first; s < steps.size(); ++s) {
            double const c = cost[steps[s].edge];
            steps[s].minus_log = std::log(c * all) + theta * c;
        }
    }
    return steps;
}

/// For each node minus the logarithm of its likeliest way's weight. Weights are held against it, for they
/// may be far too small for a double.
std::vector<double> likeliest(Digraph const& graph, std::vector<Step> const& steps,
                              std::uint32_t target)
{
    std::vector<std::vector<std::uint32_t>> into(graph.nodes());
    for (std::uint32_t s = 0; s < steps.size(); ++s) {
        into[steps[s].to].push_back(s);
    }
    std::vector<double> best(graph.nodes(), geo::infinite);
    using Entry = std::pair<double, std::uint32_t>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> front;
    best[target] = 0.0;
    front.emplace(0.0, target);
    while (!front.empty()) {
        auto const [so_far, node] = front.top();
        front.pop();
        if (so_far > best[node]) {
            continue;
        }
        for (auto const s : into[node]) {
            double const next = so_far + steps[s].minus_log;
            if (next < best[steps[s].from]) {
                best[steps[s].from] = next;
                front.emplace(next, steps[s].from);
            }
        }
    }
    return best;
}

/// The equations z = W z + e(target), each unknown divided by the weight of its likeliest way.
class Equations {
public:
    Equations(std::size_t nodes, std::vector<Step> const& steps,
              std::vector<double> const& likeliest)
    {
        std::vector<Eigen::Triplet<double>> entries;
        for (std::size_t i = 0; i < nodes; ++i) {
            entries.emplace_back(static_cast<int>(i), static_cast<int>(i), 1.0);
        }
        for (auto const& step : steps) {
            weight_.push_back(std::exp(likeliest[step.from] - likeliest[step.to] - step.minus_log));
            entries.emplace_back(static_cast<int>(step.from), static_cast<int>(step.to),
                                 -weight_.back());
        }
        Sparse matrix(static_cast<Eigen::Index>(nodes), static_cast<Eigen::Index>(nodes));
        matrix.setFromTriplets(entries.begin(), entries.end());
        matrix.makeCompressed();
        lu_.compute(matrix);
        if (lu_.info() != Eigen::Success) {
            throw geo::Error{geo::Trouble::failed,
                             "the equations of the randomised paths have no solution"};
        }
    }

    double weight(std::size_t step) const { return weight_[step]; }
    Vector solve(Vector const& right) const { return lu_.solve(right); }
    Vector solve_transposed(Vector const& right) { return lu_.transpose().solve(right); }

private:
    std::vector<double> weight_;
    Eigen::SparseLU<Sparse> lu_;
};

}  // namespace

RandomisedPaths randomised_paths(Digraph const& graph, std::span<double const> cost,
                                 std::uint32_t target, std::span<double const> demand, double theta)
{
    check(graph, cost, target, demand, theta);
    auto const nodes = graph.nodes();
    auto const reaches = reaching(graph, target);
    auto const steps = steps_of(graph, cost, target, theta, reaches);
    auto const best = likeliest(graph, steps, target);
    Equations equations{nodes, steps, best};

    auto const size = static_cast<Eigen::Index>(nodes);
    Vector end = Vector::Zero(size);
    end[target] = 1.0;
    Vector const z = equations.solve(end);  // of each node over the weight of its likeliest way

    RandomisedPaths found{std::vector<double>(nodes, geo::infinite),
                          std::vector<double>(nodes, geo::infinite), std::vector<double>(nodes),
                          std::vector<double>(graph.edges())};
    Vector mean_step = Vector::Zero(size);  // z times the expected cost of the next step
    Vector starts = Vector::Zero(size);
    for (std::size_t s = 0; s < steps.size(); ++s) {
        mean_step[steps[s].from] += equations.weight(s) * z[steps[s].to] * cost[steps[s].edge];
    }
    for (std::uint32_t node = 0; node < nodes; ++node) {
        if (reaches[node]) {
            starts[node] = demand[node] / z[node];
        } else {
            found.unserved += demand[node];
        }
    }
    Vector const costs = equations.solve(mean_step);
    Vector const passes = equations.solve_transposed(starts);
    for (std::uint32_t node = 0; node < nodes; ++node) {
        if (reaches[node]) {
            found.cost[node] = costs[node] / z[node];
            found.free_energy[node] = (best[node] - std::log(z[node])) / theta;
            found.through[node] = passes[node] * z[node];
        }
    }
    for (std::size_t s = 0; s < steps.size(); ++s) {
        found.flow[steps[s].edge] = passes[steps[s].from] * equations.weight(s) * z[steps[s].to];
    }
    return found;
}

}  // namespace marchland::analysis::graph
