// The vectors and matrices of the model. Private to the room: Eigen costs seconds wherever it is included.
#pragma once

#include <Eigen/Core>
#include <Eigen/SparseCore>

#include <cstddef>
#include <span>

namespace marchland::analysis::bym2 {

using Vector = Eigen::VectorXd;
using Matrix = Eigen::MatrixXd;
/// Several right-hand sides at once: those of one commune lie side by side.
using Rows = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using Sparse = Eigen::SparseMatrix<double>;  ///< by columns; of a symmetric one the lower triangle

/// The numbers of a vector or matrix as they lie in memory.
inline std::span<double> numbers(Rows& values)
{
    return {values.data(), static_cast<std::size_t>(values.size())};
}
inline std::span<double const> numbers(Vector const& values)
{
    return {values.data(), static_cast<std::size_t>(values.size())};
}

}  // namespace marchland::analysis::bym2
