#include "analysis/bym2/icar.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace marchland::analysis::bym2 {
namespace {

using Index = Eigen::Index;

/// Ridge, added along the sum of a part: far below what data say, far above rounding.
constexpr double smallest_precision = 1e-6;

std::size_t at(Index i)
{
    return static_cast<std::size_t>(i);
}
Index row_of(std::size_t i)
{
    return static_cast<Index>(i);
}

/// The graph Laplacian, lower triangle; a commune without neighbour has 1.
Sparse laplacian(neighbours::Neighbours const& near, std::vector<std::size_t> const& place)
{
    std::vector<Eigen::Triplet<double>> entries;
    for (auto const id : near.ids()) {
        auto const row = static_cast<int>(place[geo::index_of(id)]);
        entries.emplace_back(row, row,
                             near[id].empty() ? 1.0 : static_cast<double>(near[id].size()));
        for (auto const other : near[id]) {
            auto const column = static_cast<int>(place[geo::index_of(other)]);
            if (column < row) {
                entries.emplace_back(row, column, -1.0);
            }
        }
    }
    Sparse made{row_of(near.size()), row_of(near.size())};
    made.setFromTriplets(entries.begin(), entries.end());
    return made;
}

/// Numbers the connected parts in the order of their first row.
void find_parts(Icar& icar, neighbours::Neighbours const& near,
                std::vector<std::size_t> const& place)
{
    constexpr auto none = static_cast<std::size_t>(-1);
    icar.part.assign(near.size(), none);
    for (std::size_t first = 0; first < near.size(); ++first) {
        if (icar.part[first] != none) {
            continue;
        }
        auto const part = icar.part_size.size();
        icar.part_size.push_back(0.0);
        std::vector<std::size_t> open{first};
        icar.part[first] = part;
        while (!open.empty()) {
            auto const row = open.back();
            open.pop_back();
            icar.part_size[part] += 1.0;
            for (auto const other : near[static_cast<geo::CommuneId>(icar.order[row])]) {
                auto const next = place[geo::index_of(other)];
                if (icar.part[next] == none) {
                    icar.part[next] = part;
                    open.push_back(next);
                }
            }
        }
    }
}

/// \param lower  must be compressed, and outlive the answer.
numerics::LowerTriangle triangle_of(Sparse const& lower)
{
    auto const entries = static_cast<std::size_t>(lower.nonZeros());
    return {{lower.outerIndexPtr(), static_cast<std::size_t>(lower.cols()) + 1},
            {lower.innerIndexPtr(), entries},
            {lower.valuePtr(), entries}};
}

std::vector<std::size_t> inverse_of(std::vector<std::size_t> const& order)
{
    std::vector<std::size_t> place(order.size());
    for (std::size_t row = 0; row < order.size(); ++row) {
        place[order[row]] = row;
    }
    return place;
}

/// Geometric mean of the variances of each part.
std::vector<double> scales(Icar const& icar, Vector const& variances)
{
    std::vector<double> scale(icar.part_size.size());
    for (Index i = 0; i < icar.size(); ++i) {
        scale[icar.part[at(i)]] += std::log(variances[i]);
    }
    for (std::size_t part = 0; part < scale.size(); ++part) {
        scale[part] = std::exp(scale[part] / icar.part_size[part]);
    }
    return scale;
}

/// Variances and log determinant of the unscaled precision.
struct Unscaled {
    Vector variances;
    double log_determinant = 0.0;
};

/// Twice as much ridge changes them twice as much: what is left without any, to second order.
Unscaled without_ridge(Icar const& icar, geo::Job const& job)
{
    IcarSolver solver{icar};
    solver.factorise(1.0, icar.ridge);
    Unscaled const twice{solver.variances(job), solver.log_determinant()};
    solver.factorise(1.0, Vector::Zero(icar.size()));
    return {2.0 * solver.variances(job) - twice.variances,
            2.0 * solver.log_determinant() - twice.log_determinant};
}

void make_scaled(Icar& icar, geo::Job const& job)
{
    auto const unscaled = without_ridge(icar, job);
    auto const scale = scales(icar, unscaled.variances);
    icar.log_determinant = unscaled.log_determinant;
    for (Index j = 0; j < icar.size(); ++j) {
        auto const part = icar.part[at(j)];
        icar.trace += unscaled.variances[j] / scale[part];
        for (Sparse::InnerIterator entry{icar.precision, j}; entry; ++entry) {
            entry.valueRef() *= scale[part];
        }
    }
    for (std::size_t part = 0; part < scale.size(); ++part) {
        icar.log_determinant += (icar.part_size[part] - 1.0) * std::log(scale[part]);
    }
}

}  // namespace

