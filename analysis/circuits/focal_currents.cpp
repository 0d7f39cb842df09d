#include "analysis/circuits/focal_currents.hpp"

#include "analysis/circuits/equations.hpp"
#include "geo/vocabulary/error.hpp"
#include "geo/vocabulary/numbers.hpp"
#include "geo/vocabulary/text.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

namespace marchland::analysis::circuits {
namespace {

using Pairs = std::set<std::pair<std::size_t, std::size_t>>;

void check(std::span<FocalPlace const> places, FocalOptions const& options, std::size_t nodes)
{
    for (std::size_t k = 0; k < places.size(); ++k) {
        auto const& place = places[k];
        auto const name = "place " + std::to_string(k);
        if (place.nodes.empty()) {
            refuse(name + " has no node; expected at least one");
        }
        if (auto const last = std::ranges::max(place.nodes); last >= nodes) {
            refuse(name + " names node " + std::to_string(last) + "; there are " +
                   std::to_string(nodes));
        }
        if (!std::isfinite(place.strength) || place.strength < 0.0) {
            refuse(name + " has the strength " + geo::told(place.strength) +
                   "; expected 0 or more");
        }
    }
    for (auto const& [one, other] : options.left_out) {
        if (std::max(one, other) >= places.size()) {
            refuse("a pair to leave out names place " + std::to_string(std::max(one, other)) +
                   "; there are " + std::to_string(places.size()));
        }
    }
}

/// Rounds to be made, without their resistances.
std::vector<FocalRound> rounds_of(std::size_t places, Rounds rounds, Pairs const& left_out)
{
    std::vector<FocalRound> all;
    for (std::size_t i = 0; i < places; ++i) {
        if (rounds != Rounds::pairwise) {
            all.push_back({i, i});
            continue;
        }
        for (std::size_t k = i + 1; k < places; ++k) {
            if (!left_out.contains({i, k})) {
                all.push_back({i, k});
            }
        }
    }
    return all;
}

/// What a round makes of the circuit.
struct Setting {
    ShortCircuit joined;
    Terminals terminals;
};

std::vector<std::size_t> others_of(FocalRound const& round, std::size_t places, Rounds rounds,
                                   Pairs const& left_out)
{
    if (rounds == Rounds::pairwise) {
        return {round.other};
    }
    std::vector<std::size_t> others;
    for (std::size_t k = 0; k < places; ++k) {
        if (k != round.place && !left_out.contains(std::minmax(k, round.place))) {
            others.push_back(k);
        }
    }
    return others;
}

Conflict conflict_in(Rounds rounds)
{
    switch (rounds) {
    case Rounds::pairwise:
        return Conflict::drop_both;  // nobody has to move
    case Rounds::one_to_all:
        return Conflict::drop_ground;
    case Rounds::all_to_one:
        break;
    }
    return Conflict::drop_source;
}

Setting set_up(FocalRound const& round, std::span<FocalPlace const> places, Rounds rounds,
               Pairs const& left_out, ShortCircuit const& joined)
{
    auto const nodes = joined.size();
    Setting setting{joined, {std::vector<double>(nodes), std::vector<double>(nodes)}};
    auto const others = others_of(round, places.size(), rounds, left_out);
    setting.joined.join(places[round.place].nodes);
    for (auto const k : others) {
        setting.joined.join(places[k].nodes);
    }
    auto const node_of = [&](std::size_t k) { return setting.joined.of(places[k].nodes.front()); };
    auto const send = [&](std::size_t k) {
        setting.terminals.source[node_of(k)] +=
            rounds == Rounds::pairwise ? 1.0 : places[k].strength;
    };
    auto const take = [&](std::size_t k) { setting.terminals.ground[node_of(k)] = tied_to_ground; };
    bool const collects = rounds == Rounds::all_to_one;
    collects ? take(round.place) : send(round.place);
    for (auto const k : others) {
        collects ? send(k) : take(k);
    }
    resolve(setting.terminals, conflict_in(rounds));
    return setting;
}

/// Power lost, over the square of the current that arrives: that of nodes with a voltage.
double resistance_of(Terminals const& terminals, CurrentFlow const& flow)
{
    double power = 0.0;
    double current = 0.0;
    for (std::size_t i = 0; i < terminals.source.size(); ++i) {
        power += terminals.source[i] * flow.voltage[i];
        current += flow.voltage[i] > 0.0 ? terminals.source[i] : 0.0;
    }
    return current > 0.0 ? power / (current * current) : geo::infinite;
}

void add(CurrentFlow const& flow, FocalCurrents& found)
{
    for (std::size_t i = 0; i < flow.node_current.size(); ++i) {
        found.node_total[i] += flow.node_current[i];
        found.node_largest[i] = std::max(found.node_largest[i], flow.node_current[i]);
    }
    for (std::size_t e = 0; e < flow.edge_current.size(); ++e) {
        found.edge_total[e] += std::abs(flow.edge_current[e]);
    }
}

}  // namespace

FocalCurrents
focal_currents(std::span<Conductor const> conductors, ShortCircuit const& joined,
               std::span<FocalPlace const> places, FocalOptions const& options,
               std::function<void(FocalRound const&, CurrentFlow const&)> const& heard,
               geo::Job const& job)
{
    check_conductors(joined.size(), conductors);
    check(places, options, joined.size());
    Pairs left_out;
    for (auto const& [one, other] : options.left_out) {
        left_out.insert(std::minmax(one, other));
    }
    FocalCurrents found{rounds_of(places.size(), options.rounds, left_out),
                        std::vector<double>(joined.size()), std::vector<double>(joined.size()),
                        std::vector<double>(conductors.size())};
    geo::Job const within{job.stop()};
    for (std::size_t r = 0; r < found.rounds.size(); ++r) {
        job.at(static_cast<double>(r) / static_cast<double>(found.rounds.size()));
        auto& round = found.rounds[r];
        auto const setting = set_up(round, places, options.rounds, left_out, joined);
        auto const flow = current_flow(conductors, setting.terminals, setting.joined, within);
        auto const node = [&](std::size_t k) { return setting.joined.of(places[k].nodes.front()); };
        bool const one =
            options.rounds == Rounds::pairwise && node(round.place) == node(round.other);
        round.resistance = one ? 0.0 : resistance_of(setting.terminals, flow);
        add(flow, found);
        if (heard) {
            heard(round, flow);
        }
    }
    job.at(1.0);
    return found;
}

}  // namespace marchland::analysis::circuits
