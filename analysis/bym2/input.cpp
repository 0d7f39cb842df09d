#include "analysis/bym2/input.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace marchland::analysis::bym2 {
namespace {

using geo::CommuneId;
using geo::PerCommune;
using Index = Eigen::Index;

[[noreturn]] void refuse(std::string const& words)
{
    throw geo::Error{geo::Trouble::usage, words};
}

std::string number(CommuneId id)
{
    return std::to_string(geo::index_of(id) + 1);
}

void check(Bym2Options const& options)
{
    auto const share = [](double p) { return p > 0.0 && p < 1.0; };
    auto const positive = [](double x) { return x > 0.0 && std::isfinite(x); };
    if (!share(options.sigma_chance) || !share(options.phi_chance) ||
        !share(options.spread_chance) || !share(options.phi_below) || !share(options.coverage)) {
        refuse("the risk model needs chances, shares and a coverage between 0 and 1");
    }
    if (!positive(options.sigma_above) || !positive(options.spread_above) ||
        !positive(options.intercept_sd) || !positive(options.coefficient_sd) ||
        !positive(options.exceeding)) {
        refuse("the risk model needs priors and a threshold above 0");
    }
    if (options.check_draws < 0) {
        refuse("the risk model cannot check itself with fewer than 0 draws");
    }
}

void check_sizes(Bym2Data const& data)
{
    auto const n = data.cases.size();
    bool fits = data.expected.size() == n && data.near.size() == n &&
                (data.hidden.empty() || data.hidden.size() == n);
    for (auto const& covariate : data.covariates) {
        fits = fits && covariate.values.size() == n;
    }
    if (n == 0 || !fits) {
        refuse("the risk model needs a commune or more, and one figure of each kind for each");
    }
}

void check_counts(Bym2Data const& data)
{
    for (auto const id : data.cases.ids()) {
        if (!std::isfinite(data.cases[id]) || data.cases[id] < 0.0) {
            refuse("commune " + number(id) + ": cases must be a number, 0 or more");
        }
        if (std::isinf(data.expected[id]) || data.expected[id] < 0.0) {
            refuse("commune " + number(id) + ": expected cases must be 0 or more");
        }
        if (!data.hidden.empty() && (std::isinf(data.hidden[id]) || data.hidden[id] < 0.0)) {
            refuse("commune " + number(id) + ": hidden cases must be 0 or more");
        }
    }
}

void check_neighbours(neighbours::Neighbours const& near)
{
    auto sorted = near;
    for (auto& list : sorted) {
        std::ranges::sort(list);
    }
    for (auto const id : sorted.ids()) {
        if (std::ranges::adjacent_find(sorted[id]) != sorted[id].end()) {
            refuse("commune " + number(id) + " has the same neighbour twice");
        }
        for (auto const other : sorted[id]) {
            if (geo::index_of(other) >= near.size()) {
                refuse("commune " + number(id) + " has neighbour " + number(other) + " of only " +
                       std::to_string(near.size()) + " communes");
            }
            if (other == id) {
                refuse("commune " + number(id) + " is its own neighbour");
            }
            if (!std::ranges::binary_search(sorted[other], id)) {
                refuse("commune " + number(id) + " has neighbour " + number(other) +
                       ", but not the other way round; the risk model needs both");
            }
        }
    }
}

void note(geo::Findings& findings, geo::Severity severity, std::string rule, std::string field,
          std::string message, std::string action)
{
    findings.push_back({.severity = severity,
                        .rule = std::move(rule),
                        .field = std::move(field),
                        .message = std::move(message),
                        .action = std::move(action)});
}

bool has_likelihood(Bym2Data const& data, CommuneId id)
{
    return data.expected[id] > 0.0;
}

void note_lost_cases(Bym2Data const& data, geo::Findings& findings)
{
    std::size_t lost = 0;
    std::size_t seen = 0;
    for (auto const id : data.cases.ids()) {
        lost += !has_likelihood(data, id) && data.cases[id] > 0.0 ? 1U : 0U;
        seen += has_likelihood(data, id) ? 1U : 0U;
    }
    if (lost > 0) {
        note(findings, geo::Severity::warning, "cases-without-expectation", "",
             std::to_string(lost) +
                 " communes have cases where none could be expected (no people or no effort)",
             "give their people and effort; until then their cases are not used");
    }
    if (seen == 0) {
        note(findings, geo::Severity::warning, "no-expectation", "",
             "no commune has expected cases: every figure is what was assumed beforehand",
             "give cases, people and effort");
    }
}

/// Imputation: missing values become the mean of the neighbours that have one, or of all.
/// \returns nothing where no value is known.
std::optional<std::vector<double>>
filled(Covariate const& covariate, neighbours::Neighbours const& near, geo::Findings& findings)
{
    auto const& values = covariate.values;
    double sum = 0.0;
    double known = 0.0;
    for (double const value : values) {
        sum += std::isfinite(value) ? value : 0.0;
        known += std::isfinite(value) ? 1.0 : 0.0;
    }
    auto const missing = values.size() - static_cast<std::size_t>(known);
    if (known == 0.0) {
        return std::nullopt;
    }
    std::vector<double> full;
    for (auto const id : values.ids()) {
        double around = 0.0;
        double count = 0.0;
        for (auto const other : near[id]) {
            around += std::isfinite(values[other]) ? values[other] : 0.0;
            count += std::isfinite(values[other]) ? 1.0 : 0.0;
        }
        full.push_back(std::isfinite(values[id]) ? values[id]
                       : count > 0.0             ? around / count
                                                 : sum / known);
    }
    if (missing > 0) {
        note(findings, geo::Severity::warning, "covariate-filled", covariate.name,
             covariate.name + " is not known for " + std::to_string(missing) + " of " +
                 std::to_string(values.size()) + " communes",
             "the mean of their neighbours, or else of all, is used: complete it");
    }
    return full;
}

/// A covariate as a column of the design, in the order of rows.
struct Column {
    KeptCovariate kept;
    Vector values;
    /// standardised, after the columns before it; of length 1 per commune
    Vector residual;
};

Column column_of(std::string name, std::vector<double> const& full, Icar const& icar,
                 bool standardise)
{
    Vector values{icar.size()};
    for (Index i = 0; i < icar.size(); ++i) {
        values[i] = full[icar.order[static_cast<std::size_t>(i)]];
    }
    // In parts, so that neither a huge nor a tiny unit loses figures.
    double const largest = values.cwiseAbs().maxCoeff();
    Vector const scaled = largest > 0.0 ? Vector{values / largest} : values;
    double const mean = scaled.mean();
    double const sd = std::sqrt((scaled.array() - mean).square().mean());
    bool const constant = !(sd > 1e-9);
    Vector residual = Vector::Zero(icar.size());
    if (!constant) {
        residual = (scaled.array() - mean) / sd;
    }
    if (!standardise) {
        return {{std::move(name), 0.0, 1.0}, values, residual};
    }
    return {{std::move(name), mean * largest, sd * largest}, residual, residual};
}

/// Residual by modified Gram-Schmidt: what is left of a column when those kept before it explain what they
/// can.
void take_out(std::vector<Column> const& before, Column& column)
{
    for (int again = 0; again < 2; ++again) {  // twice is enough to be orthogonal
        for (auto const& one : before) {
            column.residual -=
                one.residual.dot(column.residual) / one.residual.squaredNorm() * one.residual;
        }
    }
}

std::vector<Column> kept_columns(Bym2Data const& data, Icar const& icar, bool standardise,
                                 geo::Findings& findings)
{
    std::vector<Column> kept;
    auto const drop = [&findings](std::string const& name, std::string const& why) {
        note(findings, geo::Severity::warning, "covariate-dropped", name, name + " " + why,
             "it was left out of the risk model");
    };
    for (auto const& covariate : data.covariates) {
        auto const full = filled(covariate, data.near, findings);
        if (!full) {
            drop(covariate.name, "is known nowhere");
            continue;
        }
        auto column = column_of(covariate.name, *full, icar, standardise);
        if (column.residual.isZero(0.0)) {
            drop(covariate.name, "is the same everywhere");
            continue;
        }
        take_out(kept, column);
        if (column.residual.squaredNorm() < 1e-10 * static_cast<double>(icar.size())) {
            drop(covariate.name, "says only what the covariates before it say");
            continue;
        }
        kept.push_back(std::move(column));
    }
    return kept;
}

std::vector<SeenCount> counts_of(Bym2Data const& data, Icar const& icar)
{
    std::vector<SeenCount> seen;
    for (auto const commune : icar.order) {
        auto const id = static_cast<CommuneId>(commune);
        double const hidden =
            data.hidden.empty() || std::isnan(data.hidden[id]) ? 0.0 : data.hidden[id];
        seen.push_back(has_likelihood(data, id)
                           ? SeenCount{data.cases[id], std::floor(hidden), data.expected[id]}
                           : SeenCount{});
    }
    return seen;
}

}  // namespace

