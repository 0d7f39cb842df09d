#include "analysis/numerics/sparse_cholesky.hpp"

#include "geo/vocabulary/error.hpp"

#include <Eigen/OrderingMethods>
#include <Eigen/SparseCholesky>
#include <Eigen/SparseCore>

#include <cmath>
#include <type_traits>

namespace marchland::analysis::numerics {
namespace {

using Index = Eigen::Index;
using Sparse = Eigen::SparseMatrix<double>;

Sparse copy_of(LowerTriangle const& matrix)
{
    auto const size = static_cast<Index>(matrix.size());
    return Eigen::Map<Sparse const>{size,
                                    size,
                                    static_cast<Index>(matrix.value.size()),
                                    matrix.start.data(),
                                    matrix.row.data(),
                                    matrix.value.data()};
}

/// The arrays of a factor by columns: in each column first the diagonal, then rows ascending.
struct Columns {
    int const* start;
    int const* row;
    double const* value;
    Index size;

    explicit Columns(Sparse const& factor)
        : start{factor.outerIndexPtr()}, row{factor.innerIndexPtr()}, value{factor.valuePtr()},
          size{factor.cols()}
    {
    }
};

template <class Width>
void forward(Columns const& l, double* x, Width width)
{
    for (Index j = 0; j < l.size; ++j) {
        double* const own = x + j * width;
        double const pivot = 1.0 / l.value[l.start[j]];
        for (Index c = 0; c < width; ++c) {
            own[c] *= pivot;
        }
        for (int p = l.start[j] + 1; p < l.start[j + 1]; ++p) {
            double* const other = x + l.row[p] * width;
            for (Index c = 0; c < width; ++c) {
                other[c] -= l.value[p] * own[c];
            }
        }
    }
}

template <class Width>
void backward(Columns const& l, double* x, Width width)
{
    for (Index j = l.size; j-- > 0;) {
        double* const own = x + j * width;
        for (int p = l.start[j] + 1; p < l.start[j + 1]; ++p) {
            double const* const other = x + l.row[p] * width;
            for (Index c = 0; c < width; ++c) {
                own[c] -= l.value[p] * other[c];
            }
        }
        double const pivot = 1.0 / l.value[l.start[j]];
        for (Index c = 0; c < width; ++c) {
            own[c] *= pivot;
        }
    }
}

template <Index width>
using Fixed = std::integral_constant<Index, width>;

/// Calls work with the number of right-hand sides, known to the compiler where it is a usual one.
template <class Work>
void for_width(Index width, Work const& work)
{
    switch (width) {
    case 1:
        return work(Fixed<1>{});
    case 2:
        return work(Fixed<2>{});
    case 4:
        return work(Fixed<4>{});
    case 8:
        return work(Fixed<8>{});
    default:
        return work(width);
    }
}

/// One column of the inverse on the zeros of the factor, from the columns to its right.
class InverseColumn {
public:
    explicit InverseColumn(Columns const& l)
        : l_{l}, inverse_(static_cast<std::size_t>(l.start[l.size])),
          place_(static_cast<std::size_t>(l.size), -1), sum_(static_cast<std::size_t>(l.size))
    {
    }

    double compute(Index j)
    {
        int const first = l_.start[j] + 1;
        int const count = l_.start[j + 1] - first;
        for (int a = 0; a < count; ++a) {
            place_[at(l_.row[first + a])] = a;
            sum_[at(a)] = 0.0;
        }
        for (int a = 0; a < count; ++a) {
            multiply(first, a, count);
        }
        double const pivot = 1.0 / l_.value[first - 1];
        double own = pivot;
        for (int a = 0; a < count; ++a) {
            inverse_[at(first + a)] = -sum_[at(a)] * pivot;
            own -= l_.value[first + a] * inverse_[at(first + a)];
            place_[at(l_.row[first + a])] = -1;
        }
        return inverse_[at(first - 1)] = own * pivot;
    }

private:
    static std::size_t at(int i) { return static_cast<std::size_t>(i); }

