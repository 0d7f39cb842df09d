#include "bench/decisions/twin.hpp"

#include <cmath>

namespace marchland::decisions {
namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr double level_variance = 25.0;  // the twin does not know the level

}  // namespace

MatrixXd field_covariance(analysis::neighbours::Weights const& rows)
{
    auto const n = static_cast<Eigen::Index>(rows.size());
    MatrixXd a = MatrixXd::Zero(n, n);
    for (auto const id : rows.ids()) {
        for (auto const& link : rows[id]) {
            a(static_cast<Eigen::Index>(geo::index_of(id)),
              static_cast<Eigen::Index>(geo::index_of(link.to))) = link.weight;
        }
    }
    return a * a.transpose();
}

MatrixXd neighbour_covariance(analysis::neighbours::Neighbours const& near)
{
    auto const n = static_cast<Eigen::Index>(near.size());
    MatrixXd laplacian = MatrixXd::Zero(n, n);
    for (auto const id : near.ids()) {
        auto const i = static_cast<Eigen::Index>(geo::index_of(id));
        laplacian(i, i) = static_cast<double>(near[id].size());
        for (auto const other : near[id]) {
            laplacian(i, static_cast<Eigen::Index>(geo::index_of(other))) = -1.0;
        }
    }
    Eigen::SelfAdjointEigenSolver<MatrixXd> const solved{laplacian};
    VectorXd const inverse = solved.eigenvalues().unaryExpr(
        [](double value) { return value > 1e-9 ? 1.0 / value : 0.0; });
    MatrixXd covariance =
        solved.eigenvectors() * inverse.asDiagonal() * solved.eigenvectors().transpose();
    double logs = 0.0;
    double count = 0.0;
    for (auto const id : near.ids()) {
        auto const i = static_cast<Eigen::Index>(geo::index_of(id));
        logs += near[id].empty() ? 0.0 : std::log(covariance(i, i));
        count += near[id].empty() ? 0.0 : 1.0;
    }
    covariance /= std::exp(logs / count);
    for (auto const id : near.ids()) {
        if (near[id].empty()) {
            auto const i = static_cast<Eigen::Index>(geo::index_of(id));
            covariance(i, i) = 1.0;
        }
    }
    return covariance;
}

LogRisk seen_through(MatrixXd const& covariance, VectorXd const& values, double noise)
{
    MatrixXd sum = covariance;
    sum.diagonal().array() += noise;
    Eigen::LLT<MatrixXd> const solver{sum};
    return {covariance * solver.solve(values), covariance - covariance * solver.solve(covariance)};
}

std::vector<double> twin_risk(LogRisk const& prior, std::vector<double> const& cases,
                              std::vector<double> const& expected)
{
    auto const n = static_cast<Eigen::Index>(cases.size());
    VectorXd const y = Eigen::Map<VectorXd const>(cases.data(), n);
    VectorXd e = Eigen::Map<VectorXd const>(expected.data(), n);
    e *= y.sum() / e.sum();
    MatrixXd k = prior.covariance;
    k.array() += level_variance;
    VectorXd mean = prior.mean;
    VectorXd variance = VectorXd::Zero(n);  // the first rounds find the mode
    for (int round = 0; round < 40; ++round) {
        VectorXd const fitted = (e.array() * (mean + 0.5 * variance).array().exp()).matrix();
        VectorXd const root = fitted.cwiseSqrt();
        MatrixXd inner = root.asDiagonal() * k * root.asDiagonal();
        inner.diagonal().array() += 1.0;
        Eigen::LLT<MatrixXd> const solver{inner};
        VectorXd const target = fitted.cwiseProduct(mean - prior.mean) + y - fitted;
        VectorXd const slope =
            target - root.cwiseProduct(solver.solve(root.cwiseProduct(k * target)));
        VectorXd step = prior.mean + k * slope - mean;
        step *= std::min(1.0, 2.0 / std::max(1e-300, step.cwiseAbs().maxCoeff()));
        mean += step;
        double change = step.cwiseAbs().maxCoeff();
        if (change < 0.1 || round > 10) {
            MatrixXd const half = solver.matrixL().solve(root.asDiagonal() * k);
            VectorXd const now = k.diagonal() - half.colwise().squaredNorm().transpose();
            change = std::max(change, (now - variance).cwiseAbs().maxCoeff());
            variance = now;
        }
        if (change < 1e-4) {
            break;
        }
    }
    VectorXd const risk = (mean + 0.5 * variance).array().exp().matrix();
    return {risk.data(), risk.data() + n};
}

}  // namespace marchland::decisions
