#include "analysis/capture_recapture/log_linear.hpp"

#include "analysis/numerics/distributions.hpp"
#include "analysis/numerics/glpk_thread.hpp"

#include <Eigen/Cholesky>
#include <Eigen/QR>

#include <bit>
#include <cmath>
#include <memory>

namespace marchland::analysis::capture_recapture {
namespace {

bool on_list(std::size_t pattern, std::size_t list)
{
    return (pattern >> list & 1U) != 0U;
}

/// Design matrix: one row for each observable pattern: 1, each list, each pair.
Eigen::MatrixXd design_of(ListCells const& cells, std::vector<ListPair> const& pairs)
{
    auto const lists = cells.lists.size();
    auto const rows = static_cast<Eigen::Index>(cells.patterns() - 1);
    Eigen::MatrixXd design =
        Eigen::MatrixXd::Zero(rows, static_cast<Eigen::Index>(1 + lists + pairs.size()));
    for (std::size_t pattern = 1; pattern < cells.patterns(); ++pattern) {
        auto row = design.row(static_cast<Eigen::Index>(pattern) - 1);
        row[0] = 1.0;
        for (std::size_t l = 0; l < lists; ++l) {
            row[static_cast<Eigen::Index>(1 + l)] = on_list(pattern, l) ? 1.0 : 0.0;
        }
        for (std::size_t p = 0; p < pairs.size(); ++p) {
            bool const both = on_list(pattern, pairs[p].first) && on_list(pattern, pairs[p].second);
            row[static_cast<Eigen::Index>(1 + lists + p)] = both ? 1.0 : 0.0;
        }
    }
    return design;
}

Eigen::VectorXd counts_of(ListCells const& cells)
{
    Eigen::VectorXd counts(static_cast<Eigen::Index>(cells.patterns() - 1));
    for (std::size_t pattern = 1; pattern < cells.patterns(); ++pattern) {
        counts[static_cast<Eigen::Index>(pattern) - 1] = cells.count[pattern];
    }
    return counts;
}

using Problem =
    std::unique_ptr<glp_prob, decltype([](glp_prob* problem) { glp_delete_prob(problem); })>;

/// Whether no maximum likelihood estimate exists: is there a direction that leaves all cells with persons as
/// they are and lowers an empty one?
bool runs_away(Eigen::MatrixXd const& design, Eigen::VectorXd const& counts)
{
    numerics::begin_glpk();
    Problem const problem{glp_create_prob()};
    auto const parameters = static_cast<int>(design.cols());
    glp_set_obj_dir(problem.get(), GLP_MIN);
    glp_add_cols(problem.get(), parameters);
    glp_add_rows(problem.get(), static_cast<int>(design.rows()));
    std::vector<int> columns(static_cast<std::size_t>(parameters) + 1);
    std::vector<double> entries(columns.size());
    Eigen::VectorXd goal = Eigen::VectorXd::Zero(design.cols());
    for (int c = 1; c <= parameters; ++c) {
        glp_set_col_bnds(problem.get(), c, GLP_FR, 0.0, 0.0);
        columns[static_cast<std::size_t>(c)] = c;
    }
    for (Eigen::Index r = 0; r < design.rows(); ++r) {
        for (int c = 1; c <= parameters; ++c) {
            entries[static_cast<std::size_t>(c)] = design(r, c - 1);
        }
        int const row = static_cast<int>(r) + 1;
        glp_set_mat_row(problem.get(), row, parameters, columns.data(), entries.data());
        bool const empty = counts[r] == 0.0;
        glp_set_row_bnds(problem.get(), row, empty ? GLP_DB : GLP_FX, empty ? -1.0 : 0.0, 0.0);
        if (empty) {
            goal += design.row(r).transpose();
        }
    }
    for (int c = 1; c <= parameters; ++c) {
        glp_set_obj_coef(problem.get(), c, goal[c - 1]);
    }
    glp_smcp simplex;
    glp_init_smcp(&simplex);
    simplex.msg_lev = GLP_MSG_OFF;
    glp_simplex(problem.get(), &simplex);
    return glp_get_obj_val(problem.get()) < -1e-7;
}

/// Newton's method on the Poisson likelihood.
Eigen::VectorXd fitted(Eigen::MatrixXd const& design, Eigen::VectorXd const& counts)
{
    Eigen::VectorXd mean = counts.array() + 0.1;
    Eigen::VectorXd parameters = Eigen::VectorXd::Zero(design.cols());
    for (int round = 0; round < 100; ++round) {
        Eigen::VectorXd const working =
            mean.array().log() + (counts.array() - mean.array()) / mean.array();
        Eigen::MatrixXd const weighted = mean.asDiagonal() * design;
        Eigen::VectorXd const next =
            (design.transpose() * weighted).ldlt().solve(weighted.transpose() * working);
        double const moved = (next - parameters).lpNorm<Eigen::Infinity>();
        parameters = next;
        mean = (design * parameters).array().exp();
        if (moved < 1e-12) {
            break;
        }
    }
    return parameters;
}

double log_likelihood(Eigen::VectorXd const& counts, Eigen::VectorXd const& mean)
{
    double sum = 0.0;
    for (Eigen::Index i = 0; i < counts.size(); ++i) {
        sum += counts[i] * std::log(mean[i]) - mean[i] - numerics::log_gamma(counts[i] + 1.0);
    }
    return sum;
}

double deviance_of(Eigen::VectorXd const& counts, Eigen::VectorXd const& mean)
{
    double sum = 0.0;
    for (Eigen::Index i = 0; i < counts.size(); ++i) {
        double const by_log = counts[i] > 0.0 ? counts[i] * std::log(counts[i] / mean[i]) : 0.0;
        sum += 2.0 * (by_log - counts[i] + mean[i]);
    }
    return sum;
}

}  // namespace

double ListCells::observed() const
{
    double sum = 0.0;
    for (std::size_t pattern = 1; pattern < count.size(); ++pattern) {
        sum += count[pattern];
    }
    return sum;
}

double ListCells::on(std::size_t list) const
{
    return on_both(list, list);
}

double ListCells::on_both(std::size_t a, std::size_t b) const
{
    double sum = 0.0;
    for (std::size_t pattern = 1; pattern < count.size(); ++pattern) {
        sum += on_list(pattern, a) && on_list(pattern, b) ? count[pattern] : 0.0;
    }
    return sum;
}

double ListCells::on_exactly(int lists_together) const
{
    double sum = 0.0;
    for (std::size_t pattern = 1; pattern < count.size(); ++pattern) {
        sum += std::popcount(pattern) == lists_together ? count[pattern] : 0.0;
    }
    return sum;
}

LogLinearFit fit_log_linear(ListCells const& cells, std::vector<ListPair> const& pairs,
                            double coverage)
{
    LogLinearFit fit;
    fit.pairs = pairs;
    auto const design = design_of(cells, pairs);
    auto const counts = counts_of(cells);
    fit.exists = cells.observed() > 0.0 && !runs_away(design, counts);
    fit.identified = design.colPivHouseholderQr().rank() == design.cols();
    if (!fit.exists || !fit.identified) {
        return fit;
    }
    auto const parameters = fitted(design, counts);
    Eigen::VectorXd const mean = (design * parameters).array().exp();
    Eigen::MatrixXd const information = design.transpose() * mean.asDiagonal() * design;
    Eigen::VectorXd const first = Eigen::VectorXd::Unit(design.cols(), 0);
    fit.intercept = parameters[0];
    fit.intercept_se = std::sqrt(information.ldlt().solve(first)[0]);
    double const z = numerics::normal_quantile(0.5 + coverage / 2.0);
    double const observed = cells.observed();
    fit.dark = std::exp(fit.intercept);
    fit.total = observed + fit.dark;
    fit.lower = observed + std::exp(fit.intercept - z * fit.intercept_se);
    fit.upper = observed + std::exp(fit.intercept + z * fit.intercept_se);
    double const likelihood = log_likelihood(counts, mean);
    auto const size = static_cast<double>(design.cols());
    fit.aic = -2.0 * likelihood + 2.0 * size;
    fit.bic = -2.0 * likelihood + std::log(observed) * size;
    fit.deviance = deviance_of(counts, mean);
    fit.df = static_cast<int>(design.rows() - design.cols());
    return fit;
}

}  // namespace marchland::analysis::capture_recapture
