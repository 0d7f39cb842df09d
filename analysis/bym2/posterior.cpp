#include "analysis/bym2/posterior.hpp"

#include "geo/vocabulary/parallel.hpp"
#include "geo/vocabulary/random.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <numbers>
#include <numeric>

namespace marchland::analysis::bym2 {
namespace {

using Index = Eigen::Index;

constexpr Index draws_at_once = 8;
constexpr std::size_t draws_a_task = 256;  // more draws of one point are shared between threads

PosteriorPoint marginals_at(Bym2Problem const& problem, Bym2Conditional& conditional,
                            ThetaPoint& point, geo::Job const& job)
{
    conditional.approximate(point.theta, point.curvature);
    PosteriorPoint found{.theta = point.theta, .weight = point.weight};
    found.variance = conditional.variances(job);
    found.covariance = conditional.coefficient_covariance();
    auto state = corrected_mean(problem, conditional, point.theta, point.eta, found.variance, job);
    found.mean = std::move(state.eta);
    found.beta = std::move(state.beta);
    found.spatial = point.theta.structured() * state.u;
    found.curvature = std::move(point.curvature);
    return found;
}

/// Draws of one point of the grid, computed together because they share a factor.
struct Task {
    std::size_t point;
    std::vector<std::size_t> draws;
};

std::vector<Task> tasks_of(Bym2Posterior::Impl const& impl, std::uint64_t seed, std::size_t first,
                           std::size_t count)
{
    std::vector<std::vector<std::size_t>> of_point(impl.points.size());
    for (std::size_t draw = first; draw < first + count; ++draw) {
        of_point[impl.point_of(seed, draw)].push_back(draw);
    }
    std::vector<Task> tasks;
    for (std::size_t point = 0; point < of_point.size(); ++point) {
        auto const& draws = of_point[point];
        for (std::size_t from = 0; from < draws.size(); from += draws_a_task) {
            auto const to = std::min(draws.size(), from + draws_a_task);
            tasks.push_back({point,
                             {draws.begin() + static_cast<std::ptrdiff_t>(from),
                              draws.begin() + static_cast<std::ptrdiff_t>(to)}});
        }
    }
    // Large ones first, so that no thread is left with one at the end.
    std::ranges::stable_sort(tasks, std::ranges::greater{},
                             [](Task const& task) { return task.draws.size(); });
    return tasks;
}

/// Two normal numbers from one random word: 32 bits reach 6.6 standard deviations.
struct NormalPair {
    double first;
    double second;
};

NormalPair normal_pair(geo::Random const& random, std::uint64_t n)
{
    auto const word = random.bits(n);
    double const a = (static_cast<double>(word >> 32U) + 0.5) * 0x1.0p-32;
    double const b = (static_cast<double>(word & 0xFFFFFFFFU) + 0.5) * 0x1.0p-32;
    double const radius = std::sqrt(-2.0 * std::log(a));
    double const angle = 2.0 * std::numbers::pi * b;
    return {radius * std::cos(angle), radius * std::sin(angle)};
}

/// Room for a few draws.
struct Noise {
    Rows field;
    Rows single;
    Matrix effects;
};

Noise noise_for(Bym2Problem const& problem, std::uint64_t seed, std::span<std::size_t const> draws)
{
    auto const width = static_cast<Index>(draws.size());
    auto const n = problem.size();
    Noise noise{Rows{n, width}, Rows{n, width}, Matrix{problem.design.cols(), width}};
    for (Index c = 0; c < width; ++c) {
        geo::Random const random{seed, "bym2-draw", draws[static_cast<std::size_t>(c)]};
        for (Index i = 0; i < n; ++i) {
            auto const [field, single] = normal_pair(random, static_cast<std::uint64_t>(i));
            noise.field(i, c) = field;
            noise.single(i, c) = single;
        }
        for (Index k = 0; k < noise.effects.rows(); ++k) {
            noise.effects(k, c) = normal_pair(random, static_cast<std::uint64_t>(n + k)).first;
        }
    }
    return noise;
}

void write(Bym2Posterior::Impl const& impl, PosteriorPoint const& point, Rows const& deviation,
           std::span<std::size_t const> draws, std::size_t first, Bym2Draws& table)
{
    for (std::size_t c = 0; c < draws.size(); ++c) {
        float* const out = table.log_risk.data() + (draws[c] - first) * table.communes;
        for (Index i = 0; i < deviation.rows(); ++i) {
            out[impl.problem.icar.order[static_cast<std::size_t>(i)]] =
                static_cast<float>(point.mean[i] + deviation(i, static_cast<Index>(c)));
        }
    }
}

}  // namespace

std::unique_ptr<Bym2Conditional> Workbench::borrow()
{
    {
        std::scoped_lock const lock{lock_};
        if (!free_.empty()) {
            auto conditional = std::move(free_.back());
            free_.pop_back();
            return conditional;
        }
    }
    return std::make_unique<Bym2Conditional>(problem_);
}

void Workbench::give_back(std::unique_ptr<Bym2Conditional> conditional)
{
    std::scoped_lock const lock{lock_};
    free_.push_back(std::move(conditional));
}

std::size_t Bym2Posterior::Impl::point_of(std::uint64_t seed, std::size_t draw) const
{
    double const share = geo::Random{seed, "bym2-theta"}.uniform(draw);
    double sum = 0.0;
    for (std::size_t k = 0; k < points.size(); ++k) {
        sum += points[k].weight;
        if (share < sum) {
            return k;
        }
    }
    return points.size() - 1;
}

std::vector<PosteriorPoint> marginals(Bym2Problem const& problem, Workbench& bench, ThetaGrid& grid,
                                      geo::Job const& job)
{
    std::vector<PosteriorPoint> points(grid.points.size());
    std::atomic<std::size_t> done{0};
    geo::for_each_index(points.size(), job.threads(), [&](std::size_t k) {
        job.at(static_cast<double>(done++) / static_cast<double>(points.size()));
        auto conditional = bench.borrow();
        points[k] = marginals_at(problem, *conditional, grid.points[k], job);
        bench.give_back(std::move(conditional));
    });
    return points;
}

Bym2Draws Bym2Posterior::draw(std::uint64_t seed, std::size_t first, std::size_t count,
                              geo::Job const& job) const
{
    if (!impl_) {
        return {};
    }
    auto const communes = static_cast<std::size_t>(impl_->problem.size());
    Bym2Draws table{communes, std::vector<float>(communes * count)};
    auto const tasks = tasks_of(*impl_, seed, first, count);
    Workbench bench{impl_->problem};
    std::atomic<std::size_t> done{0};
    geo::for_each_index(tasks.size(), job.threads(), [&](std::size_t k) {
        auto const& point = impl_->points[tasks[k].point];
        std::span<std::size_t const> left{tasks[k].draws};
        auto conditional = bench.borrow();
        conditional->approximate(point.theta, point.curvature);
        while (!left.empty()) {
            auto const now = left.first(std::min<std::size_t>(left.size(), draws_at_once));
            job.at(static_cast<double>(done += now.size()) / static_cast<double>(count));
            auto noise = noise_for(impl_->problem, seed, now);
            conditional->sample(noise.field, noise.single, noise.effects);
            write(*impl_, point, noise.field, now, first, table);
            left = left.subspan(now.size());
        }
        bench.give_back(std::move(conditional));
    });
    return table;
}

}  // namespace marchland::analysis::bym2
