#include "analysis/scan/clusters.hpp"

#include "geo/vocabulary/numbers.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numbers>
#include <numeric>
#include <utility>

namespace marchland::analysis::scan {
namespace {

using geo::CommuneId;

void fit_gumbel(Scan& scan)
{
    auto const count = static_cast<double>(scan.maxima.size());
    double const mean = std::accumulate(scan.maxima.begin(), scan.maxima.end(), 0.0) / count;
    double squares = 0.0;
    for (double const best : scan.maxima) {
        squares += (best - mean) * (best - mean);
    }
    double const spread = count > 1.0 ? std::sqrt(squares / (count - 1.0)) : 0.0;
    scan.gumbel_scale = spread * std::sqrt(6.0) / std::numbers::pi;
    scan.gumbel_location = mean - std::numbers::egamma * scan.gumbel_scale;
}

double gumbel_p(Scan const& scan, double llr)
{
    if (scan.gumbel_scale <= 0.0) {
        return geo::unknown;
    }
    return -std::expm1(-std::exp((scan.gumbel_location - llr) / scan.gumbel_scale));
}

double rank_p(Scan const& scan, ScanSearch const& found, double llr, bool strongest)
{
    auto const as_strong =
        std::ranges::count_if(scan.maxima, [llr](double best) { return best >= llr; });
    auto const count = static_cast<double>(scan.maxima.size());
    if (strongest && scan.options.stop_after > 0 && found.as_strong >= scan.options.stop_after) {
        return static_cast<double>(found.as_strong) / count;  // Besag and Clifford: h / l
    }
    return (static_cast<double>(as_strong) + 1.0) / (count + 1.0);
}

ScanCluster cluster_of(ScanProblem const& problem, WindowFamily const& family,
                       BestWindow const& window, WindowContents contents)
{
    ScanCluster cluster;
    auto const& row = family.rows[window.row];
    cluster.centre = row.centre;
    cluster.radius = contents.radius;
    cluster.measure = family.measure;
    cluster.shape = row.shape;
    cluster.angle = row.angle;
    cluster.llr = window.llr;
    cluster.period_from = static_cast<int>(window.interval.from);
    cluster.period_to = static_cast<int>(window.interval.to);
    cluster.members = std::move(contents.members);
    std::uint64_t weight = 0;
    for (auto const member : cluster.members) {
        auto const first = geo::index_of(member) * problem.steps;
        for (auto cell = first + window.interval.from; cell <= first + window.interval.to; ++cell) {
            cluster.cases += problem.cases[cell];
            weight += problem.weight[cell];
        }
    }
    cluster.expected = problem.expected(weight);
    double const outside = static_cast<double>(problem.total_cases - cluster.cases);
    double const expected_outside = problem.expected(problem.total_weight - weight);
    cluster.relative_risk = outside > 0.0 ? static_cast<double>(cluster.cases) / cluster.expected /
                                                (outside / expected_outside)
                                          : geo::infinite;
    return cluster;
}

/// Whether the rule lets a window stand beside stronger ones; then it forbids what it covers.
/// Either rule forbids a centre in a stronger cluster: the centre is a member.
bool stands(WindowContents const& window, SecondaryRule rule, std::vector<bool>& taken)
{
    auto const is_taken = [&taken](CommuneId id) { return taken[geo::index_of(id)]; };
    if (rule == SecondaryRule::no_overlap && std::ranges::any_of(window.members, is_taken)) {
        return false;
    }
    for (auto const member : window.members) {
        taken[geo::index_of(member)] = true;
    }
    return true;
}

}  // namespace

void list_clusters(ScanProblem const& problem, WindowFamily const& family, ScanSearch const& found,
                   geo::Job const& job, Scan& scan)
{
    fit_gumbel(scan);
    std::vector<BestWindow> windows;
    std::ranges::copy_if(found.by_centre, std::back_inserter(windows),
                         [](BestWindow const& window) { return window.llr > 0.0; });
    std::ranges::sort(windows, [](BestWindow const& a, BestWindow const& b) {
        return a.llr != b.llr ? a.llr > b.llr : a.row < b.row;
    });
    std::vector<bool> taken(problem.communes, false);
    for (auto const& window : windows) {
        job.at(1.0);
        if (taken[geo::index_of(family.rows[window.row].centre)]) {
            continue;
        }
        auto contents = contents_of(family, window.row, window.far);
        if (stands(contents, scan.options.secondary, taken)) {
            auto cluster = cluster_of(problem, family, window, std::move(contents));
            cluster.p_value = rank_p(scan, found, cluster.llr, scan.clusters.empty());
            cluster.p_gumbel = gumbel_p(scan, cluster.llr);
            scan.clusters.push_back(std::move(cluster));
        }
    }
}

}  // namespace marchland::analysis::scan
