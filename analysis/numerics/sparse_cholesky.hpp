// Cholesky factors of matrices that share the zeros of one sparse matrix.
#pragma once

#include "geo/vocabulary/job.hpp"

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace marchland::analysis::numerics {

/// A symmetric sparse matrix by the columns of its lower triangle, in each the diagonal first, then rows
/// ascending.
struct LowerTriangle {
    std::span<int const> start;  ///< of each column in the other two, and their end
    std::span<int const> row;
    std::span<double const> value;

    std::size_t size() const { return start.size() - 1; }
};

/// An order of rows and columns that keeps the factor sparse: order[new] = old.
/// \par Source  Amestoy, Davis and Duff (1996), approximate minimum degree, as in Eigen.
std::vector<std::size_t> fill_reducing_order(LowerTriangle const& matrix);

/// The factor L of weight M + diagonal = L L', rows and columns as they come.
///
/// Zeros are found once, in the constructor. Without a BLAS, so that figures do not depend on
/// whose.
/// \par Cost  on a queen grid of 11,025 communes: factor 9 ms, solve 1 ms, inverse 25 ms.
class SparseCholesky {
public:
    /// \param matrix  its arrays must outlive this object.
    explicit SparseCholesky(LowerTriangle const& matrix);
    ~SparseCholesky();
    SparseCholesky(SparseCholesky const&) = delete;
    SparseCholesky& operator=(SparseCholesky const&) = delete;

    /// \throws geo::Error{failed}  the matrix is not positive definite.
    void factorise(double weight, std::span<double const> diagonal);

    double log_determinant() const;

    /// In place, L L' x = b. Several right-hand sides at once: those of one row lie side by side.
    void solve(std::span<double> sides) const;
    /// In place, L' x = b: white noise gets the inverse as covariance.
    void half_solve(std::span<double> sides) const;

    /// The diagonal of the inverse.
    /// \par Source  Takahashi, Fagan and Chin (1973); Rue and Martino (2007) JSPI 137.
    /// \throws Cancelled
    std::vector<double> inverse_diagonal(geo::Job const& job) const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace marchland::analysis::numerics
