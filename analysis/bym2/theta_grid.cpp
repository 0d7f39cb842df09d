#include "analysis/bym2/theta_grid.hpp"

#include "analysis/numerics/distributions.hpp"
#include "geo/vocabulary/numbers.hpp"
#include "geo/vocabulary/parallel.hpp"

#include <Eigen/Eigenvalues>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <map>
#include <numbers>

namespace marchland::analysis::bym2 {
namespace {

using Index = Eigen::Index;

double logistic(double x)
{
    return 1.0 / (1.0 + std::exp(-x));
}

/// Where an exponential distribution has as much below as the standard normal has below x.
double exponential_at(double x, double rate)
{
    return x < 0.0 ? -std::log1p(-numerics::normal_cdf(x)) / rate
                   : -std::log(numerics::normal_cdf(-x)) / rate;
}

/// How the grid is cut, by the number of coordinates.
struct Cut {
    double step;   ///< in standard deviations
    double reach;  ///< in log density below the top
};

Cut cut_for(Index dimensions)
{
    return dimensions == 1 ? Cut{0.75, 7.0} : dimensions == 2 ? Cut{1.25, 6.0} : Cut{1.25, 7.5};
}

constexpr double negligible = 1e-4;  // of the largest weight

/// Of sigma: communes that differ 150-fold either way. With a handful of persons the data allow any sigma, and the
/// mean of a log-normal risk has no bound; the prior's rest lies here.
constexpr double largest_sigma = 3.0;

/// Gradient and Hessian: the log density around a point as a quadratic.
struct Curved {
    Vector gradient;
    Matrix hessian;  ///< of minus the log density
};

class Climb {
public:
    Climb(ThetaDensity const& density, geo::Job const& job) : density_{density}, job_{job} {}

    std::vector<ThetaPoint> all(std::vector<Vector> const& where,
                                std::vector<Vector const*> const& eta)
    {
        std::vector<ThetaPoint> found(where.size());
        geo::for_each_index(where.size(), job_.threads(), [&](std::size_t k) {
            double const done = static_cast<double>(evaluated_++);
            job_.at(done / (done + 60.0));  // nobody knows how many will be needed
            found[k] = density_(where[k], *eta[k]);
        });
        return found;
    }

    /// Differences to both sides, and one corner for each pair.
    Curved curved(ThetaPoint const& at, Vector const& width)
    {
        auto const d = at.x.size();
        std::vector<Vector> where;
        for (Index i = 0; i < d; ++i) {
            where.push_back(at.x + width[i] * Vector::Unit(d, i));
            where.push_back(at.x - width[i] * Vector::Unit(d, i));
        }
        for (Index i = 0; i < d; ++i) {
            for (Index j = 0; j < i; ++j) {
                where.push_back(at.x + width[i] * Vector::Unit(d, i) +
                                width[j] * Vector::Unit(d, j));
            }
        }
        auto const found = all(where, std::vector<Vector const*>(where.size(), &at.eta));
        auto const up = [&](Index i) { return found[static_cast<std::size_t>(2 * i)].log_density; };
        auto const down = [&](Index i) {
            return found[static_cast<std::size_t>(2 * i + 1)].log_density;
        };
        Curved curved{Vector{d}, Matrix{d, d}};
        auto corner = static_cast<std::size_t>(2 * d);
        for (Index i = 0; i < d; ++i) {
            curved.gradient[i] = (up(i) - down(i)) / (2.0 * width[i]);
            curved.hessian(i, i) = (2.0 * at.log_density - up(i) - down(i)) / (width[i] * width[i]);
            for (Index j = 0; j < i; ++j) {
                double const bent = up(i) + up(j) - at.log_density - found[corner++].log_density;
                curved.hessian(i, j) = curved.hessian(j, i) = bent / (width[i] * width[j]);
            }
        }
        return curved;
    }