numerics::LowerTriangle Icar::triangle() const
{
    return triangle_of(precision);
}

bool Icar::spatial() const
{
    return std::ranges::any_of(part_size, [](double size) { return size > 1.0; });
}

Icar icar_of(neighbours::Neighbours const& near, geo::Job const& job)
{
    Icar icar;
    std::vector<std::size_t> as_given(near.size());
    std::iota(as_given.begin(), as_given.end(), std::size_t{0});
    icar.order = numerics::fill_reducing_order(triangle_of(laplacian(near, as_given)));
    auto const place = inverse_of(icar.order);
    icar.precision = laplacian(near, place);
    find_parts(icar, near, place);
    icar.ridge = Vector::Zero(icar.size());
    for (Index i = 0; i < icar.size(); ++i) {
        if (!icar.alone(at(i))) {
            icar.ridge[i] = smallest_precision / icar.part_size[icar.part[at(i)]];
        }
    }
    make_scaled(icar, job);
    return icar;
}

IcarSolver::IcarSolver(Icar const& icar) : icar_{icar}, cholesky_{icar.triangle()} {}

void IcarSolver::factorise(double weight, Vector const& diagonal)
{
    Vector const ridged = diagonal + icar_.ridge;
    cholesky_.factorise(weight, numbers(ridged));
    Rows ones{icar_.size(), 1};
    for (Index i = 0; i < icar_.size(); ++i) {
        ones(i, 0) = icar_.alone(at(i)) ? 0.0 : 1.0;
    }
    cholesky_.solve(numbers(ones));  // parts do not touch, so one answer holds those of all
    level_ = ones.col(0);
    level_sum_ = part_sums(level_);
}

void IcarSolver::solve(Rows& sides) const
{
    cholesky_.solve(numbers(sides));
    condition(sides);
}

void IcarSolver::sample(Rows& noise) const
{
    cholesky_.half_solve(numbers(noise));
    condition(noise);
}

Vector IcarSolver::variances(geo::Job const& job) const
{
    auto const diagonal = cholesky_.inverse_diagonal(job);
    Vector found = Eigen::Map<Vector const>{diagonal.data(), icar_.size()};
    for (Index i = 0; i < icar_.size(); ++i) {
        if (!icar_.alone(at(i))) {
            found[i] -= level_[i] * level_[i] / level_sum_[row_of(icar_.part[at(i)])];
        }
    }
    return found;
}

double IcarSolver::log_determinant() const
{
    double sum = cholesky_.log_determinant();
    for (std::size_t part = 0; part < icar_.part_size.size(); ++part) {
        if (icar_.part_size[part] > 1.0) {
            sum += std::log(level_sum_[row_of(part)] / icar_.part_size[part]);
        }
    }
    return sum;
}

void IcarSolver::condition(Rows& sides) const
{
    Rows sums = Rows::Zero(level_sum_.size(), sides.cols());
    for (Index i = 0; i < icar_.size(); ++i) {
        if (!icar_.alone(at(i))) {
            sums.row(row_of(icar_.part[at(i)])) += sides.row(i);
        }
    }
    for (Index i = 0; i < icar_.size(); ++i) {
        if (!icar_.alone(at(i))) {
            auto const part = row_of(icar_.part[at(i)]);
            sides.row(i) -= level_[i] / level_sum_[part] * sums.row(part);
        }
    }
}

Vector IcarSolver::part_sums(Vector const& values) const
{
    Vector sums = Vector::Zero(row_of(icar_.part_size.size()));
    for (Index i = 0; i < values.size(); ++i) {
        sums[row_of(icar_.part[at(i)])] += values[i];
    }
    return sums;
}

}  // namespace marchland::analysis::bym2
