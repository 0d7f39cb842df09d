#include "analysis/flows/what_if.hpp"

#include "analysis/flows/world.hpp"
#include "analysis/flows/worlds.hpp"
#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/numbers.hpp"

#include <algorithm>
#include <cmath>

namespace marchland::analysis::flows {
namespace {

using geo::CommuneId;
using geo::CrossingId;
using geo::index_of;
using Hours = geo::PerCommune<std::vector<double>>;

void check(Scenario const& scenario)
{
    auto const holds = [](std::vector<CrossingId> const& list, CrossingId id) {
        return std::ranges::find(list, id) != list.end();
    };
    for (auto const id : scenario.closed) {
        if (holds(scenario.opened, id) || holds(scenario.watched, id)) {
            throw geo::Error{geo::Trouble::usage,
                             "a crossing cannot be closed and opened or watched at once"};
        }
    }
}

/// Whether the roads stay as they are, so that no new trees are needed.
bool keeps_roads(Scenario const& scenario)
{
    return scenario.opened.empty() && scenario.closed_ways.empty();
}

/// Hours to every crossing under the scenario, in the central world.
Hours hours_after(Ground const& ground, Scenario const& scenario, geo::Job const& job)
{
    if (keeps_roads(scenario)) {
        auto hours = ground.exposure.to_crossing;
        for (auto& row : hours) {
            for (auto const id : scenario.closed) {
                row[index_of(id)] = geo::infinite;
            }
        }
        return hours;
    }
    auto crossings = ground.crossings;
    for (auto const id : scenario.closed) {
        crossings.status[id] = geo::CrossingStatus::closed;
    }
    for (auto const id : scenario.opened) {
        crossings.status[id] = geo::CrossingStatus::open;
    }
    routes::RouteGraph const graph{ground.network, ground.ways, ground.travel,
                                   scenario.closed_ways};
    return routes::exposure_of(graph, ground.anchors, crossings, ground.travel, job).to_crossing;
}

double nearest(std::vector<double> const& hours)
{
    auto const at = routes::nearest_of(hours);
    return at ? hours[*at] : geo::infinite;
}

/// Of a commune: persons, and persons x hours, over all its crossings in all worlds.
struct Travelled {
    double people = 0.0;
    double hours = 0.0;
    Travelled& operator+=(Travelled const& more)
    {
        people += more.people;
        hours += more.hours;
        return *this;
    }
    double mean() const { return people > 0.0 ? hours / people : geo::unknown; }
};

using Travels = geo::PerCommune<Travelled>;

/// One side of the question, summed over the worlds.
class Side {
public:
    Side(std::size_t communes, std::size_t crossings)
        : crossings_{crossings}, pairs_(communes * crossings), communes_{communes}, same_{communes}
    {
    }

    /// \returns what one world adds, by commune.
    Travels add(Choices const& choices)
    {
        Travels world{communes_.size()};
        for (auto const& pair : choices.pairs) {
            pairs_[at(pair)] += pair.people;
            auto& commune = world[pair.commune];
            commune.people += pair.people;
            commune.hours += pair.people * pair.hours;
        }
        for (auto const id : world.ids()) {
            communes_[id] += world[id];
        }
        out_of_reach_ += choices.out_of_reach;
        return world;
    }

    void add_same(CommuneId id, Travelled const& travelled) { same_[id] += travelled; }

