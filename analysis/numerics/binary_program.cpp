#include "analysis/numerics/binary_program.hpp"

#include "analysis/numerics/glpk_thread.hpp"
#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/numbers.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <string>

namespace marchland::analysis::numerics {
namespace {

constexpr int most_nodes = 50'000;
constexpr int steps_between_questions = 200;

using Problem =
    std::unique_ptr<glp_prob, decltype([](glp_prob* problem) { glp_delete_prob(problem); })>;

/// What the solver's calls back are told.
struct Watch {
    geo::Job const* job;
    double bound = geo::infinite;
    bool stopped = false;
};

void on_node(glp_tree* tree, void* info)
{
    auto& watch = *static_cast<Watch*>(info);
    if (int const best = glp_ios_best_node(tree); best != 0) {
        watch.bound = glp_ios_node_bound(tree, best);
    }
    int nodes = 0;
    glp_ios_tree_size(tree, nullptr, nullptr, &nodes);
    watch.stopped = watch.job->stop().stop_requested();
    if (watch.stopped || nodes > most_nodes) {
        glp_ios_terminate(tree);
    }
}

void add_limit(glp_prob* problem, BinaryProgram::Limit const& limit)
{
    int const row = glp_add_rows(problem, 1);
    bool const from = std::isfinite(limit.least);
    bool const to = std::isfinite(limit.most);
    int const kind = from && to ? (limit.least == limit.most ? GLP_FX : GLP_DB)
                                : (from ? GLP_LO : (to ? GLP_UP : GLP_FR));
    glp_set_row_bnds(problem, row, kind, limit.least, limit.most);
    std::vector<int> columns{0};  // GLPK counts from 1
    std::vector<double> amounts{0.0};
    for (auto const& [thing, amount] : limit.uses) {
        columns.push_back(static_cast<int>(thing) + 1);
        amounts.push_back(amount);
    }
    glp_set_mat_row(problem, row, static_cast<int>(limit.uses.size()), columns.data(),
                    amounts.data());
}

Problem problem_of(BinaryProgram const& program)
{
    begin_glpk();
    Problem problem{glp_create_prob()};
    glp_set_obj_dir(problem.get(), GLP_MAX);
    glp_add_cols(problem.get(), static_cast<int>(program.worth.size()));
    for (std::size_t thing = 0; thing < program.worth.size(); ++thing) {
        auto const column = static_cast<int>(thing) + 1;
        glp_set_col_kind(problem.get(), column, GLP_BV);
        glp_set_obj_coef(problem.get(), column, program.worth[thing]);
    }
    for (auto const& limit : program.limits) {
        add_limit(problem.get(), limit);
    }
    return problem;
}

/// The linear relaxation (fractions allowed), a few steps at a time: with thousands of rows this first
/// solution alone takes seconds. The steps are counted, not timed, so that the answer is the same everywhere.
/// \throws Cancelled
void relax(glp_prob* problem, geo::Job const& job)
{
    glp_smcp simplex;
    glp_init_smcp(&simplex);
    simplex.msg_lev = GLP_MSG_OFF;
    simplex.it_lim = steps_between_questions;
    int ended = GLP_EITLIM;
    while (ended == GLP_EITLIM) {
        job.at(0.0);
        ended = glp_simplex(problem, &simplex);
    }
    if (ended != 0) {
        throw geo::Error{geo::Trouble::failed, "the solver could not begin with the plan"};
    }
}

BinaryChoice choice_of(glp_prob* problem, BinaryProgram const& program, double bound)
{
    BinaryChoice choice{true, std::vector<bool>(program.worth.size()), 0.0, 0.0};
    for (std::size_t thing = 0; thing < program.worth.size(); ++thing) {
        if (glp_mip_col_val(problem, static_cast<int>(thing) + 1) > 0.5) {
            choice.chosen[thing] = true;
            choice.worth += program.worth[thing];
        }
    }
    choice.bound = std::max(choice.worth, bound);
    return choice;
}

}  // namespace

BinaryChoice best_choice(BinaryProgram const& program, geo::Job const& job)
{
    job.at(0.0);
    if (program.worth.empty()) {
        bool const possible = std::ranges::all_of(
            program.limits, [](auto const& limit) { return limit.least <= 0.0; });
        return {possible, {}, 0.0, 0.0};
    }
    auto const problem = problem_of(program);
    relax(problem.get(), job);
    if (glp_get_status(problem.get()) != GLP_OPT) {
        return {};
    }
    Watch watch{&job, glp_get_obj_val(problem.get())};
    glp_iocp search;
    glp_init_iocp(&search);
    search.msg_lev = GLP_MSG_OFF;
    search.gmi_cuts = GLP_ON;
    search.mir_cuts = GLP_ON;
    search.cov_cuts = GLP_ON;
    search.cb_func = on_node;
    search.cb_info = &watch;
    int const ended = glp_intopt(problem.get(), &search);
    if (watch.stopped) {
        throw geo::Cancelled{};
    }
    int const status = glp_mip_status(problem.get());
    if (status == GLP_OPT || status == GLP_FEAS) {
        return choice_of(problem.get(), program, status == GLP_OPT ? 0.0 : watch.bound);
    }
    if (status == GLP_NOFEAS) {
        return {};
    }
    throw geo::Error{geo::Trouble::failed,
                     "the solver found no plan (it ended with code " + std::to_string(ended) + ")"};
}

}  // namespace marchland::analysis::numerics
