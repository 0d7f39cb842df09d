// The scaled intrinsic autoregression of a map: each part sums to zero. Private to analysis.
#pragma once

#include "analysis/bym2/algebra.hpp"
#include "analysis/neighbours/neighbours.hpp"
#include "analysis/numerics/sparse_cholesky.hpp"

#include <vector>

namespace marchland::analysis::bym2 {

/// Structure of the spatial effect, rows in an order that keeps factors sparse.
///
/// In every connected part the geometric mean of the marginal variances is 1, under the condition
/// that the part sums to zero. A commune without neighbour is independent with variance 1.
/// \par Source  Besag (1974); Sorbye and Rue (2014) Spatial Statistics 8; Freni-Sterrantino,
///              Ventrucci and Rue (2018) Spatial and Spatio-temporal Epidemiology 26.
struct Icar {
    std::vector<std::size_t> order;  ///< order[row] = commune
    std::vector<std::size_t> part;   ///< of each row
    std::vector<double> part_size;   ///< communes of each part
    Sparse precision;                ///< lower triangle, scaled; 1 for a commune without neighbour
    Vector ridge;        ///< makes parts invertible; too small to change what sums to zero
    double trace = 0.0;  ///< sum of the marginal variances
    double log_determinant = 0.0;  ///< of the precision, without the zero of each part

    Eigen::Index size() const { return precision.cols(); }
    numerics::LowerTriangle triangle() const;  ///< of the precision
    bool alone(std::size_t row) const { return part_size[part[row]] == 1.0; }
    bool spatial() const;  ///< some commune has a neighbour
};

/// \pre lists are symmetric, without self and without repetition.
/// \throws Cancelled
Icar icar_of(neighbours::Neighbours const& near, geo::Job const& job);

/// Solves with weight x precision + diagonal under the condition that each part sums to zero.
class IcarSolver {
public:
    /// \param icar  must outlive this object.
    explicit IcarSolver(Icar const& icar);

    void factorise(double weight, Vector const& diagonal);
    void solve(Rows& sides) const;   ///< in place; each part of the answer sums to zero
    void sample(Rows& noise) const;  ///< in place: white noise gets the conditional covariance
    Vector variances(geo::Job const& job) const;
    double log_determinant() const;  ///< of the conditional precision; up to a constant of the map

private:
    void condition(Rows& sides) const;
    Vector part_sums(Vector const& values) const;

    Icar const& icar_;
    numerics::SparseCholesky cholesky_;
    Vector level_;      ///< the answer for a right-hand side of ones; 0 for communes alone
    Vector level_sum_;  ///< over each part
};

}  // namespace marchland::analysis::bym2
