#include "analysis/flows/what_if.hpp"

#include "analysis/numerics/sample_quantile.hpp"
#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/numbers.hpp"
#include "geo/vocabulary/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>

namespace marchland::analysis::flows {
namespace {

using geo::CommuneId;
using geo::CrossingId;
using geo::index_of;
using Hours = geo::PerCommune<std::vector<double>>;

bool holds(std::vector<CrossingId> const& list, CrossingId id)
{
    return std::ranges::find(list, id) != list.end();
}

void check(Scenario const& scenario)
{
    for (auto const id : scenario.closed) {
        if (holds(scenario.opened, id) || holds(scenario.watched, id)) {
            throw geo::Error{geo::Trouble::usage,
                             "a crossing cannot be closed and opened or watched at once"};
        }
    }
}

geo::Crossings changed(geo::Crossings crossings, Scenario const& scenario)
{
    for (auto const id : scenario.closed) {
        crossings.status[id] = geo::CrossingStatus::closed;
    }
    for (auto const id : scenario.opened) {
        crossings.status[id] = geo::CrossingStatus::open;
    }
    return crossings;
}

/// Hours to every crossing under the scenario.
Hours hours_after(Ground const& ground, Scenario const& scenario, geo::Job const& job)
{
    if (scenario.opened.empty() && scenario.closed_ways.empty()) {  // closing needs no new trees
        auto hours = ground.exposure.to_crossing;
        for (auto& row : hours) {
            for (auto const id : scenario.closed) {
                row[index_of(id)] = geo::infinite;
            }
        }
        return hours;
    }
    routes::RouteGraph const graph{ground.network, ground.ways, ground.travel,
                                   scenario.closed_ways};
    return routes::exposure_of(graph, ground.anchors, changed(ground.crossings, scenario),
                               ground.travel, job)
        .to_crossing;
}

/// Hours as they weigh in the choice.
Hours weighed(Hours hours, Scenario const& scenario)
{
    for (auto& row : hours) {
        for (auto const id : scenario.watched) {
            row[index_of(id)] += scenario.watch_hours;
        }
    }
    return hours;
}

/// A path that may exist can still be reopened: what is opened is there.
geo::Column<CrossingId, double> chances_after(Ground const& ground, Scenario const& scenario)
{
    auto chance = ground.chance;
    for (auto const id : scenario.opened) {
        chance[id] = std::max(chance[id], ground.crossings.informal(id) ? 0.0 : 1.0);
    }
    return chance;
}

double mean_hours(std::vector<double> const& shares, std::vector<double> const& hours)
{
    double sum = 0.0;
    double all = 0.0;
    for (std::size_t c = 0; c < shares.size(); ++c) {
        if (shares[c] > 0.0) {
            sum += shares[c] * hours[c];
            all += shares[c];
        }
    }
    return all > 0.0 ? sum / all : geo::unknown;
}

double nearest(std::vector<double> const& hours)
{
    auto const at = routes::nearest_of(hours);
    return at ? hours[*at] : geo::infinite;
}

double people_of(Demand const& demand)
{
    return std::isnan(demand.expected) ? 0.0 : demand.expected;
}

/// The point figures, without bands.
ChoiceOptions points_only(ChoiceOptions options)
{
    options.draws = 0;
    return options;
}

void fill_communes(Ground const& ground, Hours const& after, Choice const& choice_before,
                   Choice const& choice_after, WhatIf& found)
{
    for (auto const id : after.ids()) {
        auto& commune = found.communes[id];
        commune.hours_before = nearest(ground.exposure.to_crossing[id]);
        commune.hours_after = nearest(after[id]);
        commune.mean_before = mean_hours(choice_before.share[id], ground.exposure.to_crossing[id]);
        commune.mean_after = mean_hours(choice_after.share[id], after[id]);
        commune.cut_off = std::isfinite(commune.hours_before) && std::isinf(commune.hours_after);
        double const people = people_of(ground.demand[id]);
        if (commune.cut_off) {
            found.cut_off += people;
        } else if (!std::isnan(commune.mean_before) && !std::isnan(commune.mean_after)) {
            found.added_hours += people * (commune.mean_after - commune.mean_before);
        }
    }
}

void fill_crossings(Choice const& before, Choice const& after, WhatIf& found)
{
    for (auto const id : found.crossings.ids()) {
        auto& crossing = found.crossings[id];
        crossing.before = before.crossings[id].flow;
        crossing.after = after.crossings[id].flow;
        crossing.change = crossing.after - crossing.before;
        found.moved += std::max(0.0, crossing.change);
    }
}

void fill_pairs(Ground const& ground, Hours const& after, Choice const& choice_before,
                Choice const& choice_after, WhatIf& found)
{
    for (auto const id : after.ids()) {
        double const people = people_of(ground.demand[id]);
        for (auto const crossing : found.crossings.ids()) {
            auto const c = index_of(crossing);
            double const flow_before = people * choice_before.share[id][c];
            double const flow_after = people * choice_after.share[id][c];
            if (flow_before > 0.0 || flow_after > 0.0) {
                found.pairs.push_back({id,
                                       crossing,
                                       {.before = flow_before,
                                        .after = flow_after,
                                        .change = flow_after - flow_before},
                                       ground.exposure.to_crossing[id][c],
                                       after[id][c]});
            }
        }
    }
}

/// Sorts the values and takes 90 % of them, widened to hold the point.
template <class Real>
void set_band(std::vector<Real>& values, CrossingChange& change)
{
    std::ranges::sort(values);
    change.change_lower = std::min(change.change, numerics::nearest_quantile(values, 0.05));
    change.change_upper = std::max(change.change, numerics::nearest_quantile(values, 0.95));
}

/// What each draw changes.
struct DrawnChanges {
    std::vector<std::vector<double>> crossings;  ///< [draw][crossing]
    std::vector<std::vector<float>> pairs;       ///< [draw][pair], of the first draws
};

/// Both worlds of a draw share its demand, theta and paths, so that the band is of the change alone.
DrawnChanges drawn_changes(Ground const& ground, Scenario const& scenario, Hours const& after,
                           ChoiceOptions const& options, std::vector<PairChange> const& pairs,
                           geo::Job const& job)
{
    auto const draws = static_cast<std::size_t>(options.draws);
    auto const chance = chances_after(ground, scenario);
    DrawnChanges drawn{std::vector<std::vector<double>>(draws, std::vector<double>(chance.size())),
                       std::vector<std::vector<float>>(
                           static_cast<std::size_t>(pair_draws(pairs.size(), options.draws)))};
    std::atomic<std::size_t> done{0};
    geo::for_each_index(draws, job.threads(), [&](std::size_t d) {
        job.at(static_cast<double>(done++) / static_cast<double>(draws));
        auto const before = pair_flows_in_draw(ground.exposure.to_crossing, ground.demand,
                                               ground.chance, options, d);
        auto change = pair_flows_in_draw(after, ground.demand, chance, options, d);
        for (auto const id : change.ids()) {
            for (std::size_t c = 0; c < change[id].size(); ++c) {
                change[id][c] -= before[id][c];
                drawn.crossings[d][c] += change[id][c];
            }
        }
        if (d < drawn.pairs.size()) {
            for (auto const& pair : pairs) {
                drawn.pairs[d].push_back(
                    static_cast<float>(change[pair.from][index_of(pair.crossing)]));
            }
        }
    });
    return drawn;
}

void add_bands(Ground const& ground, Scenario const& scenario, Hours const& after,
               ChoiceOptions const& options, geo::Job const& job, WhatIf& found)
{
    if (options.draws == 0) {
        return;
    }
    auto const drawn =
        drawn_changes(ground, scenario, after, options, found.pairs, job.part(0.0, 0.9));
    for (auto const id : found.crossings.ids()) {
        std::vector<double> values;
        for (auto const& change : drawn.crossings) {
            values.push_back(change[index_of(id)]);
        }
        set_band(values, found.crossings[id]);
    }
    auto const last = job.part(0.9, 1.0);
    std::vector<float> values(drawn.pairs.size());
    for (std::size_t i = 0; i < found.pairs.size(); ++i) {
        last.at(static_cast<double>(i) / static_cast<double>(found.pairs.size()));
        std::ranges::transform(drawn.pairs, values.begin(),
                               [i](auto const& change) { return change[i]; });
        set_band(values, found.pairs[i].flow);
    }
}

}  // namespace

int pair_draws(std::size_t pairs, int draws)
{
    constexpr std::size_t most_values = 20'000'000;
    constexpr int first_draws = 200;
    return pairs * static_cast<std::size_t>(draws) <= most_values ? draws
                                                                  : std::min(draws, first_draws);
}

WhatIf what_if(Ground const& ground, Scenario const& scenario, ChoiceOptions const& options,
               geo::Job const& job)
{
    check(scenario);
    auto const after = hours_after(ground, scenario, job.part(0.0, 0.4));
    auto const weighed_after = weighed(after, scenario);
    auto const before_choice = choose_crossings(ground.exposure.to_crossing, ground.demand,
                                                ground.chance, points_only(options));
    auto const after_choice = choose_crossings(
        weighed_after, ground.demand, chances_after(ground, scenario), points_only(options));
    WhatIf found{geo::Column<CrossingId, CrossingChange>{ground.crossings.size()},
                 geo::PerCommune<CommuneChange>{after.size()},
                 {}};
    fill_crossings(before_choice, after_choice, found);
    fill_communes(ground, after, before_choice, after_choice, found);
    fill_pairs(ground, after, before_choice, after_choice, found);
    add_bands(ground, scenario, weighed_after, options, job.part(0.4, 1.0), found);
    return found;
}

std::vector<Closure> single_closures(Ground const& ground, ChoiceOptions const& options,
                                     geo::Job const& job)
{
    auto const before = choose_crossings(ground.exposure.to_crossing, ground.demand, ground.chance,
                                         points_only(options));
    std::vector<Closure> closures;
    for (auto const id : before.crossings.ids()) {
        job.at(static_cast<double>(index_of(id)) / static_cast<double>(before.crossings.size()));
        if (!(before.crossings[id].flow > 0.0)) {
            continue;
        }
        auto const after = what_if(ground, {.closed = {id}}, points_only(options));
        Closure closure{.crossing = id,
                        .flow = before.crossings[id].flow,
                        .moved = after.moved,
                        .cut_off = after.cut_off,
                        .added_hours = after.added_hours};
        for (auto const other : after.crossings.ids()) {
            if (after.crossings[other].change > closure.most) {
                closure.most = after.crossings[other].change;
                closure.most_to = other;
            }
        }
        closures.push_back(closure);
    }
    std::ranges::stable_sort(closures, std::greater{},
                             [](Closure const& one) { return one.moved + one.cut_off; });
    return closures;
}

}  // namespace marchland::analysis::flows
