#include "analysis/capture_recapture/capture_recapture.hpp"

#include "analysis/numerics/distributions.hpp"
#include "analysis/numerics/sample_quantile.hpp"
#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/numbers.hpp"
#include "geo/vocabulary/parallel.hpp"
#include "geo/vocabulary/random.hpp"
#include "geo/vocabulary/text.hpp"

#include <algorithm>
#include <cmath>

namespace marchland::analysis::capture_recapture {
namespace {

double criterion_of(LogLinearFit const& fit, Criterion criterion)
{
    return criterion == Criterion::aic ? fit.aic : fit.bic;
}

/// Pairs of lists that somebody is on together.
std::vector<ListPair> shared_pairs(ListCells const& cells)
{
    std::vector<ListPair> pairs;
    for (std::size_t a = 0; a < cells.lists.size(); ++a) {
        for (std::size_t b = a + 1; b < cells.lists.size(); ++b) {
            if (cells.on_both(a, b) > 0.0) {
                pairs.emplace_back(a, b);
            }
        }
    }
    return pairs;
}

std::vector<ListPair> never_together(ListCells const& cells)
{
    std::vector<ListPair> pairs;
    for (std::size_t a = 0; a < cells.lists.size(); ++a) {
        for (std::size_t b = a + 1; b < cells.lists.size(); ++b) {
            if (cells.on_both(a, b) == 0.0) {
                pairs.emplace_back(a, b);
            }
        }
    }
    return pairs;
}

void check(ListCells const& cells)
{
    auto const lists = cells.lists.size();
    if (lists < 2 || lists > 12 || cells.patterns() != std::size_t{1} << lists) {
        throw geo::Error{geo::Trouble::usage,
                         "capture-recapture needs 2 to 12 lists and a count for "
                         "every pattern; found " +
                             std::to_string(lists) + " lists"};
    }
    for (std::size_t pattern = 1; pattern < cells.patterns(); ++pattern) {
        double const count = cells.count[pattern];
        if (!(count >= 0.0) || count != std::floor(count)) {
            throw geo::Error{geo::Trouble::usage,
                             "a list pattern counts " + geo::shortest(count) +
                                 " persons; expected a whole number of 0 or more"};
        }
    }
}

/// Lists with nobody on them say nothing and would only add empty cells.
ListCells without_empty_lists(ListCells const& cells)
{
    std::vector<std::size_t> kept;
    ListCells some;
    for (std::size_t l = 0; l < cells.lists.size(); ++l) {
        if (cells.on(l) > 0.0) {
            kept.push_back(l);
            some.lists.push_back(cells.lists[l]);
        }
    }
    some.count.assign(std::size_t{1} << kept.size(), 0.0);
    for (std::size_t pattern = 1; pattern < cells.patterns(); ++pattern) {
        std::size_t closed_up = 0;
        for (std::size_t k = 0; k < kept.size(); ++k) {
            closed_up |= (pattern >> kept[k] & 1U) << k;
        }
        some.count[closed_up] += cells.count[pattern];
    }
    return some;
}

/// A bootstrap sample: the persons drawn again, as many, with replacement.
ListCells resampled(ListCells const& cells, std::uint64_t seed, std::size_t round)
{
    std::vector<double> up_to(cells.patterns(), 0.0);
    for (std::size_t pattern = 1; pattern < cells.patterns(); ++pattern) {
        up_to[pattern] = up_to[pattern - 1] + cells.count[pattern];
    }
    geo::Draws draws{geo::Random{seed, "capture-recapture", round}};
    ListCells again{cells.lists, std::vector<double>(cells.patterns(), 0.0)};
    auto const persons = static_cast<std::uint64_t>(up_to.back());
    for (std::uint64_t person = 0; person < persons; ++person) {
        auto const drawn = static_cast<double>(draws.below(persons));
        auto const at = std::ranges::upper_bound(up_to, drawn) - up_to.begin();
        again.count[static_cast<std::size_t>(at)] += 1.0;
    }
    return again;
}

ReportingModel model_of(std::string name, LogLinearFit const& fit)
{
    return {std::move(name), fit.total, fit.lower, fit.upper, false};
}

/// The whole selection, done again on each resample: its interval holds the doubt about the model too.
std::optional<ReportingModel> bootstrapped(ListCells const& cells, double total,
                                           ReportingOptions const& options, geo::Job const& job)
{
    std::vector<double> totals(static_cast<std::size_t>(options.resamples), -1.0);
    std::atomic<std::size_t> done{0};
    geo::for_each_index(totals.size(), job.threads(), [&](std::size_t round) {
        job.at(static_cast<double>(done++) / static_cast<double>(totals.size()));
        auto const path =
            stepwise(resampled(cells, options.seed, round), Criterion::aic, options.coverage);
        if (!path.empty()) {
            totals[round] = path.back().total;
        }
    });
    std::erase(totals, -1.0);
    if (totals.size() < 20) {
        return std::nullopt;
    }
    std::ranges::sort(totals);
    double const beyond = (1.0 - options.coverage) / 2.0;
    return ReportingModel{"pairs by AIC, selection resampled", total,
                          numerics::interpolated_quantile(totals, beyond),
                          numerics::interpolated_quantile(totals, 1.0 - beyond), false};
}

void add_chapman(Reporting& reporting, ListCells const& cells, double coverage)
{
    auto const two = two_lists(cells, {0, 1});
    double const z = numerics::normal_quantile(0.5 + coverage / 2.0);
    double const off = z * std::sqrt(two.variance);
    reporting.models.push_back({"Chapman", two.chapman,
                                std::max(reporting.observed, two.chapman - off), two.chapman + off,
                                false});
}

void add_log_linear(Reporting& reporting, ListCells const& cells, ReportingOptions const& options,
                    geo::Job const& job)
{
    auto const by_aic = stepwise(cells, Criterion::aic, options.coverage);
    auto const by_bic = stepwise(cells, Criterion::bic, options.coverage);
    if (by_aic.empty()) {
        return;
    }
    reporting.models.push_back(model_of("independence", by_aic.front()));
    reporting.models.push_back(model_of("pairs by BIC", by_bic.back()));
    reporting.models.push_back(model_of("pairs by AIC", by_aic.back()));
    auto const full = fit_log_linear(cells, shared_pairs(cells), options.coverage);
    if (full.exists && full.identified && full.df > 0) {
        reporting.models.push_back(model_of("all pairs", full));
    }
    if (options.resamples > 0) {
        if (auto model = bootstrapped(cells, by_aic.back().total, options, job)) {
            reporting.models.push_back(std::move(*model));
        }
    }
}

}  // namespace

TwoLists two_lists(ListCells const& cells, ListPair lists)
{
    TwoLists two;
    two.lists = lists;
    two.first = cells.on(lists.first);
    two.second = cells.on(lists.second);
    two.both = cells.on_both(lists.first, lists.second);
    if (two.both > 0.0) {
        two.petersen = two.first * two.second / two.both;
    }
    two.chapman = (two.first + 1.0) * (two.second + 1.0) / (two.both + 1.0) - 1.0;
    two.variance = (two.first + 1.0) * (two.second + 1.0) * (two.first - two.both) *
                   (two.second - two.both) /
                   ((two.both + 1.0) * (two.both + 1.0) * (two.both + 2.0));
    return two;
}

double chao_bound(ListCells const& cells)
{
    double const once = cells.on_exactly(1);
    double const twice = cells.on_exactly(2);
    return cells.observed() + once * (once - 1.0) / (2.0 * (twice + 1.0));
}

std::vector<LogLinearFit> stepwise(ListCells const& cells, Criterion criterion, double coverage)
{
    std::vector<LogLinearFit> path;
    auto start = fit_log_linear(cells, {}, coverage);
    if (!start.exists || !start.identified) {
        return path;
    }
    path.push_back(std::move(start));
    auto left = shared_pairs(cells);
    while (!left.empty()) {
        std::optional<LogLinearFit> best;
        for (auto const& pair : left) {
            auto pairs = path.back().pairs;
            pairs.push_back(pair);
            auto fit = fit_log_linear(cells, pairs, coverage);
            // with no degree left the model repeats the data and says nothing of its own
            bool const sound = fit.exists && fit.identified && fit.df > 0;
            if (sound && (!best || criterion_of(fit, criterion) < criterion_of(*best, criterion))) {
                best = std::move(fit);
            }
        }
        if (!best || criterion_of(*best, criterion) >= criterion_of(path.back(), criterion)) {
            break;
        }
        std::erase(left, best->pairs.back());
        path.push_back(std::move(*best));
    }
    return path;
}

Reporting reporting_of(std::string stratum, ListCells const& cells, ReportingOptions const& options,
                       geo::Job const& job)
{
    check(cells);
    Reporting reporting;
    reporting.stratum = std::move(stratum);
    reporting.observed = cells.observed();
    reporting.never_together = never_together(cells);
    auto const used = without_empty_lists(cells);
    double const overlap = reporting.observed - cells.on_exactly(1);
    if (used.lists.size() < 2) {
        reporting.refusal = "fewer than two lists have anybody on them";
        return reporting;
    }
    if (overlap < options.least_overlap) {
        reporting.refusal = geo::fixed(overlap, 0) +
                            " persons are on two lists or more; at least " +
                            std::to_string(options.least_overlap) + " are needed for any figure";
        return reporting;
    }
    if (used.lists.size() == 2) {
        add_chapman(reporting, used, options.coverage);
    } else {
        add_log_linear(reporting, used, options, job);
    }
    if (used.lists.size() >
        2) {  // of two lists it would lie far above Chapman's estimate: it supposes many
        double const bound = chao_bound(used);
        reporting.models.push_back({"Chao lower bound", bound, bound, geo::infinite, true});
    }
    for (auto& model : reporting.models) {
        if (!(model.upper >
              model.lower)) {  // no width is no interval: nothing bounds it from above
            model.bound_only = true;
            model.upper = geo::infinite;
        }
    }
    reporting.lower = reporting.models.front().lower;
    bool estimated = false;
    for (auto const& model : reporting.models) {
        estimated = estimated || !model.bound_only;
        reporting.lower = std::min(reporting.lower, model.lower);
        reporting.upper = std::max(reporting.upper, model.bound_only ? model.total : model.upper);
    }
    if (!estimated) {
        reporting.upper = geo::infinite;
    }
    return reporting;
}

}  // namespace marchland::analysis::capture_recapture