    /// Adds what column k of the inverse, and by symmetry its row, has for the rows of column j.
    void multiply(int first, int a, int count)
    {
        int const k = l_.row[first + a];
        double const weight = l_.value[first + a];
        int const from = l_.start[k] + 1;
        int const length = l_.start[k + 1] - from;
        double own = inverse_[at(from - 1)] * weight;
        if (length == count - a - 1) {  // the same rows: no need to look for them
            double const* const column = inverse_.data() + from;
            double const* const values = l_.value + first + a + 1;
            double* const sums = sum_.data() + a + 1;
            for (int b = 0; b < length; ++b) {
                sums[b] += column[b] * weight;
                own += column[b] * values[b];
            }
        } else {
            for (int p = from; p < from + length; ++p) {
                int const b = place_[at(l_.row[p])];
                if (b >= 0) {
                    sum_[at(b)] += inverse_[at(p)] * weight;
                    own += inverse_[at(p)] * l_.value[first + b];
                }
            }
        }
        sum_[at(a)] += own;
    }

    Columns const& l_;
    std::vector<double> inverse_;
    std::vector<int> place_;
    std::vector<double> sum_;
};

}  // namespace

std::vector<std::size_t> fill_reducing_order(LowerTriangle const& matrix)
{
    auto const lower = copy_of(matrix);
    Eigen::PermutationMatrix<Eigen::Dynamic, Eigen::Dynamic, int> order;
    Eigen::AMDOrdering<int>{}(lower.selfadjointView<Eigen::Lower>(), order);
    std::vector<std::size_t> found;
    for (Index i = 0; i < lower.cols(); ++i) {
        found.push_back(static_cast<std::size_t>(order.indices()[i]));
    }
    return found;
}

struct SparseCholesky::Impl {
    LowerTriangle matrix;
    Sparse filled;
    Eigen::SimplicialLLT<Sparse, Eigen::Lower, Eigen::NaturalOrdering<int>> factor;

    Columns columns() const { return Columns{factor.matrixL().nestedExpression()}; }
};

SparseCholesky::SparseCholesky(LowerTriangle const& matrix) : impl_{std::make_unique<Impl>()}
{
    impl_->matrix = matrix;
    impl_->filled = copy_of(matrix);
    impl_->factor.analyzePattern(impl_->filled);
}

SparseCholesky::~SparseCholesky() = default;

void SparseCholesky::factorise(double weight, std::span<double const> diagonal)
{
    auto const& [start, row, value] = impl_->matrix;
    double* const filled = impl_->filled.valuePtr();
    for (std::size_t j = 0; j < diagonal.size(); ++j) {
        auto const first = static_cast<std::size_t>(start[j]);
        for (std::size_t p = first; p < static_cast<std::size_t>(start[j + 1]); ++p) {
            filled[p] = weight * value[p];
        }
        filled[first] += diagonal[j];
    }
    impl_->factor.factorize(impl_->filled);
    if (impl_->factor.info() != Eigen::Success) {
        throw geo::Error{geo::Trouble::failed,
                         "the risk model met a matrix that is not positive definite"};
    }
}

double SparseCholesky::log_determinant() const
{
    auto const l = impl_->columns();
    double sum = 0.0;
    for (Index j = 0; j < l.size; ++j) {
        sum += std::log(l.value[l.start[j]]);
    }
    return 2.0 * sum;
}

void SparseCholesky::solve(std::span<double> sides) const
{
    auto const l = impl_->columns();
    for_width(static_cast<Index>(sides.size()) / l.size, [&](auto width) {
        forward(l, sides.data(), width);
        backward(l, sides.data(), width);
    });
}

void SparseCholesky::half_solve(std::span<double> sides) const
{
    auto const l = impl_->columns();
    for_width(static_cast<Index>(sides.size()) / l.size,
              [&](auto width) { backward(l, sides.data(), width); });
}

std::vector<double> SparseCholesky::inverse_diagonal(geo::Job const& job) const
{
    auto const l = impl_->columns();
    InverseColumn column{l};
    std::vector<double> diagonal(static_cast<std::size_t>(l.size));
    for (Index j = l.size; j-- > 0;) {
        if (j % 512 == 0 && job.stop().stop_requested()) {
            throw geo::Cancelled{};
        }
        diagonal[static_cast<std::size_t>(j)] = column.compute(j);
    }
    return diagonal;
}

}  // namespace marchland::analysis::numerics