    /// Up from a point; never far at once, and never to a lower place.
    ThetaPoint stepped(ThetaPoint const& from, Vector step)
    {
        double const longest = step.cwiseAbs().maxCoeff();
        step *= std::min(1.0, 1.5 / longest);
        for (int halving = 0; halving < 8; ++halving, step *= 0.5) {
            auto found = all({from.x + step}, {&from.eta}).front();
            if (found.log_density > from.log_density) {
                return found;
            }
        }
        return from;
    }

private:
    ThetaDensity const& density_;
    geo::Job const& job_;
    std::atomic<std::size_t> evaluated_{0};
};

/// Eigenvectors of the Hessian: the main axes, each one standard deviation long. A direction that is flat or
/// bends upwards counts as wide.
Matrix axes_of(Matrix const& hessian)
{
    constexpr double widest = 2.0;  // the prior has 1
    Eigen::SelfAdjointEigenSolver<Matrix> const solved{hessian};
    Vector const length =
        solved.eigenvalues().cwiseMax(1.0 / (widest * widest)).cwiseSqrt().cwiseInverse();
    return solved.eigenvectors() * length.asDiagonal();
}

struct Top {
    ThetaPoint point;
    Matrix axes;
};

Top climbed(Climb& climb, ThetaPoint point)
{
    constexpr int most_steps = 20;
    constexpr double near_enough = 0.02;  // in log density: the grid need not be centred exactly
    Vector width = Vector::Constant(point.x.size(), 0.3);
    Matrix axes;
    for (int step = 0; step < most_steps; ++step) {
        auto const curved = climb.curved(point, width);
        axes = axes_of(curved.hessian);
        Vector const uphill = axes.transpose() * curved.gradient;
        if (0.5 * uphill.squaredNorm() < near_enough) {
            break;
        }
        auto next = climb.stepped(point, axes * uphill);
        if (next.log_density <= point.log_density) {
            break;
        }
        point = std::move(next);
        width = (0.5 * axes.rowwise().norm()).cwiseMin(0.3);
    }
    return {std::move(point), std::move(axes)};
}

using GridPlace = std::vector<int>;

/// The grid grows from its middle, a ring at a time; all of a ring is computed at once.
class Growth {
public:
    Growth(Climb& climb, Top top, Cut cut)
        : climb_{climb}, middle_{top.point.x}, axes_{std::move(top.axes)}, cut_{cut}
    {
        auto const d = static_cast<std::size_t>(middle_.size());
        best_ = top.point.log_density;
        ring_.push_back(GridPlace(d, 0));
        found_.emplace(ring_.front(), std::move(top.point));
    }

    std::map<GridPlace, ThetaPoint> grown()
    {
        while (!ring_.empty()) {
            grow();
        }
        return std::move(found_);
    }

private:
    void grow()
    {
        std::map<GridPlace, GridPlace> wanted;  // with the point it was reached from
        for (auto const& from : ring_) {
            if (found_.at(from).log_density < best_ - cut_.reach) {
                continue;
            }
            for (std::size_t axis = 0; axis < from.size(); ++axis) {
                for (int const way : {-1, 1}) {
                    auto next = from;
                    next[axis] += way;
                    if (!found_.contains(next) && may_matter(from, axis, way)) {
                        wanted.emplace(std::move(next), from);
                    }
                }
            }
        }
        compute(wanted);
    }

    /// Extrapolates with the curvature at the top, so that the rim need not be computed to be left
    /// out.
    bool may_matter(GridPlace const& from, std::size_t axis, int way) const
    {
        auto behind = from;
        behind[axis] -= way;
        auto const before = found_.find(behind);
        if (before == found_.end()) {
            return true;
        }
        double const here = found_.at(from).log_density;
        double const guess = 2.0 * here - before->second.log_density - cut_.step * cut_.step;
        return guess > best_ - cut_.reach - 1.0;
    }

    void compute(std::map<GridPlace, GridPlace> const& wanted)
    {
        std::vector<Vector> where;
        std::vector<Vector const*> eta;
        ring_.clear();
        for (auto const& [place, from] : wanted) {
            Vector offset{middle_.size()};
            for (std::size_t axis = 0; axis < place.size(); ++axis) {
                offset[static_cast<Index>(axis)] = cut_.step * place[axis];
            }
            where.push_back(middle_ + axes_ * offset);
            eta.push_back(&found_.at(from).eta);
            ring_.push_back(place);
        }
        auto points = climb_.all(where, eta);
        for (std::size_t k = 0; k < points.size(); ++k) {
            best_ = std::max(best_, points[k].log_density);
            found_.emplace(ring_[k], std::move(points[k]));
        }
    }