Bym2Prepared prepare(Bym2Data const& data, Bym2Options const& options, geo::Job const& job)
{
    check(options);
    check_sizes(data);
    check_counts(data);
    check_neighbours(data.near);
    Bym2Prepared made;
    note_lost_cases(data, made.findings);
    auto& problem = made.problem;
    problem.icar = icar_of(data.near, job);
    problem.family = options.family;
    problem.seen = counts_of(data, problem.icar);
    auto columns = kept_columns(data, problem.icar, options.standardise, made.findings);
    auto const q = static_cast<Index>(columns.size()) + 1;
    problem.design = Rows::Ones(problem.size(), q);
    problem.prior_precision =
        Vector::Constant(q, 1.0 / (options.coefficient_sd * options.coefficient_sd));
    problem.prior_precision[0] = 1.0 / (options.intercept_sd * options.intercept_sd);
    for (Index k = 1; k < q; ++k) {
        auto& column = columns[static_cast<std::size_t>(k - 1)];
        problem.design.col(k) = column.values;
        made.covariates.push_back(std::move(column.kept));
    }
    if (!problem.icar.spatial()) {
        note(made.findings, geo::Severity::note, "no-neighbours", "",
             "no commune has a neighbour: risk is not smoothed over space",
             "give neighbours, if there are any");
    }
    return made;
}

}  // namespace marchland::analysis::bym2