    std::size_t at(PairInWorld const& pair) const
    {
        return index_of(pair.commune) * crossings_ + index_of(pair.crossing);
    }
    double pair(std::size_t i) const { return pairs_[i]; }
    Travelled const& commune(CommuneId id) const { return communes_[id]; }
    /// In the worlds in which the commune reaches a crossing on both sides.
    Travelled const& same(CommuneId id) const { return same_[id]; }
    double out_of_reach() const { return out_of_reach_; }

private:
    std::size_t crossings_;
    std::vector<double> pairs_;
    Travels communes_;
    Travels same_;
    double out_of_reach_ = 0.0;
};

/// What changes in one world, over the pairs that are told of.
using Change = std::vector<std::pair<std::uint32_t, double>>;

Change change_of(Side const& at, Choices const& before, Choices const& after)
{
    Change change;
    for (auto const& pair : before.pairs) {
        change.emplace_back(at.at(pair), -pair.people);
    }
    for (auto const& pair : after.pairs) {
        change.emplace_back(at.at(pair), pair.people);
    }
    std::ranges::sort(change, {}, &std::pair<std::uint32_t, double>::first);
    return change;
}

/// Both sides and the changes between them, of all worlds.
struct Compared {
    Side before;
    Side after;
    std::vector<std::vector<double>> crossings;  ///< changes by crossing and world
    std::vector<Change> pairs;                   ///< of the first worlds
    std::vector<double> moved;                   ///< by world, as the two below
    std::vector<double> cut_off;
    std::vector<double> added_hours;
};

Bounds bounds_of(std::vector<double>& values, double mean)
{
    auto const band = band_of(values, mean);
    return {band.lower, band.upper};
}

Compared compared(routes::RouteGraph const& graph, Ground const& ground, Scenario const& scenario,
                  FlowOptions const& options, geo::Job const& job)
{
    auto const network = flow_network_of(graph, ground);
    auto const communes = ground.anchors.communes.size();
    auto const crossings = ground.crossings.size();
    Compared all{{communes, crossings}, {communes, crossings}, {}, {}, {}, {}, {}};
    all.crossings.resize(crossings);
    auto const told = static_cast<std::size_t>(
        std::max(1, pair_draws(communes * crossings, options.choice.draws)));
    struct Made {
        Choices before;
        Choices after;
    };
    for_each_world<Made>(
        options, job,
        [&](std::optional<std::uint64_t> number) {
            auto const draw = drawn(network, ground, options, number);
            World const world{network, ground, options, draw};
            return Made{world.choices(),
                        keeps_roads(scenario)
                            ? world.choices(scenario)
                            : World{network, ground, options, draw, scenario}.choices()};
        },
        [&](std::size_t i, Made const& made) {
            auto const before = all.before.add(made.before);
            auto const after = all.after.add(made.after);
            double added = 0.0;
            for (auto const id : before.ids()) {
                if (before[id].people > 0.0 && after[id].people > 0.0) {
                    all.before.add_same(id, before[id]);
                    all.after.add_same(id, after[id]);
                    added += ground.believes(id) ? after[id].hours - before[id].hours : 0.0;
                }
            }
            all.added_hours.push_back(added);
            all.cut_off.push_back(made.after.out_of_reach - made.before.out_of_reach);
            auto change = change_of(all.before, made.before, made.after);
            std::vector<double> over(crossings);
            for (auto const& [at, people] : change) {
                over[at % crossings] += people;
            }
            double moved = 0.0;
            for (std::size_t c = 0; c < crossings; ++c) {
                all.crossings[c].push_back(over[c]);
                moved += std::max(0.0, over[c]);
            }
            all.moved.push_back(moved);
            if (i < told) {
                all.pairs.push_back(std::move(change));
            }
        });
    return all;
}

void set_band(std::vector<double>& values, CrossingChange& change)
{
    auto const band = band_of(values, change.change);
    change.change_lower = band.lower;
    change.change_upper = band.upper;
}

void fill_pairs(Ground const& ground, Hours const& after, Compared& all, double worlds,
                WhatIf& found)
{
    auto const crossings = found.crossings.size();
    std::vector<std::vector<double>> values(after.size() * crossings);
    for (std::size_t i = 0; i < all.pairs.size(); ++i) {
        for (auto const& [at, people] : all.pairs[i]) {
            values[at].resize(i + 1);  // 0 in the worlds before that know nothing of the pair
            values[at][i] += people;
        }
    }
    for (auto const id : after.ids()) {
        for (auto const crossing : found.crossings.ids()) {
            auto const at = index_of(id) * crossings + index_of(crossing);
            CrossingChange flow{.before = all.before.pair(at) / worlds,
                                .after = all.after.pair(at) / worlds};
            if (!(flow.before > 0.0 || flow.after > 0.0)) {
                continue;
            }
            flow.change = flow.after - flow.before;
            values[at].resize(all.pairs.size());
            set_band(values[at], flow);
            found.pairs.push_back({id, crossing, flow,
                                   ground.exposure.to_crossing[id][index_of(crossing)],
                                   after[id][index_of(crossing)]});
            auto& whole = found.crossings[crossing];
            whole.before += flow.before;
            whole.after += flow.after;
        }
    }
}

void fill_crossings(Compared& all, WhatIf& found)
{
    for (auto const id : found.crossings.ids()) {
        auto& crossing = found.crossings[id];
        crossing.change = crossing.after - crossing.before;
        set_band(all.crossings[index_of(id)], crossing);
        found.moved += std::max(0.0, crossing.change);
    }
}

void fill_communes(Ground const& ground, Hours const& after, Compared& all, double worlds,
                   WhatIf& found)
{
    for (auto const id : after.ids()) {
        auto& commune = found.communes[id];
        bool const both = all.after.same(id).people > 0.0;
        auto const& before = both ? all.before.same(id) : all.before.commune(id);
        auto const& later = both ? all.after.same(id) : all.after.commune(id);
        commune.hours_before = nearest(ground.exposure.to_crossing[id]);
        commune.hours_after = nearest(after[id]);
        commune.mean_before = before.mean();
        commune.mean_after = later.mean();
        commune.cut_off = std::isfinite(commune.hours_before) && std::isinf(commune.hours_after);
        if (both && ground.believes(id)) {
            found.added_hours += later.people / worlds * (commune.mean_after - commune.mean_before);
        }
    }
    found.cut_off = (all.after.out_of_reach() - all.before.out_of_reach()) / worlds;
    found.moved_bounds = bounds_of(all.moved, found.moved);
    found.cut_off_bounds = bounds_of(all.cut_off, found.cut_off);
    found.added_bounds = bounds_of(all.added_hours, found.added_hours);
}

}  // namespace

int pair_draws(std::size_t pairs, int draws)
{
    constexpr std::size_t most_values = 20'000'000;
    constexpr int first_draws = 200;
    return pairs * static_cast<std::size_t>(draws) <= most_values ? draws
                                                                  : std::min(draws, first_draws);
}

WhatIf what_if(routes::RouteGraph const& graph, Ground const& ground, Scenario const& scenario,
               FlowOptions const& options, geo::Job const& job)
{
    check(scenario);
    auto const after = hours_after(ground, scenario, job.part(0.0, 0.1));
    auto all = compared(graph, ground, scenario, options, job.part(0.1, 1.0));
    auto const worlds = static_cast<double>(worlds_of(options));
    WhatIf found{geo::Column<CrossingId, CrossingChange>{ground.crossings.size()},
                 geo::PerCommune<CommuneChange>{after.size()},
                 {}};
    fill_pairs(ground, after, all, worlds, found);
    fill_crossings(all, found);
    fill_communes(ground, after, all, worlds, found);
    return found;
}

std::vector<Closure> single_closures(routes::RouteGraph const& graph, Ground const& ground,
                                     FlowOptions const& options, geo::Job const& job)
{
    auto const network = flow_network_of(graph, ground);
    auto const crossings = ground.crossings.size();
    struct Worlds {
        std::vector<double> flow;
        std::vector<double> moved;
        std::vector<double> cut_off;
        std::vector<double> added_hours;
    };
    std::vector<Worlds> values(crossings);
    std::vector<ClosureInWorld> sum(crossings);
    for (auto& one : sum) {
        one.gains.resize(crossings);
    }
    for_each_world<std::vector<ClosureInWorld>>(
        options, job,
        [&](std::optional<std::uint64_t> number) {
            auto const draw = drawn(network, ground, options, number);
            return World{network, ground, options, draw}.closures();
        },
        [&](std::size_t, std::vector<ClosureInWorld> const& world) {
            for (std::size_t c = 0; c < crossings; ++c) {
                sum[c].flow += world[c].flow;
                sum[c].cut_off += world[c].cut_off;
                sum[c].added_hours += world[c].added_hours;
                double moved = 0.0;
                for (std::size_t other = 0; other < crossings; ++other) {
                    sum[c].gains[other] += world[c].gains[other];
                    moved += std::max(0.0, world[c].gains[other]);
                }
                values[c].flow.push_back(world[c].flow);
                values[c].moved.push_back(moved);
                values[c].cut_off.push_back(world[c].cut_off);
                values[c].added_hours.push_back(world[c].added_hours);
            }
        });
    auto const worlds = static_cast<double>(worlds_of(options));
    std::vector<Closure> closures;
    for (auto const id : ground.crossings.id.ids()) {
        auto const& one = sum[index_of(id)];
        if (!(one.flow > 0.0)) {
            continue;
        }
        Closure closure{.crossing = id,
                        .flow = one.flow / worlds,
                        .cut_off = one.cut_off / worlds,
                        .added_hours = one.added_hours / worlds};
        for (std::size_t other = 0; other < crossings; ++other) {
            double const gain = one.gains[other] / worlds;
            closure.moved += std::max(0.0, gain);
            if (gain > closure.most) {
                closure.most = gain;
                closure.most_to = static_cast<CrossingId>(other);
            }
        }
        auto& in_worlds = values[index_of(id)];
        closure.flow_bounds = bounds_of(in_worlds.flow, closure.flow);
        closure.moved_bounds = bounds_of(in_worlds.moved, closure.moved);
        closure.cut_off_bounds = bounds_of(in_worlds.cut_off, closure.cut_off);
        closure.added_bounds = bounds_of(in_worlds.added_hours, closure.added_hours);
        closures.push_back(closure);
    }
    std::ranges::stable_sort(closures, std::greater{},
                             [](Closure const& one) { return one.moved + one.cut_off; });
    return closures;
}

}  // namespace marchland::analysis::flows
