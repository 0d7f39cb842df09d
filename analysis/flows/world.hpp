// One Monte Carlo draw, a possible world: what nobody knows is drawn, people choose and go. Private to flows.
#pragma once

#include "analysis/flows/bands.hpp"
#include "analysis/flows/contracted_network.hpp"
#include "analysis/flows/scenario.hpp"
#include "analysis/graph/digraph.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace marchland::analysis::flows {

/// What is left to chance, as it is in one world.
struct Draw {
    DrawnChoice choice;                 ///< theta and persons a year
    std::array<double, 10> by_class{};  ///< factors of the time, by geo::WayClass
    double access = 1.0;
    double delay = 1.0;
    std::vector<char> chain_there;  ///< by chain: none of its uncertain paths and gaps is missing
    std::vector<char> ford_there;   ///< by crossing; 1 where it is no ford
};

/// \param number  of the world; nothing: the central one, in which everything that may exist does and nothing
///        is drawn.
Draw drawn(FlowNetwork const& network, Ground const& ground, FlowOptions const& options,
           std::optional<std::uint64_t> number);

/// From a commune over a crossing in one world.
struct PairInWorld {
    geo::CommuneId commune{};
    geo::CrossingId crossing{};
    double people = 0.0;  ///< a year
    double share = 0.0;   ///< of the commune's
    double hours = 0.0;
};

struct Choices {
    std::vector<PairInWorld> pairs;  ///< with a share, by commune and crossing
    double out_of_reach = 0.0;       ///< persons a year who reach no crossing
};

/// What passes in one world; ways and nodes without a flow are left out.
struct Passing {
    std::vector<std::pair<geo::WayId, float>> ways;
    std::vector<std::pair<std::uint32_t, float>> nodes;
};

/// Closing a crossing alone, in one world.
struct ClosureInWorld {
    double flow = 0.0;
    double cut_off = 0.0;
    double added_hours = 0.0;   ///< persons x hours
    std::vector<double> gains;  ///< persons a year more, by crossing
};

/// The roads of one world under a scenario, and what people make of them. Refers to what others own.
class World {
public:
    World(FlowNetwork const& network, Ground const& ground, FlowOptions const& options,
          Draw const& draw, Scenario change = {});

    /// By the logit over the hours of this world.
    Choices choices() const { return choices(scenario_); }
    /// The same under another scenario of the same roads: one that closes no ways and opens no crossing that
    /// this one does not.
    Choices choices(Scenario const& scenario) const;

    /// The way with the most people on any of its pieces counts them, both directions together.
    Passing walked(Choices const& choices) const;

    /// Of each pair of the choices: the lowest number of a node on its quickest way.
    /// \param number  by node.
    std::vector<std::uint32_t> lowest_met(Choices const& choices,
                                          std::vector<std::uint32_t> const& number) const;

    /// Of every crossing, by its number, where somebody goes.
    std::vector<ClosureInWorld> closures() const;

private:
    std::vector<double> hours_from(geo::CommuneId commune) const;
    template <class Visit>
    void each_tree(Choices const& choices, Visit const& visit) const;

    Scenario scenario_;
    FlowNetwork const& network_;
    Ground const& ground_;
    FlowOptions const& options_;
    Draw const& draw_;
    graph::Digraph graph_;
    std::vector<std::uint32_t> chain_;                     ///< of each edge
    std::vector<std::vector<std::uint32_t>> to_crossing_;  ///< ticks; empty: shut, or without a way
};

}  // namespace marchland::analysis::flows