    Climb& climb_;
    Vector middle_;
    Matrix axes_;
    Cut cut_;
    double best_ = 0.0;
    std::map<GridPlace, ThetaPoint> found_;
    std::vector<GridPlace> ring_;
};

ThetaGrid weighed(std::map<GridPlace, ThetaPoint>&& found, Matrix cell)
{
    ThetaGrid grid{{}, std::move(cell), 0.0};
    double best = -geo::infinite;
    for (auto const& [place, point] : found) {
        best = std::max(best, point.log_density);
    }
    double all = 0.0;
    double kept = 0.0;
    for (auto& [place, point] : found) {
        point.weight = std::exp(point.log_density - best);
        all += point.weight;
        if (point.weight > negligible) {
            kept += point.weight;
            grid.points.push_back(std::move(point));
        }
    }
    for (auto& point : grid.points) {
        point.weight /= kept;
    }
    grid.log_evidence = best + std::log(all) + std::log(std::abs(grid.cell.determinant()));
    return grid;
}

/// A value with its share of the whole.
struct Weighted {
    double value;
    double weight;
};

/// Values of one coordinate within the cells.
std::vector<Weighted> spread_over_cells(ThetaGrid const& grid, Index axis)
{
    int const parts = grid.cell.cols() == 1 ? 32 : grid.cell.cols() == 2 ? 8 : 4;
    std::vector<double> offsets{0.0};
    for (Index k = 0; k < grid.cell.cols(); ++k) {
        std::vector<double> wider;
        for (double const offset : offsets) {
            for (int part = 0; part < parts; ++part) {
                wider.push_back(offset + grid.cell(axis, k) * ((part + 0.5) / parts - 0.5));
            }
        }
        offsets = std::move(wider);
    }
    std::vector<Weighted> values;
    for (auto const& point : grid.points) {
        for (double const offset : offsets) {
            values.push_back(
                {point.x[axis] + offset, point.weight / static_cast<double>(offsets.size())});
        }
    }
    return values;
}

}  // namespace

ThetaSpace::ThetaSpace(Bym2Problem const& problem, Bym2Options const& options, geo::Job const& job)
    : sigma_rate_{-std::log(options.sigma_chance) / options.sigma_above},
      spread_rate_{-std::log(options.spread_chance) / options.spread_above},
      spread_{options.family == CountFamily::negative_binomial}
{
    if (problem.icar.spatial()) {
        mixing_.emplace(problem.icar, options.phi_below, options.phi_chance, job);
    }
}

Vector ThetaSpace::start() const
{
    Vector x = Vector::Zero(dimensions());
    x[0] = 1.0;  // data that are worth a model mostly have more spread than the prior expects
    return x;
}

Bym2Theta ThetaSpace::theta(Vector const& x) const
{
    Bym2Theta theta{.sigma = sigma_at(x[0])};
    if (auto const axis = phi_axis()) {
        double const logit = mixing_->logit_at(numerics::normal_cdf(x[*axis]));
        theta.phi = logistic(logit);
        theta.rest = logistic(-logit);
    }
    if (auto const axis = spread_axis()) {
        double const spread = spread_at(x[*axis]);
        theta.size = 1.0 / (spread * spread);
    }
    return theta;
}

double ThetaSpace::log_prior(Vector const& x)
{
    return -0.5 * x.squaredNorm() -
           0.5 * static_cast<double>(x.size()) * std::log(2.0 * std::numbers::pi);
}

std::optional<Index> ThetaSpace::phi_axis() const
{
    return mixing_ ? std::optional<Index>{1} : std::nullopt;
}

std::optional<Index> ThetaSpace::spread_axis() const
{
    return spread_ ? std::optional<Index>{dimensions() - 1} : std::nullopt;
}

double ThetaSpace::sigma_at(double coordinate) const
{
    return std::min(exponential_at(coordinate, sigma_rate_), largest_sigma);
}

double ThetaSpace::phi_at(double coordinate) const
{
    return logistic(mixing_->logit_at(numerics::normal_cdf(coordinate)));
}

double ThetaSpace::spread_at(double coordinate) const
{
    return exponential_at(coordinate, spread_rate_);
}

ThetaGrid explore(ThetaDensity const& density, Vector const& start, Vector const& eta,
                  geo::Job const& job)
{
    Climb climb{density, job};
    auto top = climbed(climb, climb.all({start}, {&eta}).front());
    auto const cut = cut_for(start.size());
    Matrix const cell = cut.step * top.axes;
    return weighed(Growth{climb, std::move(top), cut}.grown(), cell);
}

std::vector<double> quantiles(ThetaGrid const& grid, Index axis, std::vector<double> const& shares)
{
    double mean = 0.0;
    double square = 0.0;
    for (auto const& point : grid.points) {
        mean += point.weight * point.x[axis];
    }
    for (auto const& point : grid.points) {
        square += point.weight * (point.x[axis] - mean) * (point.x[axis] - mean);
    }
    auto values = spread_over_cells(grid, axis);
    std::ranges::sort(values, {}, &Weighted::value);
    // Spreading widened the distribution by the variance of a cell, which is known.
    double const widened = square + grid.cell.row(axis).squaredNorm() / 12.0;
    double const shrink = std::sqrt(square / widened);
    std::vector<double> found;
    double below = 0.0;
    for (auto const& one : values) {
        below += one.weight;
        while (found.size() < shares.size() && below >= shares[found.size()]) {
            found.push_back(mean + shrink * (one.value - mean));
        }
    }
    found.resize(shares.size(), mean + shrink * (values.back().value - mean));
    return found;
}

}  // namespace marchland::analysis::bym2
